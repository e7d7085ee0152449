"""Text on slides: it fits its place whatever is said, and what is cut ends well."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cxaudit.presentation.deck_parts import Column, Point
from cxaudit.report.slides.fit import SIZES, Paragraph, Place, broken, fitted, height, paragraphs, shortened
from cxaudit.report.slides.layouts import HEIGHT, LAYOUTS, WIDTH

TEXT = st.text(st.sampled_from("aWi .\u6f22\u0e01\u0645"), max_size=400)


@settings(max_examples=150)
@given(
    st.lists(st.builds(Point, head=TEXT, text=TEXT, foot=TEXT, label=st.sampled_from(["", "Why:"])), max_size=12),
    st.integers(150, 900),
    st.integers(60, 380),
)
def test_whatever_is_said_fits_its_place(points: list[Point], wide: int, tall: int) -> None:
    text = paragraphs([Column("Title", tuple(points))])
    found = fitted([text], [Place(wide, tall)])
    assert height(found.places[0], wide, found.size) <= tall
    assert found.size in SIZES
    assert bool(found.cut) == (found.places[0] != text)


def test_cutting_keeps_whole_sentences_where_it_can() -> None:
    text = "One short sentence that is here. Another one that has no room on two lines of this width."
    assert shortened(text, 150, 12, 1).endswith("\u2026")
    assert shortened(text, 220, 12, 1) == "One short sentence that is here."
    assert shortened("short", 200, 12, 1) == "short"


@given(TEXT, st.integers(40, 500))
def test_no_line_is_wider_than_its_place_and_no_letter_lost(text: str, wide: int) -> None:
    lines = broken(text, wide, 12)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        one = (Paragraph(line, "text", 0),)
        assert height(one, wide, 12) <= height((Paragraph("a", "text", 0),), wide, 12)


def test_layouts_lie_on_the_slide_and_apart() -> None:
    for layout in LAYOUTS:
        boxes = [(h.x, h.y, h.x + h.width, h.y + h.height) for h in layout.holders]
        for place, (left, top, right, bottom) in enumerate(boxes):
            assert 0 <= left < right <= WIDTH
            assert 0 <= top < bottom <= HEIGHT
            for other in boxes[place + 1 :]:
                apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
                assert apart, layout.name
