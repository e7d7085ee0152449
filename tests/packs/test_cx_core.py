"""What is fixed in cx-core, whatever its wording: what is asked, what fires, what waits for what."""

from __future__ import annotations

import re

import pytest
from support.authored import CX_CORE

from cxaudit import assets
from cxaudit.domain.questionnaire import Pack
from cxaudit.storage.authoring.lint import lint
from cxaudit.storage.pack_rules.words import tokens
from cxaudit.storage.packs import PublishedPacks

PACK = lint(CX_CORE, PublishedPacks(CX_CORE / "none")).pack
FIRST_VERSION = PublishedPacks(assets.questionnaires() / "published").get("cx-core", "1.0.0")

FULL = {
    "mission": ["M1", "M2", "M3", "M4", "M5"],
    "strategy": ["S1", "S2", "S3", "S4", "S5"],
    "metric-hygiene": ["H1", "H2", "H3", "H4", "H5", "H6"],
    "ex-linkage": ["E1", "E2", "E3", "E4", "E5"],
    "journey-use": ["J1", "J2", "J3", "J4", "J5"],
}
QUICK = {
    "mission": ["M1", "M2", "M4"],
    "strategy": ["S1", "S2", "S3"],
    "metric-hygiene": ["H1", "H3", "H6"],
    "ex-linkage": ["E1", "E3", "E4"],
    "journey-use": ["J1", "J2", "J4"],
}
FLAGS = {
    ("H3", 1, 2),
    ("H3", 2, 3),
    ("H1", 1, 3),
    ("H2", 1, 3),
    ("J4", 1, 2),
    ("J1", 2, 3),
    ("M4", 1, 3),
    ("M1", 1, 2),
    ("S1", 1, 2),
    ("S2", 1, 3),
    ("E3", 1, 2),
}
"""(practice, at most, cap)"""

FIRST = [("M1", "M2"), ("M1", "M3"), ("M2", "M3"), ("M1", "E4"), ("M1", "S1"), ("S1", "S2"), ("S1", "S3"), ("S1", "H1"),
         ("S1", "J2"), ("H3", "H1"), ("H1", "H2"), ("H2", "E1"), ("H4", "S2"), ("S4", "H6"), ("H4", "H6"), ("H5", "H6"),
         ("J1", "J2"), ("J2", "J3"), ("J3", "J4"), ("J1", "J4")]  # fmt: skip
"""Practices that some action on another practice waits for."""

WAIT_FOR_NOTHING = {"M4", "M5", "H4", "E2", "E3"}
MAY_NOT_APPLY = ["M5", "S5", "H4", "H5", "E2", "E5", "J2", "J3", "J5"]
DEBATED = {"M4", "S2", "S3", "S4", "H1", "H4", "E1", "E2", "E5"}
"""Practices whose help tells where sources disagree."""

MEASURES = {"score", "scores", "survey", "surveys", "rating", "ratings"}


@pytest.fixture
def pack() -> Pack:
    assert PACK is not None
    return PACK


def test_the_five_minute_audit_asks_three_practices_of_each_dimension(pack: Pack) -> None:
    assert {d.id: [p.code for p in d.practices if p.quick] for d in pack.dimensions} == QUICK


def test_the_full_audit_asks_all_26(pack: Pack) -> None:
    assert {d.id: [p.code for p in d.practices] for d in pack.dimensions} == FULL
    assert len(pack.practices) == 26


@pytest.mark.parametrize("code", [code for codes in QUICK.values() for code in codes])
def test_a_quick_practice_asks_what_the_first_version_asked(pack: Pack, code: str) -> None:
    kept = {"id", "code", "revision", "title", "quick", "question", "anchors", "weight", "may_not_apply"}
    now, then = pack.by_code[code], FIRST_VERSION.by_code[code]
    assert now.model_dump(include=kept) == then.model_dump(include=kept)


def test_new_practices_begin_with_revision_1(pack: Pack) -> None:
    assert {p.revision for p in pack.practices.values() if p.id not in FIRST_VERSION.practices} == {1}


def test_how_to_rate_is_what_the_first_version_said(pack: Pack) -> None:
    kept = {"rating_rules", "rating_notes", "owners", "rubric"}
    assert pack.model_dump(include=kept) == FIRST_VERSION.model_dump(include=kept)
    assert [(s.name, s.meaning, s.shown_by) for s in pack.levels] == [
        (s.name, s.meaning, s.shown_by) for s in FIRST_VERSION.levels
    ]


def test_evidence_ages_by_the_ladder(pack: Pack) -> None:
    assert [level.max_age_months for level in pack.levels] == [None, None, None, 12, 24]


def test_practices_that_may_not_apply_are_those_of_the_model(pack: Pack) -> None:
    assert [p.code for p in pack.practices.values() if p.may_not_apply] == MAY_NOT_APPLY
    assert not {pack.practices[c.practice].code for f in pack.flags for c in f.conditions} & set(MAY_NOT_APPLY)


def test_help_has_a_small_and_a_large_example(pack: Pack) -> None:
    for practice in pack.practices.values():
        small, large = practice.example, practice.example_large
        assert small, practice.code
        assert large, practice.code
        assert small.split()[:4] != large.split()[:4], practice.code


def test_help_tells_in_two_sentences_where_sources_disagree(pack: Pack) -> None:
    debates = {p.code: p.debate for p in pack.practices.values() if p.debate}
    assert debates.keys() >= DEBATED
    for code, text in debates.items():
        assert len(re.findall(r"[.!?]['\")]?(?=\s|$)", text)) == 2, code
        assert len(text.split()) <= 45, code


def test_flags_are_those_of_the_model(pack: Pack) -> None:
    assert {(pack.practices[c.practice].code, c.at_most, f.cap) for f in pack.flags for c in f.conditions} == FLAGS
    assert all(len(f.conditions) == 1 for f in pack.flags)


def test_only_future_gaps_may_not_apply_among_the_quick_practices(pack: Pack) -> None:
    assert [p.code for p in pack.asked("quick") if p.may_not_apply] == ["J2"]


def test_actions_are_about_seventy(pack: Pack) -> None:
    assert 66 <= len(pack.actions) <= 80


def test_causes_wait_for_one_way_of_hearing_and_for_those_who_decide(pack: Pack) -> None:
    first = next(a for a in pack.actions if pack.practices[a.practice].code == "H6" and a.start == 1)
    groups = [{pack.practices[pack.actions_by_id[name].practice].code for name in group} for group in first.requires]
    assert sorted(map(sorted, groups)) == [["H4", "H5"], ["S4"]]


def test_known_bad_fixes_need_no_forum(pack: Pack) -> None:
    assert pack.actions_by_id["fix-known-problems"].independent


def test_cut_points_and_efforts_are_those_of_the_scoring(pack: Pack) -> None:
    r = pack.rubric
    assert (r.most, r.nearly_all, r.claimed_above, r.target) == ("1/2", "17/20", 3, 4)
    assert (r.effort_s, r.effort_m, r.effort_l, r.now_effort, r.now_actions, r.next_effort) == (1, 3, 8, 12, 5, 36)
    assert all(p.weight == 1 for p in pack.practices.values())


def waits(pack: Pack) -> set[tuple[str, str]]:
    """Return (earlier, later) by code for every requirement of an action on an action of another practice."""
    code = {a.id: pack.practices[a.practice].code for a in pack.actions}
    return {(code[name], code[a.id]) for a in pack.actions for group in a.requires for name in group}


def test_what_must_come_first_comes_first(pack: Pack) -> None:
    assert set(FIRST) <= waits(pack)


def test_what_needs_no_leave_waits_for_nothing(pack: Pack) -> None:
    assert {later for earlier, later in waits(pack) if earlier != later} & WAIT_FOR_NOTHING == set()


def test_no_new_measures_before_the_success_statement_is_set(pack: Pack) -> None:
    start = next(a for a in pack.actions if pack.practices[a.practice].code == "H1" and a.start == 1)
    statement = {a.id for a in pack.actions if pack.practices[a.practice].code == "S1" and a.end == 3}
    assert any(set(group) <= statement for group in start.requires)


def test_a_firm_without_survey_scores_can_reach_the_top_everywhere(pack: Pack) -> None:
    for practice in pack.practices.values():
        for anchor in practice.anchors[2:]:
            text = re.sub(r"\bno (scores|surveys|ratings)\b", "", anchor.lower())
            assert not MEASURES & set(tokens(text)), (practice.code, anchor)


def test_time_windows_stand_in_the_rating_rules_and_in_no_anchor(pack: Pack) -> None:
    rules = " ".join(pack.rating_rules)
    assert "4 looks at the past year" in rules
    assert "5 at the past two" in rules
    for practice in pack.practices.values():
        for anchor in practice.anchors:
            assert not re.search(r"\bpast\b|\b\d+ (days|months)\b|\byears?\b", anchor.lower()), (practice.code, anchor)


def test_rating_rules_are_few_and_short(pack: Pack) -> None:
    assert sum(len(rule.split()) for rule in pack.rating_rules) <= 70


def test_levels_are_a_ladder_of_evidence(pack: Pack) -> None:
    assert [level.name for level in pack.levels] == ["Wished", "Started", "Set", "Used", "Proven"]


def test_sources_are_named_in_full(pack: Pack) -> None:
    assert [s.id for s in pack.sources if "?" in (s.author, s.title)] == []
