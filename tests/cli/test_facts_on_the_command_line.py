"""Facts and evidence given with `cxaudit answer`: kept where they are right, all mistakes told at once where not."""

from __future__ import annotations

import json
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from support.command_line import CommandLine


@pytest.fixture
def document(cxaudit: CommandLine, tmp_path: Path) -> Path:
    path = tmp_path / "client.cxaudit"
    assert cxaudit("new", path, "--mode", "full", "--date", "2026-11-20").code == 0
    return path


def answer_of(cxaudit: CommandLine, document: Path, code: str) -> dict[str, Any]:
    return json.loads(cxaudit("score", document, "--json").out)["answers"].get(code, {})


def told(text: str) -> list[str]:
    """What is said to be wrong, without the cure."""
    return [line[2:] for line in text.splitlines() if line.startswith("- ")]


def test_every_kind_of_value_is_kept_and_shown(cxaudit: CommandLine, document: Path) -> None:
    given = {
        "M2": ["explained=3/5"],
        "M3": ["given-up=The second app", "decided=2026-05-04", "outcome=2026-11-20"],
        "M4": ["one-case-rules = 2", "teams=4"],
        "H3": ["pay=nobody"],
    }
    for code, facts in given.items():
        words = [word for fact in facts for word in ("--fact", fact)]
        done = cxaudit("answer", document, code, "4", *words)
        assert (done.code, done.err) == (0, "")
    assert answer_of(cxaudit, document, "M3")["facts"].keys() == {"given-up", "decided", "outcome"}
    shown = cxaudit("show", document).out
    for line in (
        "Could explain it: 3/5",
        "What was given up: The second app",
        "Decided on: 2026-05-04",
        "Rules made from one case: 2",
        "Teams that used it: 4",
        "Whose pay moves with scores: nobody",
    ):
        assert f"      {line}\n" in shown


def test_people_type_in_their_own_way(cxaudit: CommandLine, document: Path) -> None:
    words = ("--fact", "cases=412 of 2900", "--fact", "good=48,5 %", "--fact", "bad=17.0", "--fact", "margin=7")
    assert cxaudit("answer", document, "H2", "3", *words).code == 0
    assert cxaudit("answer", document, "S1", "3", "--fact", "elements=3").code == 0
    shown = cxaudit("show", document).out
    assert "Cases, of all there are: 412/2900" in shown
    assert "Share counted as good: 48.5" in shown
    assert "Told on the page: 3/5" in shown


def test_evidence_has_a_kind_and_a_date(cxaudit: CommandLine, document: Path) -> None:
    words = ("--evidence", "Pay policy v7", "--evidence-kind", "document", "--evidence-date", "2026-05-04")
    assert cxaudit("answer", document, "H3", "4", *words).code == 0
    assert "      Evidence: Pay policy v7 (document, 2026-05-04)\n" in cxaudit("show", document).out


def test_what_is_not_given_stays(cxaudit: CommandLine, document: Path) -> None:
    evidence = ("--evidence", "Policy", "--evidence-kind", "document", "--evidence-date", "2026-05-04")
    facts = ("--fact", "pay=nobody", "--fact", "checked=2026-10-01", "--note", "Seen")
    assert cxaudit("answer", document, "H3", "4", *evidence, *facts).code == 0
    before = answer_of(cxaudit, document, "H3")
    assert cxaudit("answer", document, "H3", "3").code == 0
    assert answer_of(cxaudit, document, "H3") == {**before, "level": 3}
    assert cxaudit("answer", document, "H3", "dk", "--fact", "pay=managers").code == 0
    after = answer_of(cxaudit, document, "H3")
    assert after["facts"] == {**before["facts"], "pay": {"kind": "choice", "option": "managers"}}
    assert after["evidence"] == "Policy"


def test_an_empty_value_takes_it_away(cxaudit: CommandLine, document: Path) -> None:
    words = ("--evidence", "Policy", "--evidence-kind", "document", "--evidence-date", "2026-05-04")
    cxaudit("answer", document, "H3", "4", *words, "--fact", "pay=nobody", "--fact", "checked=2026-10-01")
    gone = ("--fact", "pay=", "--evidence", "", "--evidence-kind", "", "--evidence-date", "")
    assert cxaudit("answer", document, "H3", "4", *gone).code == 0
    answer = answer_of(cxaudit, document, "H3")
    assert answer["facts"].keys() == {"checked"}
    assert not {"evidence", "evidence_kind", "evidence_date"} & answer.keys()
    assert cxaudit("answer", document, "H3", "4", "--fact", "checked=").code == 0
    assert "facts" not in answer_of(cxaudit, document, "H3")


def test_evidence_taken_away_takes_kind_and_date_along(cxaudit: CommandLine, document: Path) -> None:
    words = ("--evidence", "Policy", "--evidence-kind", "document", "--evidence-date", "2026-05-04")
    cxaudit("answer", document, "H3", "4", *words)
    assert cxaudit("answer", document, "H3", "4", "--evidence", "").code == 0
    assert not {"evidence", "evidence_kind", "evidence_date"} & answer_of(cxaudit, document, "H3").keys()


def test_everything_that_is_wrong_is_told_at_once_and_nothing_is_recorded(cxaudit: CommandLine, document: Path) -> None:
    assert cxaudit("answer", document, "M3", "2", "--fact", "given-up=The app").code == 0
    before = document.read_bytes()
    words = ("--fact", "decided=2026-02-31", "--fact", "outcom=2026-05-04", "--fact", "outcome=soon", "--fact", "no")
    done = cxaudit("answer", document, "M3", "4", *words, "--evidence-date", "May", "--evidence-kind", "rumour")
    assert (done.code, done.out) == (2, "")
    wrong = told(done.err)
    assert [line.split(":")[0] for line in wrong] == [
        "--fact decided",
        "--fact outcom",
        "--fact outcome",
        "--fact no",
        "--evidence-kind",
        "--evidence-date",
    ]
    assert "Did you mean outcome?" in wrong[1]
    assert "Known here: given-up, decided, outcome." in wrong[3]
    assert "document, record, figures, seen, told" in wrong[4]
    assert document.read_bytes() == before
    assert answer_of(cxaudit, document, "M3")["level"] == 2


@pytest.mark.parametrize(
    ("code", "fact", "words"),
    [
        ("S1", "elements=6/5", "More are counted than there are in all (5)."),
        ("S1", "elements=1/7", "The count is out of 5."),
        ("S1", "elements=some", "Write how many of 5"),
        ("H2", "cases=412", "Write how many of how many, such as 3/5."),
        ("H3", "pay=everybody", "Choose one of nobody, executives, managers, front-line."),
        ("M4", "teams=many", "Write a number, such as 12 or 3.5."),
        ("M4", "teams=-1", "It is below 0."),
        ("M3", "given-up={long}", "The text is longer than 2000 characters."),
        ("M3", "decided=2199-11-21", "The day lies after "),
        ("J5", "any=1", "J5 has no fact-check."),
    ],
)
def test_a_wrong_value_is_told_with_its_cure(
    cxaudit: CommandLine, document: Path, code: str, fact: str, words: str
) -> None:
    done = cxaudit("answer", document, code, "3", "--fact", fact.format(long="x" * 2001))
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert answer_of(cxaudit, document, code) == {}


def test_no_fact_and_no_evidence_lies_in_the_future(cxaudit: CommandLine, tmp_path: Path) -> None:
    path, today = tmp_path / "a.cxaudit", cxaudit.services().today()
    assert cxaudit("new", path, "--mode", "full", "--date", "2020-01-01").code == 0
    for day, code in ((today, 0), (today + timedelta(days=2), 2)):
        evidence = ("--evidence", "Policy", "--evidence-date", str(day))
        done = cxaudit("answer", path, "H3", "3", *evidence, "--fact", f"checked={day}")
        assert done.code == code
    assert [line.split(":")[0] for line in told(done.err)] == ["--fact checked", "--evidence-date"]


def test_an_audit_dated_ahead_may_know_its_own_day(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.cxaudit"
    assert cxaudit("new", path, "--mode", "full", "--date", "2199-06-01").code == 0
    assert cxaudit("answer", path, "H3", "3", "--fact", "checked=2199-06-01").code == 0
    done = cxaudit("answer", path, "H3", "3", "--fact", "checked=2199-06-02")
    assert "The day lies after 2199-06-01." in done.err


def test_a_part_that_is_given_twice_is_refused(cxaudit: CommandLine, document: Path) -> None:
    done = cxaudit("answer", document, "M2", "3", "--fact", "explained=3/5", "--fact", "explained=4/5")
    assert done.code == 2
    assert "- --fact explained: It is given twice. Give it once." in done.err


def test_a_text_may_hold_an_equals_sign(cxaudit: CommandLine, document: Path) -> None:
    assert cxaudit("answer", document, "M1", "3", "--fact", "sentence=Home = safe and warm").code == 0
    assert "Your mission: Home = safe and warm" in cxaudit("show", document).out


def test_the_same_facts_in_an_answers_file_make_the_same_receipt(
    cxaudit: CommandLine, document: Path, tmp_path: Path
) -> None:
    words = (
        "--fact",
        "explained=3/5",
        "--evidence",
        "Round",
        "--evidence-kind",
        "seen",
        "--evidence-date",
        "2026-05-04",
    )
    assert cxaudit("answer", document, "M2", "4", *words).code == 0
    text = (
        'mode = "full"\ndate = 2026-11-20\n[answers.M2]\nlevel = 4\nevidence = "Round"\nevidence_kind = "seen"\n'
        'evidence_date = 2026-05-04\nfacts = { explained = "3/5" }\n'
    )
    assert tomllib.loads(text)
    answers = tmp_path / "same.toml"
    answers.write_text(text, encoding="utf-8")
    assert cxaudit("score", document, "--json") == cxaudit("score", answers, "--json")


def test_a_fact_never_moves_a_score(cxaudit: CommandLine, document: Path) -> None:
    assert cxaudit("answer", document, "M2", "2").code == 0
    before = json.loads(cxaudit("score", document, "--json").out)
    assert cxaudit("answer", document, "M2", "2", "--fact", "explained=5/5").code == 0
    after = json.loads(cxaudit("score", document, "--json").out)
    assert after["practices"]["M2"].pop("facts_show") == 3
    assert after["practices"]["M2"].pop("findings") == []
    assert {**after, "answers": {}} == {**before, "answers": {}}


def test_what_the_facts_say_of_the_level_is_told(cxaudit: CommandLine, document: Path) -> None:
    done = cxaudit("answer", document, "M2", "3", "--fact", "explained=1/5")
    contradicts = "Contradicts level 3. Could explain it: 1 of 5 people."
    assert f"\n  {contradicts}" in done.out
    assert f"      {contradicts}" in cxaudit("show", document).out
    done = cxaudit("answer", document, "M2", "3", "--fact", "explained=5/5")
    assert "\n  Supports level 3. Could explain it: 5 of 5 people.\n" in done.out
