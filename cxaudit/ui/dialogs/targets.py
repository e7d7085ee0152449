"""The target level of each dimension."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.layout import row
from cxaudit.ui.widgets.text import Text


def edit_targets(parent: QWidget, session: Session) -> None:
    """Let the targets be chosen; each choice counts at once and can be undone."""
    usual = session.pack.rubric.target
    sentence = _("The level that each dimension is measured against; {level} unless you choose another.")
    dialog = Dialog(parent, _("Targets"), sentence.format(level=usual), width=560)

    def choose(dimension: str, at: int) -> None:
        session.set_target(dimension, None if at + 1 == usual else at + 1)

    for dimension in session.pack.dimensions:
        now = session.assessment.targets.get(dimension.id, usual)
        choice = Segments(("1", "2", "3", "4", "5"), dimension.title, now - 1)
        choice.chosen.connect(partial(choose, dimension.id))
        line = row(Text(dimension.title, "body"), choice)
        line.setStretch(0, 1)
        dialog.content.addLayout(line)
    dialog.add_buttons(_("Done"), "")
    dialog.exec()
