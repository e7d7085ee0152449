"""One report to be made: what every rendering of it starts from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cxaudit.app.redaction import redacted
from cxaudit.app.reporting import Progress, ReportOptions, silent
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
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
            object.__setattr__(self, "assessment", redacted(self.assessment, self.options.kept))

    @cached_property
    def view(self) -> ReportView:
        """Return everything that the report says, worded and rounded."""
        return report_view(self.pack, self.assessment, self.options)
