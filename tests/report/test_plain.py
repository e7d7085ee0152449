"""Outside text in documents: nothing is lost that can be held, nothing stays that cannot."""

from __future__ import annotations

import io
import unicodedata
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.bad_inputs import HOSTILE
from support.writing import ARABIC, ARABIC_NAME, HEBREW, PERSIAN, SCRIPTS

from cxaudit.report.plain import plain, right_to_left
from cxaudit.report.zipped import settled

ANY = st.text(st.characters(exclude_categories=[]))


@given(ANY)
def test_plain_text_can_stand_in_any_document(text: str) -> None:
    found = plain(text)
    assert ET.fromstring(f"<a>{found.replace('&', '&amp;').replace('<', '&lt;')}</a>").text or not found
    assert plain(found) == found
    assert unicodedata.is_normalized("NFC", found)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (HOSTILE["control characters"], "abc\ndeff"),
        (HOSTILE["direction override"], "Acme gpj.exe x"),
        (HOSTILE["line breaks"], "line one\nline two\n\n- item"),
        (HOSTILE["emoji"], HOSTILE["emoji"]),
        ("half \ud800 pair", "half  pair"),
        ("A\u030a\ufffe\U0001ffff", "\u00c5"),
        ("tab\there", "tab\there"),
    ],
)
def test_what_stays(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_loses_a_letter(name: str) -> None:
    assert plain(SCRIPTS[name]) == unicodedata.normalize("NFC", SCRIPTS[name])


@pytest.mark.parametrize(
    ("text", "turned"),
    [(ARABIC, True), (HEBREW, True), (PERSIAN, True), (f"2026: {ARABIC_NAME}", True), (f"Co {ARABIC_NAME}", False)],
)
def test_direction_is_that_of_the_first_letter(text: str, turned: bool) -> None:  # noqa: FBT001
    assert right_to_left(text) is turned
    assert not right_to_left("12.5 %")


def test_a_settled_file_does_not_tell_when_it_was_made() -> None:
    file = io.BytesIO()
    with ZipFile(file, "w") as made:
        made.writestr("b.xml", "b" * 500)
        made.writestr("a.xml", "a" * 500)
    found = settled(file.getvalue())
    with ZipFile(io.BytesIO(found)) as read:
        assert [(part.filename, part.date_time) for part in read.infolist()] == [
            ("b.xml", (1980, 1, 1, 0, 0, 0)),
            ("a.xml", (1980, 1, 1, 0, 0, 0)),
        ]
        assert read.read("b.xml") == b"b" * 500
    assert settled(found) == found
