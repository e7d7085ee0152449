"""Files filled in alone become round 0: none counts twice, none is half merged, and their order does not matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given as over
from hypothesis import strategies as st
from support.builders import Given, assess, pack, practice
from support.workshops import (
    FIFTH,
    FIRST,
    FOURTH,
    PACK,
    SECOND,
    THIRD,
    begun,
    done,
    fresh,
    given,
    refused,
    room,
    vote_on,
)

from cxaudit.app.closing import lock_all_as_voted, lock_votes
from cxaudit.app.merge import Merge, NotMerged, Prework, merge, prework
from cxaudit.app.merge_files import ChosenFile, FileProblem, ReadFile, read_file
from cxaudit.app.room import Refusal, RoomSession, Step, room_session
from cxaudit.app.rounds import reveal, vote_again
from cxaudit.app.steps import back, forward, next_open, open_question
from cxaudit.app.wall import wall
from cxaudit.app.workspace import Workspace
from cxaudit.domain.assessment import Answer
from cxaudit.domain.errors import DocumentError
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import Lock, Merged, Vote

NA = Answer(not_applicable="no branches")


def file(name: str, answers: dict[str, Given], group: str = "", of: Pack = PACK, **change: object) -> ReadFile:
    audit = assess(of, answers).model_copy(update={"id": f"audit-{name}", **change})
    return read_file(ChosenFile(Path(f"{name}.cxaudit"), name, group), audit, of)


def merged(at: RoomSession, files: Sequence[ReadFile]) -> RoomSession:
    result = merge(at, files)
    assert isinstance(result, Merge), result
    return at.after(result.step)


def problems(at: RoomSession, files: Sequence[ReadFile]) -> list[tuple[str, str]]:
    result = merge(at, files)
    assert isinstance(result, NotMerged), result
    return [(problem.chosen.label, problem.why) for problem in result.problems]


def round_0(at: RoomSession, practice_id: str) -> dict[str, tuple[Vote, ...]]:
    (only,) = at.assessment.answer(practice_id).rounds
    assert only.method == "files"
    return {group.group: group.votes for group in only.groups}


ANN = file("Ann", {"M1": 3, "M2": 1, "M3": 4, "M4": 4})
BO = file("Bo", {"M1": 3, "M2": 5, "M3": "dk", "M4": 4})
CY = file("Cy", {"M1": 3, "M2": 5, "M3": NA, "M4": 3})


def test_files_become_round_0_and_nothing_is_revealed_by_it() -> None:
    at = merged(begun(), [ANN, BO, CY])
    assert round_0(at, FIRST) == {"": (3, 3, 3)}
    assert round_0(at, SECOND) == {"": (1, 5, 5)}
    assert round_0(at, THIRD) == {"": (4, "dk", "na")}
    assert at.assessment.answer(FIFTH) == Answer()
    assert [(entry.label, entry.assessment) for entry in at.workshop.merged] == [
        ("Ann", ANN.known_as),
        ("Bo", BO.known_as),
        ("Cy", CY.known_as),
    ]
    assert [a.answered for a in at.assessment.answers.values()] == [False] * 4
    assert wall(at).rounds == ()
    assert prework(at) == Prework(split=(SECOND, THIRD), close=(FIRST, FOURTH), blank=(FIFTH,))


def test_only_what_is_split_needs_the_room() -> None:
    at = merged(begun(SECOND), [ANN, BO, CY])
    at = done(at, lock_all_as_voted(at, prework(at).close))
    assert [at.assessment.answer(p).lock for p in (FIRST, FOURTH)] == [Lock(kind="votes")] * 2
    assert at.assessment.answer(FIRST).votes == (3, 3, 3)
    assert prework(at) == Prework(split=(SECOND, THIRD), close=(), blank=(FIFTH,))
    assert done(at, next_open(at)).practice == THIRD
    # no vote is needed where the files gave one
    assert wall(at).rounds == ()
    at = done(at, forward(at))
    assert (at.workshop.phase, at.answer.votes) == ("reveal", (1, 5, 5))
    assert [shown.votes for shown in wall(at).rounds] == [(1, 5, 5)]
    assert prework(at).split == (THIRD,)
    assert done(at, back(at)).workshop.phase == "read"
    at = given(done(at, vote_again(at)), [5, 5, 4])
    at = done(at, reveal(at))
    assert [found.votes for found in at.answer.rounds] == [(1, 5, 5), (4, 5, 5)]
    assert done(at, back(at)).workshop.phase == "vote"


def test_the_room_goes_from_split_to_split_then_to_what_nobody_answered_then_on() -> None:
    far = {"Di": (1, 1), "Ed": (4, 5), "Fa": (4, 5)}
    at = merged(begun(), [file(name, {"M1": 3, "M2": two, "M4": four}) for name, (two, four) in far.items()])
    assert prework(at) == Prework(split=(FOURTH, SECOND), close=(FIRST,), blank=(THIRD, FIFTH))
    way: list[str] = []
    while isinstance(step := next_open(at), Step):
        at = done(at, step)
        way.append(at.practice)
        if not at.answer.rounds:
            at = given(done(at, forward(at)), [3, 3, 3])
        at = done(at, forward(at))
        at = done(at, lock_votes(at))
    assert way == [FOURTH, SECOND, THIRD, FIFTH, FIRST]


def test_a_question_of_which_files_were_revealed_is_come_back_to() -> None:
    at = merged(begun(SECOND), [ANN, BO, CY])
    at = done(at, forward(at))
    at = done(at, open_question(at, FIRST))
    assert done(at, open_question(at, SECOND)).workshop.phase == "reveal"
    assert vote_again(at) == Refusal("nothing revealed")


def test_groups_are_told_by_the_labels_chosen_at_the_merge() -> None:
    at = begun(of=room(leaders=2, front=2))
    ann, bo = (replace(f, chosen=replace(f.chosen, group=g))
               for f, g in ((ANN, "leaders"), (BO, "front")))  # fmt: skip
    at = merged(at, [bo, ann])
    assert round_0(at, SECOND) == {"front": (5,), "leaders": (1,)}
    assert at.workshop.merged[0] == Merged(label="Ann", assessment=ANN.known_as, group="leaders")
    assert problems(at, [CY]) == [("Cy", "unknown group")]


def test_a_quick_file_says_nothing_of_the_other_questions() -> None:
    quick = file("Di", {"M1": 2, "M2": 2}, mode="quick")
    at = merged(begun(), [ANN, BO, CY, quick])
    assert round_0(at, FOURTH) == {"": (3, 4, 4, "-")}
    assert round_0(at, FIRST) == {"": (2, 3, 3, 3)}


def test_what_was_only_carried_over_is_no_vote() -> None:
    carried = file("Di", {"M1": Answer(level=5, carried=True), "M2": 4})
    assert round_0(merged(begun(), [carried, ANN]), FIRST) == {"": (3, "-")}


def test_every_file_at_fault_is_named_and_nothing_is_merged() -> None:
    other = pack([practice("mission.p1", "M1")]).model_copy(update={"id": "other-pack"})
    wrong = [
        file("Bo", {"M1": 1}, of=other),
        file("Cy", {}),
        file("Di", {"M1": [1, 2]}),
        file("Ed", {"M1": 3}, workshop=begun().workshop),
        file("Fi", {"M1": 3}, id="test"),
        file("Gil", {"M1": 3}, group="leaders"),
        file(" ", {"M1": 3}),
        file("Ann", {"M1": 3}, id="another"),
        file("x" * 201, {"M1": 3}),
    ]
    damaged = FileProblem(ChosenFile(Path("Zoe.cxaudit"), "Zoe"), "cannot be read", error=DocumentError("Zoe.cxaudit"))
    result = merge(begun(), [ANN, *wrong], [damaged])
    assert isinstance(result, NotMerged)
    assert [(p.chosen.label[:5], p.why) for p in result.problems] == [
        ("Zoe", "cannot be read"),
        ("Ann", "label taken"),
        ("Bo", "another questionnaire"),
        ("Cy", "nothing answered"),
        ("Di", "not filled alone"),
        ("Ed", "not filled alone"),
        ("Fi", "this workshop"),
        ("Gil", "unknown group"),
        (" ", "label missing"),
        ("Ann", "label taken"),
        ("xxxxx", "label missing"),
    ]


def test_another_version_is_refused_with_what_differs() -> None:
    reworded = practice("mission.p2", "M2").model_copy(update={"revision": 2})
    newer = pack([practice("mission.p1", "M1"), reworded, practice("mission.new", "M9")])
    newer = newer.model_copy(update={"version": "1.1.0", "content": "1" * 64})
    at = begun(session=fresh(newer))
    result = merge(at, [ANN])
    assert isinstance(result, NotMerged)
    (problem,) = result.problems
    found = problem.difference
    assert problem.why == "another version"
    assert found is not None
    assert (found.theirs, found.ours) == ("1.0.0", "1.1.0")
    assert (found.missing, found.gone, found.reworded) == (("mission.new",), (THIRD, FOURTH, FIFTH), (SECOND,))
    assert found.continued is not None
    assert found.continued.carried == (FIRST,)
    back_then = merge(begun(), [file("Ann", {"M1": 3}, of=newer)])
    assert isinstance(back_then, NotMerged)
    assert back_then.problems[0].difference is not None
    assert back_then.problems[0].difference.continued is None
    assert back_then.problems[0].difference.gone == ("mission.new",)


def test_no_file_counts_twice() -> None:
    copy = file("Ann again", {"M1": 3, "M2": 1, "M3": 4, "M4": 4}, id="audit-Ann")
    assert problems(begun(), [ANN, copy]) == [("Ann", "counted twice"), ("Ann again", "counted twice")]
    at = merged(begun(), [ANN])
    assert problems(at, [copy]) == [("Ann again", "counted twice")]
    assert problems(at, [ANN]) == [("Ann", "label taken"), ("Ann", "counted twice")]


def apart(found: ReadFile) -> ReadFile:
    return replace(found, chosen=replace(found.chosen, apart=True))


def test_copies_of_one_file_count_each_once_where_they_are_told_apart() -> None:
    twin = file("Twin", {"M1": 5}, id="audit-Ann")
    assert problems(begun(), [ANN, twin]) == [("Ann", "from one file"), ("Twin", "from one file")]
    assert problems(begun(), [apart(ANN), twin]) == [("Ann", "from one file"), ("Twin", "from one file")]
    at = merged(begun(), [apart(ANN), apart(twin)])
    assert round_0(at, FIRST) == {"": (3, 5)}
    later = replace(twin, chosen=replace(twin.chosen, label="Someone"))
    assert problems(at, [later]) == problems(at, [apart(later)]) == [("Someone", "counted twice")]
    third = file("Third", {"M1": 1}, id="audit-Ann")
    assert round_0(merged(at, [apart(third)]), FIRST) == {"": (1, 3, 5)}


def test_a_copy_that_comes_later_counts_once_it_is_told_apart() -> None:
    at = merged(begun(), [ANN, BO])
    twin = file("Twin", {"M1": 5}, id="audit-Ann")
    found = merge(at, [twin])
    assert isinstance(found, NotMerged)
    assert [(p.why, p.other) for p in found.problems] == [("from one file", "Ann")]
    at = merged(at, [apart(twin)])
    assert round_0(at, FIRST) == {"": (3, 3, 5)}
    again = replace(ANN, chosen=replace(ANN.chosen, label="Someone"))
    assert problems(at, [again]) == problems(at, [apart(again)]) == [("Someone", "counted twice")]


def test_what_is_kept_of_a_file_tells_neither_its_id_nor_an_answer() -> None:
    at = merged(begun(), [ANN])
    assert "audit-Ann" not in at.workshop.model_dump_json()
    other = file("Ann", {"M1": 3, "M2": 1, "M3": 4, "M4": 5})
    assert other.family == ANN.family
    assert other.known_as != ANN.known_as
    shuffled = file("Ann", {"M4": 4, "M3": 4, "M2": 1, "M1": 3})
    assert shuffled.known_as == ANN.known_as


def test_an_undone_merge_can_be_done_again() -> None:
    at = begun()
    workspace = Workspace(at.assessment, PACK)
    first = merge(at, [ANN, BO])
    assert isinstance(first, Merge)
    assert first.step.edit is not None
    workspace.perform(first.step.edit, "merge")
    after = workspace.assessment
    workspace.undo()
    assert workspace.assessment == at.assessment
    assert merged(room_session(PACK, workspace.assessment), [BO, ANN]).assessment == after


def test_a_late_file_leaves_what_the_room_saw() -> None:
    at = merged(begun(SECOND), [ANN, BO, CY])
    at = done(at, forward(at))
    at = done(at, lock_all_as_voted(at, (FIRST,)))
    at = vote_on(at, FIFTH, [2, 2, 2])
    result = merge(at, [file("Di", {"M1": 1, "M2": 1, "M3": 1, "M4": 1, "M5": 1})])
    assert isinstance(result, Merge)
    assert result.left == (FIRST, SECOND, FIFTH)
    later = at.after(result.step)
    assert [later.assessment.answer(p) for p in result.left] == [at.assessment.answer(p) for p in result.left]
    assert round_0(later, FOURTH) == {"": (1, 3, 4, 4)}


def test_no_more_files_than_seats() -> None:
    crowd = [file(f"n{number}", {"M1": 3}) for number in range(201)]
    assert merge(begun(), crowd) == Refusal("too many", by=200)
    at = merged(begun(), crowd[:200])
    assert refused(merge(at, crowd[200:])) == Refusal("too many", by=200)
    assert merge(fresh(), [ANN]) == Refusal("no workshop")


GIVEN: st.SearchStrategy[Given] = st.one_of(st.integers(1, 5), st.sampled_from(["dk", "-", NA]))
ANSWERS = st.dictionaries(st.sampled_from(["M1", "M2", "M3", "M4", "M5"]), GIVEN, min_size=1).filter(
    lambda found: any(state != "-" for state in found.values())
)
CROWD = st.lists(st.tuples(ANSWERS, st.sampled_from(["leaders", "front"])), min_size=1, max_size=8)


@over(CROWD, st.randoms(), st.integers(0, 8))
def test_neither_order_nor_coming_by_and_by_matters(
    crowd: list[tuple[dict[str, Given], str]], chance: Random, cut: int
) -> None:
    files = [file(f"n{number}", answers, group) for number, (answers, group) in enumerate(crowd)]
    at = begun(of=room(leaders=4, front=4))
    once = merged(at, files)
    mixed = list(files)
    chance.shuffle(mixed)
    assert merged(at, mixed).assessment == once.assessment
    assert merged(merged(at, mixed[:cut]), mixed[cut:]).assessment == once.assessment
    for answer in once.assessment.answers.values():
        assert len(answer.rounds[-1].votes) == len(files)
    sort = prework(once)
    assert sorted((*sort.split, *sort.close, *sort.blank)) == sorted(PACK.practices)


@pytest.mark.parametrize("files", [[], [ANN]])
def test_a_merge_is_one_step(files: list[ReadFile]) -> None:
    result = merge(begun(), files)
    assert isinstance(result, Merge)
    assert isinstance(result.step, Step)
