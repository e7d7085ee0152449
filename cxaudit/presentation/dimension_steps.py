"""A dimension's number, step by step: answers, weighted mean, red flags, level."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from cxaudit.domain.scorecard import DimensionScore, End, FiredFlag, PracticeScore
from cxaudit.i18n import _
from cxaudit.presentation.blocking import dimension_block
from cxaudit.presentation.coverage import dimension_coverage
from cxaudit.presentation.firmness import dimension_firmness
from cxaudit.presentation.flags import met_conditions
from cxaudit.presentation.gate_steps import gate_block
from cxaudit.presentation.lift import lifts_view
from cxaudit.presentation.numbers import NONE, exact_text, index_text, percent_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.steps import (
    ArithmeticView,
    Block,
    Cell,
    Formula,
    Held,
    Offer,
    Sentence,
    Subject,
    Table,
    formula,
    numbered,
    span_formula,
)
from cxaudit.presentation.words import ARROW, DOT, capital, listing


def dimension_arithmetic(reading: Reading, dimension: str, *, offers: bool = True) -> ArithmeticView:
    """Return a dimension's numbers opened down to the answers; with `offers`, what would lift it, which takes a search.

    A receipt, in print, is without.
    """
    score = reading.card.dimensions[dimension]
    parts = (
        (_("Answers"), (_answers(reading, dimension), *_claims(reading, dimension))),
        (_("Weighted mean"), tuple(_mean(reading, score))),
        (_("Red flags"), tuple(_flags(reading, score))),
        (_("Level"), tuple(_level(reading, score))),
        (_("The next level"), tuple(_next_level(reading, dimension)) if offers else ()),
        (_("How firm it is"), tuple(Sentence(text) for text in dimension_firmness(reading, dimension))),
    )
    return ArithmeticView(
        subject=Subject("dimension", dimension),
        title=_("{dimension}, step by step").format(dimension=reading.dimension(dimension)),
        subtitle=_("Exact fractions; rounding only where a number is shown."),
        steps=numbered(parts),
        summary=_summary(reading, score),
    )


def _summary(reading: Reading, score: DimensionScore) -> str:
    if score.level is None:
        return capital(dimension_coverage(reading, score))
    index = _("index {index}").format(index=index_text(score.index))
    return DOT.join((_("Level {level}").format(level=reading.level(score.level)), index))


def chip(score: PracticeScore) -> Cell:
    """Return a practice's point as a level chip; "?" for don't know, a dash for no answer."""
    if score.point is not None:
        return Cell(str(score.point), chip=True, hatched=score.claimed)
    return Cell("?" if score.unknown else NONE, chip=True)


def _answers(reading: Reading, dimension: str) -> Table:
    scores = [s for s in reading.card.practices.values() if s.dimension == dimension]
    heads = (_("Practice"), "", _("Level"), _("Low"), _("Point"), _("High"), _("Weight"))
    rows = tuple(_answer_row(reading, s) for s in scores)
    return Table(heads, rows, tuple(Subject("practice", s.id) for s in scores))


def _answer_row(reading: Reading, score: PracticeScore) -> tuple[Cell, ...]:
    name = Cell(f"{score.code}  {reading.pack.practices[score.id].title}")
    if not score.applicable:
        blank = Cell(NONE, "muted")
        return (name, Cell(_("does not apply"), "muted"), Cell(NONE, chip=True), blank, blank, blank, blank)
    point = NONE if score.point is None else str(score.point)
    return (
        name,
        Cell(_standing(score), "warn" if score.claimed else "muted"),
        chip(score),
        *(Cell(text) for text in (str(score.low), point, str(score.high), str(score.weight))),
    )


def _standing(score: PracticeScore) -> str:
    if score.claimed:
        return _("claimed")
    if score.point is None:
        return _("don't know") if score.unknown else _("open")
    return _("agreed") if score.agreed else ""


def _claims(reading: Reading, dimension: str) -> tuple[Block, ...]:
    """Return how the low ends of claimed levels come about, those that a fact lifts apart."""
    most = reading.pack.rubric.claimed_above
    bare = _("Above {most} without evidence on file: the low end counts {names} as {shown} at most.")
    lifted = _("Facts show a part of what is claimed: the low end counts {names} as {shown} at most.")
    by_shown: dict[int, list[str]] = {}
    for score in reading.known(dimension):
        if score.claimed and score.shown is not None:
            by_shown.setdefault(score.shown, []).append(reading.practice(score.id))
    return tuple(
        Sentence((bare if shown == most else lifted).format(most=most, names=listing(names), shown=shown))
        for shown, names in sorted(by_shown.items())
    )


def weighted_sum(scores: Sequence[PracticeScore], level: Callable[[PracticeScore], int | None]) -> str:
    """Return a weighted mean as a sum: "(4 + 1 + 3) / 3", weights above 1 as factors."""
    terms = [f"{level(s)}" if s.weight == 1 else f"{s.weight}\u00b7{level(s)}" for s in scores]
    return f"({' + '.join(terms)}) / {sum(s.weight for s in scores)}"


def _mean(reading: Reading, score: DimensionScore) -> list[Block]:
    asked, known = reading.asked(score.id), reading.known(score.id)
    blocks: list[Block] = []
    if score.status in {"provisional", "insufficient"} and score.coverage is not None:
        weights = f"{sum(p.weight for p in known)} / {sum(p.weight for p in asked)}"
        blocks.append(Formula(_("Coverage"), weights, exact_text(score.coverage), percent_text(score.coverage)))
    if score.raw is not None:
        blocks.append(formula(_("Index"), weighted_sum(known, lambda p: p.point), score.raw))
    elif score.status == "insufficient":
        blocks.append(Sentence(_("Under half of the weight is known: a range, but no index.")))
    if score.raw_low is not None and score.raw_high is not None:
        low, high = weighted_sum(asked, lambda p: p.low), weighted_sum(asked, lambda p: p.high)
        total = low if low == high else _("{low}  to  {high}").format(low=low, high=high)
        blocks.append(span_formula(_("Range"), total, score.raw_low, score.raw_high))
    return blocks


def _flags(reading: Reading, score: DimensionScore) -> list[Block]:
    blocks: list[Block] = []
    for fired in score.flags:
        flag = reading.flag(fired.id)
        blocks.append(Sentence(flag.title, strong=True, icon="octagon-alert"))
        met = met_conditions(reading, flag) if "index" in fired.at else flag.conditions
        rule = listing([_condition(reading, c.practice, c.at_most) for c in met])
        total = _("{rule}  {arrow}  {held}").format(rule=rule, arrow=ARROW, held=_held(fired))
        blocks.append(Formula(_("Cap"), total, str(fired.cap), f"{fired.cap}.00", flag=True))
    if not score.flags or score.low is None or score.high is None:
        return blocks
    if score.raw is not None and score.index is not None:
        total = f"min({exact_text(score.raw)}, {score.cap})" if score.cap is not None else exact_text(score.raw)
        blocks.append(formula(_("Index"), total, score.index, flag=score.index < score.raw))
    blocks.append(span_formula(_("Range"), _("each end with its caps"), score.low, score.high))
    if score.raw is not None and score.index is not None and score.index < score.raw:
        blocks.append(Held(score.raw, score.index))
    return blocks


def _condition(reading: Reading, practice: str, at_most: int) -> str:
    code, score = reading.pack.practices[practice].code, reading.card.practices.get(practice)
    point = _("open") if score is None or score.point is None else str(score.point)
    return _("{code} is {point}, at most {limit}").format(code=code, point=point, limit=at_most)


def _held(fired: FiredFlag) -> str:
    if len(fired.at) == 3:
        return _("at most {cap}").format(cap=fired.cap)
    return _("at most {cap} for the {ends}").format(cap=fired.cap, ends=listing([_end(e) for e in fired.at]))


def _end(end: End) -> str:
    return {"low": _("low end"), "index": _("index"), "high": _("high end")}[end]


def _level(reading: Reading, score: DimensionScore) -> list[Block]:
    if score.level is None:
        return []
    blocks: list[Block] = [gate_block(reading, score.shares, score.level, dimension_block(reading, score))]
    if score.level_low is not None and score.level_high is not None and score.level_low < score.level_high:
        text = _("With every open or claimed answer at its low or high end: level {low} to {high}.")
        blocks.append(Sentence(text.format(low=score.level_low, high=score.level_high)))
    return blocks


def _next_level(reading: Reading, dimension: str) -> list[Block]:
    """Return what lifts the dimension one level with the least effort; nothing where the level is the highest."""
    view = lifts_view(reading, dimension)
    if not view.lifts:
        return []
    blocks: list[Block] = [Offer(lift.sentence, lift.actions_line, lift.levels) for lift in view.lifts]
    return [Sentence(view.question), *blocks, *([Sentence(view.more)] if view.more else [])]


def mean_of(values: Sequence[Fraction | None]) -> str:
    """Return an equal-weight mean as a sum of exact values."""
    return f"({' + '.join(exact_text(v) for v in values)}) / {len(values)}"
