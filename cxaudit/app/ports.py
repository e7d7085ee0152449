"""What the program needs from outside: protocols in the domain's terms, and the Services that hold them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from cxaudit.app.brand import BrandReader
from cxaudit.app.reporting import PagesReader, PaperSize, ReportBuilder, ReportWriter
from cxaudit.app.verifying import ReportVerifier

if TYPE_CHECKING:  # the window is painted before the models are loaded
    from cxaudit.app.audit_file import AuditReader
    from cxaudit.domain.assessment import Assessment
    from cxaudit.domain.edits import Edit
    from cxaudit.domain.engagement import Engagement
    from cxaudit.domain.fields import Mode
    from cxaudit.domain.questionnaire import Pack
    from cxaudit.domain.workshop import Ballot, Room

FileState = Literal["up to date", "waiting", "read-only", "conflict", "failed"]
Theme = Literal["system", "light", "dark", "contrast"]


class Clock(Protocol):
    """Tells the time; tests bring their own."""

    def now(self) -> datetime:
        """Return the local time with its offset."""
        ...


class PackLibrary(Protocol):
    """The published packs that came with the program."""

    def newest(self, pack: str = "cx-core") -> Pack:
        """Return the newest published version. Raises UnknownPackError."""
        ...

    def get(self, pack: str, version: str) -> Pack:
        """Return one published version. Raises UnknownPackError."""
        ...


@dataclass(frozen=True, slots=True)
class SaveStatus:
    """What is on disk. `acknowledged` is the sequence number of the last edit that is in the journal for certain.

    `journal_time` is when that was; `file` is the state of the document itself, `problem` the system's reason
    where the journal or the file failed.
    """

    acknowledged: int
    journal_time: datetime | None
    journal_ok: bool
    file: FileState
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Recovery:
    """What came back from the journal when the document was opened: how many edits, and when the last was made.

    `answers` counts the practices whose answer they changed. `note` is a technical word on a damaged last line, or
    empty.
    """

    edits: int
    answers: int
    last: datetime | None
    note: str = ""


class OpenDocument(Protocol):
    """A document that is open for writing: it is locked, and one thread of its own writes it.

    No method but `flush` and `close` waits for a disk.
    """

    @property
    def path(self) -> Path:
        """Return where the document lies."""
        ...

    @property
    def engagement(self) -> Engagement:
        """Return the content as it was when opened, recovered edits included."""
        ...

    @property
    def recovery(self) -> Recovery | None:
        """Return what came back from the journal, or None."""
        ...

    @property
    def status(self) -> SaveStatus:
        """Return what is on disk now."""
        ...

    def on_status(self, listener: Callable[[SaveStatus], None]) -> None:
        """Call `listener`, on the writer's thread, whenever the status changes."""
        ...

    def record(self, assessment: str, edit: Edit) -> int:
        """Queue an edit of the assessment id for the journal and return its sequence number at once."""
        ...

    def save(self) -> None:
        """Ask for the document itself to be written now rather than when idle."""
        ...

    def save_as(self, path: Path, moved: Callable[[Path, str], None] | None = None) -> None:
        """Ask for the document to move to another path; the old file stays.

        `moved` is called on the writer's thread with where the document lies then, and the reason where it stayed
        (an empty text where it moved).
        """
        ...

    def flush(self, timeout: float = 30.0) -> SaveStatus:
        """Wait until the journal and the document hold every edit, and return the status."""
        ...

    def close(self) -> None:
        """Flush, let go of the lock and end the writer."""
        ...


class DocumentLibrary(Protocol):
    """Opens, makes and reads documents."""

    def create(self, path: Path, engagement: Engagement) -> OpenDocument:
        """Make a document without waiting for the disk. A path that exists is never overwritten: it gets a number."""
        ...

    def open(self, path: Path) -> OpenDocument:
        """Open a document for writing, its journal replayed.

        Raises DamagedDocumentError, NewerDocumentError, LockedDocumentError or DocumentError.
        """
        ...

    def read(self, path: Path) -> Engagement:
        """Read a document with its journal, without a lock and without writing. Raises as `open` does."""
        ...

    def restore(self, path: Path) -> OpenDocument:
        """Open the newest good copy of a damaged or missing document, under a free name beside it.

        The damaged file stays as it is. Raises DamagedDocumentError where there is no good copy.
        """
        ...

    def discard_samples(self, folder: Path) -> None:
        """Remove the copies of the example in a folder, with all that is kept of them; open ones stay."""
        ...


@dataclass(frozen=True, slots=True)
class LostBallot:
    """The votes that were waiting cannot be read again; the room votes once more. `detail` tells no vote."""

    detail: str


class BallotBox(Protocol):
    """Keeps the votes that were given and not revealed, one ballot for each document, beside nothing else.

    `document` is the id of the assessment. `put` and `empty` wait for the disk.
    """

    def put(self, document: str, ballot: Ballot) -> None:
        """Keep a ballot in place of the one before. Raises BallotBoxError; the one before is kept then."""
        ...

    def take(self, document: str) -> Ballot | LostBallot | None:
        """Return the ballot that is kept, which stays; None where there is none."""
        ...

    def empty(self, document: str) -> None:
        """Keep none any more. Raises BallotBoxError."""
        ...


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One line of the list of recent files; `at` is the question where it was left, or empty."""

    path: Path
    organisation: str
    answered: int
    asked: int
    mode: Mode
    opened: datetime
    pinned: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers between sessions.

    `walls` tells by the monitors that are there where the wall of a workshop stands: pairs of a name for all of them
    together and a choice, the newest last. `dark_wall` is the wall's own look. `brands` tells by assessment id in which
    folder the brand of its report lies, the newest last; `paper` is what reports are written for.
    """

    theme: Theme = "system"
    confirm_each_answer: bool = False
    digits_answer: bool = True
    remember_recent: bool = True
    zoom: int = 100
    walls: tuple[tuple[str, str], ...] = ()
    dark_wall: bool = False
    brands: tuple[tuple[str, str], ...] = ()
    paper: PaperSize = "A4"


class SettingsStore(Protocol):
    """Keeps settings and the list of recent files. A file that cannot be read counts as none."""

    def load(self) -> Settings:
        """Return the settings."""
        ...

    def save(self, settings: Settings) -> None:
        """Keep the settings."""
        ...

    def recent(self) -> tuple[RecentFile, ...]:
        """Return the recent files, pinned ones first, then newest first; at most ten."""
        ...

    def remember(self, entry: RecentFile) -> None:
        """Put a file at the head of the list."""
        ...

    def forget(self, path: Path | None = None) -> None:
        """Take a file off the list, or all that are not pinned."""
        ...


@dataclass(frozen=True, slots=True)
class HandoutOptions:
    """For which room the printed pack is, on which paper, and how long the workshops are that get an agenda."""

    room: Room
    minutes: tuple[int, ...] = (60, 90, 120)
    paper: PaperSize = "A4"


class HandoutWriter(Protocol):
    """Writes the printed pack for a workshop: cards, ballots, tally sheet, script, agenda."""

    def __call__(self, path: Path, assessment: Assessment, pack: Pack, options: HandoutOptions) -> tuple[str, ...]:
        """Write the pack to `path`, replacing it whole or not at all, and return warnings. Raises HandoutError."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """Everything from outside, built once by `bootstrap`.

    `read_audit` reads any file that holds an audit. `documents_folder` is where a new audit is kept; `example` the
    answers file behind *Explore a sample*. `load_example` makes an assessment out of it. `log_file` is where a crash
    is written.
    """

    packs: PackLibrary
    documents: DocumentLibrary
    read_audit: AuditReader
    settings: SettingsStore
    write_report: ReportWriter
    build_report: ReportBuilder
    open_pages: PagesReader
    read_brand: BrandReader
    verify_report: ReportVerifier
    write_handout: HandoutWriter
    load_example: Callable[[], tuple[Assessment, Pack]]
    ballots: BallotBox
    clock: Clock
    documents_folder: Path
    log_file: Path

    def today(self) -> date:
        """Return today's date."""
        return self.clock.now().date()
