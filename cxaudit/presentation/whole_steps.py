"""The overall number and the gap, step by step."""

from __future__ import annotations

from fractions import Fraction

from cxaudit.domain.model import LO
from cxaudit.domain.scorecard import PracticeGap
from cxaudit.i18n import _
from cxaudit.presentation.blocking import overall_block
from cxaudit.presentation.dimension_steps import chip, mean_of
from cxaudit.presentation.findings import overall_view
from cxaudit.presentation.firmness import firm_texts
from cxaudit.presentation.gate_steps import gate_block
from cxaudit.presentation.numbers import NONE, exact_text, gap_text, index_text, percent_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.steps import (
    ArithmeticView,
    Block,
    Cell,
    Formula,
    Sentence,
    Subject,
    Table,
    formula,
    numbered,
    span_formula,
)
from cxaudit.presentation.words import DOT, MINUS


def overall_arithmetic(reading: Reading) -> ArithmeticView:
    """Return the overall number opened down to the dimensions."""
    overall = reading.card.overall
    firm = (*(Sentence(text) for text in firm_texts(reading)), *_sensitivity(reading))
    parts = (
        (_("Dimensions"), (_dimensions(reading),)),
        (_("Mean, each dimension counting the same"), tuple(_mean(reading))),
        (_("Level"), tuple(_level(reading))),
        (_("How firm it is"), firm),
    )
    view = overall_view(reading)
    whole = overall.index is not None and overall.level is not None
    return ArithmeticView(
        subject=Subject("overall"),
        title=_("Overall, step by step"),
        subtitle=_("Exact fractions; rounding only where a number is shown."),
        steps=numbered(parts),
        summary=DOT.join((_("Level {level}").format(level=view.level), _("index {index}").format(index=view.index)))
        if whole
        else view.why_none,
    )


def _dimensions(reading: Reading) -> Table:
    scores = tuple(reading.card.dimensions.values())
    heads = (_("Dimension"), _("Level"), _("Low"), _("Index"), _("High"), _("Exact"))
    rows = tuple(
        (
            Cell(reading.dimension(d.id)),
            Cell(NONE if d.level is None else str(d.level), chip=True),
            Cell(index_text(d.low)),
            Cell(index_text(d.index)),
            Cell(index_text(d.high)),
            Cell(exact_text(d.index), "muted"),
        )
        for d in scores
    )
    return Table(heads, rows, tuple(Subject("dimension", d.id) for d in scores))


def _mean(reading: Reading) -> list[Block]:
    overall, scores = reading.card.overall, tuple(reading.card.dimensions.values())
    blocks: list[Block] = []
    if overall.index is not None:
        blocks.append(formula(_("Index"), mean_of([d.index for d in scores]), overall.index))
    else:
        blocks.append(Sentence(overall_view(reading).why_none or _("No dimension is scored.")))
    if overall.low is not None and overall.high is not None:
        total = _("mean of the low ends  to  mean of the high ends")
        blocks.append(span_formula(_("Range"), total, overall.low, overall.high))
    return blocks


def _sensitivity(reading: Reading) -> tuple[Block, ...]:
    """Return the sensitivity as a sum: the farthest index from the mean, over one more than there are."""
    overall = reading.card.overall
    indices = [d.index for d in reading.card.dimensions.values() if d.index is not None]
    mean = overall.index
    if mean is None or overall.sensitivity is None:
        return ()
    farthest = max(indices, key=lambda i: abs(i - mean))
    total = f"|{exact_text(farthest)} {MINUS} {exact_text(mean)}| / {len(indices) + 1}"
    return (formula(_("Doubled"), total, overall.sensitivity),)


def _level(reading: Reading) -> list[Block]:
    overall = reading.card.overall
    if overall.level is None:
        return []
    return [gate_block(reading, overall.shares, overall.level, overall_block(reading))]


def gap_arithmetic(reading: Reading) -> ArithmeticView:
    """Return the whole gap opened down to the practices, and what was attained of the targets."""
    gap = reading.card.gap
    parts = (
        (_("Practices below their target"), (_gap_table(reading),) if gap.largest else ()),
        (_("Sum"), _gap_sum(reading)),
    )
    text = _("Gap {gap}, attained {share}") if gap.attainment is not None else _("Gap {gap}")
    return ArithmeticView(
        subject=Subject("gap"),
        title=_("The gap, step by step"),
        subtitle=_("Each practice counts with its share of the whole. Strengths never offset gaps."),
        steps=numbered(parts),
        summary=text.format(gap=gap_text(gap.total), share=percent_text(gap.attainment)),
    )


def _gap_table(reading: Reading) -> Table:
    gaps = [reading.card.gap.practices[p] for p in reading.card.gap.largest]
    heads = (_("Practice"), _("Level"), _("Target"), _("Gap"), _("Share"), _("Share times gap"))
    rows = tuple(_gap_row(reading, g) for g in gaps)
    return Table(heads, rows, tuple(Subject("practice", g.id) for g in gaps))


def _gap_row(reading: Reading, gap: PracticeGap) -> tuple[Cell, ...]:
    name = Cell(f"{gap.code}  {reading.pack.practices[gap.id].title}")
    part = gap.weight * (gap.gap or Fraction(0))
    numbers = (str(gap.target), exact_text(gap.gap), exact_text(gap.weight))
    score = reading.card.practices[gap.id]
    return (name, chip(score), *(Cell(n) for n in numbers), Cell(f"{exact_text(part)} = {gap_text(part)}"))


def _gap_sum(reading: Reading) -> tuple[Block, ...]:
    gap = reading.card.gap
    aims = [g for g in gap.practices.values() if g.gap is not None]
    ahead = sum((g.weight * (g.target - LO) for g in aims), Fraction(0))
    blocks: list[Block] = [formula(_("Whole gap"), _("sum of share times gap"), gap.total)]
    if gap.low != gap.high:
        blocks.append(
            span_formula(_("Range"), _("every answer at its high end  to  at its low end"), gap.low, gap.high)
        )
    if gap.attainment is None:
        blocks.append(Sentence(_("No target is above 1: there is no way to have gone.")))
    else:
        total = f"1 {MINUS} ({exact_text(gap.total)}) / ({exact_text(ahead)})"
        blocks.append(Formula(_("Attained"), total, exact_text(gap.attainment), percent_text(gap.attainment)))
        note = _("{way} is the way from 1 to the targets, each practice with its share.").format(way=exact_text(ahead))
        blocks.append(Sentence(note))
    return tuple(blocks)
