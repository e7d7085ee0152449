"""Every practice that was asked is a row, in each state that an answer can have."""

from __future__ import annotations

from fractions import Fraction

from support.builders import pack, practice

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.presentation.answer_rows import answer_rows

PACK = pack([practice(f"mission.p{n}", f"M{n}", may_not_apply=n == 3) for n in range(1, 6)])
FIRST, SECOND, THIRD, FOURTH, FIFTH = PACK.practices


def test_each_state_is_told_and_a_level_stands_with_its_words() -> None:
    answers = {
        FIRST: Answer(level=2, note=" seen "),
        SECOND: Answer(dont_know=True),
        THIRD: Answer(not_applicable="no shops"),
        FOURTH: Answer(votes=(4, 2, 3, "dk")),
    }
    audit = Assessment(id="x", pack=PACK.id, version=PACK.version, content=PACK.content, answers=answers)
    first, second, third, fourth, fifth = answer_rows(PACK, audit)
    assert [row.state for row in (first, second, third, fourth, fifth)] == [
        "answered",
        "don't know",
        "does not apply",
        "answered",
        "not answered",
    ]
    assert (first.level, first.answer, first.note, first.votes) == (2, PACK.practices[FIRST].anchors[1], "seen", ())
    assert first.share > 0
    assert (third.level, third.low, third.high, third.target, third.share) == (None, None, None, None, Fraction(0))
    assert (fourth.votes, fourth.unknown, fourth.level) == ((2, 3, 4), 1, 3)
