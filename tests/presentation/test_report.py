"""What the report says, before it is set on pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.bad_inputs import BAD_INPUTS
from support.cases import Case, cases
from support.reports import answered, blank, example, pack, workshop

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.presentation.report import ReportView, report_view
from cxaudit.presentation.report_sections import REPORT_SECTIONS
from cxaudit.presentation.report_words import long_date, shortened
from cxaudit.presentation.words import MINUS

EVERYTHING = ReportOptions()


def _view(assessment: Assessment, options: ReportOptions = EVERYTHING) -> ReportView:
    return report_view(pack(), assessment, options)


def _example() -> ReportView:
    assessment, found = example()
    return report_view(found, assessment, EVERYTHING)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def test_sections_have_unique_ids_titles_and_descriptions() -> None:
    assert len({s.id for s in REPORT_SECTIONS}) == len({s.title for s in REPORT_SECTIONS}) == len(REPORT_SECTIONS)
    assert all(s.description and not s.description.endswith(".") for s in REPORT_SECTIONS)


def test_fixed_sections_stay() -> None:
    view = _view(blank(), ReportOptions(sections=()))
    assert [s.id for s in view.sections] == ["cover", "summary", "method"]


def test_disagreement_only_where_several_answered() -> None:
    assert "disagreement" not in [s.id for s in _view(blank()).sections]
    assert "disagreement" in [s.id for s in _view(workshop()).sections]


@given(cases())
def test_any_assessment_has_a_report(case: Case) -> None:
    view = report_view(case.pack, case.assessment, EVERYTHING)
    assert not any("{" in text or "None," in text for text in _texts(view))


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_no_placeholder_is_left(name: str) -> None:
    assert "{" not in _view(BAD_INPUTS[name]()).summary.title


def test_titles_state_the_finding() -> None:
    view = _example()
    titles = [view.summary.title, view.profile.title, view.findings.title, view.priorities.title, view.shortfalls.title]
    assert len(set(titles)) == len(titles)
    assert all(len(title.split()) > 3 and not title.endswith(".") for title in titles)


def test_four_numbers() -> None:
    view = _example()
    assert [number.label.partition(",")[0].partition(":")[0] for number in view.summary.numbers] == [
        "level",
        "index",
        "of the way to target",
        "answered",
    ]


def test_fired_flag_stands_on_the_summary_with_both_values() -> None:
    view = _example()
    assert len(view.summary.flags) == 1
    assert "held at 2.0" in view.summary.flags[0].sentence
    assert "2.7" in view.summary.flags[0].sentence


def test_shortfalls_are_all_answers_below_target() -> None:
    assessment = answered(Answer(level=2))
    assert len(_view(assessment).shortfalls.lines) == len(pack().asked("quick"))
    assert _view(answered(Answer(level=5))).shortfalls.lines == ()


def test_priorities_hold_every_open_action_in_order() -> None:
    lines = _view(answered(Answer(level=1))).priorities.lines
    assert [line.rank for line in lines] == [str(n) for n in range(1, len(lines) + 1)]
    assert len(lines) > 20


def test_roadmap_starts_at_most_five_now() -> None:
    lanes = _view(answered(Answer(level=1))).roadmap.lanes
    assert [lane.horizon for lane in lanes] == ["now", "next", "later"]
    assert 1 <= len(lanes[0].cards) <= 5


def test_what_is_done_or_put_off_is_told_with_its_reason() -> None:
    first, second, *_rest = (
        line.key.removeprefix("action-") for line in _view(answered(Answer(level=1))).priorities.lines
    )
    actions = {first: ActionState(status="done"), second: ActionState(status="accepted", reason="No money.")}
    aside = _view(answered(Answer(level=1), actions=actions)).roadmap.aside
    assert ("Done", "") in [(line.status, line.reason) for line in aside]
    assert ("Accepted, not now", "No money.") in [(line.status, line.reason) for line in aside]


def test_all_answers_tell_each_state() -> None:
    lines = [line for part in _view(workshop()).answers.parts for line in part.lines]
    levels = {line.level for line in lines}
    assert {"Does not apply", "Don't know"} <= levels
    written = {label for line in lines for label, _text in line.written}
    assert written == {"Votes", "Reason", "Evidence", "Note"}
    votes = [text for line in lines for label, text in line.written if label == "Votes"]
    assert "1, 1, 5, 5; agreed: 3" in votes
    assert "3, 3, 3, does not apply" in votes


def test_votes_are_sorted_so_that_nobody_can_be_told() -> None:
    votes = [
        t for part in _view(workshop()).answers.parts for line in part.lines for k, t in line.written if k == "Votes"
    ]
    assert "1, 1, 3, 5, 5" in votes


def test_split_rooms_come_first() -> None:
    page = _view(workshop()).disagreement
    assert page is not None
    agreement = [Fraction(line.a.replace(MINUS, "-")) for line in page.lines]
    assert agreement == sorted(agreement)
    assert page.lines[0].state in {"Open: split, nothing agreed", "Split; level 3 agreed"}
    assert page.title.startswith("The room is split on")


def test_agreement_is_said_too() -> None:
    page = _view(answered(Answer(votes=(3, 3, 3)))).disagreement
    assert page is not None
    assert page.title == "The people who answered largely agree"


def test_agreement_is_explained_where_it_is_shown() -> None:
    assert "Agreement" in [passage.title for passage in _view(workshop()).method.passages]
    assert "Agreement" not in [passage.title for passage in _view(blank()).method.passages]


@pytest.mark.parametrize(
    ("targets", "title"),
    [
        ({}, "The gap is spread evenly over all dimensions"),
        ({"mission": 5}, "Mission holds the largest part of the gap: 27 %"),
    ],
)
def test_ties_are_not_told_as_a_winner(targets: dict[str, int], title: str) -> None:
    assert _view(answered(Answer(level=1), targets=targets)).profile.title.startswith(title[:20])


def test_open_answers_ask_to_find_out_first() -> None:
    lines = [line for d in _view(answered(Answer(dont_know=True))).findings.dimensions for line in d.lines]
    assert {(line.now, line.next_step) for line in lines} == {("Don't know", "Find out first which answer is true.")}


def test_first_steps_stand_on_the_roadmap() -> None:
    view = _view(answered(Answer(level=1)))
    cards = [card for lane in view.roadmap.lanes for card in lane.cards]
    told = {card.rank for card in cards if card.first_step}
    assert {move.rank for move in view.summary.moves} <= told
    assert {card.rank for card in view.roadmap.lanes[0].cards} <= told


def test_no_promise_of_money() -> None:
    text = " ".join(_texts(_view(answered(Answer(level=2))).method))
    assert "promises nothing for revenue" in text
    assert "self-assessment, not a certification" in text


def test_file_title_names_the_organisation() -> None:
    assert _view(blank(organisation="Acme")).title == "Customer experience audit: Acme"
    assert _view(blank(organisation="  ")).title == "Customer experience audit"


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-11-20", "20 November 2026"), ("2026-01-05", "5 January 2026"), (None, ""), ("2026-99-99", "2026-99-99")],
)
def test_long_date(day: str | None, said: str) -> None:
    assert long_date(day) == said


@given(st.text(), st.integers(2, 80))
def test_shortened_is_short(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


def test_shortened_cuts_at_a_space() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one\ntwo", 9) == "one two"
