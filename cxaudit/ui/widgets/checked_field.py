"""A line whose text has to mean something. It is checked as it is left; what does not fit stays, to be mended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from cxaudit.ui.widgets.field import LineField

Check = Callable[[str], str]
"""Returns what is wrong with a text and how to mend it, or an empty text."""


class CheckedField(LineField):
    """One line with a check.

    Signals:
        accepted: a text that fits, or an empty one.
    """

    accepted = Signal(str)

    def __init__(self, label: str, check: Check, *, placeholder: str = "", show_label: bool = True) -> None:
        super().__init__(label, placeholder=placeholder, show_label=show_label)
        self._check = check
        self._wrong = False
        self.committed.connect(self._take)
        self.left.connect(self.check)

    def check(self) -> None:
        """Say what is wrong with the text, or that nothing is."""
        problem = self._check(self.text)
        self._wrong = bool(problem)
        self.render_problem(problem)

    def _take(self, text: str) -> None:
        if not self._check(text):
            self.check()
            self.accepted.emit(text.strip())

    def render_value(self, text: str, *, fresh: bool) -> None:
        """Show what is on file; a text that does not fit stays until it is mended, unless `fresh`."""
        if fresh or not self._wrong:
            self._wrong = False
            self.render_problem("")
            self.render_text(text)
