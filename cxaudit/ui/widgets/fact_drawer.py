"""The drawer with a question's fact-check: what to look up, its fields, and what they say of the level."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from cxaudit.i18n import _
from cxaudit.presentation.evidence import FactView, PartView
from cxaudit.ui.theme import px
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.announce import announce
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.drawer import Drawer
from cxaudit.ui.widgets.fact_lines import FactLines
from cxaudit.ui.widgets.layout import clear, column, holder, row
from cxaudit.ui.widgets.part_fields import CheckPart, PartField, part_field
from cxaudit.ui.widgets.tab_order import put_in_order
from cxaudit.ui.widgets.text import Text


class FactDrawer(Drawer):
    """Fact-check.

    Signals:
        given: a part's id and the text that was typed for it, which fits or is empty.
        figures_wanted: what a survey's figures tell is to be worked out.
    """

    given = Signal(str, str)
    figures_wanted = Signal()

    def __init__(self, check: CheckPart) -> None:
        self._check = check
        self._question = Text("", "body")
        self._fields = QVBoxLayout()
        self._fields.setSpacing(px(16))
        self._verdict = Text(_("What it says"), "label")
        self._lines, self._margin = FactLines(), Text("", "small", "muted")
        self.compare = Button(_("Could a change be chance?"), size=BUTTON_SMALL)
        content = holder(
            column(
                self._question,
                self._fields,
                column(self._verdict, self._lines, self._margin, row(self.compare, None), spacing=8),
                Text(_("A fact supports an answer or speaks against it. It never changes one."), "small", "muted"),
                spacing=16,
            )
        )
        super().__init__(_("Fact-check"), content)
        self.compare.clicked.connect(self.figures_wanted)
        self.fields: list[PartField] = []
        self._shape: tuple[object, ...] = ()

    def render_view(self, view: FactView, practice: str) -> None:
        """Show the fact-check of a practice; its fields are built anew where they are others."""
        shape = (practice, view.question, *(_shape(part) for part in view.parts))
        fresh = shape != self._shape
        if fresh:
            self._shape = shape
            self._build(view)
        for field, part in zip(self.fields, view.parts, strict=True):
            field.render_value(part, fresh=fresh)
        before = self._told()
        self._lines.render_lines(view.lines)
        self._margin.render_text(view.margin)
        if self.isVisible() and not fresh and self._told() not in {before, ""}:
            announce(self._lines, self._told())
        self._margin.setVisible(bool(view.margin))
        self._verdict.setVisible(bool(view.lines or view.margin))
        self.compare.setVisible(view.figures)

    def _told(self) -> str:
        """Return the verdict and the margin as one text."""
        return f"{self._lines.accessibleName()} {self._margin.text()}".strip()

    def _build(self, view: FactView) -> None:
        self._question.render_text(view.question)
        clear(self._fields)
        self.fields = [part_field(part, self._check) for part in view.parts]
        for field in self.fields:
            field.given.connect(self.given)
            self._fields.addWidget(field)
            field.show()  # at once, so that it can take the focus
        put_in_order(*self.fields, self.compare, self.close_button)

    def take_focus(self) -> None:
        """Give the focus to the first field."""
        self.fields[0].take_focus()

    def commit(self) -> None:
        """Send what was typed and not yet sent."""
        for field in self.fields:
            field.commit()

    def forget(self) -> None:
        """Show what is on file next time, whatever stands in the fields."""
        self._shape = ()


def _shape(part: PartView) -> tuple[object, ...]:
    return part.id, part.label, part.kind, part.unit, part.total_given, part.options
