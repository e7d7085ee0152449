"""How much stands behind the numbers: who answered, what is known, what is claimed."""

from __future__ import annotations

from cxaudit.domain.scorecard import DimensionScore
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import DOT, capital, count_word, listing

ALIKE = 12
"""So many answers of one level, and no other, are worth a second look."""


def answered_text(reading: Reading) -> str:
    """Return "14 of 15 answered, 1 don't know"."""
    scores = reading.card.practices.values()
    known = sum(p.point is not None for p in scores)
    outside = sum(not p.applicable for p in scores)
    unsure = sum(p.applicable and p.point is None and p.unknown > 0 for p in scores)
    open_ = len(scores) - known - outside - unsure
    parts = [_("{known} of {all} answered").format(known=known, all=len(scores))]
    if unsure:
        parts.append(ngettext("{n} don't know", "{n} don't know", unsure).format(n=unsure))
    if open_:
        parts.append(ngettext("{n} open", "{n} open", open_).format(n=open_))
    if outside:
        parts.append(ngettext("{n} does not apply", "{n} do not apply", outside).format(n=outside))
    return ", ".join(parts)


def people(reading: Reading) -> int:
    """Return how many people answered: the largest panel of any practice asked."""
    return max((len(reading.assessment.answer(p).panel) for p in reading.card.practices), default=0)


def people_text(reading: Reading) -> str:
    """Return "1 person"; "nobody yet" where nothing was answered."""
    n = people(reading)
    return ngettext("{n} person", "{n} people", n).format(n=n) if n else _("nobody has answered yet")


def evidence_text(reading: Reading) -> str:
    """Return "no evidence attached" or for how many answers there is some."""
    n = sum(bool(reading.assessment.answer(p).evidence.strip()) for p in reading.card.practices)
    return (
        ngettext("evidence for {n} answer", "evidence for {n} answers", n).format(n=n)
        if n
        else _("no evidence attached")
    )


def confidence(reading: Reading) -> str:
    """Return "14 of 15 answered, 1 don't know  ·  1 person  ·  no evidence attached"."""
    return DOT.join((answered_text(reading), people_text(reading), evidence_text(reading)))


def dimension_coverage(reading: Reading, score: DimensionScore) -> str:
    """Return a dimension's coverage where it is not complete: "provisional: 2 of 3 known"."""
    counts = {"known": len(reading.known(score.id)), "all": len(reading.asked(score.id))}
    match score.status:
        case "provisional":
            return _("provisional: {known} of {all} known").format(**counts)
        case "insufficient":
            return _("too few answers: {known} of {all} known").format(**counts)
        case "not applicable":
            return _("does not apply")
        case "complete":
            return ""


def scored_text(reading: Reading) -> str:
    """Return "4 of 5 dimensions scored" where some are not; else an empty text."""
    overall = reading.card.overall
    if overall.scored == overall.total:
        return ""
    return _("{scored} of {total} dimensions scored").format(scored=overall.scored, total=overall.total)


def claimed_text(reading: Reading) -> str:
    """Return how many answers are claimed, or an empty text."""
    n = sum(p.claimed for p in reading.card.practices.values())
    most = reading.pack.rubric.claimed_above
    text = ngettext(
        "{count} answer above {most} has no evidence on file: it is drawn hatched, as claimed.",
        "{count} answers above {most} have no evidence on file: they are drawn hatched, as claimed.",
        n,
    )
    return text.format(count=capital(count_word(n)), most=most) if n else ""


def open_splits(reading: Reading) -> tuple[str, ...]:
    """Return a sentence for each practice where the room is split and no level was agreed."""
    return tuple(
        _("Open: the room is split on {name}.").format(name=reading.practice(p.id))
        for p in reading.card.practices.values()
        if p.applicable and p.agreement is not None and p.agreement.split and not p.agreed
    )


def disputed_scope(reading: Reading) -> str:
    """Return where somebody voted "does not apply" although it stayed in scope, or an empty text."""
    names = [reading.practice(p.id) for p in reading.card.practices.values() if p.scope_disputed]
    if not names:
        return ""
    text = _("Scope disputed: somebody says that {names} does not apply. It counts as don't know.")
    return text.format(names=listing(names))


def remarks(reading: Reading) -> tuple[str, ...]:
    """Return what a reader should bear in mind; none of it changes a score."""
    found = [
        _("One person answered: this is one view.") if people(reading) == 1 else "",
        _alike(reading),
        claimed_text(reading),
        *(_many_unknown(reading, d) for d in reading.card.dimensions.values()),
        *open_splits(reading),
        disputed_scope(reading),
    ]
    return tuple(text for text in found if text)


def _alike(reading: Reading) -> str:
    points = [p.point for p in reading.card.practices.values() if p.point is not None]
    if people(reading) > 1 or len(points) < ALIKE or len(set(points)) > 1:
        return ""
    text = _("All {n} answers are level {level}: look whether each was read on its own.")
    return text.format(n=len(points), level=points[0])


def _many_unknown(reading: Reading, score: DimensionScore) -> str:
    asked = reading.asked(score.id)
    unknown = sum(p.unknown > 0 and p.point is None for p in asked)
    if 4 * unknown <= len(asked):
        return ""
    text = _("{dimension}: {unknown} of {all} answers are \u201cdon't know\u201d.")
    return text.format(dimension=reading.dimension(score.id), unknown=unknown, all=len(asked))
