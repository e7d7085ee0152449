"""How a question of a workshop is closed, opened again, or its round started anew."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from cxaudit.app.closing import lock_agreed, lock_open, lock_votes
from cxaudit.app.room import Outcome, RoomSession
from cxaudit.domain.model import HI, LO
from cxaudit.i18n import _, ngettext
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.dialogs.fields import ask_reason
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.field import LineField, ProseField
from cxaudit.ui.widgets.key_press import digit, plain
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.text import Text

Kind = Literal["votes", "agreed", "none"]
_LEVELS = tuple(str(level) for level in range(LO, HI + 1))
_KINDS: tuple[Kind, ...] = ("votes", "agreed", "none")


class LockDialog(Dialog):
    """Enter keeps the votes; a digit chooses an agreed level and asks for a reason; N closes without agreement.

    After N the next two digits are the lowest and the highest level.
    """

    def __init__(self, parent: QWidget, room: RoomSession) -> None:
        sentence = _("Return: keep the votes. 1 to 5: agreed level. N: no agreement.")
        super().__init__(parent, _("Lock this question"), sentence, width=560)
        self._room = room
        levels = room.answer.rounds[-1].levels or (LO, HI)
        self._kind: Kind = "votes"
        words = (_("Keep the votes"), _("Agreed level"), _("No agreement"))
        self.kinds = Segments(words, _("How it is locked"))
        self.kinds.chosen.connect(self._choose_kind)
        self.level = Segments(_LEVELS, _("Agreed level"), -1)
        self.level.chosen.connect(self._clear)
        self.reason = LineField(_("Why the room agreed on this level"))
        self.reason.entered.connect(self.check)
        self.lowest = Segments(_LEVELS, _("Lowest"), levels[0] - 1)
        self.highest = Segments(_LEVELS, _("Highest"), levels[-1] - 1)
        self.dissent = ProseField(_("Dissent note: who sees it otherwise, and why (no names)"), lines=2)
        self.dissent.render_text(room.answer.talk.dissent if room.answer.talk else "")
        self._problem = Text("", "small", "flag")
        self._agreed = holder(column(row(Text(_("Level"), "label", wrap=False), self.level, None), self.reason))
        ends = row(Text(_("Between"), "label", wrap=False), self.lowest, Text(_("and"), wrap=False), self.highest, None)
        self._none = holder(ends)
        for part in (self.kinds, self._agreed, self._none, self._problem, self.dissent):
            self.content.addWidget(part)
        self.add_buttons(_("Lock the question"))
        if self.accept_button is not None:
            self.accept_button.clicked.disconnect()
            self.accept_button.clicked.connect(self.check)
        self.outcome: Outcome | None = None
        self.choose("votes")

    def _choose_kind(self, at: int) -> None:
        self.choose(_KINDS[at])

    def choose(self, kind: Kind, level: int | None = None) -> None:
        """Choose how it is closed, on a level where one is given."""
        self._kind = kind
        self.kinds.render_choice(_KINDS.index(kind))
        self._agreed.setVisible(kind == "agreed")
        self._none.setVisible(kind == "none")
        self._clear()
        if level is not None:
            self.level.render_choice(level - 1)
        first: QWidget | None = self.accept_button
        if kind == "agreed":
            first = self.reason.edit if level is not None else self.level
        elif kind == "none":
            first = self.lowest
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _choose_end(self, level: int) -> None:
        """Take a level for the end at hand, and go on to what comes after it."""
        end = self.highest if self.highest.hasFocus() else self.lowest
        end.render_choice(level - 1)
        after = self.highest if end is self.lowest else self.accept_button
        if after is not None:
            after.setFocus(Qt.FocusReason.TabFocusReason)
        self._clear()

    def _clear(self, _at: int = 0) -> None:
        self._problem.hide()
        self.reason.render_problem("")

    def check(self) -> None:
        """Close with what was chosen, or say what is missing."""
        self._clear()
        level, dissent = self.level.at + 1, self.dissent.text
        if self._kind == "agreed" and not level:
            self._refuse(_("Choose the level that the room agreed on."), self.level)
        elif self._kind == "agreed" and not self.reason.text.strip():
            self.reason.render_problem(_("Write a few words why the room agreed on it."))
            self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._kind == "agreed":
            self._end(lock_agreed(self._room, level, self.reason.text, dissent))
        elif self._kind == "votes":
            self._end(lock_votes(self._room, dissent))
        elif self.lowest.at > self.highest.at:
            self._refuse(_("The lowest level comes first."), self.lowest)
        else:
            self._end(lock_open(self._room, self.lowest.at + 1, self.highest.at + 1, dissent))

    def _refuse(self, problem: str, where: QWidget) -> None:
        self._problem.render_text(problem)
        self._problem.show()
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit) or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        level = digit(event)
        if level and self._kind == "none":
            self._choose_end(level)
        elif level:
            self.choose("agreed", level)
        elif plain(event) and event.text().lower() == "n":
            self.choose("none")
        else:
            super().keyPressEvent(event)


def ask_lock(parent: QWidget, room: RoomSession) -> Outcome | None:
    """Ask how the question at hand is closed; return what closes it, or None."""
    dialog = LockDialog(parent, room)
    return dialog.outcome if dialog.exec() else None


def ask_unlock(parent: QWidget) -> str | None:
    """Ask why a closed question is opened again."""
    sentence = _("The reason, and how the question was closed, stay on file.")
    return ask_reason(parent, _("Open the question again"), sentence, _("Open again"))


def ask_restart(parent: QWidget, given: int) -> bool:
    """Ask whether the votes that wait are to be taken back."""
    sentence = ngettext(
        "{count} vote is in and was not revealed. It is taken back, and the room votes anew.",
        "{count} votes are in and were not revealed. They are taken back, and the room votes anew.",
        given,
    ).format(count=given)
    dialog = Dialog(parent, _("Start this round again?"), sentence)
    dialog.add_buttons(_("Start again"), danger=True)
    return bool(dialog.exec())
