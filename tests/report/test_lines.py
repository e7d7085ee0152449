"""Breaking text into lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxaudit.report.pdf.fonts import BOLD, text_width
from cxaudit.report.pdf.lines import Run, balanced_width, break_lines
from cxaudit.report.pdf.styles import BODY, H1

words = st.lists(st.text("abcdefghijkl\u00e5\u00e9-", min_size=1, max_size=30), min_size=1, max_size=40)
widths = st.floats(30, 400)


def _texts(text: str, width: float) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in break_lines([Run(text)], BODY, width)]


@given(words, widths)
def test_no_line_is_too_wide_and_nothing_is_lost(parts: list[str], width: float) -> None:
    lines = _texts(" ".join(parts), width)
    assert all(text_width(line, BODY.face, BODY.size) <= width + 0.1 for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(parts)


@given(words)
def test_words_stay_whole_where_they_fit(parts: list[str]) -> None:
    assert " ".join(_texts(" ".join(parts), 400)).split() == parts


def test_newlines_break_and_empty_lines_stay() -> None:
    assert _texts("one\n\ntwo", 400) == ["one", "", "two"]


def test_no_text_is_one_empty_line() -> None:
    assert _texts("", 400) == [""]


def test_runs_keep_their_look_across_lines() -> None:
    runs = [Run("plain "), Run("bold and long enough to break", BOLD), Run(", plain")]
    lines = break_lines(runs, BODY, 90)
    faces = {run.text.strip(): run.face for line in lines for run in line.runs}
    assert faces["plain"] is None
    assert all(face == BOLD for text, face in faces.items() if "bold" in text or "break" in text)


def test_page_number_stays_with_its_words() -> None:
    lines = break_lines([Run("w" * 9 + " "), Run("see p. ", page_of="x")], BODY, 80)
    assert [line.runs[0].page_of for line in lines] == [None, "x"]


def test_space_after_a_page_number_does_not_repeat_it() -> None:
    (line,) = break_lines([Run("see p. "), Run("", page_of="x"), Run(" now")], BODY, 400)
    assert [run.page_of for run in line.runs] == [None, "x", None, None]


@given(words, st.floats(120, 400))
def test_balancing_adds_no_line(parts: list[str], width: float) -> None:
    runs = [Run(" ".join(parts))]
    narrow = balanced_width(runs, H1, width)
    assert narrow <= width
    assert len(break_lines(runs, H1, narrow)) == len(break_lines(runs, H1, width))


def test_balanced_title_leaves_no_word_alone() -> None:
    runs = [Run("Four of thirteen practices are at target now")]
    width = 470.0
    last = break_lines(runs, H1, balanced_width(runs, H1, width))[-1]
    assert last.width > width / 3
