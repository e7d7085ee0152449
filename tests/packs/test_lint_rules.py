"""Each rule of the linter finds the one thing that was broken in the real pack, and names its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support.authored import CX_CORE, AuthoredPack

from cxaudit.storage.authoring.lint import Lint, lint
from cxaudit.storage.packs import PublishedPacks

Breakage = Callable[[AuthoredPack], object]


def linted(pack: AuthoredPack, folder: Path) -> Lint:
    return lint(pack.write(folder / "authored"), PublishedPacks(folder / "published"))


def set_in(table: str, **values: object) -> Breakage:
    """Return a breakage that sets keys: table is "head", "rubric", "M1" (a practice), "flag M1" or "action M1 1"."""

    def breakage(pack: AuthoredPack) -> None:
        kind, *rest = table.split()
        if kind == "head":
            row = pack.head
        elif kind == "rubric":
            row = pack.head["rubric"]
        elif kind == "flag":
            row = pack.flag(rest[0])
        elif kind == "action":
            row = pack.action(rest[0], int(rest[1]))
        else:
            row = pack.practice(kind)
        row.update({key.rstrip("_"): value for key, value in values.items()})

    return breakage


def without(table: str, key: str) -> Breakage:
    def breakage(pack: AuthoredPack) -> None:
        rows = {"head": pack.head, "M1": pack.practice("M1"), "flag": pack.flag("M1"), "action": pack.action("M1", 1)}
        del rows[table][key]

    return breakage


def anchor(level: int, text: str) -> Breakage:
    return lambda pack: pack.practice("M1")["anchors"].__setitem__(level - 1, text)


def actions_of(code: str, pack: AuthoredPack) -> list[dict[str, object]]:
    return sorted((a for a in pack.actions["action"] if a["practice"] == code), key=lambda a: a["from"])


def drop_action(code: str, which: int) -> Breakage:
    return lambda pack: pack.actions["action"].remove(actions_of(code, pack)[which])


def stretch_band(pack: AuthoredPack) -> None:
    low, high = actions_of("M2", pack)[:2]
    high["from"], low["to"] = 1, high["to"]


def duplicate(kind: str) -> Breakage:
    def breakage(pack: AuthoredPack) -> None:
        rows = {
            "practice": pack.dimensions["mission"]["practice"],
            "flag": pack.flags["flag"],
            "action": pack.actions["action"],
            "source": pack.sources["source"],
            "dimension": pack.head["dimension"],
        }[kind]
        rows.append(dict(rows[0]))

    return breakage


def cycle_by_bands(pack: AuthoredPack) -> None:
    """The first band of M1 requires the last one: a cycle only through the edges between neighbouring bands."""
    rows = actions_of("M1", pack)
    rows[0]["requires"] = [rows[-1]["id"]]
    for row in rows:
        row.pop("independent", None)


def cycle_by_alternatives(pack: AuthoredPack) -> None:
    one, other = actions_of("M1", pack)[0], actions_of("S3", pack)[0]
    one["requires"], other["requires"] = [[other["id"], "no-such-action"]], [one["id"]]


def heavy(pack: AuthoredPack) -> None:
    for practice in pack.dimensions["mission"]["practice"][1:]:
        practice.update(weight=3, weight_reason="It matters.")
    pack.dimensions["mission"]["practice"].extend(
        dict(pack.practice("M4"), id=f"mission.more-{n}", code=f"M{n}", quick=False, weight=3, weight_reason="So.")
        for n in (5, 6)
    )


def many(pack: AuthoredPack) -> None:
    pack.dimensions["mission"]["practice"].extend(
        dict(pack.practice("M4"), id=f"mission.more-{n}", code=f"M{n}", quick=False) for n in (6, 7)
    )


def few(pack: AuthoredPack) -> None:
    del pack.dimensions["mission"]["practice"][2:]
    kept = {practice["code"] for dimension in pack.dimensions.values() for practice in dimension["practice"]}
    pack.actions["action"] = [a for a in pack.actions["action"] if a["practice"] in kept]
    pack.flags["flag"] = [f for f in pack.flags["flag"] if f["conditions"][0]["practice"] in kept]
    pack.vignettes["vignette"] = []


def long_quick(pack: AuthoredPack) -> None:
    for dimension in pack.dimensions.values():
        for practice in dimension["practice"]:
            practice["question"] = "Which of the words below state what you want your own customers to get?"


ERRORS: list[tuple[str, Breakage, str, str]] = [
    ("unique practice id", duplicate("practice"), "practice mission.statement", "stands 2 times"),
    ("unique flag id", duplicate("flag"), "flag ", "stands 2 times"),
    ("unique action id", duplicate("action"), "action ", "stands 2 times"),
    ("unique source id", duplicate("source"), "source ", "stands 2 times"),
    ("unique dimension id", duplicate("dimension"), "dimension mission", "stands 2 times"),
    ("unique code", set_in("M2", code="M1"), "practice mission.recall, code", "is that of mission.statement"),
    ("kebab-case practice", set_in("M1", id="mission.Statement"), "mission.Statement, id", "a dimension and a"),
    ("kebab-case action", set_in("action M1 1", id="write_it"), "action write_it, id", "small letters"),
    ("path-like id", set_in("action M1 1", id="../../etc/passwd"), "action ../../etc/passwd, id", "small letters"),
    ("path-like pack id", set_in("head", id="../cx-core"), "pack, id", "small letters"),
    ("version form", set_in("head", version="1.0"), "pack, version", "three numbers"),
    ("retired practice", set_in("head", retired=["mission.recall"]), "practice mission.recall, id", "was retired"),
    ("retired action", lambda p: p.head.update(retired=[p.action("M1", 1)["id"]]), "action ", "was retired"),
    ("id in its dimension", set_in("M1", id="strategy.statement"), "practice strategy.statement, id", "'mission.'"),
    ("five dimensions", lambda p: p.head["dimension"].pop(), "pack, dimension", "4 dimensions"),
    ("three practices", few, "dimension mission", "2 practices"),
    ("six practices", many, "dimension mission, practice", "7 practices"),
    ("a quick practice", lambda p: [q.update(quick=False) for q in p.dimensions["mission"]["practice"]],
     "dimension mission, quick", "None of its practices"),
    ("level names", lambda p: p.head["level"][1].update(name=p.head["level"][0]["name"]), "level.name", "Two levels"),
    ("five anchors", lambda p: p.practice("M1")["anchors"].pop(), "practice mission.statement, anchors", "4 entries"),
    ("an empty anchor", anchor(2, ""), "mission.statement, anchors.2", "empty"),
    ("a wordless anchor", anchor(2, "..."), "mission.statement, anchors.2", "no word"),
    ("anchors alike", lambda p: anchor(3, p.practice("M1")["anchors"][1].upper() + "!")(p),
     "mission.statement, anchors.3", "same as anchor 2"),
    ("an anchor of 73 characters", anchor(1, "a" * 73), "mission.statement, anchors.1", "73 characters"),
    ("568 words", long_quick, "pack, question", "fit into 300"),
    ("45 words", set_in("M1", question="Which " + "very " * 60 + "words?"), "statement, question", "at most 45"),
    ("a weight needs a reason", set_in("M1", weight=2), "mission.statement, weight_reason", "needs a reason"),
    ("a weight of 4", set_in("M1", weight=4, weight_reason="So."), "mission.statement, weight", "3 or less"),
    ("15 % of the weight", heavy, "mission.statement, weight", "less than 15 %"),
    ("the lower threshold", set_in("rubric", most="49/100"), "pack, rubric.most", "not a threshold"),
    ("the upper threshold", set_in("rubric", nearly_all="1"), "pack, rubric.nearly_all", "not a threshold"),
    ("thresholds in order", set_in("rubric", most="9/10"), "pack, rubric.nearly_all", "smaller than most"),
    ("efforts in order", set_in("rubric", effort_s=4), "pack, rubric.effort_m", "may not cost more"),
    ("horizons in order", set_in("rubric", next_effort=11), "pack, rubric.next_effort", "counts from the start"),
    ("a float", set_in("rubric", now_effort=12.5), "pack, rubric.now_effort", "whole number"),
    ("a target of 6", set_in("rubric", target=6), "pack, rubric.target", "5 or less"),
    ("a flag's practice", set_in("flag M1", conditions=[{"practice": "M9", "at_most": 1}]), "flag ", "M9"),
    ("a flag's practice id", set_in("flag M1", conditions=[{"practice": "mission.no", "at_most": 1}]), "flag ",
     "no practice 'mission.no'"),
    ("a flag in one dimension", set_in("flag M1", conditions=[{"practice": "S1", "at_most": 1}]), "flag ",
     "strategy.success-statement is not in the dimension mission"),
    ("a flag's dimension", set_in("flag M1", dimension="missing"), "flag ", "no dimension missing"),
    ("a flag reads what applies", set_in("M1", may_not_apply=True), "flag ", "does not apply"),
    ("a flag's limit", set_in("flag M1", conditions=[{"practice": "M1", "at_most": 5}]), "conditions.1.at_most",
     "4 or less"),
    ("a flag's cap", set_in("flag M1", cap=5), "flag ", "4 or less"),
    ("a flag without negation", set_in("flag M1", conditions=[{"practice": "M1", "at_least": 2}]),
     "conditions.1.at_least", "known here"),
    ("twice in a flag", set_in("flag M1", conditions=[{"practice": "M1", "at_most": 1}] * 2), "flag ",
     "stands in two conditions"),
    ("an action clears the flag", drop_action("M1", 0), "flag ", "No action clears it"),
    ("a band's practice", set_in("action M1 1", practice="M9"), "action ", "M9"),
    ("a band goes up", set_in("action M1 1", to=1), "action ", "2 or more"),
    ("a band from 4 to 2", set_in("action M1 1", from_=4, to=2), "action ", "from 4 to 2"),
    ("a hole between bands", drop_action("M2", 1), "action ", "have reached"),
    ("bands up to 5", drop_action("M2", -1), "practice mission.recall, actions", "not at 5"),
    ("bands that overlap", stretch_band, "action ", "have reached"),
    ("a requirement exists", set_in("action M1 1", requires=["no-such-action"]), "action ", "'no-such-action'"),
    ("a cycle", cycle_by_bands, "action ", "requires itself"),
    ("a cycle by an alternative", cycle_by_alternatives, "action ", "requires itself"),
    ("independent or not", lambda p: actions_of("M2", p)[1].update(
        independent=True, requires=[actions_of("M2", p)[0]["id"]]), "action ", "independent of it"),
    ("independent and bound", lambda p: actions_of("M2", p)[1].update(
        independent=True, requires=[actions_of("M1", p)[0]["id"]]), "action ", "waits for nothing"),
    ("effort S, M or L", set_in("action M1 1", effort="XL"), "action ", "'S', 'M' or 'L'"),
    ("an owner's name", lambda p: p.head["owners"].pop("CX"), "action ", "no name in [owners]"),
    ("an owner", set_in("action M1 1", owner="CEO"), "action ", "must be one of"),
    ("requirements in a list", set_in("action M1 1", requires="run-recall-test"), "action ", "list in square"),
    ("a condition in a table", set_in("flag M1", conditions=["M1"]), "conditions.1", "must be a table"),
    ("61 flags", lambda p: p.flags["flag"].extend(dict(p.flag("M1"), id=f"more-{n}") for n in range(60)),
     "pack, flags", "at most 60"),
    ("a source exists", set_in("M1", sources=["ZZZ"]), "mission.statement, sources", "no source or claim 'ZZZ'"),
    ("a flag's source", set_in("flag M1", sources=["ZZZ"]), "flag ", "no source or claim 'ZZZ'"),
    ("an action's source", set_in("action M1 1", sources=["ZZZ"]), "action ", "no source or claim 'ZZZ'"),
    ("markup", set_in("M1", looks_like="A <b>sentence</b>."), "mission.statement, looks_like", "markup"),
    ("an image", set_in("M1", example="See <img src='x'> here."), "mission.statement, example", "markup"),
    ("an entity", set_in("M1", example="Nuts &amp; bolts."), "mission.statement, example", "markup"),
    ("a link", set_in("action M1 1", why="See https://example.org for it."), "action ", "link"),
    ("a path", set_in("flag M1", why="Read /etc/passwd/ first."), "flag ", "path"),
    ("a Windows path", set_in("flag M1", why="Read C:\\secret first."), "flag ", "path"),
    ("an expression", set_in("M1", not_this="It is ${HOME} here."), "mission.statement, not_this", "expression"),
    ("a line break", set_in("M1", not_this="One line\nand another."), "not_this", "U+000A"),
    ("a control character", set_in("M1", not_this="One \u0007 line."), "not_this", "U+0007"),
    ("text turned around", set_in("M1", not_this="One \u202e line."), "not_this", "U+202E"),
    ("white space", set_in("M1", not_this=" One line. "), "not_this", "white space"),
    ("a long text", set_in("M1", looks_like="word " * 500), "looks_like", "2000 characters"),
    ("an unknown key", set_in("M1", probe="What else?"), "mission.statement, probe", "known here"),
    ("a published key", set_in("action M1 1", start=1), "start", "Authors write it as 'from'"),
    ("a missing key", without("M1", "question"), "mission.statement, question", "missing"),
    ("a missing key of the head", without("head", "licence"), "pack, licence", "missing"),
    ("a wrong type", set_in("M1", revision="1"), "mission.statement, revision", "whole number"),
    ("a date", set_in("M1", title=date(2026, 11, 20)), "mission.statement, title", "text in quotes"),
    ("a list for text", set_in("M1", question=["What?"]), "mission.statement, question", "text in quotes"),
    ("half an editorial mark", set_in("M1", editorial=True), "mission.statement, editorial", "second_reader"),
    ("an unknown file", lambda p: p.dimensions.update(culture={"practice": []}), "pack", "No part of a pack"),
    ("an unknown list", lambda p: p.flags.update(flags=[{"id": "x"}]), "pack, flags", "known in this file"),
    ("an unknown top key", lambda p: p.head.update(colour="red"), "pack, colour", "known here"),
    ("practices in a list", lambda p: p.dimensions["mission"].update(practice=3), "pack, practice", "in this file"),
]  # fmt: skip


@pytest.mark.parametrize(("breakage", "place", "what"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_an_error_is_found_where_it_is(breakage: Breakage, place: str, what: str, tmp_path: Path) -> None:
    pack = AuthoredPack()
    breakage(pack)
    found = linted(pack, tmp_path)
    assert found.pack is None
    assert [str(m) for m in found.errors if place in str(m) and what in str(m)], "\n".join(map(str, found.messages))
    assert len(found.errors) <= 16, "one mistake is not told many times"


WARNINGS: list[tuple[str, Breakage, str, str]] = [
    ("two ideas", set_in("M1", question="Which words and deeds state your mission?"), "question", "Two ideas"),
    ("two ideas by a slash", set_in("M1", question="Which words/deeds state your mission?"), "question", "Two ideas"),
    ("negation", set_in("M1", question="Which words do not state your mission?"), "question", "denies"),
    ("short negation", set_in("M1", question="Which words don't state your mission?"), "question", "denies"),
    ("no question", set_in("M1", question="Say which words state your mission"), "question", "not one question"),
    ("vague in a question", set_in("M1", question="How regularly is the mission told?"), "question", "vague"),
    ("vague in an anchor", anchor(4, "That sentence often changed several plans"), "anchors.4", "'often' is vague"),
    ("vague in an action", set_in("action M1 1", why="It is needed from time to time."), "why", "vague"),
    ("an adverb only", lambda p: [anchor(3, "One shared sentence on what customers get")(p),
                                  anchor(4, "One fully shared sentence on what customers get")(p)],
     "anchors.4", "adverb only"),
    ("grade of a question", set_in("M1", question="Which organisational communications exemplify multidimensional "
                                   "institutional responsibilities towards international customer communities?"),
     "question", "reads at grade"),
    ("grade of a help text", set_in("M1", looks_like="Organisational institutionalisation necessitates "
                                    "multidimensional communication."), "looks_like", "reads at grade"),
    ("grade of an action", set_in("action M1 1", why="Organisational institutionalisation necessitates "
                                  "multidimensional communication capabilities internationally."), "why", "grade"),
    ("a cap above all scores", set_in("flag M4", cap=4, conditions=[{"practice": "M4", "at_most": 1},
                                                                  {"practice": "M1", "at_most": 1}]),
     "cap", "never above 4"),
    ("a cap behind another", lambda p: p.flags["flag"].append(dict(p.flag("M1"), id="again", cap=3)),
     "flag again, cap", "fires too"),
    ("any of two behind one", lambda p: p.flags["flag"].append(
        dict(p.flag("M1"), id="again", cap=3, match="any", conditions=[{"practice": "M1", "at_most": 1},
                                                                     {"practice": "M4", "at_most": 1}]))
        or p.flag("M1").update(match="any", conditions=[{"practice": "M1", "at_most": 2},
                                                        {"practice": "M4", "at_most": 1}]),
     "flag again, cap", "fires too"),
    ("an unreachable level", lambda p: [f.update(cap=2, conditions=[{"practice": c, "at_most": 4}])
                                        for f, c in zip(p.flags["flag"], ("M1", "M2", "M4"), strict=False)
                                        if f.update(dimension="mission") is None],
     "dimension mission, level", "no answers lead to level"),
    ("praise", anchor(5, "An excellent sentence, checked and reworded"), "anchors.5", "praises"),
    ("jargon", anchor(5, "A sentence that stakeholders checked again"), "anchors.5", "jargon"),
    ("a long title", set_in("M1", title="A title that has more than four words"), "title", "8 words"),
    ("a full stop", anchor(5, "Checked against cases, then kept or reworded."), "anchors.5", "one phrase"),
    ("one very short anchor", anchor(1, "None"), "anchors", "too far apart"),
    ("an anchor of another", lambda p: anchor(1, p.practice("M2")["anchors"][0])(p), "anchors.1", "an anchor of"),
    ("a flag's words", set_in("flag M1", effect="Mission cannot show more than 4."), "effect", "speaks of 4"),
    ("a reason for nothing", set_in("M1", weight_reason="It matters."), "weight_reason", "needs none"),
    ("no source", set_in("M1", sources=[]), "sources", "no source"),
    ("a source left over", lambda p: p.sources["source"].append(dict(p.sources["source"][0], id="NEW")),
     "source NEW, id", "Nothing cites it"),
    ("required anyway", lambda p: actions_of("M2", p)[1].update(requires=[actions_of("M2", p)[0]["id"]],
                                                               independent=False), "requires", "anyway"),
    ("independent of nothing", set_in("action M1 1", independent=True), "independent", "no band below"),
    ("an idle editorial mark", set_in("M1", editorial=True, second_reader="Ada"), "editorial", "did not change"),
    ("a long full practice", lambda p: p.dimensions["mission"]["practice"].append(
        dict(p.practice("M4"), id="mission.more", code="M5", quick=False, question="Which " + "word " * 50 + "is it?")),
     "question", "at most 60"),
]  # fmt: skip


@pytest.mark.parametrize(("breakage", "key", "what"), [row[1:] for row in WARNINGS], ids=[row[0] for row in WARNINGS])
def test_a_warning_is_given_where_it_belongs(breakage: Breakage, key: str, what: str, tmp_path: Path) -> None:
    pack = AuthoredPack()
    breakage(pack)
    found = linted(pack, tmp_path)
    assert [m for m in found.warnings if f"{key}: " in str(m) and what in str(m)], "\n".join(map(str, found.messages))


def test_the_real_pack_has_no_error_and_no_warning(tmp_path: Path) -> None:
    found = lint(CX_CORE, PublishedPacks(tmp_path))
    assert [str(message) for message in found.messages] == []
    assert found.pack is not None


def test_the_writer_of_these_tests_keeps_the_pack_as_it_is(tmp_path: Path) -> None:
    written = linted(AuthoredPack(), tmp_path)
    assert written.pack == lint(CX_CORE, PublishedPacks(tmp_path)).pack


def test_all_errors_are_told_at_once(tmp_path: Path) -> None:
    pack = AuthoredPack()
    names = {
        "retired practice",
        "an anchor of 73 characters",
        "a source exists",
        "a link",
        "a date",
        "the lower threshold",
    }
    rows = [row for row in ERRORS if row[0] in names]
    for _name, breakage, _place, _what in rows:
        breakage(pack)
    told = "\n".join(map(str, linted(pack, tmp_path).errors))
    assert len(rows) == len(names)
    for _name, _breakage, place, what in rows:
        assert place in told
        assert what in told


def test_a_broken_table_does_not_hide_what_else_is_wrong_in_it_or_elsewhere(tmp_path: Path) -> None:
    pack = AuthoredPack()
    pack.practice("M1").update(revision="1", not_this="<b>")
    pack.action("M2", 1).update(practice="X9", effort="XL", requires=["nope"], why="See www.example.org now.")
    pack.flag("S1").update(conditions=[{"practice": "Q9", "at_most": 1}], cap=9, effect="<i>")
    told = "\n".join(map(str, linted(pack, tmp_path).errors))
    for what in ("revision", "not_this", "'X9'", "effort", "'nope'", "why", "'Q9'", "cap", "effect"):
        assert what in told
    assert len(linted(pack, tmp_path).errors) == 9


def test_english_rules_leave_other_languages_alone(tmp_path: Path) -> None:
    pack = AuthoredPack()
    pack.head["locale"] = "de"
    pack.practice("M1")["question"] = "Wie oft regularly and never?"
    assert linted(pack, tmp_path).messages == ()
