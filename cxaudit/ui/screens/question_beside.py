"""What is written beside the answer to a question: a note, dated evidence, the values of its fact-check."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from cxaudit.app.fact_entry import entered
from cxaudit.app.margin_entry import form_of_fact
from cxaudit.domain.assessment import EvidenceKind
from cxaudit.domain.fact_check import FactPart
from cxaudit.presentation.evidence import day_problem, latest_day, part_problem
from cxaudit.ui.dialogs.margin import show_margin
from cxaudit.ui.session import Session


class QuestionBeside:
    """Takes what the drawers send, for the practice at hand; a field may be left after its audit was closed."""

    def __init__(self, session: Session, practice: Callable[[], str]) -> None:
        """Write into a session, for the practice id that a call returns."""
        self._session, self._practice = session, practice

    def write_note(self, text: str) -> None:
        """Keep a note."""
        if self._session.has_assessment:
            self._session.set_note(self._practice(), text)

    def write_evidence(self, text: str) -> None:
        """Keep what shows the answer."""
        if self._session.has_assessment:
            self._session.set_evidence(self._practice(), text)

    def take_kind(self, kind: EvidenceKind | None) -> None:
        """Keep what kind of evidence it is."""
        self._session.set_evidence_kind(self._practice(), kind)

    def take_day(self, day: str) -> None:
        """Keep from when the evidence is."""
        if self._session.has_assessment:
            self._session.set_evidence_date(self._practice(), day or None)

    def take_fact(self, part: str, text: str) -> None:
        """Keep one value of the fact-check."""
        asked = self._part(part)
        if asked is not None:
            self._session.set_fact(self._practice(), part, entered(asked, text).value)

    def check_day(self, text: str) -> str:
        """Return what is wrong with the date of evidence, or nothing."""
        return day_problem(text, self._latest) if self._session.has_assessment else ""

    def check_part(self, part: str, text: str) -> str:
        """Return what is wrong with a value of the fact-check, or nothing."""
        asked = self._part(part)
        return part_problem(asked, text, self._latest) if asked else ""

    def compare_figures(self, window: QWidget) -> None:
        """Open the reckoner with the figures of the fact-check."""
        practice = self._practice()
        form = form_of_fact(self._session.pack.practices[practice], self._session.assessment.answer(practice))
        show_margin(window, form)

    def _part(self, part: str) -> FactPart | None:
        if not self._session.has_assessment:
            return None
        fact = self._session.pack.practices[self._practice()].fact
        return next((p for p in fact.parts if p.id == part), None) if fact else None

    @property
    def _latest(self) -> date:
        return latest_day(self._session.assessment, self._session.services.today())
