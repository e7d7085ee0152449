"""What people read when something came back from the journal."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from cxaudit.app.ports import Recovery
from cxaudit.presentation.status import moved_view, recovery_view

LAST = datetime(2026, 3, 1, 14, 32, tzinfo=UTC)


def test_changes_that_came_back_are_counted_and_timed() -> None:
    view = recovery_view(Recovery(13, 12, LAST))
    assert view.title == "12 answers came back"
    assert "14:32" in view.sentence
    assert recovery_view(Recovery(1, 1, None)).title == "1 answer came back"
    assert recovery_view(Recovery(1, 0, None)).title == "1 change came back"
    assert recovery_view(Recovery(3, 0, None)).title == "3 changes came back"


def test_damage_is_told_and_nothing_is_said_to_have_come_back_that_did_not() -> None:
    assert "line 3" in recovery_view(Recovery(2, 2, LAST, "000001.journal: line 3")).sentence
    view = recovery_view(Recovery(0, 0, None, "000001.journal: line 3"))
    assert "came back" not in view.title
    assert "line 3" in view.sentence


def test_save_as_says_where_the_audit_lies_now() -> None:
    view = moved_view(Path("/a/Audit.cxaudit"), Path("/a/Audit.cxaudit"))
    assert (view.title, "left alone" in view.sentence) == ("Saved as Audit.cxaudit", False)
    view = moved_view(Path("/a/Audit.cxaudit"), Path("/a/Audit 2.cxaudit"))
    assert view.title == "Saved as Audit 2.cxaudit"
    assert "Audit.cxaudit was there already and was left alone." in view.sentence
