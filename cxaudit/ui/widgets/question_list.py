"""The list beside the questions: a search, filters, and the questions by dimension. Three Tab stops, arrows inside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.question_list import ListRow, ListSection, ListView
from cxaudit.ui.theme import color, px
from cxaudit.ui.tokens import BUTTON_SMALL, LIST
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Empty
from cxaudit.ui.widgets.field import LineField
from cxaudit.ui.widgets.layout import clear, column, holder, row
from cxaudit.ui.widgets.list_filters import ListFilters
from cxaudit.ui.widgets.list_row import ListRowButton
from cxaudit.ui.widgets.paint import painter
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.tab_order import put_in_order
from cxaudit.ui.widgets.text import Text


class QuestionList(QWidget):
    """Search, filters and questions.

    Signals:
        searched: the text in the search field, as it is typed.
        filter_turned: the sign whose filter was pressed.
        cleared: search and filters are to be taken off.
        opened: the practice id of the question that was pressed.
    """

    searched = Signal(str)
    filter_turned = Signal(str)
    cleared = Signal()
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(px(LIST))
        self.setAccessibleName(_("List of questions"))
        self.search = LineField(_("Search the questions"), placeholder=_("Search (Ctrl F)"), show_label=False)
        self.search.edit.textChanged.connect(lambda: self.searched.emit(self.search.text))
        self.search.entered.connect(self._open_first)
        self.filters = ListFilters()
        self.filters.turned.connect(self.filter_turned)
        self._said = Text("", "small", "muted")
        self._sections = QVBoxLayout()
        self._sections.setSpacing(px(4))
        again = Button(_("Show all"), size=BUTTON_SMALL)
        again.clicked.connect(self.cleared)
        self._empty = Empty("search", _("No question matches"), _("Take a word or a filter away."), again)
        parts = (self.filters, self._said, self._sections, self._empty)
        self._inner = column(*parts, None, margins=(12, 4, 12, 16), spacing=8)
        self._area = Scroll(holder(self._inner))
        self._area.verticalScrollBar().rangeChanged.connect(self.show_here)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 1, 0)
        box.setSpacing(0)
        box.addLayout(column(self.search, margins=(12, 16, 12, 8)))
        box.addWidget(self._area, 1)
        self.rows: list[ListRowButton] = []
        self._roving = Roving(self)
        self._shape: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._progress: list[Text] = []
        self._here = ""

    # ------------------------------------------------------------------ what it shows
    def render_view(self, view: ListView, search: str) -> None:
        """Show a view; rows are built anew only where others are shown."""
        if self.search.text != search:
            self.search.commit()  # what was typed is of no use any more, even if just now
            self.search.render_text(search)
        others = self.filters.render_filters(view.filters)
        self._said.render_text(view.said)
        self._empty.setVisible(not view.sections)
        shape = tuple((s.title, tuple(r.practice for r in s.rows)) for s in view.sections)
        if shape != self._shape:
            self._shape, others = shape, True
            self._build(view.sections)
        if others:
            put_in_order(self.search.edit, *self.filters.toggles, *self.rows, self._empty)
        for text, section in zip(self._progress, view.sections, strict=True):
            text.render_text(section.progress)
        for made, line in zip(self.rows, _rows(view.sections), strict=True):
            made.render_row(line)
        here = next((k for k, made in enumerate(self.rows) if made.row.here), None)
        if here is not None and not self.at_row:
            self._roving.point_at(here)
            if others or self._here != self.rows[here].row.practice:
                QTimer.singleShot(0, self.show_here)  # once the rows have their heights
            self._here = self.rows[here].row.practice

    def _build(self, sections: tuple[ListSection, ...]) -> None:
        focused = next((k for k, made in enumerate(self.rows) if made.hasFocus()), -1)
        clear(self._sections)
        self.rows, self._progress = [], []
        for section in sections:
            progress = Text(section.progress, "caption", "muted", wrap=False)
            self._progress.append(progress)
            head = row(Text(section.title, "smallstrong"), progress, margins=(8, 8, 8, 0))
            head.setStretch(0, 1)
            self._sections.addLayout(head)
            for line in section.rows:
                made = ListRowButton(line)
                made.clicked.connect(partial(self.opened.emit, line.practice))
                self._sections.addWidget(made)
                made.show()  # at once, so that it can take the focus
                self.rows.append(made)
        self._roving.reset(self.rows, max(focused, 0))
        if focused >= 0:
            self.take_focus()

    # ------------------------------------------------------------------ focus
    @property
    def at_row(self) -> str:
        """Return the practice id of the row that has the focus, or an empty text."""
        return next((made.row.practice for made in self.rows if made.hasFocus()), "")

    @property
    def has_focus_within(self) -> bool:
        """Return whether one of its parts has the focus."""
        return self.isVisible() and any(
            part.hasFocus() for part in (self.search.edit, *self.filters.toggles, *self.rows)
        )

    def take_focus(self) -> None:
        """Give the focus to the row at hand, to the search where nothing matches."""
        target = self._roving.current if self.rows else self.search.edit
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_search(self) -> None:
        """Give the focus to the search field, its text selected."""
        self.search.edit.selectAll()
        self.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_here(self) -> None:
        """Bring the question at hand into view."""
        if not isValid(self._area):  # its range changes once more while it is destroyed
            return
        here = next((made for made in self.rows if made.row.here), None)
        if here is not None and not self.at_row:
            self._inner.activate()
            self._area.show_part(here)

    def _open_first(self) -> None:
        if self.rows:
            self.opened.emit(self.rows[0].row.practice)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.edit.hasFocus() and self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            p.fillRect(QRectF(self.rect()), color("surface"))
            p.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), color("hairline"))


def _rows(sections: tuple[ListSection, ...]) -> Iterator[ListRow]:
    return (line for section in sections for line in section.rows)
