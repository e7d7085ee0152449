"""Tells what could not be printed as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit import assets
from cxaudit.i18n import _, ngettext
from cxaudit.report.pdf.scripts import script_of
from cxaudit.report.pdf.text import CAP, Cleaner

PACK = "cxaudit-scripts"
"""The distribution that adds fonts for more scripts."""


def warnings(cleaner: Cleaner) -> tuple[str, ...]:
    """Return a sentence on each kind of thing that the cleaner found."""
    return (*_scripts(cleaner.unknown), *_characters(cleaner.unknown), *_cut(cleaner.cut))


def _in_pack(character: str) -> bool:
    """Return whether the pack of fonts would help: it is not there, and the character is of one of its scripts."""
    return assets.script_fonts() is None and script_of(character) is not None


def _scripts(unknown: set[str]) -> Iterator[str]:
    """Yield a sentence on each script that the pack of fonts would print."""
    for script in sorted({script_of(character) or "" for character in unknown if _in_pack(character)}):
        yield _(
            "{script} letters are shown as boxes. To print them, install the fonts of {pack} (see the README) and "
            "write the report again."
        ).format(script=script, pack=PACK)


def _characters(unknown: set[str]) -> Iterator[str]:
    """Yield a sentence on characters that nothing here can print."""
    found = sorted(character for character in unknown if not _in_pack(character))
    if found:
        shown = ", ".join(f"U+{ord(character):04X}" for character in found[:8])
        text = ngettext(
            "{count} character has no glyph in the report's typeface and is shown as a box: {shown}",
            "{count} characters have no glyph in the report's typeface and are shown as boxes: {shown}",
            len(found),
        )
        yield text.format(count=len(found), shown=shown)


def _cut(cut: int) -> Iterator[str]:
    if cut:
        yield _("Texts over {cap} characters were cut.").format(cap=CAP)
