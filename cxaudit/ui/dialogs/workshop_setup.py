"""Starts a workshop: who is here, how the room votes, how long a question takes, and where to begin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from cxaudit.domain.fields import Mode
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import Method, Room
from cxaudit.i18n import _
from cxaudit.presentation.room_form import RoomForm, RoomProblem, read_room, room_remark, time_words
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.dialogs.merge import show_merge
from cxaudit.ui.session import Session
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.choice import Check, Segments
from cxaudit.ui.widgets.field import LineField
from cxaudit.ui.widgets.group_lines import GroupLines
from cxaudit.ui.widgets.layout import holder, row
from cxaudit.ui.widgets.text import Text

_METHODS: tuple[Method, ...] = ("cards", "ballot", "tally")
_MODES: tuple[Mode, ...] = ("quick", "full")


class SetupDialog(Dialog):
    """Asks for the room. `room`, `mode` and `at` are the answers once it was accepted.

    It proposes to begin at the question at hand where a workshop closed that one: there it can be opened again.
    """

    def __init__(self, parent: QWidget, session: Session, back_row: Callable[[QWidget], object]) -> None:
        sentence = _("Six to 25 people, blind votes, one question at a time.")
        super().__init__(parent, _("Run a workshop"), sentence, width=620)
        self._pack: Pack = session.pack if session.has_assessment else session.services.packs.newest()
        self.at = _closed_question(session)
        self.room: Room | None = None
        self.mode: Mode = session.assessment.mode if session.has_assessment else "quick"
        self.present = LineField(_("How many people vote"), most=3)
        self.minutes = LineField(_("Minutes for a question"), most=2)
        self.minutes.render_text("4")
        self.split = Check(_("Count two to four groups apart"))
        self.groups = GroupLines(self._remark)
        self.method = Segments((_("Cards"), _("Secret ballot"), _("Tally")), _("How the room votes"))
        self.modes = Segments((_("Five-minute questions"), _("Full audit")), _("Questions"), _MODES.index(self.mode))
        self.start = Button("", size=BUTTON_SMALL, icon_name="list-checks")
        self.rehearse = Check(_("Rehearse without a projector"))
        self.merge = Check(_("Then merge the answers that people gave alone beforehand"))
        self._time, self._said = Text("", "small", "muted"), Text("", "small", "warn")
        self._fill()
        self.add_buttons(_("Start the workshop"))
        back = Button(_("Check the back row…"), "link")
        back.clicked.connect(lambda: back_row(self))
        self.add_aside(back)
        self._connect()
        before = session.assessment.workshop if session.has_assessment else None
        if before is not None:
            self._propose(before.room)
        self._remark()
        first = self.groups.numbers[0] if self.split.isChecked() else self.present
        first.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _propose(self, room: Room) -> None:
        """Propose the room of the session before."""
        self.present.render_text(str(room.present))
        self.minutes.render_text(str(room.minutes))
        self.method.render_choice(_METHODS.index(room.method) if room.method in _METHODS else 0)
        if room.groups:
            self.groups.render_groups(room.groups)
            self.split.setChecked(True)

    def _fill(self) -> None:
        numbers = row(self.present, self.minutes, spacing=16)
        for place in range(2):
            numbers.setStretch(place, 1)
        self.groups.hide()
        voting = row(Text(_("How the room votes"), "label", wrap=False), None, self.method)
        asked = row(Text(_("Questions"), "label", wrap=False), None, self.modes)
        begin = row(Text(_("Begin at"), "label", wrap=False), None, self.start)
        parts = (holder(numbers), self.split, self.groups, holder(voting), holder(asked), holder(begin))
        for part in (*parts, self.merge, self.rehearse, self._time, self._said):
            self.content.addWidget(part)

    def _connect(self) -> None:
        self.split.toggled.connect(self._turn)
        self.modes.chosen.connect(self._choose_mode)
        self.method.chosen.connect(self._remark)
        self.start.clicked.connect(self._choose_start)
        for field in (self.present, self.minutes):
            field.edit.textChanged.connect(self._remark)
        for field in (self.present, self.minutes, *self.groups.labels, *self.groups.numbers):
            field.entered.connect(self.check)
        if self.accept_button is not None:
            self.accept_button.clicked.disconnect()
            self.accept_button.clicked.connect(self.check)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal brings it
        self.groups.setVisible(on)
        self.present.setEnabled(not on)
        self._remark()
        self.adjustSize()
        if on:
            self.groups.numbers[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_mode(self, at: int) -> None:
        self.mode = _MODES[at]
        if self.at not in {practice.id for practice in self._pack.asked(self.mode)}:
            self.at = ""
        self._remark()

    def _choose_start(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("The first open question")).triggered.connect(partial(self.begin_at, ""))
        menu.addSeparator()
        for number, practice in enumerate(self._pack.asked(self.mode), 1):
            words = _("{number}. {title}").format(number=number, title=practice.title).replace("&", "&&")
            menu.addAction(words).triggered.connect(partial(self.begin_at, practice.id))
        menu.popup(self.start.mapToGlobal(self.start.rect().bottomLeft()))

    def begin_at(self, practice: str) -> None:
        """Begin at a practice id, or at the first open question."""
        self.at = practice
        self._remark()

    @property
    def form(self) -> RoomForm:
        """Return what was typed."""
        groups = self.groups.typed if self.split.isChecked() else ()
        return RoomForm(self.present.text, groups, _METHODS[self.method.at], self.minutes.text)

    def _remark(self, *_changed: object) -> None:
        if self.split.isChecked():
            self.present.render_text(str(self.groups.total or ""))
        practice = self._pack.practices.get(self.at)
        self.start.render_text(practice.title if practice else _("The first open question"))
        asked = self._pack.asked(self.mode)
        self.minutes.setVisible(any(practice.script is None for practice in asked))  # else each has its own
        minutes = self.minutes.text.strip()
        self._time.render_text(time_words(asked, int(minutes)) if minutes.isascii() and minutes.isdigit() else "")
        said = room_remark(self.form)
        self._said.render_text(said)
        self._said.setVisible(bool(said))

    def check(self) -> None:
        """Accept the room, or say what is wrong with it."""
        found = read_room(self.form)
        where = found.where if isinstance(found, RoomProblem) else ""
        text = found.text if isinstance(found, RoomProblem) else ""
        self.present.render_problem(text if where == "present" else "")
        self.minutes.render_problem(text if where == "minutes" else "")
        self.groups.render_problem(int(where) if where.isdigit() else -1, text)
        if isinstance(found, Room):
            self.room = found
            self.accept()


def run_workshop(parent: QWidget, session: Session, back_row: Callable[[QWidget], object]) -> None:
    """Ask for the room and start the workshop, in the audit at hand or in a new one; then merge files, if asked to."""
    dialog = SetupDialog(parent, session, back_row)
    if dialog.exec() and dialog.room is not None:
        session.start_workshop(dialog.room, dialog.mode, dialog.at, rehearsing=dialog.rehearse.isChecked())
        if dialog.merge.isChecked():
            show_merge(parent, session)


def _closed_question(session: Session) -> str:
    """Return the practice id of the question that is shown where a workshop closed it, else an empty text."""
    if not session.has_assessment or session.place != "answer":
        return ""
    return session.flow.at if session.assessment.answer(session.flow.at).lock is not None else ""
