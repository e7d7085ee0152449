"""The list beside the questions: signs, search in any order, filters that add up, sections with progress."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import Given, assess, pack, practice

from cxaudit.app.flow import start
from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import Fact, FactPart, FactRule, NumberValue
from cxaudit.domain.fields import Mode
from cxaudit.domain.questionnaire import LevelName
from cxaudit.domain.scoring import score
from cxaudit.presentation.question_list import SIGNS, ListView, Sign, filter_word, list_view, sign_word

RULE = FactRule(check="at-most", parts=("days",), value="365", start=4, end=5)
CHECK = Fact(question="How many days?", parts=(FactPart(id="days", label="Open", kind="number"),), rules=(RULE,))
LEVELS = tuple(LevelName(name=str(k), meaning="so", max_age_months=12 if k == 4 else None) for k in range(1, 6))
PACK = pack(
    (
        practice("mission.words", "M1").model_copy(update={"title": "Mission in words"}),
        practice("mission.known", "M2").model_copy(update={"fact": CHECK}),
        practice("mission.deep", "M3", quick=False),
        practice("strategy.money", "S1", may_not_apply=True).model_copy(update={"question": "Who moves the money?"}),
    )
).model_copy(update={"levels": LEVELS})


def view(
    answers: dict[str, Given] | None = None, search: str = "", wanted: Collection[Sign] = (), mode: Mode = "full"
) -> ListView:
    assessment = assess(PACK, answers or {}, mode=mode, evidence="").model_copy(update={"date": "2026-11-20"})
    flow = start(PACK, assessment, "mission.known")
    return list_view(PACK, assessment, score(PACK, assessment), flow, search, wanted)


def codes(shown: ListView) -> list[str]:
    return [row.code for section in shown.sections for row in section.rows]


def signs(answer: Answer) -> list[str]:
    shown = view({"M2": answer}, wanted=SIGNS)
    return [word for section in shown.sections for row in section.rows if row.code == "M2" for word, _w in row.signs]


def test_everything_is_listed_by_dimension_with_progress() -> None:
    shown = view({"M1": 3, "S1": "dk"})
    assert [(section.title, section.progress) for section in shown.sections] == [
        ("mission", "1 of 3"),
        ("strategy", "1 of 1"),
    ]
    assert codes(shown) == ["M1", "M2", "M3", "S1"]
    assert [row.here for section in shown.sections for row in section.rows] == [False, True, False, False]
    assert [row.chip for section in shown.sections for row in section.rows] == [3, None, None, "dk"]
    assert (shown.said, shown.matches, shown.filtered) == ("4 questions", None, "")


def test_a_quick_audit_lists_only_what_it_asks() -> None:
    assert codes(view(mode="quick")) == ["M1", "M2", "S1"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("words mission", ["M1"]),
        ("MONEY", ["S1"]),
        ("s1", ["S1"]),
        ("strategy", ["S1"]),
        ("four", ["M1", "M2", "M3", "S1"]),
        ("ann drive", ["M2"]),
        ("nobody here", ["S1"]),
        ("zebra", []),
        ("   ", ["M1", "M2", "M3", "S1"]),
    ],
)
def test_a_search_looks_through_what_is_asked_and_written_in_any_order(search: str, found: list[str]) -> None:
    written: dict[str, Given] = {
        "M2": Answer(level=3, note="Ann knows", evidence="Shared drive"),
        "S1": Answer(not_applicable="Nobody sells here"),
    }
    assert codes(view(written, search)) == found


def test_what_passes_is_told_and_named() -> None:
    shown = view({"M1": Answer(level=3, mark=True)}, "mission", ("marked",))
    assert (shown.matches, shown.said) == (("mission.words",), "1 of 4 questions")
    assert shown.filtered == "Marked, “mission”"
    nothing = view({}, "zebra")
    assert (nothing.sections, nothing.matches, nothing.said) == ((), (), "0 of 4 questions")


def test_filters_are_counted_over_all_and_shown_where_they_find_something() -> None:
    shown = view({"M1": 4, "M2": "dk"}, "zebra", ("stale",))
    assert [(f.sign, f.count, f.on) for f in shown.filters] == [
        ("unanswered", 2, False),
        ("dont know", 1, False),
        ("claimed", 1, False),
        ("stale", 0, True),
    ]


def test_several_filters_find_what_any_of_them_finds() -> None:
    shown = view({"M1": 3, "M2": "dk"}, wanted=("unanswered", "dont know"))
    assert codes(shown) == ["M2", "M3", "S1"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(level=4), ["claimed"]),
        (Answer(level=4, evidence="Log", evidence_date="2025-01-01"), ["evidence too old"]),
        (Answer(level=3, mark=True, note="Ask Ann"), ["marked", "noted"]),
        (Answer(level=3, quick=True), ["five-minute audit"]),
        (Answer(level=3, carried=True, dont_know=False), ["please confirm"]),
        (Answer(level=4, evidence="Log", facts={"days": NumberValue(number="400")}), ["a fact says otherwise"]),
    ],
)
def test_each_sign_has_its_word(answer: Answer, words: list[str]) -> None:
    assert signs(answer) == words


def test_what_the_chip_shows_is_not_said_twice() -> None:
    assert signs(Answer(dont_know=True)) == []
    assert signs(Answer()) == []


def test_only_what_nothing_shows_warns() -> None:
    row = view({"M1": Answer(level=4, quick=True)}).sections[0].rows[0]
    assert row.signs == (("claimed", True), ("five-minute audit", False))


def test_every_sign_can_be_filtered_by() -> None:
    assert len({sign_word(sign) for sign in SIGNS}) == len({filter_word(sign) for sign in SIGNS}) == len(SIGNS)


ANSWERS = st.dictionaries(
    st.sampled_from(list(PACK.by_code)),
    st.builds(
        Answer,
        level=st.sampled_from([None, 1, 3, 4, 5]),
        mark=st.booleans(),
        note=st.sampled_from(["", "money"]),
        evidence=st.sampled_from(["", "log"]),
        evidence_date=st.sampled_from([None, "2020-01-01", "2026-10-01"]),
        quick=st.booleans(),
        carried=st.booleans(),
    ),
)


@given(ANSWERS, st.sets(st.sampled_from(SIGNS)), st.sampled_from(["", "money", "log words", "four m1"]))
def test_a_list_holds_each_match_once_and_counts_true(
    answers: dict[str, Given], wanted: set[Sign], search: str
) -> None:
    shown = view(answers, search, wanted)
    found = codes(shown)
    assert len(found) == len(set(found))
    if shown.matches is not None:
        assert [PACK.practices[p].code for p in shown.matches] == found
    for filter_ in shown.filters:
        assert codes(view(answers, "", (filter_.sign,))) == [] or filter_.count
        assert len(codes(view(answers, "", (filter_.sign,)))) == filter_.count
    everything = view(answers)
    assert set(found) <= set(codes(everything))
    carried = sum(a.carried for a in answers.values() if isinstance(a, Answer))
    assert carried == sum(("please confirm", False) in r.signs for s in everything.sections for r in s.rows)
