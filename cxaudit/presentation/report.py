"""The report: its sections in order, and everything that stands in it, worded and rounded, free of any PDF library."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.plan import make_plan
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.ranks import rank_ranges
from cxaudit.domain.report_choices import AS_WRITTEN
from cxaudit.domain.scorecard import Plan
from cxaudit.domain.scoring import score
from cxaudit.i18n import _
from cxaudit.presentation.charts import ProfileView, profile_view
from cxaudit.presentation.findings import FindingsView, findings_view
from cxaudit.presentation.plan import PlanView, plan_view
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_answers import AnswersPage, ShortfallsPage, answers_page, shortfalls_page
from cxaudit.presentation.report_evidence import EvidencePage, evidence_page
from cxaudit.presentation.report_findings import FindingsPage, findings_page
from cxaudit.presentation.report_guide import GuideView, guide_view
from cxaudit.presentation.report_method import MethodPage, SourcesPage, method_page, sources_page
from cxaudit.presentation.report_own import OwnPages, own_words
from cxaudit.presentation.report_plan import PrioritiesPage, RoadmapPage, priorities_page, roadmap_page
from cxaudit.presentation.report_profile import ProfilePage, profile_page
from cxaudit.presentation.report_receipts import ReceiptsPage, receipts_page
from cxaudit.presentation.report_room import RoomPage, room_page
from cxaudit.presentation.report_sections import REPORT_SECTIONS, ReportSection, chosen_sections
from cxaudit.presentation.report_summary import CoverView, SummaryView, cover_view, summary_view
from cxaudit.presentation.report_texts import EditableText
from cxaudit.presentation.report_votes import DisagreementPage, disagreement_page
from cxaudit.presentation.report_words import long_date, mode_name, real_date, shortened

NAME = 100
"""A name in a heading is cut after so many characters."""
PROFILE_WIDTH = 481.0
MATRIX_WIDTH = 358.0


@dataclass(frozen=True, slots=True)
class ReportView:
    """All of the report. `sections` are those that are in it, in order; `language` is BCP 47, `date` ISO 8601.

    `footer` and `imprint` (the consultant's own line; may be empty) stand on every page. `empty` are the ids of
    sections that have nothing to say of this audit. A person's own words are in the pages already; `texts` are all
    that may be theirs.
    """

    title: str
    language: str
    date: str | None
    header: str
    footer: str
    imprint: str
    watermark: str
    sections: tuple[ReportSection, ...]
    empty: frozenset[str]
    texts: tuple[EditableText, ...]
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
    receipts: ReceiptsPage


@dataclass(frozen=True, slots=True)
class _Basis:
    """What every page is made from."""

    reading: Reading
    findings: FindingsView
    profile: ProfileView
    plan: Plan
    cards: PlanView
    own: OwnPages


def report_view(pack: Pack, assessment: Assessment, options: ReportOptions) -> ReportView:
    """Return the report of an assessment."""
    basis = _basis(pack, assessment, options)
    found = _as_written(basis, options)
    chosen = (assessment.report or AS_WRITTEN).sections if options.sections is None else options.sections
    sections = basis.own.commented(chosen_sections(chosen, found.empty))
    texts = basis.own.texts(found.empty)
    words = own_words(texts, sections, shortened(options.brand.consultant, NAME))
    return replace(found, sections=sections, texts=texts, method=method_page(basis.reading, basis.findings, words))


def _basis(pack: Pack, assessment: Assessment, options: ReportOptions) -> _Basis:
    card = score(pack, assessment)
    reading = Reading(pack, assessment, card, options.kept)
    plan = make_plan(pack, assessment, card)
    cards = plan_view(reading, plan, rank_ranges(pack, assessment, card))
    findings = findings_view(reading)
    return _Basis(reading, findings, profile_view(reading), plan, cards, OwnPages(reading, findings, cards))


def _as_written(basis: _Basis, options: ReportOptions) -> ReportView:
    """Return the report with all of its sections but for comments, and with the method that says nothing of words."""
    reading, findings, cards, own = basis.reading, basis.findings, basis.cards, basis.own
    evidence, disagreement, room = evidence_page(reading), disagreement_page(reading), room_page(reading)
    pages = {"evidence": evidence, "disagreement": disagreement, "room": room}
    sample, brand = _("Sample") if options.sample else "", options.brand
    priorities = priorities_page(reading, basis.plan, cards, MATRIX_WIDTH)
    return ReportView(
        title=_title(reading.assessment),
        language=reading.pack.locale,
        date=real_date(reading.assessment.date),
        header=_header(reading.assessment, sample),
        footer=_footer(options),
        imprint=" · ".join(shortened(part, NAME) for part in (brand.footer, brand.confidentiality) if part.strip()),
        watermark=sample,
        sections=REPORT_SECTIONS,
        empty=frozenset(name for name, page in pages.items() if page is None),
        texts=(),
        cover=own.cover(cover_view(reading, findings, sample, brand)),
        guide=own.titled("contents", guide_view(reading, findings, basis.profile)),
        summary=own.summary(summary_view(reading, findings, basis.profile, cards)),
        profile=own.profile(profile_page(reading, findings, basis.profile, PROFILE_WIDTH)),
        findings=own.findings(findings_page(reading, findings, cards, PROFILE_WIDTH)),
        evidence=evidence and own.led("evidence", evidence),
        disagreement=disagreement and own.led("disagreement", disagreement),
        room=room and own.titled("room", room),
        priorities=own.titled("priorities", priorities),
        roadmap=own.titled("roadmap", roadmap_page(cards)),
        method=method_page(reading, findings),
        sources=own.titled("sources", sources_page(reading)),
        shortfalls=own.titled("shortfalls", shortfalls_page(reading)),
        answers=own.titled("answers", answers_page(reading)),
        receipts=receipts_page(reading),
    )


def _footer(options: ReportOptions) -> str:
    """Return what stands at the foot of every page."""
    text = _("Self-assessment, not certification")
    return text if options.kept is None else _("Copy for the client · {text}").format(text=text)


def _title(assessment: Assessment) -> str:
    name, kind = shortened(assessment.organisation, NAME), _("Customer experience audit")
    return f"{kind}: {name}" if name else kind


def _header(assessment: Assessment, sample: str) -> str:
    """Return what stands at the head of every page."""
    name = shortened(assessment.organisation, NAME)
    parts = (sample, name, mode_name(assessment.mode), long_date(assessment.date))
    return " · ".join(part for part in parts if part)
