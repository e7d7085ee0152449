"""A report's pages with a person's own words in them, and what the method says of that."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from cxaudit.domain.report_choices import AS_WRITTEN
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.findings import FindingsView
from cxaudit.presentation.numbers import gap_text, index_text
from cxaudit.presentation.plan import CardView, PlanView
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_answers import AnswersPage, ShortfallsPage
from cxaudit.presentation.report_evidence import EvidencePage
from cxaudit.presentation.report_findings import DimensionFinding, FindingsPage
from cxaudit.presentation.report_guide import GuideView
from cxaudit.presentation.report_method import Passage, SourcesPage
from cxaudit.presentation.report_plan import PrioritiesPage, RoadmapPage
from cxaudit.presentation.report_profile import ProfilePage
from cxaudit.presentation.report_room import RoomPage
from cxaudit.presentation.report_sections import REPORT_SECTIONS, ReportSection
from cxaudit.presentation.report_summary import CoverView, SummaryView
from cxaudit.presentation.report_texts import PROSE, EditableText, OwnWords
from cxaudit.presentation.report_votes import DisagreementPage
from cxaudit.presentation.report_words import shortened
from cxaudit.presentation.words import listing

TITLE = 200
"""The most characters of a title, which stands on one or a few lines."""
BRIEF = 600
"""The most of a text on the summary, which has one page for all of its texts."""
UNTOUCHED = frozenset({"cover", "method"})
"""Sections without a comment: the cover has no text, and the method says nothing but how the numbers are made."""

_Titled = TypeVar("_Titled", GuideView, RoomPage, PrioritiesPage, RoadmapPage, ShortfallsPage, AnswersPage, SourcesPage)
_Led = TypeVar("_Led", EvidencePage, DisagreementPage)


class OwnPages:
    """Puts a person's words into the pages of a report, page by page, and knows all texts that may be their own."""

    def __init__(self, reading: Reading, findings: FindingsView, plan: PlanView) -> None:
        self._words = OwnWords((reading.assessment.report or AS_WRITTEN).texts)
        self._cards = {card.action: card for lane in plan.lanes for card in lane.cards}
        self._dimensions = {d.id: _standing(d.level or _("none"), d.index) for d in findings.dimensions}
        self._bases = _bases(reading, findings, len(self._cards))

    def cover(self, page: CoverView) -> CoverView:
        """Return the cover."""
        text = EditableText("cover.subtitle", "cover", _("Under the name"), page.subtitle, "", most=TITLE, line=True)
        return replace(page, subtitle=self._words.printed(text))

    def summary(self, page: SummaryView) -> SummaryView:
        """Return the summary; its moves' reasons are those of the findings too."""
        title, lead = self._title("summary", page.title), self._lead("summary", page.lead, BRIEF)
        self._comment("summary")
        moves = (replace(move, why=self._why(move.key, move.why, "summary")) for move in page.moves)
        lead_at = page.lead_at if lead == page.lead else "method"
        return replace(page, title=title, lead=lead, lead_at=lead_at, moves=tuple(moves))

    def profile(self, page: ProfilePage) -> ProfilePage:
        """Return the profile."""
        return replace(page, title=self._title("profile", page.title), lead=self._lead("profile", page.lead))

    def findings(self, page: FindingsPage) -> FindingsPage:
        """Return the findings."""
        title = self._title("findings", page.title)
        self._comment("findings")
        return replace(page, title=title, dimensions=tuple(self._dimension(found) for found in page.dimensions))

    def led(self, section: str, page: _Led) -> _Led:
        """Return a page that has a title and a lead."""
        return replace(page, title=self._title(section, page.title), lead=self._lead(section, page.lead))

    def titled(self, section: str, page: _Titled) -> _Titled:
        """Return a page of which the title may be one's own."""
        return replace(page, title=self._title(section, page.title))

    def commented(self, sections: Sequence[ReportSection]) -> tuple[ReportSection, ...]:
        """Return the sections with what was added to each."""
        return tuple(replace(section, comment=self._comment(section.id)) for section in sections)

    def texts(self, empty: Collection[str]) -> tuple[EditableText, ...]:
        """Return all texts that may be one's own, section by section in the report's own order."""
        there = [section.id for section in REPORT_SECTIONS if section.id not in empty]
        for section in there:
            self._comment(section)
        return self._words.found(there)

    def _title(self, section: str, own: str) -> str:
        basis = self._bases.setdefault(section, own)
        text = EditableText(f"{section}.title", section, _("Title"), own, basis, most=TITLE, line=True)
        return self._words.printed(text)

    def _lead(self, section: str, own: str, most: int = PROSE) -> str:
        basis = self._bases.get(section, own)
        text = EditableText(f"{section}.lead", section, _("Under the title"), own, basis, most=most)
        return self._words.printed(text)

    def _comment(self, section: str) -> str:
        if section in UNTOUCHED:
            return ""
        most = BRIEF if section == "summary" else PROSE
        text = EditableText(
            f"{section}.comment", section, _("Your comment"), "", self._bases.get(section, ""), most=most
        )
        return self._words.printed(text)

    def _dimension(self, found: DimensionFinding) -> DimensionFinding:
        dimension = found.key.removeprefix("dimension-")
        key, basis = f"findings.{dimension}", self._dimensions[dimension]
        sentence = self._words.printed(EditableText(key, "findings", found.name, found.sentence, basis))
        actions = (replace(action, why=self._why(action.key, action.why, "findings")) for action in found.actions)
        return replace(found, sentence=sentence, actions=tuple(actions))

    def _why(self, bookmark: str, own: str, section: str) -> str:
        action = bookmark.removeprefix("action-")
        card = self._cards[action]
        label = _("Why: {title}").format(title=card.title)
        text = EditableText(f"action.{action}", section, label, own, _ranked(card), most=BRIEF)
        return self._words.printed(text)


def _standing(level: str, index: str) -> str:
    return _("level {level}, index {index}").format(level=level, index=index)


def _ranked(card: CardView) -> str:
    gap = f", {_('gap {gap}').format(gap=card.gap)}" if card.gap else ""
    return _("rank {rank}").format(rank=card.rank) + gap


def _bases(reading: Reading, findings: FindingsView, actions: int) -> dict[str, str]:
    """Return the numbers under the texts of a section, as they are shown."""
    overall, gap = reading.card.overall, gap_text(reading.card.gap.total)
    level = reading.level(overall.level) if overall.level is not None else _("none")
    standing = _standing(level, index_text(overall.index))
    index = _("index {index}, gap {gap}").format(index=index_text(overall.index), gap=gap)
    count = ngettext("{n} action", "{n} actions", actions).format(n=actions)
    plan = _("{actions}, gap {gap}").format(actions=count, gap=gap)
    return {
        "summary": standing,
        "profile": index,
        "findings": standing,
        "priorities": plan,
        "roadmap": plan,
        "answers": findings.answered,
        "contents": findings.answered,
        "sources": "",
    }


def own_words(texts: Sequence[EditableText], sections: Sequence[ReportSection], author: str) -> tuple[Passage, ...]:
    """Return what the method says of the texts that a person wrote: how many, whose, and under which numbers moved."""
    titles = {section.id: section.title for section in sections}
    edited = [text for text in texts if text.edited and text.section in titles]
    if not edited:
        return ()
    places = listing(list(dict.fromkeys(titles[text.section] for text in edited)))
    if author:
        text = ngettext(
            "{n} text of this report is in the words of {author} (in {places}).",
            "{n} texts of this report are in the words of {author} (in {places}).",
            len(edited),
        )
    else:
        text = ngettext(
            "{n} text of this report is in a person's own words (in {places}).",
            "{n} texts of this report are in a person's own words (in {places}).",
            len(edited),
        )
    said = text.format(n=len(edited), author=author, places=places)
    rest = _("All other texts, and every number in charts and tables, are the program's.")
    return (Passage(_("Whose words these are"), (f"{said} {rest}", *_moved(edited, titles))),)


def _moved(edited: Sequence[EditableText], titles: dict[str, str]) -> Iterator[str]:
    for text in edited:
        if text.moved:
            place = f"{titles[text.section]}, {text.label}"
            yield f"{shortened(place, 120)}. {text.moved}"
