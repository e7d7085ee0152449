"""What is said of files to be merged: who is in, all that is wrong with each and the cure, what needs the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from support.builders import Given, assess, pack, practice
from support.workshops import PACK, begun, done, fresh, room

from cxaudit.app.closing import lock_all_as_voted
from cxaudit.app.merge import Merge, NotMerged, merge
from cxaudit.app.merge_files import ChosenFile, FileProblem, ReadFile, read_file
from cxaudit.app.room import RoomSession
from cxaudit.domain.errors import DamagedDocumentError, InputError, Problem
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.merge import MergeView, merge_view, prework_view, suggested_label, who_is_in

ALL_THREE: dict[str, Given] = {"M1": 3, "M2": 3, "M3": 3, "M4": 3, "M5": 3}


def file(name: str, answers: dict[str, Given], group: str = "", of: Pack = PACK, **change: object) -> ReadFile:
    audit = assess(of, answers).model_copy(update={"id": f"audit-{name}", **change})
    return read_file(ChosenFile(Path(f"in/{name}.cxaudit"), name, group), audit, of)


def merged(at: RoomSession, *files: ReadFile) -> RoomSession:
    result = merge(at, files)
    assert isinstance(result, Merge), result
    return at.after(result.step)


def seen(at: RoomSession, files: Sequence[ReadFile], unreadable: Sequence[FileProblem] = ()) -> MergeView:
    outcome = merge(at, files, unreadable)
    chosen = [*(f.chosen for f in files), *(p.chosen for p in unreadable)]
    return merge_view(at, chosen, outcome.problems if isinstance(outcome, NotMerged) else ())


def told(at: RoomSession, one: ReadFile, *others: ReadFile) -> str:
    """All that is said of the first file."""
    line = seen(at, [one, *others]).lines[0]
    return "\n".join(" ".join((p.what, *p.details, p.cure)) for p in line.problems)


ANN, BO = file("Ann", {**ALL_THREE, "M1": 1}), file("Bo", {**ALL_THREE, "M1": 5})
CY = file("Cy", ALL_THREE)


def test_files_that_are_right_can_be_merged() -> None:
    view = seen(begun(), [ANN, BO])
    assert [(line.name, line.label, line.state) for line in view.lines] == [
        ("Ann.cxaudit", "Ann", "Can be merged."),
        ("Bo.cxaudit", "Bo", "Can be merged."),
    ]
    assert (view.verdict, view.accept, view.wrong, view.out) == ("All 2 files can be merged.", "Merge 2 files", (), ())
    assert seen(begun(), []).verdict == "No file is chosen yet."
    assert seen(begun(), []).accept == "Merge"
    assert merge_view(begun(), [ANN.chosen], (), reading=1).verdict == "Reading 1 file…"


def test_files_of_one_name_are_told_by_their_folders() -> None:
    one, two = (ChosenFile(Path(f"{folder}/audit.cxaudit"), folder) for folder in ("north", "south"))
    assert [line.name for line in merge_view(begun(), [one, two], ()).lines] == [
        "north/audit.cxaudit",
        "south/audit.cxaudit",
    ]


def test_all_that_is_wrong_with_a_file_is_told_at_once() -> None:
    at = begun(of=room(leaders=2, front=2))
    wrong = file(" ", {})
    view = seen(at, [file("Ann", ALL_THREE, "front"), wrong])
    assert [(p.about, p.what) for p in view.lines[1].problems] == [
        ("label", "The label is missing."),
        ("group", "The group is not chosen."),
        ("file", "None of the questions of this workshop is answered in it."),
    ]
    assert view.lines[1].problems[1].cure == "Choose leaders or front."
    assert view.verdict == "1 of 2 files cannot be merged yet. Mend them, or take them out."
    assert (view.wrong, view.out, view.take_out) == ((1,), (1,), "Take that one out")


def test_a_group_that_is_not_there_is_named() -> None:
    assert "There is no group “back”." in told(begun(of=room(leaders=2, front=2)), file("Ann", ALL_THREE, "back"))
    assert told(begun(), file("Ann", ALL_THREE, "back")) == "This room has no groups. Leave the group out."


def test_what_can_be_mended_is_not_to_be_taken_out() -> None:
    twice = replace(BO, chosen=replace(BO.chosen, label="ann"))
    view = seen(begun(), [ANN, twice])
    assert view.lines[1].problems[0].what == "The label “ann” is given twice."
    assert (view.wrong, view.out) == ((0, 1), ())


def test_of_copies_all_but_one_are_to_be_taken_out() -> None:
    copies = [file(name, ALL_THREE, id="audit-Ann") for name in ("Ann", "Again", "Once more")]
    view = seen(begun(), [*copies, BO])
    assert view.wrong == (0, 1, 2)
    assert view.out == (1, 2)
    assert view.lines[1].problems[0].what == "It holds the same answers as “Ann”."
    again = file("Again", {**ALL_THREE, "M1": 1}, id="audit-Ann")
    assert told(merged(begun(), ANN), again).startswith("It is in already, as “Ann”")


def test_copies_filled_in_by_several_people_are_asked_about() -> None:
    twin = file("Twin", {**ALL_THREE, "M1": 4}, id="audit-Ann")
    view = seen(begun(), [ANN, twin])
    assert [line.problems[0].may_be_apart for line in view.lines] == [True, True]
    assert view.lines[1].state == "It is a copy of the file of “Ann”, with other answers."
    assert view.out == ()


def test_a_damaged_file_is_named_with_its_cure() -> None:
    chosen = ChosenFile(Path("in/Zoe.cxaudit"), "Zoe")
    damaged = FileProblem(chosen, "cannot be read", error=DamagedDocumentError("in/Zoe.cxaudit", "checksum", "b.bak"))
    view = seen(begun(), [ANN], [damaged])
    problem = view.lines[1].problems[0]
    assert view.lines[0].problems == ()
    assert problem.what == "The file is damaged."
    assert problem.details[0].startswith("in/Zoe.cxaudit is not as it was saved.")
    assert problem.details[1] == "The reason given: checksum"
    assert "b.bak" in problem.cure
    assert view.out == (1,)
    wrong = InputError("a.toml", (Problem("answers.M1", "no"), Problem("answers.M2", "no")))
    items = seen(begun(), [], [FileProblem(chosen, "cannot be read", error=wrong)]).lines[0].problems[0].details
    assert items[1:] == ("answers.M1: no", "answers.M2: no")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (file("Ed", ALL_THREE, workshop=begun().workshop), "It holds the votes of a room."),
        (file("Ed", ALL_THREE, id="test"), "It is this workshop's own file."),
        (
            file("Ed", {"M1": 1}, of=pack([practice("mission.p1", "M1")]).model_copy(update={"id": "other"})),
            "It answers another questionnaire. Take it out, or ask for answers to Test 1.0.0.",
        ),
    ],
)
def test_each_refusal_has_its_words(wrong: ReadFile, words: str) -> None:
    assert words in told(begun(), wrong)


def newer() -> Pack:
    reworded = practice("mission.p2", "M2").model_copy(update={"revision": 2})
    made = pack([practice("mission.p1", "M1"), reworded, practice("mission.new", "M9")])
    return made.model_copy(update={"version": "1.1.0", "content": "1" * 64})


def test_another_version_is_refused_with_a_preview() -> None:
    at = begun(session=fresh(newer()))
    said = told(at, ANN)
    assert said.startswith("It answers version 1.0.0; this workshop asks 1.1.0.")
    assert "1 question was reworded: M2 M2." in said
    assert "1 question is not in the file: M9 M9." in said
    assert "3 questions of the file are not asked here." in said
    assert "Continue in the newer questionnaire" in said
    assert "confirm the 1 answer that comes along" in said


def test_a_file_of_a_newer_version_cannot_be_brought_back() -> None:
    said = told(begun(), file("Ann", {"M1": 3}, of=newer()))
    assert said.endswith("Take it out, or ask for answers in version 1.0.0.")
    same = PACK.model_copy(update={"version": "0.9.0", "content": "2" * 64})
    assert "The questions are the same; what stands beside them is not." in told(
        begun(), file("Ann", ALL_THREE, of=same)
    )


def test_labels_are_suggested_neutrally() -> None:
    assert suggested_label([]) == "Person 1"
    assert suggested_label(["person 1 ", "Person 3"]) == "Person 2"


def test_who_is_in_is_told_by_label_and_group() -> None:
    at = begun(of=room(leaders=2, front=2))
    assert who_is_in(at.workshop) == ()
    by_group = [replace(f, chosen=replace(f.chosen, group=g)) for f, g in ((ANN, "front"), (BO, "front"))]
    at = merged(at, *by_group, file("Cy", ALL_THREE, "leaders"))
    assert who_is_in(at.workshop) == ("leaders, 1 file is in: Cy.", "front, 2 files are in: Ann, Bo.")
    assert who_is_in(merged(begun(), ANN, BO).workshop) == ("2 files are in: Ann, Bo.",)
    assert seen(merged(begun(), ANN), [BO]).inside == ("1 file is in: Ann.",)


def test_only_what_is_split_needs_the_room() -> None:
    assert prework_view(begun()) is None
    at = merged(begun(), ANN, BO, CY)
    view = prework_view(at)
    assert view is not None
    assert view.title == "Only this 1 of 5 needs the room"
    assert (view.split, view.blank) == (("M1 M1",), ())
    assert (view.start, view.start_word) == ("mission.p1", "Start with M1")
    assert view.close_word == "Close 4 as they were voted"
    assert view.notes[0].startswith("On 4 questions the answers lie near each other.")
    at = done(at, lock_all_as_voted(at, view.close))
    closed = prework_view(at)
    assert closed is not None
    assert (closed.title, closed.close_word) == (view.title, "")
    assert closed.notes == ("4 questions are closed.",)


def test_what_nobody_answered_needs_the_room_too() -> None:
    few = prework_view(merged(begun(), file("Ann", {"M1": 3}), file("Bo", {"M1": 3})))
    assert few is not None
    assert few.title == "All 5 questions need the room"
    assert few.blank == ("M2 M2", "M3 M3", "M4 M4", "M5 M5")
    assert few.notes == ("Fewer than three answered beforehand: too few to say that anybody agrees.",)


def test_nothing_needs_the_room_where_all_agree() -> None:
    at = merged(begun(), *(file(name, ALL_THREE) for name in ("Ann", "Bo", "Cy")))
    view = prework_view(at)
    assert view is not None
    assert view.title == "None of the 5 questions needs the room any more"
    assert (view.start, view.start_word) == ("", "")


def test_no_view_tells_a_vote() -> None:
    given = merged(begun(), ANN, BO, CY), merged(begun(), *(file(n, {**ALL_THREE, "M1": k}) for n, k in
                                                        (("Ann", 1), ("Bo", 5), ("Cy", 4))))  # fmt: skip
    views = [prework_view(at) for at in given]
    assert views[0] == views[1]
