"""Votes one by one on this device: the secret ballot, and the tally that the facilitator types.

No digit is ever shown, said or kept here: a vote lives in the pad only between its key and the next one.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.domain.workshop import Vote
from cxaudit.i18n import _
from cxaudit.presentation.console import VoteGroup, VoteView
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import RADIUS_CARD
from cxaudit.ui.widgets.announce import announce
from cxaudit.ui.widgets.key_press import digit, plain
from cxaudit.ui.widgets.paint import CENTER, box, painter, write

State = Literal["idle", "asking", "chosen", "recorded"]
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def vote_of(event: QKeyEvent, *, may_not_apply: bool) -> Vote | None:
    """Return the vote of a key: 1 to 5, 0 for don't know, / for does not apply, - for none; None for other keys."""
    number = digit(event)
    if number is not None:
        return number or "dk"
    if not plain(event) or event.text() not in {"/", "-"}:
        return None
    if event.text() == "-":
        return "-"
    return "na" if may_not_apply else None


class VotePad(QWidget):
    """Takes votes one by one, for the group at hand.

    Signals:
        given: a vote and the label of its group.
        told: it says something else.
    """

    given = Signal(object, str)
    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[VoteGroup, ...] = ()
        self._may_not_apply = False
        self.group = ""
        self.head, self.line = "", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", RADIUS_CARD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(104))

    def render_vote(self, view: VoteView) -> None:
        """Show how many are in; the group at hand is the first one that is not complete."""
        self._groups, self._may_not_apply = view.groups, view.may_not_apply
        labels = [group.label for group in view.groups]
        full = all(group.given >= group.present for group in view.groups if group.label == self.group)
        if self.group not in labels or full:
            open_groups = [group.label for group in view.groups if group.given < group.present]
            self.group = open_groups[0] if open_groups else labels[0]
        self.say()

    @property
    def complete(self) -> bool:
        """Return whether all votes are in."""
        return bool(self._groups) and all(group.given >= group.present for group in self._groups)

    @property
    def turn(self) -> str:
        """Return whose turn it is, in words; empty without groups."""
        here = next((group for group in self._groups if group.label == self.group and group.label), None)
        if here is None:
            return ""
        count = _("{given} of {present} in").format(given=here.given, present=here.present)
        return _("{group} vote now: {count}. ← → change the group.").format(group=here.label, count=count)

    def say(self) -> None:
        """Show what to do now."""
        raise NotImplementedError

    def tell(self, head: str, line: str) -> None:
        """Show two lines."""
        self.head, self.line = head, line
        self.setAccessibleName(" ".join(part for part in (head, line) if part))
        self.update()
        self.told.emit()

    def other_group(self, event: QKeyEvent) -> bool:
        """Go to another group with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        labels = [group.label for group in self._groups]
        if step is None or len(labels) < 2:
            return False
        self.group = labels[(labels.index(self.group) + step) % len(labels)]
        self.say()
        return True

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(320), px(104))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter(self) as p:
            box(p, QRectF(self.rect()), "surface", "control", RADIUS_CARD)
            width = self.width() - px(32)
            write(p, QRectF(px(16), px(22), width, px(30)), self.head, "heading", "ink", CENTER)
            write(p, QRectF(px(16), px(56), width, px(22)), self.line, "body", "muted", CENTER)


class BallotPad(VotePad):
    """The secret ballot: Space, a digit, Return; then the device goes on to the next person.

    From Space to Return it takes every key, so that no key of a voter does anything else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._state: State = "idle"
        self._vote: Vote | None = None
        self._pressed = False

    @property
    def busy(self) -> bool:
        """Return whether somebody is voting right now."""
        return self._state in {"asking", "chosen"}

    def recorded(self) -> None:
        """Say that the vote is kept, and wait for the next person."""
        if self._pressed:
            self._pressed = False
            self._move("recorded")
            announce(self, self.head)

    def forget(self) -> None:
        """Let go of a vote that was begun."""
        self._vote, self._pressed = None, False
        self._move("idle")

    @override
    def say(self) -> None:
        aside = _(", / does not apply") if self._may_not_apply else ""
        keys = _("1 to 5, 0 don't know{aside}, - no vote").format(aside=aside)
        full, back = self.complete, _("Give it back to whoever leads: R reveals the votes.")
        heads = {
            "idle": _("All votes are in") if full else _("Press Space to vote"),
            "asking": _("Now your digit"),
            "chosen": _("Your digit is in. Press Enter."),
            "recorded": _("Recorded, all votes are in") if full else _("Recorded, pass it on"),
        }
        lines = {
            "idle": back if full else self.turn or _("Space, your digit, Enter. Nobody sees it."),
            "asking": keys,
            "chosen": _("Another digit takes its place. Esc begins again."),
            "recorded": back if full else self.turn or _("The next person presses Space."),
        }
        self.tell(heads[self._state], lines[self._state])

    def _move(self, state: State) -> None:
        self._state = state
        self.say()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            event.accept()
        elif self.busy:
            self._voting(event)
            event.accept()
        elif event.key() == Qt.Key.Key_Space:
            if not self.complete:
                self._vote = None
                self._move("asking")
            event.accept()
        elif self.other_group(event) or vote_of(event, may_not_apply=True) is not None or event.key() in _RETURNS:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _voting(self, event: QKeyEvent) -> None:
        vote = vote_of(event, may_not_apply=self._may_not_apply)
        if vote is not None:
            self._vote = vote
            self._move("chosen")
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Backspace}:
            self.forget()
        elif event.key() in _RETURNS and self._vote is not None:
            given, self._vote = self._vote, None
            self._pressed = True
            self._move("idle")
            self.given.emit(given, self.group)


class TallyPad(VotePad):
    """The tally: one digit for each person, as the facilitator sees or hears it; Backspace takes the last one back.

    Signals:
        taken_back: the last vote and the label of its group.
    """

    taken_back = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._last: tuple[Vote, str] | None = None

    def forget(self) -> None:
        """Forget which vote was the last."""
        self._last = None

    @override
    def say(self) -> None:
        aside = _(", / does not apply") if self._may_not_apply else ""
        if self.complete:
            self.tell(_("All votes are in"), _("R reveals them. Backspace takes back the last."))
            return
        line = _("1 to 5, 0 don't know{aside}, - no vote. Backspace takes back the last.").format(aside=aside)
        self.tell(self.turn or _("One digit for each person"), line)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        vote = vote_of(event, may_not_apply=self._may_not_apply)
        if event.isAutoRepeat():
            event.accept()
        elif vote is not None:
            self._last = (vote, self.group)
            self.given.emit(vote, self.group)
            event.accept()
        elif event.key() == Qt.Key.Key_Backspace and self._last is not None:
            last, self._last = self._last, None
            self.taken_back.emit(*last)
            event.accept()
        elif self.other_group(event):
            event.accept()
        else:
            super().keyPressEvent(event)
