from __future__ import annotations

import pytest

from cxaudit.domain.errors import (
    BallotBoxError,
    BrandError,
    CxAuditError,
    DamagedDocumentError,
    DocumentError,
    InputError,
    LockedDocumentError,
    NewerDocumentError,
    NotMovedError,
    Problem,
    ReportError,
    UnknownPackError,
    UnusableDocumentError,
)
from cxaudit.presentation.errors import error_view


def test_every_mistake_of_a_file_is_a_line() -> None:
    two = (Problem("answers.H3.level", "7 is not a level.", "Give 1 to 5."), Problem("mode", "Unknown."))
    view = error_view(InputError("a.toml", two))
    assert view.title == "There are 2 mistakes in a.toml."
    assert view.items == ("answers.H3.level: 7 is not a level. Give 1 to 5.", "mode: Unknown.")
    assert view.text.splitlines()[2:] == [f"- {item}" for item in view.items]


def test_a_file_that_cannot_be_used_at_all_is_said_in_one_breath() -> None:
    whole = Problem("file", "There is no such file.")
    assert error_view(InputError("a.toml", (whole,))).text == "a.toml cannot be used.\nThere is no such file."
    mend = Problem("file", "It is not an audit.", "Make one.")
    assert error_view(InputError("a", (mend,))).cures == ("Make one.",)


def test_a_folder_without_a_brand_says_what_is_missing_and_what_to_do() -> None:
    view = error_view(BrandError("/x/brand", "There is no brand.toml in this folder.", "Choose another."))
    assert view.text.splitlines() == [
        "This folder holds no brand that can be read.",
        "/x/brand",
        "- There is no brand.toml in this folder.",
        "Choose another.",
    ]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (DocumentError("/x/a.cxaudit", "No space left"), ["/x/a.cxaudit", "No space left", "folder"]),
        (UnusableDocumentError("/x/a.cxaudit", "level: 9"), ["/x/a.cxaudit", "level: 9", "by hand"]),
        (DamagedDocumentError("/x/a.cxaudit", "checksum"), ["/x/a.cxaudit", "checksum", "older copy"]),
        (DamagedDocumentError("/x/a.cxaudit", "", "/b/1.cxaudit"), ["/x/a.cxaudit", "/b/1.cxaudit"]),
        (NewerDocumentError("/x/a.cxaudit", "2.0"), ["/x/a.cxaudit", "cxaudit 2.0"]),
        (NewerDocumentError("/x/a.cxaudit"), ["/x/a.cxaudit", "newer"]),
        (
            NotMovedError("/y/a.cxaudit", "No space left", "/x/a.cxaudit"),
            ["/y/a.cxaudit", "No space left", "kept in /x/a.cxaudit", "another folder"],
        ),
        (LockedDocumentError("/x/a.cxaudit"), ["/x/a.cxaudit", "Close"]),
        (UnknownPackError("cx-core", "9.0.0", ("cx-core 1.0.0",)), ["cx-core 9.0.0", "cx-core 1.0.0"]),
        (UnknownPackError("other", "", ()), ["other", "none"]),
        (ReportError("/x/a.pdf", "Permission denied"), ["/x/a.pdf", "Permission denied"]),
        (BallotBoxError("No space left"), ["No space left", "still counted", "Reveal"]),
        (CxAuditError("what happened"), ["what happened"]),
    ],
)
def test_an_error_says_which_file_why_and_what_to_do(error: CxAuditError, told: list[str]) -> None:
    view = error_view(error)
    assert view.title.endswith(".")
    for word in told:
        assert word in view.text


def test_a_damaged_file_keeps_its_own_words_though_it_is_a_document_error() -> None:
    assert error_view(DamagedDocumentError("a")).title != error_view(DocumentError("a")).title
