"""Who voted, how groups differ, and what was parked."""

from __future__ import annotations

from support.builders import assess, pack, practice
from support.voted import one_round, parted, voted

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer
from cxaudit.domain.scoring import score
from cxaudit.domain.workshop import GroupVotes, Lock, Parked, Room, RoomGroup, Round, Workshop
from cxaudit.presentation.groups import group_order, groups_remark, why_untold
from cxaudit.presentation.parked import ParkedView, parked_views
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.remarks import remarks
from cxaudit.presentation.report import report_view
from cxaudit.presentation.report_room import RoomPage, room_page

PACK = pack([practice("mission.a", "M1"), practice("mission.b", "M2"), practice("strategy.c", "S1")])
APART = parted(leaders=(4, 4, 4, 5, 5), staff=(1, 2, 2, 2, 2, "dk", "-"))
ALIKE = parted(leaders=(3,) * 5, staff=(3,) * 6)
SMALL = parted(leaders=(3,) * 4, staff=(3,) * 6)


def reading(workshop: Workshop | None = None, **answers: Answer) -> Reading:
    found = assess(PACK, answers).model_copy(update={"workshop": workshop})
    return Reading(PACK, found, score(PACK, found))


def page(**answers: Answer) -> RoomPage:
    found = room_page(reading(None, **answers))
    assert found is not None
    return found


def workshop(*parked: Parked, groups: tuple[str, ...] = ()) -> Workshop:
    seats = tuple(RoomGroup(label=label, present=5) for label in groups)
    return Workshop(room=Room(present=5 * len(groups) or 5, groups=seats), at="mission.a", parked=parked)


def test_no_page_without_a_vote_that_was_revealed() -> None:
    assert room_page(reading(M1=Answer(level=2), M2=Answer(rounds=(one_round(1, method="files"),)))) is None


def test_turnout_is_that_of_the_last_rounds() -> None:
    found = page(M1=voted(one_round(1), APART), M2=voted(ALIKE))
    assert found.title == "12 people were asked, 96\u00a0% of the votes were given"
    assert [(line.name, line.people, line.votes, line.rate) for line in found.lines] == [
        ("Everybody", "12", "22 of 23", "96 %"),
        ("leaders", "5", "10 of 10", "100 %"),
        ("staff", "7", "12 of 13", "92 %"),
    ]
    assert "told apart" not in found.below


def test_votes_of_small_groups_are_not_told_apart() -> None:
    found = page(M1=voted(SMALL))
    assert [(line.votes, line.rate) for line in found.lines[1:]] == [("not told apart", "not told apart")] * 2
    assert "only where each has five people or more" in found.below


def test_one_person_and_nobody_have_a_title_too() -> None:
    assert page(M1=voted(one_round(3))).title == "One person was asked, 100\u00a0% of the votes were given"
    nobody = Answer(level=3, rounds=(Round(method="cards", groups=(GroupVotes(),)),))
    assert page(M1=nobody).title.startswith("0 people were asked, 0")


def test_facts_about_the_votes() -> None:
    found = page(
        M1=voted(one_round(1, method="files"), one_round(2), one_round(2), lock=Lock(kind="votes")),
        M2=voted(one_round(3), lock=Lock(kind="none", lowest=1, highest=2)),
        S1=voted(one_round(3)),
    )
    assert [(fact.label, fact.value) for fact in found.facts] == [
        ("Questions voted on", "3 of 3"),
        ("Rounds", "5; 1 question was voted on again"),
        ("How votes were given", "Filled in before (1) and cards (4)"),
        ("How questions ended", "1 as voted, 1 without agreement, 1 not closed"),
    ]
    assert page(M1=voted(one_round(3))).facts[1].value == "1"


def test_groups_are_compared_where_each_has_five_voters() -> None:
    found = page(M1=voted(ALIKE), M2=voted(SMALL), S1=voted(APART))
    assert found.gap_title == "Groups differ on one practice"
    assert found.gap_heads == ("Practice", "leaders", "staff", "Apart")
    (line,) = found.gap_lines
    assert (line.title, line.dimension, line.gap) == ("S1 (S1)", "strategy", "2 levels")
    assert [cell.description for cell in line.cells] == ["leaders: level 4, 5 voted", "staff: level 2, 6 voted"]
    assert found.notes[1:] == (
        "On one practice the groups stand at the same level.",
        "Groups are not compared on one question, where fewer than five of one of them voted.",
    )


def test_groups_that_see_the_same_are_told_so() -> None:
    found = page(M1=voted(ALIKE))
    assert (found.gap_title, found.gap_lines) == ("The groups see the same", ())
    assert found.notes == ("On one practice the groups stand at the same level.",)


def test_why_groups_are_not_compared() -> None:
    assert page(M1=voted(one_round(3))).notes == ("The room was not divided into groups.",)
    found = page(M1=voted(SMALL))
    assert found.gap_title == "Groups"
    assert found.notes == (
        "Groups are not compared: fewer than five of leaders voted, so that single votes would show.",
    )
    unsure = parted(leaders=("dk",) * 5, staff=(3,) * 5)
    assert page(M1=voted(unsure)).notes == (
        "Groups are not compared: on no question five of each gave a vote and a level.",
    )
    assert why_untold(reading(M1=voted(ALIKE))) == ""


def test_groups_stand_as_the_room_was_divided() -> None:
    found = parted(office=(3,) * 5, leaders=(3,) * 5, staff=(3,) * 5)
    assert group_order(reading(workshop(groups=("staff", "leaders", "guests")), M1=voted(found))) == (
        "staff",
        "leaders",
        "office",
    )


def test_the_widest_gap_is_a_remark() -> None:
    told = "Groups differ most on S1 (S1): leaders see level 4, staff level 2."
    both = reading(M1=voted(ALIKE), S1=voted(APART))
    assert groups_remark(both) == told
    assert told in remarks(both)
    assert groups_remark(reading(M1=voted(ALIKE))) == ""
    assert groups_remark(reading(M1=voted(SMALL))) == ""


def test_the_parking_lot_lands_in_the_plan_with_what_was_dropped_last() -> None:
    lot = workshop(
        Parked(text="gone", dropped=True),
        Parked(text=" letters ", practice="mission.b", owner=" Marit ", due="2026-12-15"),
        Parked(text="open", practice="mission.gone"),
    )
    views = parked_views(reading(lot))
    assert views == (
        ParkedView("letters", "M2 (M2)", "Marit", "15 December 2026", dropped=False),
        ParkedView("open", "", "No owner yet", "", dropped=False),
        ParkedView("gone", "", "Dropped", "", dropped=True),
    )
    assert [view.line for view in views] == ["Marit, by 15 December 2026", "No owner yet", "Dropped"]
    found = report_view(PACK, reading(lot).assessment, ReportOptions())
    assert found.roadmap.parked == views
    assert parked_views(reading()) == ()
