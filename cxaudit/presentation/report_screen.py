"""The report before it is written: its sections in order, its file's name, and the command that writes the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from cxaudit.app.redaction import PRIVATE, redacted
from cxaudit.app.reporting import ReportFormat, ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.report_choices import AS_WRITTEN
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.report import ReportView, report_view
from cxaudit.presentation.report_forms import form_file_name
from cxaudit.presentation.report_sections import REPORT_SECTIONS, ReportSection
from cxaudit.presentation.section_order import FIRST, in_order, listed


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """One section to take or leave. `fixed` ones are always in; `empty` ones have nothing to say and are left out.

    The description of an empty one says why it is. `movable` ones are in and may be moved. `edited` where it has texts
    in a person's own words; `moved` where what such a text was written about is another today.
    """

    id: str
    title: str
    description: str
    fixed: bool
    empty: bool
    on: bool
    movable: bool = False
    edited: bool = False
    moved: bool = False

    @property
    def words(self) -> str:
        """Say what there is to know of it besides its title."""
        if self.empty:
            return _("nothing to say here")
        parts = [_("always in") if self.fixed else _("included") if self.on else _("left out")]
        if self.edited:
            parts.append(_("texts in your own words"))
        if self.moved:
            parts.append(_("the numbers under them have changed"))
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class ReportScreenView:
    """What is chosen, what its file is called, and how the command line writes it: `order`, switch by switch."""

    title: str
    line: str
    sections: tuple[SectionChoice, ...]
    file_name: str
    order: tuple[str, ...]

    @property
    def command(self) -> str:
        """Return the command in one line."""
        return " ".join(self.order)


def report_screen_view(
    pack: Pack,
    assessment: Assessment,
    options: ReportOptions,
    document: Path | None,
    form: ReportFormat = "pdf",
    brand: Path | None = None,
) -> ReportScreenView:
    """Return the report as it would be written in a form with these options, and a brand's folder.

    `document` is the open file, where there is one. Sections are those of the assessment, unless the options name some.
    """
    said = assessment if options.kept is None else redacted(assessment, options.kept)
    report = report_view(pack, said, options)
    choice = options.sections or (assessment.report or AS_WRITTEN).sections
    name, n = assessment.organisation.strip(), len(report.sections)
    file_name = form_file_name(assessment.organisation, form, copy=options.kept is not None)
    source = f"cxaudit report {quote(document.name if document else _('Audit.cxaudit'))}"
    return ReportScreenView(
        title=_("Report for {name}").format(name=name) if name else _("Report"),
        line=ngettext("{n} section", "{n} sections", n).format(n=n),
        sections=tuple(_choices(report, choice)),
        file_name=file_name,
        order=(source, *_switches(options, form, brand), f"-o {quote(file_name)}"),
    )


def _choices(report: ReportView, choice: tuple[str, ...] | None) -> Iterator[SectionChoice]:
    """Yield every section: those in as the report has them, the others by what they are called elsewhere."""
    chosen = in_order(choice)
    there = {section.id: section.title for section in report.sections}
    known = {section.id: section for section in REPORT_SECTIONS}
    edited = {text.section for text in report.texts if text.edited}
    moved = {text.section for text in report.texts if text.moved}
    for name in listed(choice):
        section, empty = known[name], name in report.empty
        yield SectionChoice(
            id=name,
            title=there.get(name, _unlettered(section)),
            description=_why_empty(name) if empty else section.description,
            fixed=section.fixed,
            empty=empty,
            on=name in chosen,
            movable=name in chosen and name != FIRST,
            edited=name in edited,
            moved=name in moved,
        )


def _unlettered(section: ReportSection) -> str:
    return _("Appendix: {title}").format(title=section.appendix) if section.appendix else section.title


def _switches(options: ReportOptions, form: ReportFormat, brand: Path | None) -> Iterator[str]:
    """Yield what the command needs to write the same; what is usual, and what the document holds, is left out."""
    if form != "pdf":
        yield f"--as {form}"
    if options.sections is not None:
        yield f"--sections {','.join(options.sections)}"
    if options.paper != "A4":
        yield f"--paper {options.paper}"
    if brand is not None:
        yield f"--brand {quote(str(brand))}"
    if options.kept is not None:
        yield "--client-copy"
        if options.kept:
            yield f"--keep {','.join(kind for kind in PRIVATE if kind in options.kept)}"


def _why_empty(section: str) -> str:
    if section == "evidence":
        return _("Nothing to say here: no answer is at a level that asks for evidence.")
    if section == "room":
        return _("Nothing to say here: nothing was voted on in a workshop.")
    return _("Nothing to say here: fewer than three people gave a level.")
