"""Claims and evidence: what stands behind every answer at the levels that need something to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxaudit.domain.model import HI
from cxaudit.domain.proof import Proof, proofs
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts_proof import ProofCell, proof_cells, proof_key
from cxaudit.presentation.charts_report import level_strip
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.facts import evidence_line, fact_lines
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_words import shortened
from cxaudit.presentation.words import capital, choice, count_word, listing

FEW = 6
"""So many answers are not counted by dimension: they are seen at once in the list."""
EVIDENCE = 240
"""So much of the evidence stands here; appendix B holds all of it."""


@dataclass(frozen=True, slots=True)
class ProofCount:
    """One dimension's answers by what stands behind them; `cells` paints one cell an answer."""

    title: str
    cells: Drawing
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProofLine:
    """One answer: `text` is its evidence and where it lies, `dated` what kind that is, of when and how old.

    `facts` are what the facts say, `marks` what to make of it all; `alarm` where a fact contradicts the answer.
    """

    title: str
    dimension: str
    strip: Drawing
    text: str
    dated: str
    facts: tuple[str, ...]
    marks: tuple[str, ...]
    alarm: bool


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """Claimed against shown; `counts` is empty where the answers are few.

    `below` tells of answers that need nothing to show, and that a fact contradicts all the same.
    """

    title: str
    lead: str
    key: Drawing
    count_heads: tuple[str, ...]
    counts: tuple[ProofCount, ...]
    heads: tuple[str, ...]
    lines: tuple[ProofLine, ...]
    below: str


def evidence_page(reading: Reading) -> EvidencePage | None:
    """Return claimed against shown; None where no answer is at a level that needs something to show."""
    above = reading.pack.rubric.claimed_above
    proven = proofs(reading.pack, reading.assessment, reading.card).values()
    found = [proof for proof in proven if (proof.level or 0) > above]
    if not found:
        return None
    return EvidencePage(
        title=_title(reading, found),
        lead=_lead(found),
        key=proof_key(above + 1),
        count_heads=(
            _("Dimension"),
            _("Each answer"),
            _("Answers"),
            _("Evidence"),
            _("Fact"),
            _("Claimed"),
            _("Contradicted"),
            _("Stale"),
        ),
        counts=_counts(reading, found) if len(found) > FEW else (),
        heads=(_("Practice"), _("Level and target"), _("What is on file, and where"), _("Mark")),
        lines=tuple(_line(reading, proof) for proof in sorted(found, key=_urgency)),
        below=_below(reading, [proof for proof in proven if proof.contradicted and proof not in found]),
    )


def _below(reading: Reading, contradicted: Sequence[Proof]) -> str:
    if not contradicted:
        return ""
    names = listing([reading.practice(proof.practice) for proof in contradicted])
    text = _("Facts also contradict what was answered at level {above} or below: {names}.")
    return text.format(above=reading.pack.rubric.claimed_above, names=names)


def _urgency(proof: Proof) -> tuple[bool, bool, bool]:
    return not proof.contradicted, not proof.claimed, not proof.stale


def _levels(reading: Reading) -> str:
    """Return "4 or 5": the levels that need something to show."""
    return choice([str(level) for level in range(reading.pack.rubric.claimed_above + 1, HI + 1)])


def _title(reading: Reading, found: Sequence[Proof]) -> str:
    """Say the gravest of what stands behind the answers."""
    contradicted, claimed, stale = (
        sum(proof.contradicted for proof in found),
        sum(proof.claimed for proof in found),
        sum(proof.stale for proof in found),
    )
    levels = _levels(reading)
    if contradicted:
        text = ngettext("A fact contradicts {n} of {all}", "Facts contradict {n} of {all}", contradicted)
    elif claimed == len(found):
        return _("No answer at level {levels} is shown").format(levels=levels)
    elif claimed:
        text = ngettext("{n} of {all} is only claimed", "{n} of {all} are only claimed", claimed)
    elif stale:
        text = ngettext("{n} of {all} rests on stale evidence", "{n} of {all} rest on stale evidence", stale)
    else:
        return _("Every answer at level {levels} is shown").format(levels=levels)
    answers = ngettext("{count} answer at level {levels}", "{count} answers at level {levels}", len(found))
    answers = answers.format(count=count_word(len(found)), levels=levels)
    return capital(text.format(n=count_word(contradicted or claimed or stale), all=answers))


def _lead(found: Sequence[Proof]) -> str:
    """Return how many answers are shown, and by what."""
    shown, facts = sum(proof.evidence for proof in found), sum(proof.by_fact for proof in found)
    claimed = sum(proof.claimed for proof in found)
    parts = (
        ngettext("{n} has evidence", "{n} have evidence", shown).format(n=count_word(shown)),
        ngettext("{n} is shown by a fact", "{n} are shown by facts", facts).format(n=count_word(facts)),
        ngettext("{n} is claimed", "{n} are claimed", claimed).format(n=count_word(claimed)),
    )
    told = [part for part, n in zip(parts, (shown, facts, claimed), strict=True) if n]
    text = ", ".join(told) if len(told) > 1 or len(found) == 1 else _("all {told}").format(told=told[0])
    return capital(text) + "."


def _counts(reading: Reading, found: Sequence[Proof]) -> tuple[ProofCount, ...]:
    dimensions = reading.card.dimensions
    by_dimension = {d: [p for p in found if reading.card.practices[p.practice].dimension == d] for d in dimensions}
    return (
        *(_count(reading.dimension(d), group) for d, group in by_dimension.items()),
        _count(_("Together"), found, whole=True),
    )


def _count(title: str, group: Sequence[Proof], *, whole: bool = False) -> ProofCount:
    numbers = (
        len(group),
        sum(proof.evidence for proof in group),
        sum(proof.by_fact for proof in group),
        sum(proof.claimed for proof in group),
        sum(proof.contradicted for proof in group),
        sum(proof.stale for proof in group),
    )
    cells = [ProofCell(p.level or 0, p.claimed, p.contradicted, p.stale) for p in sorted(group, key=_urgency)]
    return ProofCount(title, proof_cells([] if whole else cells, title), tuple(map(str, numbers)))


def _line(reading: Reading, proof: Proof) -> ProofLine:
    pack, assessment, practice = reading.pack, reading.assessment, proof.practice
    title = reading.practice(practice)
    target = reading.card.gap.practices[practice].target
    told = fact_lines(pack, assessment, practice)
    return ProofLine(
        title=title,
        dimension=reading.dimension(pack.practices[practice].dimension),
        strip=level_strip(proof.level, target, title, claimed=proof.claimed),
        text=shortened(assessment.answer(practice).evidence, EVIDENCE) or _("Nothing on file."),
        dated=evidence_line(pack, assessment, practice),
        facts=tuple(f"{line.text} {line.why}".rstrip() for line in told if line.kind != "silent"),
        marks=_marks(proof),
        alarm=proof.contradicted,
    )


def _marks(proof: Proof) -> tuple[str, ...]:
    """Return what to make of an answer, the gravest first."""
    marks = (
        (_("Contradicted by a fact"), proof.contradicted),
        (_("Claimed"), proof.claimed),
        (_("Stale evidence"), proof.stale),
        (_("Shown by a fact"), proof.by_fact),
        (_("Evidence on file"), proof.evidence and not proof.stale),
    )
    return tuple(text for text, holds in marks if holds)
