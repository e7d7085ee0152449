"""The check of the back row: the formula, exactly, and what would help."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.presentation.back_row import FIELDS, BackRowForm, TextSizes, back_row_view, field_label


@pytest.mark.parametrize(("metres", "needed"), [("6", 48), ("8", 64)])
def test_the_figures_of_the_source_come_out(metres: str, needed: int) -> None:
    shown = back_row_view(BackRowForm(metres, "1.35", "1080"))
    assert shown.lines[0] == f"Letters must be {needed} px high there; the smallest on the wall are 48 px."
    assert shown.legible is (needed == 48)


def test_what_would_help_is_told_where_it_is_too_small() -> None:
    shown = back_row_view(BackRowForm("8", "1,35 m", "1920 x 1080"))
    assert shown.headline == "Too small for the back row."
    assert shown.helps[0] == "Seat nobody farther away than 6.0 m."
    assert "1.78 m high" in shown.helps[1]
    assert shown.lines[1].startswith("The answers can be read up to 6.0 m away, the question up to 8.1 m")
    assert back_row_view(BackRowForm("8", "1.78", "1080")).legible is True
    assert back_row_view(BackRowForm("8", "1.77", "1080")).legible is False


def test_smaller_texts_are_read_less_far() -> None:
    form = BackRowForm("6", "1.35", "1080")
    assert back_row_view(form, TextSizes(smallest=Fraction(4, 100))).legible is False


def test_nothing_is_said_before_all_is_there() -> None:
    shown = back_row_view(BackRowForm("8"))
    assert (shown.legible, shown.headline) == (None, "Still needed: the height of the image and the resolution.")
    assert shown.problems == ()
    nothing = back_row_view(BackRowForm(rows="1080"))
    assert nothing.headline == "Still needed: the distance and the height of the image."


def test_what_is_wrong_is_told_beside_each_field() -> None:
    shown = back_row_view(BackRowForm("far", "0.1", "4K"))
    assert [field for field, _words in shown.problems] == list(FIELDS)
    assert (shown.legible, shown.headline) == (None, "Mend what is marked, and the answer stands here.")
    assert len({field_label(field) for field in FIELDS}) == 3


@given(st.integers(5, 1000), st.integers(2, 200), st.integers(200, 10_000))
def test_the_answer_is_the_formula(tenths: int, height: int, rows: int) -> None:
    form = BackRowForm(f"{tenths / 10:.1f}", f"{height / 10:.1f}", str(rows))
    legible = Fraction(45, 1000) * rows >= Fraction(tenths, height) / 100 * rows
    assert back_row_view(form).legible is legible
