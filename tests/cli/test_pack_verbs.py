"""`cxaudit pack` on the command line: what is printed, where, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.authored import CX_CORE, AuthoredPack
from support.command_line import CommandLine

from cxaudit import assets
from cxaudit.storage.packs import PublishedPacks, read_pack_file

NEWEST = PublishedPacks(assets.questionnaires() / "published").newest()


def test_lint_of_the_real_pack_prints_its_totals(cxaudit: CommandLine) -> None:
    done = cxaudit("pack", "lint", CX_CORE)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "0 errors, 0 warnings"
    assert "quick 15" in lines[1]
    assert "of 568 words" in lines[2]
    assert "of 300 s" in lines[2]


def test_lint_names_file_line_practice_key_and_the_mending(cxaudit: CommandLine, tmp_path: Path) -> None:
    pack = AuthoredPack()
    pack.practice("M2")["anchors"][0] = "x" * 80
    pack.flag("M1")["cap"] = 9
    folder = pack.write(tmp_path / "pack")
    done = cxaudit("pack", "lint", folder)
    headers = [
        n for n, line in enumerate((folder / "mission.toml").read_text().splitlines(), 1) if line == "[[practice]]"
    ]
    assert done.code == 1
    assert f"mission.toml:{headers[1]}: error: practice mission.recall, anchors.1: It has 80 characters" in done.out
    assert "Shorten it." in done.out
    assert "flags.toml:2: error: flag " in done.out
    assert "2 errors" in done.out


def test_lint_compares_with_the_versions_of_a_folder(cxaudit: CommandLine, tmp_path: Path) -> None:
    pack = AuthoredPack()
    cxaudit("pack", "publish", pack.write(tmp_path / "pack"), "--into", tmp_path / "out")
    version, pack.head["version"] = pack.head["version"], "0.9.0"
    done = cxaudit("pack", "lint", pack.write(tmp_path / "pack"), "--against", tmp_path / "out")
    assert done.code == 1
    assert f"pack.toml:1: error: pack, version: Version {version} is published already." in done.out
    assert cxaudit("pack", "lint", tmp_path / "pack", "--against", tmp_path / "none").code == 0


def test_warnings_alone_do_not_fail(cxaudit: CommandLine, tmp_path: Path) -> None:
    pack = AuthoredPack()
    pack.practice("M1")["question"] = "Which words often state it?"
    done = cxaudit("pack", "lint", pack.write(tmp_path / "pack"), "--against", tmp_path / "none")
    assert done.code == 0
    assert "warning: practice mission.statement, question: 'often' is vague" in done.out
    assert "0 errors, 1 warning\n" in done.out


def test_what_cannot_be_read_has_a_code_of_its_own(cxaudit: CommandLine, tmp_path: Path) -> None:
    folder = AuthoredPack().write(tmp_path / "pack")
    (folder / "flags.toml").write_text('[[flag]]\nid = "x\n', encoding="utf-8")
    (folder / "actions.toml").write_bytes(b"\xff")
    done = cxaudit("pack", "lint", folder)
    assert done.code == 2
    assert "flags.toml:2: This is not TOML" in done.err
    assert "actions.toml: Byte 0 is not UTF-8" in done.err
    assert cxaudit("pack", "lint", tmp_path / "missing").code == 2


def test_publish_writes_the_pack_and_prints_its_digests(cxaudit: CommandLine, tmp_path: Path) -> None:
    done = cxaudit("pack", "publish", AuthoredPack().write(tmp_path / "pack"), "--into", tmp_path / "out")
    assert done.code == 0, done.err
    path, content, scoring = done.out.splitlines()
    pack = read_pack_file(Path(path))
    assert (content, scoring) == (f"content {pack.content}", f"scoring {pack.scoring}")


def test_publish_refuses_errors_and_other_content(cxaudit: CommandLine, tmp_path: Path) -> None:
    pack, out = AuthoredPack(), tmp_path / "out"
    first = cxaudit("pack", "publish", pack.write(tmp_path / "pack"), "--into", out)
    pack.head["title"] = "Another title"
    refused = cxaudit("pack", "publish", pack.write(tmp_path / "pack"), "--into", out)
    again = cxaudit("pack", "publish", pack.write(tmp_path / "pack"), "--into", out, "--again")
    pack.practice("M1")["anchors"].pop()
    wrong = cxaudit("pack", "publish", pack.write(tmp_path / "pack"), "--into", out, "--again")
    assert [done.code for done in (first, refused, again, wrong)] == [0, 2, 0, 1]
    assert "published already" in refused.err
    assert "CHANGELOG" in again.err
    assert "Nothing was written." in wrong.err
    assert PublishedPacks(out).newest().title == "Another title"


@pytest.mark.parametrize("name", [(), ("cx-core",), (f"cx-core@{NEWEST.version}",)])
def test_show_prints_every_text_of_the_pack(name: tuple[str, ...], cxaudit: CommandLine) -> None:
    done = cxaudit("pack", "show", *name)
    assert done.code == 0, done.err
    shown = " ".join(done.out.split())
    for practice in NEWEST.practices.values():
        texts = (practice.id, practice.question, *practice.anchors, practice.looks_like, practice.example)
        told = (*texts, practice.example_large, practice.debate, practice.fact.question if practice.fact else "")
        for text in told:
            assert text in shown
    for text in [t for f in NEWEST.flags for t in (f.title, f.why, f.check, f.effect, f.cleared_when)]:
        assert text in shown
    for text in [t for a in NEWEST.actions for t in (a.id, a.title, a.why, a.first_step, a.done_when)]:
        assert text in shown
    assert all(rule in shown for rule in NEWEST.rating_rules)
    assert all(claim.text in shown for claim in NEWEST.claims)
    assert all(vignette.text in shown for vignette in NEWEST.vignettes)
    assert max(map(len, done.out.splitlines())) <= 100


def test_show_prints_a_file_and_refuses_what_is_none(cxaudit: CommandLine, tmp_path: Path) -> None:
    published = assets.questionnaires() / "published" / f"cx-core-{NEWEST.version}.json"
    assert cxaudit("pack", "show", published).out == cxaudit("pack", "show").out
    planted = tmp_path / "cx-core-1.0.0.json"
    planted.write_bytes(published.read_bytes().replace(b"customers", b"customerz"))
    done = cxaudit("pack", "show", planted)
    assert (done.code, done.out) == (2, "")
    assert "digest" in done.err


def test_show_prints_an_authored_folder_too(cxaudit: CommandLine, tmp_path: Path) -> None:
    pack = AuthoredPack()
    pack.practice("M1")["example_large"] = "A bank did it."
    done = cxaudit("pack", "show", pack.write(tmp_path / "pack"))
    assert (done.code, done.err) == (0, "")
    assert "Large: A bank did it." in done.out


def test_diff_groups_what_changed_by_class(cxaudit: CommandLine, tmp_path: Path) -> None:
    pack = AuthoredPack()
    pack.practice("M1")["title"] = "Mission words"
    pack.flag("M1")["cap"] = 1
    done = cxaudit("pack", "diff", CX_CORE, pack.write(tmp_path / "pack"))
    version = pack.head["version"]
    major, minor, _patch = version.split(".")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"cx-core {version} > cx-core {version}",
        f"The change is compatible: the next version is {major}.{int(minor) + 1}.0 or later.",
        "content digest: moved",
        "scoring digest: moved",
        "",
        "Compatible (1)",
        f"  flag {pack.flag('M1')['id']}: The cap goes from 2 to 1.",
        "",
        "Editorial (1)",
        "  practice mission.statement: Changed: title.",
    ]


def test_diff_of_the_first_version_and_the_next_shows_nothing_that_breaks(cxaudit: CommandLine) -> None:
    done = cxaudit("pack", "diff", "cx-core@1.0.0", CX_CORE)
    assert done.code == 0
    assert "Breaking" not in done.out
    assert "the next version is 1.1.0 or later" in done.out
    assert "practice mission.trade-offs: The practice was added (M3, full audit only)." in done.out


def test_diff_speaks_json(cxaudit: CommandLine) -> None:
    told = json.loads(cxaudit("pack", "diff", "cx-core@1.0.0", CX_CORE, "--json").out)
    assert (told["old"]["version"], told["new"]["id"], told["class"]) == ("1.0.0", "cx-core", "compatible")
    assert (told["needs"], told["content_moved"], told["scoring_moved"]) == ("1.1.0", True, True)
    assert {"class": "compatible", "table": "practice", "id": "mission.statement",
            "what": "A fact-check was added."} in told["changes"]  # fmt: skip


def test_diff_of_the_same_says_so(cxaudit: CommandLine) -> None:
    published = assets.questionnaires() / "published" / "cx-core-1.0.0.json"
    done = cxaudit("pack", "diff", "cx-core@1.0.0", published)
    assert done.out == "cx-core 1.0.0 > cx-core 1.0.0\nNothing changed.\n"
    told = json.loads(cxaudit("pack", "diff", published, published, "--json").out)
    assert (told["class"], told["needs"], told["changes"]) == ("none", "1.0.0", [])


def test_diff_trusts_the_second_reader(cxaudit: CommandLine, tmp_path: Path) -> None:
    pack = AuthoredPack()
    pack.practice("M1")["question"] = "Which words state it?"
    assert "\nBreaking (1)\n" in cxaudit("pack", "diff", CX_CORE, pack.write(tmp_path / "pack")).out
    pack.practice("M1").update(editorial=True, second_reader="Ada")
    assert "Breaking" not in cxaudit("pack", "diff", CX_CORE, pack.write(tmp_path / "pack")).out


def test_diff_needs_two_packs(cxaudit: CommandLine, tmp_path: Path) -> None:
    pack = AuthoredPack()
    pack.practice("M1")["anchors"].pop()
    broken = pack.write(tmp_path / "pack")
    for words in ((CX_CORE, broken), (broken, CX_CORE), ("cx-core@9.9.9", CX_CORE), (CX_CORE, tmp_path)):
        done = cxaudit("pack", "diff", *words)
        assert (done.code, done.out) == (2, "")
    assert "mission.toml:2: It has 4 entries" in cxaudit("pack", "diff", CX_CORE, broken).err


@pytest.mark.parametrize("name", ["other", "cx-core@9.9.9", "../cx-core", "cx-core@", "@1.0.0"])
def test_show_of_what_is_not_published_says_what_is(name: str, cxaudit: CommandLine) -> None:
    done = cxaudit("pack", "show", name)
    assert (done.code, done.out) == (2, "")
    assert "cx-core" in done.err


def test_nothing_that_an_author_writes_moves_the_cursor(cxaudit: CommandLine, tmp_path: Path) -> None:
    pack = AuthoredPack()
    pack.practice("M1")["\x1b[31mred"] = "x"
    pack.action("M1", 1)["id"] = "\x1b]0;title\x07"
    done = cxaudit("pack", "lint", pack.write(tmp_path / "pack"))
    assert done.code == 1
    assert "\x1b" not in done.out + done.err
    assert "\x07" not in done.out + done.err
