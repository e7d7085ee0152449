"""The quick look at a text passes over nothing that the full one would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.storage.pack_rules import plain
from cxaudit.storage.pack_rules.reading import reading_grade, syllables

PIECES = ["<", "a", "B", "&", "amp", ";", "[", "](", ":", "/", "\\", "~", ".", "..", "$", "{", "%", "#", "WWW", "www.",
          "file:", "C", " ", "  ", "\t", "\n", "\u00a0", "\u00ad", "\u200b", "\u1680", "\u202e", "\u2028", "\ue000",
          "\U000e0041", "é", "日", "\u2019"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=12))
def test_the_quick_look_misses_nothing(text: str) -> None:
    suspect = plain.EXPRESSION, plain.FILE_PATH, plain.LINK, plain.MARKUP, plain.CONTROL
    found = any(pattern.search(text) for pattern in suspect) or text != text.strip() or "  " in text
    assert bool(list(plain.not_plain(text))) == found


@pytest.mark.parametrize(
    "text",
    [
        "It fell from 5 % to 3 %: that is 40 % less.",
        "Either/or, and 24/7, at about 9:30.",
        "Costs < 5 & > 3; R&D too.",
        "«Zuerst der Kunde» \u2013 wörtlich, 日本語",
        "A sum (say $50) and three remedies [agreed].",
        "J. Retailing 84(3), doi 10.1016/j.jretai.2008.06.001",
        "Name the data: who, what, when.",
    ],
)
def test_plain_words_are_plain(text: str) -> None:
    assert list(plain.not_plain(text)) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("customers", 3), ("fixed", 1), ("started", 2), ("teams'", 1), ("changed", 1), ("agreed", 2), ("table", 2),
     ("causes", 2), ("notes", 1), ("journey", 2), ("front-line", 2), ("CX", 2), ("90", 2), ("it's", 1), ("", 1),
     ("staff.", 1), ("studied", 2), ("people", 2)],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_harder_texts_have_higher_grades() -> None:
    easy, hard = "The cat sat on the mat.", "Institutional responsibilities necessitate multidimensional communication."
    assert reading_grade([easy]) < 2
    assert reading_grade([hard]) > 15
    assert reading_grade([]) == 0
    assert reading_grade([easy, easy]) == reading_grade([f"{easy} {easy}"]) == reading_grade([easy])
