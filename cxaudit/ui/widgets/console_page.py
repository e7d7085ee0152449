"""The console's page: the line of the wall, and three columns; one above the other where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.console import ConsoleView, Foot
from cxaudit.presentation.wall import WallView
from cxaudit.presentation.words import DOT
from cxaudit.ui.theme import px
from cxaudit.ui.wall.paint import WallPaint
from cxaudit.ui.wall.stage import WallStage
from cxaudit.ui.widgets.announce import announce
from cxaudit.ui.widgets.ballot_pad import BallotPad, TallyPad
from cxaudit.ui.widgets.card import Rule
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.console_foot import ConsoleFoot, WallStrip
from cxaudit.ui.widgets.console_left import LeftColumn
from cxaudit.ui.widgets.console_right import RightColumn
from cxaudit.ui.widgets.layout import column, fill, row
from cxaudit.ui.widgets.phase_strip import PhaseStrip
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.talk_pane import TalkPane
from cxaudit.ui.widgets.text import Text
from cxaudit.ui.widgets.vote_table import VoteTable

_TURN = 1140
_LEFT, _RIGHT = 308, 268
_METHODS = ("cards", "ballot", "tally")
_UNLIMITED = 16_777_215


class Middle(QWidget):
    """The question with its states, its levels, the entry of votes, and what to do now."""

    def __init__(self, method: QWidget, *parts: QWidget) -> None:
        super().__init__()
        self._place = Text("", "label", "accent_strong", wrap=False)
        self._question = Text("", "heading")
        self._aside = Text("", "small", "muted")
        self._none = Text("", "small", "muted", lines=1)
        head = row(self._place, None, self._none, method)
        self.setLayout(column(head, self._question, *parts, self._aside, None, spacing=8))

    def render_view(self, view: ConsoleView, asides: tuple[str, ...]) -> None:
        """Show a view; `asides` are the votes that are no level, once revealed."""
        self._place.render_text(view.place)
        self._question.render_text(view.question)
        revealed = view.phase in {"reveal", "locked"}
        self._none.render_text(DOT.join(asides) if revealed else "")
        self._none.setVisible(revealed and bool(asides))
        hidden = view.vote is not None and view.vote.method != "cards"
        self._aside.render_text(_("Nobody sees these votes before they are revealed, not even here.") if hidden else "")
        self._aside.setVisible(hidden)


class ConsolePage(QWidget):
    """All widgets of the console: `strip`, `left`, `mirror`, `table`, `ballot`, `tally`, `foot`, `right`, `method`.

    `shown` is what it renders now.

    Signals:
        changed: it shows something else, or says something.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[ConsoleView, Foot] | None = None
        self.strip, self.mirror, self.phases = WallStrip(), WallPaint(), PhaseStrip()
        self.table, self.ballot, self.tally, self.foot = VoteTable(), BallotPad(), TallyPad(), ConsoleFoot()
        self.method = Segments((_("Cards"), _("Secret ballot"), _("Tally")), _("How the room votes"))
        self.left, self.right = LeftColumn(self.mirror), RightColumn()
        self.talk = TalkPane()
        entry = (self.table, self.ballot, self.tally)
        self._middle = Middle(self.method, self.phases, *entry, self.foot, self.talk)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        fill(self._columns, self.left, self._middle, self.right, spacing=20, margins=(20, 12, 20, 12))
        self._columns.setStretch(1, 1)
        body = QWidget()
        body.setLayout(self._columns)
        self._narrow: bool | None = None
        self.setLayout(column(self.strip, Rule(), Scroll(body), spacing=0))
        self._arrange(narrow=False)
        self.say("")

    def render_view(self, view: ConsoleView, wall: WallView, foot: Foot) -> None:
        """Show a view of the question, and what the wall shows of its votes."""
        vote = view.vote if view.vote is not None and not view.vote.waits else None
        self.method.setVisible(vote is not None)
        self.phases.render_steps(view.steps)
        self._render_table(view, wall)
        self.ballot.setVisible(vote is not None and vote.method == "ballot")
        self.tally.setVisible(vote is not None and vote.method == "tally")
        if vote is not None:
            self.method.render_choice(_METHODS.index(vote.method))
            self.ballot.render_vote(vote)
            self.tally.render_vote(vote)
        self.shown = (view, foot)
        self.foot.render_view(view, foot)
        self._middle.render_view(view, wall.foot)
        self.left.render_view(view)
        self.right.render_view(view)
        self.talk.render_view(view)
        self.changed.emit()

    def render_stage(self, stage: WallStage) -> None:
        """Show what the wall shows, and where it stands."""
        self.mirror.render_look(stage.look)
        self.mirror.render_wide(stage.wide)
        self.mirror.render_view(stage.view)
        self.strip.render_line(stage.line, stage.place_line)
        self.strip.render_wall(blank=stage.blank, frozen=stage.frozen)

    def _render_table(self, view: ConsoleView, wall: WallView) -> None:
        vote = view.vote
        if vote is not None and vote.method == "cards" and not vote.waits:
            self.table.render_counts(view.anchors, vote.groups, may_not_apply=vote.may_not_apply)
        elif wall.band is not None:
            self.table.render_votes(wall.rows)
        else:
            self.table.render_anchors(view.anchors)

    @property
    def said(self) -> str:
        """Return why nothing was done at last, or nothing."""
        return self.foot.said

    def say(self, text: str) -> None:
        """Say why nothing was done, or nothing."""
        self.foot.say(text)
        if text:
            announce(self, text)
        self.changed.emit()

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        ways = QBoxLayout.Direction
        for part in (self.left, self._middle, self.right):
            self._columns.removeWidget(part)
        order = (self._middle, self.right, self.left) if narrow else (self.left, self._middle, self.right)
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        for part in order:
            self._columns.addWidget(part, int(part is self._middle and not narrow))
        for part, width in ((self.left, _LEFT), (self.right, _RIGHT)):
            part.setMinimumWidth(0 if narrow else px(width))
            part.setMaximumWidth(_UNLIMITED if narrow else px(width))
        self.mirror.setMaximumWidth(px(_LEFT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(narrow=self.width() < px(_TURN))
        super().resizeEvent(event)
