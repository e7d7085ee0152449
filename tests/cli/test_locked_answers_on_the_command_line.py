"""`cxaudit answer` leaves a question that a workshop closed as it is."""

from __future__ import annotations

from pathlib import Path

from support.command_line import CommandLine
from support.prework import audit_file

from cxaudit.domain.assessment import Answer
from cxaudit.domain.workshop import GroupVotes, Lock, Round


def test_a_closed_question_is_left_as_it_is(cxaudit: CommandLine, tmp_path: Path) -> None:
    services = cxaudit.services()
    practice = services.packs.newest().by_code["H3"]
    votes = Round(method="cards", groups=(GroupVotes(votes=(2, 3)),))
    lock = Lock(kind="none", lowest=2, highest=3)
    closed = Answer(votes=votes.votes, rounds=(votes,), lock=lock, revision=practice.revision)
    path = audit_file(services, tmp_path / "closed.cxaudit", {practice.id: closed})
    done = cxaudit("answer", path, "H3", "4")
    assert done.code != 0
    assert "The workshop closed this question without agreement." in done.err
    assert "run a workshop from this question and press U there" in done.err
    assert services.documents.read(path).newest.answer(practice.id) == closed
    assert cxaudit("answer", path, "M1", "4").code == 0
