"""One question as a frozen view: what is asked, what is chosen, what its evidence changes, and its help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxaudit.app.flow import REVIEW, Flow, given
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.i18n import _, ngettext

StepState = Literal["done", "here", "ahead"]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What evidence means for this answer.

    `shown` and `claimed` are ends of a bar on the scale from 1 to 5, without evidence: solid to the first, hatched
    to the second; with evidence the bar is solid to `claimed`. Both are None where evidence changes no number.
    `now` says how the answer counts now, `well` whether that is as shown.
    """

    title: str
    sentence: str
    shown: int | None
    claimed: int | None
    now: str
    well: bool


@dataclass(frozen=True, slots=True)
class HelpView:
    """The question's help: what the answers mean in practice, and how to choose."""

    looks_like: str
    not_this: str
    example: str
    rules: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Everything that the question screen shows.

    `chosen` is the digit of the answer, 0 for "don't know", None for none. `aside` is a line about an answer that
    the five rows cannot show: why it does not apply, or what several people said.
    """

    practice: str
    dimension: str
    number: int
    total: int
    place: str
    steps: tuple[tuple[StepState, ...], ...]
    said: str
    question: str
    anchors: tuple[str, ...]
    chosen: int | None
    aside: str
    marked: bool
    note: str
    evidence: str
    may_not_apply: bool
    set_aside: str
    evidence_view: EvidenceView
    help: HelpView


def question_view(pack: Pack, assessment: Assessment, flow: Flow) -> QuestionView:
    """Return the view of the question at which the flow stands, of the last one at the review list."""
    practice = pack.practices[flow.asked[-1] if flow.at == REVIEW else flow.at]
    answer, number, total = assessment.answer(practice.id), flow.number, len(flow.asked)
    place = _("{number} of {total}").format(number=number, total=total)
    dimension = pack.dimensions_by_id[practice.dimension].title
    return QuestionView(
        practice=practice.id,
        dimension=dimension,
        number=number,
        total=total,
        place=place,
        steps=_steps(pack, assessment, flow),
        said=_("Question {place}, {dimension}").format(place=place, dimension=dimension),
        question=practice.question,
        anchors=practice.anchors,
        chosen=_chosen(answer),
        aside=_aside(answer),
        marked=answer.mark,
        note=answer.note,
        evidence=answer.evidence,
        may_not_apply=practice.may_not_apply,
        set_aside=answer.not_applicable or "",
        evidence_view=evidence_view(pack, answer),
        help=_help(pack, practice),
    )


def _chosen(answer: Answer) -> int | None:
    if answer.dont_know:
        return 0
    return answer.agreed if answer.votes is not None else answer.level


def _aside(answer: Answer) -> str:
    if answer.not_applicable is not None:
        return _("Does not apply: {reason}").format(reason=answer.not_applicable)
    if answer.votes is None:
        return ""
    levels = ", ".join(str(v) if isinstance(v, int) else "?" for v in answer.votes if v != "-")
    text = ngettext("{count} person answered: {levels}.", "{count} people answered: {levels}.", len(answer.votes))
    return text.format(count=len(answer.votes), levels=levels)


def _steps(pack: Pack, assessment: Assessment, flow: Flow) -> tuple[tuple[StepState, ...], ...]:
    groups: dict[str, list[StepState]] = {}
    for practice in flow.asked:
        done = given(assessment.answer(practice))
        state: StepState = "here" if practice == flow.at else "done" if done else "ahead"
        groups.setdefault(pack.practices[practice].dimension, []).append(state)
    return tuple(tuple(group) for group in groups.values())


def evidence_view(pack: Pack, answer: Answer) -> EvidenceView:
    """Return what evidence changes for an answer: a level above the rubric's `claimed_above` counts as claimed."""
    limit, level = pack.rubric.claimed_above, answer.agreed if answer.votes is not None else answer.level
    if level is None or level <= limit:
        title = _("Evidence is asked from level {level}").format(level=limit + 1)
        sentence = _("Up to level {level} your word is enough. What you name here goes into the report.")
        return EvidenceView(title, sentence.format(level=limit), None, None, "", well=True)
    shown_by = pack.levels[level - 1].shown_by
    title = _("Level {level} asks for evidence").format(level=level)
    sentence = _("{what}. Without it the answer counts as claimed.").format(what=shown_by)
    if answer.evidence.strip():
        now = _("Counts as level {level}, shown by evidence").format(level=level)
        return EvidenceView(title, sentence, limit, level, now, well=True)
    now = _("Counts as level {level}, claimed: its range starts at {limit}").format(level=level, limit=limit)
    return EvidenceView(title, sentence, limit, level, now, well=False)


def _help(pack: Pack, practice: Practice) -> HelpView:
    return HelpView(practice.looks_like, practice.not_this, practice.example, pack.rating_rules, pack.rating_notes)
