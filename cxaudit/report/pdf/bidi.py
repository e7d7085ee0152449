"""The order in which the characters of a line are drawn, where some are written from right to left.

After the Unicode Bidirectional Algorithm (UAX #9, revision 48) for text without direction controls, which the border
has taken out. One liberty that it allows (HL3) is taken: in a line from left to right a right-to-left stretch ends at
its last letter, as if it were isolated. Names stand in sentences there, and a number or a sign behind a name is the
sentence's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cxaudit.report.pdf.breaks import pieces

MIRRORED = {
    one: other
    for pair in ("()", "[]", "{}", "<>", "«»", "‹›", "≤≥", "⁅⁆", "⁽⁾", "₍₎")  # noqa: RUF001 - the signs themselves
    for one, other in (pair, pair[::-1])
}
"""Signs of Inter that look the other way from right to left, and how."""

MOST_OPEN = 63
"""So many brackets are matched within each other (BD16)."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CLOSED_BY = {"(": ")", "[": "]", "{": "}"}
_SHORT = {"AL": "A", "R": "R", "L": "L", "EN": "E", "AN": "N", "ES": "+", "CS": ",", "ET": "%", "NSM": "m", "BN": "m"}
"""Bidirectional classes by one letter, so that rules are patterns; all others are neutral: "-"."""


@lru_cache(maxsize=4096)
def _class(character: str) -> str:
    return _SHORT.get(unicodedata.bidirectional(character), "-")


def right_to_left(text: str) -> bool:
    """Return whether a paragraph runs from right to left: three quarters of its words do.

    A sentence of the report stays one although a name in it runs the other way, and starts it.
    """
    words = [piece for word in text.split() for piece in pieces(word)]
    sides = [re.search("[RAL]", "".join(map(_class, word))) for word in words]
    found = [side.group() for side in sides if side is not None]
    return len(found) > 0 and 4 * found.count("L") <= len(found)


def has_rtl(text: str) -> bool:
    """Return whether letters in the text may run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def last_letter(text: str) -> str:
    """Return the last character that has a direction of its own; "" where there is none."""
    return next((character for character in reversed(text) if _class(character) in "RAL"), "")


def levels(text: str, *, rtl: bool, before: str = "") -> list[int]:
    """Return the level of each character of a line: even from left to right, odd from right to left.

    `before` is the last letter of the lines above in the paragraph.
    """
    if rtl:
        return _levels(before + text, "".join(map(_class, before + text)))[len(before) :]
    classes = "".join(map(_class, text))
    found = [0] * len(text)
    for stretch in re.finditer(r"[RA](?:[^L]*[RA])?m*", classes):
        here = slice(*stretch.span())
        found[here] = _levels(text[here], stretch.group())
    return found


def visual(found: Sequence[int]) -> list[int]:
    """Return the places of stretches, given by their levels, in the order in which they are drawn (rule L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def mirrored(text: str) -> str:
    """Return characters in the order and look in which they are drawn from right to left."""
    return "".join(MIRRORED.get(character, character) for character in reversed(text))


def _levels(text: str, classes: str) -> list[int]:
    """Return levels in a paragraph that runs from right to left."""
    sides = _neutrals(_brackets(text, _weak(classes)))
    return [1 if side == "R" else 2 for side in sides]


def _weak(classes: str) -> str:
    """Return the classes with weak ones resolved (rules W1 to W7)."""
    rules: tuple[tuple[str, str, str], ...] = (
        ("A[^RLA]*", "E", "N"),
        ("A", "A", "R"),
        ("(?<=E)[+,](?=E)", "+,", "EE"),
        ("(?<=N),(?=N)", ",", "N"),
        ("%+(?=E)|(?<=E)%+", "%", "E"),
        ("[+,%]", "+,%", "---"),
        ("L[^RL]*", "E", "L"),
    )
    classes = re.sub("(^|.)(m+)", lambda found: found[1] + (found[1] or "R") * len(found[2]), classes)
    for pattern, old, new in rules:
        table = str.maketrans(old, new)
        classes = re.sub(pattern, lambda found, table=table: found[0].translate(table), classes)
    return classes


def _brackets(text: str, classes: str) -> str:
    """Return the classes with brackets on the side of what they hold (rule N0)."""
    sides = list(classes)
    for start, end in sorted(_pairs(text, classes)):
        inside = set(sides[start + 1 : end])
        if inside & set("REN"):
            sides[start] = sides[end] = "R"
        elif "L" in inside:
            before = next((side for side in reversed(sides[:start]) if side != "-"), "R")
            sides[start] = sides[end] = "L" if before == "L" else "R"
    return "".join(sides)


def _pairs(text: str, classes: str) -> Iterator[tuple[int, int]]:
    """Yield brackets that belong together (BD16)."""
    opened: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        if classes[at] != "-":
            continue
        if character in _CLOSED_BY:
            if len(opened) == MOST_OPEN:
                return
            opened.append((_CLOSED_BY[character], at))
            continue
        depth = next((n for n in reversed(range(len(opened))) if opened[n][0] == character), None)
        if depth is not None:
            yield opened[depth][1], at
            del opened[depth:]


def _neutrals(classes: str) -> str:
    """Return the classes with neutral ones resolved (rules N1 and N2)."""
    classes = re.sub("(?<=L)-+(?=L)", lambda found: "L" * len(found[0]), classes)
    return classes.replace("-", "R")
