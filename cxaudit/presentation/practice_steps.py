"""A practice's number, step by step: the votes, the point and its range, how far the room agrees, its gap."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.domain.agreement import layers, median
from cxaudit.domain.model import HI, LO
from cxaudit.domain.scorecard import PracticeScore
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.facts import evidence_line, fact_lines
from cxaudit.presentation.firmness import practice_votes
from cxaudit.presentation.numbers import exact_text
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
)
from cxaudit.presentation.words import DOT, MINUS, sentence


def practice_arithmetic(reading: Reading, practice: str) -> ArithmeticView:
    """Return a practice's point and range opened down to the votes."""
    score, answer = reading.card.practices[practice], reading.assessment.answer(practice)
    found = reading.pack.practices[practice]
    parts = (
        (_("Answers"), tuple(_answers(reading, score))),
        (_("What is on file"), tuple(_on_file(reading, practice))),
        (_("Point and range"), tuple(_point(reading, score))),
        (_("How far the room agrees"), (*_agreement(score), *_left_out(reading, practice))),
        (_("Gap"), tuple(_gap(reading, practice))),
    )
    if not score.applicable:
        parts = ((_("Left out"), (Sentence(_("Does not apply: {why}").format(why=answer.not_applicable or "")),)),)
    return ArithmeticView(
        subject=Subject("practice", practice),
        title=_("{practice}, step by step").format(practice=reading.practice(practice)),
        subtitle=found.question,
        steps=numbered(parts),
        summary=_summary(score),
    )


def _summary(score: PracticeScore) -> str:
    if not score.applicable:
        return _("Not in any sum")
    span = _("range {low} to {high}").format(low=score.low, high=score.high)
    point = _("No point") if score.point is None else _("Level {level}").format(level=score.point)
    return point if score.low == score.high else DOT.join((point, span))


def _answers(reading: Reading, score: PracticeScore) -> list[Block]:
    levels = ", ".join(map(str, score.given))
    blocks: list[Block] = []
    if len(score.given) == 1 and not score.unknown:
        anchor = reading.pack.practices[score.id].anchors[score.given[0] - 1]
        blocks.append(Sentence(_("One answer: {level}, \u201c{anchor}\u201d.").format(level=levels, anchor=anchor)))
    elif score.given:
        blocks.append(Sentence(_("Levels given, sorted: {levels}.").format(levels=levels)))
    if score.unknown:
        text = ngettext("{n} person does not know.", "{n} people do not know.", score.unknown)
        blocks.append(Sentence(text.format(n=score.unknown)))
    if not blocks:
        blocks.append(Sentence(_("Not answered yet.")))
    if score.agreed:
        text = _("The group agreed on level {level}; the votes stay on file.")
        blocks.append(Sentence(text.format(level=score.point), strong=True))
    return blocks


def _median_line(what: str, levels: Sequence[int]) -> Formula:
    """Return a lower median as a line: the sorted levels and the place that counts."""
    ordered = sorted(levels)
    place = (len(ordered) - 1) // 2
    text = _("place {place} of {n} in {levels}")
    total = text.format(place=place + 1, n=len(ordered), levels=" ".join(map(str, ordered)))
    return Formula(what, total, str(ordered[place]), str(ordered[place]))


def _point(reading: Reading, score: PracticeScore) -> list[Block]:
    blocks: list[Block] = []
    if score.agreed:
        blocks.append(Formula(_("Point"), _("the agreed level"), str(score.point), str(score.point)))
    elif score.given:
        blocks.append(_median_line(_("Point"), score.given))
        if score.unknown:
            blocks.append(_median_line(_("Low"), (*score.given, *[LO] * score.unknown)))
            blocks.append(_median_line(_("High"), (*score.given, *[HI] * score.unknown)))
            blocks.append(Sentence(_("The low end counts each don't know as 1, the high end as 5.")))
        if len(score.given) > 1:
            blocks.append(Sentence(_("The point is the highest level that more than half say is reached.")))
    else:
        blocks.append(Sentence(_("No level was given: no point, and a range of 1 to 5.")))
    return [*blocks, *_proof(reading, score)]


def _proof(reading: Reading, score: PracticeScore) -> list[Block]:
    """Return how evidence and facts decide on the low end; nothing at a level that needs nothing to show."""
    most, answer = reading.pack.rubric.claimed_above, reading.assessment.answer(score.id)
    if score.point is None or score.point <= most:
        return []
    if not score.claimed:
        on_file = bool(answer.evidence.strip())
        text = _("Evidence is on file: the low end may be as high as the point.")
        shown = _("A fact shows level {level}: it counts as evidence.").format(level=score.shown)
        return [Sentence(text if on_file else shown)]
    if score.shown == most:
        text = _("Claimed: above {most} without evidence on file, so the low end is at most {most}.")
    else:
        text = _("Claimed: no evidence on file, and a fact shows level {shown}, so the low end is at most {shown}.")
    return [Sentence(text.format(most=most, shown=score.shown), icon="file-text")]


def _on_file(reading: Reading, practice: str) -> list[Block]:
    """Return the evidence and what the facts say of the level, where anything is on file."""
    pack, assessment = reading.pack, reading.assessment
    evidence = " ".join(assessment.answer(practice).evidence.split())
    blocks: list[Block] = [Sentence(_("Evidence: {text}").format(text=sentence(evidence)))] if evidence else []
    dated = evidence_line(pack, assessment, practice)
    blocks += [Sentence(dated)] if dated else []
    for line in fact_lines(pack, assessment, practice):
        words = " ".join(text for text in (line.text, line.why) if text)
        blocks.append(Sentence(words, icon="triangle-alert" if line.kind == "contradicts" else ""))
    return blocks


def _agreement(score: PracticeScore) -> list[Block]:
    found = score.agreement
    if found is None:
        return [Sentence(_("Too few levels to say: three are needed."))] if len(score.given) > 1 else []
    middle = median(score.given)
    total = " + ".join(exact_text(abs(level - middle)) for level in score.given)
    blocks: list[Block] = [
        formula(_("AD"), f"({total}) / {len(score.given)}", found.ad),
        Sentence(
            _("AD is the mean distance from the median, {middle}; 5/6 or more is low.").format(
                middle=exact_text(middle)
            )
        ),
        _layers(score.given),
        formula(_("A"), _layer_sum(score.given), found.a),
        Sentence(
            _(
                "A is van der Eijk's agreement: the votes are peeled into layers of equal height, and each layer "
                "counts with its raters. It runs from {low} (two camps at the ends) to 1 (all the same)."
            ).format(low=f"{MINUS}1")
        ),
    ]
    if found.split:
        blocks.append(Sentence(_("A is below 0: the room is split."), strong=True))
    elif found.low:
        blocks.append(Sentence(_("Low agreement: worth talking about."), strong=True))
    elif found.outliers:
        text = _("A vote lies two or more levels from the median: worth hearing.")
        blocks.append(Sentence(text, strong=True))
    return blocks


def _left_out(reading: Reading, practice: str) -> tuple[Block, ...]:
    text = practice_votes(reading, practice)
    return (Sentence(text),) if text else ()


def _layers(given: Sequence[int]) -> Table:
    """Return the layers that the votes are peeled into: the levels of each, its raters, its own agreement."""
    rows = tuple(
        (
            Cell(_("Levels {levels}").format(levels=", ".join(map(str, layer.levels)))),
            Cell(str(layer.height)),
            Cell(str(layer.raters)),
            Cell(exact_text(layer.a)),
        )
        for layer in layers(given)
    )
    return Table((_("Layer"), _("Height"), _("Raters"), _("Agreement")), rows)


def _layer_sum(given: Sequence[int]) -> str:
    terms = " + ".join(f"{layer.raters} \u00d7 {exact_text(layer.a)}" for layer in layers(given))
    return f"({terms}) / {len(given)}"


def _gap(reading: Reading, practice: str) -> list[Block]:
    gap = reading.card.gap.practices.get(practice)
    if gap is None:
        return []
    n, dimension = len(reading.pack.dimensions), reading.pack.practices[practice].dimension
    weights = sum(p.weight for p in reading.asked(dimension))
    weight = reading.card.practices[practice].weight
    blocks: list[Block] = [formula(_("Share"), f"1/{n} \u00d7 {weight}/{weights}", gap.weight)]
    if gap.gap is not None:
        point = reading.card.practices[practice].point
        total = f"max(0, {gap.target} {MINUS} {point})"
        blocks.append(Formula(_("Gap"), total, exact_text(gap.gap), exact_text(gap.gap)))
        blocks.append(formula(_("Of the whole"), _("share times gap"), gap.weight * gap.gap))
    if gap.low < gap.high:
        total = _("share times the range of its gap, {low} to {high}").format(low=gap.low, high=gap.high)
        blocks.append(formula(_("It may move"), total, gap.weight * (gap.high - gap.low)))
    return blocks
