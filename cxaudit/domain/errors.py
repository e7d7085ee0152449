"""What can go wrong in a way that was foreseen. Errors carry data; `presentation` words them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from typing_extensions import override


class CxAuditError(Exception):
    """The root of every foreseen error."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input: where (a key path, or file, key and line), what, and how to mend it."""

    where: str
    what: str
    mend: str = ""

    @override
    def __str__(self) -> str:
        """Return the problem as one line."""
        tail = f" {self.mend}" if self.mend else ""
        return f"{self.where}: {self.what}{tail}"


class InputError(CxAuditError):
    """A file that people write holds mistakes; all of them are listed at once."""

    def __init__(self, source: str, problems: tuple[Problem, ...]) -> None:
        """Keep the name of the source and what is wrong with it."""
        super().__init__(source, problems)
        self.source = source
        self.problems = problems


class DocumentError(CxAuditError):
    """A document cannot be opened or written; `path` names it."""

    def __init__(self, path: str, detail: str = "") -> None:
        """Keep the document's path and a technical detail for the log."""
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class DamagedDocumentError(DocumentError):
    """The document's checksum does not fit its content. `backup` names the newest good copy, or is empty."""

    def __init__(self, path: str, detail: str = "", backup: str = "") -> None:
        """Keep where the damaged file and the newest good copy are."""
        super().__init__(path, detail)
        self.backup = backup


class UnusableDocumentError(DocumentError):
    """The document is as it was saved, but holds something that no document may hold (`detail` says where and what)."""


class NewerDocumentError(DocumentError):
    """The document needs a newer version of the program (`detail` names it)."""


class LockedDocumentError(DocumentError):
    """Another window or command has the document open."""


class NotMovedError(DocumentError):
    """The document could not be written to another path; it goes on in `kept`, where it was."""

    def __init__(self, path: str, detail: str, kept: str) -> None:
        """Keep the path that was asked for, the reason, and where the document is."""
        super().__init__(path, detail)
        self.kept = kept


class UnknownPackError(CxAuditError):
    """No published pack has this id and version."""

    def __init__(self, pack: str, version: str, known: tuple[str, ...]) -> None:
        """Keep what was asked for and what there is."""
        super().__init__(pack, version, known)
        self.pack = pack
        self.version = version
        self.known = known


class OtherQuestionnaireError(CxAuditError):
    """An audit cannot go on in a pack of another id."""

    def __init__(self, old: str, new: str) -> None:
        """Keep the ids of both."""
        super().__init__(old, new)
        self.old = old
        self.new = new


class NotNewerError(CxAuditError):
    """An audit goes on in a later version of its pack only."""

    def __init__(self, pack: str, old: str, new: str) -> None:
        """Keep the pack's id, the audit's version and the one that was asked for."""
        super().__init__(pack, old, new)
        self.pack = pack
        self.old = old
        self.new = new


class ReportError(CxAuditError):
    """The report could not be written to `path`; the old file, if there was one, is as it was."""

    def __init__(self, path: str, detail: str = "") -> None:
        """Keep the target and the system's reason."""
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


Unchecked = Literal["no pdf", "locked", "none", "damaged", "newer", "questionnaire"]


class ReceiptError(CxAuditError):
    """A file cannot be checked as a report.

    `why`: it is no PDF, wants a password, has no receipt, has a damaged one, one of a newer program (`detail` names it)
    or of a questionnaire that is another one here (`detail`); else `detail` is technical.
    """

    def __init__(self, path: str, why: Unchecked, detail: str = "") -> None:
        """Keep the file, why it cannot be checked, and the detail."""
        super().__init__(path, why, detail)
        self.path = path
        self.why: Unchecked = why
        self.detail = detail


class HandoutError(ReportError):
    """The printed pack could not be written to `path`; the old file, if there was one, is as it was."""


class BallotBoxError(CxAuditError):
    """Votes that were given and not revealed could not be kept on disk; `detail` is the system's reason."""

    def __init__(self, detail: str) -> None:
        """Keep the system's reason."""
        super().__init__(detail)
        self.detail = detail


class BrandError(CxAuditError):
    """There is no brand to be read in `folder`: what is wrong, and how to mend it."""

    def __init__(self, folder: str, detail: str, mend: str) -> None:
        """Keep the folder, what is wrong and how to mend it."""
        super().__init__(folder, detail, mend)
        self.folder = folder
        self.detail = detail
        self.mend = mend
