"""The same numbers and sentences stand in every form of the report.

Each form's words are read back out of its file (`support.extracted`) and held against the report's own model. A form
that does not tell all of it says in `CLAIMS` what it tells.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from support.extracted import EXTRACT, squeezed
from support.reports import FULL_AUDIT, example

from cxaudit.app.reporting import ReportFormat, ReportOptions
from cxaudit.domain.report_choices import EditedText, ReportChoices
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.report import ReportView, report_view
from cxaudit.report.writer import build_report

EXAMPLES = ("nordlys-quick.toml", FULL_AUDIT, "nordlys-workshop.toml")
WHOLE = ReportOptions()

CLAIMS: dict[str, Callable[[ReportView], list[str]]] = {
    "finding": lambda view: [view.summary.title],
    "numbers": lambda view: [number.value for number in view.summary.numbers],
    "profile": lambda view: [value for row in view.profile.rows for value in row[:2]],
    "flags": lambda view: [flag.title for flag in view.profile.flags],
    "moves": lambda view: [move.title for move in view.summary.moves],
    "gaps": lambda view: [point.title for point in view.summary.gaps],
    "actions": lambda view: [line.title for line in view.priorities.lines],
    "practices": lambda view: [line.title for part in view.answers.parts for line in part.lines],
    "chosen": lambda view: [line.answer for part in view.answers.parts for line in part.lines],
}
ALL = frozenset(CLAIMS)
TOLD: dict[ReportFormat, frozenset[str]] = {
    "pdf": ALL,
    "docx": ALL,
    "html": ALL,
    "pptx": ALL,
    "xlsx": frozenset({"finding", "profile", "actions", "practices", "chosen"}),
    "csv": frozenset({"practices", "chosen"}),
    "json": frozenset({"finding", "numbers", "moves", "actions"}),
}
"""What each form tells of `CLAIMS`."""

NOT_SAID = frozenset(
    {
        "ActionLink.key",
        "AnswersPart.key",
        "Bar.dimension",
        "Beside.role",
        "DimensionFinding.key",
        "FlagView.cause",
        "FlagView.check",
        "FlagView.dimension",
        "FlagView.effect",
        "FlagView.id",
        "MoveView.dimension",
        "MoveView.key",
        "Note.role",
        "PriorityLine.horizon",
        "PriorityLine.key",
        "ReceiptSheet.key",
        "RoadmapLane.horizon",
        "SettleView.practice",
        "Spot.horizon",
        "SummaryView.lead_at",
        "SummaryView.no_gaps",
        "SummaryView.no_strengths",
        "SummaryView.radar_order",
    }
)
"""What pages hold for their links and looks, what the window says of a flag, and what is said of an empty list."""

OTHERWISE_SAID = frozenset(
    {"EvidencePage.count_heads", "EvidencePage.key", "GapLine.cells", "MapLine.cells", "ProfilePage.key"}
)
"""Counts that stand as text in a table with heads, keys told mark by mark, and heads that only many answers have."""


@cache
def words(name: str, form: ReportFormat) -> str:
    return squeezed(EXTRACT[form](build_report(*example(name), WHOLE, form).content))


def view_of(name: str) -> ReportView:
    audit, pack = example(name)
    return report_view(pack, audit, WHOLE)


def said(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every text of a page with the field it stands in; a chart says its description."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Drawing):
        yield where, value.description
    elif isinstance(value, tuple):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            yield from said(item, where)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from said(getattr(value, field.name), f"{type(value).__name__}.{field.name}")


def pages(view: ReportView) -> Iterator[tuple[str, str]]:
    for section in view.sections:
        yield from said(getattr(view, "guide" if section.id == "contents" else section.id), section.id)


def lacking(claim: str, view: ReportView, text: str) -> list[str]:
    """What a form does not say of a claim."""
    return [told for told in CLAIMS[claim](view) if squeezed(told) not in text]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("form", TOLD)
def test_what_matters_stands_in_every_form(form: ReportFormat, name: str) -> None:
    text = words(name, form)
    assert {claim: lacking(claim, view_of(name), text) for claim in TOLD[form]} == {claim: [] for claim in TOLD[form]}


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("form", ["docx", "html"])
def test_every_text_of_the_report_stands_in_flowing_forms(form: ReportFormat, name: str) -> None:
    text = words(name, form)
    silent = NOT_SAID | OTHERWISE_SAID
    missing = [
        (where, told) for where, told in pages(view_of(name)) if where not in silent and squeezed(told) not in text
    ]
    assert not missing


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_a_persons_words_stand_in_every_form(form: ReportFormat) -> None:
    audit, pack = example()
    edits = {
        "summary.lead": EditedText(text="In our words: start with pay."),
        "profile.comment": EditedText(text="We saw this in all depots."),
    }
    edited = audit.model_copy(update={"report": ReportChoices(texts=edits)})
    text = squeezed(EXTRACT[form](build_report(edited, pack, WHOLE, form).content))
    for edit in edits.values():
        assert squeezed(edit.text) in text


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_sections_come_in_the_order_that_was_chosen(form: ReportFormat) -> None:
    audit, pack = example()
    options = ReportOptions(sections=("roadmap", "profile"))
    view = report_view(pack, audit, options)
    text = squeezed(EXTRACT[form](build_report(audit, pack, options, form).content))
    assert text.rindex(squeezed(view.roadmap.title)) < text.rindex(squeezed(view.profile.title))
    assert squeezed(view.shortfalls.title) not in text


def test_a_changed_number_and_a_lost_sentence_are_found() -> None:
    view, text = view_of(FULL_AUDIT), words(FULL_AUDIT, "html")
    index, move = view.summary.numbers[1].value, squeezed(view.summary.moves[0].title)
    assert lacking("numbers", view, text.replace(index, "9.9")) == [index]
    assert lacking("moves", view, text.replace(move, move[1:])) == [view.summary.moves[0].title]
