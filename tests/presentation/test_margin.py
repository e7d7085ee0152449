"""Could this change be chance: the answer in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.app.margin_entry import CONFIDENCES, MarginForm, TypedSurvey
from cxaudit.domain.margins import Confidence
from cxaudit.presentation.margin import confidence_note, field_label, margin_view, survey_label
from cxaudit.presentation.words import MINUS

NPS = TypedSurvey("48", "17", "412", "2,900")


def share(top: str, cases: str, asked: str = "") -> TypedSurvey:
    return TypedSurvey(top, "", cases, asked)


def test_a_figure_has_its_margin_its_range_and_its_silence() -> None:
    view = margin_view(MarginForm("net", NPS))
    assert view.headline == "31, plus or minus 7 (95 % confidence): between 24 and 38."
    assert view.notes == ("Asked 2,900, answered 412: 14 % answered; nothing is known of the other 86 %.",)
    assert (view.verdict, view.change, view.change_notes, view.waiting, view.problems) == ("", "", (), "", ())
    assert "Rocks (2016)" in view.sources
    assert view.lines == (view.headline, *view.notes, view.sources)


def test_a_share_is_told_in_per_cent_and_points() -> None:
    view = margin_view(MarginForm("share", share("62", "412"), confidence=99))
    assert view.headline == "62 %, plus or minus 6 points (99 % confidence): between 56 % and 68 %."
    assert view.notes == ("How many were asked is not told, so nobody sees how many stayed silent.",)
    assert "Agresti and Coull (1998)" in view.sources


def test_a_small_move_is_noise() -> None:
    view = margin_view(MarginForm("net", NPS, TypedSurvey("45", "18", "400")))
    assert view.verdict == "chance"
    assert view.change == "From 27 to 31. The rise of 4 is smaller than chance alone would explain: noise."
    assert view.change_notes == (
        f"The true change lies between {MINUS}6 and +14 (95 % confidence).",
        "That does not prove that nothing changed: more answers would show smaller changes.",
    )


def test_a_large_move_is_more_than_chance_and_no_cause_is_told() -> None:
    view = margin_view(MarginForm("share", share("58", "400"), share("70", "400")))
    assert view.verdict == "more"
    assert view.change == "From 70 % to 58 %. The fall of 12 points is more than chance alone would explain."
    assert view.change_notes[1] == "What caused it, the figures do not say."


def test_no_move_is_no_change() -> None:
    view = margin_view(MarginForm("net", NPS, NPS))
    assert (view.verdict, view.change) == ("chance", "From 31 to 31. The figure did not change.")


def test_a_range_that_is_uneven_around_the_figure_is_explained() -> None:
    lean = "The range reaches further towards the middle of the scale, the more so the fewer answered."
    assert lean in margin_view(MarginForm("share", share("95", "20"))).notes
    assert lean in margin_view(MarginForm("net", TypedSurvey("2", "95", "30"))).notes
    assert lean not in margin_view(MarginForm("share", share("50", "20"))).notes


@pytest.mark.parametrize(
    ("cases", "asked", "words"),
    [
        ("412", "412", "Asked 412, answered 412: everybody answered."),
        ("3", "100000", "Asked 100,000, answered 3: less than 1 % answered; nothing is known of the others."),
        ("999", "1000", "Asked 1,000, answered 999: more than 99 % answered; nothing is known of the others."),
    ],
)
def test_nearly_everybody_and_nearly_nobody_are_told_apart(cases: str, asked: str, words: str) -> None:
    assert words in margin_view(MarginForm("share", share("50", cases, asked))).notes


def test_small_margins_are_told_with_a_decimal() -> None:
    view = margin_view(MarginForm("share", share("62", "40000"), share("61.96", "40000")))
    assert view.headline == "62.0 %, plus or minus 0.5 points (95 % confidence): between 61.5 % and 62.5 %."
    assert "The rise of less than 0.1 points is smaller" in view.change
    assert "plus or minus less than 0.1 points" in margin_view(MarginForm("share", share("50", "100000000"))).headline


def test_what_is_still_needed_is_said() -> None:
    assert margin_view(MarginForm()).waiting == "Still needed: the share counted and how many answered."
    net = margin_view(MarginForm("net", TypedSurvey(cases="4")))
    assert net.waiting == "Still needed: the top share and the bottom share."
    earlier = margin_view(MarginForm("share", share("5", "40"), share("", "40")))
    assert earlier.headline
    assert earlier.waiting == "Still needed of the earlier time: the share counted."


def test_mistakes_are_told_beside_their_fields() -> None:
    view = margin_view(MarginForm("share", share("101", "412"), share("5", "40")))
    assert view.headline == ""
    assert view.waiting == "Mend what is marked, and the answer stands here."
    assert dict(view.problems) == {("now", "top"): "It is above 100. Write a share in per cent, from 0 to 100."}
    both = margin_view(MarginForm("share", share("101", ""), share("", "40")))
    assert both.waiting == "Still needed: how many answered."


def test_a_mistake_of_the_earlier_time_leaves_the_figure_its_margin() -> None:
    view = margin_view(MarginForm("share", share("50", "412"), share("x", "40")))
    assert view.headline
    assert (view.change, view.waiting) == ("", "")
    assert [place for place, _text in view.problems] == [("earlier", "top")]


def test_every_field_has_its_label() -> None:
    assert field_label("share", "top") != field_label("net", "top")
    assert len({field_label("net", f) for f in ("top", "bottom", "cases", "asked")}) == 4
    assert survey_label("now") != survey_label("earlier")
    assert confidence_note(90).startswith("90 of 100")


@given(
    st.integers(0, 100),
    st.integers(0, 100),
    st.integers(1, 10_000_000),
    st.integers(1, 10_000_000),
    st.sampled_from(CONFIDENCES),
)
def test_the_verdict_never_claims_both(top: int, was: int, cases: int, earlier: int, confidence: Confidence) -> None:
    form = MarginForm("share", share(str(top), str(cases)), share(str(was), str(earlier)), confidence)
    view = margin_view(form)
    assert view.verdict in {"chance", "more"}
    assert ("noise" in view.change or "did not change" in view.change) == (view.verdict == "chance")
    assert all("-" not in line for line in view.lines)


def test_what_is_wrong_this_time_comes_before_what_the_earlier_time_needs() -> None:
    view = margin_view(MarginForm("share", share("101", "412"), share("5", "")))
    assert view.waiting == "Mend what is marked, and the answer stands here."
