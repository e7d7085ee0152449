"""The report as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import inf

from cxaudit import __version__
from cxaudit.app.reporting import BuiltReport, Progress, ReportOptions, silent
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.presentation.report import ReportView
from cxaudit.report.job import Job
from cxaudit.report.pdf import receipt
from cxaudit.report.pdf.blocks import Block, Stack
from cxaudit.report.pdf.flow import Furniture, Page, Section, draw, lay_out, page_numbers
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
    receipts,
    respondents,
    roadmap,
    summary,
    votes,
)
from cxaudit.report.pdf.pages.parked import parking_lot
from cxaudit.report.pdf.pages.parts import Heading
from cxaudit.report.pdf.setting import PLAIN, Setting, setting
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
    "receipts": 190.0,
}
"""Sections that start below the one before, where they fit whole or so much room is left, in points."""


ALONE = frozenset({"cover", "contents", "summary"})
"""Sections that share their page with none."""


def _blocks(view: ReportView, look: Setting) -> dict[str, Callable[[Heading], Block]]:
    """Return what builds each section, by section id; each takes how the section begins.

    When an action is done is told once: on its card of the roadmap, else among the priorities where they are in. What a
    workshop parked stands below the priorities, else below the roadmap.
    """
    there = {section.id: section.comment for section in view.sections}
    head = Heading("", there.get("summary", ""), look.paper, look.face)
    fit = summary.fit_for(view.summary, head)
    cut = summary.left_out(view.summary, head, fit)
    cards = roadmap.look_for(view.roadmap, Heading("", there.get("roadmap", ""), look.paper, look.face))
    lines = cards.brief if "roadmap" in there else roadmap.LANES
    made: dict[str, Callable[[Heading], Block]] = {
        "cover": lambda _heading: cover.Cover(view.cover, look),
        "contents": lambda heading: contents.contents(view.guide, view.sections, heading),
        "summary": lambda heading: summary.summary(view.summary, heading, fit),
        "profile": lambda heading: profile.profile(view.profile, heading),
        "findings": lambda heading: findings.findings(view.findings, heading),
        "priorities": lambda heading: Stack(
            [priorities.priorities(view.priorities, heading, lines), *parking_lot(view.roadmap.parked)]
        ),
        "roadmap": lambda heading: roadmap.roadmap(view.roadmap, heading, cards, details="priorities" not in there),
        "method": lambda heading: method.method(view.method, heading, cut),
        "sources": lambda heading: method.sources(view.sources, heading),
        "shortfalls": lambda heading: appendix.shortfalls(view.shortfalls, heading),
        "answers": lambda heading: appendix.answers(view.answers, heading),
        "receipts": lambda heading: receipts.receipts(view.receipts, heading),
    }
    proof, split, room = view.evidence, view.disagreement, view.room
    if proof is not None:
        made["evidence"] = lambda heading: evidence.evidence(proof, heading)
    if split is not None:
        made["disagreement"] = lambda heading: votes.disagreement(split, heading)
    if room is not None:
        made["room"] = lambda heading: respondents.respondents(room, heading)
    return made


def report_pages(view: ReportView, look: Setting = PLAIN, progress: Progress = silent) -> list[Page]:
    """Return the report's pages as laid out, not drawn yet."""
    blocks = _blocks(view, look)
    sections: list[Section] = []
    for before, section in zip((None, *view.sections), view.sections, strict=False):
        runs_on = None if before is None or before.id in ALONE else RUNS_ON.get(section.id)
        heading = Heading(section.title, section.comment, look.paper, look.face)
        block = blocks[section.id](heading)
        sections.append(Section(section.title, block, section.id == "cover", runs_on))
    return lay_out(sections, look.paper, progress)


def build_pdf(
    assessment: Assessment, pack: Pack, options: ReportOptions = ALL, *, tagged: bool = True
) -> tuple[bytes, tuple[str, ...]]:
    """Return the report as a file's bytes, and what could not be printed as it was written."""
    built = render(Job(pack, assessment, options), tagged=tagged)
    return built.content, built.warnings


def render(job: Job, *, tagged: bool = True) -> BuiltReport:
    """Return the PDF of a report. `tagged` False leaves the tags out, which only a test wants."""
    cleaner = Cleaner()
    view, look = cleaner.view(replace(job.view, texts=())), setting(job.options)
    furniture = Furniture(view.header, view.footer, view.watermark, view.imprint, look.palette)
    author, attached = cleaner.text(job.options.brand.consultant), job.options.receipt
    told = warnings(cleaner)
    metadata = Metadata(view.title, view.language, view.date, f"cxaudit {__version__}", author, attached=attached)
    pages = report_pages(view, look, job.progress)
    begins = page_numbers(pages)
    content = draw(
        pages,
        furniture,
        metadata,
        look.paper,
        tagged=tagged,
        progress=job.progress,
        attach=(lambda pdf: [receipt.attachment(job, pdf, told)]) if attached else None,
    )
    return BuiltReport(content, told, {section.id: begins[section.id] - 1 for section in view.sections})
