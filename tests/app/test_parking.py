"""The parking lot."""

from __future__ import annotations

from datetime import date

from support.workshops import FIRST, SECOND, begun, done, fresh

from cxaudit.app.parking import drop, give, park, reword
from cxaudit.app.room import Refusal, Step
from cxaudit.app.steps import open_question
from cxaudit.app.workshop import end_session
from cxaudit.domain.edits import WorkshopEdit
from cxaudit.domain.workshop import MOST_PARKED, Parked

LONG = "x" * 20_001


def test_an_item_knows_where_it_came_up() -> None:
    at = begun()
    at = done(at, park(at, " Who owns the pay rules? "))
    at = done(at, open_question(at, SECOND))
    at = done(at, park(at, "Spot checks at two sites"))
    assert at.workshop.parked == (
        Parked(text="Who owns the pay rules?", practice=FIRST),
        Parked(text="Spot checks at two sites", practice=SECOND),
    )


def test_an_item_is_given_reworded_dropped_and_taken_up_again() -> None:
    at = begun()
    at = done(at, park(at, "pay rules"))
    at = done(at, give(at, 0, " HR ", date(2026, 12, 4)))
    assert at.workshop.parked == (Parked(text="pay rules", practice=FIRST, owner="HR", due="2026-12-04"),)
    at = done(at, reword(at, 0, " who owns the pay rules? "))
    assert at.workshop.parked[0] == Parked(text="who owns the pay rules?", practice=FIRST, owner="HR", due="2026-12-04")
    at = done(at, drop(at, 0))
    assert at.workshop.parked == (Parked(text="who owns the pay rules?", practice=FIRST, dropped=True),)
    at = done(at, give(at, 0, "Kim"))
    assert at.workshop.parked == (Parked(text="who owns the pay rules?", practice=FIRST, owner="Kim"),)
    at = done(at, end_session(at))
    assert done(at, give(at, 0, "Lee")).workshop.parked[0].owner == "Lee"


def test_what_cannot_be_parked() -> None:
    at = begun()
    assert park(at, "  ") == Refusal("text missing")
    assert park(at, LONG) == Refusal("text too long", by=20_000)
    assert park(fresh(), "x") == give(fresh(), 0, "x") == drop(fresh(), 0) == reword(fresh(), 0, "x")
    assert park(fresh(), "x") == Refusal("no workshop")
    at = done(at, park(at, "x"))
    for place in (-1, 1):
        missing = Refusal("no such item", items=(place,))
        assert give(at, place, "x") == drop(at, place) == reword(at, place, "x") == missing
    assert reword(at, 0, "") == Refusal("text missing")
    assert give(at, 0, "x" * 501) == Refusal("text too long", by=500)
    full = at.workshop.model_copy(update={"parked": at.workshop.parked * MOST_PARKED})
    crowded = at.after(Step(WorkshopEdit(workshop=full), None))
    assert park(crowded, "y") == Refusal("lot is full", by=MOST_PARKED)
