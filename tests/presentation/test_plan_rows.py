"""The plan as rows, tasks and dates says what the plan says."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packs_at_random import random_assessment, random_pack
from support.private import private_audit

from cxaudit import assets
from cxaudit.bootstrap import load_example
from cxaudit.domain.assessment import ActionState, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.plan_rows import plan_rows
from cxaudit.presentation.plan_tasks import AGAIN, plan_dates, tasks
from cxaudit.storage.packs import PublishedPacks

PACKS = PublishedPacks(assets.questionnaires() / "published")


@pytest.fixture(scope="module")
def example() -> tuple[Assessment, Pack]:
    return load_example(PACKS)


def decided(audit: Assessment, **states: ActionState) -> Assessment:
    return audit.model_copy(update={"actions": {name.replace("_", "-"): state for name, state in states.items()}})


def test_every_action_of_the_plan_is_a_row_and_open_ones_come_first(example: tuple[Assessment, Pack]) -> None:
    audit, pack = example
    plain = decided(audit)
    first, second, third, *_rest = [row.id for row in plan_rows(pack, plain).rows]
    states = {first: ActionState(status="done"), second: ActionState(status="accepted", reason="No money")}
    found = plan_rows(pack, plain.model_copy(update={"actions": states}))
    assert found.rows[0].id == third
    assert [(row.id, row.status, row.closed) for row in found.rows if row.closed] == [
        (second, "Not now", True),
        (first, "Done", True),
    ]
    assert [row.reason for row in found.rows if row.id == second] == ["No money"]
    assert {row.id for row in found.open} == {row.id for row in found.rows} - {first, second}


def test_a_row_says_which_gap_it_closes_and_what_comes_first(example: tuple[Assessment, Pack]) -> None:
    audit, pack = example
    rows = plan_rows(pack, audit).rows
    assert all("level" in row.gap for row in rows if row.recovers)
    titles = {row.title for row in rows}
    needing = [row for row in rows if row.needs]
    assert needing
    assert all(set(row.needs.split("; ")) <= titles for row in needing)


def test_what_was_parked_is_a_row_with_its_owner_or_none() -> None:
    pack = PACKS.newest()
    (row,) = [row for row in plan_rows(pack, private_audit(pack)).rows if row.kind == "parked"]
    assert (row.title, row.owner, row.due, row.status, row.closed) == (
        "Zebraparked",
        "Zebrataker",
        "2027-02-01",
        "Dropped",
        True,
    )


def test_an_audit_without_answers_has_no_row_and_says_so() -> None:
    pack = PACKS.newest()
    blank = Assessment(id="x", pack=pack.id, version=pack.version, content=pack.content)
    found = plan_rows(pack, blank)
    assert found.rows == ()
    assert found.empty == "No plan yet: no answer is known"
    assert (tasks(found), plan_dates(found, "k")) == ((), ())


def test_tasks_are_the_open_rows_with_labels_without_blanks(example: tuple[Assessment, Pack]) -> None:
    audit, pack = example
    plan = plan_rows(pack, audit)
    found = tasks(plan)
    assert [task.id for task in found] == [row.id for row in plan.open]
    assert all(" " not in label for task in found for label in task.labels)
    assert all(
        row.first_step in task.text and row.done_when in task.text for task, row in zip(found, plan.open, strict=True)
    )


def test_a_parked_item_is_a_task_too() -> None:
    pack = PACKS.newest()
    audit = private_audit(pack)
    assert audit.workshop is not None
    (item,) = audit.workshop.parked
    kept = item.model_copy(update={"dropped": False, "due": "2027-02-31"})
    workshop = audit.workshop.model_copy(update={"parked": (kept,)})
    found = tasks(plan_rows(pack, audit.model_copy(update={"workshop": workshop})))
    (task,) = [task for task in found if task.id == "parked-1"]
    assert (task.title, task.due, task.labels) == ("Zebraparked", "", ("customer-experience", "parked"))
    assert "Zebrataker" in task.text


def test_dates_are_those_that_were_set_and_half_a_year_after_the_audit(example: tuple[Assessment, Pack]) -> None:
    audit, pack = example
    first, second, third, *_rest = [row.id for row in plan_rows(pack, decided(audit)).rows]
    states = {
        first: ActionState(due="2027-03-31", owner="Kim"),
        second: ActionState(due="2027-01-15"),
        third: ActionState(due="2027-02-30"),
    }
    plan = plan_rows(pack, audit.model_copy(update={"actions": states, "date": "2026-11-20"}))
    found = plan_dates(plan, "k")
    assert [(one.id, one.day.isoformat()) for one in found] == [
        (f"k-{second}", "2027-01-15"),
        (f"k-{first}", "2027-03-31"),
        ("k-again", "2027-05-21"),
    ]
    assert found[1].title.startswith("Due: ")
    assert "(Kim)" in found[1].title
    assert (found[2].day - found[2].day.replace(2026, 11, 20)).days == AGAIN


@pytest.mark.parametrize("day", [None, "2026-02-30", "9999-12-01"])
def test_without_a_day_that_can_be_counted_from_there_is_no_date_to_look_again(
    example: tuple[Assessment, Pack], day: str | None
) -> None:
    audit, pack = example
    plan = plan_rows(pack, decided(audit).model_copy(update={"date": day, "organisation": ""}))
    assert plan_dates(plan, "k") == ()


def test_an_audit_without_a_name_is_looked_at_again_all_the_same(example: tuple[Assessment, Pack]) -> None:
    audit, pack = example
    plan = plan_rows(pack, decided(audit).model_copy(update={"organisation": ""}))
    assert [one.title for one in plan_dates(plan, "k")] == ["Audit customer experience again: your organisation"]


@given(st.randoms(use_true_random=False))
def test_every_plan_can_be_handed_over(r: Random) -> None:
    pack = random_pack(r)
    audit = random_assessment(r, pack)
    plan = plan_rows(pack, audit)
    assert len({row.id for row in plan.rows}) == len(plan.rows)
    assert len(tasks(plan)) == len(plan.open)
