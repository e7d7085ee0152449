"""The quick audit can be read and answered in five minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.domain.questionnaire import Practice
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.anchors import MOST_CHARACTERS, length
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import HEAD, Finding, Place
from cxaudit.storage.pack_rules.scripts import MOST_MINUTES_QUICK, room_minutes

WORDS_PER_MINUTE = 175
SECONDS_A_CHOICE = 4
SECONDS_AROUND = 45
MOST_SECONDS = 300
MOST_WORDS_QUICK = 45
MOST_WORDS_FULL = 60


def word_count(text: str) -> int:
    """Return how many words stand between white space."""
    return len(text.split())


def practice_words(practice: Practice) -> int:
    """Return the words of a question and its anchors."""
    return word_count(practice.question) + sum(map(word_count, practice.anchors))


@dataclass(frozen=True, slots=True)
class Totals:
    """The sizes of a draft; `seconds` is what the quick audit takes, reading, choosing and all around.

    The minutes are those of a room, as the scripts tell them; 0 where there are none.
    """

    practices: int
    quick: int
    facts: int
    flags: int
    actions: int
    sources: int
    claims: int
    vignettes: int
    quick_words: int
    allowed_words: int
    seconds: Fraction
    longest_anchor: int
    quick_minutes: int
    full_minutes: int

    @classmethod
    def of(cls, draft: Draft) -> Totals:
        """Return the sizes of a draft, its unreadable tables left out."""
        quick = [p for p in draft.practices if p.quick]
        words = sum(map(practice_words, quick))
        choosing = SECONDS_A_CHOICE * len(quick) + SECONDS_AROUND
        anchors = [length(a) for p in draft.practices for a in p.anchors]
        return cls(
            practices=len(draft.practices),
            quick=len(quick),
            facts=sum(p.fact is not None for p in draft.practices),
            flags=len(draft.flags),
            actions=len(draft.actions),
            sources=len(draft.sources),
            claims=len(draft.claims),
            vignettes=len(draft.vignettes),
            quick_words=words,
            allowed_words=max(0, (MOST_SECONDS - choosing) * WORDS_PER_MINUTE // 60),
            seconds=Fraction(words * 60, WORDS_PER_MINUTE) + choosing,
            longest_anchor=max(anchors, default=0),
            quick_minutes=room_minutes(quick),
            full_minutes=room_minutes(draft.practices),
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the sizes in words."""
        tenths = -(-self.seconds * 10 // 1)
        return (
            _(
                "practices {practices}, quick {quick}, with a fact-check {facts}; flags {flags}; actions {actions}; "
                "sources {sources}, claims {claims}; vignettes {vignettes}"
            ).format(
                practices=self.practices,
                quick=self.quick,
                facts=self.facts,
                flags=self.flags,
                actions=self.actions,
                sources=self.sources,
                claims=self.claims,
                vignettes=self.vignettes,
            ),
            _(
                "quick audit: {words} of {most} words, {seconds} of {limit} seconds; longest anchor {long} of {wide}"
            ).format(
                words=self.quick_words,
                most=self.allowed_words,
                seconds=f"{tenths // 10}.{tenths % 10}",
                limit=MOST_SECONDS,
                long=self.longest_anchor,
                wide=MOST_CHARACTERS,
            ),
            *self._workshop(),
        )

    def _workshop(self) -> Iterator[str]:
        if self.full_minutes:
            told = _("workshop: {quick} minutes for the quick audit, of {most}; {full} minutes for the full one")
            yield told.format(quick=self.quick_minutes, most=MOST_MINUTES_QUICK, full=self.full_minutes)


def reading_time(draft: Draft) -> Iterator[Finding]:
    """The whole quick audit takes at most 300 seconds at 175 words a minute."""
    totals = Totals.of(draft)
    if totals.seconds > MOST_SECONDS:
        what = _("The quick audit has {words} words and takes {seconds} seconds; {most} words fit into {limit}.")
        what = what.format(
            words=totals.quick_words,
            seconds=-(-totals.seconds // 1),
            most=totals.allowed_words,
            limit=MOST_SECONDS,
        )
        yield Finding(HEAD, "question", what, _("Shorten questions and anchors, or ask fewer practices."))


def practice_sizes(draft: Draft) -> Iterator[Finding]:
    """A quick practice has at most 45 words; one of the full audit only should have at most 60."""
    for practice in draft.practices:
        most = MOST_WORDS_QUICK if practice.quick else MOST_WORDS_FULL
        words = practice_words(practice)
        if words > most:
            what = _("Question and anchors have {words} words; at most {most} may stand.")
            what = what.format(words=words, most=most)
            place = Place("practice", practice.id)
            yield Finding(place, "question", what, _("Shorten the longest."), warning=not practice.quick)
