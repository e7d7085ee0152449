"""What is attached to a report, and how a program that knows nothing of it finds it."""

from __future__ import annotations

import hashlib
import io
import json
from typing import Any

import pypdf
import pytest
from support.reports import FULL_AUDIT, blank, example
from support.reports import pack as published

from cxaudit.app.attached_receipt import RECEIPT
from cxaudit.app.brand import Brand
from cxaudit.app.reporting import ReportOptions
from cxaudit.report.pdf.attachments import Attachment, catalog_entries, file_specification, with_entries
from cxaudit.report.pdf.document import build_pdf


def catalog(pdf: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]


def xmp(pdf: bytes) -> str:
    return catalog(pdf)["/Metadata"].get_object().get_data().decode()


def test_one_file_is_attached_and_named_in_both_places() -> None:
    root = catalog(build_pdf(*example())[0])
    (related,) = root["/AF"]
    name, embedded = root["/Names"]["/EmbeddedFiles"]["/Names"]
    assert name == RECEIPT
    found = embedded.get_object()
    assert related.get_object() == found
    assert (found["/F"], found["/UF"], found["/AFRelationship"]) == (RECEIPT, RECEIPT, "/Data")
    assert "cxaudit verify" in found["/Desc"]


def test_its_kind_size_day_and_checksum_are_told() -> None:
    root = catalog(build_pdf(*example())[0])
    held = root["/AF"][0].get_object()["/EF"]["/F"].get_object()
    content = held.get_data()
    assert held["/Subtype"] == "/application/json"
    assert held["/Params"]["/Size"] == len(content)
    assert held["/Params"]["/ModDate"] == "D:20261120"
    checksum = held["/Params"]["/CheckSum"]
    raw = checksum if isinstance(checksum, bytes) else checksum.original_bytes
    assert raw == hashlib.md5(content, usedforsecurity=False).digest()
    assert json.loads(content)["receipt"] == 1


def test_no_day_where_the_audit_has_none() -> None:
    root = catalog(build_pdf(blank(), published())[0])
    assert "/ModDate" not in root["/AF"][0].get_object()["/EF"]["/F"].get_object()["/Params"]


def test_without_a_receipt_nothing_is_attached() -> None:
    pdf = build_pdf(*example(), ReportOptions(receipt=False))[0]
    assert "/AF" not in catalog(pdf)
    assert "/Names" not in catalog(pdf)
    assert "<pdfaid:part>2</pdfaid:part>" in xmp(pdf)
    assert "<pdfaid:part>3</pdfaid:part>" in xmp(build_pdf(*example())[0])


def test_another_receipt_gives_the_file_another_id() -> None:
    assessment, pack = example(FULL_AUDIT)
    other = assessment.model_copy(
        update={"answers": {**assessment.answers, "old.practice": assessment.answers[next(iter(pack.practices))]}}
    )
    first, second = (build_pdf(a, pack)[0] for a in (assessment, other))
    assert first != second
    assert first[-400:] != second[-400:]


def test_the_consultant_is_the_author_and_nobody_else() -> None:
    named = build_pdf(*example(), ReportOptions(brand=Brand(consultant="Ada <& Sons>")))[0]
    assert "<rdf:li>Ada &lt;&amp; Sons&gt;</rdf:li>" in xmp(named)
    assert pypdf.PdfReader(io.BytesIO(named)).metadata["/Author"] == "Ada <& Sons>"  # pyright: ignore[reportOptionalSubscript]
    plain = build_pdf(*example())[0]
    assert "dc:creator" not in xmp(plain)
    assert "/Author" not in (pypdf.PdfReader(io.BytesIO(plain)).metadata or {})


@pytest.mark.parametrize("name", ["a.json", "a(b)\\c.json", "r\u00e4port.json"])
def test_names_cannot_break_out(name: str) -> None:
    attachment = Attachment(name, "text/plain", "About ) it", None, b"")
    told = file_specification(attachment, 7).decode("ascii")
    assert told.count("<") == told.count(">")
    assert name.encode("utf-16-be").hex() in told
    assert with_entries(b"<< /A 1 >>", catalog_entries(())) == b"<< /A 1 >>"
