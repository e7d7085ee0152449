"""Writes to documents: with the journal and the lock that the window uses."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cxaudit.app.ports import OpenDocument, SaveStatus, Services
from cxaudit.cli.plain import plain
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import DocumentError
from cxaudit.i18n import _
from cxaudit.presentation.status import came_back


@contextmanager
def writing(document: OpenDocument) -> Generator[OpenDocument]:
    """Close the document at the end of the block, when all of it is on disk. Raises DocumentError where it is not."""
    try:
        yield document
        status = document.flush()
    finally:
        document.close()
    _check(document, status)


def make_document(path: Path, engagement: Engagement, services: Services) -> Path:
    """Make a document and return its path, a free one where something is there. Raises DocumentError."""
    try:
        made = services.documents.create(path, engagement)
    except OSError as e:  # a name that the disk cannot hold
        raise DocumentError(str(path), e.strerror or str(e)) from e
    with writing(made) as document:
        return document.path


def tell_recovery(document: OpenDocument, err: TextIO) -> None:
    """Say what came back from the journal when the document was opened."""
    recovery = document.recovery
    if recovery is None:
        return
    if recovery.edits:
        print(_("Note: {what} that the file did not hold yet.").format(what=came_back(recovery)), file=err)
    if recovery.note:
        print(plain(_("Note: {note}").format(note=recovery.note)), file=err)


def _check(document: OpenDocument, status: SaveStatus) -> None:
    if status.journal_ok and status.file == "up to date":
        return
    reason = status.problem or status.file
    if status.journal_ok:
        kept = _("What you typed is kept on this computer.")
        reason = f"{reason}. {kept}"
    raise DocumentError(str(document.path), reason)
