"""The fields of a fact-check, one for each kind of value: number with unit, date, count of a total, choice, words.

Each sends `given(part, text)` with a text that fits or is empty, and keeps one that does not until it is mended.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.evidence import PartView
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.checked_field import CheckedField
from cxaudit.ui.widgets.field import LineField, ProseField
from cxaudit.ui.widgets.layout import column, row
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.option_rows import OptionRows
from cxaudit.ui.widgets.text import Text

CheckPart = Callable[[str, str], str]
"""Returns what is wrong with a text for a part (its id) and how to mend it, or an empty text."""

_NARROW = 112


class PartField(QWidget):
    """The field of one value.

    Signals:
        given: the part's id and a text that fits or is empty.
    """

    given = Signal(str, str)

    def __init__(self, view: PartView) -> None:
        super().__init__()
        self.view = view

    def render_value(self, view: PartView, *, fresh: bool) -> None:
        """Show what is on file; a text that does not fit stays unless `fresh`."""
        raise NotImplementedError

    def commit(self) -> None:
        """Send what was typed and not yet sent."""

    def take_focus(self) -> None:
        """Take the focus."""
        raise NotImplementedError

    def _give(self, text: str) -> None:
        self.given.emit(self.view.id, text)


class LinePart(PartField):
    """A number with its unit, or a date."""

    def __init__(self, view: PartView, check: CheckPart) -> None:
        super().__init__(view)
        day = view.kind == "date"
        label = _("{label} ({unit})").format(label=view.label, unit=view.unit) if view.unit else view.label
        hint = _("Year-month-day, as in 2026-11-20") if day else ""
        self._field = CheckedField(label, lambda text: check(view.id, text), placeholder=hint)
        self._field.accepted.connect(self._give)
        self.setLayout(column(self._field))

    @override
    def render_value(self, view: PartView, *, fresh: bool) -> None:
        self._field.render_value(view.text, fresh=fresh)

    @override
    def commit(self) -> None:
        self._field.commit()

    @override
    def take_focus(self) -> None:
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class CountPart(PartField):
    """So many of a total; the total is a field too, unless the pack fixes it. Nothing is sent before both are there."""

    def __init__(self, view: PartView, check: CheckPart) -> None:
        super().__init__(view)
        self._check = check
        self._wrong = False
        self._count = LineField(view.label, show_label=False, most=10)
        self._total = LineField(_("{label}, of how many").format(label=view.label), show_label=False, most=10)
        for field in (self._count, self._total):
            field.setFixedWidth(px(_NARROW))
            field.committed.connect(self._take)
        fixed = Text(view.total, "body", wrap=False)
        title = Text(view.label, "label")
        title.setBuddy(self._count.edit)
        unit = Text(view.unit, "body", "muted", wrap=False)
        self._problem = QWidget()
        self._error = Text("", "small", "flag")
        self._problem.setLayout(row(Icon("triangle-alert", 16, "flag"), self._error, spacing=6))
        self._problem.hide()
        fields = row(self._count, Text(_("of"), "body", wrap=False), self._total, fixed, unit, None)
        self.setLayout(column(title, fields, self._problem, spacing=6))
        (self._total if view.total_given else fixed).hide()

    @property
    def _typed(self) -> str:
        """Return what is typed as one text: empty without either, and with only one of the two."""
        count = self._count.text.strip()
        total = self.view.total if self.view.total_given else self._total.text.strip()
        return f"{count}/{total}" if count and total else ""

    @property
    def _half(self) -> bool:
        return not self.view.total_given and bool(self._count.text.strip()) != bool(self._total.text.strip())

    def _take(self, _text: str) -> None:
        problem = self._check(self.view.id, self._typed)
        self._render_problem(problem)
        if not problem and not self._half:
            self._give(self._typed)

    def _render_problem(self, problem: str) -> None:
        self._wrong = bool(problem)
        self._error.render_text(problem)
        self._problem.setVisible(bool(problem))
        for field in (self._count, self._total):
            field.edit.setAccessibleDescription(problem)

    @override
    def render_value(self, view: PartView, *, fresh: bool) -> None:
        self.view = view
        if fresh or not (self._wrong or self._half):
            self._render_problem("")
            self._count.render_text(view.text)
            self._total.render_text(view.total)

    @override
    def commit(self) -> None:
        self._count.commit()
        self._total.commit()

    @override
    def take_focus(self) -> None:
        self._count.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class ChoicePart(PartField):
    """One of a few."""

    def __init__(self, view: PartView) -> None:
        super().__init__(view)
        self._rows = OptionRows(view.label, view.options)
        self._rows.chosen.connect(self._give)
        self.setLayout(column(Text(view.label, "label"), self._rows, spacing=4))

    @override
    def render_value(self, view: PartView, *, fresh: bool) -> None:
        del fresh
        self._rows.render_choice(view.text)

    @override
    def take_focus(self) -> None:
        self._rows.take_focus()


class WordsPart(PartField):
    """A few words."""

    def __init__(self, view: PartView) -> None:
        super().__init__(view)
        self._field = ProseField(view.label, lines=2)
        self._field.committed.connect(self._give)
        self.setLayout(column(self._field))

    @override
    def render_value(self, view: PartView, *, fresh: bool) -> None:
        del fresh
        self._field.render_text(view.text)

    @override
    def commit(self) -> None:
        self._field.commit()

    @override
    def take_focus(self) -> None:
        self._field.take_focus()


def part_field(view: PartView, check: CheckPart) -> PartField:
    """Return the field for a part."""
    if view.kind == "count":
        return CountPart(view, check)
    if view.kind == "choice":
        return ChoicePart(view)
    return WordsPart(view) if view.kind == "text" else LinePart(view, check)
