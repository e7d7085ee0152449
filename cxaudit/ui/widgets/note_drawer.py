"""The drawer for the note and the evidence of one answer; it shows what the evidence changes, with and without."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.evidence import KINDS, EvidenceView, kind_words
from cxaudit.presentation.question import QuestionView
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.card import Banner
from cxaudit.ui.widgets.checked_field import Check, CheckedField
from cxaudit.ui.widgets.choice import Segments
from cxaudit.ui.widgets.drawer import Drawer
from cxaudit.ui.widgets.fact_lines import FactLines
from cxaudit.ui.widgets.field import ProseField
from cxaudit.ui.widgets.layout import clear, column, holder, row
from cxaudit.ui.widgets.marks import Icon
from cxaudit.ui.widgets.meter import Meter
from cxaudit.ui.widgets.text import Text


class NoteDrawer(Drawer):
    """Note and evidence.

    Signals:
        note_written: the note as it is now.
        evidence_written: the evidence as it is now.
        kind_chosen: the evidence's kind, or None.
        day_given: the evidence's date (ISO 8601), or an empty text.
    """

    note_written = Signal(str)
    evidence_written = Signal(str)
    kind_chosen = Signal(object)
    day_given = Signal(str)

    def __init__(self, check_day: Check) -> None:
        self.note = ProseField(_("Note"), placeholder=_("What you saw, and where colleagues may disagree"), lines=2)
        self.evidence = ProseField(_("Evidence"), placeholder=_("What shows it, and where it lies"), lines=2)
        self.kind = Segments(tuple(word for word, _meaning in kind_words()), _("Kind of evidence"), -1, optional=True)
        self._meaning = Text("", "small", "muted")
        self.day = CheckedField(_("From when"), check_day, placeholder=_("Year-month-day, as in 2026-11-20"))
        self._age = Text("", "small", "muted")
        self._facts = FactLines()
        self._banner = QVBoxLayout()
        self._changes = holder(column(self._meters(), spacing=0))
        named = Text(_("A file is named, not copied: it stays where it is."), "small", "muted")
        content = holder(
            column(
                self._banner,
                self.note,
                column(self.evidence, named, spacing=6),
                column(Text(_("Kind"), "label"), self.kind, self._meaning, spacing=6),
                column(self.day, self._age, spacing=6),
                self._changes,
                self._facts,
                spacing=16,
            )
        )
        super().__init__(_("Note and evidence"), content)
        self.note.committed.connect(self.note_written)
        self.evidence.committed.connect(self.evidence_written)
        self.kind.chosen.connect(self._choose)
        self.day.accepted.connect(self.day_given)
        self._shown: EvidenceView | None = None
        self._practice = ""

    def _choose(self, at: int) -> None:
        self.kind_chosen.emit(None if at < 0 else KINDS[at])

    def _meters(self) -> QVBoxLayout:
        self._without, self._with = Meter(), Meter()
        lines: list[QWidget] = []
        for word, meter in ((_("Without"), self._without), (_("With it"), self._with)):
            label = Text(word, "caption", "muted")
            label.setFixedWidth(px(56))
            lines.append(holder(row(label, meter)))
        self._good, self._claimed = Icon("circle-check", 16, "good"), Icon("file-text", 16, "warn")
        self._now = Text("", "small")
        now = row(self._good, self._claimed, self._now, spacing=6)
        now.setStretch(2, 1)
        return column(Text(_("What it changes"), "label"), *lines, now)

    def render_view(self, view: QuestionView) -> None:
        """Show the note and evidence of a question."""
        self.note.render_text(view.note)
        self.evidence.render_text(view.evidence)
        evidence, fresh = view.evidence_view, view.practice != self._practice
        self._practice = view.practice
        self.day.render_value(evidence.day, fresh=fresh)
        if evidence != self._shown:
            self._render_evidence(evidence)

    def _render_evidence(self, evidence: EvidenceView) -> None:
        at = -1 if evidence.kind is None else KINDS.index(evidence.kind)
        self.kind.render_choice(at)
        self._meaning.render_text("" if at < 0 else kind_words()[at][1])
        self._meaning.setVisible(at >= 0)
        self._age.render_text(evidence.age)
        self._age.recolour("warn" if evidence.stale else "muted")
        self._age.setVisible(bool(evidence.age))
        self._facts.render_lines(evidence.facts)
        if self._shown is None or (evidence.title, evidence.sentence) != (self._shown.title, self._shown.sentence):
            clear(self._banner)
            self._banner.addWidget(Banner("info", evidence.title, evidence.sentence))
        self._shown = evidence
        self._changes.setVisible(evidence.claimed is not None)
        if evidence.shown is not None and evidence.claimed is not None:
            self._without.render_bar(evidence.shown, evidence.claimed)
            self._with.render_bar(evidence.claimed, evidence.claimed)
        self._now.render_text(evidence.now)
        self._now.recolour("good" if evidence.well else "warn")
        self._good.setVisible(evidence.well)
        self._claimed.setVisible(not evidence.well)

    def focus_field(self, *, evidence: bool) -> None:
        """Give the focus to the evidence or the note."""
        (self.evidence if evidence else self.note).take_focus()

    def commit(self) -> None:
        """Send what was typed and not yet sent."""
        self.note.commit()
        self.evidence.commit()
        self.day.commit()

    def forget(self) -> None:
        """Show what is on file next time, whatever stands in the fields."""
        self._practice = ""
