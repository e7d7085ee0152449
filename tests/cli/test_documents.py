"""Documents on the command line: the same journal and lock as the window."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support.command_line import CommandLine

from cxaudit.cli.documents import writing
from cxaudit.domain.assessment import Answer
from cxaudit.domain.edits import AnswerEdit
from cxaudit.domain.errors import DocumentError
from cxaudit.presentation.errors import error_view


@pytest.fixture
def document(cxaudit: CommandLine, tmp_path: Path) -> Path:
    path = tmp_path / "client.cxaudit"
    assert cxaudit("new", path, "--organisation", "Acme", "--date", "2026-11-20").code == 0
    return path


def code_lines(text: str) -> dict[str, str]:
    """The lines of `show` by short code."""
    return {m[1]: m[2] for m in re.finditer(r"^  ([A-Z]\d+) +(.*)$", text, re.MULTILINE)}


def test_a_document_scores_as_the_same_answers_in_a_file_do(
    cxaudit: CommandLine, document: Path, tmp_path: Path
) -> None:
    given = {"M1": "4", "M2": "dk", "H3": "1", "S1": "3", "J4": "5"}
    text = 'mode = "quick"\norganisation = "Acme"\ndate = 2026-11-20\n'
    for code, level in given.items():
        assert cxaudit("answer", document, code, level, "--evidence", f"file {code}").code == 0
        state = "dont_know = true" if level == "dk" else f"level = {level}"
        text += f'[answers.{code}]\n{state}\nevidence = "file {code}"\n'
    answers = tmp_path / "same.toml"
    answers.write_text(text, encoding="utf-8")
    assert cxaudit("score", document, "--json") == cxaudit("score", answers, "--json")
    assert cxaudit("score", document) == cxaudit("score", answers)


def test_new_makes_a_quick_audit_dated_today_unless_told_otherwise(cxaudit: CommandLine, tmp_path: Path) -> None:
    assert cxaudit("new", tmp_path / "a").out == f"{tmp_path / 'a.cxaudit'}\n"
    receipt = json.loads(cxaudit("score", tmp_path / "a.cxaudit", "--json").out)
    assert receipt["mode"] == "quick"
    assert receipt["date"] == cxaudit.services().today().isoformat()
    assert cxaudit("new", tmp_path / "b.cxaudit", "--mode", "full", "--date", "2026-01-02").code == 0
    receipt = json.loads(cxaudit("score", tmp_path / "b.cxaudit", "--json").out)
    assert (receipt["mode"], receipt["date"]) == ("full", "2026-01-02")


def test_a_guess_is_told_again_last_beside_what_the_answers_give(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.cxaudit"
    assert cxaudit("new", path, "--mode", "full", "--guess", "4").code == 0
    assert "Guess before the first question: level 4\n" in cxaudit("show", path).out
    last = cxaudit("score", path).out.splitlines()[-1]
    assert last == "  Before the first question the guess was level 4 Used; the answers do not give a level yet."
    assert cxaudit("new", tmp_path / "b.cxaudit").code == 0
    assert "guess" not in cxaudit("score", tmp_path / "b.cxaudit").out


def test_new_never_overwrites(cxaudit: CommandLine, document: Path) -> None:
    before = document.read_bytes()
    done = cxaudit("new", document)
    assert done.code == 2
    assert "there already" in done.err
    assert cxaudit("new", document.with_suffix("")).code == 2
    assert document.read_bytes() == before
    assert list(document.parent.glob("*.cxaudit")) == [document]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["{tmp}/2026.11.20"], "Name it 2026.11.20.cxaudit."),
        ([""], "is a folder"),
        (["{tmp}/.."], "is a folder"),
        (["{tmp}/none/a.cxaudit"], "no such folder"),
        (["{tmp}/a", "--organisation", "x" * 501], "longer than 500"),
        (["{tmp}/a", "--date", "20 November"], "is not a date"),
        (["{tmp}/a", "--mode", "long"], "invalid choice"),
        (["{tmp}/a", "--guess", "6"], "invalid choice"),
        ([], "required: FILE"),
    ],
)
def test_new_refuses_what_it_cannot_keep(cxaudit: CommandLine, tmp_path: Path, words: list[str], told: str) -> None:
    done = cxaudit("new", *(word.format(tmp=tmp_path) for word in words))
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_the_disk_cannot_hold_is_said(cxaudit: CommandLine, tmp_path: Path) -> None:
    done = cxaudit("new", tmp_path / ("x" * 300))
    assert done.code == 4
    assert "could not be opened or written" in done.err


def test_an_answer_keeps_what_was_written_beside_the_one_before(cxaudit: CommandLine, document: Path) -> None:
    cxaudit("answer", document, "H3", "4", "--evidence", "Policy", "--note", "Seen")
    assert "don't know" in cxaudit("answer", document, "h3", "dk").out
    cxaudit("answer", document, "H3", "2", "--note", "")
    answer = json.loads(cxaudit("score", document, "--json").out)["answers"]["H3"]
    assert answer == {"level": 2, "evidence": "Policy", "quick": True}


def test_an_answer_goes_by_code_or_id(cxaudit: CommandLine, document: Path) -> None:
    pack = cxaudit.services().packs.newest()
    practice = pack.by_code["M2"]
    assert cxaudit("answer", document, practice.id, "3").code == 0
    assert code_lines(cxaudit("show", document).out)["M2"].startswith(f"{practice.title}: 3 ")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Q1", "3"], "The codes are M1"),
        (["mission.statemen", "3"], "Did you mean mission.statement?"),
        (["M1", "6"], "invalid choice"),
        (["M1", "DK"], "invalid choice"),
        (["M1", "3", "--note", "x" * 20_001], "longer than 20000"),
        (["M1", "3", "--note", "\udcff"], "not UTF-8"),
        (["M1"], "required: LEVEL"),
    ],
)
def test_a_wrong_answer_changes_nothing(cxaudit: CommandLine, document: Path, words: list[str], told: str) -> None:
    before = document.read_bytes()
    done = cxaudit("answer", document, *words)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert document.read_bytes() == before


def test_only_a_document_can_be_answered(cxaudit: CommandLine, answers: Path, tmp_path: Path) -> None:
    assert "not an audit" in cxaudit("answer", answers, "M1", "3").err
    assert "no such file" in cxaudit("answer", tmp_path / "none.cxaudit", "M1", "3").err
    assert "is a folder" in cxaudit("answer", tmp_path, "M1", "3").err
    empty = tmp_path / "empty.cxaudit"
    empty.touch()
    done = cxaudit("answer", empty, "M1", "3")
    assert (done.code, done.out) == (2, "")
    assert "damaged" in done.err


def test_a_document_is_known_by_its_header_whatever_its_name(cxaudit: CommandLine, document: Path) -> None:
    renamed = document.rename(document.with_name("client.bak"))
    assert cxaudit("answer", renamed, "M1", "3").code == 0
    assert code_lines(cxaudit("show", renamed).out)["M1"].partition(": ")[2].startswith("3 ")


def test_a_document_that_is_open_elsewhere_is_read_but_not_written(cxaudit: CommandLine, document: Path) -> None:
    services = cxaudit.services()
    window = services.documents.open(document)
    try:
        for refused in (cxaudit("answer", document, "M1", "3"), cxaudit.process("answer", document, "M1", "3")):
            assert (refused.code, refused.out) == (4, "")
            assert "open elsewhere" in refused.err
        window.record(window.engagement.newest.id, AnswerEdit(practice="mission.recall", answer=Answer(level=2)))
        window.flush()
        assert code_lines(cxaudit("show", document).out)["M2"].partition(": ")[2].startswith("2 ")
        assert cxaudit("score", document).code == 0
    finally:
        window.close()
    assert cxaudit("answer", document, "M1", "3").code == 0


def test_what_only_the_journal_holds_is_read_and_told(cxaudit: CommandLine, document: Path) -> None:
    crash = """if True:
        import os, sys, time
        from pathlib import Path
        from cxaudit.bootstrap import build_services
        from cxaudit.domain.assessment import Answer
        from cxaudit.domain.edits import AnswerEdit
        document = build_services().documents.open(Path(sys.argv[1]))
        edit = AnswerEdit(practice="mission.recall", answer=Answer(level=5))
        number = document.record(document.engagement.newest.id, edit)
        while document.status.acknowledged < number:
            time.sleep(0.001)
        os._exit(0)
    """
    before = document.read_bytes()
    assert cxaudit.python("-c", crash, document).code == 0
    assert document.read_bytes() == before
    assert json.loads(cxaudit("score", document, "--json").out)["answers"]["M2"]["level"] == 5
    done = cxaudit("answer", document, "M1", "3")
    assert done.code == 0
    assert "1 answer came back" in done.err
    assert document.read_bytes() != before


def test_a_file_that_cannot_be_written_is_said_and_what_was_typed_is_kept(cxaudit: CommandLine, document: Path) -> None:
    def answer_while_another_program_writes() -> None:
        with writing(cxaudit.services().documents.open(document)) as opened:
            document.write_bytes(b"something else")
            opened.record(opened.engagement.newest.id, AnswerEdit(practice="mission.recall", answer=Answer(level=2)))

    with pytest.raises(DocumentError) as caught:
        answer_while_another_program_writes()
    assert document.read_bytes() == b"something else"
    told = error_view(caught.value).text
    assert str(document) in told
    assert "kept on this computer" in told


def test_a_damaged_document_is_refused_and_kept(cxaudit: CommandLine, document: Path) -> None:
    damaged = document.read_bytes()[:-40]
    document.write_bytes(damaged)
    for words in (["score"], ["show"], ["report"]):
        done = cxaudit(*words, document)
        assert (done.code, done.out) == (2, "")
        assert "damaged" in done.err
    assert cxaudit("answer", document, "M1", "3").code == 2
    assert document.read_bytes() == damaged


def test_show_tells_everything_on_file(cxaudit: CommandLine, answers: Path) -> None:
    shown = cxaudit("show", answers)
    assert (shown.code, shown.err) == (0, "")
    for told in (
        "Nordlys / Energi",
        "Quick audit",
        "3 of 15 answered, 1 don't know",
        "2026-11-20",
        "(target 3)",
        "Evidence: Board",
    ):
        assert told in shown.out
    lines = code_lines(shown.out)
    assert "votes 2 3 dk na -; agreed: 2 " in lines["S1"]
    assert lines["J1"].endswith("don't know")
    assert lines["M2"].endswith("not answered")
    assert "accepted, not now, owner Ada, due 2027-03-01, because: After the merger" in shown.out


def test_show_tells_marks_targets_and_what_does_not_apply(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(
        '[targets]\nM1 = 2\n[answers.J2]\nnot_applicable = "One step\\nonly"\n[answers.M1]\nvotes = [1]\n'
        '[actions.run-recall-test]\nstatus = "done"',
        encoding="utf-8",
    )
    lines = code_lines(cxaudit("show", path).out)
    assert lines["J2"].endswith("does not apply: One step only")
    assert lines["M1"].endswith("votes 1 (target 2)")
    assert "No organisation named" in cxaudit("show", path).out
    assert "Date: none" in cxaudit("show", path).out
    assert "Run a recall test across teams: done" in cxaudit("show", path).out


def test_a_mark_made_in_the_window_is_shown(cxaudit: CommandLine, document: Path) -> None:
    window = cxaudit.services().documents.open(document)
    window.record(window.engagement.newest.id, AnswerEdit(practice="mission.recall", answer=Answer(level=2, mark=True)))
    window.close()
    assert code_lines(cxaudit("show", document).out)["M2"].endswith("(marked)")
    cxaudit("answer", document, "M2", "3")
    assert code_lines(cxaudit("show", document).out)["M2"].endswith("(marked)")


def test_nothing_in_a_file_reaches_the_terminal_as_a_command(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(
        'organisation = "\\u001b[2J\\u202eevil"\n[answers.M1]\nlevel = 4\nnote = "\\u001b]0;x\\u0007\\nline two"\n'
        'evidence = "\\u009b31m"\n[actions.run-recall-test]\nowner = "\\u001b[1m"',
        encoding="utf-8",
    )
    for words in (["show", path], ["score", path]):
        done = cxaudit(*words)
        assert done.code == 0
        assert not set(done.out) & set("\x1b\x07\x9b\u202e")
    bad = tmp_path / "b.toml"
    bad.write_text('"\\u001b[2J" = 1', encoding="utf-8")
    assert "\x1b" not in cxaudit("score", bad).err


@pytest.mark.parametrize("verb", [("show",), ("score",), ("answer", "M1", "4")])
def test_of_a_document_that_is_gone_the_newest_copy_is_named(
    cxaudit: CommandLine, document: Path, verb: tuple[str, ...]
) -> None:
    assert cxaudit("answer", document, "M1", "3").code == 0
    document.unlink()
    done = cxaudit(verb[0], document, *verb[1:])
    assert done.code == 2
    copy = re.search(r"The newest good copy is (.*[.]cxaudit)[.] ", done.err)
    assert copy
    assert "M1  Mission in words: 3" in cxaudit("show", Path(copy[1])).out
    assert not document.exists()
