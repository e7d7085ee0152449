"""What a fact-check says, line by line: an icon for the verdict, the sentence, and what a contradiction means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxaudit.presentation.facts import FactLine, FactLineKind
from cxaudit.ui.widgets.layout import clear, column, row
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.text import Text

_LOOKS: dict[FactLineKind, tuple[str, str]] = {
    "supports": ("circle-check", "good"),
    "contradicts": ("triangle-alert", "warn"),
    "silent": ("circle-dashed", "muted"),
}


class FactLines(QWidget):
    """The verdicts of one fact-check; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[FactLine, ...] | None = None

    def render_lines(self, lines: tuple[FactLine, ...]) -> None:
        """Show the verdicts."""
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._lines)
        for line in lines:
            icon_name, role = _LOOKS[line.kind]
            words = [Text(line.text, "small", role)]
            words += [Text(line.why, "small", "muted")] if line.why else []
            sign = Icon(icon_name, 16, role)
            across = row(sign, column(*words, spacing=2), spacing=8)
            across.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
            across.setStretch(1, 1)
            self._lines.addLayout(across)
        self.setVisible(bool(lines))
        self.setAccessibleName(" ".join(f"{line.text} {line.why}".rstrip() for line in lines))
