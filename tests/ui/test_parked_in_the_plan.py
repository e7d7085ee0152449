"""What a workshop parked stands in the plan; what it did not agree on stands in the results."""

from __future__ import annotations

from support.program import settle
from support.shown import at_full_results, clipped_at_all_sizes, shown, unnamed

from cxaudit.bootstrap import load_example
from cxaudit.domain.workshop import Parked, Room, Workshop
from cxaudit.ui.app import Program
from cxaudit.ui.screens.plan import PlanScreen
from cxaudit.ui.screens.results import ResultsScreen
from cxaudit.ui.widgets.text import Text


def lot(*parked: Parked) -> Workshop:
    return Workshop(room=Room(present=5), at="mission.statement", parked=parked, ended=True)


def words(screen: PlanScreen | ResultsScreen) -> list[str]:
    return [text.text() for text in screen.findChildren(Text) if text.isVisible()]


def test_the_parking_lot_stands_in_the_plan(program: Program) -> None:
    items = (
        Parked(text="Who answers letters to the board?", owner="Marit", due="2026-12-15"),
        Parked(text="A word that goes on and on. " * 40, practice="mission.statement"),
        Parked(text="A new name", dropped=True),
    )
    session = at_full_results(program, workshop=lot(*items))
    session.go_to("plan")
    settle()
    screen = shown(program, PlanScreen)
    told = words(screen)
    assert "Parked in the workshop (3)" in told
    assert told.index("Marit, by 15 December 2026") < told.index("Dropped")
    assert not unnamed(screen)
    assert clipped_at_all_sizes(program) == {}


def test_there_is_no_list_where_nothing_was_parked(program: Program) -> None:
    session = at_full_results(program)
    session.go_to("plan")
    settle()
    assert not shown(program, PlanScreen).parked.isVisible()


def test_results_tell_what_a_room_did_not_agree_on(program: Program) -> None:
    audit, _pack = load_example(program.window.session.services.packs, "nordlys-workshop.toml")
    session = at_full_results(program, dict(audit.answers), workshop=audit.workshop, mode="quick")
    session.go_to("results")
    settle()
    told = " ".join(words(shown(program, ResultsScreen)))
    assert "Open: the room is split on Priorities (S3)" in told
    assert "The room ended without agreement on Honest feedback (H3)." in told
    assert "Groups differ most on Priorities (S3)" in told
