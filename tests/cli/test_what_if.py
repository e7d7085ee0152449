"""What if, and what lifts a dimension, on the command line: printed, never saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command_line import ROOT, CommandLine

EXAMPLE = ROOT / "examples" / "nordlys-quick.toml"


@pytest.fixture
def document(cxaudit: CommandLine, tmp_path: Path) -> Path:
    """A document with a few answers, one of them don't know."""
    path = tmp_path / "a.cxaudit"
    assert cxaudit("new", path, "--mode", "full").code == 0
    for code, level in (("M1", "3"), ("M2", "2"), ("M3", "2"), ("M4", "2"), ("M5", "2"), ("H3", "dk")):
        assert cxaudit("answer", path, code, level).code == 0
    return path


def test_profile_overall_and_plan_are_told_before_and_after(cxaudit: CommandLine) -> None:
    before = EXAMPLE.read_bytes()
    done = cxaudit.process("what-if", EXAMPLE, "H3=3", "M2=4")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Nothing here is saved.")
    order = ["Two changes", "Tried", "Profile", "Overall index", "What to do first"]
    assert sorted(order, key=done.out.index) == order
    assert "→" in done.out
    assert EXAMPLE.read_bytes() == before


def test_nothing_that_is_tried_reaches_the_document(cxaudit: CommandLine, document: Path) -> None:
    scored, bytes_ = cxaudit("score", document, "--json").out, document.read_bytes()
    done = cxaudit("what-if", document, "m1=5", "H3=2")
    assert done.code == 0
    assert "M1 Mission in words: level 3 → level 5" in done.out
    assert "H3 Honest feedback: don't know → level 2" in done.out
    assert (cxaudit("score", document, "--json").out, document.read_bytes()) == (scored, bytes_)


def test_what_is_tried_prints_the_scores_that_the_answers_would_give(cxaudit: CommandLine, document: Path) -> None:
    tried = cxaudit("what-if", document, "M2=4").out
    assert cxaudit("answer", document, "M2", "4").code == 0
    mission = next(line for line in cxaudit("score", document).out.splitlines() if line.startswith("  Mission "))
    index = mission.split()[1]
    shown = next(line for line in tried.splitlines() if line.startswith("  Mission "))
    assert f"→ {index} " in shown
    assert "=====+" in shown
    lowered = cxaudit("what-if", document, "M2=1").out
    assert next(line for line in lowered.splitlines() if line.startswith("  Mission ")).count("-") > 0


def test_levels_on_file_move_nothing(cxaudit: CommandLine, document: Path) -> None:
    done = cxaudit("what-if", document, "M1=3")
    assert done.code == 0
    assert "These are the levels on file: nothing would move." in done.out
    assert "→" not in done.out


def test_an_audit_without_open_actions_says_so(cxaudit: CommandLine, document: Path) -> None:
    done = cxaudit("what-if", document, *(f"M{k}=5" for k in range(1, 6)))
    assert "No action would be open." in done.out
    assert "No longer among the first" in done.out


def test_everything_that_is_wrong_is_told_at_once(cxaudit: CommandLine, document: Path) -> None:
    done = cxaudit("what-if", document, "M11=3", "M1", "M2=6", "H3=dk", "H1=2", "H1=3", "=")
    assert (done.code, done.out) == (2, "")
    assert "- M11=3: No practice has this code or id. Did you mean M1?" in done.err
    for word in ("M1", "M2=6", "H3=dk"):
        assert f"- {word}: The level is missing, or is none. Write it as in H3=3, from 1 to 5." in done.err
    assert "- H1=3: This question is given twice. Give it one level." in done.err
    assert "- =: No practice has this code or id. The codes are M1, " in done.err


def test_a_level_can_be_given_twice_where_it_is_the_same(cxaudit: CommandLine, document: Path) -> None:
    assert cxaudit("what-if", document, "M1=4", "mission.statement=4").code == 0


def test_what_is_not_asked_or_does_not_apply_cannot_be_tried(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    aside = '[answers.J2]\nnot_applicable = "One visit only"\n[answers.M1]\nlevel = 3\n'
    path.write_text('mode = "quick"\n' + aside, encoding="utf-8")
    done = cxaudit("what-if", path, "J2=2", "M5=2")
    assert (done.code, done.out) == (2, "")
    assert "- J2=2: This question was set aside: it does not apply here. Leave it out." in done.err
    assert "- M5=2: This audit does not ask this question. Leave it out." in done.err


@pytest.mark.parametrize("verb", [("what-if", "M1=3"), ("lift",)])
def test_a_file_that_is_not_there_is_told(cxaudit: CommandLine, tmp_path: Path, verb: tuple[str, ...]) -> None:
    done = cxaudit(verb[0], tmp_path / "no.toml", *verb[1:])
    assert (done.code, done.out) == (2, "")
    assert "There is no such file." in done.err


# ---------------------------------------------------------------- what lifts a dimension
def test_each_dimension_has_its_smallest_lifts(cxaudit: CommandLine) -> None:
    done = cxaudit.process("lift", EXAMPLE)
    assert (done.code, done.err) == (0, "")
    assert done.out.count("What lifts ") == 5
    assert "effort point" in done.out


def test_what_lifts_a_dimension_does_when_it_is_tried(cxaudit: CommandLine) -> None:
    lift = cxaudit("lift", EXAMPLE, "mission")
    head, *rest = lift.out.splitlines()
    now, then = head.rstrip("?").split(" from level ")[1].split(" to ")
    levels = next(line for line in rest if "what-if FILE" in line).split("FILE ")[1].split()
    tried = cxaudit("what-if", EXAMPLE, *levels).out
    mission = next(line for line in tried.splitlines() if line.startswith("  Mission "))
    assert mission.endswith(f"level {now} → {then}")


@pytest.mark.parametrize("name", ["mission", "MISSION", "Mission", "m"])
def test_a_dimension_has_several_names(cxaudit: CommandLine, name: str) -> None:
    done = cxaudit("lift", EXAMPLE, name)
    assert done.code == 0
    assert done.out.startswith("What lifts Mission ")
    assert done.out.count("What lifts ") == 1


def test_a_dimension_without_a_level_says_why(cxaudit: CommandLine, document: Path) -> None:
    done = cxaudit("lift", document, "journey-use")
    assert done.code == 0
    assert "has too few answers for a level" in done.out


def test_another_dimension_is_refused(cxaudit: CommandLine) -> None:
    done = cxaudit("lift", EXAMPLE, "misson")
    assert (done.code, done.out) == (2, "")
    assert "- misson: There is no such dimension. Did you mean mission?" in done.err
    assert "The dimensions are mission, " in cxaudit("lift", EXAMPLE, "").err
