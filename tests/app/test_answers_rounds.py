"""Rounds, locks and the workshop in an answers file."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.builders import pack, practice

from cxaudit.app.answers_file import read_answers
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.errors import InputError, Problem, UnknownPackError
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import GroupVotes, Lock, Opened, Parked, RoomGroup, Round, Talk

PACK = pack([practice("mission.statement", "M1"), practice("mission.recall", "M2", quick=False)])


class Shelf:
    def newest(self, pack: str = "cx-core") -> Pack:
        return self.get(pack, "1.0.0")

    def get(self, pack: str, version: str) -> Pack:
        if version != "1.0.0":
            raise UnknownPackError(pack, version, ())
        return PACK


def read(text: str) -> Assessment:
    return read_answers(text.encode(), "toml", "answers", Shelf()).assessment


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read(text)
    return caught.value.problems


WHOLE = """
[[answers.M1.rounds]]
method = "files"
votes = [4, 1, "dk"]
abstained = 2
[[answers.M1.rounds]]
groups = { Leaders = [2, 1, "-"], "Front line" = [4, 4, "na"] }
[answers.M1.lock]
kind = "agreed"
level = 3
reason = "Seen in the log."
dissent = "Not in the north."
[[answers.M1.opened]]
lock = { kind = "none", lowest = 1, highest = 4 }
reason = "A figure came in."
[answers.M1.talk]
low = "Nobody knows it."
high = "All know it."
settle = "Ask ten."
"""


def test_all_that_a_room_did_with_a_practice_is_read() -> None:
    answer = read(WHOLE).answer("mission.statement")
    assert answer.rounds == (
        Round(method="files", groups=(GroupVotes(votes=(1, 4, "dk", "-", "-")),)),
        Round(
            method="cards",
            groups=(GroupVotes(group="Front line", votes=(4, 4, "na")), GroupVotes(group="Leaders", votes=(1, 2, "-"))),
        ),
    )
    assert answer.votes == (1, 2, 4, 4, "na", "-")
    assert answer.agreed == 3
    assert answer.lock == Lock(kind="agreed", level=3, reason="Seen in the log.", dissent="Not in the north.")
    assert answer.opened == (Opened(lock=Lock(kind="none", lowest=1, highest=4), reason="A figure came in."),)
    assert answer.talk == Talk(low="Nobody knows it.", high="All know it.", settle="Ask ten.")


def test_an_open_question_has_votes_and_no_lock() -> None:
    answer = read("[[answers.M1.rounds]]\nvotes = [3, 2]").answer("mission.statement")
    assert (answer.votes, answer.agreed, answer.lock, answer.talk) == ((2, 3), None, None, None)
    assert answer.revealed


def test_arguments_may_stand_beside_any_answer() -> None:
    answer = read("[answers.M1]\nlevel = 2\ntalk = { low = 'So it is' }").answer("mission.statement")
    assert answer.talk == Talk(low="So it is")


ROUND = "[[answers.M1.rounds]]\nvotes = [3, 2]\n"
MISTAKES: Mapping[str, tuple[str, str, str]] = {
    "no list": ("[answers.M1]\nrounds = 3", "answers.M1.rounds", "A list of tables is expected here, not 3."),
    "no tables": ("[answers.M1]\nrounds = [3]", "answers.M1.rounds[1]", "A table is expected here, not 3."),
    "an empty list": ("[answers.M1]\nrounds = []", "answers.M1.rounds", "There is no round in the list."),
    "too many": (ROUND * 21, "answers.M1.rounds", "The list has 21 entries; 20 is the most."),
    "both votes": (ROUND + "groups = { A = [1] }", "answers.M1.rounds[1]", "Exactly one of votes and groups"),
    "no votes": ("[[answers.M1.rounds]]", "answers.M1.rounds[1]", "Exactly one of votes and groups"),
    "a wrong vote": ("[[answers.M1.rounds]]\nvotes = [7]", "answers.M1.rounds[1].votes[1]", "7 is not a vote."),
    "too large a room": (
        ROUND + "abstained = 199",
        "answers.M1.rounds[1]",
        "The round has 201 votes; 200 is the most.",
    ),
    "late files": (ROUND + ROUND + "method = 'files'", "answers.M1.rounds[2].method", "Only the first round can"),
    "an unknown key": (ROUND + "vote = 3", "answers.M1.rounds[1].vote", "Did you mean votes?"),
    "abstained beside groups": (
        "[[answers.M1.rounds]]\ngroups = { A = [1] }\nabstained = 1",
        "answers.M1.rounds[1].abstained",
        'stand in their group. Write "-" there.',
    ),
    "no groups": ("[[answers.M1.rounds]]\ngroups = {}", "answers.M1.rounds[1].groups", "There are 0 groups; 1 to 4"),
    "groups no table": ("[[answers.M1.rounds]]\ngroups = 3", "answers.M1.rounds[1].groups", "A table is expected"),
    "a nameless group": (
        "[[answers.M1.rounds]]\ngroups = { '' = [1] }",
        'answers.M1.rounds[1].groups.""',
        "cannot name",
    ),
    "a group's vote": (
        "[[answers.M1.rounds]]\ngroups = { A = ['x'] }",
        "answers.M1.rounds[1].groups.A[1]",
        "not a vote",
    ),
    "a group unknown": (
        "[workshop]\ngroups = { Leaders = 1, Staff = 1 }\n[[answers.M1.rounds]]\ngroups = { Leader = [1] }",
        "answers.M1.rounds[1].groups.Leader",
        "The workshop has no such group. Did you mean Leaders?",
    ),
    "a lock alone": ("[answers.M1]\nlevel = 2\nlock = {}", "answers.M1.lock", "Write the rounds too."),
    "an agreed level beside rounds": (ROUND + "[answers.M1]\nagreed = 3", "answers.M1.agreed", "goes with votes"),
    "votes beside rounds": (ROUND + "[answers.M1]\nvotes = [3]", "answers.M1", "here is votes, rounds."),
    "no level agreed on": (
        ROUND + "[answers.M1.lock]\nkind = 'agreed'\nreason = 'so'",
        "answers.M1.lock.level",
        "missing",
    ),
    "a level of no use": (
        ROUND + "[answers.M1.lock]\nlevel = 3",
        "answers.M1.lock.level",
        "Known here: kind, dissent.",
    ),
    "a range upside down": (
        ROUND + "[answers.M1.lock]\nkind = 'none'\nlowest = 4\nhighest = 2",
        "answers.M1.lock.lowest",
        "It lies above the highest level, 2.",
    ),
    "opened without a reason": (
        ROUND + "[[answers.M1.opened]]\nlock = {}",
        "answers.M1.opened[1].reason",
        "Write why it was opened again.",
    ),
    "opened from a wrong lock": (
        ROUND + "[[answers.M1.opened]]\nlock = { kind = 'maybe' }\nreason = 3",
        "answers.M1.opened[1].lock.kind",
        '"maybe" is not known here.',
    ),
    "talk unknown": (ROUND + "[answers.M1.talk]\nmiddle = 'so'", "answers.M1.talk.middle", "There is no such key."),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_cure(name: str) -> None:
    text, where, told = MISTAKES[name]
    found = problems(text)
    assert where in [problem.where for problem in found]
    assert any(told in f"{p.what} {p.mend}" for p in found if p.where == where)


WORKSHOP = """
[workshop]
groups = { Leaders = 6, "Front line" = 8 }
[[workshop.parked]]
text = "Who answers letters to the board?"
practice = "M2"
owner = "Marit"
due = 2026-12-15
[[workshop.parked]]
text = "A new name"
dropped = true
"""


def test_a_workshop_is_read_and_is_over() -> None:
    workshop = read(WORKSHOP).workshop
    assert workshop is not None
    assert workshop.room.present == 14
    assert workshop.room.groups == (RoomGroup(label="Leaders", present=6), RoomGroup(label="Front line", present=8))
    assert (workshop.at, workshop.ended) == ("mission.statement", True)
    assert workshop.parked == (
        Parked(text="Who answers letters to the board?", practice="mission.recall", owner="Marit", due="2026-12-15"),
        Parked(text="A new name", dropped=True),
    )


def test_a_room_may_have_no_groups_or_none_at_all() -> None:
    workshop = read("[workshop]\npresent = 3").workshop
    assert workshop is not None
    assert (workshop.room.present, workshop.room.groups) == (3, ())
    assert read("").workshop is None


ROOMS: Mapping[str, tuple[str, str, str]] = {
    "no table": ("workshop = 3", "workshop", "A table is expected here"),
    "an unknown key": ("[workshop]\npresents = 3", "workshop.presents", "Did you mean present?"),
    "nobody said": ("[workshop]", "workshop.present", "how many were in the room?"),
    "nobody": ("[workshop]\npresent = 0", "workshop", "0 cannot be present; 1 to 200"),
    "too many": ("[workshop]\ngroups = { A = 200, B = 1 }", "workshop", "201 cannot be present"),
    "one group": ("[workshop]\ngroups = { A = 2 }", "workshop.groups", "There are 1 groups; 2 to 4"),
    "another sum": ("[workshop]\npresent = 3\ngroups = { A = 2, B = 2 }", "workshop.present", "add up to 4, not to 3"),
    "a nameless group": ("[workshop]\ngroups = { '' = 2, B = 2 }", 'workshop.groups.""', "Write a short name"),
    "half a person": ("[workshop]\ngroups = { A = 0.5, B = 2 }", "workshop.groups.A", "0.5 cannot be used here"),
    "nothing parked": (
        "[workshop]\npresent = 3\nparked = [{}]",
        "workshop.parked[1].text",
        "Write what was put aside.",
    ),
    "dropped and owned": (
        "[workshop]\npresent = 3\nparked = [{ text = 'x', owner = 'A', dropped = true }]",
        "workshop.parked[1].dropped",
        "has no owner and no day",
    ),
    "parked nowhere": (
        "[workshop]\npresent = 3\nparked = [{ text = 'x', practice = 'Z9' }]",
        "workshop.parked[1].practice",
        "No practice has this code or id.",
    ),
    "a full lot": (
        "[workshop]\npresent = 3\n" + "[[workshop.parked]]\ntext = 'x'\n" * 201,
        "workshop.parked",
        "The list has 201 entries; 200 is the most.",
    ),
}


@pytest.mark.parametrize("name", ROOMS)
def test_a_mistake_about_the_room_is_told_with_its_place_and_cure(name: str) -> None:
    text, where, told = ROOMS[name]
    found = problems(text)
    assert where in [problem.where for problem in found]
    assert any(told in f"{p.what} {p.mend}" for p in found if p.where == where)


def test_a_workshop_of_an_unknown_questionnaire_is_not_told_twice() -> None:
    found = problems("version = '9.9.9'\n" + WORKSHOP)
    assert [problem.where for problem in found] == ["pack"]
