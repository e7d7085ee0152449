"""Could this change be chance? A small reckoner for survey figures. It saves nothing; the answer follows the typing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from cxaudit.app.margin_entry import CONFIDENCES, Field, FigureKind, MarginForm, Place, Survey, fields_of
from cxaudit.i18n import _
from cxaudit.presentation.margin import MarginView, confidence_note, field_label, margin_view, survey_label
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.field import LineField
from cxaudit.ui.widgets.layout import clear, column, holder, row
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.paint import outline
from cxaudit.ui.widgets.text import Text

_WIDTH = 720
_LABELS = 232
_KINDS: tuple[FigureKind, ...] = ("share", "net")
_SURVEYS: tuple[Survey, ...] = ("now", "earlier")


class MarginDialog(Dialog):
    """The reckoner. What is typed for one kind of figure stays while another kind is looked at."""

    def __init__(self, parent: QWidget, form: MarginForm) -> None:
        sentence = _("How far chance alone may move a survey's figure. Nothing here is saved.")
        super().__init__(parent, _("Could this change be chance?"), sentence, width=_WIDTH)
        self.form = form
        self._fields: dict[Place, LineField] = {}
        self._labels: dict[Field, tuple[QWidget, Text]] = {}
        kinds = (_("A share, such as satisfied"), _("A net score, such as NPS"))
        self._kind = Segments(kinds, _("Kind of figure"), _KINDS.index(form.kind))
        self._kind.chosen.connect(self._choose_kind)
        self._answer = _Answer()
        parts = (row(self._kind, None), self._grid(), self._confidences(), self._answer, None)
        self.content.addLayout(column(*parts, spacing=16, margins=(0, 4, 0, 0)))
        copy = Button(_("Copy the answer"))
        copy.clicked.connect(self._copy)
        self.add_aside(copy)
        self._copy_button = copy
        self.add_buttons(_("Close"), "")
        self._render()
        self._fields["now", "top"].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _grid(self) -> QGridLayout:
        """Return the fields: a row for each, a column for each survey; Tab goes down a column."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnMinimumWidth(0, px(_LABELS))
        top = Qt.AlignmentFlag.AlignTop
        for line, field in enumerate(fields_of("net", "now"), 1):
            label = Text("", "label")
            cell = holder(row(label, margins=(0, 10, 0, 0)))
            self._labels[field] = cell, label
            grid.addWidget(cell, line, 0, top)
        for at, survey in enumerate(_SURVEYS, 1):
            grid.addWidget(Text(survey_label(survey), "smallstrong", "muted"), 0, at)
            for line, field in enumerate(fields_of("net", survey), 1):
                grid.addWidget(self._field((survey, field)), line, at, top)
            grid.setColumnStretch(at, 1)
        return grid

    def _field(self, place: Place) -> LineField:
        field = LineField("", show_label=False, most=40)
        field.render_text(str(getattr(getattr(self.form, place[0]), place[1])))
        field.committed.connect(partial(self._type, place))
        self._fields[place] = field
        return field

    def _confidences(self) -> QGridLayout:
        grid = QGridLayout()
        choice = Segments(
            tuple(f"{c} %" for c in CONFIDENCES), _("Confidence"), CONFIDENCES.index(self.form.confidence)
        )
        choice.chosen.connect(self._choose_confidence)
        self._meaning = Text("", "small", "muted")
        grid.setHorizontalSpacing(px(12))
        grid.addWidget(Text(_("Confidence"), "label"), 0, 0)
        grid.addWidget(choice, 0, 1)
        grid.addWidget(self._meaning, 0, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def _type(self, place: Place, text: str) -> None:
        survey, field = place
        typed = replace(getattr(self.form, survey), **{field: text})
        self.form = replace(self.form, **{survey: typed})
        self._render()

    def _choose_kind(self, at: int) -> None:
        self.form = replace(self.form, kind=_KINDS[at])
        self._render()

    def _choose_confidence(self, at: int) -> None:
        self.form = replace(self.form, confidence=CONFIDENCES[at])
        self._render()

    def _render(self) -> None:
        view, kind = margin_view(self.form), self.form.kind
        problems = dict(view.problems)
        for field, (cell, label) in self._labels.items():
            cell.setVisible(field in fields_of(kind, "now"))
            label.render_text(field_label(kind, field))
        for place, edit in self._fields.items():
            survey, field = place
            edit.setVisible(field in fields_of(kind, survey))
            named = _("{field}: {survey}").format(field=field_label(kind, field), survey=survey_label(survey))
            edit.edit.setAccessibleName(named)
            edit.render_problem(problems.get(place, ""))
        self._meaning.render_text(confidence_note(self.form.confidence))
        self._copy_button.setEnabled(bool(view.headline))
        self._copy_button.setAccessibleDescription("\n".join(view.lines))
        self._answer.render_view(view)

    def _copy(self) -> None:
        QApplication.clipboard().setText("\n".join(margin_view(self.form).lines))


class _Answer(Card):
    """The answer in words."""

    def __init__(self) -> None:
        super().__init__(fill_role="sunken", edge=outline(), margins=(16, 12, 16, 12), spacing=4)
        self.setMinimumHeight(px(120))

    def render_view(self, view: MarginView) -> None:
        """Show an answer, or what is still needed."""
        clear(self.col)
        parts: list[QWidget] = []
        if view.headline:
            parts.append(Text(view.headline, "heading"))
        parts += [Text(note, "small") for note in view.notes]
        if view.change:
            moved = row(Icon("info", 20, "accent_strong"), Text(view.change, "label"), margins=(0, 6, 0, 0))
            moved.setStretch(1, 1)
            parts.append(holder(moved))
        parts += [Text(note, "small") for note in view.change_notes]
        if view.waiting:
            parts.append(Text(view.waiting, "small", "muted"))
        if view.sources:
            parts.append(holder(column(Text(view.sources, "caption", "muted"), margins=(0, 6, 0, 0))))
        for part in parts:
            self.col.addWidget(part)
        self.col.addStretch(1)


def show_margin(parent: QWidget, form: MarginForm | None = None) -> None:
    """Open the reckoner, with these figures of now, else with what was typed in it last over this window.

    A closed one stays with the window until the next takes its figures over; those of an earlier survey it always does.
    """
    last = parent.findChild(MarginDialog)
    before = last.form if last else MarginForm()
    dialog = MarginDialog(parent, before if form is None else replace(before, kind=form.kind, now=form.now))
    if last:
        last.deleteLater()
    dialog.stays = True
    dialog.exec()
