"""What if in words: the answers to change, what would move, and what lifts a dimension."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import DONE, Given, action, flag, pack, practice, whole_bands
from support.readings import PAY, READINGS, five, level, read

from cxaudit.app.what_if import WhatIf, start
from cxaudit.domain.assessment import Answer
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.charts_change import change_chart, change_height
from cxaudit.presentation.lift import lifts_view
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.what_if import TrialRow, WhatIfView, banner, what_if_view


def begin(answers: dict[str, Given], asked: Pack | None = None) -> WhatIf:
    reading = read(answers, asked)
    return start(reading.pack, reading.assessment)


def shown(trial: WhatIf) -> WhatIfView:
    return what_if_view(trial)


def row(view: WhatIfView, code: str) -> TrialRow:
    return next(r for group in view.groups for r in group.rows if r.code == code)


def test_the_page_says_that_nothing_is_saved() -> None:
    title, words = banner()
    assert title == "Nothing here is saved"
    assert "forgotten" in words


def test_before_anything_is_tried_nothing_moves() -> None:
    view = shown(begin(level(2)))
    assert (view.title, view.tried) == ("What if an answer were different?", 0)
    assert not any(bar.moved for bar in view.bars)
    assert not any(figure.moved for figure in view.figures)
    assert all(change.was == "" for change in view.first)
    assert view.leaving == ()


def test_the_title_tells_what_the_whole_does() -> None:
    trial = begin(level(2))
    assert shown(trial.trying({"m.m1": 3})).title == "One change: overall 2.0 becomes 2.1"
    small = trial.trying({"m.m1": 3, "m.m2": 1})
    assert shown(small).title == "Two changes: overall stays at 2.0"
    assert shown(small).line == "Gap 2.00, attained 33 %"
    assert shown(trial.trying({"m.m1": 4})).line == "Gap 2.00 → 1.87, attained 33 % → 38 %"


def test_a_row_tells_what_is_on_file_and_what_is_tried() -> None:
    answers = level(3, M1="dk", M2=1, M3=5, S1=[1, 2, 4])
    answers.pop("J1")
    trial = begin(answers, five(may_not_apply=True, flags=()))
    view = shown(trial)
    assert row(view, "M1").spoken == "Practice M1 (M1): on file don't know"
    assert (row(view, "M1").recorded, row(view, "M1").can_lower, row(view, "M1").can_raise) == ("dk", False, True)
    assert (row(view, "M2").can_lower, row(view, "M3").can_raise) == (False, False)
    assert row(view, "J1").spoken.endswith("on file no answer")
    assert row(view, "S1").recorded == 2
    tried = row(shown(trial.trying({"m.m1": 1})), "M1")
    assert tried.spoken == "Practice M1 (M1): on file don't know, tried level 1"
    assert (tried.tried, tried.level, tried.can_lower) == (True, 1, True)


def test_what_does_not_apply_cannot_be_changed() -> None:
    aside = Answer(not_applicable="we have none")
    found = row(shown(begin(level(3, M1=aside), five(may_not_apply=True, flags=()))), "M1")
    assert (found.recorded, found.can_lower, found.can_raise) == ("na", False, False)
    assert found.spoken.endswith("does not apply")


def test_a_level_without_evidence_is_claimed() -> None:
    reading = read(level(3), evidence="")
    trial = start(reading.pack, reading.assessment).trying({"m.m1": 4})
    assert row(shown(trial), "M1").claimed


def test_the_numbers_stand_before_and_after() -> None:
    trial = begin(level(2)).trying({f"{d}.{d}{k}": 3 for d in "mshe" for k in (1, 2, 3)})
    view = shown(trial)
    assert {f.label: f.text for f in view.figures} == {
        "Overall index": "2.0 → 2.8",
        "Overall level": "2 2 → 3 3",
        "Whole gap": "2.00 → 1.20",
        "Attained of the targets": "33 % → 60 %",
    }
    bar = next(b for b in view.bars if b.dimension == "m")
    assert (bar.figure, bar.level) == ("2.0 → 3.0", "level 2 → 3")
    assert bar.spoken == "Mission from 2.0 to 3.0, level 2 → 3"
    still = next(b for b in view.bars if b.dimension == "j")
    assert still.spoken == "Journey use stays at 2.0, level 2"


def test_without_a_level_it_says_so() -> None:
    view = shown(begin(level("dk", M1=2)).trying({"m.m2": 3}))
    assert next(f.text for f in view.figures if f.label == "Overall level") == "none yet"
    assert view.title == "One change: no overall index yet"
    assert next(b for b in view.bars if b.dimension == "m").figure == "– → 2.5"  # noqa: RUF001


def test_flags_go_come_and_stay() -> None:
    asked = five((PAY, flag("slogan", 2, {"m.m1": 1}), flag("wall-art", 2, {"j.j1": 2})))
    trial = begin(level(3, H3=1, J1=1), asked).trying({"h.h3": 2, "m.m1": 1})
    assert [f.text for f in shown(trial).flags] == ["Goes: front-line-pay", "Comes: slogan", "Stays: wall-art"]
    assert [f.way for f in shown(trial).flags] == ["goes", "comes", "stays"]


def test_a_flag_behind_a_stricter_one_was_there_before() -> None:
    asked = five((PAY, flag("coaxed", 3, {"h.h3": 2})))
    trial = begin(level(3, H3=1), asked)
    assert [f.text for f in shown(trial).flags] == ["Stays: front-line-pay"]
    assert [f.text for f in shown(trial.trying({"h.h3": 2})).flags] == ["Goes: front-line-pay", "Stays: coaxed"]
    assert [f.text for f in shown(trial.trying({"h.h3": 3})).flags] == ["Goes: front-line-pay"]


def test_the_first_actions_come_move_and_leave() -> None:
    trial = begin(level(4, M1=1, M2=2, M3=3), five(flags=()))
    before = shown(trial)
    assert [(c.rank, c.title) for c in before.first] == [(1, "do-m1"), (2, "do-m2"), (3, "do-m3")]
    view = shown(trial.trying({"m.m1": 4, "s.s1": 1}))
    assert [(c.title, c.was) for c in view.first] == [("do-s1", "new"), ("do-m2", ""), ("do-m3", "")]
    assert view.leaving == ("Do-m1 (no longer needed)",)
    moved = shown(trial.trying({"m.m1": 3}))
    assert [(c.title, c.was) for c in moved.first] == [("do-m2", "was 2"), ("do-m1", "was 1"), ("do-m3", "")]


def test_an_action_that_falls_behind_is_named_with_its_place() -> None:
    answers = level(4, M1=1, M2=1, M3=1, S1=1, S2=2)
    view = shown(begin(answers, five(flags=())).trying({"s.s3": 1}))
    assert view.leaving == ("Do-s2 (now 6)",)
    assert view.first[-1].was == "new"


def test_a_plan_without_actions_says_so() -> None:
    trial = begin(level(4, M1=3), five(flags=()))
    assert shown(trial).no_actions == ""
    assert shown(trial.trying({"m.m1": 4})).no_actions == "No action would be open."


def test_the_chart_has_two_bars_a_dimension_and_says_them() -> None:
    bars = shown(begin(level(2)).trying({"m.m1": 5})).bars
    drawing = change_chart(bars, 480)
    assert drawing.height == change_height(bars)
    assert "Mission from 2.0 to 3.0" in drawing.description


@given(READINGS, st.integers(1, 5))
def test_any_trial_is_worded(reading: Reading, tried: int) -> None:
    trial = start(reading.pack, reading.assessment)
    view = shown(trial.trying(dict.fromkeys(trial.before.scorecard.practices, tried)))
    drawing = change_chart(view.bars, 480)
    texts = [view.title, view.line, drawing.description, *view.leaving, *(f.text for f in view.figures)]
    texts += [r.spoken for group in view.groups for r in group.rows]
    assert not any("{" in text or "None" in text for text in texts)
    assert bool(view.first) != bool(view.no_actions)


# ---------------------------------------------------------------- what lifts a dimension
def with_actions() -> Pack:
    """Two steps for Priorities (S3) and one action for each of the others."""
    others = [a for a in whole_bands(five().practices.values()) if a.practice != "s.s3"]
    own = [action("agree-few", "s.s3", 1, 3, "S"), action("drop-rest", "s.s3", 3, 5, "M")]
    return five((), (*own, *others))


def test_the_smallest_lift_in_words() -> None:
    view = lifts_view(read(level(3, S1=2, S2=3, S3=2), with_actions()), "s")
    assert view.question == "What lifts Strategy from level 2 to 3?"
    assert (view.none, view.more) == ("", "")
    (found,) = view.lifts
    assert found.sentence == "Raise Priorities from 2 to 3: about 1 effort point (S 1, M 3, L 8)."
    assert found.actions_line == "The action: agree-few."
    assert found.levels == (("s.s3", 3),)


def test_several_of_the_same_effort_are_shown_and_counted() -> None:
    view = lifts_view(read(level(3, M1=2, M2=2, M3=3), with_actions()), "m")
    assert len(view.lifts) == 2
    assert view.more == "Each of them is enough, and none takes less effort."
    wide = lifts_view(read(level(2, M1=1, M2=1, M3=1), with_actions()), "m")
    assert len(wide.lifts) == 3


@pytest.mark.parametrize(
    ("low", "more"),
    [
        (4, "Each of them is enough. Three more take the same effort."),
        (3, "Each of them is enough, and none takes less effort."),
    ],
)
def test_more_than_a_few_are_counted(low: int, more: str) -> None:
    practices = [practice(f"m.m{k}", f"M{k}") for k in range(6)]
    asked = pack(practices)
    answers: dict[str, Given] = {f"M{k}": 2 if k < low else 3 for k in range(6)}
    view = lifts_view(read(answers, asked), "m")
    assert (len(view.lifts), view.more) == (3, more)


def test_one_more_is_told_in_the_singular() -> None:
    practices = [practice(f"m.m{k}", f"M{k}") for k in range(7)]
    answers: dict[str, Given] = {f"M{k}": 2 if k < 4 else 3 for k in range(7)}
    view = lifts_view(read(answers, pack(practices)), "m")
    assert view.more == "Each of them is enough. One more takes the same effort."


def test_where_all_is_done_no_action_is_named() -> None:
    (found, *_rest) = lifts_view(
        read(level(3, S3=2, S1=2, S2=3), with_actions(), actions={"agree-few": DONE}), "s"
    ).lifts
    assert found.sentence == "Raise Priorities from 2 to 3: every action for it is ticked done."
    assert found.actions_line == "No open action belongs to it."


def test_where_there_is_none_it_says_why() -> None:
    assert lifts_view(read(level(5)), "m").none == "Mission is at level 5, the highest."
    few = lifts_view(read(level(3, M1="dk", M2="dk")), "m")
    assert few.none == "Mission has too few answers for a level. Answer what is open first."
    assert few.question == "What lifts Mission one level?"
    aside = Answer(not_applicable="none here")
    gone = lifts_view(read(level(3, M1=aside, M2=aside, M3=aside), five((), may_not_apply=True)), "m")
    assert gone.none == "Mission does not apply here."


@given(READINGS)
def test_trying_a_lift_lifts_the_dimension(reading: Reading) -> None:
    for dimension, score in reading.card.dimensions.items():
        view = lifts_view(reading, dimension)
        assert bool(view.lifts) != bool(view.none)
        for found in view.lifts:
            trial = start(reading.pack, reading.assessment).trying(dict(found.levels))
            level_then = trial.after.scorecard.dimensions[dimension].level
            assert level_then is not None
            assert level_then > (score.level or 0)
            assert "{" not in found.sentence + found.actions_line + view.more
