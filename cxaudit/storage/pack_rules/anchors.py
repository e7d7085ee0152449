"""Anchors fit a projector, differ, and can be told apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import combinations

from cxaudit.domain.questionnaire import Practice
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import Finding, Place
from cxaudit.storage.pack_rules.words import is_adverb, tokens

MOST_CHARACTERS = 72
SHORTEST_TO_LONGEST = (35, 100)


def length(text: str) -> int:
    """Return the number of Unicode characters in normal form C."""
    return len(unicodedata.normalize("NFC", text))


def lengths(draft: Draft) -> Iterator[Finding]:
    """An anchor has at most 72 characters, so that it fits a projector."""
    for practice in draft.practices:
        for level, anchor in enumerate(practice.anchors, 1):
            found = length(anchor)
            if found > MOST_CHARACTERS:
                what = _("It has {found} characters; at most {most} may stand.")
                what = what.format(found=found, most=MOST_CHARACTERS)
                yield _finding(practice, f"anchors.{level}", what, _("Shorten it."))


def alike(draft: Draft) -> Iterator[Finding]:
    """No two anchors of a practice say the same; none should be that of another practice."""
    seen: dict[str, str] = {}
    for practice in draft.practices:
        bare = [" ".join(tokens(anchor)) for anchor in practice.anchors]
        for level, text in enumerate(bare, 1):
            if text in bare[: level - 1]:
                what = _("It says the same as anchor {other}.").format(other=bare.index(text) + 1)
                yield _finding(practice, f"anchors.{level}", what, _("Say what differs at this level."))
            elif text in seen:
                what = _("It says the same as an anchor of {other}.").format(other=seen[text])
                mend = _("Say what is particular to this practice.")
                yield _finding(practice, f"anchors.{level}", what, mend, warning=True)
        seen.update(dict.fromkeys(bare, practice.id))


def empty(draft: Draft) -> Iterator[Finding]:
    """An anchor says something."""
    for practice in draft.practices:
        for level, anchor in enumerate(practice.anchors, 1):
            if not tokens(anchor):
                yield _finding(practice, f"anchors.{level}", _("It holds no word."), _("Say what can be seen."))


def adverbs(draft: Draft) -> Iterator[Finding]:
    """Anchors should differ by more than an adverb."""
    for practice in draft.practices if draft.english else ():
        words = [tokens(anchor) for anchor in practice.anchors]
        bare = [[token for token in row if not is_adverb(token)] for row in words]
        for low, high in combinations(range(len(words)), 2):
            if bare[low] == bare[high] and words[low] != words[high]:
                what = _("It differs from anchor {other} by an adverb only.").format(other=low + 1)
                mend = _("Name something that can be seen at one level and not at the other.")
                yield _finding(practice, f"anchors.{high + 1}", what, mend, warning=True)


def forms(draft: Draft) -> Iterator[Finding]:
    """An anchor should be one phrase, without a full stop or a slash, about as long as its neighbours."""
    for practice in draft.practices:
        for level, anchor in enumerate(practice.anchors, 1):
            if "/" in anchor or ". " in anchor or anchor.endswith("."):
                what = _("It should be one phrase without a full stop or a slash.")
                yield _finding(
                    practice, f"anchors.{level}", what, _("Keep one thing, or join them in words."), warning=True
                )
        sizes = [length(anchor) for anchor in practice.anchors]
        part, whole = SHORTEST_TO_LONGEST
        if min(sizes) * whole < max(sizes) * part:
            what = _("Anchors of {least} to {most} characters are too far apart: long ones look like right ones.")
            what = what.format(least=min(sizes), most=max(sizes))
            yield _finding(practice, "anchors", what, _("Bring them closer."), warning=True)


def _finding(practice: Practice, key: str, what: str, mend: str, *, warning: bool = False) -> Finding:
    return Finding(Place("practice", practice.id), key, what, mend, warning=warning)
