"""Three lanes of the plan side by side, each one Tab stop; one above the other where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.plan import CardView, LaneView
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.layout import clear, column, row
from cxaudit.ui.widgets.paint import box, painter
from cxaudit.ui.widgets.plan_card import PlanCard
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.text import Text
from cxaudit.ui.widgets.turning import Turning

TURN = 780
"""Below this width (px at 100 %) the lanes stand above each other."""
FIRST, SPARE = 8, 2
"""A lane of more than FIRST + SPARE cards shows the first ones only, until it is unfolded."""


class _Bar(QWidget):
    """The coloured bar over a lane."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self.setFixedHeight(px(4))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            box(p, QRectF(self.rect()), self._role, None, 2)


class Cards(QWidget):
    """Cards under each other, one Tab stop. Where it `folds`, a long list shows its first ones and a way to the rest.

    Signals:
        pressed: the action of the card that was pressed.
    """

    pressed = Signal(str)

    def __init__(self, *, folds: bool = False) -> None:
        super().__init__()
        self._folds, self._views = folds, tuple[CardView, ...]()
        self.more = Button(size=BUTTON_SMALL).stretch()
        self.more.setParent(self)  # before it is in the column: alone it would be a window
        self.more.clicked.connect(self._unfold)
        self._col = QVBoxLayout(self)
        self._col.setContentsMargins(0, 0, 0, 0)
        self._col.setSpacing(px(6))
        self._roving = Roving(self)
        self.cards: list[PlanCard] = []

    def render_cards(self, views: tuple[CardView, ...]) -> None:
        """Show other cards."""
        self._views = views
        self._col.removeWidget(self.more)
        clear(self._col)
        shown = views[:FIRST] if self._folds and len(views) > FIRST + SPARE else views
        self.cards = [PlanCard(view) for view in shown]
        for card in self.cards:
            card.clicked.connect(lambda _on=False, action=card.view.action: self.pressed.emit(action))
            self._col.addWidget(card)
            card.show()  # at once, so that it can take the focus
        hidden = len(views) - len(shown)
        self.more.setVisible(hidden > 0)
        if hidden:
            self.more.render_text(_("Show the other {count}").format(count=hidden))
            self._col.addWidget(self.more)
        self._col.addStretch(1)
        self._roving.reset([*self.cards, self.more] if hidden else self.cards)

    def _unfold(self) -> None:
        """Show every card, from now on."""
        before, self._folds = len(self.cards), False
        self.render_cards(self._views)
        self.focus_at(before)

    def focus_at(self, at: int) -> bool:
        """Give the focus to the card at a place, the last where there are fewer; return whether there is one."""
        if not self.cards:
            return False
        self.cards[max(0, min(at, len(self.cards) - 1))].setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class Lane(QWidget):
    """One lane: bar, name, counts, cards."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._name = Text("", "strong", role, wrap=False)
        self._facts = Text("", "small", "muted", align=Qt.AlignmentFlag.AlignRight)
        self.cards = Cards(folds=True)
        head = row(self._name, self._facts, margins=(0, 4, 0, 4))
        head.setStretch(1, 1)
        self.setLayout(column(_Bar(role), head, self.cards, None, spacing=4))

    def render_view(self, view: LaneView) -> None:
        """Show a lane."""
        self._name.render_text(view.name)
        self._facts.render_text(view.facts)
        self.setAccessibleName(f"{view.name}: {view.facts}")
        self.cards.setAccessibleName(view.name)
        self.cards.render_cards(view.cards)


class Lanes(Turning):
    """Now, Next and Later.

    Signals:
        pressed: the action of the card that was pressed.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        self.lanes = [Lane(role) for role in ("now", "next", "later")]
        super().__init__(TURN, *((lane, 1) for lane in self.lanes))
        for lane in self.lanes:
            lane.cards.pressed.connect(self.pressed)
            self.align(lane, Qt.AlignmentFlag.AlignTop)

    def render_lanes(self, views: tuple[LaneView, ...]) -> None:
        """Show the three lanes."""
        for lane, view in zip(self.lanes, views, strict=True):
            lane.render_view(view)
