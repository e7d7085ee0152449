"""Continue in a newer questionnaire: what would come along, what is new, and the copy that is made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.continuation import ContinuationView, Group, PracticeLine
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.card import Rule
from cxaudit.ui.widgets.layout import Item, column, holder
from cxaudit.ui.widgets.text import Text


def confirm_continuation(parent: QWidget, view: ContinuationView) -> bool:
    """Show what a continuation brings; return whether it is wanted."""
    dialog = Dialog(parent, view.title, " ".join(view.summary), width=640)
    parts: list[Item] = []
    for group in view.groups:
        parts += [_group(group), Rule()]
    parts += [Text(note, "small", "muted") for note in view.notes]
    dialog.content.addLayout(column(*parts, None, spacing=10))
    dialog.most = max(px(160), min(px(420), parent.height() - px(280)))
    dialog.add_buttons(view.accept)
    if dialog.accept_button is not None:
        dialog.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)
    return bool(dialog.exec())


def _group(group: Group) -> QWidget:
    notes = {line.note for dimension in group.dimensions for line in dimension.lines}
    shared = notes.pop() if len(notes) == 1 else ""
    hint = _("{hint} All of them: {note}.").format(hint=group.hint, note=shared) if shared else group.hint
    lines: list[Item] = [Text(group.title, "strong"), Text(hint, "small", "muted")]
    for dimension in group.dimensions:
        names = ", ".join(_named(line, shared) for line in dimension.lines)
        lines.append(Text(_("{dimension}: {names}").format(dimension=dimension.title, names=names), "small"))
    return holder(column(*lines, spacing=4))


def _named(line: PracticeLine, shared: str) -> str:
    name = f"{line.code} {line.title}"
    return f"{name} ({line.note})" if line.note and not shared else name
