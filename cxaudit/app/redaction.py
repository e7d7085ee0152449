"""A copy for the client: everything that is not named here stays out, and every number stays what it was.

Each record is built anew from the fields that may go, so that a field added later is left out until somebody decides
otherwise, in an order that tells nothing of when it was written. Where a number rests on a private text being there
(evidence on file, the words of a fact-check), a mark of the same weight stands in its place: the copy scores as the
original does.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from cxaudit.app.reporting import PrivateField
from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.fact_check import FactValue, TextValue
from cxaudit.domain.panels import FEWEST_VOTERS, voters
from cxaudit.domain.report_choices import EditedText, ReportChoices
from cxaudit.domain.workshop import GroupVotes, Lock, Merged, Opened, Parked, Round, Talk, Vote, Workshop, in_order
from cxaudit.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

PRIVATE: tuple[PrivateField, ...] = ("notes", "words", "names", "votes", "evidence")
"""What stays out unless it is ticked.

`notes`: notes, reasons and the guess. `words`: what a room said, and its parking lot. `names`: owners of actions and
items, labels of people whose files were merged. `votes`: votes by round and by groups under five. `evidence`: where
evidence lies, and the words of fact-checks.
"""
WORD = "[…]"
"""Stands for one word that was left out."""


def redacted(assessment: Assessment, kept: Collection[PrivateField] = ()) -> Assessment:
    """Return the assessment without its private fields, but for those to be kept; every score is the same."""
    return Assessment(
        id=assessment.id,
        pack=assessment.pack,
        version=assessment.version,
        content=assessment.content,
        mode=assessment.mode,
        organisation=assessment.organisation,
        date=assessment.date,
        targets=dict(sorted(assessment.targets.items())),
        answers={practice: _answer(answer, kept) for practice, answer in sorted(assessment.answers.items())},
        actions={action: _action(state, kept) for action, state in sorted(assessment.actions.items())},
        reviewed=assessment.reviewed,
        prediction=assessment.prediction if "notes" in kept else None,
        workshop=_workshop(assessment.workshop, kept) if assessment.workshop else None,
        report=_choices(assessment.report) if assessment.report else None,
    )


def _answer(answer: Answer, kept: Collection[PrivateField]) -> Answer:
    notes, words, evidence = "notes" in kept, "words" in kept, "evidence" in kept
    return Answer(
        level=answer.level,
        dont_know=answer.dont_know,
        not_applicable=answer.not_applicable if notes else _mark(answer.not_applicable),
        votes=_votes(answer.votes),
        agreed=answer.agreed,
        evidence=answer.evidence if evidence else _mark(answer.evidence) or "",
        evidence_kind=answer.evidence_kind,
        evidence_date=answer.evidence_date,
        facts={part: value if evidence else _fact(value) for part, value in sorted(answer.facts.items())},
        note=answer.note if notes else "",
        quick=answer.quick,
        carried=answer.carried,
        rounds=_rounds(answer, kept),
        lock=_lock(answer.lock, kept) if answer.lock else None,
        opened=tuple(Opened(lock=_lock(o.lock, kept), reason=o.reason) for o in answer.opened if words),
        talk=_talk(answer.talk) if answer.talk and words else None,
        revision=answer.revision,
    )


def _mark(text: str | None) -> str | None:
    """Return what stands for a text that was left out; None where there was none."""
    return _("Kept out of this copy.") if text and text.strip() else None


def _votes(votes: tuple[Vote, ...] | None) -> tuple[Vote, ...] | None:
    """Return votes in an order that tells nobody's."""
    return None if votes is None else in_order(votes)


def _fact(value: FactValue) -> FactValue:
    """Return a value of a fact-check; of words only how many there are."""
    if not isinstance(value, TextValue):
        return value
    return TextValue(text=" ".join(WORD for _word in value.text.split()) or " ")


def _rounds(answer: Answer, kept: Collection[PrivateField]) -> tuple[Round, ...]:
    """Return the rounds; without votes kept the last one that was revealed, with no group of fewer than five."""
    if not answer.revealed:
        return ()
    if "votes" in kept or not answer.rounds:
        return tuple(Round(method=r.method, groups=tuple(_group(g) for g in r.groups)) for r in answer.rounds)
    last = answer.rounds[-1]
    if all(voters(group) >= FEWEST_VOTERS for group in last.groups):
        return (Round(method=last.method, groups=tuple(_group(g) for g in last.groups)),)
    return (Round(method=last.method, groups=(GroupVotes(votes=last.votes),)),)


def _group(group: GroupVotes) -> GroupVotes:
    return GroupVotes(group=group.group, votes=in_order(group.votes))


def _lock(lock: Lock, kept: Collection[PrivateField]) -> Lock:
    words = "words" in kept
    return Lock(
        kind=lock.kind,
        level=lock.level,
        lowest=lock.lowest,
        highest=lock.highest,
        reason=lock.reason if words else "",
        dissent=lock.dissent if words else "",
    )


def _talk(talk: Talk) -> Talk:
    return Talk(low=talk.low, high=talk.high, settle=talk.settle, dissent=talk.dissent)


def _action(state: ActionState, kept: Collection[PrivateField]) -> ActionState:
    return ActionState(
        status=state.status,
        reason=state.reason if "notes" in kept else _mark(state.reason) or "",
        owner=state.owner if "names" in kept else "",
        due=state.due,
    )


def _workshop(workshop: Workshop, kept: Collection[PrivateField]) -> Workshop:
    """Return the workshop without clock and times; those who sent files are numbered where names stay out."""
    names = "names" in kept
    return Workshop(
        room=workshop.room,
        at=workshop.at,
        phase=workshop.phase,
        parked=tuple(_parked(workshop.parked, names=names)) if "words" in kept else (),
        merged=tuple(
            Merged(label=found.label if names else str(number), assessment=str(number), group=found.group)
            for number, found in enumerate(workshop.merged, 1)
        ),
        ended=workshop.ended,
    )


def _parked(items: tuple[Parked, ...], *, names: bool) -> Iterable[Parked]:
    return (
        Parked(text=i.text, practice=i.practice, owner=_taker(i, names=names), due=i.due, dropped=i.dropped)
        for i in items
    )


def _taker(item: Parked, *, names: bool) -> str:
    """Return who takes an item on; without names only that somebody does."""
    return item.owner if names or not item.owner.strip() else _("Name kept out")


def _choices(choices: ReportChoices) -> ReportChoices:
    """Return the texts as they were edited for the report, without what they replaced."""
    return ReportChoices(
        sections=choices.sections,
        texts={key: EditedText(text=found.text) for key, found in sorted(choices.texts.items())},
    )
