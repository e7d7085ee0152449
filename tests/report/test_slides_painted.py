"""Slides as another program paints them: nothing leaves its slide or runs out of its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from support.bad_inputs import BAD_INPUTS
from support.reports import blank, longest, longest_pack
from support.slides import SAMPLES, SOFFICE, made, made_sample, many_dimensions, opened, painted
from support.voted import full_pack, largest_workshop

from cxaudit.app.reporting import ReportOptions
from cxaudit.report.brand.folder import read_brand
from cxaudit.report.slides import fit
from cxaudit.report.slides.layouts import HEIGHT, WIDTH

ROOT = Path(__file__).parent.parent.parent


def _lines(page: Any) -> list[tuple[float, float, float, float]]:
    """The boxes of the text of a page: left, top, right, bottom from the upper left corner."""
    text, tall = page.get_textpage(), page.get_height()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    return [(left, tall - top, right, tall - bottom) for left, bottom, right, top in boxes]


def _clipped(path: Path) -> list[str]:
    """What of a painted deck leaves its slide, or runs out of its place."""
    found: list[str] = []
    document = pdfium.PdfDocument(path)
    for number, page in enumerate(document, 1):
        for left, top, right, bottom in _lines(page):
            if left < 40 or right > WIDTH - 34 or bottom > HEIGHT - 10:
                found.append(f"{path.stem} {number}: leaves the slide")
            elif number > 1 and top < 106 < bottom:
                found.append(f"{path.stem} {number}: a title runs into the slide")
            elif number > 1 and top < 502 < bottom:
                found.append(f"{path.stem} {number}: a text runs into the footer")
    document.close()
    return found


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_nothing_is_clipped_when_another_program_paints_it(tmp_path: Path) -> None:
    fjord = read_brand(ROOT / "examples" / "brands" / "fjord").brand
    decks = {name.removesuffix(".toml"): made_sample(name) for name in SAMPLES}
    decks |= {f"dimensions-{count}": made(*many_dimensions(count)) for count in (1, 2, 12)}
    decks |= {
        "longest": made(longest(), longest_pack()),
        "largest-room": made(largest_workshop(), full_pack()),
        "wide": made(BAD_INPUTS["one long word"]()),
        "nothing": made(blank(organisation="")),
        "brand": made_sample("nordlys-full.toml", ReportOptions(brand=replace(fjord, confidentiality="W" * 100))),
    }
    for name, path in painted(decks, tmp_path).items():
        assert _clipped(path) == []
        with pdfium.PdfDocument(path) as document:
            assert len(document) == len(opened(decks[name]).slides)


def _flat(*_what: object) -> float:
    return 0.0


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_clipped_text_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit, "height", _flat)
    broken_deck = made(longest(), longest_pack())
    assert any("footer" in text for text in _clipped(painted({"broken": broken_deck}, tmp_path)["broken"]))
