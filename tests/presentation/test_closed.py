"""What is said of a question that a workshop closed."""

from __future__ import annotations

import pytest
from support.builders import assess, pack, practice

from cxaudit.app.flow import start
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.scoring import score
from cxaudit.domain.workshop import GroupVotes, Lock, Round
from cxaudit.presentation.closed import closed_words
from cxaudit.presentation.question import question_view
from cxaudit.presentation.review import review_view

PACK = pack([practice("mission.p1", "M1"), practice("mission.p2", "M2")])


def closed(lock: Lock | None) -> Assessment:
    votes = Round(method="cards", groups=(GroupVotes(votes=(2, 3, 3)),))
    level = lock.level if lock else None
    return assess(PACK, {"M1": Answer(votes=votes.votes, agreed=level, rounds=(votes,), lock=lock), "M2": 3})


@pytest.mark.parametrize(
    ("lock", "words"),
    [
        (Lock(kind="votes"), "The workshop closed this question with the votes as they stand."),
        (Lock(kind="agreed", level=3, reason="Seen"), "The workshop closed this question: it agreed on level 3."),
        (Lock(kind="none", lowest=2, highest=3), "The workshop closed this question without agreement."),
    ],
)
def test_a_closed_question_tells_how_and_how_to_open_it(lock: Lock, words: str) -> None:
    audit = closed(lock)
    assert closed_words(lock) == words
    aside = question_view(PACK, audit, start(PACK, audit, "mission.p1")).aside
    assert aside.startswith("3 people answered: 2, 3, 3.")
    assert words in aside
    assert aside.endswith("press U there; it asks why.")


def test_the_review_list_marks_what_is_closed() -> None:
    for lock, tagged in ((None, False), (Lock(kind="votes"), True)):
        audit = closed(lock)
        view = review_view(PACK, audit, score(PACK, audit))
        tags = {line.title: "locked" in line.tags for section in view.sections for line in section.lines}
        assert tags == {"M1": tagged, "M2": False}
    audit = closed(None)
    assert "closed" not in question_view(PACK, audit, start(PACK, audit, "mission.p1")).aside
