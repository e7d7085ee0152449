from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from cxaudit.bootstrap import build_services
from cxaudit.storage.folders import Folders


class Stopped:
    """A clock that shows one time."""

    def now(self) -> datetime:
        return datetime(2026, 11, 20, 23, 30, tzinfo=timezone(timedelta(hours=13)))


def test_today_is_the_date_where_the_user_is(tmp_path: Path) -> None:
    services = replace(build_services(Folders.under(tmp_path)), clock=Stopped())
    assert services.today() == date(2026, 11, 20)
