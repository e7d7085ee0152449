"""What moves in what-if: the bars before and after, the numbers, the red flags, the first actions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.charts_change import ChangeBar, change_chart, change_height
from cxaudit.presentation.what_if import Figure, FlagChange, PlanChange, WhatIfView
from cxaudit.ui.theme import px, zoom
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.drawing_view import paint_op
from cxaudit.ui.widgets.layout import clear, column, holder, row
from cxaudit.ui.widgets.marks import Icon, Tag
from cxaudit.ui.widgets.paint import box, painter, write
from cxaudit.ui.widgets.text import Text
from cxaudit.ui.widgets.turning import Turning

TURN = 460
"""Below this width (px at 100 %) the numbers stand under each other."""
_TOP = Qt.AlignmentFlag.AlignTop
_FLAGS = {"goes": ("circle-check", "good"), "comes": ("octagon-alert", "flag"), "stays": ("octagon-alert", "muted")}


class ChangeChart(QWidget):
    """The five bars before and after, drawn anew for each width."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[ChangeBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def render_bars(self, bars: tuple[ChangeBar, ...]) -> None:
        """Show other bars."""
        self._bars = bars
        drawing = change_chart(bars, 400)
        self.setAccessibleName(drawing.title)
        self.setAccessibleDescription(drawing.description)
        self.setFixedHeight(px(change_height(bars)))
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), self.height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        factor = zoom() / 100
        with painter(self) as p:
            p.scale(factor, factor)
            for op in change_chart(self._bars, self.width() / factor).ops:
                paint_op(p, op)


class _Key(QWidget):
    """Which bar is which."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(px(20))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(px(196))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        middle = self.height() / 2
        with painter(self) as p:
            box(p, QRectF(0, middle - px(2.5), px(20), px(5)), "muted", None, 2)
            write(p, QRectF(px(26), 0, px(56), self.height()), _("on file"), "caption", "muted")
            box(p, QRectF(px(88), middle - px(6), px(20), px(12)), "accent", None, 3)
            write(p, QRectF(px(114), 0, px(82), self.height()), _("with changes"), "caption", "muted")


class _Figures(Turning):
    """The numbers in two columns, in one where it is narrow."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__(TURN, *((part, 1) for part in parts), spacing=32)

    @override
    def turned(self) -> None:
        self._box.setSpacing(px(4 if self.narrow else 32))


class ChangeCards(QWidget):
    """The right side of what-if."""

    def __init__(self) -> None:
        super().__init__()
        self.chart = ChangeChart()
        self._figures = (self._list(), self._list())
        self._flags, self._plan = self._list(), self._list()
        figures = _Figures(*map(holder, self._figures))
        head = row(Text(_("Before and after"), "strong", wrap=False), None, _Key())
        self.setLayout(
            column(
                Card(head, self.chart, figures, margins=(16, 12, 16, 12), spacing=8),
                Card(Text(_("Red flags"), "strong"), self._flags, margins=(16, 12, 16, 12), spacing=6),
                Card(Text(_("First actions then"), "strong"), self._plan, margins=(16, 12, 16, 12), spacing=6),
                spacing=12,
            )
        )

    def _list(self) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setContentsMargins(0, 0, 0, 0)
        made.setSpacing(px(4))
        return made

    def render_view(self, view: WhatIfView) -> None:
        """Show what moves."""
        self.chart.render_bars(view.bars)
        for layout in (*self._figures, self._flags, self._plan):
            clear(layout)
        for at, figure in enumerate(view.figures):
            self._figures[at // 2].addWidget(_figure(figure))
        for flag in view.flags:
            self._flags.addWidget(_flag(flag))
        if not view.flags:
            self._flags.addWidget(Text(_("None, before or after."), "small", "muted"))
        for change in view.first:
            self._plan.addWidget(_action(change))
        for title in view.leaving:
            self._plan.addWidget(_aside(_("Leaves: {title}").format(title=title)))
        if view.no_actions:
            self._plan.addWidget(Text(view.no_actions, "small", "muted"))


def _figure(figure: Figure) -> QWidget:
    style, role = ("label", "ink") if figure.moved else ("body", "muted")
    line = row(Text(figure.label, "small", "muted", wrap=False), Text(figure.text, style, role, align=_right()))
    line.setStretch(1, 1)
    return holder(line)


def _right() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight


def _flag(flag: FlagChange) -> QWidget:
    icon_name, role = _FLAGS[flag.way]
    mark = Icon(icon_name, 16, role)
    line = row(mark, Text(flag.text, "small", "muted" if flag.way == "stays" else "ink"), spacing=8)
    line.setAlignment(mark, _TOP)
    line.setStretch(1, 1)
    return holder(line)


def _action(change: PlanChange) -> QWidget:
    rank = Text(str(change.rank), "small", "muted", wrap=False)
    rank.setFixedWidth(px(16))
    title = Text(change.title, "smallstrong" if change.was else "small")
    parts: list[QWidget] = [rank, title]
    if change.was:
        parts.append(Tag(change.was, "accent_strong", "tint"))
    line = row(*parts, spacing=8)
    line.setStretch(1, 1)
    for part in parts:
        line.setAlignment(part, _TOP)
    return holder(line)


def _aside(text: str) -> QWidget:
    return holder(row(24, Text(text, "small", "muted"), spacing=0))
