"""The page on disagreement, and the rounds behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from support.builders import assess, fact, number, pack, practice
from support.voted import full_pack, largest_workshop, one_round, voted

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Answer
from cxaudit.domain.fact_check import NumberValue
from cxaudit.domain.scoring import score
from cxaudit.domain.workshop import Lock, Opened, Round, Talk, Vote
from cxaudit.presentation.charts_votes import Panel, count_cell, counted, group_cell, round_grid, vote_rows
from cxaudit.presentation.drawing import CircleOp, Drawing, RectOp, TextOp
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.remarks import remarks
from cxaudit.presentation.report import report_view
from cxaudit.presentation.report_answers import answers_page
from cxaudit.presentation.report_votes import DisagreementPage, SplitView, disagreement_page
from cxaudit.presentation.room_words import room_told, round_names, votes_text
from cxaudit.report.palette import PALETTE

CHECK = fact([number("rate")]).model_copy(update={"question": "Which rate?"})
PACK = pack([practice("mission.a", "M1", fact=CHECK), practice("mission.b", "M2"), practice("mission.c", "M3")])
SPLIT: tuple[Vote, ...] = (1, 1, 1, 5, 5, 5)
ALIKE: tuple[Vote, ...] = (3, 3, 3, 3)


def reading(**answers: Answer) -> Reading:
    found = assess(PACK, answers)
    return Reading(PACK, found, score(PACK, found))


def page(**answers: Answer) -> DisagreementPage:
    found = disagreement_page(reading(**answers))
    assert found is not None
    return found


def only_split(answer: Answer) -> SplitView:
    (found,) = page(M1=answer).splits
    return found


def room(*votes: Vote, **more: Any) -> Answer:
    return voted(one_round(*votes), **more)


STATES: Mapping[str, tuple[Answer, str, str]] = {
    "open": (room(*SPLIT), "Open: split, nothing agreed", "The room is split on one practice"),
    "closed as voted": (
        room(*SPLIT, lock=Lock(kind="votes")),
        "Open: split, nothing agreed",
        "The room is split on one practice",
    ),
    "no agreement": (
        room(*SPLIT, lock=Lock(kind="none", lowest=1, highest=4)),
        "No agreement: levels 1 to 4",
        "The room ended without agreement on one practice",
    ),
    "no agreement of two": (
        room(1, 2, lock=Lock(kind="none", lowest=2, highest=2)),
        "No agreement: level 2",
        "The room ended without agreement on one practice",
    ),
    "agreed": (
        room(*SPLIT, lock=Lock(kind="agreed", level=3, reason="So.")),
        "Split; level 3 agreed",
        "Views lie apart on one practice",
    ),
    "apart": (room(1, 3, 3, 3, 3), "Views apart", "Views lie apart on one practice"),
    "came together": (
        voted(one_round(*SPLIT), one_round(*ALIKE)),
        "Was split, came together",
        "The people who answered largely agree",
    ),
    "alike": (voted(one_round(3), one_round(*ALIKE)), "All chose 3", "The people who answered largely agree"),
    "alike, one does not know": (room(3, 3, "dk", 3), "Only 3 was chosen", "The people who answered largely agree"),
    "near": (room(3, 3, 3, 2, 3), "Near each other", "The people who answered largely agree"),
}


@pytest.mark.parametrize("name", STATES)
def test_where_a_practice_stands(name: str) -> None:
    answer, state, title = STATES[name]
    found = page(M1=answer)
    assert [line.state for line in found.lines] == [state]
    assert found.title == title


def test_open_splits_and_recorded_ones_are_told_together() -> None:
    apart = room(*SPLIT, lock=Lock(kind="none", lowest=1, highest=5))
    assert page(M1=room(*SPLIT), M2=apart).title == ("The room is split on one practice, without agreement on one more")
    assert page(M1=room(*SPLIT), M2=apart, M3=apart).title.endswith("without agreement on two more")


def test_the_most_split_come_first_and_those_without_an_index_last() -> None:
    pair = room(1, 2, lock=Lock(kind="none", lowest=1, highest=2))
    found = page(M1=pair, M2=room(*ALIKE), M3=room(*SPLIT))
    assert [line.title for line in found.lines] == ["M3 (M3)", "M2 (M2)", "M1 (M1)"]
    assert found.lines[-1].a == "–"  # noqa: RUF001 - no number


def test_nothing_to_say_of_a_room_that_did_not_vote() -> None:
    assert disagreement_page(reading(M1=Answer(level=3))) is None
    hidden = Answer(rounds=(one_round(*SPLIT, method="files"),))
    assert disagreement_page(reading(M1=hidden)) is None


def test_what_does_not_apply_is_no_disagreement() -> None:
    gone = practice("mission.a", "M1", may_not_apply=True)
    found = assess(pack([gone]), {"M1": Answer(not_applicable="No.", rounds=(one_round(*SPLIT),))})
    assert disagreement_page(Reading(pack([gone]), found, score(pack([gone]), found))) is None


def test_both_sides_in_the_words_of_the_room() -> None:
    talk = Talk(low="Nobody   does.\nNo.", high="We do.", settle="look in the log")
    found = only_split(room(*SPLIT, talk=talk))
    assert [(side.label, side.anchor, side.text) for side in found.sides] == [
        ("Why lower", "Level 1: “one”", "Nobody does. No."),
        ("Why higher", "Level 5: “five”", "We do."),
    ]
    assert found.said == (("What would settle it", "Look in the log"),)
    assert found.detail == "Two camps: 1 and 5. Mean distance from the median 2.00; agreement A \u22121.00."


def test_long_arguments_are_cut_here_and_whole_in_the_appendix() -> None:
    talk = Talk(low="word " * 300)
    assert only_split(room(*SPLIT, talk=talk)).sides[0].text.endswith("word…")
    (line, *_rest) = answers_page(reading(M1=room(*SPLIT, talk=talk))).parts[0].lines
    assert dict(line.ended)["Why lower"].count("ord") == 300


def test_where_nobody_said_what_would_settle_it_the_fact_check_may() -> None:
    found = only_split(room(*SPLIT))
    assert found.said == (
        ("What would settle it", "Nobody wrote it down. The fact-check of this question asks: Which rate?"),
    )
    checked = room(*SPLIT, facts={"rate": NumberValue(number="3")})
    assert only_split(checked).said == (("What would settle it", "Nobody wrote it down."),)
    assert page(M2=room(*SPLIT)).splits[0].said == (("What would settle it", "Nobody wrote it down."),)


def test_reason_dissent_and_note_are_told() -> None:
    lock = Lock(kind="agreed", level=3, reason="seen", dissent="not so")
    found = only_split(room(*SPLIT, lock=lock, note="heard"))
    assert found.said == (("Agreed because", "Seen"), ("Dissent", "Not so"), ("Note", "Heard"))
    assert found.dots.ops[0] == RectOp(0.7, 26.0, 11.6, 12.5, None, "target", 1.3, 3.6, dashed=False)


def test_detail_stands_only_where_there_is_something_to_say() -> None:
    assert page(M1=room(1, 3, 3, 3, 3)).splits == ()
    assert page(M1=room(*ALIKE)).splits_title == ""
    assert only_split(room(1, 3, 3, 3, 3, note="why")).sides == ()
    assert only_split(room(1, 3, 3, 3, 3, talk=Talk(low="so"))).sides[0].anchor == "Level 1: “one”"
    assert only_split(room(*ALIKE, talk=Talk(high="so"))).sides[1].anchor == ""
    assert only_split(room(1, lock=Lock(kind="none", lowest=1, highest=2))).detail == ""
    assert only_split(room(*ALIKE, lock=Lock(kind="votes", dissent="no"))).said == (("Dissent", "No"),)
    assert only_split(room(*ALIKE, talk=Talk(dissent="not in the north"))).said == (("Dissent", "Not in the north"),)


def test_how_to_read_the_dots_is_told_as_far_as_they_are_drawn() -> None:
    assert page(M1=room(*SPLIT)).splits_lead == "One dot is one vote; nobody is named."
    again = voted(one_round(*SPLIT), one_round(*SPLIT), lock=Lock(kind="none", lowest=1, highest=5))
    lead = page(M1=again).splits_lead
    assert "Hollow dots are the round before." in lead
    assert "A frame marks" in lead


# ---------------------------------------------------------------- charts


def _dots(drawing: Drawing, *, hollow: bool) -> int:
    dots = (op for op in drawing.ops if isinstance(op, CircleOp))
    return sum((op.fill is None) == hollow for op in dots)


def test_one_dot_is_one_vote() -> None:
    panel, before = counted((1, 1, 5, "dk", "na", "-")), counted((2, 2, 2, "dk"))
    drawing = vote_rows(panel, (1, 5), "Name", before)
    assert panel == Panel((2, 0, 0, 0, 1), 2, 1)
    assert (_dots(drawing, hollow=False), _dots(drawing, hollow=True)) == (5, 4)
    assert drawing.description == (
        "Name: 2 at level 1, 0 at level 2, 0 at level 3, 0 at level 4, 1 at level 5, 2 don't know, 1 gave no vote. "
        "The round before: 0 at level 1, 3 at level 2, 0 at level 3, 0 at level 4, 0 at level 5, 1 don't know."
    )


def test_very_many_votes_are_bars() -> None:
    drawing = vote_rows(counted((3,) * 200), None, "Name", counted((2,) * 200))
    assert not any(isinstance(op, CircleOp) for op in drawing.ops)
    assert sum(isinstance(op, RectOp) for op in drawing.ops) == 2
    assert "200" in [op.text for op in drawing.ops if isinstance(op, TextOp)]


def test_nothing_is_drawn_outside_its_chart_and_every_role_has_a_colour() -> None:
    panel = counted((1, 2, 3, 4, 5, *(5,) * 20, "dk", "-"))
    drawings = [
        vote_rows(panel, (2, 2), "Name", panel),
        round_grid(("Round 0, filled in before", "Round 1, secret ballot"), (panel, panel), "Name"),
        *(count_cell(n, 25, "said") for n in range(26)),
        count_cell(3, 0, "said"),
        *(group_cell(level, 200, "said") for level in range(1, 6)),
    ]
    for drawing in drawings:
        roles = {getattr(op, name, None) for op in drawing.ops for name in ("fill", "stroke", "role")} - {None}
        assert roles <= set(PALETTE)
        for op in drawing.ops:
            if isinstance(op, CircleOp):
                assert op.radius <= op.x <= drawing.width - op.radius
                assert op.radius <= op.y <= drawing.height - op.radius
            if isinstance(op, TextOp):
                assert 0 <= op.x <= drawing.width
                assert 0 < op.y <= drawing.height


def test_rounds_stand_oldest_first_with_all_counts_in_words() -> None:
    drawing = round_grid(("Round 1, cards", "Round 2, cards"), (counted((1, 2)), counted((2, 2))), "Name")
    assert drawing.description.startswith("Round 1, cards: 1 at level 1, 1 at level 2,")
    assert drawing.description.index("Round 2") > drawing.description.index("Round 1")


# ---------------------------------------------------------------- words


def test_rounds_are_counted_from_those_of_files() -> None:
    rounds = (one_round(1, method="files"), one_round(1), one_round(1, method="ballot"), one_round(1, method="tally"))
    assert round_names(rounds) == (
        "Round 0, filled in before",
        "Round 1, cards",
        "Round 2, secret ballot",
        "Round 3, tally",
    )
    assert round_names(rounds[1:2]) == ("Round 1, cards",)


def test_votes_in_words_have_no_order() -> None:
    said = "1 at level 1, 2 at level 5, 1 doesn't know, 1 says it does not apply, 2 gave no vote"
    assert votes_text((5, "dk", "-", 1, "na", 5, "-")) == said


def test_what_a_room_did_is_told_oldest_first() -> None:
    answer = room(
        *SPLIT,
        lock=Lock(kind="none", lowest=1, highest=5, dissent="mine"),
        opened=(
            Opened(lock=Lock(kind="agreed", level=4, reason="the log."), reason="It was wrong."),
            Opened(lock=Lock(kind="votes"), reason="again"),
        ),
        talk=Talk(low="a", high="b", settle="c"),
    )
    assert list(room_told(answer)) == [
        ("Round 1, cards", "3 at level 1, 3 at level 5"),
        ("Opened again", "it was closed: agreed on level 4, because: the log. It was wrong."),
        ("Opened again", "it was closed: as voted. again"),
        ("Closed", "no agreement, levels 1 to 5"),
        ("Dissent", "mine"),
        ("Why lower", "a"),
        ("Why higher", "b"),
        ("What would settle it", "c"),
    ]
    assert list(room_told(room(3)))[-1] == ("Closed", "not yet")
    assert list(room_told(room(3, talk=Talk(dissent="mine"))))[1:3] == [("Closed", "not yet"), ("Dissent", "mine")]


def test_votes_of_files_that_the_room_has_not_seen_are_told_nowhere() -> None:
    hidden = Answer(rounds=(Round(method="files", groups=one_round(5, 5, 5).groups),))
    assert list(room_told(hidden)) == []
    (line, *_rest) = answers_page(reading(M1=hidden)).parts[0].lines
    assert (line.rounds, line.ended, line.level) == (None, (), "Not answered")


def test_the_appendix_shows_rounds_in_place_of_votes() -> None:
    (line, *_rest) = answers_page(reading(M1=room(*SPLIT))).parts[0].lines
    assert line.rounds is not None
    assert "Votes" not in dict(line.written)
    assert line.ended == (("Closed", "Not yet"),)


def test_a_recorded_end_without_agreement_is_not_open() -> None:
    told = remarks(reading(M1=room(*SPLIT, lock=Lock(kind="none", lowest=1, highest=5)), M2=room(*SPLIT)))
    assert "Open: the room is split on M2 (M2), and no level was agreed." in told
    assert "The room ended without agreement on M1 (M1)." in told


def test_the_largest_workshop_names_nobody_and_has_a_report() -> None:
    view = report_view(full_pack(), largest_workshop(), ReportOptions())
    assert view.disagreement is not None
    assert len(view.disagreement.lines) == 26
    assert view.room is not None
