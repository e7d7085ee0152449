"""The report: its sections, in order."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.i18n import _


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
    ReportSection("profile", _("Profile"), _("Five bars with range and target, the largest gap first")),
    ReportSection("findings", _("Findings"), _("Each dimension: what was answered, what follows, the next step")),
    ReportSection("disagreement", _("Disagreement"), _("Where several people saw it differently")),
    ReportSection("priorities", _("Priorities"), _("Every action in order, with its effort and what it recovers")),
    ReportSection("roadmap", _("Roadmap"), _("Now, next and later, with owners and what to settle first")),
    ReportSection(
        "method", _("Method and limits"), _("How the numbers are made, and what they cannot say"), fixed=True
    ),
    ReportSection("shortfalls", _("Appendix A: shortfalls"), _("Every answer under its target")),
    ReportSection("answers", _("Appendix B: all answers"), _("What was answered, with notes and evidence")),
)
"""All sections in the order of the report. A section with nothing to say (no disagreement, say) is left out."""
