"""The words of the examples' reports, page by page.

Where a change is meant, run `CXAUDIT_UPDATE_GOLDEN=1 python -m pytest tests/report/test_golden.py` and read the
difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.reports import example, pages

from cxaudit.report.pdf.document import build_pdf

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.mark.parametrize("name", ["nordlys-quick", "nordlys-full", "nordlys-workshop"])
def test_words_of_the_examples(name: str) -> None:
    pdf = build_pdf(*example(f"{name}.toml"))[0]
    made = "".join(f"--- {number}\n{text}\n" for number, text in enumerate(pages(pdf), 1))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("CXAUDIT_UPDATE_GOLDEN"):
        golden.write_text(made, "utf-8")
    if golden.read_text("utf-8") != made:
        pytest.fail(f"the words of the report have changed; if that was meant: {(__doc__ or '').split('`')[1]}")
