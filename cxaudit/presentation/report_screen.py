"""The report before it is written: its sections, its summary page, and the command that writes the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.file_names import report_file_name
from cxaudit.presentation.report import report_view
from cxaudit.presentation.report_sections import REPORT_SECTIONS
from cxaudit.presentation.report_summary import SummaryView
from cxaudit.presentation.section_order import in_order


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """One section to take or leave. `fixed` ones are always in; `empty` ones have nothing to say and are left out.

    The description of an empty one says why it is.
    """

    id: str
    title: str
    description: str
    fixed: bool
    empty: bool
    on: bool


@dataclass(frozen=True, slots=True)
class ReportScreenView:
    """What is chosen, what it will hold, and how the command line writes it."""

    title: str
    line: str
    sections: tuple[SectionChoice, ...]
    header: str
    footer: str
    watermark: str
    summary: SummaryView
    file_name: str
    command: str


def report_screen_view(
    pack: Pack, assessment: Assessment, options: ReportOptions, document: Path | None
) -> ReportScreenView:
    """Return the report as it would be written with these options; `document` is the open file, where there is one."""
    report = report_view(pack, assessment, options)
    choice = assessment.report.sections if assessment.report and options.sections is None else options.sections
    chosen = in_order(choice)
    sections = tuple(
        SectionChoice(
            id=section.id,
            title=section.title,
            description=_why_empty(section.id) if section.id in report.empty else section.description,
            fixed=section.fixed,
            empty=section.id in report.empty,
            on=section.id in chosen,
        )
        for section in REPORT_SECTIONS
    )
    name = report_file_name(assessment.organisation)
    n = len(report.sections)
    line = ngettext(
        "{n} section, as a tagged PDF that can be searched and read aloud.",
        "{n} sections, as a tagged PDF that can be searched and read aloud.",
        n,
    )
    return ReportScreenView(
        title=_("Report for {name}").format(name=assessment.organisation.strip())
        if assessment.organisation.strip()
        else _("Report"),
        line=line.format(n=n),
        sections=sections,
        header=report.header,
        footer=report.footer,
        watermark=report.watermark,
        summary=report.summary,
        file_name=name,
        command=f"cxaudit report {quote(document.name if document else _('Audit.cxaudit'))} -o {quote(name)}",
    )


def _why_empty(section: str) -> str:
    if section == "evidence":
        return _("Nothing to say here: no answer is at a level that asks for evidence.")
    if section == "room":
        return _("Nothing to say here: nothing was voted on in a workshop.")
    return _("Nothing to say here: fewer than three people gave a level.")
