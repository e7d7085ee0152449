"""The plan's dates as a calendar file (iCalendar, RFC 5545)."""
# icalendar leaves the type of a value open.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from cxaudit import __version__
from cxaudit.app.reporting import BuiltReport
from cxaudit.i18n import _
from cxaudit.presentation.plan_rows import plan_rows
from cxaudit.presentation.plan_tasks import PlanDate, plan_dates
from cxaudit.report.job import Job
from cxaudit.report.plain import plain

REMIND = timedelta(days=-7)
NO_DATE = date(2000, 1, 1)
"""Stands for the day of making in a file of an audit without a date: the same audit gives the same file."""


def render(job: Job) -> BuiltReport:
    """Return a whole-day event for each date, with a reminder a week before."""
    plan = plan_rows(job.pack, job.assessment)
    key = hashlib.sha256(job.assessment.id.encode()).hexdigest()[:20]
    calendar = Calendar()
    calendar.add("prodid", f"-//cxaudit//cxaudit {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    made = datetime.combine(date.fromisoformat(plan.date) if plan.date else NO_DATE, time(12), UTC)
    for found in plan_dates(plan, key):
        calendar.add_component(_event(found, made))
    return BuiltReport(calendar.to_ical())


def _event(found: PlanDate, made: datetime) -> Event:
    event = Event()
    event.add("uid", f"{found.id}@cxaudit")
    event.add("dtstamp", made)
    event.add("dtstart", found.day)
    event.add("dtend", found.day + timedelta(days=1) if found.day < date.max else found.day)
    event.add("summary", plain(found.title))
    event.add("description", plain(found.text))
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", REMIND)
    alarm.add("description", _("In a week: {title}").format(title=plain(found.title)))
    event.add_component(alarm)
    return event
