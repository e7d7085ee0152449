"""Claimed against shown, answer by answer, as a sheet over the results: evidence, its age, and what the facts say."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxaudit.i18n import _
from cxaudit.presentation.proof_card import ProofCard, ProofEntry
from cxaudit.presentation.report_evidence import ProofLine
from cxaudit.ui.tokens import BUTTON_SMALL
from cxaudit.ui.widgets.button import Button
from cxaudit.ui.widgets.card import Card
from cxaudit.ui.widgets.layout import column, holder, row
from cxaudit.ui.widgets.marks import Icon, LevelChip, Tag
from cxaudit.ui.widgets.roving import Roving
from cxaudit.ui.widgets.sheet import Sheet
from cxaudit.ui.widgets.text import Text


class ProofSheet(Sheet):
    """Every answer at a level that needs something to show, the gravest first.

    Signals:
        answer_wanted: the practice id whose answer is to be looked at.
    """

    answer_wanted = Signal(str)

    def __init__(self, view: ProofCard, over: QWidget) -> None:
        self.buttons: list[Button] = []
        lines = [self._line(entry) for entry in view.entries]
        head = (Text(view.line, "label"), Text(view.page.lead, "small", "muted"))
        content = holder(column(*head, *lines, None, spacing=12, margins=(28, 0, 28, 16)))
        super().__init__(view.title, content, over=over)
        self._stop = Roving(self, self.buttons)

    def _line(self, entry: ProofEntry) -> QWidget:
        line = entry.line
        look = Button(_("Look at the answer"), "link", size=BUTTON_SMALL)
        look.setAccessibleName(_("Look at the answer: {title}").format(title=line.title))
        look.clicked.connect(partial(self._leave_for, entry.practice))
        self.buttons.append(look)
        level, target = LevelChip(entry.level, claimed=entry.claimed), LevelChip(entry.target, target=True)
        name = holder(column(Text(line.title, "label"), Text(line.dimension, "small", "muted"), spacing=0))
        head = row(name, level, Icon("arrow-right", 16), target, spacing=6)
        head.setStretch(0, 1)
        tags = [Tag(mark, *_looks(line, first=mark == line.marks[0])) for mark in line.marks]
        parts = [Text(text, "small") for text in (line.text, line.dated, *line.facts) if text]
        return Card(head, *parts, row(*tags, None, look), margins=(16, 12, 16, 8), spacing=6)

    def _leave_for(self, practice: str) -> None:
        self.close()
        self.answer_wanted.emit(practice)


def _looks(line: ProofLine, *, first: bool) -> tuple[str, str]:
    """Return the colours of a mark: the first one of a contradicted answer is an alarm."""
    return ("flag", "flag_tint") if line.alarm and first else ("muted", "sunken")


def show_proofs(view: ProofCard, over: QWidget) -> ProofSheet:
    """Open claimed against shown over a screen."""
    sheet = ProofSheet(view, over)
    sheet.open()
    return sheet
