"""The scale: five answer rows and "Don't know", one Tab stop. Arrows move the focus and never answer.

56 px high and full width; an anchor too long for one line makes its row higher. Neutral colours: no level ramp
before the results.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.ui.theme import color, font, px
from cxaudit.ui.tokens import BADGE, RADIUS_CHIP, RADIUS_CONTROL, RADIUS_ROW, ROW, ROW_SLIM
from cxaudit.ui.widgets.button import Pressable
from cxaudit.ui.widgets.marks import draw_tag, tag_width
from cxaudit.ui.widgets.paint import CENTER, box, icon, outline, painter, write
from cxaudit.ui.widgets.roving import Roving

_TEXT_LEFT = 12 + BADGE + 16
_TEXT_RIGHT = 48
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class AnswerRow(Pressable):
    """One row: digit badge, anchor, a check where it is chosen."""

    def __init__(self, digit: int, anchor: str = "", *, slim: bool = False) -> None:
        super().__init__(radius=RADIUS_ROW)
        self.digit = digit
        self._slim, self._chosen, self._aside = slim, False, ""
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.render_row(anchor, chosen=False)

    def render_row(self, anchor: str, *, chosen: bool, aside: str = "") -> None:
        """Show an anchor, whether it is the answer, and a word at its right end."""
        if (anchor, aside) != (self.text(), self._aside):
            self._heights.clear()
        self.setText(anchor)
        self._chosen, self._aside = chosen, aside
        name = f"{self.digit}: {anchor}" + (f", {aside}" if aside else "")
        self.setAccessibleName(_("{row}, chosen").format(row=name) if chosen else name)
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    @property
    def chosen(self) -> bool:
        """Return whether this row is shown as the answer."""
        return self._chosen

    @property
    def _right(self) -> int:
        return px(_TEXT_RIGHT) + (tag_width(self._aside) + px(8) if self._aside else 0)

    @property
    def _style(self) -> str:
        return "body" if self._slim else "anchor"

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        if width not in self._heights:
            room = QRectF(0, 0, max(px(80), width - px(_TEXT_LEFT) - self._right), px(1000))
            text = QFontMetricsF(font(self._style)).boundingRect(room, int(_WRAP), self.text())
            self._heights[width] = max(px(ROW_SLIM if self._slim else ROW), round(text.height()) + px(20))
        return self._heights[width]

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(self.width() if self.width() > px(100) else px(480)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(ROW_SLIM if self._slim else ROW))

    @override
    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        on, slim, height = self._chosen, self._slim, self.height()
        size = px(24 if slim else BADGE)
        badge = QRectF(px(12) + (px(BADGE) - size) / 2, (height - size) / 2, size, size)
        ground = "tint" if on else "hover" if self.hovered else "surface"
        with painter(self) as p:
            edge = "accent" if on else "control"
            box(p, QRectF(self.rect()), ground, edge, RADIUS_ROW, 1.5 if on else 1)
            box(p, badge, "accent" if on else "sunken", outline(edge), RADIUS_CHIP if slim else RADIUS_CONTROL)
            style = "smallstrong" if slim else "strong"
            write(p, badge, str(self.digit), style, "on_accent" if on else "ink", CENTER)
            p.setFont(font(self._style))
            p.setPen(color("muted" if not self.digit and not on else "ink"))
            text = QRectF(self.rect()).adjusted(px(_TEXT_LEFT), 0, -self._right, 0)
            p.drawText(text, int(_WRAP), self.text())
            if self._aside:
                wide = tag_width(self._aside)
                tag = QRectF(self.width() - px(_TEXT_RIGHT) - wide, (height - px(22)) / 2, wide, px(22))
                draw_tag(p, tag, self._aside, "accent_strong", "sunken")
            if on:
                check = QRectF(self.width() - px(36), (height - px(20)) / 2, px(20), px(20))
                icon(p, "check", check, "accent_strong", 2.25)


class AnswerRows(QWidget):
    """The whole scale.

    Signals:
        picked: the digit of the row that was pressed, 1 to 5, or 0 for "Don't know".
    """

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = [AnswerRow(digit) for digit in range(1, 6)]
        self.rows.append(AnswerRow(0, _("Don't know"), slim=True))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._gaps: list[QSpacerItem] = []
        for row in self.rows:
            if row.digit != 1:
                gap = QSpacerItem(0, 0)
                self._gaps.append(gap)
                self._box.addSpacerItem(gap)
            self._box.addWidget(row)
            row.clicked.connect(self._clicked)
        self.set_compact(compact=False)
        self._roving = Roving(self, self.rows)
        self.setAccessibleName(_("Answers"))

    def render_rows(self, anchors: tuple[str, ...], chosen: int | None) -> None:
        """Show five anchors, and which digit is the answer (0 for "Don't know", None for none)."""
        for row, anchor in zip(self.rows, (*anchors, _("Don't know")), strict=True):
            row.render_row(anchor, chosen=row.digit == chosen)
        self._roving.point_at(self._index(chosen))

    def set_compact(self, *, compact: bool) -> None:
        """Use the small gaps of a low window."""
        for gap in self._gaps:
            last = gap is self._gaps[-1]
            gap.changeSize(0, px((12 if last else 6) if compact else (16 if last else 8)))
        self._box.invalidate()

    @property
    def current(self) -> QWidget:
        """Return the Tab stop: the row that had the focus last, or the answer."""
        return self._roving.current or self.rows[0]

    def focus_row(self, chosen: int | None) -> None:
        """Give the focus to the row of a digit, the first where there is none."""
        self.rows[self._index(chosen)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _index(self, chosen: int | None) -> int:
        return 0 if chosen is None else 5 if chosen == 0 else chosen - 1

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, AnswerRow):
            self.picked.emit(row.digit)
