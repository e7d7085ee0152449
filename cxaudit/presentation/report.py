"""The report: its sections in order, and everything that stands in it, worded and rounded, free of any PDF library."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.plan import make_plan
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.ranks import rank_ranges
from cxaudit.domain.scoring import score
from cxaudit.i18n import _
from cxaudit.presentation.charts import profile_view
from cxaudit.presentation.findings import findings_view
from cxaudit.presentation.plan import plan_view
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_answers import AnswersPage, ShortfallsPage, answers_page, shortfalls_page
from cxaudit.presentation.report_evidence import EvidencePage, evidence_page
from cxaudit.presentation.report_findings import FindingsPage, findings_page
from cxaudit.presentation.report_guide import GuideView, guide_view
from cxaudit.presentation.report_method import MethodPage, SourcesPage, method_page, sources_page
from cxaudit.presentation.report_plan import PrioritiesPage, RoadmapPage, priorities_page, roadmap_page
from cxaudit.presentation.report_profile import ProfilePage, profile_page
from cxaudit.presentation.report_room import RoomPage, room_page
from cxaudit.presentation.report_summary import CoverView, SummaryView, cover_view, summary_view
from cxaudit.presentation.report_votes import DisagreementPage, disagreement_page
from cxaudit.presentation.report_words import long_date, mode_name, real_date, shortened

PROFILE_WIDTH = 481.0
MATRIX_WIDTH = 358.0


@dataclass(frozen=True, slots=True)
class ReportSection:
    """One section of the report as a list of sections shows it. `fixed` ones are always in."""

    id: str
    title: str
    description: str
    fixed: bool = False


REPORT_SECTIONS: tuple[ReportSection, ...] = (
    ReportSection("cover", _("Cover"), _("Whose audit this is, and when"), fixed=True),
    ReportSection("contents", _("Contents and how to read"), _("The five levels, who answered, how much is known")),
    ReportSection(
        "summary",
        _("Executive summary"),
        _("The finding, four numbers and the first three moves on one page"),
        fixed=True,
    ),
    ReportSection("profile", _("Profile"), _("Five bars with range and target, and where the gap lies")),
    ReportSection("findings", _("Findings"), _("Each dimension: what was answered, what follows, the next step")),
    ReportSection("evidence", _("Claims and evidence"), _("What shows the highest levels, and what contradicts them")),
    ReportSection("disagreement", _("Disagreement"), _("Where the room split, both sides, what would settle it")),
    ReportSection("room", _("Who voted"), _("How many were asked and answered, and how differently groups see it")),
    ReportSection("priorities", _("Priorities"), _("Every action in order, with its effort and what it recovers")),
    ReportSection("roadmap", _("Roadmap"), _("Now, next and later, with owners and what to settle first")),
    ReportSection(
        "method", _("Method and limits"), _("How the numbers are made, and what they cannot say"), fixed=True
    ),
    ReportSection("shortfalls", _("Appendix A: shortfalls"), _("Every answer under its target")),
    ReportSection("answers", _("Appendix B: all answers"), _("What was answered, with notes and evidence")),
    ReportSection("sources", _("Appendix C: sources"), _("What the questions and the advice lean on")),
)
"""All sections in the order of the report. A section with nothing to say (no disagreement, say) is left out."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """All of the report. `sections` are those that are in it, in order; `language` is BCP 47, `date` ISO 8601.

    `empty` are the ids of sections that have nothing to say of this audit.
    """

    title: str
    language: str
    date: str | None
    header: str
    footer: str
    watermark: str
    sections: tuple[ReportSection, ...]
    empty: frozenset[str]
    cover: CoverView
    guide: GuideView
    summary: SummaryView
    profile: ProfilePage
    findings: FindingsPage
    evidence: EvidencePage | None
    disagreement: DisagreementPage | None
    room: RoomPage | None
    priorities: PrioritiesPage
    roadmap: RoadmapPage
    method: MethodPage
    sources: SourcesPage
    shortfalls: ShortfallsPage
    answers: AnswersPage


def report_view(pack: Pack, assessment: Assessment, options: ReportOptions) -> ReportView:
    """Return the report of an assessment."""
    card = score(pack, assessment)
    reading = Reading(pack, assessment, card)
    plan = make_plan(pack, assessment, card)
    findings, profile = findings_view(reading), profile_view(reading)
    cards = plan_view(reading, plan, rank_ranges(pack, assessment, card))
    evidence, disagreement, room = evidence_page(reading), disagreement_page(reading), room_page(reading)
    pages = {"evidence": evidence, "disagreement": disagreement, "room": room}
    empty = frozenset(name for name, page in pages.items() if page is None)
    name = shortened(assessment.organisation, 100)
    kind = _("Customer experience audit")
    sample = _("Sample") if options.sample else ""
    return ReportView(
        title=f"{kind}: {name}" if name else kind,
        language=pack.locale,
        date=real_date(assessment.date),
        header=" · ".join(
            part for part in (sample, name, mode_name(assessment.mode), long_date(assessment.date)) if part
        ),
        footer=_("Self-assessment, not certification"),
        watermark=sample,
        sections=_sections(options, empty),
        empty=empty,
        cover=cover_view(reading, findings, sample),
        guide=guide_view(reading, findings, profile),
        summary=summary_view(reading, findings, profile, cards),
        profile=profile_page(reading, findings, profile, PROFILE_WIDTH),
        findings=findings_page(reading, findings, cards),
        evidence=evidence,
        disagreement=disagreement,
        room=room,
        priorities=priorities_page(reading, plan, cards, MATRIX_WIDTH),
        roadmap=roadmap_page(cards),
        method=method_page(reading, findings),
        sources=sources_page(reading),
        shortfalls=shortfalls_page(reading),
        answers=answers_page(reading),
    )


def _sections(options: ReportOptions, empty: frozenset[str]) -> tuple[ReportSection, ...]:
    chosen = options.sections
    return tuple(
        section
        for section in REPORT_SECTIONS
        if (chosen is None or section.fixed or section.id in chosen) and section.id not in empty
    )
