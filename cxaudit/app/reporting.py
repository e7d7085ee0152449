"""What the report needs from outside: how it is to be written, and the protocols that write, build and show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from cxaudit.app.brand import NO_BRAND, Brand

if TYPE_CHECKING:  # the window is painted before the models are loaded
    from cxaudit.domain.assessment import Assessment
    from cxaudit.domain.questionnaire import Pack

ReportFormat = Literal["pdf", "docx", "pptx", "xlsx", "html", "csv", "json", "plan", "jira", "gitlab", "ics", "cxaudit"]
"""The report as PDF, Word, slides, spreadsheet, web page, table, data; the plan as spreadsheet, for two trackers and as
dates; the audit itself, to be opened in this program."""

PaperSize = Literal["A4", "Letter"]

PrivateField = Literal["notes", "words", "names", "votes", "evidence"]
"""What a copy for the client leaves out unless it is ticked: see `app.redaction`."""

Progress = Callable[[int, int], None]
"""Is told how much is done, and of how much; it stops the work by raising `Cancelled`."""


def silent(_done: int, _of: int) -> None:
    """Tell nobody how much is done."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong: a person changed their mind
    """The writing of a report was cancelled; nothing was written."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a report is to be written.

    `sections` are ids in order (see `presentation.report`); None for those chosen in the audit, or all. `sample`
    watermarks it. `receipt` attaches the answers and the arithmetic to a PDF, for `cxaudit verify`. `kept` makes a copy
    for the client: only the private fields that it names stay in; None writes everything.
    """

    sections: tuple[str, ...] | None = None
    sample: bool = False
    paper: PaperSize = "A4"
    receipt: bool = True
    kept: frozenset[PrivateField] | None = None
    brand: Brand = field(default=NO_BRAND)


@dataclass(frozen=True, slots=True)
class BuiltReport:
    """A report as a file's bytes, and sentences on what could not be written as it was.

    `places` says on which page (from 0) each section of a PDF begins, by its id; empty for other forms.
    """

    content: bytes
    warnings: tuple[str, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict[str, int])


class ReportBuilder(Protocol):
    """Builds a report in memory."""

    def __call__(
        self,
        assessment: Assessment,
        pack: Pack,
        options: ReportOptions = ...,
        form: ReportFormat = "pdf",
        progress: Progress | None = None,
    ) -> BuiltReport:
        """Return the report. Raises Cancelled where `progress` does."""
        ...


class ReportWriter(Protocol):
    """Writes a report to a file."""

    def __call__(
        self,
        path: Path,
        assessment: Assessment,
        pack: Pack,
        options: ReportOptions = ...,
        form: ReportFormat = "pdf",
        progress: Progress | None = None,
    ) -> tuple[str, ...]:
        """Write the report to `path`, replacing it whole or not at all, and return warnings.

        Raises ReportError, and Cancelled where `progress` does; a file that was there is then as it was.
        """
        ...


@dataclass(frozen=True, slots=True)
class PageImage:
    """A painted page: its size in pixels, and four bytes for each (blue, green, red, unused), row by row."""

    width: int
    height: int
    pixels: bytes


class ReportPages(Protocol):
    """The pages of a PDF that is held in memory."""

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Return the width and height of each page, in points."""
        ...

    def paint(self, page: int, scale: float) -> PageImage:
        """Return a page (from 0) at so many pixels a point."""
        ...

    def close(self) -> None:
        """Let go of the document."""
        ...


class PagesReader(Protocol):
    """Opens a PDF for painting."""

    def __call__(self, content: bytes) -> ReportPages:
        """Return the pages of a PDF."""
        ...
