"""Why a red flag holds a score down: what it does, the question to check it by, when it is cleared."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.flags import FlagView
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.layout import column
from cxaudit.ui.widgets.text import Text


def show_flag(parent: QWidget, flag: FlagView) -> bool:
    """Show a red flag; return whether the answer behind it is to be looked at again."""
    dialog = Dialog(parent, flag.title, flag.sentence, width=560)
    for label, text in (
        (_("Why it matters"), flag.why),
        (_("What it does"), flag.effect),
        (_("Check it with this question"), flag.check),
        (_("Cleared when"), flag.cleared_when),
    ):
        dialog.content.addLayout(column(Text(label, "smallstrong", "muted"), Text(text, "body"), spacing=2))
    look = Button(_("Look at the answer"), "quiet", icon_name="pencil-line")
    wanted: list[bool] = []
    look.clicked.connect(lambda: (wanted.append(True), dialog.accept()))
    dialog.add_aside(look)
    dialog.add_buttons(_("Close"), "")
    if dialog.accept_button is not None:
        dialog.accept_button.setFocus()
    dialog.exec()
    return bool(wanted)
