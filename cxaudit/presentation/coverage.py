"""How much stands behind the numbers: who answered, what is known, what is claimed."""

from __future__ import annotations

from cxaudit.domain.scorecard import DimensionScore
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import DOT, capital, count_word


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
    """Return how many people answered: the most of any practice asked; a seat not reached ("-") is nobody."""
    panels = (reading.assessment.answer(p).panel for p in reading.card.practices)
    return max((sum(vote != "-" for vote in panel) for panel in panels), default=0)


def people_text(reading: Reading) -> str:
    """Return "1 person"; "nobody yet" where nothing was answered."""
    n = people(reading)
    return ngettext("{n} person", "{n} people", n).format(n=n) if n else _("nobody has answered yet")


def evidence_text(reading: Reading) -> str:
    """Return "no evidence attached" or for how many answers there is some; without an answer it shows nothing."""
    answers = (reading.assessment.answer(p) for p in reading.card.practices)
    n = sum(answer.answered and bool(answer.evidence.strip()) for answer in answers)
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
    texts = {
        "complete": "",
        "provisional": _("provisional: {known} of {all} known"),
        "insufficient": _("too few answers: {known} of {all} known"),
        "not applicable": _("does not apply"),
    }
    return texts[score.status].format(**counts)


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
