"""`cxaudit handout`: what it writes, and what it says of bad input."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from support.command_line import CommandLine

from cxaudit.cli.verb import NOT_WRITTEN, OK, WRONG_INPUT


def _text(path: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)


def test_a_mode_is_enough(cxaudit: CommandLine, tmp_path: Path) -> None:
    done = cxaudit("handout", "--mode", "quick", "-o", tmp_path / "pack.pdf")
    assert (done.code, done.err) == (OK, "")
    assert done.out.strip() == str(tmp_path / "pack.pdf")
    assert "For 14 people and 15 questions" in _text(tmp_path / "pack.pdf")


def test_a_file_says_which_questions(cxaudit: CommandLine, answers: Path) -> None:
    done = cxaudit("handout", answers, "--groups", "Leaders:5, Front line:9", "--minutes", "90", "--paper", "Letter")
    assert done.code == OK
    path = answers.with_name("Nordlys Energi CX workshop.pdf")
    text = _text(path)
    assert "Groups: Leaders (5) and Front line (9)" in text
    assert "Agenda for 90 minutes" in text
    assert "Agenda for 60 minutes" not in text
    assert pypdf.PdfReader(path).pages[0].mediabox.width == 612


def test_a_folder_gets_the_name_and_an_old_pack_is_replaced(cxaudit: CommandLine, tmp_path: Path) -> None:
    for _time in range(2):
        assert cxaudit("handout", "--mode", "full", "-o", tmp_path, "--people", "7").code == OK
    assert "For 7 people" in _text(tmp_path / "CX workshop.pdf")


def test_a_document_works_too(cxaudit: CommandLine, tmp_path: Path) -> None:
    document = tmp_path / "client.cxaudit"
    assert cxaudit("new", document).code == OK
    assert cxaudit("handout", document).code == OK
    assert (tmp_path / "CX workshop.pdf").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--people", "0"), "0 is not a number of people from 1 to 200"),
        (("--people", "201"), "201 is not a number of people"),
        (("--people", "many"), "many is not a number of people"),
        (("--groups", "Leaders"), "Leaders is not a group"),
        (("--groups", ""), "is not a group"),
        (("--groups", "Leaders:5"), "two to four groups"),
        (("--groups", "a:1,b:1,c:1,d:1,e:1"), "two to four groups"),
        (("--groups", "Leaders:5,leaders:9"), "the same label"),
        (("--groups", "Leaders:0,Others:9"), "0 is not a number of people"),
        (("--groups", f"{'x' * 61}:5,Others:9"), "longer than 60 characters"),
        (("--groups", "A:5,B:9", "--people", "15"), "add up to 14, not to 15"),
        (("--groups", "A:150,B:90"), "add up to 240; 200 are possible"),
        (("--minutes", "45"), "invalid choice"),
        (("--paper", "A3"), "invalid choice"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(
    cxaudit: CommandLine, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    done = cxaudit("handout", "--mode", "quick", "-o", tmp_path / "pack.pdf", *words)
    assert done.code == WRONG_INPUT
    assert told in done.err
    assert not (tmp_path / "pack.pdf").exists()


def test_neither_file_nor_mode_and_both_are_told(cxaudit: CommandLine, answers: Path) -> None:
    neither, both = cxaudit("handout"), cxaudit("handout", answers, "--mode", "quick")
    assert (neither.code, both.code) == (WRONG_INPUT, WRONG_INPUT)
    assert "Name an audit" in neither.err
    assert "Leave out one of the two" in both.err


def test_a_file_that_is_no_pack_is_never_overwritten(cxaudit: CommandLine, answers: Path) -> None:
    before = answers.read_bytes()
    done = cxaudit("handout", answers, "-o", answers)
    assert done.code == WRONG_INPUT
    assert "is no PDF" in done.err
    assert answers.read_bytes() == before


def test_a_target_that_cannot_be_written_is_told(cxaudit: CommandLine, tmp_path: Path) -> None:
    done = cxaudit("handout", "--mode", "quick", "-o", tmp_path / "nowhere" / "pack.pdf")
    assert done.code == NOT_WRITTEN
    assert "The printed pack could not be written." in done.err
    assert list(tmp_path.glob("**/*.pdf")) == []
