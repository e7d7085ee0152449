"""The answers file: an assessment as a person writes it in TOML or JSON.

    pack = "cx-core"            # this is the default; the newest published version unless `version` is given
    mode = "quick"              # or "full", the default
    organisation = "Nordlys Energi"
    date = 2026-11-20           # optional; the only date that a report prints
    prediction = 3              # optional: a guess of the overall level, made before the first question
    [targets]                   # optional, by dimension id, short code, or practice id in quotes; 1 to 5
    mission = 4
    [answers.H3]                # by short code, or by id in quotes: [answers."mission.recall"]
    level = 4                   # exactly one of level, dont_know = true, not_applicable = "reason", votes, rounds
    evidence = "Pay policy v7"  # optional, as is what else may stand there: see `answers_beside`
    [[answers.S1.rounds]]       # what a room voted, round by round: see `answers_rounds`
    [workshop]                  # who was in the room: see `answers_workshop`
    [actions.write-the-mission] # optional: status "open", "done" or "accepted" (with a reason); owner, due

A wrong file is refused whole, with every mistake and its key path.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from cxaudit.app.answers_beside import KEYS, read_beside
from cxaudit.app.answers_rounds import KEYS as VOTED
from cxaudit.app.answers_rounds import Voted, read_voted
from cxaudit.app.answers_syntax import Kind, parse
from cxaudit.app.answers_table import LINE, Table
from cxaudit.app.answers_workshop import group_labels, read_workshop
from cxaudit.app.ports import PackLibrary
from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.errors import InputError, Problem, UnknownPackError
from cxaudit.domain.fields import Mode
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.i18n import _

PACK = "cx-core"
_STATES = ("level", "dont_know", "not_applicable", "votes", "rounds")
KNOWN = ("pack", "version", "mode", "organisation", "date", "prediction", "workshop", "targets", "answers", "actions")
_MODES: tuple[Mode, ...] = ("full", "quick")
_STATUSES: tuple[Literal["open", "done", "accepted"], ...] = ("open", "done", "accepted")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What an answers file holds, and what is allowed but may be a mistake."""

    assessment: Assessment
    pack: Pack
    warnings: tuple[Problem, ...]


def read_answers(content: bytes, kind: Kind, source: str, packs: PackLibrary) -> AnswersFile:
    """Read an answers file.

    Args:
        content: The file's bytes, UTF-8 with or without a byte order mark, at most 2 MB.
        kind: Whether it is TOML or JSON.
        source: What to call the file in messages.
        packs: Where its pack is looked up.

    Raises:
        InputError: The file is wrong; every mistake is listed with its key path.
    """
    problems: list[Problem] = []
    top = Table(parse(content, kind, source), (), problems)
    top.only(KNOWN)
    pack = _pack(top, packs)
    mode = top.choice("mode", _MODES)
    organisation, day, prediction = top.text("organisation", LINE), top.day("date"), top.level("prediction")
    targets, answers, actions = _targets(top, pack), _answers(top, pack, mode, day), _actions(top, pack)
    workshop = read_workshop(top, pack, mode)
    if problems or pack is None:
        raise InputError(source, tuple(problems))
    assessment = Assessment(
        id="answers",
        pack=pack.id,
        version=pack.version,
        content=pack.content,
        mode=mode,
        organisation=organisation,
        date=day,
        targets=_in_order(targets, (*pack.dimensions_by_id, *pack.practices)),
        answers=_in_order(answers, pack.practices),
        actions=_in_order(actions, pack.actions_by_id),
        prediction=prediction,
        workshop=workshop,
    )
    return AnswersFile(assessment, pack, unscored(assessment, pack))


def unscored(assessment: Assessment, pack: Pack) -> tuple[Problem, ...]:
    """Return a warning for every answer that the assessment's mode does not ask."""
    asked = pack.asked(assessment.mode)
    left = (p for p in pack.practices.values() if p not in asked and assessment.answer(p.id).answered)
    return tuple(not_asked(p, assessment.mode) for p in left)


def not_asked(practice: Practice, mode: Mode) -> Problem:
    """Return the warning for an answer that a mode does not ask."""
    what = _("The {mode} audit does not ask this; the answer is kept and not scored.").format(mode=mode)
    return Problem(f"answers.{practice.code}", what)


def _in_order(table: dict[str, T], order: Iterable[str]) -> dict[str, T]:
    """Return the table in the pack's order, so that the order of a file does not matter."""
    return {key: table[key] for key in order if key in table}


def _pack(top: Table, packs: PackLibrary) -> Pack | None:
    name = top.text("pack", LINE) if top.has("pack") else PACK
    version = top.text("version", LINE)
    if top.faulty("pack") or top.faulty("version"):
        return None
    try:
        return packs.get(name, version) if version else packs.newest(name)
    except UnknownPackError as e:
        mend = _("Published here: {known}.").format(known=", ".join(e.known))
        key = "version" if version and any(k.startswith(f"{name} ") for k in e.known) else "pack"
        top.wrong(key, _("{value} is not published here.").format(value=top.shown(key)), mend)
        return None


def _practice(
    table: Table, key: str, pack: Pack | None, seen: dict[str, str], also: Iterable[str] = ()
) -> Practice | None:
    """Return the practice that a key names, by code or id.

    `seen` maps the ids named so far to their keys; `also` are other names that could have been meant.
    """
    if pack is None:
        return None
    practice = pack.by_code.get(key) or pack.practices.get(key)
    if practice is None:
        mend = table.near(key, also) or _practice_meant(table, key, pack)
        table.wrong(key, _("No practice has this code or id."), mend)
    elif practice.id in seen:
        what = _("This is the same practice as {other}.").format(other=table.where(seen[practice.id]))
        table.wrong(key, what, _("Keep one of the two."))
    else:
        seen[practice.id] = key
        return practice
    return None


def _practice_meant(table: Table, key: str, pack: Pack) -> str:
    if _unquoted(table, key, pack):
        example = pack.dimensions_by_id[key].practices[0].id
        return _('Write an id in quotes, as in "{example}".').format(example=example)
    codes = _("The codes are {codes}.").format(codes=", ".join(pack.by_code))
    return table.near(key, (*pack.by_code, *pack.practices)) or codes


def _unquoted(table: Table, key: str, pack: Pack | None) -> bool:
    """Return whether the key is the first half of a practice id that was written without quotes."""
    return pack is not None and key in pack.dimensions_by_id and table.nested(key)


def _targets(top: Table, pack: Pack | None) -> dict[str, int]:
    table, seen = top.table("targets"), dict[str, str]()
    dimensions = () if pack is None else tuple(pack.dimensions_by_id)
    found: dict[str, int] = {}
    for key in table.keys:
        whole = key in dimensions and not table.nested(key)
        practice = None if whole else _practice(table, key, pack, seen, also=(d for d in dimensions if d != key))
        level = None if _unquoted(table, key, pack) else table.level(key)
        if level is not None and (whole or practice):
            found[practice.id if practice else key] = level
    return found


def _answers(top: Table, pack: Pack | None, mode: Mode, day: str | None) -> dict[str, Answer]:
    answers, seen, groups = top.table("answers"), dict[str, str](), group_labels(top)
    found: dict[str, Answer] = {}
    for key, table in answers.tables(_("Write [answers.H3] and below it level = 4.")):
        practice = _practice(answers, key, pack, seen)
        answer = None if _unquoted(answers, key, pack) else _answer(table, practice, mode, day, groups)
        if practice is not None and answer is not None:
            found[practice.id] = answer
    return found


def _answer(
    table: Table, practice: Practice | None, mode: Mode, day: str | None, groups: tuple[str, ...]
) -> Answer | None:
    """Return one answer, or None where anything about it is wrong."""
    table.only((*_STATES, "agreed", *KEYS, *(key for key in VOTED if key not in _STATES)))
    states = [s for s in _STATES if table.has(s)]
    if len(states) != 1:
        given = ", ".join(states) if states else _("none of them")
        what = _("Exactly one of level, dont_know, not_applicable, votes and rounds is needed; here is {given}.")
        table.wrong(None, what.format(given=given))
    if table.has("agreed") and not table.has("votes"):
        table.wrong("agreed", _("An agreed level goes with votes."), _("Write level instead, or add the votes."))
    level, agreed, votes = table.level("level"), table.level("agreed"), table.votes("votes")
    dont_know, reason = table.true("dont_know"), _not_applicable(table, practice)
    beside, voted = read_beside(table, practice, day), read_voted(table, groups)
    beside["quick"] = beside["quick"] or mode == "quick"
    if practice is None or not table.sound:
        return None
    answer = Answer(
        level=level,
        dont_know=dont_know,
        not_applicable=reason,
        votes=votes,
        agreed=agreed,
        **beside,
        revision=practice.revision,
    )
    return _with_rounds(answer, voted)


def _with_rounds(answer: Answer, voted: Voted) -> Answer:
    """Return the answer with what the room did: the votes of its last round, and the level agreed on, are its state."""
    rounds, lock = voted["rounds"], voted["lock"]
    if rounds:
        votes, agreed = rounds[-1].votes, lock.level if lock else None
        answer = answer.model_copy(update={"votes": votes, "agreed": agreed})
    return answer.model_copy(update={**voted})


def _not_applicable(table: Table, practice: Practice | None) -> str | None:
    """Return the reason why a practice does not apply; None where it does, or may not be left out."""
    if not table.has("not_applicable"):
        return None
    reason = table.text("not_applicable")
    if not reason and not table.faulty("not_applicable"):
        table.wrong("not_applicable", _("The reason is missing."), _("Write why it does not apply to you."))
    if practice is not None and not practice.may_not_apply:
        mend = _("Give a level, or dont_know = true.")
        table.wrong("not_applicable", _("This practice applies to everybody."), mend)
    return reason


def _actions(top: Table, pack: Pack | None) -> dict[str, ActionState]:
    actions = top.table("actions")
    found: dict[str, ActionState] = {}
    for key, table in actions.tables():
        if pack is not None and key not in pack.actions_by_id:
            actions.wrong(key, _("No action has this id."), actions.near(key, pack.actions_by_id))
        table.only(("status", "reason", "owner", "due"))
        status = table.choice("status", _STATUSES)
        reason, owner, due = table.text("reason"), table.text("owner", LINE), table.day("due")
        if status == "accepted" and not reason and not table.faulty("reason"):
            table.wrong("reason", _("An accepted action needs a reason."), _("Write why it is not done now."))
        if table.sound:
            found[key] = ActionState(status=status, reason=reason, owner=owner, due=due)
    return found
