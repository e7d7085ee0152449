"""The slides as a model: what they say is what the report says, and never more slides than a room can bear."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from support.bad_inputs import BAD_INPUTS
from support.cases import Case, cases
from support.reports import FULL_AUDIT, answered, blank, example, longest, longest_pack, pack, workshop
from support.voted import full_pack, largest_workshop

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.report_choices import EditedText, ReportChoices
from cxaudit.presentation.charts_effort import Spot
from cxaudit.presentation.deck import MOST, Deck, deck_view
from cxaudit.presentation.deck_charts import Bars, Curve, gap_curve
from cxaudit.presentation.deck_findings import split_slide
from cxaudit.presentation.deck_parts import Point, Slide, first_of, named
from cxaudit.presentation.report import ReportView, report_view
from cxaudit.presentation.words import inside

ALL = ReportOptions()
SAMPLES = ("nordlys-quick.toml", FULL_AUDIT, "nordlys-workshop.toml")


def view_of(assessment: Assessment, of: Pack | None = None, options: ReportOptions = ALL) -> ReportView:
    return report_view(of or pack(), assessment, options)


def sample(name: str) -> tuple[ReportView, Deck]:
    assessment, of = example(name)
    view = report_view(of, assessment, ALL)
    return view, deck_view(view)


def only(deck: Deck, section: str, place: int = 0) -> Slide:
    return [slide for slide in deck.slides if slide.section == section][place]


def bars_of(slide: Slide) -> Bars:
    assert isinstance(slide.chart, Bars)
    return slide.chart


def curve_of(deck: Deck) -> Curve:
    (found,) = [slide.chart for slide in deck.slides if isinstance(slide.chart, Curve)]
    return found


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def check(deck: Deck) -> None:
    """What holds for any deck."""
    assert len(deck.slides) < MOST
    for slide in deck.slides:
        assert slide.title.strip()
        assert slide.notes
        assert all(note.strip() for note in slide.notes)
        assert 1 <= len(slide.columns) <= 3
        for column in slide.columns:
            assert column.points or slide.lanes
            assert all(point.head or point.text or point.foot for point in column.points)
        if isinstance(slide.chart, Bars):
            assert all(len(series.values) == len(slide.chart.categories) for series in slide.chart.series)


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_have_8_to_12_slides(name: str) -> None:
    _view, deck = sample(name)
    check(deck)
    assert 8 <= 1 + len(deck.slides) <= 12


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_any_input_makes_a_deck(name: str) -> None:
    deck = deck_view(view_of(BAD_INPUTS[name]()))
    check(deck)
    assert 8 <= 1 + len(deck.slides) <= 12


def test_longest_texts_and_largest_room_make_a_deck() -> None:
    check(deck_view(view_of(longest(), longest_pack())))
    check(deck_view(view_of(largest_workshop(), full_pack())))


@settings(max_examples=40)
@given(cases())
def test_any_pack_and_answers_make_a_deck(case: Case) -> None:
    check(deck_view(view_of(case.assessment, case.pack)))


@pytest.mark.parametrize("name", SAMPLES)
def test_titles_and_numbers_are_those_of_the_report(name: str) -> None:
    view, deck = sample(name)
    first, balance = deck.slides[:2]
    assert (first.title, first.numbers) == (view.summary.title, view.summary.numbers)
    assert first.columns[0].points[0].text == view.summary.lead
    assert [p.head for c in balance.columns for p in c.points] == [
        p.title for p in (*view.summary.strengths, *view.summary.gaps)
    ]
    for section, title in (
        ("profile", view.profile.title),
        ("findings", view.findings.title),
        ("roadmap", view.roadmap.title),
        ("method", view.method.title),
    ):
        assert only(deck, section).title == title
    assert only(deck, "priorities", 1).title == view.priorities.title


@pytest.mark.parametrize("name", SAMPLES)
def test_profile_shows_the_numbers_of_the_table(name: str) -> None:
    view, deck = sample(name)
    bars = bars_of(only(deck, "profile"))
    index = next(series for series in bars.series if series.name == bars.told)
    rows = {row[0]: row for row in view.profile.rows}
    assert [f"{value:.1f}" for value in index.values if value is not None] == [
        rows[name_][1] for name_ in bars.categories
    ]
    target = next(series for series in bars.series if series.role == "target")
    assert [str(int(value or 0)) for value in target.values] == [rows[name_][5] for name_ in bars.categories]


def test_claimed_part_and_value_before_a_flag_are_told_apart() -> None:
    _view, deck = sample("nordlys-quick.toml")
    bars = bars_of(only(deck, "profile"))
    assert [series.look for series in bars.series] == ["outline", "outline", "hatched", "solid"]
    plain_ = bars_of(only(deck_view(view_of(answered(Answer(level=3)))), "profile"))
    assert [series.look for series in plain_.series] == ["outline", "solid"]


def test_levels_count_every_practice_once() -> None:
    view, deck = sample(FULL_AUDIT)
    bars = bars_of(only(deck, "findings"))
    applies = sum(line.applies for d in view.findings.dimensions for line in d.lines)
    assert sum(value or 0 for series in bars.series for value in series.values) == applies
    assert [series.name for series in bars.series] == [*view.summary.radar_profile.level_names, "not known"]
    assert "Mission: 1 at level 2" in bars.description or "Mission: 2 at level 2" in bars.description


def test_votes_are_those_of_the_map() -> None:
    view, deck = sample("nordlys-workshop.toml")
    assert view.disagreement is not None
    bars = bars_of(only(deck, "disagreement"))
    lines = {line.title: line.counts for line in view.disagreement.lines}
    shown = list(zip(*(series.values for series in bars.series), strict=True))
    assert shown == [lines[name][: len(bars.series)] for name in bars.categories]
    assert len(bars.categories) == len(view.disagreement.splits)


def test_no_slide_on_a_room_where_nobody_voted() -> None:
    assert split_slide(view_of(blank())) is None


def test_room_that_agrees_is_shown_too() -> None:
    deck = deck_view(view_of(answered(Answer(votes=(3, 3, 3, "dk")))))
    slide = only(deck, "disagreement")
    assert slide.columns[0].points[0].text.startswith("Disagreement changes no score")
    assert bars_of(slide).series[-1].name == "don't know"


def test_curve_ends_where_all_actions_are_done() -> None:
    view, deck = sample("nordlys-quick.toml")
    curve = curve_of(deck)
    assert [mark.rank for mark in curve.marks] == list(range(1, len(view.priorities.lines) + 1))
    assert curve.marks[-1].effort == sum(view.priorities.efforts[line.effort] for line in view.priorities.lines)
    shares = [mark.share for mark in curve.marks]
    assert shares == sorted(shares)
    half = next(mark.rank for mark in curve.marks if mark.share >= 0.5)
    assert view.priorities.title.startswith(f"The first {half} of")


def test_curve_of_actions_that_recover_nothing() -> None:
    curve = gap_curve((Spot(1, "now", "S", Fraction(0)),), {"S": 1}, Fraction(0))
    assert curve.description == "1 action, after 1 effort points, recovers 0 % of the gap."


def test_flags_that_hold_and_those_that_do_not() -> None:
    _view, deck = sample("nordlys-quick.toml")
    assert only(deck, "profile", 1).title == "A red flag holds the score down: Front-line pay depends on survey scores"
    _view, deck = sample("nordlys-workshop.toml")
    assert only(deck, "profile", 1).title == "Two red flags stand"
    found = view_of(answered(Answer(level=3)))
    assert len([s for s in deck_view(found).slides if s.section == "profile"]) == 1
    low = dataclasses.replace(sample("nordlys-workshop.toml")[0].profile.flags[0], holds=False)
    view = dataclasses.replace(found, profile=dataclasses.replace(found.profile, flags=(low,)))
    assert only(deck_view(view), "profile", 1).title.startswith("A red flag stands: ")


@pytest.mark.parametrize(
    ("level", "title"),
    [
        (5, "Build on {strength}; no answer is below its target"),
        (3, "Build on {strength}, and close the gap in {gap}"),
        (1, "There is no strength yet; close the gap in {gap}"),
        (None, "No strength and no gap is known yet"),
    ],
)
def test_strengths_and_gaps_in_one_sentence(level: int | None, title: str) -> None:
    answer = Answer(dont_know=True) if level is None else Answer(level=level, evidence="Seen")
    view = view_of(answered(answer))
    first = {
        name: inside(points[0].title) if points else ""
        for name, points in (("strength", view.summary.strengths), ("gap", view.summary.gaps))
    }
    assert deck_view(view).slides[1].title == title.format(**first)


def test_nothing_known_says_so_and_shares_nothing_out() -> None:
    deck = deck_view(view_of(blank()))
    assert deck.slides[0].columns[0].points[0].text.startswith("0 of 15 answered")
    assert len(only(deck, "profile").columns) == 1
    assert all(name.endswith("(not scored)") for name in bars_of(only(deck, "profile")).categories)
    assert only(deck, "priorities").columns[0].points[0].text.startswith("Actions appear")
    assert only(deck, "roadmap").title == "15 open questions come first"
    assert only(deck, "roadmap").columns[0].points[-1].foot == "9 more in the notes"
    assert len(only(deck, "roadmap").notes) == 15


def test_all_at_target_has_nothing_to_settle() -> None:
    deck = deck_view(view_of(answered(Answer(level=5, evidence="Seen"))))
    assert not [slide for slide in deck.slides if slide.section == "roadmap"]


def test_one_move_and_one_question() -> None:
    answers = {p.id: Answer(level=5, evidence="Seen") for p in pack().asked("quick")}
    first, second, *_rest = answers
    answers[first], answers[second] = Answer(level=3), Answer(dont_know=True)
    deck = deck_view(view_of(blank(answers=answers)))
    assert only(deck, "priorities").title == "One move comes first, and this is why"
    assert only(deck, "roadmap", 1).title == "One open question comes first"


def test_questions_without_actions_and_actions_without_questions() -> None:
    done = {a.id: ActionState(status="done") for a in pack().actions}
    deck = deck_view(view_of(answered(Answer(level=3), actions=done)))
    assert not [slide for slide in deck.slides if slide.lanes]
    deck = deck_view(view_of(answered(Answer(level=2))))
    assert only(deck, "roadmap", 1).title == "What to agree on today"


def test_what_was_put_aside_is_on_the_list() -> None:
    view, deck = sample("nordlys-workshop.toml")
    column = only(deck, "roadmap", 1).columns[-1]
    assert [point.head for point in column.points] == [parked.text for parked in view.roadmap.parked]


def test_more_red_flags_are_counted() -> None:
    deck = deck_view(view_of(longest(), longest_pack()))
    assert deck.slides[0].columns[0].points[-1].text == "7 more red flags stand."


def test_sections_are_left_out_and_reordered() -> None:
    sections = ("method", "roadmap", "summary")
    deck = deck_view(view_of(workshop(), options=ReportOptions(sections=sections)))
    assert list(dict.fromkeys(slide.section for slide in deck.slides)) == list(sections)
    moves = next(s for s in deck.slides if s.title.endswith("and this is why"))
    assert moves.section == "roadmap"


def test_moves_and_flags_follow_the_summary_where_their_sections_are_out() -> None:
    assessment, of = example()
    deck = deck_view(view_of(assessment, of, ReportOptions(sections=("summary",))))
    assert [slide.section for slide in deck.slides] == ["summary"] * 4 + ["method"]
    assert deck.slides[2].title.startswith("A red flag")
    assert deck.slides[3].title.endswith("and this is why")


def test_comments_stand_beside_the_picture_and_in_the_notes() -> None:
    words = {f"{section}.comment": EditedText(text=f"On {section}.") for section in ("profile", "roadmap", "evidence")}
    assessment, of = example()
    deck = deck_view(view_of(assessment.model_copy(update={"report": ReportChoices(texts=words)}), of))
    assert only(deck, "profile").columns[0].points[0] == Point(text="On profile.")
    assert only(deck, "profile").notes[0] == "On profile."
    assert only(deck, "roadmap").notes[0] == "On roadmap."
    assert "On roadmap." not in list(texts(only(deck, "roadmap").columns))
    assert "On evidence." not in list(texts(deck))


def test_own_words_are_on_the_slides() -> None:
    words = {"roadmap.title": EditedText(text="Start with pay"), "summary.lead": EditedText(text="So it is.")}
    assessment, of = example()
    deck = deck_view(view_of(assessment.model_copy(update={"report": ReportChoices(texts=words)}), of))
    assert "Start with pay" in [slide.title for slide in deck.slides]
    assert "So it is." in list(texts(deck.slides[0].columns))


def test_dimensions_beyond_the_lowest_get_slides_as_far_as_there_is_room() -> None:
    _view, roomy = sample("nordlys-quick.toml")
    assert [len(slide.columns) for slide in roomy.slides if slide.section == "findings"] == [1, 2]
    view, full = sample("nordlys-workshop.toml")
    (slide,) = [slide for slide in full.slides if slide.section == "findings"]
    assert all(any(d.title in note for note in slide.notes) for d in view.findings.dimensions)


def test_lists_tell_how_many_more_there_are() -> None:
    points = tuple(Point(text=str(n)) for n in range(5))
    assert first_of(points, 5) == points
    assert first_of(points, 2) == (*points[:2], Point(foot="3 more in the notes"))
    assert named("Owner", " ") == ""
