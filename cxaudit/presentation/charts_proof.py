"""Claimed against shown as cells: one for each answer that needs something to show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxaudit.i18n import _
from cxaudit.presentation.drawing import Drawing, LineOp, Op, RectOp, TextOp
from cxaudit.presentation.measure import text_width
from cxaudit.presentation.words import listing

CELL = 13.0
STEP = CELL + 3
ACROSS = 6
"""So many cells stand in one line."""


@dataclass(frozen=True, slots=True)
class ProofCell:
    """One answer: its level, and the marks of `cxaudit.domain.proof.Proof`."""

    level: int
    claimed: bool = False
    contradicted: bool = False
    stale: bool = False


def proof_cells(cells: Sequence[ProofCell], name: str) -> Drawing:
    """Return the cells in lines, each with its level as a digit."""
    ops: list[Op] = []
    for number, cell in enumerate(cells):
        row, column = divmod(number, ACROSS)
        ops += _cell(cell, column * STEP + 1.5, row * STEP + 1.5)
    rows = max(1, -(-len(cells) // ACROSS))
    said = listing([_words(cell) for cell in cells]) or _("no answer")
    text = _("{name}: {said}.").format(name=name, said=said)
    return Drawing(ACROSS * STEP, rows * STEP, tuple(ops), name, text)


def _cell(cell: ProofCell, x: float, y: float) -> Iterator[Op]:
    fill = "level2" if cell.claimed else "level4"
    yield RectOp(x, y, CELL, CELL, fill, "level_edge", 0.6, 2.4, hatch=cell.claimed)
    role = "ink" if cell.claimed else "level4_text"
    yield TextOp(x + CELL / 2, y + CELL / 2 + 2.9, str(cell.level), 8, role, "bold", "middle")
    if cell.contradicted:
        yield RectOp(x - 1.2, y - 1.2, CELL + 2.4, CELL + 2.4, None, "flag", 1.4, 3.6)
    if cell.stale:
        yield LineOp(x + 1.5, y + CELL + 1.2, x + CELL - 1.5, y + CELL + 1.2, "warn", 1.6)


def _words(cell: ProofCell) -> str:
    marks = [
        word
        for word, holds in (
            (_("claimed"), cell.claimed),
            (_("shown"), not cell.claimed),
            (_("contradicted"), cell.contradicted),
            (_("stale"), cell.stale),
        )
        if holds
    ]
    return _("level {level} {marks}").format(level=cell.level, marks=", ".join(marks))


def proof_key(level: int) -> Drawing:
    """Return the kinds of cells with their words, in one line."""
    kinds = (
        (ProofCell(level), _("shown by evidence or a fact")),
        (ProofCell(level, claimed=True), _("claimed: nothing on file")),
        (ProofCell(level, contradicted=True), _("contradicted by a fact")),
        (ProofCell(level, stale=True), _("stale evidence")),
    )
    ops: list[Op] = []
    x = 0.0
    for cell, words in kinds:
        ops += _cell(cell, x + 1.5, 1.5)
        ops.append(TextOp(x + STEP + 4, 11.2, words, 8, "muted"))
        x += STEP + 4 + text_width(words, 8) + 12
    said = "; ".join(words for _cell, words in kinds)
    return Drawing(x, STEP, tuple(ops), _("Key"), _("Key. {said}.").format(said=said))
