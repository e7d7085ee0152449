"""`cxaudit verify`: what it prints and with what it exits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import tampering
from support.command_line import CommandLine

from cxaudit import assets


@pytest.fixture
def report(cxaudit: CommandLine, tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    done = cxaudit("report", assets.examples() / "nordlys-full.toml", "-o", path)
    assert done.code == 0, done.err
    return path


def test_a_whole_report_is_confirmed(cxaudit: CommandLine, report: Path) -> None:
    done = cxaudit("verify", report)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Confirmed: the report is what its answers give.\nNordlys Energi")


def test_as_json(cxaudit: CommandLine, report: Path) -> None:
    done = cxaudit("verify", report, "--json")
    found = json.loads(done.out)
    assert done.code == 0
    assert (found["confirmed"], found["holds"], found["pages"]["compared"]) == (True, "answers", "bytes")
    assert found["numbers"]["compared"] > 1000
    assert found["numbers"]["differ"] == found["pages"]["differ"] == []


def test_a_changed_report_is_refuted_with_1(cxaudit: CommandLine, report: Path) -> None:
    report.write_bytes(
        tampering.with_receipt(report.read_bytes(), lambda row: row["numbers"]["overall"].update(level=5))
    )
    done = cxaudit("verify", report)
    assert done.code == 1
    assert done.out.startswith("Refuted")
    assert "- Overall, level: the receipt says 5, worked out again it is 2." in done.out
    found = json.loads(cxaudit("verify", report, "--json").out)
    assert found["numbers"]["differ"] == [{"where": ["overall", "level"], "said": "5", "recomputed": "2"}]


def test_a_copy_for_the_client_says_what_it_holds(cxaudit: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "copy.pdf"
    assert cxaudit("report", assets.examples() / "nordlys-full.toml", "-o", path, "--client-copy").code == 0
    done = cxaudit("verify", path)
    assert done.code == 0
    assert done.out.startswith("Confirmed, as far as can be checked: the answers themselves are not attached.")


def test_a_brand_is_named_by_its_folder(cxaudit: CommandLine, tmp_path: Path) -> None:
    path, brand = tmp_path / "branded.pdf", assets.examples() / "brands" / "fjord"
    assert cxaudit("report", assets.examples() / "nordlys-quick.toml", "-o", path, "--brand", brand).code == 0
    assert json.loads(cxaudit("verify", path, "--brand", brand, "--json").out)["pages"]["compared"] == "bytes"


def test_what_cannot_be_checked_exits_with_2(cxaudit: CommandLine, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7\nno more")
    for path, word in ((other, "no PDF that can be read"), (tmp_path / "none.pdf", "There is no such file.")):
        done = cxaudit("verify", path)
        assert (done.code, done.out) == (2, "")
        assert word in done.err
    assert cxaudit("report", assets.examples() / "nordlys-quick.toml", "-o", other, "--no-receipt").code == 0
    assert "has no receipt attached" in cxaudit("verify", other).err
