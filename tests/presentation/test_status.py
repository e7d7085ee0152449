"""The status line, the undo menu and the place of a new file, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.builders import action, pack, practice

from cxaudit.app.ports import FileState, SaveStatus
from cxaudit.domain.assessment import ActionState, Answer
from cxaudit.domain.edits import (
    ActionEdit,
    AnswerEdit,
    DateEdit,
    Edit,
    ModeEdit,
    OrganisationEdit,
    PredictionEdit,
    ReviewEdit,
    TargetEdit,
)
from cxaudit.presentation.status import edit_label, new_file, newer_view, status_view

NOW = datetime(2026, 11, 20, 14, 32, 7, tzinfo=UTC)
PACK = pack((practice("mission.a", "M1"),), actions=(action("write-it", "mission.a", 1, 5),))


def status(file: FileState = "up to date", *, acknowledged: int = 3, ok: bool = True) -> SaveStatus:
    return SaveStatus(acknowledged, NOW, ok, file, "" if ok else "No space left")


def test_the_time_of_the_last_save() -> None:
    view = status_view(status(), 3)
    assert (view.text, view.well) == ("Saved 14:32:07", True)


def test_without_a_document_nothing_is_said() -> None:
    assert status_view(None, 0).text == ""
    assert status_view(SaveStatus(0, None, True, "waiting"), 0).text == ""


def test_what_is_under_way_is_not_called_saved() -> None:
    assert status_view(status(), 4).text == "Saving…"


def test_a_journal_that_fails_is_not_saved() -> None:
    view = status_view(status(ok=False), 3)
    assert (view.text, view.well, view.story) == ("Not saved", False, "No space left")


@pytest.mark.parametrize("file", ["read-only", "conflict", "failed"])
def test_trouble_with_the_file_stands_beside_the_saved_time(file: FileState) -> None:
    view = status_view(status(file), 3)
    assert view.text.startswith("Saved 14:32:07 · ")
    assert not view.well


@pytest.mark.parametrize(
    ("edit", "label"),
    [
        (AnswerEdit(practice="mission.a", answer=Answer(level=3)), "answer to M1"),
        (AnswerEdit(practice="mission.gone", answer=None), "answer to mission.gone"),
        (ActionEdit(action="write-it", state=ActionState()), "change of write-it"),
        (ActionEdit(action="gone", state=None), "change of gone"),
        (TargetEdit(key="mission", level=3), "change of a target"),
        (OrganisationEdit(organisation="x"), "name of the organisation"),
        (DateEdit(date=None), "date"),
        (ModeEdit(mode="full"), "kind of audit"),
        (PredictionEdit(prediction=3), "guess"),
        (ReviewEdit(reviewed=True), "end of the review"),
    ],
)
def test_each_edit_has_its_word(edit: Edit, label: str) -> None:
    assert edit_label(PACK, edit) == label


def test_a_newer_questionnaire_asks_for_nothing() -> None:
    view = newer_view(PACK)
    assert view.title == "There is a newer questionnaire, 1.0.0"
    assert "goes on as it is" in view.sentence


def test_a_new_file_is_named_by_its_day() -> None:
    assert new_file(Path("/audits"), "2026-11-20") == Path("/audits/Audit 2026-11-20.cxaudit")
