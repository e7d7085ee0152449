"""The report's charts: what they draw, and the same in words."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reports import example, pack, workshop

from cxaudit.domain.scoring import score
from cxaudit.presentation.charts import profile_view
from cxaudit.presentation.charts_effort import DOT, Spot, matrix
from cxaudit.presentation.charts_report import (
    ladder,
    level_chip,
    level_strip,
    mark,
    profile_key,
    radar,
)
from cxaudit.presentation.drawing import CircleOp, Drawing, PolygonOp, RectOp, TextOp
from cxaudit.presentation.reading import Reading
from cxaudit.report.palette import PALETTE

EFFORTS = (("S", "Effort S"), ("M", "Effort M"), ("L", "Effort L"))
spots = st.lists(
    st.builds(
        Spot,
        rank=st.just(0),
        horizon=st.sampled_from(("now", "next", "later")),
        effort=st.sampled_from(("S", "M", "L")),
        benefit=st.fractions(0, 1, max_denominator=60),
    ),
    min_size=1,
    max_size=45,
).map(lambda found: [Spot(n, s.horizon, s.effort, s.benefit) for n, s in enumerate(found, 1)])


def _roles(drawing: Drawing) -> set[str]:
    roles = {getattr(op, name, None) for op in drawing.ops for name in ("fill", "stroke", "role")}
    return {role for role in roles if role is not None}


def _profile() -> Reading:
    assessment, found = example()
    return Reading(found, assessment, score(found, assessment))


def test_every_role_has_a_colour() -> None:
    profile = profile_view(_profile())
    drawings = [
        radar(profile, list(pack().dimensions_by_id), 240, 216),
        profile_key(profile, 480),
        matrix([Spot(1, "now", "S", Fraction(1, 5))], EFFORTS, 358),
        ladder(595, 210),
        *(level_chip(level) for level in range(1, 6)),
        *(level_strip(level, 4, "Name", claimed=level > 3) for level in range(1, 6)),
        *(mark(kind) for kind in ("shown", "claimed", "held", "range", "target", "strip")),
    ]
    for drawing in drawings:
        assert _roles(drawing) <= set(PALETTE)


@given(spots)
def test_no_dot_covers_another_and_each_has_its_rank(found: list[Spot]) -> None:
    drawing = matrix(found, EFFORTS, 358)
    dots = [op for op in drawing.ops if isinstance(op, CircleOp) and op.radius == DOT]
    assert len(dots) == len(found)
    for n, dot in enumerate(dots):
        assert 0 < dot.x < drawing.width
        assert 0 < dot.y < drawing.height
        assert all(math.dist((dot.x, dot.y), (other.x, other.y)) >= 2 * DOT for other in dots[:n])
    ranks = sorted(
        int(op.text) for op in drawing.ops if isinstance(op, TextOp) and op.text.isdigit() and op.size == 7.5
    )
    assert ranks == [spot.rank for spot in found]


@given(spots)
def test_matrix_names_each_rank_in_words(found: list[Spot]) -> None:
    words = matrix(found, EFFORTS, 358).description.replace(",", " ").replace(".", " ").replace(";", " ").split()
    assert {str(spot.rank) for spot in found} <= set(words)


def test_strip_tells_level_target_and_claim() -> None:
    assert level_strip(2, 4, "Recall").description == "Recall: level 2 of 5, target 4."
    assert level_strip(4, 4, "Recall", claimed=True).description == (
        "Recall: level 4 of 5, claimed without evidence, target 4."
    )
    assert level_strip(None, 4, "Recall").description == "Recall: no level, target 4."


def test_claimed_level_is_hatched() -> None:
    hatched = [op for op in level_strip(4, 4, "x", claimed=True).ops if isinstance(op, RectOp) and op.hatch]
    assert len(hatched) == 1
    assert not any(isinstance(op, RectOp) and op.hatch for op in level_strip(4, 4, "x").ops)


def test_radar_has_numbers_at_each_axis() -> None:
    profile = profile_view(_profile())
    drawing = radar(profile, list(pack().dimensions_by_id), 240, 216)
    numbers = [op.text for op in drawing.ops if isinstance(op, TextOp) and op.weight == "bold"]
    assert numbers == [
        next(row[1] for row in profile.rows if row[0] == dimension.title) for dimension in pack().dimensions
    ]


@pytest.mark.parametrize(("width", "height"), [(240, 216), (224, 198), (208, 184)])
def test_radar_stays_inside_its_frame(width: float, height: float) -> None:
    drawing = radar(profile_view(_profile()), list(pack().dimensions_by_id), width, height)
    for op in drawing.ops:
        if isinstance(op, PolygonOp):
            assert all(0 <= x <= width and 0 <= y <= height for x, y in op.points)
        if isinstance(op, TextOp):
            assert 0 <= op.x <= width
            assert 7 <= op.y <= height


def test_few_axes_make_bars() -> None:
    profile = profile_view(_profile())
    few = type(profile)(profile.bars[:2], profile.level_names, profile.title, "Two.", profile.heads, profile.rows[:2])
    drawing = radar(few, [bar.dimension for bar in few.bars], 208, 184)
    assert not any(isinstance(op, PolygonOp) for op in drawing.ops)
    assert sum(isinstance(op, RectOp) for op in drawing.ops) == 4


def test_workshop_profile_is_drawn() -> None:
    reading = Reading(pack(), workshop(), score(pack(), workshop()))
    assert radar(profile_view(reading), list(pack().dimensions_by_id), 240, 216).ops
