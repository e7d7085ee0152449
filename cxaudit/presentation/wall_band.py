"""The one line that a reveal says to the room: what the votes ask it to do, or how the question was closed.

Nobody is named, no mean is told; a level is proposed only where the votes lie near each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxaudit.domain.panels import Prompt, levels_of
from cxaudit.domain.points import lower_median
from cxaudit.domain.workshop import Lock, Vote
from cxaudit.i18n import _
from cxaudit.presentation.words import DASH, choice, listing


@dataclass(frozen=True, slots=True)
class Band:
    """A message: an icon of resources/icons, a few strong words, and a sentence."""

    icon: str
    head: str
    text: str


def reveal_band(prompts: Sequence[Prompt], votes: Sequence[Vote]) -> Band:
    """Return what the weightiest prompt asks; without one they lie near each other, and a level is proposed."""
    if not prompts or prompts[0].kind == "consensus":
        return _near(votes)
    said = {
        "too few": _too_few,
        "split": _split,
        "two camps": _camps,
        "outlier": _outlier,
        "wide": _wide,
        "low agreement": _low,
    }
    return said[prompts[0].kind](prompts[0].levels)


def _too_few(_levels: Sequence[int]) -> Band:
    return Band("users", _("Few levels"), _("Fewer than three chose one; talk about it first"))


def _split(levels: Sequence[int]) -> Band:
    return Band("arrow-left-right", _("Split {span}").format(span=span(levels)), _ends_speak())


def _wide(levels: Sequence[int]) -> Band:
    return Band("arrow-left-right", _("Wide {span}").format(span=span(levels)), _ends_speak())


def _camps(levels: Sequence[int]) -> Band:
    head = _("Two camps: {levels}").format(levels=listing([str(level) for level in levels]))
    return Band("arrow-left-right", head, _("Each side speaks, 60 seconds each"))


def _outlier(levels: Sequence[int]) -> Band:
    far = choice([str(level) for level in levels])
    text = _("What speaks for {levels}? Anybody may answer").format(levels=far)
    return Band("users", _("Far apart: {levels}").format(levels=far), text)


def _low(_levels: Sequence[int]) -> Band:
    return Band("users", _("Talk it over"), _("Two or three reasons, from different levels"))


def _ends_speak() -> str:
    return _("Lowest and highest speak first, 60 seconds each")


def _near(votes: Sequence[Vote]) -> Band:
    levels = levels_of(votes)
    proposed = _("Level {level} is proposed; speak up if it is wrong").format(level=lower_median(levels))
    text = _("Speak up if something is missing") if len(set(levels)) == 1 else proposed
    return Band("check", near_words(votes), text)


def near_words(votes: Sequence[Vote]) -> str:
    """Return how near votes lie to each other that no prompt tells apart; at least one of them is a level."""
    levels = levels_of(votes)
    if len(set(levels)) > 1:
        return _("Near each other")
    words = _("All chose {level}") if len(levels) == len(votes) else _("Only {level} was chosen")
    return words.format(level=levels[0])


def closed_band(lock: Lock) -> Band:
    """Return how a question was closed."""
    if lock.kind == "agreed":
        return Band("lock", _("Closed"), _("Agreed on level {level}").format(level=lock.level))
    if lock.kind == "none":
        return Band("lock", _("Closed"), _("No agreement: {span}").format(span=_between(lock)))
    return Band("lock", _("Closed"), _("The votes stand as they are"))


def _between(lock: Lock) -> str:
    if lock.lowest == lock.highest:
        return _("level {level}").format(level=lock.lowest)
    return _("levels {lowest} to {highest}").format(lowest=lock.lowest, highest=lock.highest)


def span(levels: Sequence[int]) -> str:
    """Return "1-4" with a dash, or one level."""
    return DASH.join(str(level) for level in dict.fromkeys((levels[0], levels[-1])))
