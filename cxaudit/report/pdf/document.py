"""The report as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from cxaudit import __version__
from cxaudit.app.reporting import BuiltReport, ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.report import ReportView
from cxaudit.report.job import Job
from cxaudit.report.pdf import receipt
from cxaudit.report.pdf.blocks import Block, Stack
from cxaudit.report.pdf.flow import Furniture, Page, Section, draw, lay_out
from cxaudit.report.pdf.metadata import Metadata
from cxaudit.report.pdf.pages import (
    appendix,
    contents,
    cover,
    evidence,
    findings,
    method,
    priorities,
    profile,
    respondents,
    roadmap,
    summary,
    votes,
)
from cxaudit.report.pdf.pages.parked import parking_lot
from cxaudit.report.pdf.text import Cleaner
from cxaudit.report.pdf.unprinted import warnings

ALL = ReportOptions()
RUNS_ON = {
    "findings": 190.0,
    "evidence": 190.0,
    "disagreement": 190.0,
    "room": 190.0,
    "priorities": 320.0,
    "roadmap": inf,
    "shortfalls": 150.0,
    "answers": 150.0,
    "sources": 120.0,
}
"""Sections that start below the one before, where they fit whole or so much room is left, in points."""


def _blocks(view: ReportView) -> dict[str, Callable[[str], Block]]:
    """Return what builds each section, by section id; each takes the section's title.

    When an action is done is told once: on its card of the roadmap, else among the priorities where they are in. What a
    workshop parked stands below the priorities, else below the roadmap.
    """
    there = {section.id for section in view.sections}
    look = roadmap.look_for(view.roadmap)
    lines = look.brief if "roadmap" in there else roadmap.LANES
    made: dict[str, Callable[[str], Block]] = {
        "cover": lambda _title: cover.Cover(view.cover),
        "contents": lambda title: contents.contents(view.guide, view.sections, title),
        "summary": lambda title: summary.summary(view.summary, title),
        "profile": lambda title: profile.profile(view.profile, title),
        "findings": lambda title: findings.findings(view.findings, title),
        "priorities": lambda title: Stack(
            [priorities.priorities(view.priorities, title, lines), *parking_lot(view.roadmap.parked)]
        ),
        "roadmap": lambda title: roadmap.roadmap(view.roadmap, title, look, details="priorities" not in there),
        "method": lambda title: method.method(view.method, title),
        "sources": lambda title: method.sources(view.sources, title),
        "shortfalls": lambda title: appendix.shortfalls(view.shortfalls, title),
        "answers": lambda title: appendix.answers(view.answers, title),
    }
    proof, split, room = view.evidence, view.disagreement, view.room
    if proof is not None:
        made["evidence"] = lambda title: evidence.evidence(proof, title)
    if split is not None:
        made["disagreement"] = lambda title: votes.disagreement(split, title)
    if room is not None:
        made["room"] = lambda title: respondents.respondents(room, title)
    return made


def report_pages(view: ReportView) -> list[Page]:
    """Return the report's pages as laid out, not drawn yet."""
    blocks = _blocks(view)
    return lay_out(Section(s.title, blocks[s.id](s.title), s.id == "cover", RUNS_ON.get(s.id)) for s in view.sections)


def build_pdf(
    assessment: Assessment, pack: Pack, options: ReportOptions = ALL, *, tagged: bool = True
) -> tuple[bytes, tuple[str, ...]]:
    """Return the report as a file's bytes, and what could not be printed as it was written."""
    built = render(Job(pack, assessment, options), tagged=tagged)
    return built.content, built.warnings


def render(job: Job, *, tagged: bool = True) -> BuiltReport:
    """Return the PDF of a report. `tagged` False leaves the tags out, which only a test wants."""
    cleaner = Cleaner()
    view = cleaner.view(job.view)
    furniture = Furniture(view.header, view.footer, view.watermark)
    author, attached = cleaner.text(job.options.brand.consultant), job.options.receipt
    told = warnings(cleaner)
    metadata = Metadata(view.title, view.language, view.date, f"cxaudit {__version__}", author, attached=attached)
    content = draw(
        report_pages(view),
        furniture,
        metadata,
        tagged=tagged,
        progress=job.progress,
        attach=(lambda pdf: [receipt.attachment(job, pdf, told)]) if attached else None,
    )
    return BuiltReport(content, told)
