"""The plan as tasks for a tracker, and as dates for a calendar: the same words, cut for where they go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cxaudit.i18n import _
from cxaudit.presentation.plan_rows import PlanRow, PlanRows
from cxaudit.presentation.report_words import real_date, shortened

TITLE = 255
"""The most characters of a title that both trackers take."""
AGAIN = 182
"""Days until an audit is looked at again: half a year."""


@dataclass(frozen=True, slots=True)
class Task:
    """One task: `text` is its description in paragraphs, `labels` have no blanks; `due` is ISO 8601 or empty."""

    id: str
    title: str
    text: str
    due: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanDate:
    """A day of the calendar. `id` is the same for the same thing each time it is exported."""

    id: str
    day: date
    title: str
    text: str


def tasks(plan: PlanRows) -> tuple[Task, ...]:
    """Return the open rows as tasks."""
    return tuple(_task(row) for row in plan.open)


def _task(row: PlanRow) -> Task:
    return Task(
        id=row.id,
        title=shortened(row.title, TITLE),
        text="\n\n".join(_paragraphs(row)),
        due=real_date(row.due or None) or "",
        labels=("customer-experience", *_lane_labels(row), *((f"effort-{row.effort}",) if row.effort else ())),
    )


def _lane_labels(row: PlanRow) -> tuple[str, ...]:
    return ("parked",) if row.kind == "parked" else (row.when.casefold().replace(" ", "-"),)


def _paragraphs(row: PlanRow) -> Iterator[str]:
    labelled = (
        (_("Came up at") if row.kind == "parked" else _("Closes"), row.gap),
        (_("Why"), row.why),
        (_("First step, this week"), row.first_step),
        (_("Done when"), row.done_when),
        (_("Owner"), row.owner),
        (_("Effort"), row.effort),
        (_("Waits for"), row.needs),
    )
    yield from (_("{label}: {text}").format(label=label, text=text) for label, text in labelled if text)


def plan_dates(plan: PlanRows, key: str) -> tuple[PlanDate, ...]:
    """Return the days on which open rows are due, by day, and the one to look at the audit again.

    `key` tells this audit's dates from those of another.
    """
    found = [
        PlanDate(f"{key}-{row.id}", date.fromisoformat(day), _due_title(row), "\n\n".join(_paragraphs(row)))
        for row in plan.open
        if (day := real_date(row.due or None)) is not None
    ]
    return (*sorted(found, key=lambda one: (one.day, one.id)), *_again(plan, key))


def _due_title(row: PlanRow) -> str:
    title = shortened(row.title, TITLE)
    text = _("Due: {title} ({owner})") if row.owner else _("Due: {title}")
    return text.format(title=title, owner=row.owner)


def _again(plan: PlanRows, key: str) -> Iterator[PlanDate]:
    """Yield half a year after the audit; nothing where its date is not known, or lies at the end of all days."""
    if plan.date is None or date.fromisoformat(plan.date) > date.max - timedelta(days=AGAIN + 1):
        return
    name = plan.organisation or _("your organisation")
    yield PlanDate(
        f"{key}-again",
        date.fromisoformat(plan.date) + timedelta(days=AGAIN),
        _("Audit customer experience again: {name}").format(name=shortened(name, 80)),
        _("Look first at what was promised half a year ago, then answer the questions again without the old answers."),
    )
