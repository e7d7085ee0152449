"""Makes the bundled fonts out of the npm package inter-ui: unwraps the web fonts and bakes tabular digits in.

Usage: python tools/prepare_fonts.py PACKAGE_FOLDER    (the folder that `npm pack inter-ui@4.1.1` unpacks to)
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
STYLES = ("Regular", "Italic", "SemiBold", "Bold")


def tabular(font: TTFont) -> dict[str, str]:
    """Return the glyph substitutions of the font's `tnum` feature."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            found |= getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
    return found


def prepare(source: Path, target: Path) -> None:
    """Write the web font at `source` as TrueType with tabular digits."""
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    swap = tabular(font)
    for table in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            if digit in table.cmap:
                table.cmap[digit] = swap.get(table.cmap[digit], table.cmap[digit])
    font.save(target)


if __name__ == "__main__":
    for style in STYLES:
        prepare(Path(sys.argv[1]) / "web" / f"Inter-{style}.woff2", FONTS / f"Inter-{style}.ttf")
        print(f"Inter-{style}.ttf")
