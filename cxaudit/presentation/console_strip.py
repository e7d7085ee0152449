"""What is left of the console on a screen that it shares with the wall: two lines on what the keys do right now.

Everybody in the room reads them. So they tell no vote before its reveal, not even of cards that are counted by hand,
and not how many of these are typed, which would tell the first count.
"""

from __future__ import annotations

from typing import NamedTuple

from cxaudit.i18n import _
from cxaudit.presentation.console import ConsoleView, Foot

_TAIL = 60
"""So many letters of a text that is being typed are shown, its last ones."""


class AtHand(NamedTuple):
    """What has the focus, in words; of a text what is written there, of a field for cards whether anything is."""

    words: str = ""
    text: str = ""
    filled: bool = False


def strip_words(view: ConsoleView, foot: Foot, at: AtHand) -> tuple[str, str]:
    """Return the two lines."""
    vote = view.vote
    if vote is None or vote.waits:
        return (at.words, _tail(at.text)) if at.words else (foot.head, foot.text)
    if vote.method != "cards":
        return at.words or foot.head, f"{foot.number} {foot.head}"
    text = vote.said if vote.ready else _("Counts stay hidden until the reveal.")
    if not at.words:
        return _("Cards"), text
    words = _("Cards with {sign}: typed") if at.filled else _("Cards with {sign}: type the count")
    return words.format(sign=at.words), text


def _tail(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TAIL else "…" + line[-_TAIL:]
