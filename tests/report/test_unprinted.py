"""What could not be printed is said, and what would help."""

from __future__ import annotations

import pytest

from cxaudit import assets
from cxaudit.report.pdf.text import CAP, Cleaner
from cxaudit.report.pdf.unprinted import warnings

HELLO = (
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u0e2a\u0e27\u0e31\u0e2a \u0939\u093f \u6f22\u5b57 \ud55c"
)


def _told(text: str) -> tuple[str, ...]:
    cleaner = Cleaner()
    cleaner.text(text)
    return warnings(cleaner)


def test_without_the_pack_each_script_is_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "script_fonts", lambda: None)
    told = _told(HELLO)
    assert [sentence.partition(" letters")[0] for sentence in told] == [
        "Arabic",
        "Chinese, Japanese or Korean",
        "Devanagari (Hindi)",
        "Hebrew",
        "Thai",
    ]
    assert all("cxaudit-scripts" in sentence for sentence in told)


def test_with_the_pack_there_is_nothing_to_say() -> None:
    assert _told(HELLO) == ()


def test_what_nothing_prints_is_told_by_number() -> None:
    (told,) = _told("\U0001f600 \u0b95")
    assert "2 characters" in told
    assert "U+0B95, U+1F600" in told


def test_cut_texts_are_told() -> None:
    assert _told("x" * (CAP + 1)) == ("Texts over 20200 characters were cut.",)


def test_nothing_to_say_of_plain_text() -> None:
    assert _told("Nordlys Energi A/S \u2192 \u2713") == ()
