"""Reads what a user names as an audit: a document with its journal, or an answers file; without a lock or a write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxaudit.app.answers_file import read_answers, unscored
from cxaudit.app.answers_syntax import LARGEST
from cxaudit.app.audit_file import AuditFile
from cxaudit.app.ports import DocumentLibrary, PackLibrary
from cxaudit.domain.errors import DamagedDocumentError, DocumentError, InputError, Problem
from cxaudit.i18n import _
from cxaudit.storage.document import MAGIC

DOCUMENT = ".cxaudit"


@dataclass(frozen=True, slots=True)
class AuditFiles:
    """Reads files with these documents and packs; see `app.audit_file.AuditReader`."""

    documents: DocumentLibrary
    packs: PackLibrary

    def __call__(self, path: Path) -> AuditFile:
        """Read one file. Raises InputError, or DocumentError for a document that cannot be read."""
        content = read_start(path, self.documents)
        if is_document(path, content):
            engagement = self.documents.read(path)
            assessment, pack = engagement.newest, engagement.pack
            return AuditFile(assessment, pack, unscored(assessment, pack), engagement.sample)
        suffix = path.suffix.lower()
        if suffix not in {".toml", ".json"}:
            what = _("It is neither an audit nor an answers file.")
            raise wrong(path, what, _("An answers file is named .toml or .json."))
        found = read_answers(content, "toml" if suffix == ".toml" else "json", str(path), self.packs)
        return AuditFile(found.assessment, found.pack, found.warnings)


def is_document(path: Path, content: bytes) -> bool:
    """Return whether a file is a document, by its name or by how it starts."""
    return path.suffix.lower() == DOCUMENT or content.startswith(MAGIC)


def wrong(path: Path, what: str, mend: str = "") -> InputError:
    """Return the error for a file that cannot be used at all."""
    return InputError(str(path), (Problem(_("file"), what, mend),))


def read_start(path: Path, documents: DocumentLibrary) -> bytes:
    """Return the file's start, as much as an answers file may have and one byte more. Raises InputError.

    Raises DamagedDocumentError, which names the newest good copy, for a document that is gone.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        if path.suffix.lower() == DOCUMENT:
            _look_for_copy(path, documents)
        raise wrong(path, _("There is no such file.")) from None
    except IsADirectoryError:
        raise wrong(path, _("It is a folder.")) from None
    except (OSError, ValueError) as e:  # ValueError: a path with a NUL
        reason = getattr(e, "strerror", None) or str(e)
        raise wrong(path, _("It cannot be read ({reason}).").format(reason=reason)) from None


def _look_for_copy(path: Path, documents: DocumentLibrary) -> None:
    try:
        documents.read(path)
    except DamagedDocumentError:
        raise
    except DocumentError:
        return  # nothing is known of it
