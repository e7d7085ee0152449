"""The receipt holds every input and number, in a fixed order and form."""

from __future__ import annotations

import json
from typing import Any

from support.builders import NOT_NOW, action, answer, assess, fact, fact_rule, flag, number, pack, practice

from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.fact_check import FactValue, NumberValue
from cxaudit.domain.questionnaire import LevelName, Pack
from cxaudit.domain.receipt import receipt, receipt_text

ASKED = pack(
    [
        practice("b.p1", "B1"),
        practice("b.p2", "B2", may_not_apply=True),
        practice("a.p1", "A1"),
        practice("a.p2", "A2", quick=False),
    ],
    [flag("red", 2, {"b.p1": 2})],
    [
        action("do-b1", "b.p1", 1, 5, "M"),
        action("do-b2", "b.p2", 1, 5),
        action("do-a1", "a.p1", 1, 5, "L", ["do-a2", "do-b2"]),
        action("do-a2", "a.p2", 1, 5),
    ],
)


def assessed(asked: Pack = ASKED) -> Assessment:
    found = assess(
        asked,
        {
            "A2": 5,
            "A1": answer([1, 2, 2, "dk", "-"], "minutes"),
            "B2": Answer(not_applicable="none here"),
            "B1": Answer(level=2, note="seen"),
        },
        targets={"A1": 5, "b": 3},
        actions={"do-a1": NOT_NOW, "gone": ActionState(owner="Kim"), "do-b1": ActionState(due="2027-01-31")},
        mode="quick",
    )
    return found.model_copy(update={"organisation": "Nordlys", "date": "2026-11-20"})


def said(assessment: Assessment | None = None) -> dict[str, Any]:
    return dict(receipt(ASKED, assessment or assessed(), "1.2"))


def test_names_the_engine_the_pack_and_every_input() -> None:
    found = said()
    assert found["engine"] == "1.2"
    assert found["pack"] == {"id": "test-pack", "version": "1.0.0", "content": "0" * 64, "scoring": "0" * 64}
    assert (found["mode"], found["organisation"], found["date"]) == ("quick", "Nordlys", "2026-11-20")
    assert found["targets"] == {"b": 3, "a": 4, "A1": 5}
    assert found["answers"] == {
        "B1": {"level": 2, "note": "seen"},
        "B2": {"not_applicable": "none here"},
        "A1": {"votes": [1, 2, 2, "dk", "-"], "evidence": "minutes"},
        "A2": {"level": 5, "evidence": "on file"},
    }
    assert list(found["answers"]) == ["B1", "B2", "A1", "A2"]
    assert list(found["actions"]) == ["do-b1", "do-a1", "gone"]
    assert found["actions"]["do-a1"] == {"status": "accepted", "reason": "not now", "owner": "", "due": None}


def test_practices_of_the_mode_by_code() -> None:
    found = said()["practices"]
    assert list(found) == ["B1", "B2", "A1"]
    fields = ("point", "low", "high", "claimed", "ad", "agreement", "split")
    assert [found["A1"][f] for f in fields] == [2, 1, 2, False, "1/3", "5/6", False]
    assert [found["B1"][f] for f in fields] == [2, 2, 2, False, None, None, False]
    assert [found["B2"][f] for f in ("applicable", *fields)] == [False, None, None, None, False, None, None, False]


def test_dimensions_and_the_whole() -> None:
    found = said()
    assert list(found["dimensions"]) == ["b", "a"]
    first = found["dimensions"]["b"]
    assert first["status"] == "complete"
    assert [first[f] for f in ("coverage", "raw", "raw_low", "raw_high", "index", "low", "high")] == ["1"] + ["2"] * 6
    assert [first[f] for f in ("cap", "level", "level_low", "level_high")] == [2, 2, 2, 2]
    assert first["flags"] == [{"id": "red", "cap": 2, "at": ["low", "index", "high"]}]
    assert first["shares"] == {"1": "1", "2": "1", "3": "0", "4": "0", "5": "0"}
    assert first["blocked_by"] == ["B1"]
    second = found["dimensions"]["a"]
    assert [second[f] for f in ("raw_low", "low", "level_low")] == ["1", "1", 1]
    overall = found["overall"]
    assert [overall[f] for f in ("index", "low", "high", "level", "level_low", "level_high")] == [
        "2", "3/2", "2", 2, 1, 2,
    ]  # fmt: skip
    assert overall["sensitivity"] == "0"


def test_gap_and_plan() -> None:
    found = said()
    gap = found["gap"]
    assert [gap[f] for f in ("total", "low", "high", "attainment")] == ["2", "2", "5/2", "1/3"]
    assert gap["practices"]["A1"] == {"target": 5, "weight": "1/2", "gap": "3", "low": "3", "high": "4"}
    assert list(gap["practices"]) == ["B1", "A1"]
    assert gap["largest"] == ["A1", "B1"]
    first, second = found["plan"]
    assert first == {
        "action": "do-b1", "practice": "B1", "status": "open", "tier": 1, "horizon": "now", "rank": 1, "rank_low": 1,
        "rank_high": 1, "benefit": "1/2", "effort": 3, "ratio": "1/6", "enabler": False, "start": 2, "end": 3,
        "needs": [], "not_asked": [], "clears": ["red"], "bundle": ["do-b1"],
    }  # fmt: skip
    assert (second["action"], second["status"], second["benefit"]) == ("do-a1", "accepted", "3/2")
    assert second["not_asked"] == ["do-a2", "do-b2"]
    assert [second[f] for f in ("tier", "horizon", "rank", "rank_low", "rank_high", "ratio")] == [None] * 6
    assert found["settle_first"] == ["A1"]


def test_nothing_known_is_null() -> None:
    found = said(assess(ASKED, {}))
    assert found["date"] is None
    assert found["dimensions"]["a"]["shares"] is None
    assert found["dimensions"]["a"]["index"] is None
    assert found["overall"]["index"] is None
    assert found["overall"]["shares"] is None
    assert found["gap"]["attainment"] is None
    assert found["gap"]["practices"]["A1"]["gap"] is None
    assert found["plan"] == []


def test_text_is_ascii_json_with_one_line_end() -> None:
    named = assessed().model_copy(update={"organisation": "Ørsted"})
    text = receipt_text(ASKED, named, "1.2")
    assert text.isascii()
    assert text.endswith("}\n")
    assert json.loads(text) == receipt(ASKED, named, "1.2")


def test_an_answer_to_something_the_pack_lacks_keeps_its_id() -> None:
    stray = assessed()
    stray = stray.model_copy(update={"answers": {**stray.answers, "old.practice": Answer(level=1)}})
    assert list(said(stray)["answers"]) == ["B1", "B2", "A1", "A2", "old.practice"]


CHECKED = practice("a.p1", "A1").model_copy(
    update={
        "fact": fact(
            [number("n"), number("m")],
            [fact_rule("at-least", ["n"], 2, 4, "10"), fact_rule("fell", ["n", "m"], 5, 5)],
        )
    }
)
YEARLY = tuple(LevelName(name=str(k), meaning="so", max_age_months=12) for k in range(1, 6))


def test_facts_and_dated_evidence_are_told_where_there_are_any() -> None:
    asked = pack([CHECKED, practice("a.p2", "A2"), practice("a.p3", "A3")]).model_copy(update={"levels": YEARLY})
    facts: dict[str, FactValue] = {"m": NumberValue(number="12"), "n": NumberValue(number="11")}
    dated = Answer(level=3, evidence="minutes", evidence_kind="record", evidence_date="2025-10-20")
    assessment = assess(asked, {"A1": Answer(level=5, facts=facts), "A2": dated, "A3": Answer(level=1, evidence="x")})
    assessment = assessment.model_copy(update={"date": "2026-11-20", "prediction": 4})
    found: dict[str, Any] = dict(receipt(asked, assessment, "1"))
    assert found["prediction"] == 4
    assert list(found["answers"]["A1"]["facts"].items()) == [
        ("n", {"kind": "number", "number": "11"}),
        ("m", {"kind": "number", "number": "12"}),
    ]
    assert found["answers"]["A2"]["evidence_kind"] == "record"
    first, second, third = (found["practices"][code] for code in ("A1", "A2", "A3"))
    assert first["facts_show"] == 4
    assert first["findings"] == [{"rule": 1, "check": "fell", "verdict": "contradicts"}]
    assert (first["low"], first["claimed"]) == (4, True)
    assert (second["evidence_months"], second["stale"]) == (13, True)
    told = {"facts_show", "findings", "evidence_months", "stale"}
    assert told.isdisjoint(third)
    assert told & set(second) == {"evidence_months", "stale"}
    assert told & set(first) == {"facts_show", "findings"}


def test_facts_of_a_practice_that_asks_for_none_are_kept_by_name() -> None:
    stray = Answer(level=2, facts={"b": NumberValue(number="1"), "a": NumberValue(number="2")})
    found = said(assess(ASKED, {"A1": stray}))
    assert list(found["answers"]["A1"]["facts"]) == ["a", "b"]
    assert "facts_show" not in found["practices"]["A1"]
    assert "prediction" not in found
