"""File names made out of what was typed, safe on every system."""

from __future__ import annotations

import unicodedata

from cxaudit.i18n import _

LONGEST = 160
"""Bytes kept of a name; with an ending and a number that stays under the 255 that disks allow."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³")}


def handout_file_name(organisation: str) -> str:
    """Return the printed pack's name: "Nordlys Energi CX workshop.pdf"; without an organisation "CX workshop.pdf"."""
    name = safe_name(organisation)
    title = _("{organisation} CX workshop").format(organisation=name) if name else _("CX workshop")
    return f"{title}.pdf"


def safe_name(text: str) -> str:
    """Return the text as a part of a file name: no path, no character that a system refuses, not too long.

    Letters, digits, marks, blanks and a few signs stay; the rest becomes a blank. A name that Windows reserves
    ("con", "lpt1") and an empty one become an empty text.
    """
    kept = "".join(c if _is_plain(c) else " " for c in unicodedata.normalize("NFC", text))
    name = " ".join(kept.split()).encode()[:LONGEST].decode(errors="ignore").strip(" .-")
    return "" if name.partition(".")[0].strip().casefold() in _RESERVED else name


def _is_plain(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM" or char in "-_.,&+'()"
