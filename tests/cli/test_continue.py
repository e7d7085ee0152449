"""`cxaudit continue`: a copy in the newer version, the original as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.authored import AuthoredPack
from support.command_line import CommandLine

from cxaudit import assets
from cxaudit.storage.authoring.lint import lint
from cxaudit.storage.authoring.publish import publish
from cxaudit.storage.packs import PublishedPacks


@pytest.fixture
def first(tmp_path: Path) -> CommandLine:
    """The program as it was when 1.0.0 was all there was."""
    published = assets.questionnaires() / "published"
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "cx-core-1.0.0.json").write_bytes((published / "cx-core-1.0.0.json").read_bytes())
    return CommandLine(tmp_path / "home", PublishedPacks(tmp_path / "first"))


@pytest.fixture
def document(first: CommandLine, tmp_path: Path) -> Path:
    path = tmp_path / "client.cxaudit"
    assert first("new", path, "--organisation", "Nordlys", "--date", "2026-11-20").code == 0
    assert first("answer", path, "M1", "4", "--evidence", "Board paper", "--note", "As told").code == 0
    assert first("answer", path, "J2", "1").code == 0
    assert first("answer", path, "H1", "dk").code == 0
    return path


@pytest.fixture
def later(tmp_path: Path) -> CommandLine:
    """The program with what the authors write now, published beside 1.0.0."""
    folder = tmp_path / "later"
    folder.mkdir()
    published = assets.questionnaires() / "published" / "cx-core-1.0.0.json"
    (folder / published.name).write_bytes(published.read_bytes())
    found = lint(AuthoredPack().write(tmp_path / "authored"), PublishedPacks(folder))
    assert found.pack is not None, "\n".join(map(str, found.errors))
    publish(found.pack, folder)
    return CommandLine(tmp_path / "home", PublishedPacks(folder))


def test_a_copy_goes_on_and_the_original_keeps_its_bytes(
    first: CommandLine, later: CommandLine, document: Path
) -> None:
    before, scored = document.read_bytes(), first("score", document, "--json").out
    done = later("continue", document)
    assert (done.code, done.err) == (0, "")
    copy = document.with_name("client continued.cxaudit")
    assert done.out.splitlines()[-1] == str(copy)
    assert "3 answers are carried over. Please confirm each one" in done.out
    assert "11 new questions" in done.out
    assert document.read_bytes() == before
    assert later.process("score", document, "--json").out == scored
    receipt = json.loads(later("score", copy, "--json").out)
    assert receipt["organisation"] == "Nordlys"
    assert receipt["date"] == later.services().today().isoformat()


def test_what_is_carried_is_shown_as_such_until_it_is_confirmed(later: CommandLine, document: Path) -> None:
    copy = Path(later("continue", document).out.splitlines()[-1])
    shown = later("show", copy).out
    assert shown.count("carried over, please confirm") == 3
    assert "Board paper" in shown
    assert "As told" in shown
    assert later("answer", copy, "M1", "4").code == 0
    assert later("show", copy).out.count("carried over, please confirm") == 2
    assert "Board paper" in later("show", copy).out


def test_the_preview_writes_nothing(later: CommandLine, document: Path) -> None:
    files = sorted(document.parent.glob("*.cxaudit"))
    done = later("continue", document, "--preview")
    assert done.code == 0
    assert done.out.startswith("Continue in Customer experience maturity ")
    assert "  Mission" in done.out
    assert "    M3  " in done.out
    assert "11 new questions. Only the full audit asks them." in done.out
    assert sorted(document.parent.glob("*.cxaudit")) == files


def test_a_file_that_is_there_is_never_overwritten(later: CommandLine, document: Path) -> None:
    one, two = (Path(later("continue", document).out.splitlines()[-1]) for _ in range(2))
    assert one != two
    before = one.read_bytes()
    refused = later("continue", document, "-o", one)
    assert refused.code == 2
    assert "there already" in refused.err
    assert one.read_bytes() == before
    named = document.with_name("later.cxaudit")
    assert later("continue", document, "-o", named).out.splitlines()[-1] == str(named)


def test_there_has_to_be_a_later_version_of_the_same_questionnaire(
    first: CommandLine, later: CommandLine, document: Path
) -> None:
    for done in (first("continue", document), later("continue", document, "--to", "1.0.0")):
        assert (done.code, done.out) == (2, "")
        assert "nothing newer" in done.err
    unknown = later("continue", document, "--to", "9.9.9")
    assert unknown.code == 2
    assert "Published here" in unknown.err
    assert list(document.parent.glob("* continued*")) == []


def test_what_is_no_document_is_refused(later: CommandLine, answers: Path, tmp_path: Path) -> None:
    for path in (answers, tmp_path / "missing.cxaudit"):
        assert later("continue", path).code == 2
