"""A sheet of vote cards: one person's set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typing_extensions import override

from cxaudit.i18n import _
from cxaudit.presentation.handout_shapes import CardView
from cxaudit.report.pdf.blocks import Block, Figure, Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import REGULAR, SEMIBOLD
from cxaudit.report.pdf.pages.handout_parts import Grid, strip
from cxaudit.report.pdf.styles import Paper, Style

SIZES = (17.0, 13.0, 10.0, 7.5)
"""Type sizes of a card's name, the largest first; the first is taken that stands in the room."""
NAME_TOP = 184.0
NAME_ROOM = 44.0
INSET = 14.0


class Cards(Block):
    """The whole sheet, six cards on it."""

    def __init__(self, cards: Sequence[CardView], note: str, paper: Paper) -> None:
        self.cards, self.note = cards, note
        self.grid = Grid(paper, 2, (len(cards) + 1) // 2)

    @override
    def height(self, width: float) -> float:
        return self.grid.paper.height

    @override
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        name = _("Vote cards")
        strip(sheet, name, self.note, "cards", name)
        self.grid.draw(sheet)
        for number, card in enumerate(self.cards):
            left, top = self.grid.corner(number)
            left += (self.grid.width - card.picture.width) / 2
            top += (self.grid.height - card.picture.height) / 2
            _draw(sheet, card, left, top)

    @override
    def bookmarks(self) -> Iterator[str]:
        yield "cards"


def _draw(sheet: Sheet, card: CardView, x: float, y: float) -> None:
    width = card.picture.width - 2 * INSET
    Figure(card.picture).draw(sheet, x, y, card.picture.width)
    name = fitting_name(card.name, width, card.role)
    name.draw(sheet, x + INSET, y + NAME_TOP, width)
    if card.note:
        under = Text(card.note, Style(REGULAR, 10, 13, card.role, align="middle"))
        under.draw(sheet, x + INSET, y + NAME_TOP + name.height(width), width)


def fitting_name(name: str, width: float, role: str) -> Text:
    """Return a card's name in the largest size that fits under the digit."""
    texts = [Text(name, Style(SEMIBOLD, size, size * 1.25, role, align="middle"), balance=True) for size in SIZES]
    return next((text for text in texts if text.height(width) <= NAME_ROOM), texts[-1])
