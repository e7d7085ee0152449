"""Rows of the results: a gap, a first action, the overall number. Each is pressed as a whole."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.findings import GapView, OverallView
from cxaudit.presentation.flags import FlagView
from cxaudit.presentation.proof_card import ProofCard
from cxaudit.presentation.results import FirstAction
from cxaudit.ui.theme import line_height, px, width_of
from cxaudit.ui.tokens import CHIP, RADIUS_CHIP, RADIUS_CONTROL
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.layout import clear
from cxaudit.ui.widgets.marks import draw_level, draw_tag, tag_width
from cxaudit.ui.widgets.paint import CENTER, box, icon, painter, write
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.wrapped import wrapped, write_lines

_LEFT = 28
_INSET = 8


class _Row(Pressable):
    """A row, numbered unless it is 0: title, a line below, something at the right. It grows with its texts."""

    def __init__(self, number: int, title: str, line: str) -> None:
        super().__init__(title, radius=RADIUS_CONTROL)
        self._number, self._line = number, line
        self._left = _LEFT if number else 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def aside(self) -> int:
        """Return the width that is kept free at the right of the title."""
        return 0

    def _title_room(self, width: int) -> int:
        return width - px(self._left + 2 * _INSET) - (self.aside + px(12) if self.aside else 0)

    def _line_room(self, width: int) -> int:
        return width - px(self._left + 2 * _INSET)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        titles = wrapped(self.text(), "label", self._title_room(width))
        words = wrapped(self._line, "small", self._line_room(width))
        return px(10) + len(titles) * line_height("label") + len(words) * line_height("small")

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(280), self.heightForWidth(max(self.width(), px(240))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(220), px(44))

    def paint_aside(self, p: QPainter, rect: QRectF) -> None:
        """Paint what stands at the right, in a rectangle as high as the title."""
        raise NotImplementedError

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        width, top = self.width(), px(4)
        with painter(self) as p:
            if self.hovered:
                box(p, QRectF(self.rect()), "hover", None, RADIUS_CONTROL)
            if self._number:
                place = QRectF(px(_INSET), top, px(_LEFT - 4), line_height("label"))
                write(p, place, str(self._number), "label", "muted")
            left = px(self._left + _INSET)
            titles = wrapped(self.text(), "label", self._title_room(width))
            below = write_lines(p, left, top, titles, "label", "ink")
            write_lines(p, left, below, wrapped(self._line, "small", self._line_room(width)), "small", "muted")
            if self.aside:
                right = width - px(_INSET)
                self.paint_aside(p, QRectF(right - self.aside, top - px(2), self.aside, px(CHIP)))


class GapRow(_Row):
    """A practice below its target, from its level to its target."""

    def __init__(self, number: int, view: GapView) -> None:
        super().__init__(number, view.title, " \u00b7 ".join((view.dimension_title, view.share, *view.marks)))
        self.view = view
        text = _("{number}. {title}: level {level}, target {target}. {dimension}, {share}")
        self.setAccessibleName(
            text.format(
                number=number,
                title=view.title,
                level=view.level,
                target=view.target,
                dimension=view.dimension_title,
                share=", ".join((view.share, *view.marks)),
            )
        )

    @property
    @override
    def aside(self) -> int:
        return px(2 * CHIP + 28)

    @override
    def paint_aside(self, p: QPainter, rect: QRectF) -> None:
        chip = px(CHIP)
        draw_level(p, QRectF(rect.left(), rect.top(), chip, chip), self.view.level, claimed=self.view.claimed)
        icon(p, "arrow-right", QRectF(rect.left() + chip + px(6), rect.top() + px(4), px(16), px(16)), "muted")
        target = QRectF(rect.right() - chip, rect.top(), chip, chip)
        box(p, target, "surface", "target", RADIUS_CHIP, 2)
        write(p, target, str(self.view.target), "smallstrong", "ink", CENTER)


class ActionRow(_Row):
    """One of the first actions: what to do this week, and whose it is."""

    def __init__(self, view: FirstAction) -> None:
        line = _("This week: {step}").format(step=view.first_step)
        super().__init__(view.rank, view.title, line)
        self.view = view
        self.setAccessibleName(f"{view.rank}. {view.title}. {line} {view.owner}")

    @property
    @override
    def aside(self) -> int:
        return min(tag_width(self.view.owner), px(132))

    @override
    def paint_aside(self, p: QPainter, rect: QRectF) -> None:
        draw_tag(p, QRectF(rect.left(), rect.top() + px(1), rect.width(), px(22)), self.view.owner, "muted", "sunken")


class _OpeningRow(_Row):
    """A row without a number that opens something: an arrow at the right."""

    def __init__(self, title: str, line: str) -> None:
        super().__init__(0, title, line)
        self.setAccessibleName(f"{title}. {line}")

    @property
    @override
    def aside(self) -> int:
        return px(20)

    @override
    def paint_aside(self, p: QPainter, rect: QRectF) -> None:
        icon(p, "chevron-right", QRectF(rect.left(), rect.top() + px(2), px(20), px(20)), "muted")


class ProofRow(_OpeningRow):
    """Claimed against shown: the finding and the counts; pressed it lists each answer."""

    def __init__(self, view: ProofCard) -> None:
        super().__init__(view.title, view.line)


class FlagRow(_OpeningRow):
    """One red flag of many; pressed it is explained. `at` is its place among all."""

    def __init__(self, at: int, view: FlagView) -> None:
        super().__init__(view.title, f"{view.dimension_title} \u00b7 {view.cause}")
        self.at = at


class OverallRow(Pressable):
    """The one number, with its range and level; the last thing on the page."""

    def __init__(self) -> None:
        super().__init__(radius=RADIUS_CONTROL)
        self._view: OverallView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(64))

    def render_view(self, view: OverallView) -> None:
        """Show the overall number."""
        self._view = view
        words = " ".join((_("Overall"), view.index, view.line, view.why_none))
        self.setAccessibleName(words.strip())
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(220), px(64))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        view, left = self._view, px(_INSET)
        if view is None:
            return
        with painter(self) as p:
            if self.hovered:
                box(p, QRectF(self.rect()), "hover", None, RADIUS_CONTROL)
            head = QRectF(left, px(4), self.width() - 2 * left, px(18))
            write(p, head, _("Overall, last because the profile matters more"), "small", "muted")
            number = round(width_of(view.index, "number")) + 2
            write(p, QRectF(left, px(24), number, px(36)), view.index, "number")
            rest = left + number + px(14)
            write(p, QRectF(rest, px(26), self.width() - rest - left, px(34)), view.line, "body", "muted")


class RowList(QWidget):
    """Rows under each other, one Tab stop.

    Signals:
        pressed: the row that was pressed.
    """

    pressed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._col = QVBoxLayout(self)
        self._col.setContentsMargins(0, 0, 0, 0)
        self._col.setSpacing(px(4))
        self._roving = Roving(self)
        self.rows: list[Pressable] = []

    def render_rows(self, rows: list[Pressable]) -> None:
        """Show other rows."""
        clear(self._col)
        self.rows = rows
        for part in rows:
            part.clicked.connect(lambda _on=False, part=part: self.pressed.emit(part))
            self._col.addWidget(part)
        self._roving.reset(rows)
