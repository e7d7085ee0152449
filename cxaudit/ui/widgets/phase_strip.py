"""Where the room is with a question: read, vote, reveal, re-vote, lock."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.console import PhaseStep
from cxaudit.ui.theme import px, width_of
from cxaudit.ui.tokens import RADIUS_CONTROL
from cxaudit.ui.widgets.paint import CENTER, LEFT, box, icon, outline, painter, write


class PhaseStrip(QWidget):
    """Shows the states of a question in one line; what is behind is ticked, what is now is filled."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[PhaseStep, ...] = ()
        self.setFixedHeight(px(36))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def render_steps(self, steps: tuple[PhaseStep, ...]) -> None:
        """Show another way."""
        self._steps = steps
        here = next((step.word for step in steps if step.state == "here"), "")
        self.setAccessibleName(_("State: {state}").format(state=here))
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        gap = px(6)
        width = (self.width() - gap * (len(self._steps) - 1)) / len(self._steps)
        with painter(self) as p:
            for k, step in enumerate(self._steps):
                part = QRectF(k * (width + gap), 0, width, self.height())
                fill = {"done": "tint", "here": "accent", "ahead": "sunken"}[step.state]
                role = {"done": "accent_strong", "here": "on_accent", "ahead": "muted"}[step.state]
                box(p, part, fill, outline(), RADIUS_CONTROL)
                if step.state != "done":
                    write(p, part, step.word, "label", role, CENTER)
                    continue
                words = width_of(step.word, "label")
                left = part.left() + (width - words - px(24)) / 2
                icon(p, "check", QRectF(left, (self.height() - px(16)) / 2, px(16), px(16)), role, 2.4)
                write(p, QRectF(left + px(24), 0, words + 2, self.height()), step.word, "label", role, LEFT)
