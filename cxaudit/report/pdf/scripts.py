"""The scripts that the optional pack of fonts adds, by their names."""

from __future__ import annotations

from cxaudit.i18n import _

_RANGES: tuple[tuple[str, int, int], ...] = (
    ("hebrew", 0x0590, 0x05FF),
    ("hebrew", 0xFB1D, 0xFB4F),
    ("arabic", 0x0600, 0x06FF),
    ("arabic", 0x0750, 0x077F),
    ("arabic", 0x08A0, 0x08FF),
    ("arabic", 0xFB50, 0xFDFF),
    ("arabic", 0xFE70, 0xFEFC),
    ("devanagari", 0x0900, 0x097F),
    ("devanagari", 0xA8E0, 0xA8FF),
    ("thai", 0x0E00, 0x0E7F),
    ("cjk", 0x1100, 0x11FF),
    ("cjk", 0x2E80, 0x9FFF),
    ("cjk", 0xA960, 0xA97F),
    ("cjk", 0xAC00, 0xD7FF),
    ("cjk", 0xF900, 0xFAFF),
    ("cjk", 0xFE30, 0xFE4F),
    ("cjk", 0xFF00, 0xFFEF),
)


def script_of(character: str) -> str | None:
    """Return the name of the pack's script that a character belongs to; None for one of no such script."""
    found = next((name for name, first, last in _RANGES if first <= ord(character) <= last), None)
    return None if found is None else _names()[found]


def _names() -> dict[str, str]:
    return {
        "arabic": _("Arabic"),
        "hebrew": _("Hebrew"),
        "devanagari": _("Devanagari (Hindi)"),
        "thai": _("Thai"),
        "cjk": _("Chinese, Japanese or Korean"),
    }
