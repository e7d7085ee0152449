"""The printed pack in words: agendas add up, ballots ask no name, cards differ in digit, shape and colour."""

from __future__ import annotations

from itertools import pairwise

import pytest
from support.reports import FULL_AUDIT, answered, blank, example

from cxaudit.app.answers_file import read_answers
from cxaudit.app.ports import HandoutOptions
from cxaudit.bootstrap import build_services
from cxaudit.domain.assessment import Answer
from cxaudit.domain.errors import HandoutError
from cxaudit.domain.fields import Mode
from cxaudit.domain.questionnaire import Pack, Script
from cxaudit.domain.workshop import Room, RoomGroup
from cxaudit.presentation.drawing import CircleOp, PolygonOp, RectOp
from cxaudit.presentation.errors import error_view
from cxaudit.presentation.file_names import handout_file_name
from cxaudit.presentation.handout import handout_view
from cxaudit.presentation.handout_agenda import BREAK, CLOSING, OPENING, agenda, fitting, minutes_of
from cxaudit.presentation.handout_shapes import CardView

LARGE = (RoomGroup(label="Leaders", present=5), RoomGroup(label="Front line", present=9))
SMALL = (RoomGroup(label="Leaders", present=2), RoomGroup(label="Front line", present=12))
ROOM = HandoutOptions(Room(present=14))


def pack() -> Pack:
    """The pack of the full example: 26 questions, 15 of them quick."""
    return example(FULL_AUDIT)[1]


def _scripted(minutes: int = 6) -> Pack:
    """The pack with a script on every practice."""
    script = Script(
        read_aloud="Think of last week.",
        probes=("Who used it last?", "What changed?"),
        objection="We are different.",
        answer="Then say how.",
        minutes=minutes,
    )
    dimensions = tuple(
        d.model_copy(update={"practices": tuple(p.model_copy(update={"script": script}) for p in d.practices)})
        for d in pack().dimensions
    )
    return Pack.model_validate_json(pack().model_copy(update={"dimensions": dimensions}).model_dump_json())


def _seconds(clock: str) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


@pytest.mark.parametrize("mode", ["quick", "full"])
@pytest.mark.parametrize("minutes", [60, 90, 120])
def test_parts_of_an_agenda_follow_each_other_and_fill_the_time(mode: Mode, minutes: int) -> None:
    page = agenda(pack(), blank(mode), minutes, ROOM)
    for before, after in pairwise(page.parts):
        assert _seconds(before.begins) + int(before.minutes) == _seconds(after.begins)
    last = page.parts[-1]
    assert _seconds(last.begins) + int(last.minutes) == minutes
    shown = [item.what for part in page.parts for item in part.items]
    asked = [f"{p.code} {p.title}" for p in pack().asked(mode)]
    assert sorted([*shown, *page.left]) == sorted(asked)


def test_an_agenda_says_what_fits_and_leaves_the_rest_to_pre_work() -> None:
    page = agenda(_scripted(), blank("full"), 60, ROOM)
    room = 60 - OPENING[60] - BREAK[60] - CLOSING[60]
    fits = room // 6
    assert page.lead.startswith(f"{fits} of 26 questions fit.")
    assert len(page.left) == 26 - fits
    assert page.left_title == f"For pre-work: {26 - fits} questions"
    assert "ballots" in page.left_note


def test_an_agenda_with_all_questions_has_no_pre_work() -> None:
    page = agenda(_scripted(1), blank("quick"), 120, ROOM)
    assert page.lead.startswith("All 15 questions fit.")
    assert (page.left, page.left_title, page.left_note) == ((), "", "")
    assert page.parts[-2].title == "To spare"


def test_an_agenda_that_is_full_to_the_minute_spares_nothing() -> None:
    one = [*range(1, 31)]
    pages = [agenda(_scripted(minutes), blank("full"), 60, ROOM) for minutes in one]
    full = [page for page in pages if "to spare" not in page.lead]
    assert full
    assert all(part.title != "To spare" for page in full for part in page.parts)


def test_the_break_stands_between_two_dimensions() -> None:
    titles = [part.title for part in agenda(pack(), blank("quick"), 90, ROOM).parts]
    assert 2 <= titles.index("Break") <= 4
    single = _single()
    assert "Break" not in [part.title for part in agenda(single, blank("quick"), 90, ROOM).parts]


def _single() -> Pack:
    """A pack with one dimension."""
    return Pack.model_validate_json(
        pack().model_copy(update={"dimensions": pack().dimensions[:1], "flags": (), "actions": ()}).model_dump_json()
    )


def test_questions_of_the_quick_audit_and_every_dimension_come_first() -> None:
    chosen = fitting(_scripted(4), blank("full"), 40, 4)
    assert len(chosen) == 10
    assert all(p.quick for p in chosen)
    assert {p.dimension for p in chosen} == set(pack().dimensions_by_id)


def test_what_pre_work_splits_on_comes_before_what_it_agrees_on() -> None:
    asked = pack().asked("quick")
    answers = {p.id: Answer(votes=(3, 3, 3, 3)) for p in asked}
    split = {asked[-1].id: Answer(votes=(1, 1, 5, 5)), asked[-2].id: Answer(level=2)}
    chosen = fitting(pack(), blank("quick", answers={**answers, **split}), 8, 4)
    assert {p.id for p in chosen} == set(split)


def test_a_short_question_takes_the_place_of_a_long_one() -> None:
    chosen = fitting(_scripted(5), answered(Answer(level=3)), 4, 4)
    assert chosen == ()
    unscripted = pack().asked("quick")[0].model_copy(update={"script": None})
    assert minutes_of(unscripted, 7) == 7


def test_cards_differ_in_digit_shape_and_colour() -> None:
    view = handout_view(pack(), blank(), ROOM)
    assert [card.picture.title for card in view.cards] == ["1", "2", "3", "4", "5", "?"]
    assert len({card.picture.description for card in view.cards}) == 6
    fills = [op.fill for card in view.cards if isinstance(op := card.picture.ops[0], RectOp)]
    assert len(set(fills)) == 6
    corners = [len(op.points) if isinstance(op, PolygonOp) else 1 for op in _shapes(view.cards[:5])]
    assert corners == [1, 96, 3, 4, 5]
    assert [card.name for card in view.cards[:5]] == [level.name for level in pack().levels]


def _shapes(cards: tuple[CardView, ...]) -> list[CircleOp | PolygonOp]:
    return [op for card in cards for op in card.picture.ops if isinstance(op, CircleOp | PolygonOp)]


def test_marks_stay_within_their_place() -> None:
    for card in handout_view(pack(), blank(), ROOM).cards:
        for op in card.picture.ops:
            for x, y in op.points if isinstance(op, PolygonOp) else ():
                assert 0 <= x <= card.picture.width
                assert 0 <= y <= card.picture.height


def test_ballots_ask_for_a_group_only_where_each_can_hide_a_vote() -> None:
    large = handout_view(pack(), blank(), HandoutOptions(Room(present=14, groups=LARGE)))
    small = handout_view(pack(), blank(), HandoutOptions(Room(present=14, groups=SMALL)))
    assert {ballot.groups for ballot in large.ballots} == {("Leaders", "Front line")}
    assert {ballot.groups for ballot in small.ballots} == {()}
    assert "could be guessed" not in " ".join(large.start.remarks)
    assert "could be guessed" in " ".join(small.start.remarks)


def test_does_not_apply_stands_only_where_the_question_allows_it() -> None:
    view = handout_view(pack(), blank("full"), ROOM)
    for practice, ballot, line in zip(pack().asked("full"), view.ballots, view.tally.lines, strict=True):
        assert len(ballot.others) == 1 + practice.may_not_apply
        assert ("Does not apply" in line.heads) == practice.may_not_apply
        assert line.heads[-3:] == ("No vote", "Total", "Present")
        assert [line.text for line in ballot.anchors] == list(practice.anchors)


def test_the_tally_has_a_row_for_each_round_and_group() -> None:
    assert handout_view(pack(), blank(), ROOM).tally.rows == ("1", "2")
    page = handout_view(pack(), blank(), HandoutOptions(Room(present=14, groups=LARGE))).tally
    assert page.rows == ("1. Leaders", "1. Front line", "2. Leaders", "2. Front line")
    assert len(page.lines) == 15


def test_the_script_is_what_the_pack_says() -> None:
    line = handout_view(_scripted(), blank(), ROOM).script[0]
    assert line.aloud == "Think of last week."
    assert line.probes == ("Who used it last?", "What changed?")
    assert [passage.text for passage in line.passages] == ["We are different.", "Then say how."]
    assert line.minutes == "6 minutes"
    assert line.question == pack().asked("quick")[0].question


def test_without_a_script_question_and_help_stand_in() -> None:
    found = Pack.model_validate_json(pack().model_dump_json())
    dimensions = tuple(
        d.model_copy(update={"practices": tuple(p.model_copy(update={"script": None}) for p in d.practices)})
        for d in found.dimensions
    )
    old = Pack.model_validate_json(found.model_copy(update={"dimensions": dimensions}).model_dump_json())
    line, practice = handout_view(old, blank(), ROOM).script[0], old.asked("quick")[0]
    assert (line.aloud, line.question, line.probes) == (practice.question, "", ())
    assert practice.looks_like in [passage.text for passage in line.passages]


@pytest.mark.parametrize("mode", ["quick", "full"])
def test_the_printed_answers_file_is_read_as_it_stands(mode: Mode) -> None:
    sample = handout_view(pack(), blank(mode), ROOM).entry.sample
    content = "\n".join(sample).encode()
    found = read_answers(content, "toml", "workshop.toml", build_services().packs)
    (answer,) = found.assessment.answers.values()
    assert answer.lock is not None
    assert (answer.lock.kind, answer.lock.level) == ("agreed", 3)
    assert answer.rounds[0].votes[-1] == "-"
    assert found.assessment.workshop is not None
    assert found.assessment.workshop.room.present == 8
    assert found.assessment.mode == mode


def test_titles_name_the_organisation_and_count_people() -> None:
    named, nameless = handout_view(pack(), blank(), ROOM), handout_view(pack(), blank(organisation=""), ROOM)
    assert named.title == "Acme: workshop pack"
    assert nameless.title == "Workshop pack"
    assert "14 people and 15 questions" in named.start.lead
    assert named.start.lines[0].copies == "14 copies"
    one = handout_view(pack(), blank(), HandoutOptions(Room(present=1), (60,)))
    assert "1 person" in one.start.lead
    assert [line.copies for line in one.start.lines if line.section == "agenda"] == ["1 copy"]


def test_file_names() -> None:
    assert handout_file_name("Nordlys / Energi") == "Nordlys Energi CX workshop.pdf"
    assert handout_file_name("") == "CX workshop.pdf"


def test_a_pack_that_could_not_be_written_is_told() -> None:
    view = error_view(HandoutError("/there/pack.pdf", "Permission denied"))
    assert "printed pack" in view.title
    assert "/there/pack.pdf" in view.sentence
    assert view.detail == "Permission denied"
