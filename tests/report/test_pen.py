"""Where the lines of a paragraph stand, and in which order they are drawn and read."""

from __future__ import annotations

import pytest
from support.pdf_tree import Reader
from support.writing import ARABIC, ARABIC_NAME, DEVANAGARI, HEBREW, KOREAN, THAI
from typing_extensions import override

from cxaudit.report.pdf.blocks import Text
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.fonts import Stretch
from cxaudit.report.pdf.lines import Run
from cxaudit.report.pdf.metadata import Metadata
from cxaudit.report.pdf.styles import BODY, H1, Style

LEFT, WIDTH = 60.0, 200.0


class _Watched(Sheet):
    """Keeps where each stretch starts and ends on its line."""

    def __init__(self) -> None:
        super().__init__(Metadata("Title", "en", "2026-11-20", "cxaudit"), 1, {"there": 1})
        self.drawn: list[tuple[float, float, float, str]] = []

    @override
    def stretch(self, x: float, y: float, stretch: Stretch, size: float, color: str, tail: str = "") -> None:
        start = x + stretch.x * size / 1000
        self.drawn.append((y, start, start + stretch.width * size / 1000, stretch.text))
        super().stretch(x, y, stretch, size, color, tail)

    def edges(self) -> list[tuple[float, float]]:
        """The left and right end of each line."""
        lines = sorted({y for y, *_rest in self.drawn})
        return [
            (min(s for y, s, _e, _t in self.drawn if y == line), max(e for y, _s, e, _t in self.drawn if y == line))
            for line in lines
        ]


def _drawn(text: str | list[Run], style: Style = BODY, *, balance: bool = False) -> _Watched:
    sheet = _Watched()
    sheet.bookmark("there")
    Text(text, style, balance=balance).draw(sheet, LEFT, 100, WIDTH)
    return sheet


def test_a_paragraph_from_right_to_left_stands_at_the_right() -> None:
    edges = _drawn(ARABIC).edges()
    assert len(edges) > 2
    assert all(right == pytest.approx(LEFT + WIDTH) for _left, right in edges)
    assert all(left > LEFT - 0.1 for left, _right in edges)


def test_one_line_and_a_title_keep_to_the_left_edge() -> None:
    assert _drawn(ARABIC_NAME).edges()[0][0] == pytest.approx(LEFT)
    title = _drawn(HEBREW, H1, balance=True).edges()
    assert len(title) > 2
    assert min(left for left, _right in title) == pytest.approx(LEFT, abs=8)
    assert len({round(right, 2) for _left, right in title}) == 1


def test_a_paragraph_from_left_to_right_stands_at_the_left() -> None:
    assert all(left == LEFT for left, _right in _drawn(f"Plain words about {ARABIC_NAME}, and more of them.").edges())


def test_lines_are_drawn_from_left_to_right_and_read_as_written() -> None:
    sheet = _drawn(f"Ask {ARABIC_NAME} (2026), then {HEBREW[:10]} again.")
    first = [start for y, start, _end, _text in sheet.drawn if y == sheet.drawn[0][0]]
    assert first == sorted(first)
    said = Reader(sheet.finish()).root.words()
    assert f"Ask {ARABIC_NAME} (2026), then" in " ".join(said.split())


def test_a_link_from_right_to_left_is_read_in_its_place() -> None:
    sheet = _drawn([Run("אחת "), Run("שתיים שלוש", link="there"), Run(" ארבע")])
    starts = {text.strip(): start for _y, start, _end, text in sheet.drawn}
    assert starts["אחת"] > starts["שתיים שלוש"] > starts["ארבע"]
    paragraph = Reader(sheet.finish()).root.kids[0]
    assert [kid.role for kid in paragraph.kids] == ["Link"]
    assert paragraph.kids[0].text.strip() == "שתיים שלוש"
    assert paragraph.kids[0].links == 1


def test_the_space_that_breaking_took_is_told_in_every_script() -> None:
    for text in (f"{THAI[-11:]} " * 12, f"{DEVANAGARI} " * 3, f"{HEBREW} " * 2, "plain words " * 12, f"{KOREAN} " * 3):
        said = Reader(_drawn(text).finish()).root.words()
        assert " ".join(said.split()) == " ".join(text.split())
