"""The report of the assessment at hand for the window: what is chosen for it, its pages as they will be, its writing.

    report.toggle("evidence")            # a choice: journaled, undone like any edit
    report.look()                        # build it in the background; `pages_changed` when there are new pages
    report.want([0, 1, 2], 1.5)          # paint these pages; `page_painted` for each
    report.write(path, "docx")           # in the background; the desk's `exported` or `failed`, or `cancelled`

The preview is the PDF itself, built and painted on a thread of its own, so that no click waits for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from cxaudit.app.brand import BrandKit
from cxaudit.app.ports import Services
from cxaudit.app.reporting import (
    Cancelled,
    PageImage,
    PaperSize,
    PrivateField,
    ReportFormat,
    ReportOptions,
    ReportPages,
)
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.edits import ReportEdit
from cxaudit.domain.errors import BrandError
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.report_choices import AS_WRITTEN, ReportChoices
from cxaudit.presentation import section_order
from cxaudit.presentation.errors import error_view
from cxaudit.presentation.report_texts import EditableText, with_text
from cxaudit.ui.desk import Desk
from cxaudit.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Look:
    """A preview: the pages, what could not be printed as it was written, and what the brand's folder holds.

    `kit` is None without a brand; `brand_problem` says why its folder cannot be read.
    """

    pages: ReportPages
    warnings: tuple[str, ...]
    kit: BrandKit | None
    brand_problem: str


class ReportDesk(QObject):
    """The report of the assessment at hand.

    `kept` is what a copy for the client keeps of the private fields, None where it is no copy; it is forgotten with the
    assessment, so that no later report becomes a copy by accident. `seen` is the newest preview, `busy` whether a newer
    one is being built.

    Signals:
        changed: another choice was made that is not in the assessment (brand, paper, copy).
        pages_changed: `seen` is another one.
        page_painted: a page of `seen` is painted: its number from 0, the scale, a PageImage.
        progressed: how much of a report that is being written is done, and of how much.
        cancelled: the writing of a report was cancelled, and nothing was written.
    """

    changed = Signal()
    pages_changed = Signal()
    page_painted = Signal(int, float, object)
    progressed = Signal(int, int)
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pages = Tasks(self)
        self._turn = 0
        self._wanted: list[tuple[int, float]] = []
        self._painting = False
        self._stop = Event()
        self.kept: frozenset[PrivateField] | None = None
        self.seen: Look | None = None
        self.busy = False
        desk.opened.connect(self._take_up)

    # ------------------------------------------------------------------ what is chosen
    @property
    def choices(self) -> ReportChoices:
        """Return sections and texts as they were chosen."""
        return self._desk.assessment.report or AS_WRITTEN

    @property
    def brand_folder(self) -> Path | None:
        """Return the folder of this audit's brand, or None."""
        return self._desk.preferences.brand_for(self._desk.assessment.id)

    @property
    def paper(self) -> PaperSize:
        """Return the paper that reports are written for."""
        return self._desk.preferences.settings.paper

    @property
    def options(self) -> ReportOptions:
        """Return how the report is to be written, but for the brand, which is read when it is used."""
        return ReportOptions(sample=self._desk.sample, paper=self.paper, kept=self.kept)

    def toggle(self, section: str) -> None:
        """Take a section in, or leave it out."""
        self._choose(section_order.toggled(self.choices.sections, section))

    def move(self, section: str, by: int) -> None:
        """Move a section by so many places."""
        self._choose(section_order.moved(self.choices.sections, section, by))

    def set_text(self, found: EditableText, text: str) -> None:
        """Put a text in a person's own words; the program's own, or none, goes back to the program's."""
        self._edit(with_text(self._desk.assessment.report, found, text))

    def _choose(self, sections: section_order.Choice) -> None:
        new = ReportChoices(sections=sections, texts=self.choices.texts)
        self._edit(None if new == AS_WRITTEN else new)

    def _edit(self, choices: ReportChoices | None) -> None:
        self._desk.perform(ReportEdit(report=choices))

    def choose_brand(self, folder: Path | None) -> None:
        """Take the brand of a folder for this audit's report, or none."""
        self._desk.preferences.remember_brand(self._desk.assessment.id, folder)
        self.changed.emit()

    def choose_paper(self, paper: PaperSize) -> None:
        """Choose the paper."""
        self._desk.preferences.set_paper(paper)
        self.changed.emit()

    def keep(self, kept: frozenset[PrivateField] | None) -> None:
        """Make a copy for the client that keeps these private fields; None makes the whole report again."""
        self.kept = kept
        self.changed.emit()

    # ------------------------------------------------------------------ writing
    def write(self, path: Path, form: ReportFormat = "pdf") -> None:
        """Write the report in the background; the desk says `exported` or `failed`, this says `cancelled`."""
        self._stop = Event()
        draft, stop = self._draft(), self._stop

        def progress(done: int, of: int) -> None:
            if stop.is_set():
                raise Cancelled
            self.progressed.emit(done, of)

        def work() -> tuple[str, ...]:
            options, _kit, problem = draft.branded()
            said = draft.services.write_report(path, draft.audit, draft.pack, options, form, progress)
            return (*said, *((problem,) if problem else ()))

        self._desk.in_background(work, partial(self._desk.exported.emit, path), self._not_written)

    def cancel(self) -> None:
        """Stop the writing of a report; what lay at its place stays as it was."""
        self._stop.set()

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self._desk.fail(error)

    def _draft(self) -> _Draft:
        desk = self._desk
        return _Draft(desk.services, desk.assessment, desk.pack, self.options, self.brand_folder)

    # ------------------------------------------------------------------ preview
    def look(self) -> None:
        """Build the report as it is now; one that was asked for before and has not come is passed over."""
        self._turn += 1
        self.busy = True
        turn, draft = self._turn, self._draft()
        self._pages.start(lambda: draft.look() if turn == self._turn else None, self._take_look, self._desk.fail)

    def _take_look(self, look: Look | None) -> None:
        if look is None:
            return
        self._drop()
        self.seen, self.busy = look, False
        self.pages_changed.emit()

    def want(self, pages: Sequence[int], scale: float) -> None:
        """Ask for pages of `seen` to be painted, in this order; what was wanted before and not painted is forgotten."""
        self._wanted = [(page, scale) for page in pages]
        self._paint_next()

    def _paint_next(self) -> None:
        if self._painting or not self._wanted or self.seen is None:
            return
        self._painting = True
        look, (page, scale) = self.seen, self._wanted.pop(0)
        done = partial(self._take_page, look, page, scale)
        self._pages.start(lambda: look.pages.paint(page, scale), done, self._desk.fail)

    def _take_page(self, look: Look, page: int, scale: float, image: PageImage) -> None:
        self._painting = False
        if look is self.seen:
            self.page_painted.emit(page, scale, image)
        self._paint_next()

    def _drop(self) -> None:
        """Let go of the preview; its pages end on the thread that paints them."""
        if self.seen is not None:
            self._pages.start(self.seen.pages.close, _nothing, self._desk.fail)
        self.seen, self._wanted = None, []

    def _take_up(self) -> None:
        """Begin anew with another assessment."""
        self._turn += 1
        self.kept, self.busy = None, False
        self._drop()

    def finish(self) -> None:
        """Let the thread of the preview end."""
        self._take_up()
        self._pages.finish()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A report as it was chosen at one moment, to be built on another thread."""

    services: Services
    audit: Assessment
    pack: Pack
    options: ReportOptions
    folder: Path | None

    def branded(self) -> tuple[ReportOptions, BrandKit | None, str]:
        """Return the options with the brand as its folder holds it now; a folder that cannot be read stops nothing."""
        if self.folder is None:
            return self.options, None, ""
        try:
            kit = self.services.read_brand(self.folder)
        except BrandError as error:
            view = error_view(error)
            return self.options, None, " ".join((view.title, *view.items, *view.cures))
        return replace(self.options, brand=kit.brand), kit, ""

    def look(self) -> Look:
        """Return the preview."""
        options, kit, problem = self.branded()
        built = self.services.build_report(self.audit, self.pack, options)
        return Look(self.services.open_pages(built.content), built.warnings, kit, problem)


def _nothing(_value: object) -> None:
    """Take note of nothing."""
