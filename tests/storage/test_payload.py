"""The payload: an engagement comes back equal, and what a newer version added comes back too."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import NO_DIGEST
from support.documents import PACK, PRACTICES, SCALE, engagement
from support.workshops import votes

from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import DocumentError
from cxaudit.domain.fact_check import ChoiceValue, CountValue, DateValue, NumberValue, TextValue
from cxaudit.domain.workshop import (
    GroupVotes,
    Lock,
    Merged,
    Opened,
    Parked,
    Room,
    RoomGroup,
    Round,
    Talk,
    Timer,
    Workshop,
    in_order,
)
from cxaudit.storage.document_json import dump, load
from cxaudit.storage.payload import LONGEST_LINEAGE, Content, Head, build_payload, read_payload

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
LEVEL = st.integers(1, 5)
STATE = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"level": LEVEL}),
    st.just({"dont_know": True}),
    st.fixed_dictionaries({"not_applicable": TEXT.filter(bool)}),
    st.fixed_dictionaries(
        {"votes": st.lists(LEVEL | st.sampled_from(["dk", "na", "-"]), min_size=1, max_size=4).map(tuple)},
        optional={"agreed": LEVEL},
    ),
)


def answer(state: dict[str, Any], rest: dict[str, Any]) -> Answer:
    return Answer(**state, **rest)


FACT = st.one_of(
    st.builds(NumberValue, number=st.integers(0, 999).map(str)),
    st.just(DateValue(day="2026-02-28")),
    st.builds(CountValue, count=st.integers(0, 9), total=st.integers(0, 9)),
    st.just(ChoiceValue(option="nobody")),
    st.just(TextValue(text="warm and lit")),
)
PANEL = votes(0, 5).map(lambda found: in_order(tuple(found)))
ROUND = st.builds(
    Round,
    method=st.sampled_from(["cards", "ballot", "tally", "files"]),
    groups=st.lists(st.builds(GroupVotes, group=TEXT, votes=PANEL), min_size=1, max_size=3).map(tuple),
)
LOCK = st.one_of(
    st.builds(Lock, kind=st.just("votes"), dissent=TEXT),
    st.builds(Lock, kind=st.just("agreed"), level=LEVEL, reason=TEXT),
    st.builds(Lock, kind=st.just("none"), lowest=st.just(1), highest=LEVEL),
)
WORKSHOP = st.builds(
    Workshop,
    room=st.just(Room(present=9))
    | st.just(Room(present=9, groups=(RoomGroup(label="a", present=9), RoomGroup(label="b", present=0)))),
    at=st.sampled_from(PRACTICES),
    phase=st.sampled_from(["read", "vote", "reveal", "locked"]),
    timer=st.none() | st.builds(Timer, left=st.integers(-9, 9), since=st.just("2026-11-24T09:00:00+01:00")),
    parked=st.lists(st.builds(Parked, text=TEXT.filter(bool), owner=TEXT, dropped=st.booleans()), max_size=2).map(
        tuple
    ),
    merged=st.lists(st.builds(Merged, label=TEXT.filter(bool), assessment=st.just("a1"), group=TEXT), max_size=2).map(
        tuple
    ),
    started=st.just("2026-11-24T09:00:00+01:00"),
    done_before=st.integers(0, 60),
    ended=st.booleans(),
)
ANSWER = st.builds(
    answer,
    STATE,
    st.fixed_dictionaries(
        {
            "evidence": TEXT,
            "note": TEXT,
            "mark": st.booleans(),
            "revision": st.integers(1, 9),
            "facts": st.dictionaries(st.sampled_from(["oldest", "asked", "said"]), FACT, max_size=3),
            "rounds": st.lists(ROUND, max_size=2).map(tuple),
            "lock": st.none() | LOCK,
            "opened": st.lists(st.builds(Opened, lock=LOCK, reason=TEXT.filter(bool)), max_size=2).map(tuple),
            "talk": st.none() | st.builds(Talk, low=TEXT, high=TEXT, settle=TEXT),
        }
    ),
)
ACTION = st.builds(
    ActionState,
    status=st.sampled_from(["open", "done", "accepted"]),
    reason=TEXT,
    owner=TEXT,
    due=st.none() | st.just("2026-12-24"),
)


def assessments(number: int) -> st.SearchStrategy[Assessment]:
    return st.builds(
        Assessment,
        id=st.just(f"a{number}"),
        pack=st.just(PACK.id),
        version=st.just(PACK.version),
        content=st.just(NO_DIGEST),
        mode=st.sampled_from(["quick", "full"]),
        organisation=TEXT,
        date=st.none() | st.just("2026-11-20"),
        targets=st.dictionaries(st.sampled_from(["mission", *PRACTICES]), LEVEL),
        answers=st.dictionaries(st.sampled_from(PRACTICES), ANSWER),
        actions=st.dictionaries(st.sampled_from(["do-p0", "do-p1"]), ACTION),
        reviewed=st.booleans(),
        workshop=st.none() | WORKSHOP,
    )


ENGAGEMENT = st.builds(
    Engagement,
    st.tuples(assessments(0)) | st.tuples(assessments(0), assessments(1)),
    st.just({NO_DIGEST: PACK}),
    sample=st.booleans(),
)


def through(content: Content) -> Content:
    return read_payload(load(dump(build_payload(content))), "a.cxaudit")


@settings(max_examples=1000 if SCALE else 150, deadline=None)
@given(ENGAGEMENT)
def test_an_engagement_comes_back_equal(told: Engagement) -> None:
    content = Content(told, revision=3, parent="a" * 64, head=Head(7, "b" * 32), lineage=("c" * 32,))
    found = through(content)
    assert found.engagement == told
    assert (found.revision, found.parent, found.head, found.lineage) == (3, "a" * 64, Head(7, "b" * 32), ("c" * 32,))


def from_a_newer_minor() -> dict[str, Any]:
    told = engagement(p1=3, p2=4)
    first = told.newest.model_copy(update={"actions": {"do-p1": ActionState(owner="Kim")}})
    raw: Any = build_payload(Content(Engagement((first,), told.packs)))
    raw["format"] = {"major": 1, "minor": 4, "edition": "x"}
    raw["brand"] = {"colour": "#123456", "scale": 1.5}
    raw["engagement"]["client"] = "Nordlys"
    raw["journal_head"]["device"] = "laptop"
    raw["assessments"][0]["rounds"] = [1, 2]
    raw["assessments"][0]["practices"]["mission.p1"]["photo"] = None
    raw["assessments"][0]["practices"]["mission.p1"]["answers"]["room"] = {"a": 3}
    raw["plan"][0]["cost"] = 12.25
    return load(dump(raw))


def test_what_a_newer_minor_version_added_survives_an_edit() -> None:
    raw = from_a_newer_minor()
    content = read_payload(copy.deepcopy(raw), "a.cxaudit")
    found = build_payload(content)
    assert {**found, "written_by": ""} == {**raw, "written_by": ""}

    answers = {**content.engagement.newest.answers, "mission.p1": Answer(level=5)}
    newest = content.engagement.newest.model_copy(update={"answers": answers})
    edited: Any = build_payload(
        Content(Engagement((newest,), content.engagement.packs), raw=content.raw, head=content.head)
    )
    practice = edited["assessments"][0]["practices"]["mission.p1"]
    assert practice == {"answers": {"level": 5, "room": {"a": 3}}, "rev": 1, "photo": None}
    assert edited["format"] == {"major": 1, "minor": 4, "edition": "x"}


def broken(**changes: object) -> dict[str, Any]:
    return {**load(dump(build_payload(Content(engagement(p1=3))))), **changes}


def twice() -> dict[str, Any]:
    raw = broken()
    return {**raw, "assessments": raw["assessments"] * 2}


def unknown_in_the_pack() -> dict[str, Any]:
    raw = broken()
    raw["packs"][NO_DIGEST]["script"] = "import os"
    return raw


@pytest.mark.parametrize(
    "raw",
    [
        broken(format={"major": 1, "minor": "0"}),
        broken(packs={}),
        broken(packs={"1" * 64: PACK.model_dump(mode="json")}),
        broken(assessments=[]),
        broken(plan=[{"assessment": "nobody", "action": "do-p1"}]),
        twice(),
        unknown_in_the_pack(),
    ],
    ids=["format", "no pack", "wrong digest", "empty", "stray plan", "twice", "unknown in pack"],
)
def test_a_payload_that_contradicts_itself_is_refused(raw: dict[str, object]) -> None:
    with pytest.raises(DocumentError):
        read_payload(raw, "a.cxaudit")


def test_the_lineage_keeps_the_newest_lines_once() -> None:
    content = Content(engagement(), lineage=tuple(f"{n:032x}" for n in range(LONGEST_LINEAGE)))
    assert content.with_ancestor("f" * 32)[-2:] == (f"{LONGEST_LINEAGE - 1:032x}", "f" * 32)
    assert len(content.with_ancestor("f" * 32)) == LONGEST_LINEAGE
    assert content.with_ancestor(f"{5:032x}")[-1] == f"{5:032x}"
    assert len(set(content.with_ancestor(f"{5:032x}"))) == LONGEST_LINEAGE
