"""The report of the assessment at hand for the window: what is chosen for it, its pages as they will be, its writing.

    report.toggle("evidence")            # a choice: journaled, undone like any edit
    report.look()                        # build it in the background; `pages_changed` when there are new pages
    report.want([0, 1, 2], 1.5)          # paint these pages; `page_painted` for each
    report.write(path, "docx")           # in the background; the desk's `exported`, or `refused`, or `cancelled`

The preview is the PDF itself, built and painted on a thread of its own, so that no click waits for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from cxaudit.app.reporting import (
    Cancelled,
    PageImage,
    PaperSize,
    PrivateField,
    ReportFormat,
    ReportOptions,
)
from cxaudit.domain.edits import ReportEdit
from cxaudit.domain.errors import ReportError
from cxaudit.domain.report_choices import AS_WRITTEN, ReportChoices
from cxaudit.presentation import section_order
from cxaudit.presentation.report_texts import EditableText, with_text
from cxaudit.ui.desk import Desk
from cxaudit.ui.report_draft import Draft, Look
from cxaudit.ui.tasks import Tasks


class ReportDesk(QObject):
    """The report of the assessment at hand.

    `form` is the form that is to be written next, `kept` what a copy for the client keeps of the private fields, None
    where it is no copy; both are forgotten with the assessment, so that no later report becomes a copy by accident.
    `seen` is the newest preview, `busy` whether a newer one is being built.

    Signals:
        changed: another choice was made that is not in the assessment (form, brand, paper, copy).
        pages_changed: `seen` is another one.
        page_painted: a page of `seen` is painted: its number from 0, the scale, a PageImage.
        writing_changed: a report is being written, or none is any more; see `writing`.
        progressed: how much of a report that is being written is done, and of how much.
        cancelled: the writing of a report was cancelled, and nothing was written.
        refused: a report could not be written: a ReportError, and the form that was asked for.
    """

    changed = Signal()
    pages_changed = Signal()
    page_painted = Signal(int, float, object)
    writing_changed = Signal()
    progressed = Signal(int, int)
    cancelled = Signal()
    refused = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._builds, self._pages = Tasks(self), Tasks(self)  # pages are painted while newer ones are made
        self._turn = 0
        self._wanted: dict[bool, list[tuple[int, float]]] = {False: [], True: []}
        self._painting = False
        self._stops: list[Event] = []
        self.form: ReportFormat = "pdf"
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

    def choose_form(self, form: ReportFormat) -> None:
        """Choose the form that is to be written next."""
        self.form = form
        self.changed.emit()

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
    @property
    def writing(self) -> bool:
        """Return whether a report is being written."""
        return bool(self._stops)

    def write(self, path: Path, form: ReportFormat = "pdf") -> None:
        """Write the report in the background; ends with the desk's `exported`, with `refused`, or with `cancelled`."""
        stop, draft = Event(), self.draft()

        def progress(done: int, of: int) -> None:
            if stop.is_set():
                raise Cancelled
            self.progressed.emit(done, of)

        self._stops.append(stop)
        failed = partial(self._not_written, stop, form)
        self._desk.in_background(partial(draft.write, path, form, progress), partial(self._written, stop, path), failed)
        self.writing_changed.emit()

    def cancel(self) -> None:
        """Stop the writing of reports; what lay at their places stays as it was."""
        for stop in self._stops:
            stop.set()

    def _written(self, stop: Event, path: Path, warnings: tuple[str, ...]) -> None:
        self._end_writing(stop)
        self._desk.exported.emit(path, warnings)

    def _not_written(self, stop: Event, form: ReportFormat, error: Exception) -> None:
        self._end_writing(stop)
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, ReportError):
            self.refused.emit(error, form)
        else:
            self._desk.fail(error)

    def _end_writing(self, stop: Event) -> None:
        self._stops.remove(stop)
        self.writing_changed.emit()

    def draft(self) -> Draft:
        """Return the report as it is chosen now, to be built or written on another thread."""
        desk = self._desk
        return Draft(desk.services, desk.assessment, desk.pack, self.options, self.brand_folder)

    # ------------------------------------------------------------------ preview
    def look(self) -> None:
        """Build the report as it is now; one that was asked for before and has not come is passed over."""
        self._turn += 1
        self.busy = True
        turn, draft = self._turn, self.draft()

        def progress(_done: int, _of: int) -> None:
            if turn != self._turn:
                raise Cancelled

        def work() -> Look | None:
            with suppress(Cancelled):
                return draft.look(progress) if turn == self._turn else None
            return None

        self._builds.start(work, partial(self._take_look, turn), partial(self._not_seen, turn))

    def _take_look(self, turn: int, look: Look | None) -> None:
        """Show a preview, unless a newer one was asked for, or another audit is at hand."""
        if look is None:
            return
        if turn != self._turn:
            self._close(look)
            return
        self._drop()
        self.seen, self.busy = look, False
        self.pages_changed.emit()

    def _not_seen(self, turn: int, error: Exception) -> None:
        """Keep the preview that there is, where the newest could not be built."""
        if turn == self._turn:
            self.busy = False
            self.pages_changed.emit()
        self._desk.fail(error)

    def want(self, pages: Sequence[int], scale: float, *, small: bool = False) -> None:
        """Ask for pages of `seen` to be painted, in this order; what was wanted before and not painted is forgotten.

        `small` asks for pictures of pages besides those, which are painted when nothing else is wanted.
        """
        self._wanted[small] = [(page, scale) for page in pages]
        self._paint_next()

    def _paint_next(self) -> None:
        wanted = self._wanted[False] or self._wanted[True]
        if self._painting or not wanted or self.seen is None:
            return
        self._painting = True
        look, (page, scale) = self.seen, wanted.pop(0)
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
            self._close(self.seen)
        self.seen, self._wanted = None, {False: [], True: []}

    def _close(self, look: Look) -> None:
        self._pages.start(look.pages.close, _nothing, self._desk.fail)

    def _take_up(self) -> None:
        """Begin anew with another assessment."""
        self._turn += 1
        self.form, self.kept, self.busy = "pdf", None, False
        self._drop()

    def finish(self) -> None:
        """Let the thread of the preview end."""
        self._take_up()
        self._builds.finish()
        self._pages.finish()


def _nothing(_value: object) -> None:
    """Take note of nothing."""
