"""The plan: what to settle first, three lanes of actions, and what waits, is put off, done or parked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.citations import cited, source_text
from cxaudit.presentation.plan import CardView, PlanView, plan_view
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.steps import Subject
from cxaudit.ui.dialogs.action_details import decide_action
from cxaudit.ui.dialogs.arithmetic import show_arithmetic
from cxaudit.ui.dialogs.export import export_report
from cxaudit.ui.dialogs.fields import ask_reason
from cxaudit.ui.screens.base import AssessmentScreen
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card, Empty
from cxaudit.ui.widgets.layout import column, holder
from cxaudit.ui.widgets.page_head import PageHead
from cxaudit.ui.widgets.parked_list import ParkedList
from cxaudit.ui.widgets.plan_card import PlanCard
from cxaudit.ui.widgets.plan_lanes import Cards, Lanes
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.settle_strip import SettleStrip
from cxaudit.ui.widgets.status_line import Hint
from cxaudit.ui.widgets.text import Text

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Section(QWidget):
    """A titled list of cards that are not in the sequence; hidden where it is empty."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._text = Text(title, "strong")
        self.cards = Cards()
        self.cards.setAccessibleName(title)
        self.setLayout(column(self._text, self.cards, spacing=8))

    def render_cards(self, views: tuple[CardView, ...]) -> None:
        """Show the cards."""
        self.setVisible(bool(views))
        self._text.render_text(f"{self._title} ({len(views)})")
        self.cards.render_cards(views)


class PlanScreen(AssessmentScreen):
    """The plan."""

    place = "plan"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._view: PlanView | None = None
        export = Button(_("Write the report"), key="Ctrl E")
        export.clicked.connect(lambda: self.action_wanted.emit("export"))
        self.head = PageHead(export)
        self.settle = SettleStrip()
        self.settle.answer_wanted.connect(session.go_to_question)
        self.lanes = Lanes()
        self.lanes.pressed.connect(self.open_details)
        self.waiting = _Section(_("Waiting for something that was put off"))
        self.accepted = _Section(_("Accepted, not now"))
        self.done = _Section(_("Done"))
        self.parked = ParkedList()
        self._sections = (self.waiting, self.accepted, self.done)
        for section in self._sections:
            section.cards.pressed.connect(self.open_details)
        answer = Button(_("Review the answers"))
        answer.clicked.connect(lambda: self.action_wanted.emit("answer"))
        self._empty = Card(Empty("square-kanban", _("No action is open"), "", answer), margins=(16, 24, 16, 24))
        self._scroll = Scroll(
            holder(
                column(
                    self.head,
                    self.settle,
                    self.lanes,
                    self._empty,
                    *self._sections,
                    self.parked,
                    None,
                    spacing=12,
                    margins=(32, 24, 32, 24),
                )
            )
        )
        self.set_page(self._scroll)
        self._laid_out, self._settled = QTimer(self), QTimer(self)
        for timer, act in ((self._laid_out, self._begin_at_top), (self._settled, self._show_focus)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)

    # ------------------------------------------------------------------ showing
    @override
    def enter(self) -> None:
        super().enter()
        self._laid_out.start(0)

    def _begin_at_top(self) -> None:
        """Show the head first, and then as much of it as leaves the card at hand in view."""
        self._scroll.verticalScrollBar().setValue(0)
        self._settled.start(0)

    def _show_focus(self) -> None:
        here = QApplication.focusWidget()
        if here is not None and self._scroll.isAncestorOf(here):
            self._scroll.show_part(here)

    def _reading(self) -> Reading:
        workspace = self.session.workspace
        return Reading(workspace.pack, workspace.assessment, workspace.scorecard)

    @override
    def refresh(self) -> None:
        lane, at, action = self._where()
        workspace = self.session.workspace
        view = self._view = plan_view(self._reading(), workspace.plan, workspace.ranks)
        self.head.render_head(view.title, view.order, sample=self.session.sample)
        self.settle.render_views(view.settle)
        self.lanes.render_lanes(view.lanes)
        self.lanes.setVisible(not view.empty)
        self._empty.setVisible(bool(view.empty))
        self.waiting.render_cards(view.waiting)
        self.accepted.render_cards(view.accepted)
        self.done.render_cards(view.done)
        self.parked.render_views(view.parked)
        if action:
            self._refocus(lane, at, action)

    def _groups(self) -> list[Cards]:
        return [*(lane.cards for lane in self.lanes.lanes), *(s.cards for s in self._sections)]

    def _where(self) -> tuple[int, int, str]:
        """Return the group, the place in it and the action of the card that has the focus."""
        here = self.window().focusWidget()  # also while a dialog has the focus
        for group, cards in enumerate(self._groups()):
            if isinstance(here, PlanCard) and here in cards.cards:
                return group, cards.cards.index(here), here.view.action
        return 0, 0, ""

    def _refocus(self, group: int, at: int, action: str) -> None:
        """Stay at the place in the lane where one was; the card itself may have gone to another group."""
        groups = self._groups()
        same = next((c for c in groups[group].cards if c.view.action == action), None)
        if same is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not groups[group].focus_at(at):
            next((True for cards in groups if cards.focus_at(0)), False)

    @override
    def first_focus(self) -> QWidget | None:
        first = self.lanes.lanes[0].cards.cards
        return first[0] if first else None

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint("← →", _("lane")),
            Hint("↵", _("open")),
            Hint("D", _("done")),
            Hint("N", _("not now, with a reason")),
            Hint("A", _("arithmetic")),
        )

    # ------------------------------------------------------------------ keys and actions
    @override
    def handle_key(self, event: QKeyEvent) -> bool:
        group, at, action = self._where()
        card = self._view.card(action) if self._view is not None and action else None
        key = Qt.Key(event.key())
        if card is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _SIDEWAYS and group < len(self.lanes.lanes):
            self._go_sideways(group, at, _SIDEWAYS[key])
        elif key == Qt.Key.Key_D:
            self._decide(card, done=True)
        elif key == Qt.Key.Key_N:
            self._decide(card, done=False)
        elif key == Qt.Key.Key_A:
            show_arithmetic(self.session, Subject("action", action), self)
        else:
            return False
        return True

    def _go_sideways(self, group: int, at: int, step: int) -> None:
        lanes = [lane.cards for lane in self.lanes.lanes]
        target = group + step
        while 0 <= target < len(lanes):
            if lanes[target].focus_at(at):
                here = QApplication.focusWidget()
                if here is not None:
                    self._scroll.show_part(here)
                return
            target += step

    def _decide(self, card: CardView, *, done: bool) -> None:
        """Tick an action done or put it off; the same key takes it back."""
        if card.status == ("done" if done else "accepted"):
            self.session.set_action(card.action, status="open", reason="")
        elif done:
            self.session.set_action(card.action, status="done", reason="")
        else:
            sentence = _("It stays in the plan and in the report as accepted, with your reason.")
            reason = ask_reason(
                self, _("Not now: {title}").format(title=card.title), sentence, _("Put it off"), card.reason
            )
            if reason:
                self.session.set_action(card.action, status="accepted", reason=reason)

    def open_details(self, action: str) -> None:
        """Show an action in full, and keep what is decided about it."""
        card = self._view.card(action) if self._view is not None else None
        if card is None:
            return
        sources = "; ".join(source_text(source) for source in cited(self.session.pack, card.sources))
        decision = decide_action(self, card, sources)
        if decision is not None:
            self.session.set_action(
                action, status=decision.status, reason=decision.reason, owner=decision.owner, due=decision.due
            )

    @override
    def handle_action(self, action: str) -> bool:
        if action == "export":
            export_report(self, self.session)
            return True
        return False
