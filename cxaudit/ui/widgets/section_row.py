"""One section of the report in the list: taken or left, its title, the marks of its texts, and its pages."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.report_screen import SectionChoice
from cxaudit.ui.theme import line_height, px, width_of
from cxaudit.ui.tokens import RADIUS_CONTROL
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.paint import RIGHT, box, icon, outline, painter, write
from cxaudit.ui.widgets.wrapped import wrapped, write_lines

_LEFT, _PAD, _GAP = 38, 8, 6
_SQUARE, _MARK = 18, 16
_ROOMY = 380
"""Below this width (px at 100 %) the descriptions are left out; a screen reader says them."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SectionRow(Pressable):
    """One section.

    A press shows its page; Space, or a press on its box, takes or leaves it; Alt with arrows moves it; T changes its
    texts.

    Signals:
        focused: it has the focus now.
        toggled_by_hand: it is to be taken or left.
        moved_by_hand: by how many places it is to be moved.
        texts_wanted: its texts are to be changed.
    """

    focused = Signal()
    toggled_by_hand = Signal()
    moved_by_hand = Signal(int)
    texts_wanted = Signal()

    def __init__(self, view: SectionChoice) -> None:
        super().__init__(view.title, radius=RADIUS_CONTROL)
        self.view, self.pages, self.here = view, "", False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.render_row(view, "", here=False)

    def render_row(self, view: SectionChoice, pages: str, *, here: bool) -> None:
        """Show a section, on which pages it is, and whether it is the one at hand."""
        self.view, self.pages, self.here = view, pages, here
        self.setText(view.title)
        told = (_("page {pages}").format(pages=pages),) if pages else ()
        self.setAccessibleName(", ".join((view.title, view.words, *told)))
        self.setAccessibleDescription(view.description)
        self._fit()
        self.updateGeometry()
        self.update()

    # ------------------------------------------------------------------ size
    @property
    def _style(self) -> str:
        return "label" if self.here else "body"

    @property
    def _marks(self) -> list[tuple[str, str]]:
        """Return icons and roles, from the left."""
        edited = [("pencil-line", "muted")] if self.view.edited else []
        return [*edited, *([("triangle-alert", "warn")] if self.view.moved else [])]

    @property
    def _aside(self) -> int:
        """Return the room at the right for pages and marks."""
        pages = round(width_of(self.pages, "caption")) + px(_GAP) if self.pages else 0
        return pages + len(self._marks) * px(_MARK + _GAP)

    def _titles(self, width: int) -> tuple[str, ...]:
        return wrapped(self.text(), self._style, width - px(_LEFT + _PAD) - self._aside)

    def _below(self, width: int) -> tuple[str, ...]:
        if not self.view.empty and width < px(_ROOMY):
            return ()
        return wrapped(self.view.description, "caption", width - px(_LEFT + _PAD))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        lines = len(self._titles(width)) * line_height(self._style)
        return 2 * px(_GAP) + lines + len(self._below(width)) * line_height("caption")

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(max(self.width(), px(200))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(32))

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(self.width(), px(160))))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ------------------------------------------------------------------ keys and pointer
    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved_by_hand.emit(by)
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.texts_wanted.emit()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.toggled_by_hand.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:  # it has done its work when it went down
            super().keyReleaseEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isDown() and event.button() == Qt.MouseButton.LeftButton and event.position().x() < px(_LEFT - 4):
            self.setDown(False)
            self.toggled_by_hand.emit()
        else:
            super().mouseReleaseEvent(event)

    # ------------------------------------------------------------------ painting
    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        role = "accent_strong" if self.here else "ink" if self.view.on and not self.view.empty else "muted"
        with painter(self) as p:
            if self.here or self.hovered:
                ground = "tint" if self.here else "hover"
                box(p, QRectF(self.rect()), ground, outline() if self.here else None, RADIUS_CONTROL)
            self._paint_state(p)
            self._paint_aside(p)
            titles = self._titles(self.width())
            below = write_lines(p, px(_LEFT), px(_GAP), titles, self._style, role)
            write_lines(p, px(_LEFT), below, self._below(self.width()), "caption", "muted")

    def _paint_state(self, p: QPainter) -> None:
        on = self.view.on
        square = QRectF(px(_PAD), px(_GAP) + (line_height("body") - px(_SQUARE)) / 2, px(_SQUARE), px(_SQUARE))
        if self.view.fixed:
            icon(p, "lock", square.adjusted(px(1), px(1), -px(1), -px(1)), "muted", 2)
        elif self.view.empty:
            icon(p, "minus", square.adjusted(px(2), px(2), -px(2), -px(2)), "muted", 2)
        else:
            box(p, square, "accent" if on else "surface", "accent" if on else "control", 5, 1.25)
            if on:
                inner = square.adjusted(px(2.5), px(2.5), -px(2.5), -px(2.5))
                icon(p, "check", inner, "on_accent", 3.2)

    def _paint_aside(self, p: QPainter) -> None:
        right, height = float(self.width() - px(_PAD)), line_height(self._style)
        write(p, QRectF(0, px(_GAP), right, height), self.pages, "caption", "muted", RIGHT)
        x = right - self._aside + px(_GAP)
        for name, role in self._marks:
            icon(p, name, QRectF(x, px(_GAP) + (height - px(_MARK)) / 2, px(_MARK), px(_MARK)), role, 2)
            x += px(_MARK + _GAP)
