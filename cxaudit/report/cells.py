"""Text that no spreadsheet may take for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from cxaudit.report.plain import plain

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001 - wide forms start formulas too
"""What a formula may begin with, blanks before it or not."""


def starts_formula(text: str) -> bool:
    """Return whether a spreadsheet might run the text."""
    return text.startswith(STARTS) or text.lstrip().startswith(STARTS)


def cell(text: str) -> str:
    """Return the text for a cell of a CSV file: with an apostrophe before what might be a formula."""
    clean = plain(text)
    return f"'{clean}" if starts_formula(clean) else clean


def csv_file(heads: Sequence[str], rows: Iterable[Sequence[str]], *, mark: bool = True) -> bytes:
    """Return a CSV file (RFC 4180) in UTF-8; with `mark` it begins with a byte order mark, as Excel needs it."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([cell(head) for head in heads])
    writer.writerows([cell(value) for value in row] for row in rows)
    return (("\ufeff" if mark else "") + text.getvalue()).encode()
