"""What the quick audit doesn't ask, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.builders import pack, practice
from support.command_line import CommandLine

from cxaudit.domain.questionnaire import Pack

PACK = pack([practice("mission.statement", "M1"), practice("mission.deep", "M2", quick=False)])


class Shelf:
    """A library that holds one pack."""

    def newest(self, pack: str = "cx-core") -> Pack:  # noqa: ARG002 - any name will do
        return PACK

    def get(self, pack: str, version: str) -> Pack:  # noqa: ARG002 - as above
        return PACK


@pytest.fixture
def cxaudit(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "home", Shelf())


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    path.write_text('mode = "quick"\n[answers.M1]\nlevel = 3\n[answers.M2]\nlevel = 2\n', encoding="utf-8")
    return path


def test_an_answer_outside_the_mode_is_named_and_not_scored(cxaudit: CommandLine, outside: Path) -> None:
    done = cxaudit("score", outside, "--json")
    assert done.code == 0
    assert done.err.startswith("Note: answers.M2: The quick audit does not ask this")
    without = outside.with_name("b.toml")
    without.write_text('mode = "quick"\n[answers.M1]\nlevel = 3\n', encoding="utf-8")
    assert cxaudit("score", without).out == cxaudit("score", outside).out


def test_an_answer_outside_the_mode_is_shown_with_a_word(cxaudit: CommandLine, outside: Path) -> None:
    shown = cxaudit("show", outside)
    assert "M2  M2: 2 2: two (not asked in this audit)" in shown.out
    assert shown.err.startswith("Note: answers.M2")


def test_an_answer_outside_the_mode_can_be_given(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.cxaudit"
    assert cxaudit("new", path, "--mode", "quick").code == 0
    assert cxaudit("answer", path, "M1", "3").err == ""
    done = cxaudit("answer", path, "M2", "3")
    assert done.code == 0
    assert done.err.startswith("Note: answers.M2")
