"""Every report passes PDF/UA-1 and PDF/A (3a with its receipt, 2a without); the check notices where one does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.bad_inputs import BAD_INPUTS, hostile_facts
from support.pdf_rules import FLAVOURS, WITH_RECEIPT, Verdict, verdicts
from support.reports import FULL_AUDIT, blank, built, checked_pack, example, longest, longest_pack, workshop
from support.voted import full_pack, largest_workshop

from cxaudit import assets
from cxaudit.app.reporting import ReportOptions
from cxaudit.report.brand.folder import read_brand
from cxaudit.report.pdf import blocks, objects
from cxaudit.report.pdf.attachments import Attachment
from cxaudit.report.pdf.canvas import Sheet
from cxaudit.report.pdf.document import build_pdf

pytestmark = pytest.mark.validator

ROOM = "nordlys-workshop.toml"
BRANDS = {name: read_brand(assets.examples() / "brands" / name).brand for name in ("fjord", "lighthouse")}
OPTIONS = {
    "fjord": ReportOptions(brand=BRANDS["fjord"]),
    "lighthouse on Letter": ReportOptions(brand=BRANDS["lighthouse"], paper="Letter"),
    "copy": ReportOptions(kept=frozenset()),
    "copy with notes": ReportOptions(kept=frozenset({"notes", "words"}), brand=BRANDS["lighthouse"]),
    "few sections": ReportOptions(sections=("receipts", "profile")),
}
"""Ways to write the report; each with the full audit and the workshop."""
SAMPLES = {"five minutes": "nordlys-quick.toml", "full audit": FULL_AUDIT, "workshop": ROOM}
GOOD = (
    *("example", "sample", "empty", "longest texts", "votes", "facts", "full", "room", "largest room"),
    *(f"{sample} {way}" for sample in ("full audit", "workshop") for way in OPTIONS),
    *BAD_INPUTS,
)


def _file_name(name: str) -> str:
    return f"{name.replace(' ', '-')}.pdf"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Verdict]:
    folder = tmp_path_factory.mktemp("reports")
    assessment, pack = example()
    content = {
        "example": build_pdf(assessment, pack)[0],
        "sample": build_pdf(assessment, pack, ReportOptions(sample=True))[0],
        "empty": built(blank()),
        "longest texts": build_pdf(longest(), longest_pack())[0],
        "votes": built(workshop()),
        "facts": build_pdf(hostile_facts(), checked_pack(), ReportOptions(sample=True))[0],
        "full": build_pdf(*example(FULL_AUDIT), ReportOptions(sample=True))[0],
        "room": build_pdf(*example(ROOM))[0],
        "largest room": build_pdf(largest_workshop(), full_pack())[0],
        **{
            f"{sample} {way}": build_pdf(*example(SAMPLES[sample]), options)[0]
            for sample in ("full audit", "workshop")
            for way, options in OPTIONS.items()
        },
        **{name: built(make()) for name, make in BAD_INPUTS.items()},
    }
    for name, pdf in content.items():
        (folder / _file_name(name)).write_bytes(pdf)
    return verdicts(sorted(folder.iterdir()), WITH_RECEIPT)


@pytest.mark.parametrize("flavour", WITH_RECEIPT)
@pytest.mark.parametrize("name", GOOD)
def test_report_keeps_the_rules(checked: dict[tuple[str, str], Verdict], name: str, flavour: str) -> None:
    verdict = checked[_file_name(name), flavour]
    assert verdict.passed, verdict.problems


def test_report_without_receipt_keeps_the_stricter_rules(tmp_path: Path) -> None:
    for sample, name in SAMPLES.items():
        plain = ReportOptions(receipt=False, brand=BRANDS["fjord"])
        (tmp_path / _file_name(sample)).write_bytes(build_pdf(*example(name), plain)[0])
    found = verdicts(sorted(tmp_path.iterdir()))
    assert len(found) == len(SAMPLES) * len(FLAVOURS)
    assert [v.problems for v in found.values() if not v.passed] == []


def test_attachment_that_breaks_the_rules_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    specification = objects.file_specification

    def unrelated(attachment: Attachment, stream: int) -> bytes:
        return specification(attachment, stream).replace(b" /AFRelationship /Data", b"")

    monkeypatch.setattr(objects, "file_specification", unrelated)
    path = tmp_path / "unrelated.pdf"
    path.write_bytes(built(blank()))
    assert not verdicts([path], ["PDFA_3_A"])["unrelated.pdf", "PDFA_3_A"].passed


def test_missing_tags_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "untagged.pdf"
    path.write_bytes(built(blank(), tagged=False))
    assert not any(verdict.passed for verdict in verdicts([path], WITH_RECEIPT).values())


def test_figure_without_words_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = blocks.Figure.draw

    def mute(self: blocks.Figure, sheet: Sheet, x: float, y: float, width: float) -> None:
        self.tag.alt = ""
        draw(self, sheet, x, y, width)

    monkeypatch.setattr(blocks.Figure, "draw", mute)
    path = tmp_path / "mute.pdf"
    path.write_bytes(built(blank()))
    found = verdicts([path], ["PDFUA_1"])["mute.pdf", "PDFUA_1"]
    assert not found.passed
    assert any(problem.startswith("7.3-1 ") for problem in found.problems)
