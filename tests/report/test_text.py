"""The border where outside text becomes drawable."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from cxaudit.report.pdf.fonts import covered
from cxaudit.report.pdf.text import CAP, UNKNOWN, Cleaner

anything = st.text(st.characters(codec=None, exclude_categories=()))


@given(anything)
def test_every_character_can_be_drawn(text: str) -> None:
    cleaned = Cleaner().text(text)
    assert all(character == "\n" or ord(character) in covered() for character in cleaned)


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


def test_unknown_ones_are_counted() -> None:
    cleaner = Cleaner()
    assert cleaner.text("\ud800 \u6f22") == f"{UNKNOWN} {UNKNOWN}"
    assert cleaner.unknown == {"\ud800", "\u6f22"}


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
