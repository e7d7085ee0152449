"""A question that a workshop closed takes no answer alone; it says how to open it, and the review list marks it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from support.console import in_dialog, kept, phase, press
from support.program import Hands, fill, settle
from support.shown import shown

from cxaudit.domain.edits import AnswerEdit
from cxaudit.domain.workshop import GroupVotes, Lock, Round
from cxaudit.ui.app import Program
from cxaudit.ui.screens.question import QuestionScreen
from cxaudit.ui.screens.review import ReviewScreen
from cxaudit.ui.session import Session
from cxaudit.ui.widgets.card import Banner
from cxaudit.ui.widgets.review_parts import ReviewRowButton
from cxaudit.ui.widgets.text import Text

KEYS = Qt.Key
VOTES = Round(method="cards", groups=(GroupVotes(votes=(2, 3, 3)),))


def locked(program: Program) -> tuple[Session, str]:
    """Stand at a question, one that may not apply, that a room closed on level 3."""
    session = program.window.session
    session.start_quick_audit()
    fill(session, "433202311220313")
    practice = next(p.id for p in session.pack.asked("quick") if p.may_not_apply)
    lock = Lock(kind="agreed", level=3, reason="Seen in the field")
    change = {"level": None, "votes": VOTES.votes, "agreed": 3, "rounds": (VOTES,), "lock": lock}
    answer = session.assessment.answer(practice).model_copy(update=change)
    session.perform(AnswerEdit(practice=practice, answer=answer))
    session.go_to_question(practice)
    settle()
    return session, practice


def banners(program: Program) -> list[str]:
    return [b.accessibleName() for b in program.window.messages.findChildren(Banner) if b.isVisible()]


@pytest.mark.parametrize("key", [KEYS.Key_1, KEYS.Key_0, KEYS.Key_Return, KEYS.Key_A])
@pytest.mark.usefixtures("unguarded")
def test_no_key_answers_a_closed_question(program: Program, hands: Hands, key: Qt.Key) -> None:
    session, practice = locked(program)
    before = session.assessment
    shown(program, QuestionScreen).column.rows.current.setFocus()
    hands.press(key)
    assert session.assessment == before
    assert session.flow.at == practice
    (told,) = banners(program)
    assert told.startswith("This answer is locked")
    assert "it agreed on level 3. To change the answer, run a workshop from this question" in told


@pytest.mark.usefixtures("unguarded")
def test_notes_and_marks_stay_free(program: Program, hands: Hands) -> None:
    session, practice = locked(program)
    hands.press(KEYS.Key_F)
    session.set_note(practice, "Seen on Tuesday")
    assert session.assessment.answer(practice).mark
    assert session.assessment.answer(practice).note == "Seen on Tuesday"
    assert session.assessment.answer(practice).lock is not None
    assert banners(program) == []


def test_the_page_says_that_it_is_closed_before_anybody_tries(program: Program) -> None:
    locked(program)
    texts = " ".join(t.text() for t in shown(program, QuestionScreen).findChildren(Text) if t.isVisible())
    assert "The workshop closed this question: it agreed on level 3." in texts


def test_the_review_list_says_locked(program: Program) -> None:
    session, practice = locked(program)
    session.go_to_question("review")
    settle()
    rows = shown(program, ReviewScreen).findChildren(ReviewRowButton)
    said = {row.practice: "Locked" in row.accessibleName() for row in rows}
    assert [found for found, is_locked in said.items() if is_locked] == [practice]


def test_a_workshop_begins_at_the_closed_question_that_one_stands_at(program: Program, hands: Hands) -> None:
    session, practice = locked(program)
    in_dialog(hands, "9", KEYS.Key_Return)
    program.window.run("workshop")
    kept(program)
    assert (session.place, session.room.at.practice, phase(program)) == ("workshop", practice, "locked")
    in_dialog(hands, "new figures", KEYS.Key_Tab, KEYS.Key_Tab, KEYS.Key_Return)
    press(program, hands, "u")
    assert session.assessment.answer(practice).lock is None
    assert session.assessment.answer(practice).opened[0].reason == "new figures"


def test_elsewhere_a_workshop_begins_at_the_first_open_question(program: Program, hands: Hands) -> None:
    session, _practice = locked(program)
    session.go_to_question("review")
    in_dialog(hands, "9", KEYS.Key_Return)
    program.window.run("workshop")
    kept(program)
    assert session.room.at.practice == session.room.at.open_questions[0]
