"""The verbs as a user meets them, each as a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command_line import ROOT, CommandLine

from cxaudit import __version__
from cxaudit.cli import VERBS

EXAMPLE = ROOT / "examples" / "nordlys-quick.toml"


def test_score_prints_the_profile_first_and_the_overall_number_last(cxaudit: CommandLine) -> None:
    done = cxaudit.process("score", EXAMPLE)
    assert (done.code, done.err) == (0, "")
    order = ["Nordlys Energi", "Profile", "Red flags", "Largest gaps", "What to do first", "How sure", "Overall"]
    assert sorted(order, key=done.out.index) == order


def test_score_prints_the_receipt(cxaudit: CommandLine) -> None:
    done = cxaudit.process("score", EXAMPLE, "--json")
    assert (done.code, done.err) == (0, "")
    receipt = json.loads(done.out)
    assert receipt["engine"] == __version__
    assert receipt["date"] == "2026-11-20"
    assert receipt["answers"]["M1"]["level"] == 3


def test_the_receipt_is_the_same_bytes_in_any_locale_and_order(cxaudit: CommandLine) -> None:
    first = cxaudit.process("score", EXAMPLE, "--json", environment={"PYTHONHASHSEED": "1", "LC_ALL": "C"})
    second = cxaudit.process("score", EXAMPLE, "--json", environment={"PYTHONHASHSEED": "2", "PYTHONUTF8": "0"})
    assert first == second


def test_report_writes_a_pdf_and_prints_its_path(cxaudit: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    done = cxaudit.process("report", EXAMPLE, "-o", target)
    assert (done.code, done.out, done.err) == (0, f"{target}\n", "")
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_document_is_made_answered_shown_and_scored(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "client.cxaudit"
    assert cxaudit.process("new", path, "--organisation", "Acme Ærlig").out == f"{path}\n"
    answered = cxaudit.process("answer", path, "H3", "4", "--evidence", "Pay policy v7")
    assert (answered.code, answered.err) == (0, "")
    assert answered.out.startswith("H3 ")
    shown = cxaudit.process("show", path)
    assert "Acme Ærlig" in shown.out
    assert "Pay policy v7" in shown.out
    assert "1 of 15 answered" in shown.out
    assert json.loads(cxaudit.process("score", path, "--json").out)["answers"]["H3"]["level"] == 4


def test_the_command_line_loads_no_qt(cxaudit: CommandLine, tmp_path: Path) -> None:
    code = """if True:
        import sys
        from cxaudit.__main__ import start
        for words in sys.argv[1].split("|"):
            assert start(words.split()) == 0
        assert not [m for m in sys.modules if m.split(".")[0] in {"PySide6", "shiboken6"}]
        assert not {"ssl", "http.client", "urllib.request"} & sys.modules.keys()
    """
    document = tmp_path / "a.cxaudit"
    lines = [
        f"new {document}",
        f"answer {document} M1 3",
        f"show {document}",
        f"score {document} --json",
        f"report {document} -o {tmp_path / 'a.pdf'}",
        f"what-if {document} M1=4",
        f"lift {document}",
        "margin --share 62 --answered 412",
        "pack show cx-core",
        "--help",
    ]
    done = cxaudit.python("-c", code, "|".join(lines))
    assert (done.code, done.err) == (0, "")


def test_without_a_screen_the_window_says_so(cxaudit: CommandLine, tmp_path: Path) -> None:
    for words in ([], [EXAMPLE]):
        done = cxaudit.process(*words)
        assert (done.code, done.out) == (3, "")
        assert "no screen" in done.err
        assert "cxaudit --help" in done.err
    assert list(tmp_path.iterdir()) == []


def test_with_a_screen_the_window_opens(cxaudit: CommandLine) -> None:
    done = cxaudit.process("--check-window", environment={"QT_QPA_PLATFORM": "offscreen"})
    assert (done.code, done.out) == (0, "")


def test_output_that_nobody_reads_is_no_error(cxaudit: CommandLine) -> None:
    code = """if True:
        import os, sys
        reader, writer = os.pipe()
        os.close(reader)
        os.dup2(writer, 1)
        sys.argv = ["cxaudit", "score", sys.argv[1]]
        from cxaudit.__main__ import main
        sys.exit(main())
    """
    done = cxaudit.python("-c", code, EXAMPLE)
    assert (done.code, done.err) == (0, "")


def test_a_full_disk_behind_the_output_is_said(cxaudit: CommandLine) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    code = """if True:
        import os, sys
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
        sys.argv = ["cxaudit", "score", sys.argv[1]]
        from cxaudit.__main__ import main
        sys.exit(main())
    """
    done = cxaudit.python("-c", code, EXAMPLE)
    assert done.code == 4
    assert done.err.startswith("Reading or writing failed: No space left on device")
    assert "Traceback" not in done.err


def test_the_version_is_told(cxaudit: CommandLine) -> None:
    assert cxaudit.process("--version").out == f"cxaudit {__version__}\n"


def test_the_help_names_every_verb_and_every_exit_code(cxaudit: CommandLine) -> None:
    done = cxaudit("--help")
    assert (done.code, done.err) == (0, "")
    for verb in VERBS:
        assert f"\n    {verb} " in done.out
    for code in range(5):
        assert f"\n  {code}  " in done.out


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_help(cxaudit: CommandLine, verb: str) -> None:
    done = cxaudit(verb, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"usage: cxaudit {verb}")


def test_anything_else_than_a_verb_or_a_file_is_refused(cxaudit: CommandLine) -> None:
    assert "Did you mean score?" in cxaudit("scor").err
    assert "cxaudit --help" in cxaudit("nothing.cxaudit").err
    assert "One audit" in cxaudit(EXAMPLE, EXAMPLE).err
    for words in (["scor"], ["nothing.cxaudit"], [EXAMPLE, EXAMPLE], ["--unknown"], ["x" * 5000], ["score"]):
        done = cxaudit.process(*words)
        assert (done.code, done.out) == (2, "")
        assert "Traceback" not in done.err
    assert "a command is missing" in cxaudit().err
