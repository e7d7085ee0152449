"""Small grammar: lists with "and", counts as words, names inside a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.i18n import _

MINUS = "\u2212"
DASH = "\u2013"
DOT = "  \u00b7  "
ARROW = "\u2192"


def listing(items: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"; an empty text for none."""
    if len(items) < 2:
        return "".join(items)
    return _("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])


def choice(items: Sequence[str]) -> str:
    """Return "a", "a or b" or "a, b or c"; an empty text for none."""
    if len(items) < 2:
        return "".join(items)
    return _("{first} or {last}").format(first=", ".join(items[:-1]), last=items[-1])


def count_word(n: int) -> str:
    """Return a small count as a word ("three"), a larger one in digits."""
    words = (
        _("none"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
    )
    return words[n] if 0 <= n < len(words) else str(n)


def capital(text: str) -> str:
    """Return the text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def inside(text: str, locale: str = "en") -> str:
    """Return a title as it stands inside a sentence: small first letter, in English and not for "EX linkage"."""
    if not locale.startswith("en") or not text[1:2].islower():
        return text
    return text[:1].lower() + text[1:]


def bare(text: str) -> str:
    """Return a sentence without its full stop, to go on after it."""
    return text.rstrip().removesuffix(".")


def sentence(text: str) -> str:
    """Return a text that ends like a sentence."""
    stripped = text.rstrip()
    return stripped if stripped.endswith((".", "!", "?")) else f"{stripped}."
