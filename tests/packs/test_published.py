"""A published pack is canonical, carries the right digests, and never changes without its lock."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.authored import CX_CORE, AuthoredPack

from cxaudit import assets
from cxaudit.domain.digests import canonical, content_digest, scoring_digest
from cxaudit.domain.errors import InputError
from cxaudit.domain.questionnaire import Pack
from cxaudit.storage.authoring.lint import lint
from cxaudit.storage.authoring.publish import LOCK, publish, published_bytes, read_lock
from cxaudit.storage.packs import PublishedPacks, file_name, read_pack_file

PUBLISHED = assets.questionnaires() / "published"


def built(pack: AuthoredPack, folder: Path) -> Pack:
    found = lint(pack.write(folder / "authored"), PublishedPacks(folder / "published"))
    assert found.pack is not None, "\n".join(map(str, found.errors))
    return found.pack


def unlocked(folder: Path) -> list[str]:
    """Return what disagrees between a folder of published packs and its lock, by file name."""
    pins, wrong = read_lock(folder), []
    files = {path.stem: path for path in folder.glob("*.json")}
    for name in sorted(files.keys() | pins.keys()):
        if name not in files or name not in pins:
            wrong.append(f"{name}: in one of the two only")
            continue
        data = files[name].read_bytes()
        raw = json.loads(data)
        pack = Pack.model_validate_json(data)
        found = {"content": content_digest(raw), "scoring": scoring_digest(pack)}
        if found != pins[name]:
            wrong.append(f"{name}: not what is pinned")
        elif data != published_bytes(pack):
            wrong.append(f"{name}: not in canonical form")
    return wrong


def test_published_packs_are_what_their_lock_says() -> None:
    assert unlocked(PUBLISHED) == [], "a published pack changed: raise its version, or publish it with --again"


@pytest.mark.parametrize("tamper", ["a word", "a digest too", "a space", "a file more", "a file less"])
def test_the_lock_sees_every_change(tamper: str, tmp_path: Path) -> None:
    folder = tmp_path / "published"
    shutil.copytree(PUBLISHED, folder)
    path = next(folder.glob("cx-core-*.json"))
    raw = json.loads(path.read_bytes())
    if tamper == "a file less":
        path.unlink()
    elif tamper == "a file more":
        (folder / "cx-core-99.0.0.json").write_bytes(path.read_bytes())
    elif tamper == "a space":
        path.write_bytes(path.read_bytes() + b" ")
    else:
        raw["title"] += "!"
        raw["content"] = content_digest(raw) if tamper == "a digest too" else raw["content"]
        path.write_bytes((json.dumps(raw, sort_keys=True, ensure_ascii=False, indent=1) + "\n").encode())
    assert unlocked(folder) != []


def test_a_published_version_is_what_its_authors_wrote(tmp_path: Path) -> None:
    written, library = lint(CX_CORE, PublishedPacks(tmp_path)).pack, PublishedPacks(PUBLISHED)
    assert written is not None
    if (written.id, written.version) in library.known():
        assert written == library.get(written.id, written.version), "publish it, or raise its version"


def test_publishing_writes_canonical_json_and_pins_it(tmp_path: Path) -> None:
    pack = built(AuthoredPack(), tmp_path)
    path = publish(pack, tmp_path / "published")
    data = path.read_bytes()
    raw = json.loads(data)
    assert path.name == file_name(pack.id, pack.version)
    assert (data.endswith(b"}\n"), b"\r" in data, data.decode().startswith("{\n")) == (True, False, True)
    assert list(raw) == sorted(raw)
    assert json.loads(data, parse_float=pytest.fail) == raw
    assert (raw["content"], raw["scoring"]) == (content_digest(raw), scoring_digest(pack))
    assert read_pack_file(path) == pack
    assert read_lock(path.parent) == {path.stem: {"content": pack.content, "scoring": pack.scoring}}
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name, LOCK]


def test_publishing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    pack = built(AuthoredPack(), tmp_path)
    first = publish(pack, tmp_path / "published").read_bytes()
    assert publish(pack, tmp_path / "published").read_bytes() == first


def test_a_published_version_is_not_replaced_unless_asked(tmp_path: Path) -> None:
    authored, folder = AuthoredPack(), tmp_path / "published"
    path = publish(built(authored, tmp_path), folder)
    before, lock = path.read_bytes(), (folder / LOCK).read_bytes()
    authored.head["title"] = "Another title"
    other = built(authored, tmp_path)
    with pytest.raises(InputError, match="published already"):
        publish(other, folder)
    assert (path.read_bytes(), (folder / LOCK).read_bytes()) == (before, lock)
    publish(other, folder, again=True)
    assert read_pack_file(path) == other
    assert unlocked(folder) == []


def test_a_lost_file_does_not_open_its_version_to_other_content(tmp_path: Path) -> None:
    authored, folder = AuthoredPack(), tmp_path / "published"
    publish(built(authored, tmp_path), folder).unlink()
    authored.head["title"] = "Another title"
    with pytest.raises(InputError, match="published already"):
        publish(built(authored, tmp_path), folder)


def test_a_damaged_file_can_be_published_again(tmp_path: Path) -> None:
    folder = tmp_path / "published"
    pack = built(AuthoredPack(), tmp_path)
    path = publish(pack, folder)
    path.write_bytes(b"{")
    found = lint(tmp_path / "authored", PublishedPacks(folder))
    assert found.pack == pack
    publish(pack, folder, again=True)
    assert read_pack_file(path) == pack


def test_a_second_version_is_pinned_beside_the_first(tmp_path: Path) -> None:
    authored, folder = AuthoredPack(), tmp_path / "published"
    publish(built(authored, tmp_path), folder)
    authored.head.update(version="9.0.1", title="Another title")
    publish(built(authored, tmp_path), folder)
    assert list(read_lock(folder)) == [f"cx-core-{AuthoredPack().head['version']}", "cx-core-9.0.1"]
    assert unlocked(folder) == []


@pytest.mark.parametrize("text", ["", "[]", '{"cx-core-1.0.0": 3}', '{"cx-core-1.0.0": {"content": "x"}}', "{"])
def test_a_lock_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        publish(built(AuthoredPack(), tmp_path), tmp_path)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "published").write_text("a file", encoding="utf-8")
    with pytest.raises(InputError, match="published"):
        publish(built(AuthoredPack(), tmp_path / "x"), tmp_path / "published" / "deeper")


Edit = Callable[[AuthoredPack], object]

SCORES: list[tuple[str, Edit]] = [
    ("a weight", lambda p: p.practice("M1").update(weight=2, weight_reason="It matters.")),
    ("a revision", lambda p: p.practice("M1").update(revision=2)),
    ("a code", lambda p: _rename_code(p, "M1", "M9")),
    ("not applicable", lambda p: p.practice("M2").update(may_not_apply=True)),
    ("a cap", lambda p: p.flag("M1").update(cap=1)),
    ("an effort", lambda p: p.action("M1", 1).update(effort="L")),
    ("a requirement", lambda p: p.action("M2", 1).update(requires=[])),
    ("a target", lambda p: p.head["rubric"].update(target=3)),
    ("a threshold", lambda p: p.head["rubric"].update(most="3/5")),
    ("the order of practices", lambda p: p.dimensions["mission"]["practice"].reverse()),
    ("the order of dimensions", lambda p: p.head["dimension"].reverse()),
]
TEXTS: list[tuple[str, Edit]] = [
    ("a title", lambda p: p.head.update(title="Another title")),
    ("a question", lambda p: p.practice("M1").update(question="Which words state it?")),
    ("a reason", lambda p: p.flag("M1").update(why="Nobody can keep a slogan.")),
    ("a first step", lambda p: p.action("M1", 1).update(first_step="Ask the sponsor for an hour.")),
    ("an owner", lambda p: p.action("M1", 1).update(owner="HR")),
    ("a source", lambda p: p.sources["source"][0].update(title="Another title")),
    ("the order of actions", lambda p: p.actions["action"].reverse()),
    ("the version", lambda p: p.head.update(version="1.0.1")),
]


def _rename_code(pack: AuthoredPack, old: str, new: str) -> None:
    pack.practice(old)["code"] = new
    for row in pack.naming():
        if row["practice"] == old:
            row["practice"] = new


@pytest.mark.parametrize("change", [row[1] for row in SCORES], ids=[row[0] for row in SCORES])
def test_what_scores_moves_both_digests(change: Edit, tmp_path: Path) -> None:
    authored = AuthoredPack()
    before = built(authored, tmp_path)
    change(authored)
    after = built(authored, tmp_path)
    assert before.content != after.content
    assert before.scoring != after.scoring


@pytest.mark.parametrize("change", [row[1] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_texts_move_the_content_digest_only(change: Edit, tmp_path: Path) -> None:
    authored = AuthoredPack()
    before = built(authored, tmp_path)
    change(authored)
    after = built(authored, tmp_path)
    assert before.content != after.content
    assert before.scoring == after.scoring


def test_canonical_json_has_one_form() -> None:
    assert canonical({"b": [1, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'.encode()
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical(float("nan"))


def test_texts_are_published_in_one_normal_form(tmp_path: Path) -> None:
    authored = AuthoredPack()
    authored.head["title"] = "Cafe\u0301"
    assert built(authored, tmp_path).title == "Caf\u00e9"


def test_the_first_version_is_what_it_was_when_it_was_published() -> None:
    path = PUBLISHED / "cx-core-1.0.0.json"
    data = path.read_bytes()
    assert hashlib.sha256(data).hexdigest() == "a2ff94d2fa716cd7f9602ee4dc024f820305f40ddab37670bb332fdca485031b"
    assert read_lock(PUBLISHED)["cx-core-1.0.0"] == {
        "content": "9071ae1ae9a70bc96e68a60cd1f5875601699a6b3148ad273a1831fe3f657ceb",
        "scoring": "bff6e7689ae75ae4d5db4c842ba7d3cd7505e295624b67463f6e24395375039e",
    }
    assert published_bytes(read_pack_file(path)) == data, "what came later is left out where it says nothing"


def test_publishing_the_next_version_leaves_the_first_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "published"
    folder.mkdir()
    first = folder / "cx-core-1.0.0.json"
    first.write_bytes((PUBLISHED / first.name).read_bytes())
    pin = read_lock(PUBLISHED)[first.stem]
    (folder / LOCK).write_text(json.dumps({first.stem: pin}), encoding="utf-8")
    publish(built(AuthoredPack(), tmp_path), folder)
    assert first.read_bytes() == (PUBLISHED / first.name).read_bytes()
    assert read_lock(folder)[first.stem] == pin
    assert unlocked(folder) == []
