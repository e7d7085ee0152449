"""A document made at one stroke opens in the library, holds what was put in, and is the same every time."""

from __future__ import annotations

from pathlib import Path

from support.documents import engagement, library

from cxaudit.storage.single import single_document


def test_it_opens_and_holds_what_was_put_in(tmp_path: Path) -> None:
    given = engagement("Nordlys", first=3)
    path = tmp_path / "copy.cxaudit"
    path.write_bytes(single_document(given))
    opened = library(tmp_path / "home").open(path)
    assert opened.engagement == given
    opened.close()


def test_the_same_content_gives_the_same_bytes() -> None:
    assert single_document(engagement("Nordlys")) == single_document(engagement("Nordlys"))
    assert single_document(engagement("Nordlys")) != single_document(engagement("Other"))
