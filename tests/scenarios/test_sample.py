"""The sample that the program shows: a full audit in which everything worth exploring is there to be found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from support.authored import CX_CORE

from cxaudit import assets
from cxaudit.app.answers_file import read_answers
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.plan import make_plan
from cxaudit.domain.proof import Proof, proofs
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scorecard import Scorecard
from cxaudit.domain.scoring import score
from cxaudit.storage.authoring.lint import lint
from cxaudit.storage.authoring.publish import publish
from cxaudit.storage.packs import PublishedPacks


@dataclass(frozen=True)
class Sample:
    """The sample, read and scored; `proofs` by short code."""

    pack: Pack
    assessment: Assessment
    scorecard: Scorecard
    proofs: dict[str, Proof]


def read(name: str, packs: PublishedPacks) -> tuple[Pack, Assessment]:
    path = assets.examples() / name
    found = read_answers(path.read_bytes(), "toml", path.name, packs)
    assert found.warnings == ()
    return found.pack, found.assessment


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> PublishedPacks:
    authored = lint(CX_CORE, PublishedPacks(CX_CORE / "none")).pack
    assert authored is not None
    folder: Path = tmp_path_factory.mktemp("published")
    publish(authored, folder)
    return PublishedPacks(folder)


@pytest.fixture(scope="module")
def sample(packs: PublishedPacks) -> Sample:
    pack, assessment = read("nordlys-full.toml", packs)
    scorecard = score(pack, assessment)
    shown = proofs(pack, assessment, scorecard)
    return Sample(pack, assessment, scorecard, {pack.practices[i].code: proof for i, proof in shown.items()})


def codes(sample: Sample, answers: dict[str, Answer]) -> set[str]:
    return {sample.pack.practices[i].code for i in answers}


def test_all_26_practices_are_answered_and_none_is_left_open(sample: Sample) -> None:
    assert codes(sample, sample.assessment.answers) == set(sample.pack.by_code)
    assert all(answer.answered for answer in sample.assessment.answers.values())


def test_it_continues_the_five_minutes(sample: Sample) -> None:
    quick_packs = PublishedPacks(assets.questionnaires() / "published")
    quick = read("nordlys-quick.toml", quick_packs)[1]
    for practice, before in quick.answers.items():
        now = sample.assessment.answer(practice)
        assert (now.level, now.dont_know) == (before.level, before.dont_know), practice
        assert before.evidence in ("", now.evidence), practice
        assert before.note.split(".")[0] in now.note, practice
    carried = {i: answer for i, answer in sample.assessment.answers.items() if answer.quick}
    assert codes(sample, carried) == {"M4", "E1", "J2", "J4"}


def test_its_states_are_mixed(sample: Sample) -> None:
    answers = sample.assessment.answers
    assert {a.level for a in answers.values() if a.level} == {1, 2, 3, 4, 5}
    assert codes(sample, {i: a for i, a in answers.items() if a.dont_know}) == {"S2", "E1", "J5"}
    assert codes(sample, {i: a for i, a in answers.items() if a.not_applicable}) == {"J3"}
    assert codes(sample, {i: a for i, a in answers.items() if a.mark}) == {"J5"}


def test_evidence_of_every_kind_and_facts_stand_beside_the_answers(sample: Sample) -> None:
    answers = sample.assessment.answers.values()
    assert {a.evidence_kind for a in answers if a.evidence} == {"document", "record", "figures", "seen", "told"}
    assert all(a.evidence_date and a.evidence_kind for a in answers if a.evidence)
    assert sum(bool(a.facts) for a in answers) >= 12


def test_a_fact_lifts_one_claim_and_speaks_against_another(sample: Sample) -> None:
    assert {c for c, proof in sample.proofs.items() if proof.by_fact} == {"E3"}
    assert {c for c, proof in sample.proofs.items() if proof.claimed} == {"S4"}
    assert {c for c, proof in sample.proofs.items() if proof.contradicted} == {"S4"}


def test_one_piece_of_evidence_is_stale(sample: Sample) -> None:
    assert {c: proof.age_months for c, proof in sample.proofs.items() if proof.stale} == {"H5": 19}


def test_two_red_flags_fire_and_one_of_them_holds_the_score(sample: Sample) -> None:
    found = [f for d in sample.scorecard.dimensions.values() for f in d.flags if f.shown]
    assert {f.id for f in found} == {"front-line-pay", "noise-celebrated"}
    hygiene = sample.scorecard.dimensions["metric-hygiene"]
    assert hygiene.raw is not None
    assert hygiene.index is not None
    assert hygiene.index < hygiene.raw


def test_the_guess_was_one_level_higher(sample: Sample) -> None:
    assert sample.assessment.prediction == 3
    assert sample.scorecard.overall.level == 2


def test_the_plan_was_worked_on(sample: Sample) -> None:
    plan = make_plan(sample.pack, sample.assessment, sample.scorecard)
    status = {item.action: item.status for item in plan.items}
    assert sample.assessment.actions.keys() <= status.keys()
    assert sorted(status[a] for a in sample.assessment.actions) == ["accepted", "done", *["open"] * 5]
    assert all(s.owner and s.due for s in sample.assessment.actions.values() if s.status != "accepted")
