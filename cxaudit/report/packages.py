"""Office files are zip archives that note when they were made: here they become the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile

_NEVER = (1980, 1, 1, 0, 0, 0)
"""The earliest date that an archive can hold: it says that there is none."""
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def steady(content: bytes, date: str | None) -> bytes:
    """Return an Office file without the time of its making, as are the workbooks inside it.

    `date` (ISO 8601) is written as the day on which it was made and changed; none is written as 2000-01-01.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            found = zipfile.ZipInfo(entry.filename, _NEVER)
            found.compress_type = zipfile.ZIP_DEFLATED
            found.create_system = 0
            after.writestr(found, _part(entry.filename, before.read(entry), date))
    return made.getvalue()


def _part(name: str, content: bytes, date: str | None) -> bytes:
    if name.endswith(".xlsx"):
        return steady(content, date)
    if name == "docProps/core.xml":
        stamp = f"{date or '2000-01-01'}T00:00:00Z".encode()
        return _STAMP.sub(lambda found: found[1] + stamp + found[3], content)
    return content
