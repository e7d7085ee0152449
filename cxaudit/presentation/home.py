"""The home screen as a frozen view: the list of recent files in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxaudit.app.ports import RecentFile
from cxaudit.i18n import _
from cxaudit.presentation.dates import month_name


@dataclass(frozen=True, slots=True)
class RecentView:
    """One line of the list of recent files, in words."""

    path: Path
    name: str
    kind: str
    state: str
    when: str
    pinned: bool


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home screen shows; `remembers` says whether recent files are kept at all."""

    recent: tuple[RecentView, ...]
    remembers: bool


def day_text(day: date, today: date) -> str:
    """Return a day as people say it: today, yesterday, "12 November", and the year where it is another one."""
    if day == today:
        return _("Today")
    if (today - day).days == 1:
        return _("Yesterday")
    text = _("{day} {month}").format(day=day.day, month=month_name(day.month))
    return text if day.year == today.year else f"{text} {day.year}"


def recent_view(entry: RecentFile, today: date) -> RecentView:
    """Word one recent file."""
    day = entry.opened.date()
    when = day_text(day, today)
    if day == today:
        when = _("{day}, {time}").format(day=when, time=f"{entry.opened:%H:%M}")
    return RecentView(
        path=entry.path,
        name=entry.organisation or entry.path.stem,
        kind=_("Five-minute audit") if entry.mode == "quick" else _("Full audit"),
        state=_("{answered} of {asked} done").format(answered=entry.answered, asked=entry.asked),
        when=when,
        pinned=entry.pinned,
    )


def home_view(recent: tuple[RecentFile, ...], today: date, *, remembers: bool) -> HomeView:
    """Return the view of the home screen."""
    return HomeView(tuple(recent_view(entry, today) for entry in recent), remembers)
