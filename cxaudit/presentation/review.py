"""The review list as a frozen view: what to look at again, what was answered, and what follows. No score is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxaudit.app.flow import ReviewRow, given, review_rows
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.domain.scorecard import PracticeScore, Scorecard
from cxaudit.i18n import _, ngettext

ChipState = int | Literal["dk", "na"] | None
TagKind = Literal["marked", "claimed", "flag"]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One practice: its answer as a chip and in words, its tags, and the question that a red flag asks about it."""

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
class ReviewView:
    """The two lists, the three counts and the consequences."""

    look_again: tuple[ReviewLine, ...]
    rest: tuple[ReviewLine, ...]
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
    lines = {row.practice: _line(pack, assessment, scorecard.practices[row.practice], row) for row in rows}
    answers = [assessment.answer(row.practice) for row in rows]
    dont_know = sum(answer.dont_know for answer in answers)
    unanswered = sum(not given(answer) for answer in answers)
    return ReviewView(
        look_again=tuple(lines[row.practice] for row in rows if row.group != "rest"),
        rest=tuple(lines[row.practice] for row in rows if row.group == "rest"),
        answered=len(answers) - dont_know - unanswered,
        dont_know=dont_know,
        unanswered=unanswered,
        consequences=_consequences(pack, assessment, scorecard),
        accepted=assessment.reviewed,
    )


def _line(pack: Pack, assessment: Assessment, scored: PracticeScore, row: ReviewRow) -> ReviewLine:
    practice, answer = pack.practices[row.practice], assessment.answer(row.practice)
    tags: list[TagKind] = []
    if row.flags:
        tags.append("flag")
    if answer.mark:
        tags.append("marked")
    if scored.claimed:
        tags.append("claimed")
    checks = " ".join(flag.check for flag in pack.flags if flag.id in row.flags)
    chip = scored.point if answer.votes is not None else level_state(answer)
    return ReviewLine(practice.id, chip, practice.title, _words(practice, answer, chip), tuple(tags), checks)


def _words(practice: Practice, answer: Answer, chip: ChipState) -> str:
    if answer.not_applicable is not None:
        return _("Does not apply: {reason}").format(reason=answer.not_applicable)
    if isinstance(chip, int):
        return practice.anchors[chip - 1]
    return _("Don't know") if given(answer) else _("Not answered yet")


def _consequences(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> tuple[Consequence, ...]:
    found: list[Consequence] = []
    scores = scorecard.practices.values()
    open_ = [p for p in scores if p.applicable and not given(assessment.answer(p.id))]
    unknown = [p for p in scores if p.applicable and given(assessment.answer(p.id)) and p.point is None]
    if open_ or unknown:
        found.append(Consequence("open", _range_text(pack, [*open_, *unknown])))
    thin = [d for d in scorecard.dimensions.values() if d.status == "insufficient"]
    if thin:
        names = _names([pack.dimensions_by_id[d.id].title for d in thin])
        text = _("Too few answers to place these: {names}. You can see the results all the same.").format(names=names)
        found.append(Consequence("thin", text))
    claimed = sum(p.claimed for p in scores)
    if claimed:
        text = ngettext(
            "{count} answer at level {level} or above has no evidence: it is drawn as claimed.",
            "{count} answers at level {level} or above have no evidence: they are drawn as claimed.",
            claimed,
        )
        found.append(Consequence("claimed", text.format(count=claimed, level=pack.rubric.claimed_above + 1)))
    if not found:
        found.append(Consequence("good", _("Every question has an answer, and nothing is only claimed.")))
    return tuple(found)


def _range_text(pack: Pack, scores: list[PracticeScore]) -> str:
    dimensions = dict.fromkeys(p.dimension for p in scores)
    names = _names([pack.dimensions_by_id[d].title for d in dimensions])
    text = ngettext(
        "{count} open question widens the range of {names}.",
        "{count} open questions widen the range of {names}.",
        len(scores),
    )
    return text.format(count=len(scores), names=names)


def _names(names: list[str]) -> str:
    """Return names as a list in words, the last one after "and"."""
    if len(names) == 1:
        return names[0]
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
