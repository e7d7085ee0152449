"""What a facilitator says by cx-core, whatever its wording: short, open, and without a hint at a level."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.authored import CX_CORE

from cxaudit.domain.digests import scoring_digest
from cxaudit.domain.questionnaire import Pack, Practice, Script
from cxaudit.storage.authoring.lint import lint
from cxaudit.storage.pack_rules.words import PRAISE, found_in, tokens
from cxaudit.storage.packs import PublishedPacks

PACK = lint(CX_CORE, PublishedPacks(CX_CORE / "none")).pack

MOST_WORDS = {"read_aloud": 30, "objection": 18, "answer": 30}
WHAT_CAN_BE_SEEN = {"what", "which", "who", "whose", "when", "where", "how", "at"}
"""How a probe begins ("at which meeting ...")."""

WINNING = {"but", "wrong", "actually", "obviously", "however"}
"""Words of somebody who wants to be right."""


@pytest.fixture
def pack() -> Pack:
    assert PACK is not None
    return PACK


def scripts(pack: Pack) -> Iterator[tuple[Practice, Script]]:
    for practice in pack.practices.values():
        assert practice.script is not None, practice.code
        yield practice, practice.script


def said(script: Script) -> tuple[str, ...]:
    return (script.read_aloud, *script.probes, script.objection, script.answer)


def test_every_practice_has_one(pack: Pack) -> None:
    assert len(list(scripts(pack))) == 26


def test_what_is_said_is_short(pack: Pack) -> None:
    for practice, script in scripts(pack):
        assert {k: len(getattr(script, k).split()) for k in MOST_WORDS if len(getattr(script, k).split())
                > MOST_WORDS[k]} == {}, practice.code  # fmt: skip
        assert max(len(probe.split()) for probe in script.probes) <= 20, practice.code


def test_probes_are_open_and_each_is_one_question(pack: Pack) -> None:
    for practice, script in scripts(pack):
        assert len(script.probes) == 2
        assert all(p.endswith("?") and p.count("?") == 1 for p in script.probes), practice.code
        assert {tokens(p)[0] for p in script.probes} <= WHAT_CAN_BE_SEEN, practice.code


def test_what_is_read_aloud_ends_with_a_question(pack: Pack) -> None:
    assert [p.code for p, script in scripts(pack) if not script.read_aloud.endswith("?")] == []


def test_nothing_is_said_twice(pack: Pack) -> None:
    texts = [text for _practice, script in scripts(pack) for text in said(script)]
    assert len(set(texts)) == len(texts)
    asked = {practice.question for practice in pack.practices.values()}
    assert asked.isdisjoint(texts), "the question is on the wall; a script says it in other words"


def test_nothing_praises_or_names_a_level(pack: Pack) -> None:
    names = {f"level {number}" for number in range(1, 6)} | {f"answer {number}" for number in range(1, 6)}
    for practice, script in scripts(pack):
        for text in said(script):
            assert found_in(text, PRAISE) == [], practice.code
            assert [name for name in names if name in text.lower()] == [], practice.code


def test_an_answer_does_not_want_to_win(pack: Pack) -> None:
    for practice, script in scripts(pack):
        assert WINNING & set(tokens(script.answer)) == set(), practice.code
        assert not script.objection.endswith("!"), practice.code


def test_fifteen_questions_fit_into_an_hour_with_a_beginning_and_an_end(pack: Pack) -> None:
    minutes = {practice.code: script.minutes for practice, script in scripts(pack)}
    assert {code for code, found in minutes.items() if not 3 <= found <= 6} == set()
    assert sum(minutes[p.code] for p in pack.asked("quick")) <= 50
    assert sum(minutes.values()) <= 90


def test_a_script_scores_nothing(pack: Pack) -> None:
    plain = [
        d.model_copy(update={"practices": tuple(p.model_copy(update={"script": None}) for p in d.practices)})
        for d in pack.dimensions
    ]
    silent = Pack.model_validate_json(pack.model_copy(update={"dimensions": tuple(plain)}).model_dump_json())
    assert scoring_digest(silent) == scoring_digest(pack) == pack.scoring
