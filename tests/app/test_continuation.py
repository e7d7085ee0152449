"""An audit goes on in a newer version of its questionnaire: what comes along, what does not, and the original stays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import action, fact, flag, number, pack, practice

from cxaudit.app.continuation import continued, continued_engagement, newer_version, preview
from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import NotNewerError, OtherQuestionnaireError, UnknownPackError
from cxaudit.domain.fact_check import FactPart, FactValue, NumberValue, TextValue
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.domain.scoring import score
from cxaudit.domain.workshop import GroupVotes, Lock, Opened, Round, Talk

DAY = date(2027, 5, 20)


def version(number: str, practices: list[Practice], content: str, **more: Any) -> Pack:
    return pack(practices, **more).model_copy(update={"version": number, "content": content * 64})


KEPT = practice("mission.kept", "M1", may_not_apply=True)
BLANK = practice("mission.blank", "M2")
WORDED = practice("mission.worded", "M3")
GONE = practice("mission.gone", "M4")
NEW = practice("mission.new", "M5", quick=False)
OLD_PACK = version("1.0.0", [KEPT, BLANK, WORDED, GONE], "a")
NEW_PACK = version("1.1.0", [NEW, WORDED.model_copy(update={"revision": 2}), BLANK, KEPT], "b")

ANSWERED = Answer(level=4, evidence="Board paper", evidence_date="2026-11-01", note="As told", mark=True, seconds=12)
OLD = Assessment(
    id="first",
    pack="test-pack",
    version="1.0.0",
    content="a" * 64,
    mode="quick",
    organisation="Nordlys",
    date="2026-11-20",
    targets={"mission": 3, "mission.gone": 2, "mission.kept": 5},
    answers={"mission.kept": ANSWERED, "mission.worded": Answer(level=3), "mission.gone": Answer(level=2)},
    actions={"do-m1": ActionState(status="done"), "do-m4": ActionState(status="accepted", reason="Later")},
    reviewed=True,
    prediction=3,
)


def test_the_preview_says_what_becomes_of_each_practice_action_and_target() -> None:
    found = preview(OLD, OLD_PACK, NEW_PACK)
    assert found.carried == ("mission.kept",)
    assert found.blank == ("mission.blank",)
    assert found.added == ("mission.new",)
    assert found.reworded == ("mission.worded",)
    assert found.retired == ("mission.gone",)
    assert (found.actions_kept, found.actions_gone) == (("do-m1",), ("do-m4",))
    assert (found.targets_kept, found.targets_gone) == (("mission", "mission.kept"), ("mission.gone",))


def test_what_goes_on_is_a_new_assessment_in_the_newer_version() -> None:
    new = continued(OLD, OLD_PACK, NEW_PACK, "second", DAY)
    assert (new.id, new.pack, new.version, new.content) == ("second", "test-pack", "1.1.0", "b" * 64)
    assert (new.mode, new.organisation, new.date) == ("quick", "Nordlys", "2027-05-20")
    assert (new.reviewed, new.prediction) == (False, None)
    assert new.targets == {"mission": 3, "mission.kept": 5}
    assert new.actions == {"do-m1": ActionState(status="done")}


def test_an_answer_comes_along_with_what_is_written_beside_it_and_counts_once_it_is_confirmed() -> None:
    new = continued(OLD, OLD_PACK, NEW_PACK, "second", DAY)
    assert new.answers == {"mission.kept": ANSWERED.model_copy(update={"carried": True, "seconds": None})}
    assert not new.answer("mission.kept").answered
    assert score(NEW_PACK, new).practices["mission.kept"].point is None


@pytest.mark.parametrize(
    "answer",
    [
        Answer(dont_know=True),
        Answer(not_applicable="No such thing here"),
        Answer(votes=(2, 3, "dk"), agreed=3),
        Answer(level=1, carried=True),
        Answer(level=5, quick=True),
    ],
)
def test_every_state_comes_along(answer: Answer) -> None:
    old = OLD.model_copy(update={"answers": {"mission.kept": answer}})
    new = continued(old, OLD_PACK, NEW_PACK, "second", DAY)
    assert new.answers["mission.kept"] == answer.model_copy(update={"carried": True})


def test_votes_come_along_and_the_record_of_their_room_stays_with_the_original() -> None:
    room = Answer(
        votes=(2, 4, 4),
        agreed=3,
        note="As told",
        rounds=(Round(method="cards", groups=(GroupVotes(votes=(2, 4, 4)),)),),
        lock=Lock(kind="agreed", level=3, reason="The list is from May"),
        opened=(Opened(lock=Lock(kind="votes"), reason="New figures"),),
        talk=Talk(low="Nobody has seen it"),
    )
    old = OLD.model_copy(update={"answers": {"mission.kept": room}})
    new = continued(old, OLD_PACK, NEW_PACK, "second", DAY)
    assert new.answers["mission.kept"] == Answer(votes=(2, 4, 4), agreed=3, note="As told", carried=True)
    assert new.workshop is None


@pytest.mark.parametrize("beside", [Answer(note="Ask Ada"), Answer(mark=True), Answer(evidence="A folder")])
def test_what_is_written_beside_no_answer_comes_along_too_and_needs_no_confirming(beside: Answer) -> None:
    old = OLD.model_copy(update={"answers": {"mission.kept": beside}})
    assert continued(old, OLD_PACK, NEW_PACK, "second", DAY).answers == {"mission.kept": beside}
    assert preview(old, OLD_PACK, NEW_PACK).carried == ()


def test_nothing_on_file_stays_nothing() -> None:
    old = OLD.model_copy(update={"answers": {"mission.kept": Answer(seconds=9)}})
    assert continued(old, OLD_PACK, NEW_PACK, "second", DAY).answers == {}


@pytest.mark.parametrize("reason", ["not allowed any more", "read by a flag now"])
def test_does_not_apply_goes_where_it_may_not_be_chosen_any_more(reason: str) -> None:
    allowed = reason == "read by a flag now"
    kept = KEPT.model_copy(update={"may_not_apply": allowed})
    flags = [flag("wall", 2, {"mission.kept": 1})] if allowed else []
    new_pack = version("1.1.0", [kept, BLANK, WORDED, GONE], "b", flags=flags)
    old = OLD.model_copy(
        update={"answers": {"mission.kept": Answer(not_applicable="None here", note="So", quick=True)}}
    )
    assert continued(old, OLD_PACK, new_pack, "second", DAY).answers == {"mission.kept": Answer(note="So")}
    assert preview(old, OLD_PACK, new_pack).carried == ()


def test_facts_come_along_where_they_are_still_asked_for_in_the_same_form() -> None:
    asked = fact([number("cases"), FactPart(id="day", label="Day", kind="date")])
    new_pack = version("1.1.0", [KEPT.model_copy(update={"fact": asked}), BLANK, WORDED, GONE], "b")
    facts: dict[str, FactValue] = {
        "cases": NumberValue(number="12"),
        "day": TextValue(text="May"),
        "other": NumberValue(number="1"),
    }
    old = OLD.model_copy(update={"answers": {"mission.kept": Answer(level=4, facts=facts)}})
    brought = continued(old, OLD_PACK, new_pack, "second", DAY).answers["mission.kept"]
    assert brought.facts == {"cases": NumberValue(number="12")}


def test_an_answer_to_another_revision_than_the_packs_own_stays_behind() -> None:
    old = OLD.model_copy(update={"answers": {"mission.kept": Answer(level=4, revision=2)}})
    assert continued(old, OLD_PACK, NEW_PACK, "second", DAY).answers == {}


@pytest.mark.parametrize("number", ["1.0.0", "0.9.9"])
def test_an_audit_never_goes_back(number: str) -> None:
    other = version(number, [KEPT], "c")
    for attempt in (lambda: preview(OLD, OLD_PACK, other), lambda: continued(OLD, OLD_PACK, other, "x", DAY)):
        with pytest.raises(NotNewerError) as caught:
            attempt()
        assert (caught.value.old, caught.value.new) == ("1.0.0", number)


def test_an_audit_stays_with_its_questionnaire() -> None:
    other = NEW_PACK.model_copy(update={"id": "another"})
    with pytest.raises(OtherQuestionnaireError) as caught:
        continued(OLD, OLD_PACK, other, "x", DAY)
    assert (caught.value.old, caught.value.new) == ("test-pack", "another")


def test_a_document_goes_on_with_its_earlier_audits_and_the_packs_that_they_need() -> None:
    earlier = OLD.model_copy(update={"id": "earlier", "content": "0" * 64})
    older_pack = OLD_PACK.model_copy(update={"content": "0" * 64})
    before = Engagement((earlier, OLD), {"0" * 64: older_pack, "a" * 64: OLD_PACK}, sample=True)
    after = continued_engagement(before, NEW_PACK, "second", DAY)
    assert after.assessments == (earlier, continued(OLD, OLD_PACK, NEW_PACK, "second", DAY))
    assert after.packs == {"0" * 64: older_pack, "b" * 64: NEW_PACK}
    assert after.pack is NEW_PACK
    assert after.sample
    assert before.assessments == (earlier, OLD)


class Packs:
    """A library that holds one pack, or none."""

    def __init__(self, held: Pack | None) -> None:
        self._held = held

    def newest(self, pack: str = "cx-core") -> Pack:
        if self._held is None:
            raise UnknownPackError(pack, "", ())
        return self._held

    def get(self, pack: str, version: str) -> Pack:
        raise UnknownPackError(pack, version, ())


def test_a_newer_version_is_offered_where_there_is_one() -> None:
    assert newer_version(Packs(NEW_PACK), OLD_PACK) is NEW_PACK
    assert newer_version(Packs(NEW_PACK), NEW_PACK) is None
    assert newer_version(Packs(OLD_PACK), NEW_PACK) is None
    assert newer_version(Packs(None), OLD_PACK) is None


ANSWERS = st.one_of(
    st.builds(Answer, level=st.integers(1, 5), note=st.sampled_from(["", "x"]), carried=st.booleans()),
    st.builds(Answer, dont_know=st.just(value=True), mark=st.booleans()),
    st.builds(Answer, not_applicable=st.sampled_from(["a", "b"])),
    st.builds(Answer, votes=st.lists(st.sampled_from([1, 5, "dk", "-"]), min_size=1, max_size=3).map(tuple)),
    st.builds(Answer, evidence=st.sampled_from(["", "paper"]), seconds=st.none() | st.integers(0, 9)),
)
NAMES = [f"{dimension}.p{number}" for dimension in ("mission", "strategy") for number in range(4)]


@st.composite
def packs(draw: st.DrawFn, number: str, content: str) -> Pack:
    """Any choice of eight practices at revision 1 or 2, each with its action."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    made = [
        practice(name, f"{name[0].upper()}{name[-1]}", may_not_apply=draw(st.booleans()))
        .model_copy(update={"revision": draw(st.integers(1, 2))})
        for name in names
    ]  # fmt: skip
    return version(number, made, content, actions=[action(f"do-{p.id.replace('.', '-')}", p.id, 1, 5) for p in made])


@given(packs("1.0.0", "a"), packs("2.0.0", "b"), st.data())
def test_whatever_the_two_versions_hold_nothing_is_lost_or_made_up(
    old_pack: Pack, new_pack: Pack, data: st.DataObject
) -> None:
    chosen = st.sampled_from(sorted(old_pack.practices))
    answers = {
        name: answer.model_copy(update={"revision": old_pack.practices[name].revision})
        for name, answer in data.draw(st.dictionaries(chosen, ANSWERS)).items()
    }
    decided = {a.id: ActionState(owner="Ada") for a in old_pack.actions if data.draw(st.booleans())}
    old = OLD.model_copy(update={"answers": answers, "actions": decided, "targets": {}})
    before = old.model_dump_json()
    new, found = continued(old, old_pack, new_pack, "second", DAY), preview(old, old_pack, new_pack)

    assert old.model_dump_json() == before
    assert sorted((*found.carried, *found.blank, *found.added, *found.reworded)) == sorted(new_pack.practices)
    assert set(found.retired) == set(old_pack.practices) - set(new_pack.practices)
    assert {*found.actions_kept, *found.actions_gone} == set(decided)
    assert set(new.actions) == set(found.actions_kept)
    assert not any(answer.answered for answer in new.answers.values()), "nothing counts before it is confirmed"
    assert {name for name, answer in new.answers.items() if answer.carried} == set(found.carried)
    for name, answer in new.answers.items():
        changed = {"carried": answers[name].carried, "seconds": answers[name].seconds}
        if answers[name].not_applicable is None or answer.not_applicable is not None:
            assert answer.model_copy(update=changed) == answers[name]
    assert Assessment.model_validate_json(new.model_dump_json()) == new
    score(new_pack, new)
