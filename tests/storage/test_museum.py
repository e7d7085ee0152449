"""Documents that earlier versions wrote are opened, told the same, written again, and gone on with."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from support.documents import library

import cxaudit
from cxaudit import assets
from cxaudit.app.continuation import continued_engagement, newer_version
from cxaudit.domain.assessment import ActionState, Answer
from cxaudit.domain.edits import AnswerEdit
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.receipt import receipt
from cxaudit.domain.scoring import score
from cxaudit.storage.document import decode
from cxaudit.storage.document_json import load
from cxaudit.storage.folders import Folders
from cxaudit.storage.library import Library
from cxaudit.storage.migrations import MAJOR, MINOR
from cxaudit.storage.packs import PublishedPacks

MUSEUM = Path(__file__).parent / "museum" / "1.0"
DOC_ID = "58451e6c8dbd2fe1b6f9e1db5039fdd6"
LATE = "mission.recall"
"""The practice whose answer had reached the journal, and not the file, when the program ended."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(MUSEUM / "nordlys.cxaudit", tmp_path / "nordlys.cxaudit"))


@pytest.fixture
def documents(tmp_path: Path) -> Library:
    """A computer on which the document was written: its journal is there."""
    journals = Folders.under(tmp_path / "home").journals / DOC_ID
    journals.mkdir(parents=True)
    shutil.copy(MUSEUM / "nordlys.journal", journals / "000001.journal")
    return library(tmp_path / "home")


def told(engagement: Engagement) -> dict[str, object]:
    found = receipt(engagement.pack, engagement.newest, cxaudit.__version__)
    return cast("dict[str, object]", json.loads(json.dumps(found)))


def lost(old: object, new: object, where: str = "") -> list[str]:
    """Return what an old receipt says that a new one does not."""
    if isinstance(old, dict) and isinstance(new, dict):
        rows = cast("dict[str, object]", old)
        others = cast("dict[str, object]", new)
        return [text for key in rows for text in lost(rows[key], others.get(key, "nothing"), f"{where}/{key}")]
    return [] if old == new else [f"{where}: {old} became {new}"]


def test_it_opens_with_its_journal_and_scores_as_it_did(documents: Library, path: Path) -> None:
    before = path.read_bytes()
    expected = json.loads((MUSEUM / "nordlys.json").read_bytes())
    assert lost({**expected, "engine": cxaudit.__version__}, told(documents.read(path))) == []
    assert path.read_bytes() == before == (MUSEUM / "nordlys.cxaudit").read_bytes()


def test_on_another_computer_it_opens_without_the_journal(path: Path, tmp_path: Path) -> None:
    engagement = library(tmp_path / "elsewhere").read(path)
    assert not engagement.newest.answer(LATE).answered
    assert engagement.newest.answer("mission.statement").level == 3
    assert engagement.newest.action("agree-mission-sentence") == ActionState(status="done", owner="Ada")


def test_what_the_journal_alone_held_comes_back_and_is_written_in_the_present_form(
    documents: Library, path: Path
) -> None:
    document = documents.open(path)
    assert document.recovery is not None
    assert (document.recovery.edits, document.recovery.answers) == (3, 1)
    document.record(document.engagement.newest.id, AnswerEdit(practice="mission.statement", answer=Answer(level=4)))
    document.close()
    payload = load(decode(path.read_bytes(), str(path))[1])
    assert payload["format"] == {"major": MAJOR, "minor": MINOR}
    newest = documents.read(path).newest
    assert newest.answer(LATE) == Answer(level=2, note="In the depots three of ten knew it.")
    assert newest.answer("mission.statement") == Answer(level=4)
    assert newest.answer("ex-linkage.load-and-tools").votes == (2, 3, 3, "dk", "-")
    assert newest.answer("journey-use.future-gaps").not_applicable == "No path is planned before 2027"
    assert newest.action("rank-five-priorities") == ActionState(owner="Bo", due="2027-01-15")


def test_it_goes_on_in_the_newest_version_and_stays_as_it_is(documents: Library, path: Path, tmp_path: Path) -> None:
    before, old = path.read_bytes(), documents.read(path)
    pack = newer_version(PublishedPacks(assets.questionnaires() / "published"), old.pack)
    assert pack is not None
    new = continued_engagement(old, pack, "0123456789abcdef", date(2027, 5, 20))
    document = documents.create(tmp_path / "continued.cxaudit", new)
    document.close()
    read = documents.read(document.path)
    assert read == new
    brought = {name: answer for name, answer in old.newest.answers.items() if answer.answered}
    assert {name for name, answer in read.newest.answers.items() if answer.carried} == set(brought)
    assert all(p.point is None for p in score(pack, read.newest).practices.values())
    confirmed = {n: a.model_copy(update={"carried": False}) for n, a in read.newest.answers.items()}
    assert confirmed == {n: a for n, a in old.newest.answers.items() if n in confirmed}
    assert path.read_bytes() == before
