"""The parts of a sheet of arithmetic: numbered steps made of tables, formulas, sentences and small charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cxaudit.i18n import _
from cxaudit.presentation.numbers import exact_text, gap_text
from cxaudit.presentation.words import ARROW, DASH

Kind = Literal["dimension", "overall", "practice", "gap", "action"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sheet of arithmetic is about: a kind, and an id where the kind has several."""

    kind: Kind
    id: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `role` colours it; `chip` draws a level (1 to 5), "?" or a dash as a chip, `hatched` where claimed."""

    text: str
    role: str = "ink"
    chip: bool = False
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; the first column is text, the others are numbers. `opens` is what each row leads to."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    opens: tuple[Subject | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """One line: what it gives, the sum, the exact value and the shown one. `flag` marks a red flag's cap."""

    what: str
    sum: str
    exact: str
    shown: str
    flag: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of words; `strong` ones carry the result. `icon` is the name of an icon, or empty."""

    text: str
    strong: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A value that a cap holds down: drawn as raw mark, arrow and stop line."""

    raw: Fraction
    held: Fraction


@dataclass(frozen=True, slots=True)
class Gate:
    """The shares s(k) against the two cuts, and what follows from them."""

    shares: dict[int, Fraction]
    cuts: tuple[Fraction, Fraction]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """Levels that can be tried in what-if, by practice id: what they are, and what would bring them about."""

    text: str
    detail: str
    levels: tuple[tuple[str, int], ...]


Block = Table | Formula | Sentence | Held | Gate | Offer


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered step of the arithmetic."""

    number: int
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ArithmeticView:
    """A number opened down to its arithmetic. `summary` is the result in one line."""

    subject: Subject
    title: str
    subtitle: str
    steps: tuple[Step, ...]
    summary: str

    @property
    def text(self) -> str:
        """Return the whole sheet as plain text, to be copied."""
        lines = [self.title, self.subtitle]
        for step in self.steps:
            lines += ["", f"{step.number}. {step.title}"]
            for block in step.blocks:
                lines += block_lines(block)
        return "\n".join([*lines, "", self.summary, ""])


def numbered(parts: Sequence[tuple[str, tuple[Block, ...]]]) -> tuple[Step, ...]:
    """Return titled blocks as numbered steps; those without blocks are left out."""
    filled = [(title, blocks) for title, blocks in parts if blocks]
    return tuple(Step(i, title, blocks) for i, (title, blocks) in enumerate(filled, 1))


def formula(what: str, total: str, value: Fraction | None, *, flag: bool = False) -> Formula:
    """Return a formula whose value is shown with two decimals beside the exact fraction."""
    return Formula(what, total, exact_text(value), gap_text(value), flag)


def span_formula(what: str, total: str, low: Fraction, high: Fraction) -> Formula:
    """Return a formula of a range; one number where both ends are the same."""
    if low == high:
        return formula(what, total, low)
    exact = _("{low} to {high}").format(low=exact_text(low), high=exact_text(high))
    return Formula(what, total, exact, f"{gap_text(low)}{DASH}{gap_text(high)}")


def block_lines(block: Block) -> list[str]:
    """Return a block as lines of plain text."""
    match block:
        case Table():
            rows = ["  " + "  |  ".join(c.text for c in row) for row in block.rows]
            return ["  " + "  |  ".join(block.heads), *rows]
        case Formula():
            return [f"  {block.what}: {block.sum} = {block.exact} = {block.shown}"]
        case Sentence():
            return [f"  {block.text}"]
        case Offer():
            return [f"  {block.text}", f"  {block.detail}"]
        case Held():
            return [f"  {gap_text(block.raw)} {ARROW} {gap_text(block.held)}"]
        case _:
            shares = [f"  s({k}) = {exact_text(s)}" for k, s in sorted(block.shares.items())]
            return [*shares, *(f"  {s.text}" for s in block.sentences)]
