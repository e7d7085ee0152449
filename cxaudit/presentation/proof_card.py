"""Claimed against shown on the results: a title and one line of counts, in the report's words."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.model import HI
from cxaudit.domain.proof import proofs
from cxaudit.i18n import _
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_evidence import EvidencePage, ProofLine, evidence_page
from cxaudit.presentation.words import listing


@dataclass(frozen=True, slots=True)
class ProofEntry:
    """One line of the report's page with its practice id, its level and its target."""

    practice: str
    level: int
    target: int
    claimed: bool
    line: ProofLine


@dataclass(frozen=True, slots=True)
class ProofCard:
    """What stands behind the highest levels: the finding, the counts, and the page that lists each answer.

    `entries` are the page's lines with what a screen needs besides.
    """

    title: str
    line: str
    page: EvidencePage
    entries: tuple[ProofEntry, ...]


def proof_card(reading: Reading) -> ProofCard | None:
    """Return claimed against shown; None where no answer is at a level that needs something to show."""
    page = evidence_page(reading)
    if page is None:
        return None
    ids = {reading.practice(practice): practice for practice in reading.card.practices}
    entries = tuple(_entry(reading, ids[line.title], line) for line in page.lines)
    return ProofCard(page.title, _line(reading), page, entries)


def _entry(reading: Reading, practice: str, line: ProofLine) -> ProofEntry:
    score = reading.card.practices[practice]
    target = reading.card.gap.practices[practice].target
    return ProofEntry(practice, score.point or HI, target, score.claimed, line)


def _line(reading: Reading) -> str:
    """Return "Levels 4 and 5: 9. Shown 6, claimed 3; contradicted by a fact 1, stale evidence 2."."""
    above = reading.pack.rubric.claimed_above
    found = [
        proof
        for proof in proofs(reading.pack, reading.assessment, reading.card).values()
        if proof.level is not None and proof.level > above
    ]
    claimed, contradicted, stale = (
        sum(proof.claimed for proof in found),
        sum(proof.contradicted for proof in found),
        sum(proof.stale for proof in found),
    )
    marks = [_("contradicted by a fact {n}").format(n=contradicted)] if contradicted else []
    marks += [_("stale evidence {n}").format(n=stale)] if stale else []
    text = _("Levels {levels}: {all}. Shown {shown}, claimed {claimed}")
    levels = listing([str(level) for level in range(above + 1, HI + 1)])
    counts = text.format(levels=levels, all=len(found), shown=len(found) - claimed, claimed=claimed)
    return f"{'; '.join([counts, ', '.join(marks)] if marks else [counts])}."
