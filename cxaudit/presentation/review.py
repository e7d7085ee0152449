"""The review list as a frozen view: what to look at again, what was answered, and what follows. No score is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cxaudit.app.flow import ReviewGroup, ReviewRow, given, review_rows
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.proof import Proof, proofs
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.domain.scorecard import PracticeScore, Scorecard
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.facts import fact_lines
from cxaudit.presentation.words import listing

ChipState = int | Literal["dk", "na"] | None
TagKind = Literal["flag", "marked", "contradicted", "claimed", "stale", "locked"]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One practice: its answer as a chip and in words, its tags, and what is asked or told about it below.

    `check` holds the question of each red flag that it is behind, and what a fact says against it.
    """

    practice: str
    chip: ChipState
    title: str
    text: str
    tags: tuple[TagKind, ...]
    check: str


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows from the answers as they are; `kind` is open, claimed, thin or good."""

    kind: Literal["open", "claimed", "thin", "good"]
    text: str


@dataclass(frozen=True, slots=True)
class ReviewSection:
    """Some answers under a title; `strong` where they need a look."""

    title: str
    lines: tuple[ReviewLine, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The list, the three counts and the consequences.

    The sections: what is to be confirmed, what to look at again, then the rest, in a full audit by dimension.
    """

    sections: tuple[ReviewSection, ...]
    answered: int
    dont_know: int
    unanswered: int
    consequences: tuple[Consequence, ...]
    accepted: bool


def level_state(answer: Answer) -> ChipState:
    """Return an answer as a chip shows it; several votes without an agreed level show none."""
    if answer.not_applicable is not None:
        return "na"
    if answer.dont_know:
        return "dk"
    return answer.agreed if answer.votes is not None else answer.level


def review_view(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> ReviewView:
    """Return the view of the review list."""
    rows = review_rows(pack, assessment, scorecard)
    proven = proofs(pack, assessment, scorecard)
    lines: list[tuple[ReviewGroup, ReviewLine]] = [
        (row.group, _line(pack, assessment, proven[row.practice], row)) for row in rows
    ]
    answers = [assessment.answer(row.practice) for row in rows]
    dont_know = sum(answer.dont_know and given(answer) for answer in answers)
    unanswered = sum(not given(answer) for answer in answers)
    return ReviewView(
        sections=tuple(section for section in _sections(pack, assessment, lines) if section.lines),
        answered=len(answers) - dont_know - unanswered,
        dont_know=dont_know,
        unanswered=unanswered,
        consequences=_consequences(pack, assessment, scorecard),
        accepted=assessment.reviewed,
    )


def _sections(
    pack: Pack, assessment: Assessment, lines: list[tuple[ReviewGroup, ReviewLine]]
) -> Iterator[ReviewSection]:
    confirm = tuple(line for group, line in lines if group == "confirm")
    yield ReviewSection(_("Please confirm"), confirm, strong=True)
    again = tuple(line for group, line in lines if group not in {"confirm", "rest"})
    yield ReviewSection(_("Look again"), again, strong=True)
    rest = tuple(line for group, line in lines if group == "rest")
    if assessment.mode == "quick":
        yield ReviewSection(_("Answered"), rest, strong=False)
        return
    for dimension in pack.dimensions:
        own = {practice.id for practice in dimension.practices}
        yield ReviewSection(dimension.title, tuple(line for line in rest if line.practice in own), strong=False)


def _line(pack: Pack, assessment: Assessment, proof: Proof, row: ReviewRow) -> ReviewLine:
    practice, answer = pack.practices[row.practice], assessment.answer(row.practice)
    true: dict[TagKind, bool] = {
        "flag": bool(row.flags),
        "marked": answer.mark,
        "contradicted": proof.contradicted,
        "claimed": proof.claimed,
        "stale": proof.stale,
        "locked": answer.lock is not None,
    }
    tags: tuple[TagKind, ...] = tuple(kind for kind, is_true in true.items() if is_true)
    chip = proof.level if answer.votes is not None else level_state(answer)
    checks = [flag.check for flag in pack.flags if flag.id in row.flags]
    facts = fact_lines(pack, assessment, practice.id)
    checks += [f"{line.text} {line.why}".rstrip() for line in facts if line.kind == "contradicts"]
    return ReviewLine(practice.id, chip, practice.title, _words(practice, answer, chip), tags, " ".join(checks))


def _words(practice: Practice, answer: Answer, chip: ChipState) -> str:
    if answer.not_applicable is not None:
        return _("Does not apply: {reason}").format(reason=answer.not_applicable)
    if isinstance(chip, int):
        return practice.anchors[chip - 1]
    return _("Don't know") if chip == "dk" or given(answer) else _("Not answered yet")


def _consequences(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> tuple[Consequence, ...]:
    found: list[Consequence] = []
    scores = scorecard.practices.values()
    carried = sum(assessment.answer(p.id).carried for p in scores)
    if carried:
        text = ngettext(
            "{count} answer of the earlier questionnaire counts once you confirm it.",
            "{count} answers of the earlier questionnaire count once you confirm them.",
            carried,
        )
        found.append(Consequence("open", text.format(count=carried)))
    open_ = [p for p in scores if p.applicable and not given(assessment.answer(p.id))]
    unknown = [p for p in scores if p.applicable and given(assessment.answer(p.id)) and p.point is None]
    if open_ or unknown:
        found.append(Consequence("open", _range_text(pack, [*open_, *unknown])))
    thin = [d for d in scorecard.dimensions.values() if d.status == "insufficient"]
    if thin:
        names = listing([pack.dimensions_by_id[d.id].title for d in thin])
        text = _("Too few answers to place these: {names}. You can see the results all the same.").format(names=names)
        found.append(Consequence("thin", text))
    found += _unproven(pack, assessment, scorecard)
    if not found:
        found.append(Consequence("good", _("Every question has an answer, and nothing is only claimed.")))
    return tuple(found)


def _unproven(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> Iterator[Consequence]:
    """Yield what follows from answers that nothing shows, old evidence, and facts that say otherwise."""
    proven = proofs(pack, assessment, scorecard).values()
    claimed = sum(proof.claimed for proof in proven)
    if claimed:
        text = ngettext(
            "{count} answer at level {level} or above has no evidence: it is drawn as claimed.",
            "{count} answers at level {level} or above have no evidence: they are drawn as claimed.",
            claimed,
        )
        yield Consequence("claimed", text.format(count=claimed, level=pack.rubric.claimed_above + 1))
    contradicted = sum(proof.contradicted for proof in proven)
    if contradicted:
        text = ngettext(
            "A fact says otherwise than {count} answer. The answer counts as it stands.",
            "Facts say otherwise than {count} answers. The answers count as they stand.",
            contradicted,
        )
        yield Consequence("claimed", text.format(count=contradicted))
    stale = sum(proof.stale for proof in proven)
    if stale:
        text = ngettext(
            "The evidence of {count} answer is older than its level asks for.",
            "The evidence of {count} answers is older than their level asks for.",
            stale,
        )
        yield Consequence("claimed", text.format(count=stale))


def _range_text(pack: Pack, scores: list[PracticeScore]) -> str:
    dimensions = dict.fromkeys(p.dimension for p in scores)
    names = listing([pack.dimensions_by_id[d].title for d in dimensions])
    text = ngettext(
        "{count} open question widens the range of {names}.",
        "{count} open questions widen the range of {names}.",
        len(scores),
    )
    return text.format(count=len(scores), names=names)
