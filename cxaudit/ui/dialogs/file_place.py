"""Name and folder of a file that is to be written, as a part of a dialog."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.file_names import safe_name
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.field import LineField
from cxaudit.ui.widgets.layout import column, row
from cxaudit.ui.widgets.text import Text


class FilePlace(QWidget):
    """A name to type, the folder that it goes to, and a note where a file would be replaced.

    `taken` words that note, `title` the choice of a folder. The folder `made` need not be there yet. The ending is that
    of `name`, whatever is typed. A file is never put in the place of `open_file`.
    """

    def __init__(
        self, folder: Path, name: str, made: Path, *, title: str, taken: str, open_file: Path | None = None
    ) -> None:
        super().__init__()
        self._folder, self._made, self._open_file = folder, made, open_file
        self._ending = Path(name).suffix
        self._title, self._taken = title, taken
        self.name = LineField(_("File name"), most=200)
        self.name.render_text(name)
        self._place = Text(str(folder), "small", "muted")
        self._note = Text("", "small", "muted")
        browse = Button(_("Change folder"), icon_name="folder-open", size=BUTTON_SMALL)
        browse.clicked.connect(self._browse)
        where = row(column(Text(_("Folder"), "label"), self._place, spacing=2), browse, spacing=12)
        where.setStretch(0, 1)
        self.setLayout(column(self.name, where, self._note, spacing=12))
        self.name.edit.textChanged.connect(self._say)
        self._say()

    def take_focus(self) -> None:
        """Give the focus to the name, chosen without its ending."""
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self.name.edit, QLineEdit):
            self.name.edit.setSelection(0, len(self._without_ending(self.name.text)))

    @property
    def path(self) -> Path | None:
        """Return the path that is asked for, in the folder that is typed with the name if one is; None without a name.

        A path may be typed, from the root or from the folder that is shown.
        """
        folder, name = os.path.split(self.name.text.strip())
        stem = safe_name(self._without_ending(name))
        return self._folder / folder / f"{stem}{self._ending}" if stem else None

    def _without_ending(self, name: str) -> str:
        return name[: -len(self._ending)] if name.lower().endswith(self._ending) else name

    def check(self) -> bool:
        """Return whether a file can go there; else say what is wrong."""
        problem = self._problem()
        self.name.render_problem(problem)
        return not problem

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._title, str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._place.render_text(chosen)
            self._say()

    def _say(self) -> None:
        taken = self.path is not None and os.path.isfile(self.path)  # noqa: PTH113 - false where one may not look
        self._note.render_text(self._taken if taken else "")
        self._note.setVisible(taken)

    def _problem(self) -> str:
        if self.path is None:
            return _("Write a name of letters or digits.")
        folder = self.path.parent
        try:
            if self._open_file is not None and self.path.exists() and self.path.samefile(self._open_file):
                return _("This is the audit that is open. Choose another name.")
            if folder == self._made:
                folder.mkdir(parents=True, exist_ok=True)
            if folder.is_dir():
                return ""
        except OSError as error:
            told = _("The folder {folder} cannot be used ({reason}). Choose another one.")
            return told.format(folder=folder, reason=error.strerror or error)
        return _("There is no folder {folder}. Choose a folder that is there.").format(folder=folder)
