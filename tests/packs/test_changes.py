"""What changed between two versions is told by table and class, whatever changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.authored import CX_CORE

from cxaudit import assets
from cxaudit.domain.digests import content_digest, scoring_digest
from cxaudit.domain.fact_check import Fact
from cxaudit.domain.questionnaire import Dimension, Pack, Practice, Script
from cxaudit.storage.authoring.lint import lint, sealed
from cxaudit.storage.pack_rules.change import Change, Difference, smallest_version, step
from cxaudit.storage.pack_rules.changes import differences, largest
from cxaudit.storage.pack_rules.finding import HEAD, Place
from cxaudit.storage.packs import PublishedPacks

FIRST = PublishedPacks(assets.questionnaires() / "published").get("cx-core", "1.0.0")
SECOND = PublishedPacks(assets.questionnaires() / "published").get("cx-core", "1.1.0")
_BUILT = lint(CX_CORE, PublishedPacks(CX_CORE / "none")).built
assert _BUILT is not None
WRITTEN = _BUILT

BREAKING, COMPATIBLE, EDITORIAL = Change.BREAKING, Change.COMPATIBLE, Change.EDITORIAL
Edit = Callable[[Pack], Pack]


def head(**changes: object) -> Edit:
    return lambda pack: pack.model_copy(update=changes)


def rubric(**changes: object) -> Edit:
    return lambda pack: pack.model_copy(update={"rubric": pack.rubric.model_copy(update=changes)})


def level(number: int, **changes: object) -> Edit:
    def edit(pack: Pack) -> Pack:
        levels = [x.model_copy(update=changes) if n == number else x for n, x in enumerate(pack.levels, 1)]
        return pack.model_copy(update={"levels": tuple(levels)})

    return edit


def dimensions(change: Callable[[tuple[Dimension, ...]], object]) -> Edit:
    return lambda pack: pack.model_copy(update={"dimensions": change(pack.dimensions)})


def practices(change: Callable[[tuple[Practice, ...]], object]) -> Edit:
    """Change the practices of the first dimension."""
    return dimensions(lambda ds: (ds[0].model_copy(update={"practices": change(ds[0].practices)}), *ds[1:]))


def practice(**changes: object) -> Edit:
    """Change the first practice."""
    return practices(lambda ps: (ps[0].model_copy(update=changes), *ps[1:]))


def fact(**changes: object) -> Edit:
    return lambda pack: practice(fact=_fact(pack).model_copy(update=changes))(pack)


def fact_part(**changes: object) -> Edit:
    return lambda pack: fact(parts=(_fact(pack).parts[0].model_copy(update=changes), *_fact(pack).parts[1:]))(pack)


def fact_rule(**changes: object) -> Edit:
    return lambda pack: fact(rules=(_fact(pack).rules[0].model_copy(update=changes), *_fact(pack).rules[1:]))(pack)


def _fact(pack: Pack) -> Fact:
    found = pack.dimensions[0].practices[0].fact
    assert found is not None
    return found


def script(**changes: object) -> Edit:
    return lambda pack: practice(script=_script(pack).model_copy(update=changes))(pack)


def _script(pack: Pack) -> Script:
    found = pack.dimensions[0].practices[0].script
    assert found is not None
    return found


def row(table: str, **changes: object) -> Edit:
    """Change the first row of a list of tables."""

    def edit(pack: Pack) -> Pack:
        first, *others = getattr(pack, table)
        return pack.model_copy(update={table: (first.model_copy(update=changes), *others)})

    return edit


def rows(table: str, change: Callable[[tuple[Any, ...]], object]) -> Edit:
    return lambda pack: pack.model_copy(update={table: change(getattr(pack, table))})


def again(entries: tuple[Any, ...]) -> tuple[Any, ...]:
    """The rows and one more."""
    return (*entries, entries[0].model_copy(update={"id": "more"}))


M1 = Place("practice", "mission.statement")
FLAG, ACTION = Place("flag", WRITTEN.flags[0].id), Place("action", WRITTEN.actions[0].id)
SOURCE, CLAIM = Place("source", WRITTEN.sources[0].id), Place("claim", WRITTEN.claims[0].id)
VIGNETTE = Place("vignette", WRITTEN.vignettes[0].id)

CHANGES: list[tuple[str, Edit, Change, Place, str]] = [
    ("another pack", head(id="other"), BREAKING, HEAD, "another questionnaire: cx-core became other"),
    ("a rule of rating", head(rating_rules=("Choose.",)), BREAKING, HEAD, "rules of rating"),
    ("a note", head(rating_notes=()), BREAKING, HEAD, "rules of rating"),
    ("a level's name", level(2, name="Begun"), BREAKING, HEAD, "names of levels"),
    ("an age", level(4, max_age_months=13), COMPATIBLE, HEAD, "level 4 is stale changed: 13 months"),
    ("no age", level(5, max_age_months=None), COMPATIBLE, HEAD, "level 5 is stale changed: none"),
    ("a target", rubric(target=3), COMPATIBLE, HEAD, "rubric.target goes from 4 to 3"),
    ("a threshold", rubric(most="3/5"), COMPATIBLE, HEAD, "rubric.most goes from 1/2 to 3/5"),
    ("a title", head(title="Other"), EDITORIAL, HEAD, "Changed: title"),
    ("an owner's name", head(owners={**WRITTEN.owners, "CX": "Head of CX"}), EDITORIAL, HEAD, "Changed: owners"),
    ("a retired id", head(retired=("x",)), EDITORIAL, HEAD, "retired ids"),
    ("a dimension gone", dimensions(lambda ds: ds[1:]), BREAKING, Place("dimension", "mission"), "removed"),
    ("a dimension more", dimensions(lambda ds: (*ds, ds[0].model_copy(update={"id": "promise"}))), BREAKING,
     Place("dimension", "promise"), "added"),
    ("dimensions in another order", dimensions(lambda ds: ds[::-1]), COMPATIBLE, HEAD, "dimensions stand in another"),
    ("a dimension's words", dimensions(lambda ds: (ds[0].model_copy(update={"about": "All."}), *ds[1:])), EDITORIAL,
     Place("dimension", "mission"), "Changed: about"),
    ("a practice more", practices(lambda ps: (*ps, ps[2].model_copy(update={"id": "mission.more", "code": "M9"}))),
     COMPATIBLE, Place("practice", "mission.more"), "added (M9, full audit only)"),
    ("a quick practice more", practices(lambda ps: (*ps, ps[0].model_copy(update={"id": "mission.more"}))),
     COMPATIBLE, Place("practice", "mission.more"), "added (M1, quick and full audit)"),
    ("a practice retired", practices(lambda ps: ps[1:]), COMPATIBLE, M1, "retired"),
    ("practices in another order", practices(lambda ps: ps[::-1]), COMPATIBLE, HEAD, "Practices stand in another"),
    ("a new revision", practice(revision=2, question="What?"), BREAKING, M1, "new revision (1 became 2)"),
    ("a question", practice(question="What?"), BREAKING, M1, "question or an anchor was reworded"),
    ("white space", practice(question=WRITTEN.by_code["M1"].question.replace(" ", "\u00a0", 1)), EDITORIAL, M1,
     "White space"),
    ("a code", practice(code="M9"), COMPATIBLE, M1, "The code goes from M1 to M9"),
    ("a weight", practice(weight=2), COMPATIBLE, M1, "The weight goes from 1 to 2"),
    ("quick no more", practice(quick=False), COMPATIBLE, M1, "quick audit does not ask it any more"),
    ("quick now", practices(lambda ps: (*ps[:2], ps[2].model_copy(update={"quick": True}), *ps[3:])), COMPATIBLE,
     Place("practice", "mission.trade-offs"), "asked in the quick audit now"),
    ("may not apply", practice(may_not_apply=True), COMPATIBLE, M1, "'does not apply' now"),
    ("always applies", practices(lambda ps: tuple(p.model_copy(update={"may_not_apply": False}) for p in ps)),
     COMPATIBLE, Place("practice", "mission.basics"), "may not be answered with 'does not apply' any more"),
    ("help", practice(example="Such.", debate="One. Two."), EDITORIAL, M1, "Changed: example, debate"),
    ("cited sources", practice(sources=("SUC",)), EDITORIAL, M1, "Changed: sources"),
    ("a fact gone", practice(fact=None), COMPATIBLE, M1, "fact-check was taken away"),
    ("a fact's question", fact(question="Which?"), EDITORIAL, M1, "words of the fact-check"),
    ("a label", fact_part(label="Label"), EDITORIAL, M1, "words of the fact-check"),
    ("a part's kind", fact_part(kind="date"), COMPATIBLE, M1, "parts or rules of the fact-check"),
    ("a part's bound", fact_part(lowest=3), COMPATIBLE, M1, "parts or rules of the fact-check"),
    ("a rule's why", fact_rule(why="So."), EDITORIAL, M1, "words of the fact-check"),
    ("a rule's value", fact_rule(value="9"), COMPATIBLE, M1, "parts or rules of the fact-check"),
    ("a rule's reach", fact_rule(end=3), COMPATIBLE, M1, "parts or rules of the fact-check"),
    ("a script gone", practice(script=None), COMPATIBLE, M1, "script for the room was taken away"),
    ("a script's words", script(read_aloud="Which words?", answer="So."), EDITORIAL, M1, "words of the script"),
    ("a script's minutes", script(minutes=6), COMPATIBLE, M1, "minutes in a room goes from 3 to 6"),
    ("a flag more", rows("flags", again), COMPATIBLE, Place("flag", "more"), "added"),
    ("a flag retired", rows("flags", lambda fs: fs[1:]), COMPATIBLE, FLAG, "retired"),
    ("a cap", row("flags", cap=4), COMPATIBLE, FLAG, "The cap goes from 2 to 4"),
    ("a flag's rule", row("flags", match="any"), COMPATIBLE, FLAG, "rule by which it fires"),
    ("a flag's words", row("flags", why="So.", check="So?"), EDITORIAL, FLAG, "Changed: why, check"),
    ("flags in another order", rows("flags", lambda fs: fs[::-1]), EDITORIAL, HEAD, "another order: flag"),
    ("an action more", rows("actions", again), COMPATIBLE, Place("action", "more"), "added"),
    ("an action retired", rows("actions", lambda xs: xs[1:]), COMPATIBLE, ACTION, "retired"),
    ("an effort", row("actions", effort="L"), COMPATIBLE, ACTION, "The effort goes from S to L"),
    ("a band", row("actions", end=2), COMPATIBLE, ACTION, "The band goes from 1 > 3 to 1 > 2"),
    ("an action's practice", row("actions", practice="mission.recall"), COMPATIBLE, ACTION, "to mission.recall"),
    ("prerequisites", row("actions", requires=(("x",),)), COMPATIBLE, ACTION, "has to be done before"),
    ("independence", row("actions", independent=True), COMPATIBLE, ACTION, "has to be done before"),
    ("an action's words", row("actions", title="So", owner="HR"), EDITORIAL, ACTION, "Changed: title, owner"),
    ("actions in another order", rows("actions", lambda xs: xs[::-1]), EDITORIAL, HEAD, "another order: action"),
    ("a source more", rows("sources", again), EDITORIAL, Place("source", "more"), "added"),
    ("a source's title", row("sources", title="So"), EDITORIAL, SOURCE, "Changed: title"),
    ("a claim retired", rows("claims", lambda xs: xs[1:]), EDITORIAL, CLAIM, "retired"),
    ("a claim's words", row("claims", text="So."), EDITORIAL, CLAIM, "Changed: text"),
    ("a vignette's words", row("vignettes", text="A firm."), EDITORIAL, VIGNETTE, "Changed: text"),
    ("vignettes in another order", rows("vignettes", lambda xs: xs[::-1]), EDITORIAL, HEAD, "another order: vignette"),
]  # fmt: skip


def changed(edit: Edit, pack: Pack = WRITTEN) -> Pack:
    """Return the pack with an edit, read anew: a copy would keep what the other one looked up."""
    return sealed(Pack.model_validate_json(edit(pack).model_dump_json()))


@pytest.mark.parametrize(("edit", "change", "place", "what"), [x[1:] for x in CHANGES], ids=[x[0] for x in CHANGES])
def test_a_change_is_told_where_it_is_with_its_class(edit: Edit, change: Change, place: Place, what: str) -> None:
    new = changed(edit)
    found = differences(WRITTEN, new)
    assert [d for d in found if d.place == place and what in d.what] or not what, [d.what for d in found]
    assert largest(differences(WRITTEN, new)) is change, [d.what for d in found]


def test_a_fact_check_that_is_new_is_told() -> None:
    found = differences(changed(practice(fact=None)), WRITTEN)
    assert found == (Difference(COMPATIBLE, M1, "A fact-check was added."),)


def test_a_script_that_is_new_is_told() -> None:
    found = differences(changed(practice(script=None)), WRITTEN)
    assert found == (Difference(COMPATIBLE, M1, "A script for the room was added."),)


def test_nothing_changed_is_nothing() -> None:
    assert differences(WRITTEN, WRITTEN) == ()
    assert largest(differences(WRITTEN, changed(head(version="1.2.1")))) is Change.NONE


@pytest.mark.parametrize(("edit", "place"), [(practice(question="What?"), M1), (head(rating_notes=()), HEAD)])
def test_a_wording_that_was_read_twice_is_editorial(edit: Edit, place: Place) -> None:
    assert largest(differences(WRITTEN, changed(edit), frozenset({place}))) is EDITORIAL


def test_the_second_version_breaks_nothing() -> None:
    found = differences(FIRST, WRITTEN)
    assert {d.change for d in found} == {COMPATIBLE, EDITORIAL}
    added = [d.place.id for d in found if d.place.kind == "practice" and "practice was added" in d.what]
    assert len(added) == 11
    assert sum("A fact-check was added." in d.what for d in found) + sum(
        WRITTEN.practices[name].fact is not None for name in added
    ) == sum(p.fact is not None for p in WRITTEN.practices.values())
    assert smallest_version(FIRST.version, largest(differences(FIRST, WRITTEN))) == "1.1.0"
    assert step(FIRST.version, WRITTEN.version) is COMPATIBLE


def test_the_third_version_adds_scripts_and_changes_no_figure() -> None:
    found = differences(SECOND, WRITTEN)
    assert sum(d.what == "A script for the room was added." for d in found) == len(WRITTEN.practices)
    assert scoring_digest(SECOND) == scoring_digest(WRITTEN)
    assert smallest_version(SECOND.version, largest(differences(SECOND, WRITTEN))) == WRITTEN.version == "1.2.0"


EDITS = st.lists(st.sampled_from([x[1] for x in CHANGES]), max_size=4)


@given(EDITS)
def test_the_class_is_never_below_what_the_digests_tell(edits: list[Edit]) -> None:
    new = WRITTEN
    for edit in edits:
        try:
            new = changed(edit, new)
        except (AssertionError, IndexError, ValueError):
            continue  # what it changes was changed away
    found = differences(WRITTEN, new)
    whole = max((d.change for d in found), default=Change.NONE)
    if scoring_digest(new) != scoring_digest(WRITTEN):
        assert whole >= COMPATIBLE
    if content_digest({**new.model_dump(mode="json"), "version": ""}) != content_digest(
        {**WRITTEN.model_dump(mode="json"), "version": ""}
    ):
        assert whole >= EDITORIAL
    assert all(isinstance(d, Difference) and d.what.endswith(".") for d in found)
    assert {d.change for d in differences(new, new)} == set()
