"""Merge the files that people filled in alone: choose them all, mend or take out what is wrong, and only then merge.

Nothing is written to a file that was chosen, and nothing is merged until all of them can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cxaudit.app.merge import Merge, NotMerged, merge
from cxaudit.app.merge_files import ChosenFile, FileProblem, ReadFile, read_files
from cxaudit.app.room import Refusal
from cxaudit.i18n import _
from cxaudit.presentation.merge import MergeView, merge_view, suggested_label
from cxaudit.presentation.refusals import refusal_words
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.dialogs.prework import show_prework
from cxaudit.ui.session import Session
from cxaudit.ui.tasks import Tasks
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.announce import announce
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.file_card import FileCard
from cxaudit.ui.widgets.file_rows import FileRows
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.text import Text

_LIST = 216
"""Height of the list of files, px at 100 %."""


class MergeDialog(Dialog):
    """The files in a list; below it the one at hand, with its label, its group and all that is wrong with it."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        sentence = _("Choose the audits that people filled in alone. They stay as they are; only answers are taken.")
        super().__init__(parent, _("Merge answers from before"), sentence, width=760)
        self._session, self._tasks = session, Tasks(self)
        self._groups = tuple(group.label for group in session.room.at.workshop.room.groups)
        self._chosen: list[ChosenFile] = []
        self._read: dict[Path, ReadFile | FileProblem] = {}
        self._tried = False
        self.finished.connect(self._tasks.finish)
        self._inside, self._verdict = Text("", "small", "muted"), Text("", "strong")
        keys = _("Up and down choose the file, left and right its group. Return writes its label.")
        self._keys = Text(keys, "caption", "muted")
        self.choose_button = Button(_("Choose files…"), icon_name="folder-open")
        self.out_button = Button("", size=BUTTON_SMALL)
        self.needs_button = Button(_("What needs the room…"), "quiet")
        self.rows, self.card = FileRows(), FileCard(self._groups)
        self._list = Scroll(holder(column(self.rows, None, spacing=0)))
        self._list.setFixedHeight(px(_LIST))
        self._fill()
        self._connect()
        self._render()
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        head = row(self.choose_button, self._verdict, self.out_button, spacing=12)
        head.setStretch(1, 1)
        parts = (self._inside, head, self._list, self._keys, self.card, None)
        self.content.addLayout(column(*parts, spacing=12))
        self.needs_button.setVisible(bool(self._session.room.at.workshop.merged))
        self.add_aside(self.needs_button)
        self.add_buttons("")

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._choose)
        self.out_button.clicked.connect(self._take_wrong_out)
        self.needs_button.clicked.connect(self.accept)
        self.rows.row_chosen.connect(self._show_card)
        self.rows.row_opened.connect(self._open_row)
        self.rows.group_turned.connect(self._turn_group)
        self.card.label_typed.connect(self._set_label)
        self.card.group_chosen.connect(self._set_group)
        self.card.next_wanted.connect(self._next)
        self.card.out_wanted.connect(self._take_out)
        self.card.apart_told.connect(self._tell_apart)
        if self.accept_button is not None:
            self.accept_button.clicked.disconnect()
            self.accept_button.clicked.connect(self._merge)

    # ------------------------------------------------------------------ which files
    def _choose(self) -> None:
        self.add_files(ask_files(self, self._session.services.documents_folder))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take files in, each with a neutral label, and read them in the background; none comes in twice."""
        known = {one.path.absolute() for one in self._chosen}
        new: list[ChosenFile] = []
        for path in dict.fromkeys(path.absolute() for path in paths):
            if path not in known:
                new.append(ChosenFile(path, suggested_label(self._labels(new))))
        if new:
            self._chosen += new
            self._tasks.start(partial(read_files, self._session.services.read_audit, new), self._take_read, _raise)
        self._render()

    def _labels(self, new: Sequence[ChosenFile]) -> list[str]:
        before = [entry.label for entry in self._session.room.at.workshop.merged]
        return [*before, *(one.label for one in (*self._chosen, *new))]

    def _take_read(self, found: tuple[tuple[ReadFile, ...], tuple[FileProblem, ...]]) -> None:
        self._read |= {one.chosen.path: one for one in (*found[0], *found[1])}
        self._render()
        announce(self, self._verdict.text())
        if self._chosen and self.choose_button.hasFocus():
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self) -> None:
        if self._chosen:
            self._keep([one for at, one in enumerate(self._chosen) if at != self.rows.at])

    def _take_wrong_out(self) -> None:
        out = self._view().out
        self._keep([one for at, one in enumerate(self._chosen) if at not in out])

    def _keep(self, kept: list[ChosenFile]) -> None:
        gone = {one.path for one in self._chosen} - {one.path for one in kept}
        self._chosen = kept
        self._read = {path: found for path, found in self._read.items() if path not in gone}
        self._render()
        (self.rows if kept else self.choose_button).setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ the one at hand
    def _set_label(self, label: str) -> None:
        self._chosen[self.rows.at] = replace(self._chosen[self.rows.at], label=label)
        self._render()

    def _set_group(self, group: str) -> None:
        self._chosen[self.rows.at] = replace(self._chosen[self.rows.at], group=group)
        self._render()

    def _turn_group(self, by: int) -> None:
        """Choose the next group of the file at hand, the first one where there is none yet."""
        if self._groups:
            now = self._chosen[self.rows.at].group
            at = self._groups.index(now) + by if now in self._groups else 0
            self._set_group(self._groups[max(0, min(at, len(self._groups) - 1))])

    def _open_row(self, _at: int) -> None:
        self.card.edit_label()

    def _tell_apart(self, apart: bool) -> None:  # noqa: FBT001 - a slot
        """Say of all copies of one file, or take it back, that another person filled in each."""
        here = self._read.get(self._chosen[self.rows.at].path)
        if isinstance(here, ReadFile):
            self._chosen = [replace(f, apart=apart) if self._is_copy(f, here) else f for f in self._chosen]
        self._render()

    def _is_copy(self, one: ChosenFile, here: ReadFile) -> bool:
        found = self._read.get(one.path)
        return isinstance(found, ReadFile) and found.assessment.id == here.assessment.id

    def _next(self) -> None:
        """Go to the label of the next file."""
        self.rows.go_to(min(self.rows.at + 1, len(self._chosen) - 1))
        self.card.edit_label()

    def _show_card(self) -> None:
        self._render_card(self._view())

    def _render_card(self, view: MergeView) -> None:
        self.card.setVisible(bool(view.lines))
        if view.lines:
            self.card.render_file(view.lines[self.rows.at], apart=self._chosen[self.rows.at].apart)

    # ------------------------------------------------------------------ all of them
    def _outcome(self) -> Merge | NotMerged | Refusal:
        found = [self._read[one.path] for one in self._chosen if one.path in self._read]
        now = {one.path: one for one in self._chosen}
        files = [replace(f, chosen=now[f.chosen.path]) for f in found if isinstance(f, ReadFile)]
        unreadable = [replace(f, chosen=now[f.chosen.path]) for f in found if isinstance(f, FileProblem)]
        return merge(self._session.room.at, files, unreadable)

    def _view(self) -> MergeView:
        outcome, reading = self._outcome(), len(self._chosen) - len(self._read)
        problems = outcome.problems if isinstance(outcome, NotMerged) else ()
        told = [p for p in problems if self._tried or p.why != "unknown group"]
        return merge_view(self._session.room.at, self._chosen, told, reading=reading)

    def _render(self) -> None:
        view = self._view()
        self.rows.render_lines(view.lines)
        self._list.setVisible(bool(view.lines))
        self._keys.setVisible(bool(view.lines and self._groups))
        self._inside.render_text(" ".join(view.inside))
        self._inside.setVisible(bool(view.inside))
        self._verdict.render_text(view.verdict)
        self._verdict.recolour("flag" if view.wrong else "ink")
        self.out_button.render_text(view.take_out)
        self.out_button.setVisible(bool(view.out))
        if self.accept_button is not None:
            self.accept_button.render_text(view.accept)
            self.accept_button.setEnabled(bool(self._chosen) and len(self._read) == len(self._chosen))
        self._render_card(view)

    def _merge(self) -> None:
        """Merge all files; where one cannot be, say of each why not and go to the first."""
        self.card.commit()
        self._tried = True
        outcome = self._outcome()
        if isinstance(outcome, Refusal):
            self._verdict.render_text(refusal_words(self._session.pack, outcome))
            self._verdict.recolour("flag")
        elif isinstance(outcome, NotMerged):
            self._render()
            self.rows.go_to(self._view().wrong[0])
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self._verdict.text())
        elif self._session.room.do(outcome.step):
            self.accept()


def _raise(error: Exception) -> None:
    raise error


def ask_files(parent: QWidget, folder: Path) -> tuple[Path, ...]:
    """Ask which files to merge, several at once."""
    kinds = _("Audits and answers files (*.cxaudit *.toml *.json)")
    names, _kind = QFileDialog.getOpenFileNames(parent, _("Choose the files to merge"), str(folder), kinds)
    return tuple(Path(name) for name in names)


def show_merge(parent: QWidget, session: Session) -> None:
    """Merge files into the workshop that runs, then say which questions need the room."""
    if session.room.running and MergeDialog(parent, session).exec():
        show_prework(parent, session)
