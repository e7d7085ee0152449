"""Small wording that several pages of the report share."""

from __future__ import annotations

from datetime import date

from cxaudit.domain.fields import Mode
from cxaudit.i18n import _
from cxaudit.presentation.dates import month_name


def long_date(day: str | None) -> str:
    """Return "2026-11-20" as "20 November 2026"; an empty text for none, and the text itself where it is no date."""
    if not day or real_date(day) is None:
        return day or ""
    year, month, number = day.split("-")
    return _("{day} {month} {year}").format(day=int(number), month=month_name(int(month)), year=year)


def real_date(day: str | None) -> str | None:
    """Return the ISO 8601 date if there is such a day."""
    try:
        return None if day is None else date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def mode_name(mode: Mode) -> str:
    """Return what the mode is called."""
    return _("Five-minute audit") if mode == "quick" else _("Full audit")


def shortened(text: str, most: int) -> str:
    """Return the text on one line, cut at a space with an ellipsis where it is longer than `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    space = kept.rfind(" ")
    return (kept[:space] if space > most // 2 else kept).rstrip(" ,;:.") + "…"
