"""The sections of the report: what there is to choose from, and which are in one report in what order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from cxaudit.i18n import _


@dataclass(frozen=True, slots=True)
class ReportSection:
    """One section of the report as a list of sections shows it. `fixed` ones are always in.

    `appendix` is what an appendix is called without its letter, which follows its place; empty for other sections.
    `comment` is what a person added for this report, printed under the section's lead.
    """

    id: str
    title: str
    description: str
    fixed: bool = False
    appendix: str = ""
    comment: str = ""


def _lettered(section: ReportSection, letter: str) -> ReportSection:
    title = _("Appendix {letter}: {title}").format(letter=letter, title=section.appendix)
    return replace(section, title=title)


def _appendix(letter: str, section: str, title: str, description: str) -> ReportSection:
    return _lettered(ReportSection(section, "", description, appendix=title), letter)


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
    _appendix("A", "shortfalls", _("shortfalls"), _("Every answer under its target")),
    _appendix("B", "answers", _("all answers"), _("What was answered, with notes and evidence")),
    _appendix("C", "sources", _("sources"), _("What the questions and the advice lean on")),
    _appendix("D", "receipts", _("receipts"), _("How each number came about, step by step")),
)
"""All sections in the report's own order. A section with nothing to say (no disagreement, say) is left out."""


def chosen_sections(chosen: Sequence[str] | None, empty: Collection[str]) -> tuple[ReportSection, ...]:
    """Return the sections of a report in order, appendices lettered by their place.

    `chosen` are ids in the order wanted, None for all. The cover comes first; a fixed section that was not named comes
    before the first that it precedes in the report's own order. Ids that are unknown or `empty` are passed over.
    """
    known = {section.id: section for section in REPORT_SECTIONS}
    place = {section.id: number for number, section in enumerate(REPORT_SECTIONS)}
    order = [i for i in dict.fromkeys(known if chosen is None else chosen) if i in known and i != "cover"]
    for section in REPORT_SECTIONS:
        if section.fixed and section.id not in order:
            later = [number for number, i in enumerate(order) if place[i] > place[section.id]]
            order.insert(0 if section.id == "cover" else min(later, default=len(order)), section.id)
    letters = iter(ascii_uppercase)
    there = [known[i] for i in order if i not in empty]
    return tuple(_lettered(section, next(letters)) if section.appendix else section for section in there)
