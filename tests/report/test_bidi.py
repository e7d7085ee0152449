"""The order of what is written from right to left, beside a library that keeps Unicode's algorithm."""

from __future__ import annotations

import unicodedata

import pytest
from bidi import get_display
from bidi.mirror import MIRRORED as EVERY_MIRRORED
from hypothesis import example, given
from hypothesis import strategies as st

from cxaudit.report.pdf.bidi import MIRRORED, last_letter, levels, mirrored, right_to_left, visual
from cxaudit.report.pdf.faces import FACES, own_font

ALEF, BET, SHIN, LAM = "\u0627", "\u05d1", "\u05e9", "\u0644"
DIGIT = "\u0663"
HE = "\u05e9\u05dc\u05d5\u05dd"
AR = "\u0634\u0631\u0643\u0629"
plain = st.text("ab12 ,.:%-()[]" + ALEF + BET + SHIN + LAM + DIGIT, max_size=24)


def _drawn(text: str, *, rtl: bool) -> str:
    """The characters from left to right, not mirrored."""
    return "".join(text[at] for at in visual(levels(text, rtl=rtl)))


@given(plain)
@example(f"{BET}(a{BET})")
@example(f"{BET} a (b) 1")
@example(f"{ALEF} 12.5% ({ALEF})")
@example(f"a [{BET}] (1")
def test_right_to_left_is_ordered_as_unicode_says(text: str) -> None:
    assert _drawn(text, rtl=True) == get_display(text, base_dir="R")


@given(plain)
def test_left_to_right_keeps_what_is_not_between_letters_of_the_other_kind(text: str) -> None:
    found = levels(text, rtl=False)
    for at, level in enumerate(found):
        if level:
            before, after = text[: at + 1], text[at:]
            assert any(unicodedata.bidirectional(c) in {"R", "AL"} for c in before)
            assert any(unicodedata.bidirectional(c) in {"R", "AL"} for c in after)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        (f"Acme {HE}: 3 of 13", f"Acme {HE[::-1]}: 3 of 13"),
        (f"({HE}) 2024", f"({HE[::-1]}) 2024"),
        (f"{HE} (a) {HE}", f"{HE[::-1]} (a) {HE[::-1]}"),
        (f"{HE} 12 {HE}.", f"{HE[::-1]} 12 {HE[::-1]}."),
    ],
)
def test_number_behind_a_name_stays_behind_it(text: str, drawn: str) -> None:
    assert _drawn(text, rtl=False) == drawn


def test_letters_above_decide_on_a_line_that_starts_with_a_number() -> None:
    assert levels("12.5%", rtl=True, before=ALEF) == [2, 2, 2, 2, 1]
    assert levels("12.5%", rtl=True, before=BET) == [2, 2, 2, 2, 2]
    assert last_letter(f"a {ALEF}. 5") == ALEF
    assert last_letter("12.5") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("12 %", False),
        ("Acme", False),
        (HE, True),
        (f"{HE} 2024!", True),
        (f"Note: {AR} {AR} {AR}", True),
        (f"{HE} {HE} {HE} \u5ba2\u6237\u4f53\u9a8c", False),
        (f"{AR} {AR} is at level 2", False),
        (f"{AR} \u00b7 Five-minute audit", False),
    ],
)
def test_direction_is_that_of_three_quarters_of_the_words(text: str, expected: bool) -> None:  # noqa: FBT001
    assert right_to_left(text) is expected


def test_every_sign_of_the_typeface_that_has_a_mirror_image_in_it_is_mirrored() -> None:
    own = {chr(point) for face in FACES for point in own_font(face).widths}
    assert {one: other for one, other in EVERY_MIRRORED.items() if one in own and other in own} == MIRRORED


def test_the_typeface_has_nothing_that_runs_from_right_to_left() -> None:
    assert not {unicodedata.bidirectional(chr(p)) for f in FACES for p in own_font(f).widths} & {"R", "AL", "AN"}


def test_signs_look_the_other_way() -> None:
    assert mirrored("(a] <1") == "1> [a)"


def test_brackets_are_matched_to_a_depth() -> None:
    text = f"{BET}{'(' * 70}a{')' * 70}"
    assert len(levels(text, rtl=True)) == len(text)
