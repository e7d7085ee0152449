"""What the tables of a pack and of a document are made of: texts of limited length, ids, days."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=200)]
MayBeEmpty = Annotated[str, StringConstraints(max_length=2000)]
Line = Annotated[str, StringConstraints(max_length=500)]
Prose = Annotated[str, StringConstraints(max_length=20_000)]

SLUG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
PRACTICE_ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$"
CODE = r"^[A-Z][0-9]{1,2}$"
VERSION = r"^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$"
FRACTION = r"^\d{1,6}(/[1-9]\d{0,5})?$"
DECIMAL = r"^-?\d{1,9}(\.\d{1,6})?$"
TAG = r"^[A-Za-z0-9][A-Za-z0-9+.-]*$"
LOCALE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
DAY = r"^\d{4}-\d{2}-\d{2}$"

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
PracticeId = Annotated[str, StringConstraints(pattern=PRACTICE_ID, max_length=120)]
Code = Annotated[str, StringConstraints(pattern=CODE)]
Version = Annotated[str, StringConstraints(pattern=VERSION)]
FractionText = Annotated[str, StringConstraints(pattern=FRACTION)]
DecimalText = Annotated[str, StringConstraints(pattern=DECIMAL)]
"""A number as people write it, so that no file holds a float."""

Tag = Annotated[str, StringConstraints(pattern=TAG, max_length=40)]
Locale = Annotated[str, StringConstraints(pattern=LOCALE, max_length=40)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Day = Annotated[str, StringConstraints(pattern=DAY)]
"""A day as ISO 8601 writes it; whether the calendar has it is checked where it is typed."""

Effort = Literal["S", "M", "L"]
Owner = Literal["CX", "SP", "HR", "IN", "FI", "OP", "JO"]
Mode = Literal["quick", "full"]
