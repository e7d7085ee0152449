"""What a facilitator says in a room: short, open questions that leave the answer to the room, and its minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cxaudit.domain.questionnaire import Practice, Script
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import HEAD, Finding, Place
from cxaudit.storage.pack_rules.plain import texts
from cxaudit.storage.pack_rules.reading import sentences
from cxaudit.storage.pack_rules.words import CLOSED, tokens

MOST_SENTENCES_ALOUD = 2
FEWEST_MINUTES, MOST_MINUTES = 3, 6
MOST_MINUTES_QUICK = 60
FEWEST_WORDS_OF_A_HINT = 3

_LEVEL = re.compile(r"\b(?:answer|level|number|step)s? [1-5]\b", re.IGNORECASE)


def missing(draft: Draft) -> Iterator[Finding]:
    """Where one practice has a script, a facilitator needs it for the others too."""
    if any(practice.script is not None for practice in draft.practices):
        for practice in draft.practices:
            if practice.script is None:
                yield _warned(practice, "", _("It has no script; other practices do."), _("Add a [practice.script]."))


def spoken(draft: Draft) -> Iterator[Finding]:
    """What is read aloud is one sentence or two, and ends with what is asked."""
    for practice, script in _scripts(draft):
        found = len(sentences(script.read_aloud))
        if found > MOST_SENTENCES_ALOUD:
            what = _("It has {found} sentences; {most} can be taken in by ear.")
            what = what.format(found=found, most=MOST_SENTENCES_ALOUD)
            yield _warned(practice, "read_aloud", what, _("Shorten it."))
        if not script.read_aloud.endswith("?"):
            what = _("It does not end with a question mark.")
            yield _warned(practice, "read_aloud", what, _("Let it end with what is asked."))


def probes(draft: Draft) -> Iterator[Finding]:
    """A probing question is one open question, and the second is another than the first."""
    for practice, script in _scripts(draft):
        for number, probe in enumerate(script.probes, 1):
            key = f"probes.{number}"
            if not probe.endswith("?") or probe.count("?") != 1:
                mend = _("Write one sentence that ends with a question mark.")
                yield _warned(practice, key, _("It is not one question."), mend)
            if CLOSED & set(tokens(probe)[:1]):
                mend = _("Ask which, who, when, where or how many.")
                yield _warned(practice, key, _("It can be answered with yes or no."), mend)
        if len({tuple(tokens(probe)) for probe in script.probes}) < len(script.probes):
            yield _warned(practice, "probes", _("Two of them are the same."), _("Ask for something else."))


def hints(draft: Draft) -> Iterator[Finding]:
    """Nothing that is said names a level, by its number or in the words of its anchor."""
    for practice, script in _scripts(draft):
        anchors = [words for words in map(tokens, practice.anchors) if len(words) >= FEWEST_WORDS_OF_A_HINT]
        for key, text in texts(script):
            told = _LEVEL.search(text)
            if told:
                what = _("It names '{level}'.").format(level=told.group())
                yield _warned(practice, key, what, _("Leave the level to the room."))
            if any(_within(words, tokens(text)) for words in anchors):
                what = _("It says an anchor word for word.")
                yield _warned(practice, key, what, _("Say what is asked in other words."))


def minutes(draft: Draft) -> Iterator[Finding]:
    """A practice takes 3 to 6 minutes, the quick audit an hour at most."""
    for practice, script in _scripts(draft):
        if not FEWEST_MINUTES <= script.minutes <= MOST_MINUTES:
            what = _("It takes {found} minutes; {fewest} to {most} are usual.")
            what = what.format(found=script.minutes, fewest=FEWEST_MINUTES, most=MOST_MINUTES)
            yield _warned(practice, "minutes", what, _("Choose a number between."))
    found = room_minutes(practice for practice in draft.practices if practice.quick)
    if found > MOST_MINUTES_QUICK:
        what = _("The quick audit takes a room {found} minutes; {most} are at hand.")
        what = what.format(found=found, most=MOST_MINUTES_QUICK)
        yield Finding(HEAD, "minutes", what, _("Give fewer minutes to some practices."), warning=True)


def room_minutes(practices: Iterable[Practice]) -> int:
    """Return the minutes that practices take in a room, those without a script left out."""
    return sum(practice.script.minutes for practice in practices if practice.script is not None)


def _scripts(draft: Draft) -> Iterator[tuple[Practice, Script]]:
    if draft.english:
        yield from ((practice, practice.script) for practice in draft.practices if practice.script is not None)


def _within(words: list[str], text: list[str]) -> bool:
    return any(text[at : at + len(words)] == words for at in range(len(text) - len(words) + 1))


def _warned(practice: Practice, key: str, what: str, mend: str) -> Finding:
    path = f"script.{key}" if key else "script"
    return Finding(Place("practice", practice.id), path, what, mend, warning=True)
