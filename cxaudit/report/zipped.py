"""Makes a zipped document (docx, pptx, xlsx) the same bytes from the same content, wherever and whenever it is made."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file knows."""


def settled(content: bytes) -> bytes:
    """Return the zip file with its parts in their order, without the time of day and the system it was made on."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as made:
        for part in given.infolist():
            found = ZipInfo(part.filename, _DAY)
            found.create_system = 3
            found.external_attr = 0o600 << 16
            made.writestr(found, given.read(part), ZIP_DEFLATED)
    return file.getvalue()
