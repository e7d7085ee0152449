"""Where a line may end without a space."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.writing import CHINESE, DEVANAGARI, JAPANESE, KOREAN, SCRIPTS, THAI

from cxaudit.report.pdf.breaks import clusters, may_break, pieces
from cxaudit.report.pdf.fonts import BOLD, text_width
from cxaudit.report.pdf.lines import Run, break_lines
from cxaudit.report.pdf.styles import BODY

anything = st.text("".join(SCRIPTS.values()) + "ab-\u0301\u200d", max_size=60)


def _lines(text: str, width: float) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in break_lines([Run(text)], BODY, width)]


@given(anything)
def test_pieces_and_clusters_lose_nothing(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert "".join(clusters(text)) == text


@given(anything.filter(bool))
def test_no_cluster_starts_with_a_mark_but_the_first(text: str) -> None:
    assert not any(unicodedata.category(cluster[0])[0] == "M" for cluster in list(clusters(text))[1:])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", ["plain"]),
        ("客户说、好。", ["客", "户", "说、", "好。"]),
        ("「我们」说", ["「我", "们」", "说"]),
        ("由Nordlys完成", ["由", "Nordlys", "完", "成"]),
        ("ちょっと", ["ちょっ", "と"]),
        ("カード", ["カー", "ド"]),
        ("고객", ["고객"]),
        ("ภาษาไทยและปี2026", ["ภาษา", "ไทย", "และ", "ปี", "2026"]),
        ("กกเเก", ["กก", "เเก"]),
    ],
)
def test_lines_may_end_where_readers_expect_it(text: str, expected: list[str]) -> None:
    assert list(pieces(text)) == expected


def test_a_space_between_plain_words_is_needed() -> None:
    assert not may_break("a", "b")
    assert not may_break("é", "b")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("क्षत्रिय", ["क्ष", "त्रि", "य"]), ("เก้าน้ำ", ["เก้", "า", "น้ำ"]), ("ab", ["a", "b"]), ("", [])],
)
def test_what_is_read_as_one_letter_stays_together(text: str, expected: list[str]) -> None:
    assert [cluster for cluster in clusters(text) if cluster] == expected


@pytest.mark.parametrize("text", [CHINESE * 3, JAPANESE * 3, THAI * 3])
def test_lines_without_spaces_are_full_and_fit(text: str) -> None:
    lines = _lines(text, 200)
    assert all(text_width(line, BODY.face, BODY.size) <= 200.1 for line in lines)
    assert all(text_width(line, BODY.face, BODY.size) > 130 for line in lines[:-1])
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_lines_may_end_between_looks() -> None:
    lines = break_lines([Run("客户体验", BOLD), Run("战略与目标")], BODY, 45)
    assert [[run.text for run in line.runs] for line in lines] == [["客户体验"], ["战略与目"], ["标"]]


def test_only_a_space_that_was_there_is_told_at_the_end_of_a_line() -> None:
    assert {line.tail for line in break_lines([Run(CHINESE)], BODY, 100)[:-1]} == {""}
    assert {line.tail for line in break_lines([Run("x" * 200)], BODY, 100)[:-1]} == {""}
    assert {line.tail for line in break_lines([Run(KOREAN)], BODY, 60)[:-1]} == {" "}
    assert {line.tail for line in break_lines([Run(DEVANAGARI)], BODY, 100)[:-1]} == {" "}
    assert [line.tail for line in break_lines([Run("a\nb")], BODY, 100)] == [" ", " "]


def test_a_line_knows_the_last_letter_above_in_its_paragraph() -> None:
    text = "שלום שלום\n12 Nordlys 13 14 15 16 שלום"
    lines = break_lines([Run(text)], BODY, 60)
    found = {line.before for line in lines}
    assert lines[0].before == ""
    assert {"s", "ם"} & found
    assert next(line.before for line in lines if line.runs[0].text.startswith("12")) == ""
    assert {line.before for line in break_lines([Run("plain text only")], BODY, 30)} == {""}
