"""Continuing an audit in a newer version of its questionnaire: what stays, what is new, what has to be asked again.

Nothing happens to an audit because a newer version was published. Who wants the newer one gets a copy; the original
stays. An answer comes along where its practice has the same id and the same revision, and counts as unanswered until
it is confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from cxaudit.app.ports import PackLibrary
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import NotNewerError, OtherQuestionnaireError, UnknownPackError
from cxaudit.domain.fact_check import FactValue
from cxaudit.domain.facts import asked_facts
from cxaudit.domain.points import flagged_practices
from cxaudit.domain.questionnaire import Pack, Practice


@dataclass(frozen=True, slots=True)
class Preview:
    """What becomes of an audit in a newer version, by id; each in the order of the pack that holds it.

    `carried` are the practices whose answer comes along, to be confirmed; `blank` those that are the same but have no
    answer to bring; `added`, `reworded` and `retired` are the others. Of the actions and targets something was decided
    about, some stay and some go with what they were about.
    """

    carried: tuple[str, ...]
    blank: tuple[str, ...]
    added: tuple[str, ...]
    reworded: tuple[str, ...]
    retired: tuple[str, ...]
    actions_kept: tuple[str, ...]
    actions_gone: tuple[str, ...]
    targets_kept: tuple[str, ...]
    targets_gone: tuple[str, ...]


def newer_version(packs: PackLibrary, pack: Pack) -> Pack | None:
    """Return the newest published version of a pack where it is newer than this one."""
    try:
        newest = packs.newest(pack.id)
    except UnknownPackError:
        return None
    return newest if newest.release > pack.release else None


def preview(old: Assessment, old_pack: Pack, new_pack: Pack) -> Preview:
    """Return what `continued` would do. Raises as it does."""
    _check(old_pack, new_pack)
    answers = _answers(old, old_pack, new_pack)
    same = _same(old_pack, new_pack)
    carried = tuple(name for name in same if name in answers and answers[name].carried)
    known = {*new_pack.practices, *new_pack.dimensions_by_id}
    return Preview(
        carried=carried,
        blank=tuple(name for name in same if name not in carried),
        added=tuple(name for name in new_pack.practices if name not in old_pack.practices),
        reworded=tuple(name for name in new_pack.practices if name in old_pack.practices and name not in same),
        retired=tuple(name for name in old_pack.practices if name not in new_pack.practices),
        actions_kept=tuple(name for name in new_pack.actions_by_id if name in old.actions),
        actions_gone=tuple(name for name in old.actions if name not in new_pack.actions_by_id),
        targets_kept=tuple(name for name in old.targets if name in known),
        targets_gone=tuple(name for name in old.targets if name not in known),
    )


def continued(old: Assessment, old_pack: Pack, new_pack: Pack, new_id: str, day: date) -> Assessment:
    """Return the audit in a newer version of its pack, as the assessment `new_id` of `day`; `old` stays as it is.

    Answers come along with all that is written beside them, marked as carried; how long they took does not. So do
    what was decided about actions, and targets. The review list is to be accepted again, and the guess of the level
    was made about the other questions.

    Raises OtherQuestionnaireError for a pack of another id, and NotNewerError unless `new_pack` is a later version.
    """
    _check(old_pack, new_pack)
    known = {*new_pack.practices, *new_pack.dimensions_by_id}
    return Assessment(
        id=new_id,
        pack=new_pack.id,
        version=new_pack.version,
        content=new_pack.content,
        mode=old.mode,
        organisation=old.organisation,
        date=day.isoformat(),
        targets={name: level for name, level in old.targets.items() if name in known},
        answers=_answers(old, old_pack, new_pack),
        actions={name: state for name, state in old.actions.items() if name in new_pack.actions_by_id},
    )


def continued_engagement(engagement: Engagement, new_pack: Pack, new_id: str, day: date) -> Engagement:
    """Return a document's content with its newest assessment continued in a newer version. Raises as `continued`.

    Earlier assessments stay with it; the one that is continued stays in the original document.
    """
    newest = continued(engagement.newest, engagement.pack, new_pack, new_id, day)
    assessments = (*engagement.assessments[:-1], newest)
    packs = {**engagement.packs, new_pack.content: new_pack}
    return replace(engagement, assessments=assessments, packs={a.content: packs[a.content] for a in assessments})


def _check(old_pack: Pack, new_pack: Pack) -> None:
    if old_pack.id != new_pack.id:
        raise OtherQuestionnaireError(old_pack.id, new_pack.id)
    if new_pack.release <= old_pack.release:
        raise NotNewerError(old_pack.id, old_pack.version, new_pack.version)


def _same(old_pack: Pack, new_pack: Pack) -> dict[str, Practice]:
    """Return the practices that are asked as before: same id, same revision."""
    before = old_pack.practices
    return {n: p for n, p in new_pack.practices.items() if n in before and before[n].revision == p.revision}


def _answers(old: Assessment, old_pack: Pack, new_pack: Pack) -> dict[str, Answer]:
    flagged = flagged_practices(new_pack)
    found = {
        name: _brought(old.answers[name], practice, may_not_apply=practice.may_not_apply and name not in flagged)
        for name, practice in _same(old_pack, new_pack).items()
        if name in old.answers and old.answers[name].revision == practice.revision
    }
    return {name: answer for name, answer in found.items() if answer != Answer(revision=answer.revision)}


def _brought(answer: Answer, practice: Practice, *, may_not_apply: bool) -> Answer:
    """Return an answer as it comes along; "does not apply" goes where it may not be chosen any more.

    Votes come along; the record of the room that gave them stays with the original.
    """
    changes: dict[str, object] = {
        "facts": _in_form(practice, asked_facts(practice, answer)),
        "seconds": None,
        "rounds": (),
        "lock": None,
        "opened": (),
        "talk": None,
    }
    if answer.not_applicable is not None and not may_not_apply:
        changes |= {"not_applicable": None, "carried": False, "quick": False}
    else:
        changes["carried"] = answer.carried or answer.answered
    return answer.model_copy(update=changes)


def _in_form(practice: Practice, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Return the facts that are of the kind that the practice asks for."""
    kinds = {part.id: part.kind for part in practice.fact.parts} if practice.fact else {}
    return {part: value for part, value in facts.items() if kinds.get(part) == value.kind}
