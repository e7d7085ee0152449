"""The words that English packs do without, and how words are found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


VAGUE = _words(
    "regularly often sometimes frequently usually rarely occasionally generally typically normally mostly seldom",
    "periodically constantly commonly",
)
VAGUE_PHRASES = ("now and then", "from time to time", "as needed", "where possible", "as appropriate", "etc.")
PRAISE = _words(
    "excellent excellence best outstanding superior exceptional amazing great perfect superb brilliant leading",
    "world-class best-in-class cutting-edge mature advanced sophisticated proactive strong robust delightful optimal",
    "seamless holistic",
)
JARGON = _words(
    "nps csat ces voc kpi okr roi persona touchpoint touchpoints omnichannel stakeholder stakeholders backlog",
    "detractor detractors promoter promoters verbatim verbatims triage triangulated synergy leverage roadmap kickoff",
    "framework cadence onboarding",
)
JARGON_PHRASES = ("journey map", "closed loop", "inner loop", "outer loop", "deep dive", "low-hanging", "silo")
NEGATIONS = _words("no not never none nobody nothing nowhere neither nor without cannot")
JOINERS = _words("and or")
CLOSED = _words("is are was were am do does did has have had can could may might must shall should will would")
"""A question that begins with one of these is answered with yes or no."""
ADVERBS = _words(
    "always almost also even ever fairly far fully just less more most much never nearly now often only partly quite",
    "rather really so some somewhat sometimes soon still too usually very well widely",
)
NO_ADVERBS = _words("ally apply daily early family monthly only quarterly reply rely supply weekly yearly")

_TOKEN = re.compile(r"[^\W_][\w'-]*")


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters, without punctuation."""
    return _TOKEN.findall(text.lower().replace("\u2019", "'"))


def found_in(text: str, words: Iterable[str], phrases: Iterable[str] = ()) -> list[str]:
    """Return which of the words and phrases a text holds, as they stand in it."""
    wanted = set(words)
    small = text.lower()
    found = [token for token in tokens(text) if token in wanted]
    return found + [p for p in phrases if re.search(rf"(?<![a-z]){re.escape(p)}", small)]


def is_adverb(token: str) -> bool:
    """Return whether a word looks like an adverb."""
    return token in ADVERBS or (token.endswith("ly") and len(token) > 4 and token not in NO_ADVERBS)


def is_negation(token: str) -> bool:
    """Return whether a word denies."""
    return token in NEGATIONS or token.endswith("n't")
