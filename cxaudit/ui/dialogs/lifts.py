"""Which answers lift a dimension one level, as a sheet: each set with the actions for it, and a way to try it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.lift import LiftsView, LiftView
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.sheet import Sheet
from cxaudit.ui.widgets.text import Text


class LiftsSheet(Sheet):
    """The smallest lifts of a dimension.

    Signals:
        tried: the levels to try in what-if, as pairs of practice id and level.
    """

    tried = Signal(object)

    def __init__(self, view: LiftsView, over: QWidget) -> None:
        self.buttons: list[Button] = []
        parts: list[QWidget] = [self._lift(lift) for lift in view.lifts]
        words = view.none or _("Of all ways to the next level, this takes the least effort.")
        lead = Text(words, "small", "muted")
        tail = [Text(view.more, "small", "muted")] if view.more else []
        content = holder(column(lead, *parts, *tail, None, spacing=12, margins=(28, 0, 28, 16)))
        super().__init__(view.question, content, over=over)

    def _lift(self, lift: LiftView) -> QWidget:
        button = Button(_("Try it"), size=BUTTON_SMALL)
        button.setAccessibleName(_("Try it: {sentence}").format(sentence=lift.sentence))
        button.clicked.connect(partial(self._try, lift.levels))
        self.buttons.append(button)
        words = column(Text(lift.sentence, "label"), Text(lift.actions_line, "small", "muted"), spacing=4)
        line = row(holder(words), button, spacing=16)
        line.setStretch(0, 1)
        return Card(line, margins=(16, 12, 16, 12))

    def _try(self, levels: tuple[tuple[str, int], ...]) -> None:
        self.close()
        self.tried.emit(levels)


def show_lifts(view: LiftsView, over: QWidget) -> LiftsSheet:
    """Open the smallest lifts over a screen; the first way to try them has the focus."""
    sheet = LiftsSheet(view, over)
    sheet.open(sheet.buttons[0] if sheet.buttons else None)
    return sheet
