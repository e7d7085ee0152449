"""What outside text has to lose before it stands in a document of any kind, and which way it reads."""

from __future__ import annotations

import unicodedata

_BREAKS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\x0b": "\n", "\x0c": "\n"}
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
"""Marks that change the order in which text shows: without them a name cannot show other than it is."""
_JOINERS = frozenset("\u200c\u200d")
"""Invisible, and needed: by emoji, by Persian and by Indian scripts."""


def composed(text: str) -> str:
    """Return the text composed (NFC), with line breaks of every kind as newlines."""
    for found, instead in _BREAKS.items():
        text = text.replace(found, instead)
    return unicodedata.normalize("NFC", text)


def plain(text: str) -> str:
    """Return the text composed (NFC), with line breaks as newlines and without what a document cannot hold.

    Control characters, half a surrogate pair, non-characters (XML 1.0, 2.2) and marks of direction go.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(character for character in composed(text) if _kept(character))


def _kept(character: str) -> bool:
    if character in "\n\t" or character in _JOINERS:
        return True
    if character in _DIRECTIONS or ord(character) & 0xFFFE == 0xFFFE:
        return False
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs"}


def right_to_left(text: str) -> bool:
    """Return whether a text reads from right to left: whether its first letter does (UAX 9, P2 and P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False
