"""Charts as SVG: the same marks as in the display list, each with a colour and a role."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.presentation.charts_report import mark
from cxaudit.presentation.drawing import CircleOp, Drawing, LineOp, Op, PolygonOp, RectOp, TextOp
from cxaudit.report.palette import PALETTE
from cxaudit.report.web.svg import Painter


def painted(*ops: Op, title: str = "Chart", words: str = "What it says.") -> Element:
    return Painter().paint(Drawing(100, 50, ops, title, words))


def marks(*ops: Op) -> list[Element]:
    return [found for found in painted(*ops) if found.tag not in {"title", "desc"}]


def test_a_chart_has_its_size_a_title_and_words() -> None:
    chart = painted()
    assert chart.attrib == {
        "role": "img",
        "aria-labelledby": "chart-1 chart-1-words",
        "viewBox": "-2 -2 104 54",
        "width": "104pt",
        "height": "54pt",
    }
    assert [(part.tag, part.text) for part in chart] == [("title", "Chart"), ("desc", "What it says.")]


def test_a_chart_without_a_title_is_named_by_its_words() -> None:
    assert [(part.tag, part.text) for part in painted(title="")] == [("title", "What it says.")]


def test_two_charts_of_a_page_share_no_id() -> None:
    painter, chart = Painter(), Drawing(1, 1, (), "A", "B")
    assert painter.paint(chart)[0].get("id") != painter.paint(chart)[0].get("id")


def test_text_stands_where_it_stands() -> None:
    (found,) = marks(TextOp(1.255, -0.001, "a < b", 8, "muted", "bold", "middle"))
    assert found.text == "a < b"
    assert found.attrib == {
        "x": "1.25",
        "y": "0",
        "font-size": "8",
        "fill": PALETTE["muted"],
        "class": "f-muted",
        "text-anchor": "middle",
        "font-weight": "700",
    }


def test_shapes_have_fills_and_strokes() -> None:
    rect, circle, line, polygon = marks(
        RectOp(1, 2, 30, 4, "accent_strong", "ink", 2, 9, dashed=True),
        CircleOp(1, 2, 3, None, "target", 1.5),
        LineOp(1, 2, 3, 4, "rule", 0.5),
        PolygonOp(((0, 0), (1, 0), (1, 1)), "accent", None, 0, 0.2),
    )
    assert (rect.get("class"), rect.get("rx"), rect.get("stroke-dasharray")) == ("f-accent-strong s-ink", "2", "2.5 2")
    assert (circle.get("fill"), circle.get("stroke"), circle.get("stroke-width")) == ("none", PALETTE["target"], "1.5")
    assert (line.get("x2"), line.get("stroke-dasharray"), line.get("class")) == ("3", None, "s-rule")
    assert (polygon.get("points"), polygon.get("fill-opacity")) == ("0,0 1,0 1,1", "0.2")
    assert polygon.get("stroke") is None


def test_a_shape_without_fill_and_stroke_is_not_there() -> None:
    assert not marks(RectOp(0, 0, 5, 5))


@given(st.floats(5, 90), st.floats(5, 40))
def test_hatching_stays_inside(width: float, height: float) -> None:
    ground, *lines, edge = marks(RectOp(10, 5, width, height, "accent", hatch=True))
    assert (ground.get("class"), edge.get("class")) == ("f-surface", "s-accent")
    assert lines
    for line in lines:
        for x, y in (("x1", "y1"), ("x2", "y2")):
            assert 9.99 <= float(line.get(x) or "") <= 10.01 + width
            assert 4.99 <= float(line.get(y) or "") <= 5.01 + height


@pytest.mark.parametrize("kind", ["shown", "claimed", "held", "range", "gap", "strip", "target"])
def test_every_mark_can_be_painted(kind: str) -> None:
    chart = Painter().paint(mark(kind))
    assert len(chart) > 2
