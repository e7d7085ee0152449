"""Notes tell how an assessment was answered and never touch a score."""

from __future__ import annotations

from collections.abc import Mapping

from support.builders import Given, answer, assess, pack, practice

from cxaudit.domain.notes import Note, notes
from cxaudit.domain.scoring import score

ASKED = pack([practice(f"{'ab'[n > 8]}.p{n}", f"A{n}") for n in range(1, 17)])


def kinds(answers: Mapping[str, Given], evidence: str = "on file") -> dict[str, Note]:
    assessment = assess(ASKED, answers, evidence=evidence)
    return {note.kind: note for note in notes(assessment, score(ASKED, assessment))}


def test_nothing_answered_needs_no_note() -> None:
    assert kinds({}) == {}


def test_one_respondent() -> None:
    found = kinds({"A1": 3, "A2": [4, "-"]})["one respondent"]
    assert (found.count, found.total, found.practices) == (2, 16, ("a.p1", "a.p2"))
    assert "one respondent" not in kinds({"A1": 3, "A2": [4, "dk"]})


def test_identical_answers_start_at_twelve() -> None:
    assert "identical answers" not in kinds({f"A{n}": 2 for n in range(1, 12)})
    assert kinds({f"A{n}": 2 for n in range(1, 13)})["identical answers"].count == 12
    assert "identical answers" not in kinds({f"A{n}": [2, 2] for n in range(1, 13)})


def test_claimed_levels() -> None:
    assert kinds({"A1": 4, "A2": 5, "A3": 3}, evidence="")["claimed"].practices == ("a.p1", "a.p2")


def test_dont_knows_above_a_quarter() -> None:
    assert "many unknown" not in kinds({f"A{n}": "dk" for n in range(1, 5)})
    assert kinds({f"A{n}": "dk" for n in range(1, 6)})["many unknown"].count == 5
    assert "many unknown" not in kinds({f"A{n}": [1, 2, 3, "dk"] for n in range(1, 17)})
    assert "many unknown" in kinds({f"A{n}": [1, 2, "dk"] for n in range(1, 17)})


def test_disputed_scope_and_open_splits() -> None:
    split: list[int | str] = [1, 1, 5, 5]
    agreed = answer(split).model_copy(update={"agreed": 3})
    found = kinds({"A1": [3, "na"], "A2": split, "A3": agreed})
    assert found["scope disputed"].practices == ("a.p1",)
    assert found["open split"].practices == ("a.p2",)
