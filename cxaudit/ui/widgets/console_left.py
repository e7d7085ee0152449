"""The left side of the console: what the wall shows, the next question, and what to say."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxaudit.domain.questionnaire import Script
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.console import ConsoleView
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.layout import clear, column, holder, row
from cxaudit.ui.widgets.text import Text


class ScriptPane(QWidget):
    """What the facilitator says: a line to read aloud, two questions that probe, the usual objection and an answer."""

    def __init__(self) -> None:
        super().__init__()
        self._col = column(spacing=6)
        self.setLayout(self._col)
        self._shown: Script | str | None = ""

    def render_script(self, script: Script | None) -> None:
        """Show a script, or that there is none."""
        if script == self._shown:
            return
        self._shown = script
        clear(self._col)
        parts = self._parts(script) if script else [Text(_("This questionnaire has no script."), "small", "muted")]
        for part in parts:
            self._col.addWidget(part)
            part.show()

    def _parts(self, script: Script) -> list[QWidget]:
        minutes = ngettext("{count} minute", "{count} minutes", script.minutes).format(count=script.minutes)
        head = row(Text(_("Say aloud"), "label", wrap=False), None, Text(minutes, "caption", "muted", wrap=False))
        aloud = Card(Text(script.read_aloud, "small"), fill_role="tint", edge=None, margins=(12, 10, 12, 10))
        return [
            holder(head),
            aloud,
            Text(_("Ask when the talk stalls"), "smallstrong"),
            *(Text(probe, "small", "muted") for probe in script.probes),
            Text(_("When someone objects"), "smallstrong"),
            Text(script.objection, "small"),
            Text(script.answer, "small", "muted"),
        ]


class LeftColumn(QWidget):
    """The wall, small, and what helps to lead the talk."""

    def __init__(self, mirror: QWidget) -> None:
        super().__init__()
        self._next = Text("", "small", "muted")
        self.script = ScriptPane()
        beside = row(Text(_("Next"), "captionstrong", "muted", wrap=False), self._next, spacing=10)
        beside.setStretch(1, 1)
        frame = Card(mirror, margins=(1, 1, 1, 1), radius=4, edge="control")
        self.setLayout(column(frame, beside, self.script, None, spacing=10))

    def render_view(self, view: ConsoleView) -> None:
        """Show a view."""
        self._next.render_text(view.next)
        self.script.render_script(view.script)
