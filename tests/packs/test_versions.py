"""A new version of a pack says how much it changes, and a changed wording never passes for the old one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.authored import AuthoredPack

from cxaudit.storage.authoring.lint import Lint, lint
from cxaudit.storage.authoring.publish import publish
from cxaudit.storage.pack_rules.change import Change, smallest_version, step
from cxaudit.storage.pack_rules.changes import differences, largest
from cxaudit.storage.packs import PublishedPacks

Edit = Callable[[AuthoredPack], object]

QUESTION = "Which words state it?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder in which the real pack is published as 1.0.0."""
    pack = AuthoredPack()
    pack.head["version"] = "1.0.0"
    found = lint(pack.write(tmp_path / "first"), PublishedPacks(tmp_path / "none"))
    assert found.pack is not None
    publish(found.pack, tmp_path / "published")
    return tmp_path


def next_version(folder: Path, version: str, *edits: Edit) -> Lint:
    pack = AuthoredPack()
    pack.head["version"] = version
    for edit in edits:
        edit(pack)
    return lint(pack.write(folder / "next"), PublishedPacks(folder / "published"))


def told(found: Lint) -> str:
    return "\n".join(map(str, found.messages))


def reword(**more: object) -> Edit:
    return lambda pack: pack.practice("M1").update(question=QUESTION, **more)


def retire(pack: AuthoredPack) -> None:
    """Take a practice, its flags and its actions away, and put a new one in its place."""
    gone = pack.practice("M2")
    kept = dict(gone, id="mission.new", code="M9")
    pack.dimensions["mission"]["practice"][pack.dimensions["mission"]["practice"].index(gone)] = kept
    for row in pack.naming():
        if row["practice"] == "M2":
            row["practice"] = "M9"


def new_dimension(pack: AuthoredPack) -> None:
    pack.head["dimension"][0]["id"] = "promise"
    moved = pack.dimensions.pop("mission")
    pack.head["retired"] = [practice["id"] for practice in moved["practice"]]
    for practice in moved["practice"]:
        practice["id"] = practice["id"].replace("mission.", "promise.")
    for flag in pack.flags["flag"]:
        flag["dimension"] = flag["dimension"].replace("mission", "promise")
    pack.dimensions["promise"] = moved


CLASSES: list[tuple[str, Edit, Change]] = [
    ("nothing", lambda _p: None, Change.NONE),
    ("a help text", lambda p: p.practice("M1").update(example="One firm wrote it down."), Change.EDITORIAL),
    ("the title", lambda p: p.head.update(title="Another title"), Change.EDITORIAL),
    ("an action's words", lambda p: p.action("M1", 1).update(why="It ends guessing."), Change.EDITORIAL),
    ("an action's owner", lambda p: p.action("M1", 1).update(owner="HR"), Change.EDITORIAL),
    ("a wording, read twice", reword(editorial=True, second_reader="Ada"), Change.EDITORIAL),
    ("a weight", lambda p: p.practice("M1").update(weight=2, weight_reason="So."), Change.COMPATIBLE),
    ("a cap", lambda p: p.flag("M1").update(cap=1), Change.COMPATIBLE),
    ("an effort", lambda p: p.action("M1", 1).update(effort="L"), Change.COMPATIBLE),
    ("a target", lambda p: p.head["rubric"].update(target=3), Change.COMPATIBLE),
    ("the order", lambda p: p.dimensions["mission"]["practice"].reverse(), Change.COMPATIBLE),
    ("one more practice", lambda p: p.dimensions["mission"]["practice"].append(
        dict(p.practice("M4"), id="mission.more", code="M9", quick=False))
        or p.actions["action"].extend(dict(a, id=f"more-{a['id']}", practice="M9", requires=[])
                                      for a in list(p.actions["action"]) if a["practice"] == "M4"), Change.COMPATIBLE),
    ("a practice retired", lambda p: retire(p) or p.head.update(retired=["mission.recall"]), Change.COMPATIBLE),
    ("a new revision", reword(revision=2), Change.BREAKING),
    ("a rating rule", lambda p: p.head["rating_rules"].pop(), Change.BREAKING),
    ("a level's name", lambda p: p.head["level"][0].update(name="Said"), Change.BREAKING),
    ("a dimension", new_dimension, Change.BREAKING),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "change"), [row[1:] for row in CLASSES], ids=[row[0] for row in CLASSES])
def test_the_version_must_rise_by_the_class_of_the_change(edit: Edit, change: Change, folder: Path) -> None:
    for version, allowed in (("1.0.1", Change.EDITORIAL), ("1.1.0", Change.COMPATIBLE), ("2.0.0", Change.BREAKING)):
        found = next_version(folder, version, edit)
        if allowed >= change:
            assert found.errors == (), told(found)
        else:
            assert "more than the version says" in told(found)
            assert f"Make it {smallest_version('1.0.0', change)}." in told(found)
            assert found.pack is None


def test_the_class_is_that_of_the_largest_change(folder: Path) -> None:
    first = PublishedPacks(folder / "published").newest()
    both = next_version(folder, "2.0.0", reword(revision=2), lambda p: p.flag("M1").update(cap=1)).pack
    assert both is not None
    assert largest(differences(first, both)) is Change.BREAKING


ERRORS: list[tuple[str, str, Edit, str]] = [
    ("a wording without a revision", "2.0.0", reword(), "changed, the revision did not"),
    ("an anchor without a revision", "2.0.0", lambda p: p.practice("M1")["anchors"].reverse(), "the revision did not"),
    ("a mark without a reader", "1.0.1", reword(editorial=True), "name of a second_reader"),
    ("a reader without a mark", "1.0.1", reword(second_reader="Ada"), "name of a second_reader"),
    ("a mark that says no", "1.0.1", reword(editorial=False, second_reader="Ada"), "name of a second_reader"),
    ("a reader without a name", "1.0.1", reword(editorial=True, second_reader=" "), "name of a second_reader"),
    ("a mark and a revision", "2.0.0", reword(revision=2, editorial=True, second_reader="Ada"), "one of the two"),
    ("a revision too far", "2.0.0", reword(revision=3), "goes from 1 to 3"),
    ("a new practice at revision 2", "1.1.0",
     lambda p: retire(p) or p.practice("M9").update(revision=2) or p.head.update(retired=["mission.recall"]),
     "starts at revision 1"),
    ("a practice gone without a word", "1.1.0", retire, "mission.recall was in version 1.0.0"),
    ("an action renamed without a word", "1.1.0", lambda p: p.action("M1", 4).update(id="renamed"), "retired ids"),
    ("a flag renamed without a word", "1.1.0", lambda p: p.flag("M1").update(id="renamed"), "retired ids"),
    ("an older version", "0.9.0", lambda _p: None, "1.0.0 is published already"),
]  # fmt: skip


@pytest.mark.parametrize(("version", "edit", "what"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_a_version_that_hides_a_change_is_refused(version: str, edit: Edit, what: str, folder: Path) -> None:
    found = next_version(folder, version, edit)
    assert what in "\n".join(map(str, found.errors))
    assert found.pack is None


def test_white_space_alone_is_no_rewording(folder: Path) -> None:
    question = AuthoredPack().practice("M1")["question"]
    found = next_version(
        folder, "1.0.1", lambda p: p.practice("M1").update(question=question.replace(" ", "\u00a0", 1))
    )
    assert "the revision did not" not in told(found)


def test_an_idle_mark_is_a_warning(folder: Path) -> None:
    found = next_version(folder, "1.0.1", lambda p: p.practice("M1").update(editorial=True, second_reader="Ada"))
    assert found.errors == ()
    assert "its wording did not change" in told(found)


def test_an_idle_mark_on_the_head_is_a_warning(folder: Path) -> None:
    found = next_version(folder, "1.0.1", lambda p: p.head.update(editorial=True, second_reader="Ada"))
    assert found.errors == ()
    assert "pack, editorial: It is marked" in told(found)


def test_a_mark_on_the_head_covers_the_rules_of_rating(folder: Path) -> None:
    found = next_version(
        folder,
        "1.0.1",
        lambda p: p.head["rating_rules"].pop(),
        lambda p: p.head.update(editorial=True, second_reader="Ada"),
    )
    assert found.errors == (), told(found)


def test_the_same_version_with_other_content_is_a_warning_that_says_how(folder: Path) -> None:
    found = next_version(folder, "1.0.0", lambda p: p.head.update(title="Another title"))
    assert found.errors == ()
    assert "--again" in told(found)
    assert next_version(folder, "1.0.0").messages == ()


def test_retired_ids_stay_retired(folder: Path) -> None:
    second = next_version(folder, "1.1.0", retire, lambda p: p.head.update(retired=["mission.recall"])).pack
    assert second is not None
    publish(second, folder / "published")
    found = next_version(folder, "1.2.0", retire)
    assert "mission.recall was in version 1.1.0" in told(found)


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [
        ("1.0.0", "1.0.0", 0),
        ("1.0.9", "1.0.10", 1),
        ("1.9.0", "1.10.0", 2),
        ("9.0.0", "10.0.0", 3),
        ("2.0.0", "1.9.9", 0),
    ],
)
def test_a_step_allows_a_class(old: str, new: str, allowed: int) -> None:
    assert step(old, new) == allowed
