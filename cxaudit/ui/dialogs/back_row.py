"""Can the back row read the wall? Three figures in, legible or not out. It saves nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.back_row import (
    FIELDS,
    BackRowForm,
    BackRowView,
    Field,
    TextSizes,
    back_row_view,
    field_label,
)
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.theme import px
from cxaudit.ui.wall.monitors import resolution, screen_beside
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.field import LineField
from cxaudit.ui.widgets.layout import clear, holder, row
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.paint import outline
from cxaudit.ui.widgets.text import Text

_WIDTH = 560


class BackRowDialog(Dialog):
    """The check."""

    def __init__(self, parent: QWidget, form: BackRowForm, sizes: TextSizes) -> None:
        sentence = _("Measure from the farthest chair to the image. Steps will do: one is about 0.75 m.")
        super().__init__(parent, _("Can the back row read it?"), sentence, width=_WIDTH)
        self.form, self._sizes = form, sizes
        self.fields: dict[Field, LineField] = {}
        for name in FIELDS:
            field = LineField(field_label(name), most=40)
            field.render_text(str(getattr(form, name)))
            field.committed.connect(partial(self._type, name))
            self.fields[name] = field
            self.content.addWidget(field)
        self._answer = _Answer()
        self.content.addWidget(self._answer)
        self.add_buttons(_("Close"), "")
        self._render()
        self.fields["distance"].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type(self, name: Field, text: str) -> None:
        self.form = replace(self.form, **{name: text})
        self._render()

    def _render(self) -> None:
        view = back_row_view(self.form, self._sizes)
        problems = dict(view.problems)
        for name, field in self.fields.items():
            field.render_problem(problems.get(name, ""))
        self._answer.render_view(view)


class _Answer(Card):
    """The answer in words, with a sign that is not a colour alone."""

    def __init__(self) -> None:
        super().__init__(fill_role="sunken", edge=outline(), margins=(16, 12, 16, 12), spacing=6)
        self.setMinimumHeight(px(64))

    def render_view(self, view: BackRowView) -> None:
        """Show an answer, or what is still needed."""
        clear(self.col)
        parts: list[QWidget] = []
        if view.legible is None:
            parts += [Text(view.headline, "small", "muted")] if view.headline else []
        else:
            sign = Icon("circle-check", 20, "good") if view.legible else Icon("triangle-alert", 20, "warn")
            head = row(sign, Text(view.headline, "heading"), spacing=8)
            head.setStretch(1, 1)
            parts.append(holder(head))
        parts += [Text(line, "small") for line in view.lines]
        parts += [Text(line, "label") for line in view.helps]
        for part in parts:
            self.col.addWidget(part)
            part.show()
        self.col.addStretch(1)


def show_back_row(parent: QWidget, screen: QScreen | None = None, sizes: TextSizes | None = None) -> None:
    """Open the check, with the resolution of the wall's monitor, or of the one it would take, and its texts' sizes."""
    form = BackRowForm(rows=resolution(screen or screen_beside(parent.screen())))
    BackRowDialog(parent, form, sizes or TextSizes()).exec()
