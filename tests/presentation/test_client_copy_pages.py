"""A copy for the client says the same as the whole report, but for what was left out; and nothing that is not so."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from support.private import printed_audit

from cxaudit import assets
from cxaudit.app.redaction import PRIVATE, redacted
from cxaudit.app.reporting import PrivateField, ReportOptions
from cxaudit.bootstrap import load_example
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import GroupVotes, Merged, Parked, Room, RoomGroup, Round, Workshop
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.report import ReportView, report_view
from cxaudit.presentation.report_room import RoomPage
from cxaudit.storage.packs import PublishedPacks

PACKS = PublishedPacks(assets.questionnaires() / "published")
NOBODY = frozenset[PrivateField]()

TOLD_BESIDE = {
    "Fact.label",
    "Fact.value",
    "Passage.title",
    "Passage.paragraphs",
    "ReportView.footer",
    "AnswersPage.heads",
}
"""That it is a copy, and of what."""
OF_NOTES = {"AnswerLine.written", "AsideLine.reason", "Beside.text", "Beside.role"}
OF_EVIDENCE = {"ProofLine.text"}
OF_NAMES = {"MoveView.owner", "PriorityLine.owner", "RoadmapCard.who"}
OF_WORDS = {
    "AnswerLine.ended",
    "DisagreementPage.splits_title",
    *(f"ParkedView.{name}" for name in ("dropped", "due", "owner", "practice", "text")),
    *(f"Side.{name}" for name in ("anchor", "label", "text", "unsaid")),
    *(f"SplitView.{name}" for name in ("detail", "open", "question", "said", "state", "title")),
}
"""What was said; and practices told in detail only because something was said."""
OF_VOTES = {
    "AnswerLine.rounds",
    "DisagreementPage.splits_lead",
    "SplitView.dots",
    "RoomPage.gap_heads",
    "RoomPage.gap_title",
    "RoomPage.notes",
    *(f"GroupLine.{name}" for name in ("name", "people", "rate", "votes")),
}
MAY_DIFFER = TOLD_BESIDE | OF_NOTES | OF_EVIDENCE | OF_NAMES | OF_WORDS | OF_VOTES | {"EditableText.moved"}
"""Every field in which a copy may say another thing than the whole report; numbers are none of them."""


@cache
def audits() -> dict[str, tuple[Assessment, Pack]]:
    core = PACKS.newest()
    names = ("nordlys-quick.toml", "nordlys-full.toml", "nordlys-workshop.toml")
    return {"private": (printed_audit(core), core), **{name: load_example(PACKS, name) for name in names}}


def _said(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, (tuple, frozenset)) and not isinstance(value, Drawing):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _said(item, where)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Drawing):
        for field in dataclasses.fields(value):
            yield from _said(getattr(value, field.name), f"{type(value).__name__}.{field.name}")
    else:
        yield where, repr(value)


def told(view: ReportView) -> dict[str, list[str]]:
    found = defaultdict[str, list[str]](list)
    for where, text in _said(view, ""):
        found[where].append(text)
    return found


def differing(one: ReportView, other: ReportView) -> set[str]:
    a, b = told(one), told(other)
    return {where for where in a.keys() | b.keys() if a.get(where) != b.get(where)}


def whole(name: str) -> ReportView:
    audit, pack = audits()[name]
    return report_view(pack, audit, ReportOptions())


def copied(audit: Assessment, pack: Pack, kept: frozenset[PrivateField] = NOBODY) -> ReportView:
    return report_view(pack, redacted(audit, kept), ReportOptions(kept=kept))


@pytest.mark.parametrize("name", audits())
def test_a_copy_differs_in_what_was_left_out_and_in_nothing_else(name: str) -> None:
    assert differing(whole(name), copied(*audits()[name])) <= MAY_DIFFER


@pytest.mark.parametrize("name", audits())
def test_with_all_ticked_it_differs_in_saying_so(name: str) -> None:
    assert differing(whole(name), copied(*audits()[name], frozenset(PRIVATE))) <= {*TOLD_BESIDE, "EditableText.moved"}


def test_each_field_that_may_differ_does_somewhere() -> None:
    """No field is excused for nothing."""
    found = [differing(whole(name), copied(*audits()[name])) for name in audits()]
    assert set().union(*found) == MAY_DIFFER


def test_a_copy_without_marks_is_found() -> None:
    """The variant that drops evidence instead of marking its place changes numbers."""
    audit, pack = audits()["nordlys-full.toml"]
    blanked = {name: answer.model_copy(update={"evidence": ""}) for name, answer in audit.answers.items()}
    view = copied(audit.model_copy(update={"answers": blanked}), pack)
    assert "NumberView.detail" in differing(whole("nordlys-full.toml"), view) - MAY_DIFFER


# ------------------------------------------------------------------------------------------ what it says of itself
def _passage(view: ReportView) -> str:
    (passage,) = [p for p in view.method.answered if p.title == "A copy for the client"]
    return " ".join(passage.paragraphs)


def test_the_method_tells_what_stands_where_something_was_left_out() -> None:
    alone, room = _passage(copied(*audits()["nordlys-full.toml"])), _passage(copied(*audits()["nordlys-workshop.toml"]))
    assert alone.startswith("This copy for the client leaves out: notes and reasons; what the room said;")
    assert "the role that the questionnaire proposes stands instead" in alone
    assert "last round" not in alone
    assert "Of the votes on a question only the last round is told." in room
    assert _passage(copied(*audits()["nordlys-full.toml"], frozenset(PRIVATE))) == (
        "This is a copy for the client. Every score is that of the whole report."
    )


def test_cover_and_foot_say_that_it_is_a_copy() -> None:
    view = copied(*audits()["nordlys-full.toml"], frozenset({"names", "words", "votes", "evidence"}))
    assert view.footer == "Copy for the client · Self-assessment, not certification"
    assert [fact.value for fact in view.cover.facts if fact.label == "Copy"] == [
        "For the client. Left out: notes and reasons"
    ]
    assert "Copy" not in [fact.label for fact in whole("nordlys-full.toml").cover.facts]


# ------------------------------------------------------------------------------------------ nothing that is not so
def _all(view: ReportView) -> str:
    return "\n".join(text for texts in told(view).values() for text in texts)


def test_nobody_is_said_to_have_been_silent_whose_words_were_left_out() -> None:
    text = _all(copied(*audits()["nordlys-workshop.toml"]))
    assert "obody wrote it down" not in text
    assert "What was said is left out of this copy." in text
    assert "What each side says" not in text
    assert "obody wrote it down" in _all(copied(*_voted((7, 7)), frozenset({"words"})))


def test_rounds_are_not_counted_where_the_earlier_ones_were_left_out() -> None:
    text = _all(copied(*audits()["nordlys-workshop.toml"]))
    assert "Round 1" not in text
    assert "Round 0" not in text
    assert "Of each question the last; earlier ones are left out of this copy" in text


def test_words_of_a_fact_check_are_counted_and_not_dotted() -> None:
    text = _all(copied(*audits()["nordlys-full.toml"]))
    assert "9 words, kept out of this copy" in text
    assert "[…]" not in text


def test_an_accepted_action_still_has_a_reason_and_an_item_still_somebody() -> None:
    aside = copied(*audits()["nordlys-full.toml"]).roadmap.aside
    assert [line.reason for line in aside if line.status == "Accepted, not now"] == ["Kept out of this copy."]
    view = copied(*audits()["private"], frozenset({"words"}))
    assert [item.line for item in view.roadmap.parked] == ["Name kept out, by 1 February 2027"]


def test_an_item_that_nobody_took_on_is_still_nobodys() -> None:
    audit, pack = audits()["private"]
    assert audit.workshop is not None
    parked = audit.workshop.model_copy(update={"parked": (Parked(text="Left lying"),)})
    view = copied(audit.model_copy(update={"workshop": parked}), pack, frozenset({"words"}))
    assert [item.line for item in view.roadmap.parked] == ["No owner yet"]


# ------------------------------------------------------------------------------------------ small groups
def _voted(*panels: tuple[int, int], groups: bool = True, files: bool = False) -> tuple[Assessment, Pack]:
    """An audit in which two groups of these sizes voted, on one practice after the other."""
    pack = PACKS.newest()
    rounds = [
        Round(
            method="cards",
            groups=(GroupVotes(group="Leaders", votes=(1,) * a), GroupVotes(group="Front line", votes=(5,) * b)),
        )
        for a, b in panels
    ]
    answers = {
        practice: Answer(votes=found.votes, rounds=(found,))
        for practice, found in zip(pack.practices, rounds, strict=False)
    }
    labels = (RoomGroup(label="Leaders", present=6), RoomGroup(label="Front line", present=8)) if groups else ()
    merged = (Merged(label="Ane", assessment="x", group="Leaders"),) if files else ()
    workshop = Workshop(room=Room(present=14, groups=labels), at=next(iter(answers)), merged=merged)
    audit = Assessment(
        id="x", pack=pack.id, version=pack.version, content=pack.content, answers=answers, workshop=workshop
    )
    return audit, pack


def _room(audit: Assessment, pack: Pack, kept: frozenset[PrivateField] = NOBODY) -> RoomPage:
    page = copied(audit, pack, kept).room
    assert page is not None
    return page


@pytest.mark.parametrize(("groups", "files"), [(True, False), (False, True)])
def test_a_room_whose_groups_were_left_out_is_not_said_to_have_had_none(*, groups: bool, files: bool) -> None:
    page = _room(*_voted((4, 8), groups=groups, files=files))
    assert page.notes == ("Groups are left out of this copy: fewer than five of one of them voted.",)
    assert [line.name for line in page.lines] == ["Everybody"]


def test_a_room_without_groups_had_none_in_its_copy() -> None:
    audit, pack = _voted((6, 8), groups=False)
    answers = {
        name: Answer(votes=(3, 3, 3), rounds=(Round(method="cards", groups=(GroupVotes(votes=(3, 3, 3)),)),))
        for name in audit.answers
    }
    assert _room(audit.model_copy(update={"answers": answers}), pack).notes == (
        "The room was not divided into groups.",
    )
    alone = audit.model_copy(update={"answers": answers, "workshop": None})
    assert _room(alone, pack).notes == ("The room was not divided into groups.",)


def test_groups_that_stay_apart_on_some_questions_only_are_not_counted() -> None:
    """Votes of all, less those of the questions told apart, would be those of a small group."""
    page = _room(*_voted((6, 8), (4, 8)))
    assert [(line.name, line.votes) for line in page.lines] == [
        ("Everybody", "26 of 26"),
        ("Leaders", "not told apart"),
        ("Front line", "not told apart"),
    ]
    ticked = _room(*_voted((6, 8), (4, 8)), frozenset({"votes"}))
    assert [line.votes for line in ticked.lines] == ["26 of 26", "10 of 10", "16 of 16"]
    large = _room(*_voted((6, 8), (6, 8)))
    assert [line.votes for line in large.lines] == ["28 of 28", "12 of 12", "16 of 16"]
