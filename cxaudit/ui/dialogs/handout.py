"""The printed pack for a workshop: for whom, which agenda, which paper, and where the PDF goes."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.app.new_audit import new_engagement
from cxaudit.app.ports import HandoutOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.fields import Mode
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import Room
from cxaudit.i18n import _
from cxaudit.presentation.file_names import handout_file_name
from cxaudit.presentation.room_form import USUAL, RoomForm, RoomProblem, read_room
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.dialogs.file_place import FilePlace
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.choice import Check, Segments
from cxaudit.ui.widgets.field import LineField
from cxaudit.ui.widgets.flow_row import FlowRow
from cxaudit.ui.widgets.group_lines import GroupLines
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.text import Text

_LENGTHS = (60, 90, 120)
_PAPERS: tuple[Literal["A4", "Letter"], ...] = ("A4", "Letter")
_MODES: tuple[Mode, ...] = ("quick", "full")


class HandoutDialog(Dialog):
    """Asks for the pack. `options` and `place.path` are the answers once it was accepted.

    Who will be there is as in the workshop of the audit, where it has one.
    """

    def __init__(self, parent: QWidget, session: Session) -> None:
        sentence = _("Vote cards, ballots, a tally sheet, the script and an agenda, as a PDF to print.")
        super().__init__(parent, _("Print the workshop pack"), sentence, width=620)
        audit = session.assessment if session.has_assessment else None
        held = audit.workshop.room if audit is not None and audit.workshop is not None else Room(present=USUAL)
        self._held, self.options = held, HandoutOptions(held)
        self.present = LineField(_("How many people vote"), most=3)
        self.present.render_text(str(held.present))
        self.split = Check(_("Count two to four groups apart"), on=bool(held.groups))
        self.groups = GroupLines(lambda: None)
        if held.groups:
            self.groups.render_groups(held.groups)
        lengths = (_("All three"), *(_("{count} min").format(count=length) for length in _LENGTHS))
        self.lengths = Segments(lengths, _("Agenda"))
        self.papers = Segments(_PAPERS, _("Paper"))
        words = (_("Five-minute questions"), _("Full audit"))
        self.modes = Segments(words, _("Questions"), _MODES.index(audit.mode if audit else "quick"))
        ours, taken = session.services.documents_folder, _("A file of this name is there already. It will be replaced.")
        name = handout_file_name(audit.organisation if audit else "")
        self.place = FilePlace(session.folder, name, ours, title=_("Folder of the pack"), taken=taken)
        self._fill(asks_mode=audit is None)
        self._connect()
        self.present.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.present.edit.selectAll()

    def _fill(self, *, asks_mode: bool) -> None:
        questions = _choice(_("Questions"), self.modes)
        questions.setVisible(asks_mode)
        agenda = _choice(_("Agenda"), self.lengths)
        wide = FlowRow(agenda, _choice(_("Paper"), self.papers), gap=24)
        for part in (self.present, self.split, self.groups, questions, holder(wide), self.place):
            self.content.addWidget(part)
        self.add_buttons(_("Write the pack"))

    def _connect(self) -> None:
        self._turn(self.split.isChecked())
        self.split.toggled.connect(self._turn)
        for field in (self.present, self.place.name, *self.groups.labels, *self.groups.numbers):
            field.entered.connect(self.check)
        if self.accept_button is not None:
            self.accept_button.clicked.disconnect()
            self.accept_button.clicked.connect(self.check)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal brings it
        self.groups.setVisible(on)
        self.present.setVisible(not on)

    @property
    def mode(self) -> Mode:
        """Return which questions are asked, where there is no audit at hand."""
        return _MODES[self.modes.at]

    @property
    def _form(self) -> RoomForm:
        groups = self.groups.typed if self.split.isChecked() else ()
        return RoomForm(self.present.text, groups, self._held.method, str(self._held.minutes))

    def check(self) -> None:
        """Accept what was typed, or say what is wrong with it."""
        found, there = read_room(self._form), self.place.check()
        problem = found if isinstance(found, RoomProblem) else RoomProblem("", "")
        self.present.render_problem(problem.text if problem.where == "present" else "")
        self.groups.render_problem(int(problem.where) if problem.where.isdigit() else -1, problem.text)
        if isinstance(found, Room) and there:
            minutes = _LENGTHS if self.lengths.at == 0 else (_LENGTHS[self.lengths.at - 1],)
            self.options = HandoutOptions(found, minutes, _PAPERS[self.papers.at])
            self.accept()
        else:
            self._go_to_problem(problem)

    def _go_to_problem(self, problem: RoomProblem) -> None:
        """Give the focus to the first field with something wrong."""
        field = self.groups.labels[int(problem.where)] if problem.where.isdigit() else self.present
        field = field if problem.text else self.place.name
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _choice(label: str, choice: Segments) -> QWidget:
    """Return a choice with its label above, as a field has it."""
    return holder(column(Text(label, "label", wrap=False), row(choice, None), spacing=6))


def print_pack(parent: QWidget, session: Session) -> None:
    """Ask for the pack and have it written in the background; without an audit at hand for a new one."""
    dialog = HandoutDialog(parent, session)
    if dialog.exec() and dialog.place.path is not None:
        audit, pack = _asked(session, dialog.mode)
        session.write_handout(dialog.place.path, audit, pack, dialog.options)


def _asked(session: Session, mode: Mode) -> tuple[Assessment, Pack]:
    """Return the audit whose questions are printed, with its questionnaire."""
    if session.has_assessment:
        return session.assessment, session.pack
    pack = session.services.packs.newest()
    return new_engagement(pack, mode, session.services.today()).newest, pack
