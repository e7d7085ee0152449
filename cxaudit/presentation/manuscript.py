"""The report as flowing content: what Word and the web page are written from, in the order of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cxaudit.presentation import manuscript_closing as closing
from cxaudit.presentation import manuscript_findings as found
from cxaudit.presentation import manuscript_opening as opening
from cxaudit.presentation import manuscript_plan as plan
from cxaudit.presentation import manuscript_room as room
from cxaudit.presentation.manuscript_parts import Heading, Paragraph, Piece, Table, paragraph
from cxaudit.presentation.report import ReportView
from cxaudit.presentation.report_summary import CoverView


@dataclass(frozen=True, slots=True)
class Chapter:
    """One section: its id, which links lead to, its name, its finding as a sentence, and what stands in it."""

    id: str
    name: str
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The whole report; see `ReportView` for what has the same name there."""

    title: str
    language: str
    date: str | None
    header: str
    footer: str
    imprint: str
    watermark: str
    cover: CoverView
    chapters: tuple[Chapter, ...]

    def keys(self) -> frozenset[str]:
        """Return what links can lead to."""
        return frozenset(key for chapter in self.chapters for key in (chapter.id, *_keys(chapter.pieces)))


def _keys(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Heading) and piece.key:
            yield piece.key
        elif isinstance(piece, Table):
            yield from (row.key for row in piece.rows if row.key)


def manuscript(view: ReportView) -> Manuscript:
    """Return the report as flowing content."""
    chapters = _chapters(view)
    return Manuscript(
        title=view.title,
        language=view.language,
        date=view.date,
        header=view.header,
        footer=view.footer,
        imprint=view.imprint,
        watermark=view.watermark,
        cover=view.cover,
        chapters=tuple(
            Chapter(section.id, section.title, title, _with_comment(tuple(pieces()), section.comment))
            for section in view.sections
            if section.id in chapters
            for title, pieces in (chapters[section.id],)
        ),
    )


def _with_comment(pieces: tuple[Piece, ...], comment: str) -> tuple[Piece, ...]:
    """Return a section's pieces with what a person added for this report, under the lead where there is one."""
    if not comment.strip():
        return pieces
    led = bool(pieces) and isinstance(pieces[0], Paragraph) and pieces[0].look == "lead"
    added = (paragraph(text.strip()) for text in comment.split("\n\n") if text.strip())
    return (*pieces[:led], *added, *pieces[led:])


def _chapters(view: ReportView) -> dict[str, tuple[str, Callable[[], Iterator[Piece]]]]:
    """Return each section's finding, and what yields its content; the cover is none of them."""
    made: dict[str, tuple[str, Callable[[], Iterator[Piece]]]] = {
        "contents": (view.guide.title, lambda: opening.guide(view.guide)),
        "summary": (view.summary.title, lambda: opening.summary(view.summary)),
        "profile": (view.profile.title, lambda: opening.profile(view.profile)),
        "findings": (view.findings.title, lambda: found.findings(view.findings)),
        "priorities": (view.priorities.title, lambda: plan.priorities(view.priorities)),
        "roadmap": (view.roadmap.title, lambda: plan.roadmap(view.roadmap)),
        "method": (view.method.title, lambda: closing.method(view.method)),
        "sources": (view.sources.title, lambda: closing.sources(view.sources)),
        "shortfalls": (view.shortfalls.title, lambda: closing.shortfalls(view.shortfalls)),
        "answers": (view.answers.title, lambda: closing.answers(view.answers)),
        "receipts": (view.receipts.title, lambda: closing.receipts(view.receipts)),
    }
    if all(section.id != "roadmap" for section in view.sections):
        made["priorities"] = (view.priorities.title, lambda: plan.whole_plan(view.priorities, view.roadmap))
    proof, split, voters = view.evidence, view.disagreement, view.room
    if proof is not None:
        made["evidence"] = (proof.title, lambda: found.evidence(proof))
    if split is not None:
        made["disagreement"] = (split.title, lambda: room.disagreement(split))
    if voters is not None:
        made["room"] = (voters.title, lambda: room.room(voters))
    return made
