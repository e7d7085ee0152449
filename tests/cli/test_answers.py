"""Answers files and reports on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command_line import CommandLine


def test_every_mistake_is_printed_and_nothing_is_written(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text("mode = 'quik'\n[answers.H3]\nlevel = 7\n[answers.M2]\n", encoding="utf-8")
    for words in (["score", path], ["score", path, "--json"], ["show", path], ["report", path]):
        done = cxaudit(*words)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"There are 3 mistakes in {path}.")
        assert [line.split(":")[0] for line in done.err.splitlines()[2:]] == [
            "- mode",
            "- answers.H3.level",
            "- answers.M2",
        ]
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "told"),
    [("none.toml", "no such file"), ("", "is a folder"), ("x.pdf", "neither an audit"), ("a\0.toml", "cannot be read")],
)
def test_what_is_no_answers_file_is_said(cxaudit: CommandLine, tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    done = cxaudit("score", tmp_path / name)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_toml_and_json_are_told_apart_by_the_ending(cxaudit: CommandLine, tmp_path: Path) -> None:
    as_toml, as_json = tmp_path / "A.TOML", tmp_path / "a.json"
    as_toml.write_text("[answers.M1]\nlevel = 3\n", encoding="utf-8")
    as_json.write_text(json.dumps({"answers": {"M1": {"level": 3}}}), encoding="utf-8")
    assert cxaudit("score", as_toml, "--json") == cxaudit("score", as_json, "--json")


def test_an_answers_file_is_never_changed(cxaudit: CommandLine, answers: Path) -> None:
    before = answers.read_bytes()
    for words in (["score", answers], ["show", answers], ["report", answers]):
        assert cxaudit(*words).code == 0
    assert answers.read_bytes() == before
    assert not cxaudit.home.exists()


def test_without_a_name_the_report_lies_beside_the_answers(cxaudit: CommandLine, answers: Path) -> None:
    done = cxaudit("report", answers)
    target = answers.with_name("Nordlys Energi CX audit.pdf")
    assert (done.code, done.out) == (0, f"{target}\n")
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_folder_as_target_gets_the_report_under_its_usual_name(
    cxaudit: CommandLine, answers: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert cxaudit("report", answers, "-o", folder).out == f"{folder / 'Nordlys Energi CX audit.pdf'}\n"


def test_a_report_replaces_the_old_one_and_never_the_answers(cxaudit: CommandLine, answers: Path) -> None:
    target = answers.with_name("a.pdf")
    target.write_bytes(b"old")
    assert cxaudit("report", answers, "-o", target).code == 0
    assert target.read_bytes().startswith(b"%PDF-")
    before = answers.read_bytes()
    done = cxaudit("report", answers, "-o", answers)
    assert (done.code, done.out) == (2, "")
    assert answers.read_bytes() == before


def test_a_report_that_cannot_be_written_says_why(cxaudit: CommandLine, answers: Path, tmp_path: Path) -> None:
    target = tmp_path / f"{'x' * 300}.pdf"
    done = cxaudit("report", answers, "-o", target)
    assert (done.code, done.out) == (4, "")
    assert "could not be written" in done.err
    assert str(target) in done.err


def test_a_report_warns_of_what_it_cannot_show(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('organisation = "\U0001f98a"\n', encoding="utf-8")
    done = cxaudit("report", path, "-o", tmp_path / "a.pdf")
    assert (done.code, done.out) == (0, f"{tmp_path / 'a.pdf'}\n")
    assert "U+1F98A" in done.err


def test_the_same_answers_make_the_same_report(cxaudit: CommandLine, answers: Path, tmp_path: Path) -> None:
    cxaudit("report", answers, "-o", tmp_path / "a.pdf")
    cxaudit.process("report", answers, "-o", tmp_path / "b.pdf", environment={"PYTHONHASHSEED": "3"})
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@given(
    st.binary(max_size=400) | st.text(max_size=200).map(str.encode), st.sampled_from([".toml", ".json", ".cxaudit", ""])
)
def test_any_bytes_are_scored_or_refused(content: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"answers{suffix}"
        path.write_bytes(content)
        done = CommandLine(Path(folder) / "home")("score", path)
        assert done.code in {0, 2}
        assert bool(done.out) == (done.code == 0)
        assert path.read_bytes() == content
