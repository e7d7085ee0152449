"""`cxaudit report`: forms, brand, sections and copies for the client, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command_line import CommandLine
from support.private import EVIDENCE, NAMES, NEVER, NOTES, WORDS, private_audit

from cxaudit import assets
from cxaudit.domain.engagement import Engagement
from cxaudit.storage.packs import PublishedPacks
from cxaudit.storage.single import single_document

EXAMPLE = assets.examples() / "nordlys-quick.toml"
FJORD = assets.examples() / "brands" / "fjord"
NUMBERS = ("practices", "dimensions", "overall", "gap", "plan", "settle_first")


@pytest.fixture
def private(tmp_path: Path) -> Path:
    pack = PublishedPacks(assets.questionnaires() / "published").newest()
    path = tmp_path / "private.cxaudit"
    path.write_bytes(single_document(Engagement((private_audit(pack),), {pack.content: pack})))
    return path


def test_the_ending_says_which_form(cxaudit: CommandLine, tmp_path: Path) -> None:
    assert cxaudit("report", EXAMPLE, "-o", tmp_path / "a.PDF").code == 0
    assert (tmp_path / "a.PDF").read_bytes().startswith(b"%PDF")
    assert cxaudit("report", EXAMPLE, "-o", tmp_path / "a.cxaudit").code == 0
    assert (tmp_path / "a.cxaudit").read_bytes().startswith(b"CXAUDIT ")


def test_a_folder_gets_a_name_that_tells_a_copy_from_the_whole(cxaudit: CommandLine, tmp_path: Path) -> None:
    done = cxaudit("report", EXAMPLE, "-o", tmp_path, "--client-copy")
    assert done.out.strip() == str(tmp_path / "Nordlys Energi CX audit, client copy.pdf")


def test_an_audit_for_the_client_never_takes_the_place_of_another_audit(cxaudit: CommandLine, tmp_path: Path) -> None:
    other = tmp_path / "other.cxaudit"
    assert cxaudit("new", other).code == 0
    before = other.read_bytes()
    done = cxaudit("report", EXAMPLE, "-o", other)
    assert (done.code, "no report replaces one" in done.err) == (4, True)
    assert other.read_bytes() == before
    assert cxaudit("report", EXAMPLE, "-o", tmp_path / "copy.cxaudit").code == 0


def test_an_ending_that_does_not_fit_the_form_is_refused(cxaudit: CommandLine, tmp_path: Path) -> None:
    done = cxaudit("report", EXAMPLE, "-o", tmp_path / "a.docx", "--as", "pdf")
    assert (done.code, "ends in .pdf" in done.err) == (2, True)
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--keep", "notes"), "Add --client-copy"),
        (("--client-copy", "--keep", "notes,salaries"), "salaries is nothing that can be kept"),
        (("--sections", "profile,nonsense"), "nonsense is no section"),
        (("--brand", "no-such-folder"), "no brand.toml"),
    ],
)
def test_what_cannot_be_ordered_is_said_and_nothing_is_written(
    cxaudit: CommandLine, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = cxaudit("report", EXAMPLE, "-o", tmp_path / "a.pdf", *words)
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "a.pdf").exists()


def test_what_of_a_brand_cannot_be_used_is_said_and_the_report_is_written(cxaudit: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "brand.toml").write_text('primary = "yellow"\nlogo = "none.png"', encoding="utf-8")
    done = cxaudit("report", EXAMPLE, "-o", tmp_path / "a.pdf", "--brand", tmp_path)
    assert done.code == 0
    assert "brand.toml, primary" in done.err
    assert "none.png" in done.err
    assert (tmp_path / "a.pdf").exists()
    assert cxaudit("report", EXAMPLE, "-o", tmp_path / "b.pdf", "--brand", FJORD).err == ""


def test_the_audit_for_the_client_opens_and_holds_nothing_private(
    cxaudit: CommandLine, tmp_path: Path, private: Path
) -> None:
    target = tmp_path / "out.cxaudit"
    assert cxaudit("report", private, "-o", target).code == 0
    content = target.read_bytes().decode()
    assert [mark for mark in (*NOTES, *WORDS, *NAMES, *EVIDENCE, *NEVER) if mark in content] == []
    whole, copy = (json.loads(cxaudit("score", path, "--json").out) for path in (private, target))
    assert whole["answers"] != copy["answers"]
    assert {name: whole[name] for name in NUMBERS} == {name: copy[name] for name in NUMBERS}


def test_an_ending_that_no_report_has_is_refused_unless_the_form_is_said(cxaudit: CommandLine, tmp_path: Path) -> None:
    done = cxaudit("report", EXAMPLE, "-o", tmp_path / "own.doc")
    assert (done.code, "ends in .doc" in done.err, "--as" in done.err) == (2, True, True)
    assert cxaudit("report", EXAMPLE, "-o", tmp_path / "own.old", "--as", "csv").code == 0
    assert cxaudit("report", EXAMPLE, "-o", tmp_path / "plain").code == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["own.old", "plain"]


def test_a_folder_that_is_not_there_is_named(cxaudit: CommandLine, tmp_path: Path) -> None:
    done = cxaudit("report", EXAMPLE, "-o", tmp_path / "none" / "a.pdf")
    assert (done.code, "There is no such folder." in done.err) == (2, True)
