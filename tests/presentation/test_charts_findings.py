"""Small multiples, and the way from a bar to its target: what they draw, and the same in words."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from support.cases import Case, cases
from support.reports import answered, blank, example, pack

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.scoring import score
from cxaudit.presentation.charts import PAPER, Bar, profile_chart, profile_view
from cxaudit.presentation.charts_findings import DOT, Panel, small_multiples
from cxaudit.presentation.charts_report import profile_key
from cxaudit.presentation.drawing import CircleOp, Drawing, LineOp, PolygonOp, TextOp
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report import ReportView, report_view

WIDTH = 481.0
points = st.lists(st.tuples(st.integers(1, 5), st.booleans()), max_size=12).map(tuple)
panels = st.builds(
    Panel,
    title=st.sampled_from(("Mission", "A dimension with a name that is far too long for one small panel", "W" * 80)),
    points=points,
    open=st.integers(0, 12),
    index=st.none() | st.fractions(1, 5),
    target=st.none() | st.integers(1, 5),
)


def view_of(assessment: Assessment) -> ReportView:
    return report_view(pack(), assessment, ReportOptions())


def dots(drawing: Drawing) -> list[CircleOp]:
    return [op for op in drawing.ops if isinstance(op, CircleOp) and op.radius == DOT and op.stroke == "accent"]


@given(st.lists(panels, min_size=1, max_size=12))
def test_every_practice_is_a_dot_within_the_chart(found: list[Panel]) -> None:
    drawing = small_multiples(found, WIDTH)
    assert len(dots(drawing)) == sum(len(panel.points) for panel in found)
    assert len([dot for dot in dots(drawing) if dot.fill == "surface"]) == sum(c for p in found for _at, c in p.points)
    for dot in dots(drawing):
        assert DOT <= dot.x <= WIDTH - DOT
        assert 0 < dot.y < drawing.height
    assert sum(isinstance(op, PolygonOp) for op in drawing.ops) == sum(p.index is not None for p in found)


@given(st.lists(panels, min_size=1, max_size=12))
def test_no_dot_lies_on_another(found: list[Panel]) -> None:
    places = [(dot.x, dot.y) for dot in dots(small_multiples(found, WIDTH))]
    assert all(math.dist(one, other) > 2.5 for n, one in enumerate(places) for other in places[:n])


def test_all_panels_have_one_scale() -> None:
    one = Panel("One", ((1, False), (5, False)), 0, Fraction(3), 4)
    left, right, other_left, other_right = dots(small_multiples((one, one), WIDTH))
    assert right.x - left.x == other_right.x - other_left.x
    assert left.y == other_left.y


def test_a_chart_says_what_it_shows() -> None:
    told = small_multiples((Panel("Mission", ((2, False), (2, False), (4, True)), 1, Fraction(8, 3), 4),), WIDTH)
    assert told.description == ("Mission: 2 at level 2, 1 at level 4, 1 of them claimed, target 4, index 2.7 · 1 open.")
    assert small_multiples((Panel("Mission", (), 0, None, None),), WIDTH).description == "Mission: nothing known."


@given(cases())
def test_any_assessment_has_the_chart(case: Case) -> None:
    view = report_view(case.pack, case.assessment, ReportOptions())
    known = [p for p in score(case.pack, case.assessment).practices.values() if p.point is not None]
    assert len(dots(view.findings.chart)) == len(known)


def test_the_key_tells_of_claims_only_where_there_are_any() -> None:
    assert "hollow" in view_of(answered(Answer(level=5))).findings.key
    assert "hollow" not in view_of(answered(Answer(level=5, evidence="Seen"))).findings.key


def test_a_dimension_that_does_not_apply_has_no_target() -> None:
    drawing = small_multiples((Panel("Mission", (), 0, None, None),), WIDTH)
    assert not [op for op in drawing.ops if isinstance(op, CircleOp)]


# -- the profile


def bar(index: Fraction | None, target: int | None, gap: str = "0.20", raw: Fraction | None = None) -> Drawing:
    found = Bar("d", "Mission", index, index, raw, index, index, target, (), gap)
    assessment, of = example()
    view = replace(profile_view(Reading(of, assessment, score(of, assessment))), bars=(found,))
    return profile_chart(view, WIDTH, PAPER)


def connectors(drawing: Drawing) -> list[LineOp]:
    return [op for op in drawing.ops if isinstance(op, LineOp) and op.role == "target"]


def test_a_line_leads_from_bar_to_target_with_the_gap_over_it() -> None:
    drawing = bar(Fraction(2), 4)
    (line,) = connectors(drawing)
    (text,) = [op for op in drawing.ops if isinstance(op, TextOp) and op.role == "target_text"]
    assert text.text == "gap 0.20"
    assert line.x1 < text.x < line.x2
    assert text.y < line.y1


def test_the_line_starts_behind_what_a_flag_holds_down() -> None:
    assert connectors(bar(Fraction(2), 4, raw=Fraction(3)))[0].x1 > connectors(bar(Fraction(2), 4))[0].x1


def test_a_gap_without_a_way_is_told_all_the_same() -> None:
    drawing = bar(Fraction(4), 4)
    assert not connectors(drawing)
    assert [op.text for op in drawing.ops if isinstance(op, TextOp) and op.role == "target_text"] == ["gap 0.20"]


def test_no_line_without_gap_or_target() -> None:
    assert not connectors(bar(Fraction(2), 4, ""))
    assert not connectors(bar(Fraction(2), None))
    assert connectors(bar(None, 4))


def test_the_largest_gap_is_first() -> None:
    assessment, found = example()
    page = report_view(found, assessment, ReportOptions()).profile
    gaps = [Fraction(row[-2]) for row in page.rows]
    assert gaps == sorted(gaps, reverse=True)
    assert page.title.startswith(page.rows[0][0])
    assert "the largest gap first" in page.chart.description
    assert f"gap {page.rows[0][-2]}" in page.chart.description


def test_the_key_explains_the_line_where_there_is_one() -> None:
    assert "part of the whole gap" in view_of(answered(Answer(level=2))).profile.key.description
    assert "part of the whole gap" not in view_of(blank()).profile.key.description
    assessment, found = example()
    bare = profile_view(Reading(found, assessment, score(found, assessment)))
    assert "gap" not in profile_key(bare, WIDTH).description
