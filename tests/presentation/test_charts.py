"""The profile as a display list: what is drawn is what the numbers say."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.builders import flag
from support.readings import READINGS, five, level, read

from cxaudit.domain.assessment import Answer
from cxaudit.presentation.charts import (
    PAPER,
    SCREEN,
    STUB,
    profile_chart,
    profile_height,
    profile_scale,
    profile_view,
)
from cxaudit.presentation.drawing import CircleOp, Drawing, LineOp, RectOp, TextOp
from cxaudit.presentation.measure import lines, shorten, text_width
from cxaudit.presentation.numbers import NONE
from cxaudit.presentation.reading import Reading

WIDTH = 640.0


def drawn(reading: Reading, width: float = WIDTH, chosen: str = "") -> Drawing:
    return profile_chart(profile_view(reading), width, SCREEN, chosen)


def rects(drawing: Drawing, **wanted: Any) -> list[RectOp]:
    return [
        op
        for op in drawing.ops
        if isinstance(op, RectOp) and all(getattr(op, name) == value for name, value in wanted.items())
    ]


def test_a_bar_ends_at_its_index() -> None:
    scale = profile_scale(WIDTH)
    bars = rects(drawn(read(level(3))), fill="accent", hatch=False)
    assert len(bars) == 5
    assert {b.x + b.width for b in bars} == {scale.x(3)}


def test_level_one_draws_a_stub() -> None:
    assert {b.width for b in rects(drawn(read(level(1), five(flags=()))), fill="accent")} == {STUB}


def test_claimed_is_hatched_from_three() -> None:
    scale = profile_scale(WIDTH)
    drawing = drawn(read(level(3, M1=5, M2=5, M3=5), evidence=""))
    (hatched,) = rects(drawing, hatch=True)
    assert hatched.x + hatched.width == scale.x(5)
    assert hatched.x == scale.x(3) - 4
    assert any(isinstance(op, TextOp) and op.text == "claimed" for op in drawing.ops)


def test_held_down_shows_the_raw_value_dashed_with_a_stop() -> None:
    scale = profile_scale(WIDTH)
    drawing = drawn(read(level(4, H3=1)))
    (outline,) = rects(drawing, dashed=True)
    assert outline.stroke == "flag"
    assert outline.x + outline.width == scale.x(3)
    stops = [op for op in drawing.ops if isinstance(op, LineOp) and op.role == "flag"]
    assert [op.x1 for op in stops] == [scale.x(2)]


def test_a_range_is_a_whisker_and_a_target_a_ring() -> None:
    drawing = drawn(read(level(3, S3="dk"), targets={"m": 5}))
    caps = [op for op in drawing.ops if isinstance(op, LineOp) and op.role == "muted"]
    assert len(caps) == 3
    rings = [op for op in drawing.ops if isinstance(op, CircleOp) and op.stroke == "target"]
    assert len(rings) == 5
    assert {op.x for op in rings} == {profile_scale(WIDTH).x(4), profile_scale(WIDTH).x(5)}


def test_the_legend_explains_only_what_occurs() -> None:
    assert [m for m, _w in profile_view(read(level(3))).legend] == ["shown", "target"]
    full = profile_view(read(level(4, H3=1, S3="dk"), evidence="", targets={"m": 5})).legend
    assert [m for m, _w in full] == ["shown", "claimed", "held", "range", "target"]
    assert full[-1] == ("target", "target")
    assert profile_view(read(level(3))).legend[-1] == ("target", "target 4")


def test_what_is_not_scored_has_no_bar_and_what_does_not_apply_no_target() -> None:
    asked = five(flags=(), may_not_apply=True)
    gone = {f"M{k}": Answer(not_applicable="no") for k in (1, 2, 3)}
    view = profile_view(read(level(3, S1="dk", S2="dk", **gone), asked))
    bars = {b.dimension: b for b in view.bars}
    assert next(n.text for n in bars["s"].notes) == "not scored"
    assert [n.text for n in bars["m"].notes] == ["does not apply"]
    assert bars["m"].target is None
    rows = {row[0]: row[1:] for row in view.rows}
    assert rows["Mission"] == (NONE,) * 5
    assert rows["Strategy"] == (NONE, "1.7 to 4.3", NONE, NONE, "4")


def test_the_chosen_dimension_is_brought_out() -> None:
    names = [
        op for op in drawn(read(level(3)), chosen="e").ops if isinstance(op, TextOp) and op.role == "accent_strong"
    ]
    assert [op.text for op in names] == ["Employee link"]


def test_lowest_first_and_said_in_words() -> None:
    view = profile_view(read(level(3, J1=1), five(flags=(flag("f", 2, {"e.e1": 1}),))))
    assert view.bars[0].title == "Journey use"
    assert view.description.startswith(
        "Journey use, Mission, Strategy, Metric hygiene and Employee link, lowest first."
    )
    assert "Journey use: 2.3" in view.description


@given(READINGS, st.floats(320, 1200), st.sampled_from([SCREEN, PAPER]))
def test_nothing_is_drawn_outside(reading: Reading, width: float, metrics: Any) -> None:
    view = profile_view(reading)
    drawing = profile_chart(view, width, metrics)
    assert drawing.height == profile_height(view, metrics)
    for op in drawing.ops:
        if isinstance(op, RectOp):
            assert op.x >= -0.01
            assert op.x + op.width <= width + 0.01
            assert op.y + op.height <= drawing.height
        elif isinstance(op, TextOp) and op.align == "left":
            assert op.x + text_width(op.text, op.size) <= width + metrics.note
            assert 0 <= op.y <= drawing.height


def test_long_names_break_and_are_cut() -> None:
    name = "A dimension whose name is far longer than any that a careful author would write"
    two = lines(name, 144, 14, 2, strong=True)
    assert len(two) == 2
    assert two[1].endswith("…")
    assert all(text_width(t, 14, strong=True) <= 144 for t in two)
    assert lines("", 144, 14, 2) == ()
    assert lines("Mission", 144, 14, 1) == ("Mission",)
    assert shorten("Supercalifragilistic", 40, 14).endswith("…")
    assert shorten("", 0, 14) == ""
    assert text_width("漢", 10) == 10


def test_one_word_too_long_is_cut_in_its_line() -> None:
    first, second = lines("Donaudampfschifffahrtsgesellschaft Mission", 100, 14, 2)
    assert first.endswith("…")
    assert second == "Mission"
