"""Scripts for a room: each mistake is found, at its place in the file, with its cure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.authored import AuthoredPack

from cxaudit.storage.authoring.lint import Lint, lint
from cxaudit.storage.packs import PublishedPacks

Breakage = Callable[[AuthoredPack], object]


def linted(pack: AuthoredPack, folder: Path) -> Lint:
    return lint(pack.write(folder / "authored"), PublishedPacks(folder / "published"))


def told(found: Lint) -> str:
    return "\n".join(map(str, found.messages))


def script(code: str = "M1", **values: object) -> Breakage:
    return lambda pack: pack.practice(code)["script"].update(values)


def without(key: str) -> Breakage:
    return lambda pack: pack.practice("M1")["script"].pop(key)


def probe(text: str) -> Breakage:
    """Put a text in the place of the second probe."""
    return lambda pack: pack.practice("M1")["script"]["probes"].__setitem__(1, text)


def slow(pack: AuthoredPack) -> None:
    for dimension in pack.dimensions.values():
        for practice in dimension["practice"]:
            practice["script"]["minutes"] = 5


ERRORS: list[tuple[str, Breakage, str, str]] = [
    ("one probe", script(probes=["Which came last?"]), "script.probes", "at least 2"),
    ("three probes", script(probes=["Which?", "Who?", "When?"]), "script.probes", "at most 2"),
    ("a text for the probes", script(probes="Which came last?"), "script.probes", "list in square brackets"),
    ("nothing to read aloud", without("read_aloud"), "script.read_aloud", "missing"),
    ("an empty answer", script(answer=""), "script.answer", "empty"),
    ("a number for a text", script(objection=3), "script.objection", "text in quotes"),
    ("no minutes", script(minutes=0), "script.minutes", "1 or more"),
    ("half an hour and more", script(minutes=31), "script.minutes", "30 or less"),
    ("an unknown key", script(probe="Which?"), "script.probe", "known here"),
    ("a script that is no table", lambda p: p.practice("M1").update(script="Say it."), "script", "must be a table"),
    ("markup", script(answer="It <b>may</b> be so."), "script.answer", "markup"),
    ("a link in a probe", probe("Which of www.example.org came last?"), "script.probes.2", "link"),
    ("a line break", script(read_aloud="Which words\nstate it?"), "script.read_aloud", "U+000A"),
]


@pytest.mark.parametrize(("breakage", "key", "what"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_an_error_is_found_where_it_is(breakage: Breakage, key: str, what: str, tmp_path: Path) -> None:
    pack = AuthoredPack()
    breakage(pack)
    found = linted(pack, tmp_path)
    assert found.pack is None
    assert [m for m in found.errors if f"mission.statement, {key}: " in str(m) and what in str(m)], told(found)
    assert len(found.messages) <= 2, "one mistake is not told many times"


LONG = "They say it in words that any shop manager knows, and they say it well to others. "
HARD = "Organisational institutionalisation necessitates multidimensional communication."

WARNINGS: list[tuple[str, Breakage, str, str]] = [
    ("a long line", script(read_aloud=LONG * 2 + "Do they?"), "read_aloud", "36 words; 30 are plenty"),
    ("three sentences", script(read_aloud="They say it. They do it. Who sees it?"), "read_aloud", "3 sentences"),
    ("nothing asked aloud", script(read_aloud="Think of the words."), "read_aloud", "not end with a question mark"),
    ("a hard line", script(read_aloud=HARD.replace(".", "?")), "read_aloud", "reads at grade"),
    ("praise aloud", script(read_aloud="Which excellent words state it?"), "read_aloud", "'excellent' praises"),
    ("jargon aloud", script(read_aloud="Which words do stakeholders use?"), "read_aloud", "'stakeholders' is jargon"),
    ("a long probe", probe("Which of " + "the many " * 10 + "words?"), "probes.2", "23 words; 20 are plenty"),
    ("a statement for a probe", probe("Show the words."), "probes.2", "not one question"),
    ("two questions in a probe", probe("Who wrote it? When?"), "probes.2", "not one question"),
    ("a probe for yes or no", probe("Could someone show the words?"), "probes.2", "yes or no"),
    ("a vague probe", probe("Which words do you often use?"), "probes.2", "'often' is vague"),
    ("the same probe", lambda p: probe(p.practice("M1")["script"]["probes"][0].upper())(p), "probes", "the same"),
    ("a long objection", script(objection=LONG + "So there."), "objection", "19 words; 18 are plenty"),
    ("a long answer", script(answer=LONG * 2), "answer", "34 words; 30 are plenty"),
    ("a hard answer", script(answer=HARD), "answer", "reads at grade"),
    ("a level in the answer", script(answer="That is level 3 at least."), "answer", "names 'level 3'"),
    ("an answer by its number", probe("What speaks against answer 4?"), "probes.2", "names 'answer 4'"),
    ("an anchor in a probe", probe("Where is that one shared sentence on what customers get?"), "probes.2",
     "anchor word for word"),
    ("two minutes", script(minutes=2), "minutes", "3 to 6 are usual"),
    ("seven minutes", script(minutes=7), "minutes", "3 to 6 are usual"),
]  # fmt: skip


@pytest.mark.parametrize(("breakage", "key", "what"), [row[1:] for row in WARNINGS], ids=[row[0] for row in WARNINGS])
def test_a_warning_is_given_where_it_belongs(breakage: Breakage, key: str, what: str, tmp_path: Path) -> None:
    pack = AuthoredPack()
    breakage(pack)
    found = linted(pack, tmp_path)
    assert [m for m in found.warnings if f"statement, script.{key}: " in str(m) and what in str(m)], told(found)
    assert [m for m in found.errors if "white space" not in str(m)] == []


def test_where_one_practice_has_a_script_all_need_one(tmp_path: Path) -> None:
    pack = AuthoredPack()
    del pack.practice("S2")["script"]
    (message,) = linted(pack, tmp_path).messages
    assert "practice strategy.line-of-sight, script: It has no script; other practices do." in str(message)


def test_a_pack_may_do_without_scripts(tmp_path: Path) -> None:
    pack = AuthoredPack()
    for dimension in pack.dimensions.values():
        for practice in dimension["practice"]:
            del practice["script"]
    found = linted(pack, tmp_path)
    assert found.messages == ()
    assert not [line for line in found.totals.lines if "workshop" in line]


def test_the_minutes_of_a_room_are_added_up(tmp_path: Path) -> None:
    found = linted(AuthoredPack(), tmp_path)
    assert f"workshop: {found.totals.quick_minutes} minutes for the quick audit, of 60" in found.totals.lines[-1]
    pack = AuthoredPack()
    slow(pack)
    found = linted(pack, tmp_path)
    assert (found.totals.quick_minutes, found.totals.full_minutes) == (75, 130)
    assert "pack, minutes: The quick audit takes a room 75 minutes; 60 are at hand." in told(found)


def test_a_pack_in_another_language_is_not_read_as_english(tmp_path: Path) -> None:
    pack = AuthoredPack()
    pack.head["locale"] = "de"
    script(read_aloud="Welche Worte.", probes=["Is das so.", "Is das so."])(pack)
    assert "script" not in told(linted(pack, tmp_path))


def test_a_wrong_key_hides_no_other_mistake_of_its_script(tmp_path: Path) -> None:
    pack = AuthoredPack()
    script(read_aloud=3, colour="red", minutes=99, objection=LONG * 2)(pack)
    without("answer")(pack)
    probe("Show it.")(pack)
    found = {m.finding.key for m in linted(pack, tmp_path).messages}
    keys = ("answer", "colour", "minutes", "objection", "probes.2", "read_aloud")
    assert found - {"script.objection"} == {f"script.{key}" for key in keys if key != "objection"}
    assert "script.objection" in found


def test_a_mistake_has_the_line_of_the_script(tmp_path: Path) -> None:
    folder = AuthoredPack().write(tmp_path / "authored")
    text = '[[practice]]\ncode = "M1"\n\n[practice.script]\nread_aloud = "Say it."\nprobes = ["Which?"]\n'
    (folder / "mission.toml").write_text(text, encoding="utf-8")
    lines = {m.finding.key: m.spot.line for m in lint(folder, PublishedPacks(folder)).errors}
    assert lines["script.probes"] == lines["script.answer"] == text.splitlines().index("[practice.script]") + 1
