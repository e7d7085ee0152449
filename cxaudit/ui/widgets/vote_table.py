"""The levels of a question with what stands beside them: fields for counted cards, or the votes once revealed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.app.ballots import Counts
from cxaudit.i18n import _
from cxaudit.presentation.console import VoteGroup
from cxaudit.presentation.wall import Row
from cxaudit.ui.theme import color, px
from cxaudit.ui.tokens import RADIUS_CONTROL
from cxaudit.ui.widgets.count_field import CountField
from cxaudit.ui.widgets.layout import clear
from cxaudit.ui.widgets.paint import CENTER, RIGHT, box, outline, painter, write
from cxaudit.ui.widgets.tab_order import put_in_order
from cxaudit.ui.widgets.text import Text

_BADGE, _FIELD, _HEAD, _DOT = 28, 56, 84, 11
_MOST_DOTS = 15


def rest_words(*, may_not_apply: bool) -> tuple[tuple[str, str], ...]:
    """Return what else than a level can be voted: its sign and its words."""
    aside = (("/", _("Does not apply")),) if may_not_apply else ()
    return (("?", _("Don't know")), *aside, ("–", _("Abstained")))  # noqa: RUF001 - a dash for no vote


class _Badge(QWidget):
    """The digit or sign of a row."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self._sign, self.marked = sign, False
        self.setFixedSize(px(_BADGE), px(_BADGE))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            box(p, QRectF(self.rect()), "accent" if self.marked else "sunken", outline(), RADIUS_CONTROL)
            write(p, QRectF(self.rect()), self._sign, "label", "on_accent" if self.marked else "ink", CENTER)


class _Votes(QWidget):
    """How many chose a level: a dot for each, and the number; the rounds before it hollow and small."""

    def __init__(self) -> None:
        super().__init__()
        self._votes, self._earlier = 0, 0
        self._again = False
        self.setFixedSize(px(250), px(34))

    def render_row(self, row: Row) -> None:
        """Show the votes of a level."""
        self._votes, self._again = row.votes or 0, bool(row.earlier)
        self._earlier = row.earlier[0] if row.earlier else 0
        said = _("Level {level}: {votes}").format(level=row.level, votes=self._votes)
        if self._again:
            said = _("{said}, before {votes}").format(said=said, votes=self._earlier)
        self.setAccessibleName(said)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        height, middle = self.height(), self.height() / 2
        with painter(self) as p:
            top = middle - px(6) if self._again else middle
            self._dots(p, self._votes, top, hollow=False)
            if self._again:
                self._dots(p, self._earlier, middle + px(9), hollow=True)
            number = QRectF(self.width() - px(40), 0, px(36), height)
            write(p, number, str(self._votes), "heading", "ink" if self._votes else "muted", RIGHT)

    def _dots(self, p: QPainter, count: int, y: float, *, hollow: bool) -> None:
        size = px(_DOT - 4 if hollow else _DOT)
        step = min(px(_DOT + 3), (self.width() - px(56)) / max(count, 1))
        p.setPen(color("muted" if hollow else "accent"))
        p.setBrush(Qt.BrushStyle.NoBrush if hollow else color("accent"))
        for k in range(count):
            p.drawEllipse(QPointF(px(_DOT) / 2 + k * step + 1, y), size / 2, size / 2)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What decides which widgets there are."""

    anchors: tuple[str, ...]
    labels: tuple[str, ...]
    rest: tuple[tuple[str, str], ...]
    votes: bool


class VoteTable(QWidget):
    """Five rows, and those for no level where counts are typed.

    Signals:
        counted: the counts of a group were typed: its label and `Counts`.
        finished: Return in the last field.
    """

    counted = Signal(str, object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(12), px(8), px(12), px(8))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(1, 1)
        self._shape: _Shape | None = None
        self._fields: dict[str, dict[str, CountField]] = {}
        self._badges: list[_Badge] = []
        self._votes: list[_Votes] = []

    # ------------------------------------------------------------------ what it shows
    def render_anchors(self, anchors: tuple[str, ...]) -> None:
        """Show the levels alone."""
        self._build(_Shape(anchors, (), (), votes=False))
        self._mark(())

    def render_counts(self, anchors: tuple[str, ...], groups: tuple[VoteGroup, ...], *, may_not_apply: bool) -> None:
        """Show fields for the counted cards of each group."""
        self._build(
            _Shape(
                anchors, tuple(group.label for group in groups), rest_words(may_not_apply=may_not_apply), votes=False
            )
        )
        self._mark(())
        for group in groups:
            counts = group.counts or Counts()
            values = dict(zip("12345", counts.levels, strict=True))
            values |= {"?": counts.dont_know, "/": counts.does_not_apply, "–": counts.abstained}  # noqa: RUF001 - as above
            for sign, field in self._fields[group.label].items():
                if not (field.hasFocus() and field.isModified()):  # what is typed right now is newer
                    field.render_count(values[sign])

    def render_votes(self, rows: tuple[Row, ...]) -> None:
        """Show the votes that were revealed."""
        self._build(_Shape(tuple(row.anchor for row in rows), (), (), votes=True))
        self._mark(tuple(row.level for row in rows if row.marked))
        for row, votes in zip(rows, self._votes, strict=True):
            votes.render_row(row)

    def _mark(self, levels: tuple[int, ...]) -> None:
        for level, badge in enumerate(self._badges, 1):
            badge.marked = level in levels
            badge.update()

    @property
    def fields(self) -> list[CountField]:
        """Return the fields in the order of typing: group by group, level by level."""
        return [field for group in self._fields.values() for field in group.values()]

    @property
    def at_hand(self) -> tuple[str, bool] | None:
        """Return which cards the field with the focus counts, in words, and whether something stands in it."""
        for label, fields in self._fields.items():
            for sign, field in fields.items():
                if field.hasFocus():
                    rest = dict(rest_words(may_not_apply=True))
                    words = f"“{rest[sign]}”" if sign in rest else sign
                    said = _("{sign} ({group})").format(sign=words, group=label) if label else words
                    return said, bool(field.text())
        return None

    # ------------------------------------------------------------------ how it is built
    def _build(self, shape: _Shape) -> None:
        if shape == self._shape:
            return
        self._shape = shape
        clear(self._grid)
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        self._fields = {label: {} for label in shape.labels}
        self._badges, self._votes = [], []
        top = self._heads(shape.labels)
        rows = [(str(level), anchor) for level, anchor in enumerate(shape.anchors, 1)]
        for k, (sign, words) in enumerate((*rows, *shape.rest)):
            self._row(top + k, sign, words, shape)
        put_in_order(*self.fields)
        for part in self.findChildren(QWidget):
            if part.parent() is self:
                part.show()  # at once: only what is seen takes the focus

    def _heads(self, labels: tuple[str, ...]) -> int:
        if labels in {(), ("",)}:
            return 0
        align = Qt.AlignmentFlag
        for k, label in enumerate(labels):
            head = Text(label, "captionstrong", "muted", lines=2, align=align.AlignHCenter)
            head.setFixedWidth(px(_HEAD))
            self._grid.addWidget(head, 0, 2 + k, align.AlignHCenter | align.AlignBottom)
        return 1

    def _row(self, at: int, sign: str, words: str, shape: _Shape) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        badge = _Badge(sign)
        role = "ink" if sign.isdigit() else "muted"
        self._grid.addWidget(badge, at, 0, middle)
        self._grid.addWidget(Text(words, "body" if len(shape.labels) < 2 else "small", role), at, 1, middle)
        self._grid.setRowMinimumHeight(at, px(40 if sign.isdigit() else 34))
        if sign.isdigit():
            self._badges.append(badge)
        for k, label in enumerate(shape.labels):
            said = _("{sign}, {words}").format(sign=sign, words=words)
            name = _("{said}: how many of {group}").format(said=said, group=label) if label else said
            field = CountField(name, width=_FIELD, height=34 if sign.isdigit() else 30)
            field.counted.connect(lambda group=label: self._count(group))
            field.done.connect(lambda here=field: self._go_on(here))
            self._fields[label][sign] = field
            self._grid.addWidget(field, at, 2 + k, Qt.AlignmentFlag.AlignCenter)
        if shape.votes:
            votes = _Votes()
            self._votes.append(votes)
            self._grid.addWidget(votes, at, 2, middle)

    def _count(self, group: str) -> None:
        fields = self._fields[group]
        one, two, three, four, five = (fields[sign].count for sign in "12345")
        rest = [fields[sign].count if sign in fields else 0 for sign in "?/–"]  # noqa: RUF001 - as above
        self.counted.emit(group, Counts((one, two, three, four, five), *rest))

    def _go_on(self, here: CountField) -> None:
        at = self.fields.index(here) + 1
        if at < len(self.fields):
            self.fields[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            box(p, QRectF(self.rect()), "surface", "hairline")
