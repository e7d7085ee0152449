"""Texts as a terminal may see them: nothing in a file can move the cursor, ring a bell or turn the line around."""

from __future__ import annotations

import re

_UNSAFE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """Return the text with every control character, direction mark and half character replaced."""
    return _UNSAFE.sub("\ufffd", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return the text on one line."""
    return " ".join(plain(text).split())


def paragraph(text: str, indent: int) -> str:
    """Return the text with its own line breaks, every line set in."""
    blanks = " " * indent
    return "\n".join(f"{blanks}{line}".rstrip() for line in plain(text).strip().split("\n"))
