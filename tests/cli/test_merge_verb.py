"""`cxaudit merge`: all files at once or none, who is in by label, and nothing of where a file lay or whose it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.command_line import CommandLine
from support.prework import audit_file, filled, people_files

from cxaudit.app.new_audit import new_engagement
from cxaudit.app.room import Step, room_session
from cxaudit.app.workshop import start
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.edits import apply
from cxaudit.domain.workshop import Room, RoomGroup


def workshop(cxaudit: CommandLine, folder: Path, *groups: str) -> Path:
    """A document in which a workshop of 14 has begun."""
    services = cxaudit.services()
    seats = tuple(RoomGroup(label=label, present=7) for label in groups)
    made = new_engagement(services.packs.newest(), "quick", services.today())
    begun = start(room_session(made.pack, made.newest), Room(present=14, groups=seats), services.clock.now())
    assert isinstance(begun, Step)
    assert begun.edit is not None
    document = services.documents.create(
        folder / "workshop.cxaudit", replace(made, assessments=(apply(made.newest, begun.edit),))
    )
    document.flush()
    document.close()
    return document.path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "room"
    made.mkdir()
    return made


@pytest.fixture
def people(cxaudit: CommandLine, folder: Path) -> list[Path]:
    return people_files(cxaudit.services(), folder / "in", 4)


def stored(cxaudit: CommandLine, path: Path) -> Assessment:
    return cxaudit.services().documents.read(path).newest


def labels(cxaudit: CommandLine, path: Path) -> list[tuple[str, str]]:
    found = stored(cxaudit, path).workshop
    assert found is not None
    return [(entry.label, entry.group) for entry in found.merged]


def test_files_are_merged_and_keep_their_bytes(cxaudit: CommandLine, folder: Path, people: list[Path]) -> None:
    target, before = workshop(cxaudit, folder), [path.read_bytes() for path in people]
    done = cxaudit("merge", target, *people)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("4 files were merged.\n  jdoe01.cxaudit: Person 1\n")
    assert "Only these 3 of 15 need the room" in done.out
    assert "On 12 questions the answers lie near each other." in done.out
    assert labels(cxaudit, target) == [(f"Person {n}", "") for n in range(1, 5)]
    assert [path.read_bytes() for path in people] == before


def test_nothing_of_accounts_or_places_is_written(cxaudit: CommandLine, folder: Path, people: list[Path]) -> None:
    target = workshop(cxaudit, folder)
    assert cxaudit("merge", target, *people).code == 0
    content = target.read_bytes()
    for word in (b"jdoe", str(folder).encode(), folder.name.encode() + b"/"):
        assert word not in content


def test_labels_and_groups_are_those_that_were_chosen(cxaudit: CommandLine, folder: Path, people: list[Path]) -> None:
    target = workshop(cxaudit, folder, "Leaders", "Front line")
    groups = [word for path in people[:2] for word in ("--group", f"{path}=Leaders")]
    groups += [word for path in people[2:] for word in ("--group", f"{path}=Front line")]
    done = cxaudit("merge", target, *people, "--label", f"{people[0]}=Depot = north", *groups)
    assert done.code == 2
    done = cxaudit("merge", target, *people, "--label", f"{people[0]}=Depot north", *groups)
    assert done.code == 0
    assert labels(cxaudit, target) == [
        ("Depot north", "Leaders"),
        ("Person 1", "Leaders"),
        ("Person 2", "Front line"),
        ("Person 3", "Front line"),
    ]
    assert "  jdoe01.cxaudit: Depot north (Leaders)" in done.out


def test_a_preview_writes_nothing(cxaudit: CommandLine, folder: Path, people: list[Path]) -> None:
    target = workshop(cxaudit, folder)
    before = target.read_bytes()
    done = cxaudit("merge", target, *people, "--preview")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("All 4 files can be merged.")
    assert "Only these 3 of 15 need the room" in done.out
    assert target.read_bytes() == before


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_merged(
    cxaudit: CommandLine, folder: Path, people: list[Path]
) -> None:
    target = workshop(cxaudit, folder)
    damaged, copy = folder / "damaged.cxaudit", folder / "a copy.cxaudit"
    damaged.write_bytes(people[0].read_bytes()[:-30] + b"x" * 30)
    copy.write_bytes(people[1].read_bytes())
    services = cxaudit.services()
    old = services.packs.get("cx-core", "1.0.0")
    older = audit_file(services, folder / "older.cxaudit", filled(old, 9), pack=old)
    done = cxaudit("merge", target, *people, damaged, copy, older, target)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("5 of 8 files cannot be merged yet.")
    assert "damaged.cxaudit (Person 5)\n  The file is damaged." in done.err
    assert "a copy.cxaudit (Person 6)\n  It holds the same answers as “Person 2”." in done.err
    assert "older.cxaudit (Person 7)\n  It answers version 1.0.0; this workshop asks" in done.err
    assert "questions are not in the file" in done.err
    assert "It is this workshop's own file." in done.err
    assert done.err.endswith("Nothing was merged.\n")
    assert labels(cxaudit, target) == []
    assert cxaudit("merge", target, *people).code == 0


def test_a_file_never_counts_twice(cxaudit: CommandLine, folder: Path, people: list[Path]) -> None:
    target = workshop(cxaudit, folder)
    assert cxaudit("merge", target, people[0], people[0]).code == 0
    assert labels(cxaudit, target) == [("Person 1", "")]
    renamed = people[0].rename(folder / "renamed.cxaudit")
    again = cxaudit("merge", target, renamed)
    assert again.code == 2
    assert "It is in already, as “Person 1”." in again.err


def test_copies_of_one_file_are_told_apart_on_request(cxaudit: CommandLine, folder: Path) -> None:
    target, services = workshop(cxaudit, folder), cxaudit.services()
    pack = services.packs.newest()
    copies = [
        audit_file(services, folder / f"{name}.cxaudit", filled(pack, person), audit_id="sent-round")
        for person, name in enumerate("abc", 1)
    ]
    done = cxaudit("merge", target, *copies)
    assert done.code == 2
    assert "To say so, add --copies." in done.err
    assert cxaudit("merge", target, *copies, "--copies").code == 0
    assert len(labels(cxaudit, target)) == 3
    twin = folder / "twin.cxaudit"
    twin.write_bytes(copies[0].read_bytes())
    assert "It is in already, as “Person 1”." in cxaudit("merge", target, twin, "--copies").err


def test_answers_files_count_too(cxaudit: CommandLine, folder: Path, answers: Path) -> None:
    target = workshop(cxaudit, folder)
    plain = folder / "plain.toml"
    plain.write_text('mode = "quick"\n[answers.M1]\nlevel = 4\n', encoding="utf-8")
    assert "It holds the votes of a room." in cxaudit("merge", target, answers).err
    assert cxaudit("merge", target, plain).code == 0
    assert labels(cxaudit, target) == [("Person 1", "")]
    plain.rename(folder / "renamed.toml")
    assert "It is in already" in cxaudit("merge", target, folder / "renamed.toml").err


def test_a_wrong_command_is_refused(cxaudit: CommandLine, folder: Path, people: list[Path]) -> None:
    target = workshop(cxaudit, folder)
    assert "This file is not among those to merge." in cxaudit("merge", target, people[0], "--label", "x=A").err
    assert "is not such as one.cxaudit=Person 1" in cxaudit("merge", target, people[0], "--label", "x").err
    assert "longer than 60" in cxaudit("merge", target, people[0], "--group", f"{people[0]}={'g' * 61}").err
    done = cxaudit("merge", people[0], people[1])
    assert done.code == 2
    assert "No workshop has begun in it." in done.err
    assert cxaudit("merge", target).code == 2
