"""Files filled in alone are read without touching them, and known by what they hold."""

from __future__ import annotations

from pathlib import Path

from support.builders import assess
from support.documents import library
from support.workshops import PACK, begun

from cxaudit.app.audit_file import AuditFile
from cxaudit.app.merge import Merge, NotMerged, merge
from cxaudit.app.merge_files import ChosenFile, read_files
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import DamagedDocumentError

ANN = assess(PACK, {"M1": 3, "M2": 1}).model_copy(update={"id": "audit-Ann"})


def test_files_are_read_and_those_that_cannot_be_are_told_together(tmp_path: Path) -> None:
    documents = library(tmp_path / "home")
    paths = [tmp_path / name for name in ("ann.cxaudit", "damaged.cxaudit", "none.cxaudit", "text.cxaudit")]
    for path in paths[:2]:
        documents.create(path, Engagement((ANN,), {PACK.content: PACK})).close()
    paths[1].write_bytes(paths[1].read_bytes()[:-3] + b"xyz")
    paths[3].write_text("hello")
    chosen = [ChosenFile(path, path.stem) for path in paths]

    def read(path: Path) -> AuditFile:
        content = documents.read(path)
        return AuditFile(content.newest, content.pack, ())

    found, wrong = read_files(read, chosen)
    assert [(read.chosen, read.assessment, read.pack) for read in found] == [(chosen[0], ANN, PACK)]
    assert [(problem.chosen.label, problem.why) for problem in wrong] == [
        ("damaged", "cannot be read"),
        ("none", "cannot be read"),
        ("text", "cannot be read"),
    ]
    assert isinstance(wrong[0].error, DamagedDocumentError)
    result = merge(begun(), found, wrong)
    assert isinstance(result, NotMerged)
    assert len(result.problems) == 3


def test_answers_files_are_known_by_what_they_hold() -> None:
    def read(path: Path) -> AuditFile:
        level = 3 if path.stem == "bo" else 4
        return AuditFile(assess(PACK, {"M1": level}).model_copy(update={"id": "answers"}), PACK, ())

    found, wrong = read_files(read, [ChosenFile(Path(f"{name}.toml"), name) for name in ("ann", "bo", "cy")])
    assert wrong == ()
    assert found[0].assessment.id == found[2].assessment.id != found[1].assessment.id
    twice = merge(begun(), found)
    assert isinstance(twice, NotMerged)
    assert [(p.chosen.label, p.why) for p in twice.problems] == [("ann", "counted twice"), ("cy", "counted twice")]
    result = merge(begun(), found[:2])
    assert isinstance(result, Merge)
    assert begun().after(result.step).answer.rounds[0].votes == (3, 4)
