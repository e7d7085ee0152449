"""Continue in a newer questionnaire: what would come along, what is new, and the copy that is made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.continuation import ContinuationView, Group
from cxaudit.presentation.words import DASH
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.card import Rule
from cxaudit.ui.widgets.layout import Item, column, holder
from cxaudit.ui.widgets.scroll import Scroll
from cxaudit.ui.widgets.text import Text


def confirm_continuation(parent: QWidget, view: ContinuationView) -> bool:
    """Show what a continuation brings; return whether it is wanted."""
    dialog = Dialog(parent, view.title, " ".join(view.summary), width=640)
    parts: list[Item] = []
    for group in view.groups:
        parts += [_group(group), Rule()]
    parts += [Text(note, "small", "muted") for note in view.notes]
    body = holder(column(*parts, None, spacing=10, margins=(0, 0, 12, 0)))
    area = Scroll(body)
    area.setMinimumHeight(max(px(160), min(px(420), parent.height() - px(280))))
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(_("What changes"))
    dialog.content.addWidget(area)
    dialog.add_buttons(view.accept)
    if dialog.accept_button is not None:
        dialog.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)
    return bool(dialog.exec())


def _group(group: Group) -> QWidget:
    lines: list[Item] = [Text(group.title, "strong"), Text(group.hint, "small", "muted")]
    for dimension in group.dimensions:
        names = ", ".join(_named(line.code, line.title, line.note) for line in dimension.lines)
        lines.append(Text(_("{dimension}: {names}").format(dimension=dimension.title, names=names), "small"))
    return holder(column(*lines, spacing=4))


def _named(code: str, title: str, note: str) -> str:
    return f"{code} {title}" + (f" {DASH} {note}" if note else "")
