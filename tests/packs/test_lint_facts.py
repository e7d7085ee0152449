"""Fact-checks, claims, debates and vignettes: each mistake is found, at its place in the file, with its cure."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.authored import AuthoredPack

from cxaudit.domain.digests import content_digest, scoring_digest
from cxaudit.domain.errors import InputError
from cxaudit.domain.questionnaire import Pack
from cxaudit.storage.authoring.lint import Lint, lint
from cxaudit.storage.authoring.publish import published_bytes
from cxaudit.storage.packs import PublishedPacks, read_pack

Breakage = Callable[[AuthoredPack], object]

FACT: dict[str, Any] = {
    "question": "How many of ten know it, when was it checked, and who owns it?",
    "sources": ["003-3"],
    "part": [
        {"id": "known", "label": "Know it", "kind": "count", "unit": "people", "lowest": 0, "highest": 10, "total": 10},
        {"id": "checked", "label": "Checked on", "kind": "date"},
        {"id": "owner", "label": "Owned by", "kind": "choice",
         "options": [{"id": "nobody", "label": "Nobody"}, {"id": "team", "label": "A team"}]},
        {"id": "words", "label": "The words", "kind": "text"},
    ],
    "rule": [
        {"check": "share-at-least", "parts": ["known"], "value": "3/5", "least": 5, "from": 3, "to": 4, "why": "Few."},
        {"check": "within-days", "parts": ["checked"], "value": "365", "from": 4, "to": 4, "why": "Long ago."},
        {"check": "one-of", "parts": ["owner"], "options": ["team"], "from": 3, "to": 3, "why": "Nobody owns it."},
        {"check": "words-at-least", "parts": ["words"], "value": "4", "from": 3, "to": 5, "why": "A slogan."},
    ],
}  # fmt: skip


def with_fact() -> AuthoredPack:
    """The real pack with a fact-check on M1 that fits together."""
    pack = AuthoredPack()
    pack.practice("M1")["fact"] = deepcopy(FACT)
    return pack


def linted(pack: AuthoredPack, folder: Path) -> Lint:
    return lint(pack.write(folder / "authored"), PublishedPacks(folder / "published"))


def part(number: int, **values: object) -> Breakage:
    return lambda pack: pack.practice("M1")["fact"]["part"][number - 1].update(values)


def rule(number: int, *gone: str, **values: object) -> Breakage:
    """Set keys of a rule (`from_` for from) and take others away."""

    def breakage(pack: AuthoredPack) -> None:
        row = pack.practice("M1")["fact"]["rule"][number - 1]
        row.update({key.rstrip("_"): value for key, value in values.items()})
        for key in gone:
            del row[key]

    return breakage


def fact(**values: object) -> Breakage:
    return lambda pack: pack.practice("M1")["fact"].update(values)


def claim(**values: object) -> Breakage:
    return lambda pack: pack.sources["claim"][0].update(values)


def rating(**values: object) -> Breakage:
    return lambda pack: pack.vignettes["vignette"][0]["rating"][0].update(values)


def vignette(**values: object) -> Breakage:
    return lambda pack: pack.vignettes["vignette"][0].update(values)


OPTION = {"id": "team", "label": "A team"}

ERRORS: list[tuple[str, Breakage, str, str]] = [
    ("an unknown function", rule(1, check="eval"), "fact.rule.1.check",
     "No function of this name is known here; the known ones are 'at-least', 'at-most', 'within-days'"),
    ("a published key", lambda p: p.practice("M1")["fact"].update(rules=p.practice("M1")["fact"].pop("rule")),
     "fact.rules", "Authors write it as 'rule'"),
    ("a published key of a rule", rule(2, "from", start=3), "fact.rule.2.start", "Authors write it as 'from'"),
    ("an unknown key of a rule", rule(1, colour="red"), "fact.rule.1.colour", "known here"),
    ("an unknown kind", part(2, kind="year"), "fact.part.2.kind", "It must be one of"),
    ("no question", lambda p: p.practice("M1")["fact"].pop("question"), "fact.question", "missing"),
    ("no part", fact(part=[], rule=[]), "fact.part", "at least 1"),
    ("five parts", lambda p: p.practice("M1")["fact"]["part"].append(dict(FACT["part"][1], id="more")),
     "fact.part", "at most 4"),
    ("a part twice", part(2, id="known"), "fact.part", "The id known stands 2 times"),
    ("no such part", rule(1, parts=["asked"]), "fact.rule.1.parts", "There is no part 'asked'"),
    ("a part of another kind", rule(2, parts=["owner"]), "fact.rule.2.parts", "reads a date here; 'owner' is a choice"),
    ("too many parts", rule(2, parts=["checked", "known"]), "fact.rule.2.parts", "reads 1 parts; here are 2"),
    ("too few parts", rule(1, "value", "least", check="fell"), "fact.rule.1.parts", "reads 2 parts; here are 1"),
    ("two parts too many", rule(1, "value", "least", check="fell", parts=["known", "checked", "owner", "words"]),
     "fact.rule.1.parts", "reads 2 parts; here are 4"),
    ("no days for a fall's date", rule(1, "value", "least", check="fell", parts=["known", "words", "checked"]),
     "fact.rule.1.value", "'fell' needs it"),
    ("a fall since no date", rule(1, "least", check="fell", value="730", parts=["known", "words", "owner"]),
     "fact.rule.1.parts", "reads a date here; 'owner' is a choice"),
    ("days for a fall without a date", rule(1, "least", check="fell", value="730", parts=["known", "words"]),
     "fact.rule.1.value", "'fell' does not read it"),
    ("half a day of a fall", rule(1, "least", check="fell", value="1/2", parts=["known", "words", "checked"]),
     "fact.rule.1.value", "not a whole number"),
    ("a least of a fall", rule(1, check="fell", value="730", parts=["known", "words", "checked"]),
     "fact.rule.1.least", "'fell' does not read it"),
    ("a part named twice", rule(1, "value", "least", check="fell", parts=["known", "known"]), "fact.rule.1.parts",
     "A part stands twice"),
    ("no value", rule(1, "value"), "fact.rule.1.value", "'share-at-least' needs it"),
    ("no least", rule(1, "least"), "fact.rule.1.least", "'share-at-least' needs it"),
    ("no options", rule(3, "options"), "fact.rule.3.options", "'one-of' needs it"),
    ("a value too many", rule(3, value="1"), "fact.rule.3.value", "'one-of' does not read it"),
    ("a least too many", rule(2, least=5), "fact.rule.2.least", "'within-days' does not read it"),
    ("options too many", rule(2, options=["team"]), "fact.rule.2.options", "'within-days' does not read it"),
    ("more than the whole", rule(1, value="6/5"), "fact.rule.1.value", "more than the whole"),
    ("half a day", rule(2, value="731/2"), "fact.rule.2.value", "not a whole number"),
    ("a number without quotes", rule(2, value=365), "fact.rule.2.value", "text in quotes"),
    ("an option of no part", rule(3, options=["team", "board"]), "fact.rule.3.options", "no option 'board'"),
    ("from above to", rule(1, from_=4, to=3), "fact.rule.1.to", "from 4 to 3"),
    ("from level 1", rule(1, from_=1), "fact.rule.1.from", "2 or more"),
    ("neither nor", rule(1, supports=False, denies=False), "fact.rule.1.denies", "neither supports nor denies"),
    ("bounds that cross", part(1, lowest=6, highest=5), "fact.part.1.highest", "below the lowest"),
    ("more than the total", part(1, total=9), "fact.part.1.total", "more than the total of 9"),
    ("a total of a date", part(2, total=3), "fact.part.2.total", "Only a count"),
    ("a unit of a date", part(2, unit="days"), "fact.part.2.unit", "Only a number or a count"),
    ("a lowest date", part(2, lowest=3), "fact.part.2.lowest", "Only a number or a count"),
    ("options of a date", part(2, options=[OPTION]), "fact.part.2.options", "Only a choice has options"),
    ("one option", part(3, options=[OPTION]), "fact.part.3.options", "1 options; 2 to 6"),
    ("an option twice", part(3, options=[OPTION, OPTION]), "fact.part.3.options", "team stands 2 times"),
    ("a fact's source", fact(sources=["ZZZ"]), "fact.sources", "no source or claim 'ZZZ'"),
    ("markup in a label", part(1, label="<b>Know</b> it"), "fact.part.1.label", "markup"),
    ("a link in a why", rule(1, why="See www.example.org."), "fact.rule.1.why", "link"),
    ("an expression in an option", part(3, options=[OPTION, {"id": "x", "label": "${HOME}"}]),
     "fact.part.3.options.2.label", "expression"),
    ("an older age above", lambda p: p.head["level"][3].update(max_age_months=36), "level.5.max_age_months", "rise"),
    ("no age", lambda p: p.head["level"][3].update(max_age_months=0), "level.4.max_age_months", "1 or more"),
    ("a claim of no source", claim(source="ZZZ"), "claim 000-1, source", "no source 'ZZZ'"),
    ("a claim twice", lambda p: p.sources["claim"].append(dict(p.sources["claim"][0])), "claim 000-1, id", "2 times"),
    ("a claim as a source", claim(id="KEI"), "claim KEI, id", "that of a source"),
    ("a link in a claim", claim(text="See https://example.org."), "claim 000-1, text", "link"),
    ("a vignette of no practice", rating(practice="X9"), "rating.1.practice", "no practice 'X9'"),
    ("a vignette of no practice id", rating(practice="mission.no"), "rating.1.practice", "no practice 'mission.no'"),
    ("a vignette beyond quick", rating(practice="M3"), "rating.1.practice", "not asked in the quick audit"),
    ("rated twice", rating(practice="S3"), "vignette opticians, rating", "strategy.priorities is rated twice"),
    ("a level of 6", rating(level=6), "rating.1.level", "5 or less"),
    ("no ratings", vignette(rating=[]), "vignette opticians, rating", "at least 1"),
    ("a vignette's published key", lambda p: p.vignettes["vignette"][0].update(
        ratings=p.vignettes["vignette"][0].pop("rating")), "ratings", "Authors write it as 'rating'"),
    ("markup in a vignette", vignette(text="<p>A firm</p>"), "vignette opticians, text", "markup"),
    ("a vignette twice", lambda p: p.vignettes["vignette"].append(dict(p.vignettes["vignette"][0])),
     "vignette opticians, id", "2 times"),
    ("an unknown list of vignettes", lambda p: p.vignettes.update(firm=[{"id": "x"}]), "pack, firm", "in this file"),
]  # fmt: skip


def told(found: Lint) -> str:
    return "\n".join(map(str, found.messages))


def test_the_fact_of_these_tests_fits_together(tmp_path: Path) -> None:
    assert linted(with_fact(), tmp_path).messages == ()


@pytest.mark.parametrize(("breakage", "key", "what"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_an_error_is_found_where_it_is(breakage: Breakage, key: str, what: str, tmp_path: Path) -> None:
    pack = with_fact()
    breakage(pack)
    found = linted(pack, tmp_path)
    assert found.pack is None
    assert [m for m in found.errors if f"{key}: " in str(m) and what in str(m)], told(found)
    assert len(found.errors) <= 6, "one mistake is not told many times"


LONG = "It is told in words that any shop manager knows. "
WARNINGS: list[tuple[str, Breakage, str, str]] = [
    ("a denial without why", rule(1, "why"), "fact.rule.1.why", "does not say what that means"),
    ("a part that no rule reads", lambda p: p.practice("M1")["fact"]["rule"].pop(1), "fact.part.2.id", "No rule"),
    ("a fact without source", fact(sources=[]), "fact.sources", "cites no source"),
    ("a long question", fact(question="How many of these " + "words " * 25 + "are there?"), "fact.question", "25 are"),
    ("a long label", part(1, label="So many of them know it by now"), "fact.part.1.label", "6 are plenty"),
    ("a long why", rule(1, why="Few " * 21), "fact.rule.1.why", "20 are plenty"),
    ("a vague why", rule(1, why="They often say so."), "fact.rule.1.why", "'often' is vague"),
    ("jargon in a label", part(1, label="Of the backlog"), "fact.part.1.label", "jargon"),
    ("a hard fact question", fact(question="Which organisational communications exemplify multidimensional "
                                  "institutional responsibilities?"), "fact.question", "reads at grade"),
    ("a long large example", lambda p: p.practice("M1").update(example_large=LONG * 5), "example_large", "40 are"),
    ("a hard large example", lambda p: p.practice("M1").update(
        example_large="Organisational institutionalisation necessitates multidimensional communication."),
     "example_large", "reads at grade"),
    ("a debate of one sentence", lambda p: p.practice("M1").update(debate=LONG.strip()), "debate", "1 sentences"),
    ("a debate of three", lambda p: p.practice("M1").update(debate=(LONG * 3).strip()), "debate", "3 sentences"),
    ("a long debate", lambda p: p.practice("M1").update(debate=f"{'One says so ' * 12}. {'One not ' * 6}."),
     "debate", "45 are plenty"),
    ("a short vignette", vignette(text=LONG.strip()), "vignette opticians, text", "are needed to rate by"),
    ("a long vignette", vignette(text=(LONG * 15).strip()), "vignette opticians, text", "140 are plenty"),
    ("a long reason", rating(why=(LONG * 4).strip()), "rating.1.why", "35 are plenty"),
    ("a claim left over", lambda p: p.sources["claim"].append(dict(p.sources["claim"][0], id="000-99")),
     "claim 000-99, id", "Nothing cites it"),
]  # fmt: skip


@pytest.mark.parametrize(("breakage", "key", "what"), [row[1:] for row in WARNINGS], ids=[row[0] for row in WARNINGS])
def test_a_warning_is_given_where_it_belongs(breakage: Breakage, key: str, what: str, tmp_path: Path) -> None:
    pack = with_fact()
    breakage(pack)
    found = linted(pack, tmp_path)
    assert [m for m in found.warnings if f"{key}: " in str(m) and what in str(m)], told(found)
    assert [m for m in found.errors if "white space" not in str(m)] == []


def test_a_source_counts_as_cited_where_one_of_its_claims_is(tmp_path: Path) -> None:
    pack = with_fact()
    pack.sources["source"].append(dict(pack.sources["source"][0], id="NEW"))
    pack.sources["claim"].append(dict(pack.sources["claim"][0], id="NEW-1", source="NEW"))
    assert "source NEW, id: Nothing cites it" in told(linted(pack, tmp_path))
    pack.practice("M1")["sources"].append("NEW-1")
    assert linted(pack, tmp_path).messages == ()


def test_each_mistake_has_the_line_of_the_header_that_it_stands_under(tmp_path: Path) -> None:
    folder = with_fact().write(tmp_path / "authored")
    text = """[[practice]]
code = "M1"

[practice.fact]
question = "How many?"

[[practice.fact.part]]
id = "known"

[[practice.fact.part]]
id = "asked"
kind = "year"

[[practice.fact.rule]]
check = "eval"

[[practice]]
code = "M2"

[practice.fact]
question = 3
"""
    (folder / "mission.toml").write_text(text, encoding="utf-8")
    lines = text.splitlines()
    found = linted_lines(folder)
    assert found["fact.part.1.label"] == lines.index("[[practice.fact.part]]") + 1
    assert found["fact.part.2.kind"] == lines.index('id = "asked"')
    assert found["fact.rule.1.check"] == lines.index("[[practice.fact.rule]]") + 1
    assert found["fact.question"] == lines.index("question = 3")
    assert found["fact.part"] == lines.index("question = 3")


def linted_lines(folder: Path) -> dict[str, int]:
    found = lint(folder, PublishedPacks(folder))
    return {m.finding.key: m.spot.line for m in found.errors if m.spot.file == "mission.toml"}


def test_a_wrong_rule_hides_neither_the_other_rules_nor_the_rest(tmp_path: Path) -> None:
    pack = with_fact()
    for breakage in (rule(1, check="eval"), rule(2, "value"), rule(3, options=["board"]), part(1, label="<b>")):
        breakage(pack)
    pack.practice("M1")["anchors"][0] = "x" * 80
    found = linted(pack, tmp_path)
    for what in ("fact.rule.1.check", "fact.rule.2.value", "fact.rule.3.options", "fact.part.1.label", "anchors.1"):
        assert what in told(found)
    assert len(found.errors) == 5


def test_vignettes_may_be_left_out(tmp_path: Path) -> None:
    folder = with_fact().write(tmp_path / "authored")
    (folder / "vignettes.toml").unlink()
    found = lint(folder, PublishedPacks(tmp_path))
    assert found.messages == ()
    assert found.pack is not None
    assert found.pack.vignettes == ()


def test_a_published_file_is_held_to_the_same_rules(tmp_path: Path) -> None:
    pack = linted(with_fact(), tmp_path).pack
    assert pack is not None
    assert read_pack(published_bytes(pack), "file") == pack
    assert "the known ones are 'at-least'" in refused(pack, lambda raw: rules(raw)[0].update(check="eval"))
    assert "'share-at-least' needs it" in refused(pack, lambda raw: rules(raw)[0].update(value=None))
    assert "There is no part 'asked'" in refused(pack, lambda raw: rules(raw)[0].update(parts=["asked"]))


def rules(raw: dict[str, Any]) -> list[dict[str, Any]]:
    return raw["dimensions"][0]["practices"][0]["fact"]["rules"]


def refused(pack: Pack, change: Callable[[dict[str, Any]], object]) -> str:
    """Return what is said of a published file with a change, its digests worked out anew."""
    raw = json.loads(published_bytes(pack))
    change(raw)
    with suppress(ValueError):
        raw["scoring"] = scoring_digest(Pack.model_validate_json(json.dumps(raw)))
    raw["content"] = content_digest(raw)
    with pytest.raises(InputError) as caught:
        read_pack(json.dumps(raw).encode(), "file")
    return "\n".join(map(str, caught.value.problems))


VALUES = st.recursive(
    st.booleans() | st.integers(-9, 10**12) | st.text(max_size=9) | st.sampled_from(["known", "3/5", "M1"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "from", "x"]), inner, max_size=2)
    ),
    max_leaves=5,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), value=VALUES)
def test_any_value_anywhere_in_a_fact_is_words_or_a_pack(
    data: st.DataObject, value: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pack = with_fact()
    fact_ = pack.practice("M1")["fact"]
    tables = [fact_, *fact_["part"], *fact_["rule"], fact_["part"][2]["options"][0], pack.sources["claim"][0]]
    tables += [pack.vignettes["vignette"][0], pack.vignettes["vignette"][0]["rating"][0], pack.sources, pack.vignettes]
    for _number in range(data.draw(st.integers(1, 3))):
        table = data.draw(st.sampled_from(tables))
        table[data.draw(st.sampled_from(sorted(table)))] = value
    folder = pack.write(tmp_path_factory.mktemp("pack"))
    found = lint(folder, PublishedPacks(folder))
    assert (found.pack is None) == bool(found.errors)
