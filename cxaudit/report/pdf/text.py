"""The one border where outside text becomes drawable text.

No text is ever markup here: runs carry their own style, and nothing parses a mark-up language. What is left to
guard against is text that a font cannot draw or a file cannot hold.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from functools import cache
from operator import is_
from typing import Any, TypeVar, cast

from cxaudit.report.pdf.faces import JOINERS, covered, drawable, joining
from cxaudit.report.plain import composed

CAP = 20_200
"""The most characters of one text that are printed: the 20,000 that a note may have, and a label before it."""

UNKNOWN = "\u25a1"
"""Stands for a character that the typeface cannot draw (it has no glyph for U+FFFD either)."""

_SPACES = {"\t": " ", "\u00a0": "\u00a0", "\u202f": "\u00a0", "\u2007": " ", "\u3000": " "}
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Choose among looks of the character before them, of which a font here has one."""

_T = TypeVar("_T")


@cache
def _untouched() -> frozenset[int]:
    """Return the code points that every face of Inter draws, and that nothing is done to."""
    return frozenset(
        point
        for point in covered()
        if chr(point) not in _SPACES
        and unicodedata.category(chr(point)) not in {"Cc", "Cf"}
        and not any(point in some for some in _SELECTORS)
    )


class Cleaner:
    """Cleans texts and counts what could not be drawn."""

    def __init__(self) -> None:
        self.unknown: set[str] = set()
        self.cut = 0

    def text(self, text: str) -> str:
        """Return the text composed (NFC), cut at `CAP`, with line breaks as newlines and nothing that cannot be drawn.

        Control and invisible format characters go, direction overrides among them: text is set in the order in
        which it was written, so that a name cannot show other than it is.
        """
        if text.isascii() and text.isprintable() and len(text) <= CAP:
            return text
        text = composed(text)
        if len(text) > CAP:
            self.cut += 1
            text = text[: CAP - 1] + "…"
        cleaned: list[str] = []
        for character in text:
            joins = character in JOINERS and len(cleaned) > 0 and joining(cleaned[-1])
            shown = character if joins else self._character(character)
            if shown:
                cleaned.append(shown)
        return "".join(cleaned)

    def _character(self, character: str) -> str:
        """Return what stands for a character; nothing for one that is not drawn."""
        if character == "\n" or ord(character) in _untouched():
            return character
        if character in _SPACES:
            return _SPACES[character]
        if unicodedata.category(character) in {"Cc", "Cf"} or any(ord(character) in some for some in _SELECTORS):
            return ""
        if drawable(character):
            return character
        self.unknown.add(character)
        return UNKNOWN

    def view(self, view: _T) -> _T:
        """Return a copy of a frozen view with every text in it cleaned, however deep it lies."""
        return cast("_T", self._value(view))

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            items = cast("tuple[object, ...]", value)
            cleaned = tuple(map(self._value, items))
            return items if all(map(is_, cleaned, items)) else cleaned
        changed: dict[str, object] = {}
        for name in _fields(type(value)):
            before = getattr(value, name)
            after = self._value(before)
            if after is not before:
                changed[name] = after
        return dataclasses.replace(cast("Any", value), **changed) if changed else value


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Return the names of what a dataclass is made from; of another class none."""
    return tuple(f.name for f in dataclasses.fields(kind) if f.init) if dataclasses.is_dataclass(kind) else ()
