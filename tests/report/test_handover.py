"""The plan for other tools: what they read is what the plan says, and nothing in it runs."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from support.private import private_audit
from support.reports import FULL_AUDIT, example

from cxaudit import assets
from cxaudit.app.reporting import ReportFormat, ReportOptions
from cxaudit.domain.assessment import ActionState, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.answer_rows import answer_rows
from cxaudit.presentation.plan_rows import plan_rows
from cxaudit.report.cells import STARTS, cell, csv_file
from cxaudit.report.writer import build_report
from cxaudit.storage.packs import PublishedPacks


def built(form: ReportFormat, audit: Assessment, pack: Pack) -> bytes:
    return build_report(audit, pack, ReportOptions(), form).content


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def owned(audit: Assessment, pack: Pack, owner: str = "", due: str | None = None) -> Assessment:
    """The audit with something decided about its first action."""
    first = plan_rows(pack, audit).rows[0].id
    return audit.model_copy(update={"actions": {first: ActionState(owner=owner, due=due)}})


@given(st.text())
def test_no_cell_is_a_formula_and_no_text_is_lost(text: str) -> None:
    found = cell(text)
    assert not found.lstrip().startswith(STARTS)
    assert not found.startswith(STARTS)


@pytest.mark.parametrize("text", ["=1+1", " =1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=cmd|' /C calc'!A0"])  # noqa: RUF001 - a wide form
def test_what_might_be_a_formula_has_an_apostrophe_before_it(text: str) -> None:
    assert cell(text).startswith("'")
    assert rows(csv_file(["a"], [[text]]))[1][0].startswith("'")


def test_other_texts_stay_as_they_are() -> None:
    texts = ["a=1", "3-4", "two\nlines", 'a "quoted", part', "ærlig"]
    assert rows(csv_file(["x"], [[text] for text in texts]))[1:] == [[text] for text in texts]


def test_jira_gets_every_open_action_with_a_mark_for_excel() -> None:
    audit, pack = example(FULL_AUDIT)
    audit = owned(audit, pack, due="2027-03-31", owner="Kim")
    content = built("jira", audit, pack)
    assert content.startswith(b"\xef\xbb\xbf")
    heads, *found = rows(content)
    assert heads[:4] == ["Summary", "Description", "Issue Type", "Due Date"]
    assert len(found) == len(plan_rows(pack, audit).open)
    assert found[0][3] == "2027-03-31"
    assert "Owner: Kim" in found[0][1]
    assert all(" " not in label for row in found for label in row[4:7])


def test_gitlab_gets_title_and_description_first_and_no_command() -> None:
    audit, pack = example(FULL_AUDIT)
    content = built("gitlab", owned(audit, pack, owner="Kim\n/close\n  /assign @all"), pack)
    heads, *found = rows(content)
    assert heads == ["title", "description", "due_date"]
    assert content.startswith(b"title,")
    lines = [line.lstrip() for row in found for line in row[1].splitlines()]
    assert [line for line in lines if line.startswith("/")] == []
    assert "\\/close" in "\n".join(lines)


def test_the_calendar_reads_back_with_the_same_ids_each_time() -> None:
    audit, pack = example(FULL_AUDIT)
    dated = owned(audit, pack, due="2027-03-31", owner="Kim; Lee, both")
    first, second = (Calendar.from_ical(built("ics", dated, pack)) for _time in range(2))
    events = list(first.walk("VEVENT"))
    assert [event.decoded("dtstart").isoformat() for event in events] == ["2027-03-31", "2027-05-21"]
    assert [event["uid"] for event in events] == [event["uid"] for event in second.walk("VEVENT")]
    assert "Kim; Lee, both" in str(events[0]["summary"])
    assert [len(event.walk("VALARM")) for event in events] == [1, 1]


def test_an_audit_without_a_date_and_without_answers_has_an_empty_calendar() -> None:
    _audit, pack = example(FULL_AUDIT)
    blank = Assessment(id="x", pack=pack.id, version=pack.version, content=pack.content)
    assert Calendar.from_ical(built("ics", blank, pack)).walk("VEVENT") == []
    assert [len(rows(built(form, blank, pack))) for form in ("jira", "gitlab")] == [1, 1]


def test_a_date_at_the_end_of_all_days_is_no_reason_to_fail() -> None:
    audit, pack = example(FULL_AUDIT)
    events = Calendar.from_ical(built("ics", owned(audit, pack, due="9999-12-31"), pack)).walk("VEVENT")
    assert max(event.decoded("dtstart") for event in events) == date.max


def test_the_table_has_a_row_for_each_practice_asked() -> None:
    audit, pack = example("nordlys-workshop.toml")
    heads, *found = rows(built("csv", audit, pack))
    expected = answer_rows(pack, audit)
    assert [row[0] for row in found] == [row.code for row in expected]
    assert [row[heads.index("Level")] for row in found] == [str(row.level or "") for row in expected]
    assert all(len(row) == len(heads) for row in found)


def test_states_are_told_in_the_table() -> None:
    pack = PublishedPacks(assets.questionnaires() / "published").newest()
    audit = private_audit(pack)
    found = {row.state for row in answer_rows(pack, audit.model_copy(update={"mode": "full"}))}
    assert found >= {"answered", "not answered"}


def test_the_data_holds_the_receipt_the_summary_and_the_plan() -> None:
    audit, pack = example(FULL_AUDIT)
    content = built("json", audit, pack)
    assert content.isascii()
    data = json.loads(content)
    assert (data["form"], data["version"], data["copy"]) == ("cxaudit-report", 1, False)
    assert data["receipt"]["overall"]["index"]
    assert len(data["summary"]["numbers"]) == 4
    assert [row["id"] for row in data["plan"]] == [row.id for row in plan_rows(pack, audit).rows]
