"""One report to be made: what every rendering of it starts from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cxaudit.app.redaction import WORD, redacted
from cxaudit.app.reporting import Progress, ReportOptions, silent
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.report_choices import EditedText
from cxaudit.i18n import _
from cxaudit.presentation.report import ReportView, report_view

WHOLE = ReportOptions()


@dataclass(frozen=True)
class Job:
    """One report to be made. What a copy for the client leaves out is gone from `assessment` from the start."""

    pack: Pack
    assessment: Assessment
    options: ReportOptions = WHOLE
    progress: Progress = silent

    def __post_init__(self) -> None:
        """Take out what the copy leaves out, so that no rendering ever sees it."""
        if self.options.kept is not None:
            copy = redacted(self.assessment, self.options.kept)
            object.__setattr__(self, "assessment", _with_moves(self.pack, self.assessment, copy))

    @cached_property
    def view(self) -> ReportView:
        """Return everything that the report says, worded and rounded."""
        return report_view(self.pack, self.assessment, self.options)


def _with_moves(pack: Pack, whole: Assessment, copy: Assessment) -> Assessment:
    """Return a copy that says of a person's words that they were written for other numbers, and not for which."""
    if whole.report is None or copy.report is None or not whole.report.texts:
        return copy
    moved = {text.key for text in report_view(pack, whole, WHOLE).texts if text.moved}
    marks = {
        key: EditedText(
            text=found.text, basis=_("other numbers") if found.basis else "", own="" if found.basis else WORD
        )
        for key, found in whole.report.texts.items()
        if key in moved
    }
    choices = copy.report.model_copy(update={"texts": {**copy.report.texts, **marks}})
    return copy.model_copy(update={"report": choices})
