"""The blocks of a sheet of arithmetic as widgets: step heads, formulas, sentences, small charts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.step_charts import gate_chart, held_chart
from cxaudit.presentation.steps import Block, Formula, Gate, Held, Offer, Sentence, Step, Subject, Table, block_lines
from cxaudit.ui.theme import px, width_of, zoom
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.drawing_view import paint_op
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.number_table import NumberTable
from cxaudit.ui.widgets.paint import CENTER, RIGHT, box, outline, painter, write
from cxaudit.ui.widgets.text import Text


class StepHead(QWidget):
    """The number of a step in a disc, and its title."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number, self._title = number, title
        self.setFixedHeight(px(28))
        self.setAccessibleName(f"{number}. {title}")

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(28))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        disc = QRectF(0, px(3), px(22), px(22))
        with painter(self) as p:
            box(p, disc, "tint", outline("accent"), 11)
            write(p, disc, str(self._number), "captionstrong", "accent_strong", CENTER)
            write(p, QRectF(px(32), 0, self.width() - px(32), self.height()), self._title, "strong")


class FormulaLine(QWidget):
    """What it gives, the sum, the exact value, the shown one. A long sum takes a line of its own."""

    _WHAT, _EXACT, _SHOWN = 96, 116, 92

    def __init__(self, formula: Formula) -> None:
        super().__init__()
        self._formula = formula
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(block_lines(formula)[0].strip())

    def _room(self, width: int) -> int:
        return width - px(self._WHAT + self._SHOWN + 8) - self._exact

    @property
    def _exact(self) -> int:
        """Return the width of the exact value, which is never cut."""
        return max(px(self._EXACT), round(width_of(self._formula.exact, "body")) + px(16))

    def _lines(self, width: int) -> list[str]:
        """Return the sum, broken where it is too long."""
        out: list[str] = []
        for word in self._formula.sum.split(" "):
            longer = f"{out[-1]} {word}" if out else word
            if out and width_of(longer, "body") <= self._room(width):
                out[-1] = longer
            else:
                out.append(word)
        return out

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return px(6) + px(20) * max(1, len(self._lines(width)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(max(self.width(), px(400))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), px(26))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        formula, width = self._formula, self.width()
        with painter(self) as p:
            write(p, QRectF(0, 0, px(self._WHAT - 8), px(26)), formula.what, "body", "muted")
            for at, line in enumerate(self._lines(width)):
                top = px(3) + at * px(20)
                write(p, QRectF(px(self._WHAT), top, self._room(width), px(20)), line, "body")
            exact = QRectF(width - self._exact - px(self._SHOWN), 0, self._exact, px(26))
            write(p, exact, formula.exact, "body", "muted", RIGHT)
            shown = QRectF(width - px(self._SHOWN), 0, px(self._SHOWN), px(26))
            write(p, shown, formula.shown, "label", "flag" if formula.flag else "ink", RIGHT)


class StepChart(QWidget):
    """A chart that is drawn anew for each width."""

    def __init__(self, draw: Callable[[float], Drawing], height: float, least: int = 200) -> None:
        super().__init__()
        self._draw, self._least = draw, least
        sample = draw(400)
        self.setAccessibleName(sample.title)
        self.setAccessibleDescription(sample.description)
        self.setFixedHeight(px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._least), self.height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        factor = zoom() / 100
        with painter(self) as p:
            p.scale(factor, factor)
            for op in self._draw(self.width() / factor).ops:
                paint_op(p, op)


def sentence(block: Sentence) -> QWidget:
    """Return a line of words, with its icon where it has one."""
    flagged = block.icon == "octagon-alert"
    words = Text(block.text, "smallstrong" if block.strong else "small", "ink")
    if not block.icon:
        return words
    mark = Icon(block.icon, 16, "flag" if flagged else "warn")
    line = row(mark, words, spacing=8)
    line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return holder(line)


def gate(block: Gate) -> QWidget:
    """Return the shares beside what follows from them."""
    drawing = gate_chart(block, 320)
    chart = StepChart(lambda width: gate_chart(block, width), drawing.height, 220)
    words = holder(column(4, *(sentence(s) for s in block.sentences), None, spacing=6))
    line = row(chart, words, spacing=24)
    line.setStretch(0, 5)
    line.setStretch(1, 4)
    return holder(line)


def offer(block: Offer, tried: Callable[[Offer], None]) -> QWidget:
    """Return what can be tried, with the button for it."""
    button = Button(_("Try it"), size=BUTTON_SMALL)
    button.setAccessibleName(_("Try it: {words}").format(words=block.text))
    button.clicked.connect(partial(tried, block))
    words = column(Text(block.text, "smallstrong"), Text(block.detail, "small", "muted"), spacing=0)
    line = row(holder(words), button, spacing=16)
    line.setStretch(0, 1)
    return holder(line)


def widget_of(block: Block, opened: Callable[[Subject], None], tried: Callable[[Offer], None]) -> QWidget:
    """Return a block as a widget; `opened` gets the subject of a table's row, `tried` what is to be tried."""
    match block:
        case Offer():
            return offer(block, tried)
        case Table():
            table = NumberTable(block)
            table.opened.connect(opened)
            return table
        case Formula():
            return FormulaLine(block)
        case Sentence():
            return sentence(block)
        case Held():
            return StepChart(lambda width: held_chart(block, width), held_chart(block, 400).height)
        case Gate():
            return gate(block)


def step(part: Step, opened: Callable[[Subject], None], tried: Callable[[Offer], None]) -> QWidget:
    """Return a numbered step with its blocks; see `widget_of`."""
    blocks = [widget_of(b, opened, tried) for b in part.blocks]
    return holder(column(StepHead(part.number, part.title), *blocks, spacing=6))
