"""Recent files in words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cxaudit.app.ports import RecentFile
from cxaudit.presentation.home import day_text, home_view, recent_view

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 20), "Today"),
        (date(2026, 11, 19), "Yesterday"),
        (date(2026, 11, 12), "12 November"),
        (date(2025, 5, 14), "14 May 2025"),
        (date(2026, 12, 1), "1 December"),
    ],
)
def test_days_are_said_as_people_say_them(day: date, text: str) -> None:
    assert day_text(day, TODAY) == text


def entry(organisation: str = "Kestrel Water", day: int = 20) -> RecentFile:
    opened = datetime(2026, 11, day, 10, 42, tzinfo=UTC)
    return RecentFile(Path("/audits/Audit 1.cxaudit"), organisation, 11, 15, "quick", opened, pinned=day != 20)


def test_a_recent_file_says_whose_what_how_far_and_when() -> None:
    view = recent_view(entry(), TODAY)
    assert (view.name, view.kind, view.state) == ("Kestrel Water", "Five-minute audit", "11 of 15 done")
    assert (view.when, view.pinned) == ("Today, 10:42", False)


def test_without_an_organisation_the_file_s_name_stands_for_it() -> None:
    assert recent_view(entry(""), TODAY).name == "Audit 1"


def test_an_older_file_says_the_day_only() -> None:
    view = home_view((entry(day=12),), TODAY, remembers=True).recent[0]
    assert (view.when, view.pinned) == ("12 November", True)


def test_a_full_audit_says_so() -> None:
    full = RecentFile(Path("x"), "", 1, 26, "full", datetime(2026, 1, 1, tzinfo=UTC))
    assert recent_view(full, TODAY).kind == "Full audit"
