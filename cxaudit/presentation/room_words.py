"""What a room did with one question, worded once for report and command line: rounds, locks, and what was said.

Votes that were not revealed are never told: neither those that wait nor those of files before their reveal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.domain.assessment import Answer
from cxaudit.domain.model import LEVELS
from cxaudit.domain.workshop import Lock, Method, Round, Vote
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.words import sentence


def shown_rounds(answer: Answer) -> tuple[Round, ...]:
    """Return the rounds that the room has seen, oldest first."""
    return answer.rounds if answer.revealed else ()


def last_round_name(rounds: Sequence[Round]) -> tuple[str, ...]:
    """Return what the last round is called where those before it are not told."""
    return tuple(_("Last round, {method}").format(method=method_name(found.method)) for found in rounds)


def round_names(rounds: Sequence[Round]) -> tuple[str, ...]:
    """Return what each round is called: round 0 is that of the files, those voted in the room count from 1."""
    first = 0 if rounds and rounds[0].method == "files" else 1
    text = _("Round {number}, {method}")
    return tuple(text.format(number=n, method=method_name(found.method)) for n, found in enumerate(rounds, first))


def method_name(method: Method) -> str:
    """Return how votes were given, in a word or two."""
    names = {"cards": _("cards"), "ballot": _("secret ballot"), "tally": _("tally"), "files": _("filled in before")}
    return names[method]


def votes_text(votes: Sequence[Vote]) -> str:
    """Return "2 at level 1, 4 at level 3, 1 don't know"; the order of the votes does not show."""
    levels = ((_("{n} at level {level}").format(n=votes.count(k), level=k), votes.count(k)) for k in LEVELS)
    unknown, outside, none = votes.count("dk"), votes.count("na"), votes.count("-")
    others = (
        (ngettext("{n} doesn't know", "{n} don't know", unknown).format(n=unknown), unknown),
        (ngettext("{n} says it does not apply", "{n} say it does not apply", outside).format(n=outside), outside),
        (ngettext("{n} gave no vote", "{n} gave no vote", none).format(n=none), none),
    )
    return ", ".join(text for text, count in (*levels, *others) if count)


def lock_text(lock: Lock) -> str:
    """Return how a question was closed: "as voted", "agreed on level 3", "no agreement, levels 2 to 4"."""
    if lock.kind == "agreed":
        return _("agreed on level {level}").format(level=lock.level)
    if lock.kind == "none":
        return _("no agreement, {levels}").format(levels=span(lock))
    return _("as voted")


def span(lock: Lock) -> str:
    """Return the levels between which a room without agreement stays: "levels 2 to 4"."""
    if lock.lowest == lock.highest:
        return _("level {level}").format(level=lock.lowest)
    return _("levels {low} to {high}").format(low=lock.lowest, high=lock.highest)


def room_told(answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield what a room did with a question as labelled texts, oldest first; a text may be empty."""
    rounds = shown_rounds(answer)
    for name, found in zip(round_names(rounds), rounds, strict=True):
        yield name, votes_text(found.votes)
    yield from room_ended(answer)


def room_ended(answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield how a question was opened and closed, and what was said about it, as labelled texts."""
    for opened in answer.opened:
        how = sentence(_closed(opened.lock))
        text = _("it was closed: {how} {reason}").format(how=how, reason=opened.reason)
        yield _("Opened again"), text
    if shown_rounds(answer):
        yield _("Closed"), _closed(answer.lock) if answer.lock else _("not yet")
    if dissent := dissent_of(answer):
        yield _("Dissent"), dissent
    if answer.talk is not None:
        yield _("Why lower"), answer.talk.low
        yield _("Why higher"), answer.talk.high
        yield _("What would settle it"), answer.talk.settle


def dissent_of(answer: Answer) -> str:
    """Return the view of those who see it otherwise: what the lock keeps of it, else the note."""
    if answer.lock is not None:
        return answer.lock.dissent
    return answer.talk.dissent if answer.talk else ""


def _closed(lock: Lock) -> str:
    reason, how = lock.reason.strip(), lock_text(lock)
    return _("{how}, because: {reason}").format(how=how, reason=reason) if reason else how
