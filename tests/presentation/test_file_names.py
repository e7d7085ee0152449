from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.presentation.file_names import safe_name
from cxaudit.presentation.report_forms import form_file_name


@pytest.mark.parametrize(
    ("organisation", "name"),
    [
        ("Nordlys Energi", "Nordlys Energi CX audit.pdf"),
        ("", "CX audit.pdf"),
        ("../../etc/passwd", "etc passwd CX audit.pdf"),
        ("A/B: *new*?", "A B new CX audit.pdf"),
        ("CON", "CX audit.pdf"),
        ("lpt1.x", "CX audit.pdf"),
        ("Åse & Sønn A.S.", "Åse & Sønn A.S CX audit.pdf"),
        ("x" * 500, "x" * 160 + " CX audit.pdf"),
        ("a\nb\x00c\u202ed", "a b c d CX audit.pdf"),
    ],
)
def test_a_report_is_named_for_its_organisation(organisation: str, name: str) -> None:
    assert form_file_name(organisation, "pdf") == name


@given(st.text())
def test_any_text_makes_a_safe_name(text: str) -> None:
    name = safe_name(text)
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t')
    assert not name.startswith((".", "-", " "))
    assert not name.endswith((".", " "))
    assert len(form_file_name(text, "pdf").encode()) <= 160 + 13
