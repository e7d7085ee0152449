"""Words why a command of the workshop did nothing, and what to do instead. They tell no vote."""

from __future__ import annotations

from collections.abc import Callable

from cxaudit.app.room import Refusal, Why
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _, ngettext


def refusal_words(pack: Pack, refusal: Refusal) -> str:
    """Return why a command did nothing, in one or two sentences."""
    if refusal.why in _COUNTED:
        return _COUNTED[refusal.why](pack, refusal)
    return _plain()[refusal.why]


def difference_words(by: int, group: str = "") -> str:
    """Return by how many the votes differ from those present: more of them above 0, fewer below."""
    more = ngettext(
        "{count} vote more than people present. Count again, or correct who is here.",
        "{count} votes more than people present. Count again, or correct who is here.",
        abs(by),
    )
    fewer = ngettext("{count} vote is missing.", "{count} votes are missing.", abs(by))
    text = (more if by > 0 else fewer).format(count=abs(by))
    return _("{group}: {text}").format(group=group, text=text) if group else text


def _title(pack: Pack, practice: str) -> str:
    found = pack.practices.get(practice)
    return found.title if found else practice


def _differs(_pack: Pack, refusal: Refusal) -> str:
    return difference_words(refusal.by, refusal.group)


def _nobody(_pack: Pack, _refusal: Refusal) -> str:
    return _("Nobody has voted yet.")


def _waiting(pack: Pack, refusal: Refusal) -> str:
    said = ngettext(
        "{count} vote waits on “{title}”. Reveal it first, or start that round again.",
        "{count} votes wait on “{title}”. Reveal them first, or start that round again.",
        refusal.by,
    )
    return said.format(count=refusal.by, title=_title(pack, refusal.practice))


def _all_in(_pack: Pack, refusal: Refusal) -> str:
    said = ngettext(
        "The vote of the only one present is in. Reveal it, or correct who is here.",
        "All {count} votes are in. Reveal them, or correct who is here.",
        refusal.by,
    ).format(count=refusal.by)
    return _("{group}: {text}").format(group=refusal.group, text=said) if refusal.group else said


def _fewer(_pack: Pack, refusal: Refusal) -> str:
    said = ngettext(
        "{count} has voted already, so no fewer can be present.",
        "{count} have voted already, so no fewer can be present.",
        refusal.by,
    )
    return said.format(count=refusal.by)


def _too_many(_pack: Pack, refusal: Refusal) -> str:
    return _("No room here has more than {count} people. Look at the number again.").format(count=refusal.by)


def _rounds(_pack: Pack, refusal: Refusal) -> str:
    return _("This question was voted on {count} times. Lock it with L, without agreement if need be.").format(
        count=refusal.by
    )


def _too_long(_pack: Pack, refusal: Refusal) -> str:
    return _("That is too long. Keep it under {count} characters.").format(count=refusal.by)


def _lot_full(_pack: Pack, refusal: Refusal) -> str:
    return _("The parking lot holds {count} things, and it is full.").format(count=refusal.by)


def _opened_often(_pack: Pack, refusal: Refusal) -> str:
    return _("This question was opened again {count} times. It stays closed now.").format(count=refusal.by)


def _parked(_pack: Pack, refusal: Refusal) -> str:
    said = ngettext(
        "{count} parked item has nobody to see to it. Name somebody, or drop it.",
        "{count} parked items have nobody to see to them. Name somebody, or drop them.",
        refusal.by,
    )
    return said.format(count=refusal.by)


_COUNTED: dict[Why, Callable[[Pack, Refusal], str]] = {
    "count differs": _differs,
    "nobody voted": _nobody,
    "votes elsewhere": _waiting,
    "votes waiting": _waiting,
    "all in": _all_in,
    "fewer than voted": _fewer,
    "too many": _too_many,
    "too many rounds": _rounds,
    "text too long": _too_long,
    "lot is full": _lot_full,
    "opened too often": _opened_often,
    "parked open": _parked,
}


def _plain() -> dict[Why, str]:
    return {
        "no workshop": _("No workshop runs in this audit."),
        "already running": _("A workshop runs in this audit already."),
        "ended": _("The workshop is over. Begin another one to go on."),
        "not asked": _("This question is not part of this audit."),
        "first question": _("This is the first question."),
        "all closed": _("Every question is closed. End the workshop in the Workshop menu."),
        "not voting": _("Open the vote first, with PgDn."),
        "only whole": _("A secret ballot is taken back as a whole: start the round again with C."),
        "not given": _("There is no such vote to take back."),
        "not by this method": _("The room votes in another way now."),
        "unknown group": _("There is no such group in this room."),
        "nobody present": _("At least one person has to be present."),
        "nothing revealed": _("Vote and reveal first."),
        "how to close": _("Talk it over. V votes again, L locks the question."),
        "locked": _("The question is closed. U opens it again."),
        "not locked": _("The question is not closed."),
        "reason missing": _("Write a few words why."),
        "range wrong": _("Choose two levels from 1 to 5, the lower one first."),
        "text missing": _("Write a few words."),
        "no such item": _("That item is not in the parking lot any more."),
    }
