"""Tells what could not be printed as it was written."""

from __future__ import annotations

from cxaudit.i18n import _, ngettext
from cxaudit.report.pdf.text import CAP, Cleaner


def warnings(cleaner: Cleaner) -> tuple[str, ...]:
    """Return a sentence on each kind of thing that the cleaner found."""
    found: list[str] = []
    if cleaner.unknown:
        shown = ", ".join(f"U+{ord(character):04X}" for character in sorted(cleaner.unknown)[:8])
        count = len(cleaner.unknown)
        text = ngettext(
            "{count} character has no glyph in the report's typeface and is shown as a box: {shown}",
            "{count} characters have no glyph in the report's typeface and are shown as boxes: {shown}",
            count,
        )
        found.append(text.format(count=count, shown=shown))
    if cleaner.cut:
        found.append(_("Texts over {cap} characters were cut.").format(cap=CAP))
    return tuple(found)
