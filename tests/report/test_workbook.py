"""The spreadsheet, read back: texts stay texts, formulas give the audit's numbers, the plan can be worked with."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from support.reports import FULL_AUDIT, example

from cxaudit.app.brand import Brand
from cxaudit.app.reporting import ReportFormat, ReportOptions
from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.answer_rows import answer_rows
from cxaudit.presentation.plan_rows import plan_rows
from cxaudit.presentation.score_rows import score_rows
from cxaudit.report.writer import build_report

EXAMPLES = ("nordlys-quick.toml", FULL_AUDIT, "nordlys-workshop.toml")
SHEETS = ["Summary", "Answers", "Scores", "Plan"]


def built(audit: Assessment, pack: Pack, form: ReportFormat = "xlsx", **options: Any) -> bytes:
    return build_report(audit, pack, ReportOptions(**options), form).content


def opened(content: bytes, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(BytesIO(content), data_only=values)


def column(sheet: Any, head: str, row: int = 1) -> list[Any]:
    place = [cell.value for cell in sheet[row]].index(head) + 1
    return [sheet.cell(line, place).value for line in range(row + 1, sheet.max_row + 1)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_holds_every_answer_the_scores_and_the_plan(name: str) -> None:
    audit, pack = example(name)
    book = opened(built(audit, pack))
    assert book.sheetnames == SHEETS
    rows = answer_rows(pack, audit)
    assert column(book["Answers"], "Code") == [row.code for row in rows]
    assert column(book["Answers"], "Level") == [row.level for row in rows]
    assert column(book["Plan"], "Action") == [row.title for row in plan_rows(pack, audit).rows]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_value_beside_each_formula_is_the_audits(name: str) -> None:
    audit, pack = example(name)
    sheet = opened(built(audit, pack), values=True)["Scores"]
    scores = score_rows(pack, audit)
    shown = column(sheet, "Index", 3)[: len(scores.dimensions) + 1]
    assert shown == pytest.approx([float(d.index or 0) for d in scores.dimensions] + [float(scores.index or 0)])
    exact = column(sheet, "Exactly", 3)[: len(scores.dimensions)]
    assert [Fraction(text) for text in exact] == [d.index for d in scores.dimensions]


SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def computed(content: bytes, folder: Path) -> Any:
    """The workbook as LibreOffice computes and saves it."""
    (folder / "book.xlsx").write_bytes(content)
    (folder / "out").mkdir()
    assert SOFFICE
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [
        SOFFICE,
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(folder / "out"),
        str(folder / "book.xlsx"),
    ]
    subprocess.run(words, check=True, capture_output=True, timeout=180, cwd=folder)
    return opened((folder / "out" / "book.xlsx").read_bytes(), values=True)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", [FULL_AUDIT, "nordlys-workshop.toml"])
def test_libreoffice_computes_the_audits_numbers(name: str, tmp_path: Path) -> None:
    audit, pack = example(name)
    content = unvalued(built(audit, pack))
    scores = score_rows(pack, audit)
    sheet = computed(content, tmp_path)["Scores"]
    shown = column(sheet, "Index", 3)[: len(scores.dimensions) + 1]
    assert shown == pytest.approx([float(d.index or 0) for d in scores.dimensions] + [float(scores.index or 0)])


def unvalued(content: bytes) -> bytes:
    """The workbook without the values beside its formulas, so that whoever opens it has to compute."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(file, "w") as made:
        for part in given.infolist():
            data = given.read(part)
            made.writestr(part, re.sub(rb"</f><v>[^<]*</v>", b"</f>", data))
    return file.getvalue()


HOSTILE = "=cmd|' /C calc'!A0"


def test_no_text_is_a_formula_and_none_is_lost() -> None:
    audit, pack = example("nordlys-quick.toml")
    practice = next(iter(pack.practices))
    answers = {**audit.answers, practice: Answer(level=4, note=HOSTILE, evidence="+1")}
    first = plan_rows(pack, audit).rows[0].id
    changed = audit.model_copy(
        update={"answers": answers, "organisation": "@Acme", "actions": {first: ActionState(owner="-1+1")}}
    )
    book = opened(built(changed, pack))
    found = {
        cell.value: (cell.data_type, cell.quotePrefix)
        for sheet in book
        for line in sheet.iter_rows()
        for cell in line
        if isinstance(cell.value, str) and cell.value in {HOSTILE, "+1", "@Acme", "-1+1"}
    }
    assert found == dict.fromkeys([HOSTILE, "+1", "@Acme", "-1+1"], ("s", True))
    formulas = [c for sheet in book for line in sheet.iter_rows() for c in line if c.data_type == "f"]
    assert {cell.parent.title for cell in formulas} == {"Scores"}


def test_long_and_odd_texts_are_kept_as_far_as_a_cell_goes() -> None:
    audit, pack = example("nordlys-quick.toml")
    first, second, *_rest = pack.practices
    answers = {
        **audit.answers,
        first: Answer(level=4, note="word " * 4000),
        second: Answer(level=2, note="a\x00bc\u202ed\ne"),
    }
    sheet = opened(built(audit.model_copy(update={"answers": answers}), pack))["Answers"]
    notes = column(sheet, "Note")
    assert notes[0] == ("word " * 4000).strip()
    assert notes[1] == "abcd\ne"


def test_an_audit_without_answers_says_so() -> None:
    _audit, pack = example("nordlys-quick.toml")
    blank = Assessment(id="x", pack=pack.id, version=pack.version, content=pack.content)
    book = opened(built(blank, pack))
    assert book["Plan"].cell(2, 1).value == "No plan yet: no answer is known"
    assert not [c for line in book["Scores"].iter_rows() for c in line if c.data_type == "f"]


def test_the_plan_alone_can_be_worked_with() -> None:
    audit, pack = example(FULL_AUDIT)
    book = opened(built(audit, pack, "plan"))
    assert book.sheetnames == ["Plan"]
    sheet = book["Plan"]
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == '"Open,Started,Done,Not now,Dropped"'
    assert sheet.freeze_panes == "E2"
    assert sheet.auto_filter.ref
    assert sheet.print_title_rows == "$1:$1"


def test_the_brand_and_nobody_else_stands_in_it() -> None:
    audit, pack = example()
    book = opened(built(audit, pack, brand=Brand(consultant="Ada Lind", footer="Fjord & Partners", primary="#0B6E4F")))
    assert (book.properties.creator, book.properties.lastModifiedBy) == ("Ada Lind", "Ada Lind")
    assert "Fjord && Partners" in book["Summary"].oddFooter.left.text
    assert book["Answers"]["A1"].fill.fgColor.rgb == "FF0B6E4F"
    plain = opened(built(audit, pack)).properties
    assert (plain.creator or "", plain.created.isoformat()) == ("", "2026-11-20T00:00:00")


MAKE = """if True:
    import sys
    from cxaudit.app.reporting import ReportOptions
    from cxaudit.bootstrap import load_example
    from cxaudit import assets
    from cxaudit.report.writer import build_report
    from cxaudit.storage.packs import PublishedPacks
    audit, pack = load_example(PublishedPacks(assets.questionnaires() / "published"))
    sys.stdout.buffer.write(build_report(audit, pack, ReportOptions(), "xlsx").content)
"""


def test_the_same_bytes_in_another_process_hash_seed_and_time_zone() -> None:
    made = [
        subprocess.run(
            [sys.executable, "-c", MAKE],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert made[0] == made[1]
    assert made[0].startswith(b"PK")
