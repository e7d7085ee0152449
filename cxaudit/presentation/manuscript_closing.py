"""Flowing content of what comes last: the method, and the appendices."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.i18n import _
from cxaudit.presentation.manuscript_parts import (
    Facts,
    Heading,
    Piece,
    Points,
    Row,
    Table,
    cell,
    labelled,
    note,
    paragraph,
    strong,
    told,
)
from cxaudit.presentation.report_answers import AnswerLine, AnswersPage, ShortfallLine, ShortfallsPage
from cxaudit.presentation.report_method import MethodPage, SourcesPage
from cxaudit.presentation.report_receipts import ReceiptPart, ReceiptSheet, ReceiptsPage, ReceiptSum


def method(view: MethodPage) -> Iterator[Piece]:
    """Yield the method, and the facts about this audit."""
    for passage in (*view.passages, *view.answered):
        yield Heading(passage.title)
        yield from (paragraph(text) for text in passage.paragraphs)
    yield Heading(_("About this audit"))
    yield Facts(view.facts)


def sources(view: SourcesPage) -> Iterator[Piece]:
    """Yield the sources."""
    if view.empty:
        yield paragraph(view.empty)
        return
    yield Points(tuple(paragraph(line.text) for line in view.lines), tuple(line.tag for line in view.lines))


def shortfalls(view: ShortfallsPage) -> Iterator[Piece]:
    """Yield every answer under its target."""
    if view.empty:
        yield paragraph(view.empty)
        return
    lines = tuple(_shortfall(line) for line in view.lines)
    yield Table(_("Every answer under its target"), view.heads, lines, (112, 92, 130, 130), numbered=True)


def _shortfall(line: ShortfallLine) -> Row:
    name = cell(strong(line.title), note(line.dimension))
    return Row((name, cell(line.strip), cell(line.now), cell(line.target, note(line.share))))


def answers(view: AnswersPage) -> Iterator[Piece]:
    """Yield every question with what was answered, one table a dimension."""
    for part in view.parts:
        yield Heading(part.title, key=part.key)
        caption = _("Answers: {dimension}").format(dimension=part.title)
        yield Table(caption, view.heads, tuple(_answer(line) for line in part.lines), (36, 360, 74))
    yield from told(view.outside)


def _answer(line: AnswerLine) -> Row:
    written = tuple(labelled(f"{label}:", text, "note") for label, text in (*line.ended, *line.written))
    rounds = (line.rounds,) if line.rounds else ()
    what = cell(strong(f"{line.title}: {line.question}"), line.answer, *rounds, *written)
    return Row((cell(strong(line.code)), what, cell(strong(line.level))))


def receipts(view: ReceiptsPage) -> Iterator[Piece]:
    """Yield how each number came about."""
    yield paragraph(view.lead, "lead")
    for sheet in view.sheets:
        yield Heading(sheet.title, key=sheet.key)
        yield from told(sheet.summary)
        for step in sheet.steps:
            yield Heading(step.title, level=3)
            yield from (_receipt_part(part, sheet) for part in step.parts)


def _receipt_part(part: ReceiptPart, sheet: ReceiptSheet) -> Piece:
    if isinstance(part, str):
        return paragraph(part)
    if isinstance(part, ReceiptSum):
        return labelled(f"{part.what}:", f"{part.way}{part.shown}")
    rows = tuple(Row((cell(strong(row[0])), *(cell(text) for text in row[1:]))) for row in part.rows)
    texts = (185, 90) if part.remarks else (185,)
    return Table(sheet.title, part.heads, rows, (*texts, *(50 for _head in part.heads[len(texts) :])))
