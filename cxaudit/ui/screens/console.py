"""The facilitator's console: it leads the room through read, vote, reveal and lock, and shows no vote before its time.

It stands in place of the questions while a workshop runs. All that it shows of votes comes out of `wall_view`, besides
the cards that are counted by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from cxaudit.app import ballots, closing, room_clock, rounds, steps, workshop
from cxaudit.app.ballots import Counts
from cxaudit.app.room import Outcome, Refusal
from cxaudit.domain.workshop import Vote
from cxaudit.i18n import _
from cxaudit.presentation.console import ConsoleView, console_view, drift_words, foot
from cxaudit.presentation.refusals import refusal_words
from cxaudit.presentation.wall import WallView, wall_view
from cxaudit.ui.actions import IN_QUESTIONS
from cxaudit.ui.dialogs.help import show_keys
from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.screens.console_asks import ConsoleAsks
from cxaudit.ui.screens.console_keys import ConsoleKeys, hints
from cxaudit.ui.session import Session
from cxaudit.ui.wall.stage import WallStage
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.console_page import ConsolePage
from cxaudit.ui.widgets.console_strip import ConsoleStrip
from cxaudit.ui.widgets.count_field import CountField
from cxaudit.ui.widgets.status_line import Hint

_TICK_MS = 250


class ConsoleScreen(AssessmentScreen):
    """The console. `parts` are its widgets; commands are methods, for keys and buttons alike."""

    place = "workshop"
    rail = False

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._stage: WallStage | None = None
        self.room = session.room
        self.parts = ConsolePage()
        self.set_page(self.parts)
        self.asks = ConsoleAsks(self, self.room)
        self._keys = ConsoleKeys(self)
        self._at: tuple[str, str, int] = ("", "", 0)
        self._view: ConsoleView | None = None
        self._given = 0
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self.tick)
        self.room.shown_changed.connect(self._refresh_if_shown)
        self.room.refused.connect(self._refuse)
        session.closing.connect(self.commit)
        self._connect()

    def _connect(self) -> None:
        parts = self.parts
        pressed: dict[Button, Callable[[], object]] = {
            parts.foot.open: self.go_forward,
            parts.foot.here: self.only_here,
            parts.foot.reveal: self.reveal,
            parts.foot.again: self.vote_again,
            parts.foot.close_button: self.close_question,
            parts.foot.unlock: self.asks.unlock,
            parts.foot.next: self.go_forward,
            parts.right.timer.turn: self.turn_timer,
            parts.right.timer.minute: self.add_minute,
            parts.right.parking.add: self.asks.park,
            parts.strip.swap: partial(self.want, "wall_swap"),
            parts.strip.blank: partial(self.want, "wall_blank"),
            parts.strip.freeze: partial(self.want, "wall_freeze"),
        }
        for button, act in pressed.items():
            button.clicked.connect(act)
        parts.table.counted.connect(self._count)
        parts.table.finished.connect(self._all_typed)
        parts.ballot.given.connect(self._cast)
        parts.tally.given.connect(self._cast)
        parts.tally.taken_back.connect(self._take_back)
        parts.method.chosen.connect(self._choose_method)
        parts.talk.written.connect(self._write_talk)

    @override
    def take_stage(self, stage: WallStage) -> None:
        self._stage = stage
        stage.changed.connect(self._render_stage)
        stage.give_strip(partial(self._strip, stage))
        self._render_stage()

    def _strip(self, stage: WallStage) -> ConsoleStrip:
        strip = ConsoleStrip(self.parts, stage)
        self.session.failed.connect(strip.tell_error)
        return strip

    # ------------------------------------------------------------------ what it shows
    @override
    def refresh(self) -> None:
        shown = self.room.shown
        if shown is None:
            return
        view, wall = console_view(shown, self.room.at), wall_view(shown, self.room.now())
        method = view.vote.method if view.vote else ""
        at = (view.practice, view.phase + method, view.round)
        moved = at != self._at
        if moved:
            self._leave(at)
        self._view = view
        self.parts.render_view(view, wall, foot(view, wall.band))
        self._render_clock(wall)
        self._render_stage()
        if moved and self.isVisible():
            self._arrive()
        self._tell_recorded(view)
        self.hints_changed.emit()

    def _leave(self, at: tuple[str, str, int]) -> None:
        """Send what was typed on the question that is left, and let go of a vote that was begun."""
        self.commit()
        self._at, self._given = at, 0
        self.parts.ballot.forget()
        self.parts.tally.forget()
        self.parts.say("")

    def _arrive(self) -> None:
        part = self.first_focus()
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        part.updateGeometry()  # the ring follows once it has its place

    def _tell_recorded(self, view: ConsoleView) -> None:
        if view.vote is not None and view.vote.given != self._given:
            if view.vote.given > self._given:
                self.parts.ballot.recorded()
            self._given = view.vote.given

    def tick(self) -> None:
        """Show the time as it is now."""
        if self.room.shown is not None and self.room.running:
            self._render_clock(wall_view(self.room.shown, self.room.now()))

    def _render_clock(self, wall: WallView) -> None:
        shown = self.room.shown
        assert shown is not None
        timer = shown.workshop.timer
        drift = drift_words(shown, self.room.now())
        self.parts.right.timer.render_clock(wall.clock, drift, running=timer is not None and bool(timer.since))

    def _render_stage(self) -> None:
        """Show what the wall shows, and where it stands."""
        if self._stage is not None and self._stage.window is not None and self.isVisible():
            self.parts.render_stage(self._stage)

    @override
    def first_focus(self) -> QWidget:
        vote = self._view.vote if self._view else None
        if vote is not None and not vote.waits:
            if vote.method == "cards" and self.parts.table.fields:
                return self.parts.table.fields[0]
            return self.parts.tally if vote.method == "tally" else self.parts.ballot
        return self.parts.foot.main or self.parts.right.timer.turn

    @override
    def enter(self) -> None:
        super().enter()
        if self.room.lost_votes:
            self.parts.say(_("The votes that were waiting cannot be read again. The room votes once more."))

    # ------------------------------------------------------------------ commands
    @property
    def typing(self) -> bool:
        """Return whether a text field has the focus; one for counts is none."""
        part = self.focusWidget()
        return isinstance(part, QLineEdit | QPlainTextEdit) and not isinstance(part, CountField)

    def _run(self, command: Callable[..., Outcome], *arguments: object) -> bool:
        self.parts.say("")
        return self.room.run(command, *arguments)

    def _refuse(self, refusal: Refusal) -> None:
        if self.isVisible():
            self.parts.say(refusal_words(self.session.pack, refusal))

    def go_forward(self) -> None:
        """Take the next step."""
        self.commit()
        self._run(steps.forward)

    def go_back(self) -> None:
        """Take a step back."""
        self.commit()
        self._run(steps.back)

    def reveal(self) -> None:
        """Show the votes."""
        self._run(rounds.reveal)

    def vote_again(self) -> None:
        """Open another round."""
        self._run(rounds.vote_again)

    def only_here(self) -> None:
        """Take those whose votes are in for all who are present."""
        for group in self._view.vote.groups if self._view and self._view.vote else ():
            if group.given != group.present:
                self._run(workshop.set_present, group.given, group.label)

    def close_question(self) -> None:
        """Ask how the question is locked, and lock it."""
        self.commit()
        self.asks.lock()

    def restart(self) -> None:
        """Take back all votes that wait, once that is confirmed."""
        if self.asks.restart():
            self._at = ("", "", 0)
            self.refresh()

    def turn_timer(self) -> None:
        """Let the timer run, or stop it."""
        self._run(room_clock.toggle_timer, self.room.now())

    def add_minute(self) -> None:
        """Give the question another minute."""
        self._run(room_clock.add_minute, self.room.now())

    def want(self, action: str) -> None:
        """Ask the window for an action."""
        self.action_wanted.emit(action)

    def write_dissent(self) -> None:
        """Go to the dissent note."""
        if self.parts.talk.isVisible():
            self.parts.talk.dissent.take_focus()

    def leave_field(self) -> None:
        """Leave a text field; what was typed is kept."""
        self.commit()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Send what was typed and not yet sent."""
        self.parts.talk.commit()

    # ------------------------------------------------------------------ votes
    def _count(self, group: str, counts: Counts) -> None:
        self._run(ballots.set_counts, counts, group)

    def _all_typed(self) -> None:
        main = self.parts.foot.main
        part = main or self.parts.table.fields[0]
        part.setFocus(Qt.FocusReason.TabFocusReason)

    def _cast(self, vote: Vote, group: str) -> None:
        self._run(ballots.cast, vote, group)

    def _take_back(self, vote: Vote, group: str) -> None:
        self._run(ballots.correct, vote, None, group)

    def _choose_method(self, at: int) -> None:
        if not self._run(workshop.set_method, ("cards", "ballot", "tally")[at]):
            self.refresh()

    def _write_talk(self, part: closing.Part, text: str) -> None:
        if self._view is not None and self.session.has_assessment:
            self.room.run(closing.record_talk, self._view.practice, part, text)

    # ------------------------------------------------------------------ keys and events
    @override
    def handle_action(self, action: str) -> bool:
        keys = partial(show_keys, self, in_room=True)
        known = {"workshop_map": self.asks.show_map, "workshop_restart": self.restart, "keys": keys}.get(action)
        if known is not None:
            known()
        return known is not None or action in IN_QUESTIONS

    @override
    def hints(self) -> tuple[Hint, ...]:
        return hints(self)

    @override
    def handle_key(self, event: QKeyEvent) -> bool:
        return self._keys.handle(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._ticking.start()
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._ticking.stop()
        super().hideEvent(event)
