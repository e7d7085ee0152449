"""The border where outside text becomes drawable."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit import assets
from cxaudit.report.pdf.faces import drawable
from cxaudit.report.pdf.text import CAP, UNKNOWN, Cleaner

anything = st.text(st.characters(codec=None, exclude_categories=()))


@given(anything)
def test_every_character_can_be_drawn(text: str) -> None:
    cleaned = Cleaner().text(text)
    assert all(character in "\n\u200c\u200d" or drawable(character) for character in cleaned)


@given(anything)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = Cleaner().text(text)
    assert Cleaner().text(once) == once


@given(anything)
def test_cleaned_text_can_be_written(text: str) -> None:
    Cleaner().text(text).encode("utf-8")


def test_composed_form() -> None:
    assert Cleaner().text("A\u030a") == "\u00c5"


def test_breaks_become_newlines() -> None:
    assert Cleaner().text("a\r\nb\rc\u2028d\u2029e\x0bf") == "a\nb\nc\nd\ne\nf"


def test_controls_and_overrides_go() -> None:
    assert Cleaner().text("a\x00\x1b\x7f\u202e\u2066\ufeff\u200db") == "ab"


def test_tab_is_a_space() -> None:
    assert Cleaner().text("a\tb") == "a b"


def test_unknown_ones_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "script_fonts", lambda: None)
    cleaner = Cleaner()
    assert cleaner.text("\ud800 \u6f22") == f"{UNKNOWN} {UNKNOWN}"
    assert cleaner.unknown == {"\ud800", "\u6f22"}


def test_script_pack_draws_more() -> None:
    cleaner = Cleaner()
    text = "\u6f22\u5b57 \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u0e2a\u0e27\u0e31\u0e2a \u0939\u093f"
    assert cleaner.text(text) == text
    assert cleaner.unknown == set()


def test_joiners_stay_where_letters_join() -> None:
    word = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert Cleaner().text(word) == word
    assert Cleaner().text("a\u200cb \u200c\u0645\u200c\u200c") == "ab \u0645\u200c"


def test_selectors_of_looks_go() -> None:
    assert Cleaner().text("\u845b\U000e0100 \u2194\ufe0f") == "\u845b \u2194"


def test_very_long_text_is_cut() -> None:
    cleaner = Cleaner()
    assert len(cleaner.text("x" * (CAP + 1))) == CAP
    assert cleaner.cut == 1


@dataclass(frozen=True, slots=True)
class _Inner:
    text: str


@dataclass(frozen=True, slots=True)
class _Outer:
    text: str
    inner: _Inner
    many: tuple[_Inner | str | int, ...]
    none: None = None


def test_a_view_is_cleaned_all_through() -> None:
    dirty = _Outer("a\x00", _Inner("b\x00"), (_Inner("c\x00"), "d\x00", 5))
    assert Cleaner().view(dirty) == _Outer("a", _Inner("b"), (_Inner("c"), "d", 5))
