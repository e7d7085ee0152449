"""A copy for the client holds what may go and nothing else, and scores as the original does."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from support.packs_at_random import random_assessment, random_pack
from support.private import EVIDENCE, NAMES, NEVER, NOTES, PUBLIC, WORDS, private_audit

from cxaudit import assets
from cxaudit.app.redaction import PRIVATE, redacted
from cxaudit.app.reporting import PrivateField
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.fact_check import TextValue
from cxaudit.domain.plan import make_plan
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scoring import score
from cxaudit.domain.workshop import GroupVotes, Round
from cxaudit.storage.packs import PublishedPacks

MARKS: dict[PrivateField, tuple[str, ...]] = {"notes": NOTES, "words": WORDS, "names": NAMES, "evidence": EVIDENCE}


@pytest.fixture(scope="module")
def core() -> Pack:
    return PublishedPacks(assets.questionnaires() / "published").newest()


def _records(value: object) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _records(getattr(value, name))
    elif isinstance(value, dict):
        for found in value.values():
            yield from _records(found)
    elif isinstance(value, tuple):
        for found in value:
            yield from _records(found)


def test_every_field_of_every_record_says_something_in_the_audit_searched(core: Pack) -> None:
    """A field that is added has to be put into `support.private`, and so is searched for in every copy."""
    told: dict[type[BaseModel], set[str]] = {}
    for record in _records(private_audit(core)):
        fields = type(record).model_fields
        said = {
            name
            for name, field in fields.items()
            if getattr(record, name) != field.get_default(call_default_factory=True)
        }
        told.setdefault(type(record), set()).update(said)
    assert {
        kind.__name__: set(kind.model_fields) - said for kind, said in told.items() if set(kind.model_fields) - said
    } == {"TextValue": {"kind"}}


def test_nothing_private_is_in_a_copy(core: Pack) -> None:
    text = redacted(private_audit(core)).model_dump_json()
    assert [mark for marks in (*MARKS.values(), NEVER) for mark in marks if mark in text] == []
    assert [mark for mark in PUBLIC if mark not in text and mark not in {"Zebraleaders", "Zebrafront"}] == []
    assert "777777" not in text
    assert redacted(private_audit(core)).prediction is None


@pytest.mark.parametrize("kind", list(MARKS))
def test_what_is_ticked_stays_in_and_nothing_else(core: Pack, kind: PrivateField) -> None:
    ticked: set[PrivateField] = {"names", "words"} if kind == "names" else {kind}  # items are the room's words
    text = redacted(private_audit(core), ticked).model_dump_json()
    assert [mark for mark in MARKS[kind] if mark not in text] == []
    assert [mark for other in MARKS if other not in ticked for mark in MARKS[other] if mark in text] == []
    assert [mark for mark in NEVER if mark in text] == []


def test_all_ticked_leaves_out_what_goes_to_nobody(core: Pack) -> None:
    whole, copy = private_audit(core), redacted(private_audit(core), PRIVATE)
    text = copy.model_dump_json()
    assert [mark for marks in MARKS.values() for mark in marks if mark not in text] == []
    assert [mark for mark in NEVER if mark in text] == []
    practice = next(iter(core.practices))
    assert copy.answer(practice).rounds == whole.answer(practice).rounds
    assert copy.prediction == whole.prediction


def test_votes_are_in_no_order_and_small_groups_are_one(core: Pack) -> None:
    practice = next(iter(core.practices))
    answer = redacted(private_audit(core)).answer(practice)
    assert answer.votes == (1, 1, 2, 2, 3, 4, 4, 5, 5)
    (last,) = answer.rounds
    assert [group.group for group in last.groups] == [""]


def test_groups_of_five_or_more_stay_apart(core: Pack) -> None:
    practice = next(iter(core.practices))
    groups = (GroupVotes(group="a", votes=(1, 1, 2, 2, 3)), GroupVotes(group="b", votes=(1, 2, 3, 3, 4)))
    votes = Round(method="cards", groups=groups)
    voted = private_audit(core).model_copy(
        update={"answers": {practice: Answer(votes=votes.votes, rounds=(votes, votes))}}
    )
    assert redacted(voted).answer(practice).rounds == (votes,)


@pytest.mark.parametrize("kept", [(), PRIVATE])
def test_what_nobody_has_seen_yet_is_in_no_copy(core: Pack, kept: tuple[PrivateField, ...]) -> None:
    practice = next(iter(core.practices))
    votes = Round(method="files", groups=(GroupVotes(votes=(1, 5)),))
    waiting = private_audit(core).model_copy(update={"answers": {practice: Answer(rounds=(votes,))}})
    assert redacted(waiting, kept).answer(practice).rounds == ()


def test_a_copy_tells_no_order_in_which_anything_was_written(core: Pack) -> None:
    audit = private_audit(core)
    turned = audit.model_copy(
        update={
            "answers": dict(reversed(audit.answers.items())),
            "actions": dict(reversed(audit.actions.items())),
            "targets": dict(reversed(audit.targets.items())),
        }
    )
    assert redacted(turned).model_dump_json() == redacted(audit).model_dump_json()


def test_an_audit_without_workshop_and_choices_has_none_in_its_copy(core: Pack) -> None:
    plain = Assessment(id="x", pack=core.id, version=core.version, content=core.content)
    assert redacted(plain) == plain


def _written(r: Random, assessment: Assessment) -> Assessment:
    """The same audit with texts of every kind, blanks among them."""
    texts = ("", " ", "Folder 7", "a few more words than that")
    answers = {
        name: answer.model_copy(update={"evidence": r.choice(texts), "note": r.choice(texts)})
        for name, answer in assessment.answers.items()
    }
    return assessment.model_copy(update={"answers": answers})


@given(st.randoms(use_true_random=False))
def test_a_copy_scores_and_plans_as_the_original_does(r: Random) -> None:
    pack = random_pack(r)
    audit = _written(r, random_assessment(r, pack))
    copy = redacted(audit)
    card = score(pack, audit)
    assert score(pack, copy) == card
    assert make_plan(pack, copy, card) == make_plan(pack, audit, card)


def test_an_empty_place_of_evidence_would_change_the_score(core: Pack) -> None:
    """The variant that blanks a private text instead of marking its place is found."""
    practice = next(iter(core.practices))
    audit = Assessment(
        id="x",
        pack=core.id,
        version=core.version,
        content=core.content,
        answers={practice: Answer(level=5, evidence="Folder 7", facts={"words": TextValue(text="  ")})},
    )
    blanked = audit.model_copy(
        update={"answers": {practice: audit.answer(practice).model_copy(update={"evidence": ""})}}
    )
    assert score(core, blanked) != score(core, audit)
    assert score(core, redacted(audit)) == score(core, audit)
