"""The sections of the report in their order: take or leave each, move it, change its texts. Two Tab stops."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.report_screen import SectionChoice
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.layout import row
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.section_row import SectionRow


class SectionList(QWidget):
    """All sections; `tools` are the buttons for the one at hand, to be put where they stay in view.

    Signals:
        shown: the id of the section whose page is to be shown.
        toggled: the id of the section that is to be taken or left.
        moved: the id of a section, and by how many places it is to be moved.
        texts_wanted: the id of the section whose texts are to be changed.
    """

    shown = Signal(str)
    toggled = Signal(str)
    moved = Signal(str, int)
    texts_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Sections"))
        self._col = QVBoxLayout(self)
        self._col.setContentsMargins(0, 0, 0, 0)
        self._col.setSpacing(px(2))
        self._roving = Roving(self)
        self._at = ""
        self.rows: list[SectionRow] = []
        up = Button("", icon_name="arrow-up", size=BUTTON_SMALL, name=_("Move the section up"))
        down = Button("", icon_name="arrow-down", size=BUTTON_SMALL, name=_("Move the section down"))
        texts = Button(_("Texts…"), icon_name="pencil-line", key="T", size=BUTTON_SMALL)
        for button, by in ((up, -1), (down, 1)):
            button.clicked.connect(lambda _on=False, by=by: self.moved.emit(self._at, by))
        texts.clicked.connect(lambda: self.texts_wanted.emit(self._at))
        self.tools = QWidget()
        self.tools.setLayout(row(texts, None, up, down, spacing=4))
        self._buttons = Roving(self.tools, (texts, up, down), way="horizontal")

    @property
    def at(self) -> str:
        """Return the id of the section at hand."""
        return self._at

    def render_sections(self, views: tuple[SectionChoice, ...], pages: Mapping[str, str]) -> None:
        """Show the sections, and on which pages each is; the one at hand stays at hand."""
        if len(views) != len(self.rows):
            self._build(views)
        held = any(found.hasFocus() for found in self.rows)
        if all(view.id != self._at for view in views):
            self._at = views[0].id
        for found, view in zip(self.rows, views, strict=True):
            found.render_row(view, pages.get(view.id, ""), here=view.id == self._at)
        self._point(held=held)

    def point_at(self, section: str) -> None:
        """Let a section be the one at hand; the focus goes along where a row has it."""
        if section != self._at:
            self._take(section)

    def _build(self, views: tuple[SectionChoice, ...]) -> None:
        self.rows = [SectionRow(view) for view in views]
        for found in self.rows:
            found.clicked.connect(partial(self._press, found))
            found.toggled_by_hand.connect(partial(self._toggle, found))
            found.moved_by_hand.connect(partial(self._move, found))
            self._col.addWidget(found)
            found.texts_wanted.connect(partial(self._change, found))
            found.focused.connect(partial(self._focus, found))
        self._roving.reset(self.rows)

    def _focus(self, found: SectionRow) -> None:
        if found.view.id != self._at:
            self._take(found.view.id)

    def _take(self, section: str) -> None:
        held = any(found.hasFocus() for found in self.rows)
        self._at = section
        for found in self.rows:
            found.render_row(found.view, found.pages, here=found.view.id == section)
        self._point(held=held)

    def _point(self, *, held: bool) -> None:
        """Make the row at hand the Tab stop; give it the focus where a row had it."""
        for at, found in enumerate(self.rows):
            if found.view.id == self._at:
                self._roving.point_at(at)
                if held:
                    found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, found: SectionRow) -> None:
        self._take(found.view.id)
        self.shown.emit(found.view.id)

    def _toggle(self, found: SectionRow) -> None:
        self._take(found.view.id)
        if not (found.view.fixed or found.view.empty):
            self.toggled.emit(found.view.id)

    def _change(self, found: SectionRow) -> None:
        self.texts_wanted.emit(found.view.id)

    def _move(self, found: SectionRow, by: int) -> None:
        if found.view.movable:
            self.moved.emit(found.view.id, by)
