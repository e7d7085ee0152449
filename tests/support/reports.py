"""Assessments, packs and files for the tests of the report."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pypdf

from cxaudit import assets
from cxaudit.app.reporting import ReportOptions
from cxaudit.bootstrap import load_example
from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.fact_check import Fact, FactPart, FactRule, Option
from cxaudit.domain.fields import Mode
from cxaudit.domain.questionnaire import Claim, Pack
from cxaudit.domain.workshop import Vote
from cxaudit.report.pdf.document import ALL, build_pdf
from cxaudit.storage.packs import PublishedPacks

LONG = "Every word of this goes on and on, as some people write when nobody stops them. "


FULL_AUDIT = "nordlys-full.toml"


@cache
def example(name: str = "nordlys-quick.toml") -> tuple[Assessment, Pack]:
    """One of the examples: the five-minute audit, or `FULL_AUDIT`."""
    return load_example(PublishedPacks(assets.questionnaires() / "published"), name)


def pack() -> Pack:
    """The pack of the five-minute example."""
    return example()[1]


FACT = Fact(
    question="What was decided, by whom, and when?",
    parts=(
        FactPart(id="words", label="In a sentence", kind="text"),
        FactPart(id="day", label="Newest decision", kind="date"),
        FactPart(id="share", label="Explained it", kind="count", unit="people", total=5),
        FactPart(id="which", label="Who", kind="choice", options=(Option(id="one", label="One team"),)),
    ),
    rules=(
        FactRule(check="within-days", parts=("day",), start=4, end=4, value="365", why="Level 4 looks at a year."),
        FactRule(check="share-at-least", parts=("share",), start=3, end=5, value="3/5", least=5, supports=False),
        FactRule(check="words-at-least", parts=("words",), start=3, end=3, value="2"),
    ),
    sources=("000-1",),
)
"""A fact-check with a value of nearly every kind."""


@cache
def checked_pack() -> Pack:
    """The published pack with a fact-check on every practice, evidence that grows old, and a claim that is cited."""
    found = pack()
    dimensions = tuple(
        d.model_copy(update={"practices": tuple(p.model_copy(update={"fact": FACT}) for p in d.practices)})
        for d in found.dimensions
    )
    ages = {4: 12, 5: 24}
    levels = tuple(n.model_copy(update={"max_age_months": ages.get(k)}) for k, n in enumerate(found.levels, 1))
    claim = Claim(id="000-1", source=found.sources[0].id, text="A decision is known by its date.")
    copied = found.model_copy(update={"dimensions": dimensions, "levels": levels, "claims": (claim,)})
    return Pack.model_validate_json(copied.model_dump_json())


def blank(mode: Mode = "quick", organisation: str = "Acme", **more: Any) -> Assessment:
    found = pack()
    return Assessment(
        id="a",
        pack=found.id,
        version=found.version,
        content=found.content,
        mode=mode,
        organisation=organisation,
        **more,
    )


def answered(answer: Answer, mode: Mode = "quick", organisation: str = "Acme", **more: Any) -> Assessment:
    """The same answer to every question."""
    answers = {practice.id: answer for practice in pack().asked(mode)}
    return blank(mode, organisation, answers=answers, **more)


def workshop() -> Assessment:
    """Several votes: agreement, a split room, an agreed level, don't-knows, and a practice out of scope."""
    asked = pack().asked("quick")
    votes: list[tuple[Vote, ...]] = [
        (4, 4, 4, 5),
        (1, 1, 5, 5),
        (5, 1, 5, 1, 3),
        (2, "dk", 3),
        ("na", 3, 3, 3),
        ("dk", "dk", "-"),
    ]
    answers = {p.id: Answer(votes=votes[i % len(votes)], note="Heard in the room.") for i, p in enumerate(asked)}
    answers[asked[2].id] = Answer(votes=(1, 1, 5, 5), agreed=3, evidence="Minutes of the meeting")
    scope = next(p for p in asked if p.may_not_apply)
    answers[scope.id] = Answer(not_applicable="We have no such thing.")
    return blank(answers=answers)


def _text(length: int) -> str:
    return (LONG * (length // len(LONG) + 1))[: length - 1].rstrip() + "."


def longest_pack() -> Pack:
    """The published pack with every text as long as the schema allows."""
    short, text, found = _text(200), _text(2000), pack()
    dimensions = tuple(
        d.model_copy(
            update={
                "title": short,
                "about": text,
                "practices": tuple(
                    p.model_copy(
                        update={"title": short, "question": text, "anchors": (short,) * 5, "sources": (short,) * 3}
                    )
                    for p in d.practices
                ),
            }
        )
        for d in found.dimensions
    )
    flags = tuple(
        f.model_copy(update={"title": short, "why": text, "check": text, "effect": text, "cleared_when": text})
        for f in found.flags
    )
    actions = tuple(
        a.model_copy(update={"title": short, "why": text, "first_step": text, "done_when": text}) for a in found.actions
    )
    levels = tuple(n.model_copy(update={"name": short, "meaning": text, "shown_by": text}) for n in found.levels)
    owners = dict.fromkeys(found.owners, short)
    sources = tuple(s.model_copy(update={"author": short, "title": text, "where": text}) for s in found.sources)
    update = {"title": short, "dimensions": dimensions, "flags": flags, "actions": actions, "levels": levels}
    copied = found.model_copy(update={**update, "owners": owners, "sources": sources, "licence": short})
    return Pack.model_validate_json(copied.model_dump_json())  # what was computed from the old texts stays behind


def longest() -> Assessment:
    """Every answer at level 1, so that flags fire and all is to do, with long texts everywhere."""
    owners = {a.id: ActionState(owner=_text(500), due="2027-01-31") for a in pack().actions}
    first = pack().actions[0].id
    owners[first] = ActionState(status="accepted", reason=_text(20_000))
    return answered(
        Answer(level=1, evidence=_text(3000), note=_text(3000)),
        organisation=_text(500),
        date="2026-11-20",
        actions=owners,
    )


def built(assessment: Assessment, options: ReportOptions = ALL, *, tagged: bool = True) -> bytes:
    return build_pdf(assessment, pack(), options, tagged=tagged)[0]


def pages(pdf: bytes) -> list[str]:
    """The text of each page, lines joined by single spaces."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def noted_everywhere(note: str) -> Assessment:
    return answered(Answer(level=3, evidence=note, note=note))
