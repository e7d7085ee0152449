"""Errors carry data and can be told apart by what they are."""

from __future__ import annotations

import pickle

import pytest

from cxaudit.domain.errors import (
    BallotBoxError,
    CxAuditError,
    DamagedDocumentError,
    DocumentError,
    InputError,
    LockedDocumentError,
    NewerDocumentError,
    Problem,
    ReportError,
    UnknownPackError,
)


def test_a_problem_reads_as_one_line() -> None:
    assert str(Problem("answers.H3", "6 is no level.", "Give 1 to 5.")) == "answers.H3: 6 is no level. Give 1 to 5."
    assert str(Problem("answers.H3", "6 is no level.")) == "answers.H3: 6 is no level."


def test_an_input_error_lists_everything_that_is_wrong() -> None:
    problems = (Problem("a", "wrong"), Problem("b", "wrong too"))
    error = InputError("firm.toml", problems)
    assert (error.source, error.problems) == ("firm.toml", problems)


def test_document_errors_name_the_document() -> None:
    damaged = DamagedDocumentError("a.cxaudit", "checksum", "a.bak")
    assert (damaged.path, damaged.detail, damaged.backup) == ("a.cxaudit", "checksum", "a.bak")
    for kind in (NewerDocumentError, LockedDocumentError):
        assert (kind("b", "2.0").path, kind("b", "2.0").detail) == ("b", "2.0")
        assert issubclass(kind, DocumentError)


def test_a_pack_and_a_report_error_keep_what_was_asked_for() -> None:
    unknown = UnknownPackError("mine", "1.0.0", ("cx-core 1.0.0",))
    assert (unknown.pack, unknown.version, unknown.known) == ("mine", "1.0.0", ("cx-core 1.0.0",))
    failed = ReportError("out.pdf", "disk full")
    assert (failed.path, failed.detail) == ("out.pdf", "disk full")


@pytest.mark.parametrize(
    "error",
    [
        InputError("f", ()),
        DocumentError("p", "d"),
        UnknownPackError("p", "v", ()),
        ReportError("p"),
        BallotBoxError("d"),
    ],
)
def test_all_are_of_one_family_and_survive_pickling(error: CxAuditError) -> None:
    assert isinstance(error, CxAuditError)
    assert vars(pickle.loads(pickle.dumps(error))) == vars(error)
