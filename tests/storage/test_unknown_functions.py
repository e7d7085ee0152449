"""A document whose questionnaire names a function that we do not have is refused in words, and left as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from support.documents import library

from cxaudit.domain.errors import DocumentError, NewerDocumentError, UnusableDocumentError
from cxaudit.presentation.errors import error_view
from cxaudit.storage.document import decode, encode
from cxaudit.storage.document_json import dump, load
from cxaudit.storage.migrations import MINOR

MUSEUM = Path(__file__).parent / "museum" / "1.0" / "nordlys.cxaudit"
FACT = {
    "question": "How many?",
    "parts": [{"id": "cases", "label": "Cases", "kind": "number"}],
    "rules": [{"check": "eval", "parts": ["cases"], "start": 3, "end": 3, "value": "1"}],
}


@pytest.mark.parametrize(("minor", "error"), [(MINOR, UnusableDocumentError), (MINOR + 1, NewerDocumentError)])
def test_an_unknown_function_is_named(minor: int, error: type[DocumentError], tmp_path: Path) -> None:
    header, payload = decode(MUSEUM.read_bytes(), "museum")
    raw = cast("dict[str, Any]", load(payload))
    raw["format"]["minor"] = minor
    (pack,) = raw["packs"].values()
    pack["dimensions"][0]["practices"][0]["fact"] = FACT
    path = tmp_path / "audit.cxaudit"
    path.write_bytes(encode(header, dump(raw)))
    before = path.read_bytes()
    with pytest.raises(error) as caught:
        library(tmp_path / "home").open(path)
    assert type(caught.value) is error
    if error is UnusableDocumentError:
        assert "The file holds something that cxaudit cannot use." in error_view(caught.value).text
        assert "fact.rules.0.check" in error_view(caught.value).text
        assert "'at-least', 'at-most', 'within-days'" in error_view(caught.value).text
    assert path.read_bytes() == before
