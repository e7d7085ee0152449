"""The receipts: how every number of the report came about, step by step, as the window shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxaudit.domain.model import LO
from cxaudit.i18n import _
from cxaudit.presentation.dimension_steps import dimension_arithmetic
from cxaudit.presentation.numbers import exact_text, percent_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.steps import ArithmeticView, Block, Formula, Gate, Sentence, Table
from cxaudit.presentation.whole_steps import gap_arithmetic, overall_arithmetic
from cxaudit.presentation.words import ARROW


@dataclass(frozen=True, slots=True)
class ReceiptTable:
    """Rows under heads; the first column is text. `remarks` says that the second one is, too."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remarks: bool = False


@dataclass(frozen=True, slots=True)
class ReceiptSum:
    """One sum: what it gives, how, and the value, exact and as it is shown; a cap is a rule and has no value."""

    what: str
    sum: str
    exact: str
    shown: str

    @property
    def way(self) -> str:
        """Return what leads to the shown value: the sum, and the exact value where that says something new."""
        if not self.shown:
            return self.sum
        new = "/" in self.exact and self.exact != self.sum.replace(" ", "")
        return f"{self.sum} = {self.exact} = " if new else f"{self.sum} = "


ReceiptPart = ReceiptTable | ReceiptSum | str


@dataclass(frozen=True, slots=True)
class ReceiptStep:
    """One numbered step: tables, sums and sentences."""

    title: str
    parts: tuple[ReceiptPart, ...]


@dataclass(frozen=True, slots=True)
class ReceiptSheet:
    """How one number came about; `summary` is what came out, `key` its bookmark."""

    key: str
    title: str
    summary: str
    steps: tuple[ReceiptStep, ...]


@dataclass(frozen=True, slots=True)
class ReceiptsPage:
    """The whole, the gap, then each dimension."""

    title: str
    lead: str
    sheets: tuple[ReceiptSheet, ...]


def receipts_page(reading: Reading) -> ReceiptsPage:
    """Return the receipts of all numbers."""
    views = (
        overall_arithmetic(reading),
        gap_arithmetic(reading),
        *(dimension_arithmetic(reading, d, offers=False) for d in reading.card.dimensions),
    )
    return ReceiptsPage(
        title=_("How each number came about, step by step"),
        lead=_(
            "Whoever doubts a number can work it out again from here. Fractions are exact; rounding comes last, where "
            "a number is shown."
        ),
        sheets=tuple(_sheet(view) for view in views),
    )


def _sheet(view: ArithmeticView) -> ReceiptSheet:
    key = "-".join(part for part in ("receipt", view.subject.kind, view.subject.id) if part)
    steps = (ReceiptStep(f"{step.number}. {step.title}", tuple(_parts(step.blocks))) for step in view.steps)
    return ReceiptSheet(key, view.title, view.summary, tuple(steps))


def _parts(blocks: Iterable[Block]) -> Iterator[ReceiptPart]:
    for block in blocks:
        match block:
            case Table():
                yield _table(block) if block.rows else _("None is asked.")
            case Formula():
                cap = ARROW in block.sum
                yield ReceiptSum(block.what, block.sum, "" if cap else block.exact, "" if cap else block.shown)
            case Sentence():
                yield block.text
            case Gate():
                yield _shares(block)
                yield from (sentence.text for sentence in block.sentences)
            case _:  # a picture of the sum beside it
                pass


def _table(table: Table) -> ReceiptTable:
    """Return a table; one of answers gives each level as a number only, not as a chip, and remarks if there are any."""
    answers, remarked = "" in table.heads, any(row[1].text for row in table.rows)
    left_out = {n for n, cell in enumerate(table.rows[0]) if answers and (cell.chip or (n == 1 and not remarked))}
    shown = [n for n in range(len(table.heads)) if n not in left_out]
    heads = tuple(table.heads[n] or _("Remark") for n in shown)
    return ReceiptTable(heads, tuple(tuple(row[n].text for n in shown) for row in table.rows), answers and remarked)


def _shares(gate: Gate) -> str:
    """Return how much stands at each level or above."""
    part = _("{level}: {share} ({exact})")
    shares = [
        part.format(level=k, share=percent_text(share), exact=exact_text(share))
        for k, share in sorted(gate.shares.items())
        if k > LO
    ]
    return _("Share at a level or above: {shares}.").format(shares="; ".join(shares))
