"""One question as a frozen view: what is asked, what is chosen, what its evidence changes, and its help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxaudit.app.flow import REVIEW, Flow, given
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.closed import closed_words, way_to_open
from cxaudit.presentation.evidence import EvidenceView, FactView, evidence_view, fact_view

StepState = Literal["done", "here", "ahead"]


@dataclass(frozen=True, slots=True)
class HelpView:
    """The question's help: what the answers mean in practice, and how to choose.

    `large` is the example of a large organisation, `debate` tells where the sources disagree; both may be empty.
    """

    looks_like: str
    not_this: str
    example: str
    large: str
    debate: str
    rules: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Everything that the question screen shows.

    `chosen` is the digit of the answer, 0 for "don't know", None for none. `aside` is a line about an answer that
    the five rows cannot show: why it does not apply, what several people said, or that a room closed it; `carried`
    asks to confirm an answer of an earlier version of the questionnaire. `quick` says that the answer is from the
    five-minute audit. `fact` is None where the practice has no fact-check.
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
    carried: str
    quick: bool
    marked: bool
    note: str
    evidence: str
    may_not_apply: bool
    set_aside: str
    evidence_view: EvidenceView
    fact: FactView | None
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
        carried=_carried(answer),
        quick=answer.quick and not answer.carried and assessment.mode == "full",
        marked=answer.mark,
        note=answer.note,
        evidence=answer.evidence,
        may_not_apply=practice.may_not_apply,
        set_aside=answer.not_applicable or "",
        evidence_view=evidence_view(pack, assessment, practice.id),
        fact=fact_view(pack, assessment, practice.id),
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
    said = text.format(count=len(answer.votes), levels=levels)
    return said if answer.lock is None else f"{said} {closed_words(answer.lock)} {way_to_open()}"


def _carried(answer: Answer) -> str:
    if not answer.carried:
        return ""
    if answer.not_applicable is not None:
        return _("From the earlier questionnaire. Please confirm with A, or answer anew.")
    if _chosen(answer) is None:
        return _("From the earlier questionnaire. Please answer anew.")
    return _("From the earlier questionnaire. Please confirm with Return or its digit, or answer anew.")


def _steps(pack: Pack, assessment: Assessment, flow: Flow) -> tuple[tuple[StepState, ...], ...]:
    groups: dict[str, list[StepState]] = {}
    for practice in flow.asked:
        done = given(assessment.answer(practice))
        state: StepState = "here" if practice == flow.at else "done" if done else "ahead"
        groups.setdefault(pack.practices[practice].dimension, []).append(state)
    return tuple(tuple(group) for group in groups.values())


def _help(pack: Pack, practice: Practice) -> HelpView:
    return HelpView(
        practice.looks_like,
        practice.not_this,
        practice.example,
        practice.example_large,
        practice.debate,
        pack.rating_rules,
        pack.rating_notes,
    )
