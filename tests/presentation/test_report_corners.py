"""Corners of the report's views that the example does not reach."""

from __future__ import annotations

from dataclasses import replace

from support.reports import answered, blank, example, pack

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.scoring import score
from cxaudit.presentation.charts import ProfileView, profile_view
from cxaudit.presentation.charts_report import _moved, radar
from cxaudit.presentation.drawing import CircleOp, PolygonOp, TextOp
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report import ReportView, report_view
from cxaudit.presentation.report_plan import settle_count

ORDER = tuple(pack().dimensions_by_id)


def profile() -> ProfileView:
    assessment, found = example()
    return profile_view(Reading(found, assessment, score(found, assessment)))


def without_scores(view: ProfileView) -> ProfileView:
    return replace(view, bars=tuple(replace(bar, index=None, target=None) for bar in view.bars))


def test_a_radar_without_scores_has_no_dots_and_no_target() -> None:
    drawing = radar(without_scores(profile()), ORDER, 240, 216)
    assert not [op for op in drawing.ops if isinstance(op, CircleOp)]
    assert not [op for op in drawing.ops if isinstance(op, PolygonOp) and op.stroke == "target"]


def test_two_dimensions_are_bars_with_their_numbers() -> None:
    two = replace(profile(), bars=profile().bars[:2])
    drawing = radar(two, ORDER, 240, 216)
    assert not [op for op in drawing.ops if isinstance(op, PolygonOp)]
    assert [op.text for op in drawing.ops if isinstance(op, TextOp) and op.align == "right"] == ["2.0", "2.3"]
    bare = radar(without_scores(two), ORDER, 240, 216)
    assert len(bare.ops) == len(drawing.ops) - 2


def test_a_polygon_moves_as_other_marks_do() -> None:
    assert _moved(PolygonOp(((0, 1), (2, 3))), 10) == PolygonOp(((10, 1), (12, 3)))


def test_open_questions_are_counted() -> None:
    assert settle_count(1) == "1 open question"
    assert settle_count(2) == "2 open questions"


def test_the_summary_draws_its_own_radar() -> None:
    assessment, found = example()
    drawing = report_view(found, assessment, ReportOptions()).summary.radar(240, 216)
    assert (drawing.width, drawing.height) == (240, 216)


def test_two_votes_are_too_few_for_a_page_on_disagreement() -> None:
    assert report_view(pack(), answered(Answer(votes=(1, 5))), ReportOptions()).disagreement is None


def view_of(assessment: Assessment) -> ReportView:
    return report_view(pack(), assessment, ReportOptions())


def test_answers_that_nobody_knows_are_not_called_missing() -> None:
    view = view_of(answered(Answer(dont_know=True)))
    assert view.priorities.title == "No plan yet: no answer is known"
    assert view.findings.title == "No answer is known yet"


def test_a_dimension_without_a_known_answer_has_no_part_of_the_gap() -> None:
    finding = view_of(blank()).findings.dimensions[0]
    assert {fact.label: fact.value for fact in finding.facts}["Part of the gap"] == "\u2013"


def test_under_a_title_that_nothing_is_open_stands_why() -> None:
    met = view_of(answered(Answer(level=5, evidence="Seen")))
    assert met.priorities.empty == met.roadmap.empty == "Actions appear where an answer lies below its target."
    ticked = {action.id: ActionState(status="done") for action in pack().actions}
    done = view_of(answered(Answer(level=1), actions=ticked))
    assert done.priorities.empty == done.roadmap.empty == "Every action of the plan is done, put off or waiting."
    assert view_of(answered(Answer(level=1))).roadmap.empty == ""


def test_a_gap_that_few_answers_make_says_so() -> None:
    first = pack().asked("quick")[0].id
    assert view_of(blank(answers={first: Answer(level=3)})).summary.numbers[2].detail == (
        "gap 0.07, where answers are known"
    )
    assert view_of(answered(Answer(level=3))).summary.numbers[2].detail == "gap 1.00"
