"""The drawer for the note and the evidence of one answer; it shows what the evidence changes, with and without."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxaudit.i18n import _
from cxaudit.presentation.question import EvidenceView, QuestionView
from cxaudit.ui.theme import px
from cxaudit.ui.widgets.card import Banner
from cxaudit.ui.widgets.drawer import Drawer
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
    """

    note_written = Signal(str)
    evidence_written = Signal(str)

    def __init__(self) -> None:
        self.note = ProseField(_("Note"), placeholder=_("What you saw, and where colleagues may disagree"))
        self.evidence = ProseField(_("Evidence"), placeholder=_("Name, date and place of the record"), lines=2)
        self._banner = QVBoxLayout()
        self._changes = holder(column(self._meters(), spacing=0))
        content = holder(
            column(
                self._banner,
                self.note,
                self.evidence,
                Text(_("A file is named, not copied: it stays where it is."), "small", "muted"),
                self._changes,
                spacing=16,
            )
        )
        super().__init__(_("Note and evidence"), content)
        self.note.committed.connect(self.note_written)
        self.evidence.committed.connect(self.evidence_written)
        self._shown: EvidenceView | None = None

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
        evidence = view.evidence_view
        if evidence == self._shown:
            return
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
