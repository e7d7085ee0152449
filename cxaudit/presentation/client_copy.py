"""What a copy for the client leaves out: a list to look through before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cxaudit.app.redaction import PRIVATE
from cxaudit.app.reporting import PrivateField
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.fact_check import TextValue
from cxaudit.domain.workshop import Workshop
from cxaudit.i18n import _, ngettext

ALWAYS = (
    _("The client's name, the date, every answer's level, targets, and what was decided about actions."),
    _("Kinds and dates of evidence, and of fact-checks all but texts."),
    _("How many were in each group, and how the whole room voted in the last round of each question."),
    _("Texts of the report in your own words."),
)
"""What is in every copy."""
NEVER = (
    _("When somebody answered, how long it took, and what was marked to come back to."),
    _("Earlier versions, what was undone, and votes that the room has not seen yet."),
    _("The name of your account or computer, and where your files lie."),
)
"""What is in none."""
_COPY = _("This is a copy for the client.")


@dataclass(frozen=True, slots=True)
class PrivateLine:
    """One kind of private field: what it is, how many of it this audit has, and whether it goes with the copy."""

    id: PrivateField
    title: str
    detail: str
    count: str
    kept: bool


@dataclass(frozen=True, slots=True)
class ClientCopyView:
    """The list: what goes always, what only where it is ticked, what never."""

    always: tuple[str, ...]
    lines: tuple[PrivateLine, ...]
    never: tuple[str, ...]


def client_copy_view(assessment: Assessment, kept: Collection[PrivateField]) -> ClientCopyView:
    """Return what a copy of this assessment would hold."""
    words = _words()
    counts = {kind: sum(1 for text in _texts(assessment, kind) if text.strip()) for kind in PRIVATE}
    lines = (
        PrivateLine(
            id=kind,
            title=words[kind][0],
            detail=words[kind][1],
            count=_count(counts[kind]),
            kept=kind in kept,
        )
        for kind in PRIVATE
    )
    return ClientCopyView(ALWAYS, tuple(lines), NEVER)


def left_out(kept: Collection[PrivateField]) -> str:
    """Return a sentence on what a copy leaves out, for the copy itself."""
    names = _missing(kept)
    return _("This copy for the client leaves out: {names}.").format(names=names) if names else _COPY


def copy_line(kept: Collection[PrivateField]) -> str:
    """Return the same in a line, for the copy's cover."""
    names = _missing(kept)
    return _("For the client. Left out: {names}").format(names=names) if names else _("For the client")


def _missing(kept: Collection[PrivateField]) -> str:
    names = (_words()[kind][0] for kind in PRIVATE if kind not in kept)
    return "; ".join(name[:1].lower() + name[1:] for name in names)


def read_so(kept: Collection[PrivateField], *, voted: bool) -> str:
    """Return how to read a copy, for the copy itself: what stands where something was left out."""
    told: tuple[tuple[PrivateField, str], ...] = (
        ("evidence", _("Evidence counts as it did; the copy does not tell what it is or where it lies.")),
        ("names", _("Where an owner was named, the role that the questionnaire proposes stands instead.")),
        ("words", _("Where people saw a practice differently, their votes are told and what they said is not.")),
        ("votes", _("Of the votes on a question only the last round is told.")),
        ("votes", _("Groups are told apart only where each had five voters or more.")),
    )
    of_room = {"words", "votes"}
    said = [text for kind, text in told if kind not in kept and (voted or kind not in of_room)]
    return " ".join([_("Every score is that of the whole report."), *said])


def _words() -> dict[PrivateField, tuple[str, str]]:
    return {
        "notes": (
            _("Notes and reasons"),
            _("Notes beside answers, why something does not apply, why an action waits, the guess before the start."),
        ),
        "words": (
            _("What the room said"),
            _("Arguments, views of those who saw it otherwise, reasons for a level, the parking lot."),
        ),
        "names": (_("Names of people"), _("Owners of actions and parked items, labels of those who answered alone.")),
        "votes": (_("Votes by round and small group"), _("Earlier rounds, and groups of fewer than five people.")),
        "evidence": (
            _("Where evidence lies"),
            _("Files, folders and links that were named, and texts of fact-checks."),
        ),
    }


def _count(count: int) -> str:
    return ngettext("{count} entry", "{count} entries", count).format(count=count) if count else _("none here")


def _texts(assessment: Assessment, kind: PrivateField) -> Iterator[str]:
    """Yield the entries of a kind; a blank one is none."""
    for answer in assessment.answers.values():
        yield from _of_answer(answer, kind)
    for state in assessment.actions.values():
        yield {"notes": state.reason, "names": state.owner}.get(kind, "")
    if kind == "notes" and assessment.prediction is not None:
        yield str(assessment.prediction)
    if assessment.workshop is not None:
        yield from _of_workshop(assessment.workshop, kind)


def _of_answer(answer: Answer, kind: PrivateField) -> Iterator[str]:
    if kind == "notes":
        yield from (answer.note, answer.not_applicable or "")
    elif kind == "evidence":
        yield answer.evidence
        yield from (value.text for value in answer.facts.values() if isinstance(value, TextValue))
    elif kind == "votes":
        yield from (found.method for found in answer.rounds)
    elif kind == "words":
        yield from _said(answer)


def _said(answer: Answer) -> Iterator[str]:
    if answer.talk is not None:
        yield from (answer.talk.low, answer.talk.high, answer.talk.settle, answer.talk.dissent)
    if answer.lock is not None:
        yield from (answer.lock.reason, answer.lock.dissent)
    yield from (opened.reason for opened in answer.opened)


def _of_workshop(workshop: Workshop, kind: PrivateField) -> Iterator[str]:
    for item in workshop.parked:
        yield {"words": item.text, "names": item.owner}.get(kind, "")
    if kind == "names":
        yield from (found.label for found in workshop.merged)
