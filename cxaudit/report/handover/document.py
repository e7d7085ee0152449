"""The audit itself as a document that the client opens in this program. It is always a copy for the client."""

from __future__ import annotations

from cxaudit.app.redaction import redacted
from cxaudit.app.reporting import BuiltReport
from cxaudit.domain.engagement import Engagement
from cxaudit.report.job import Job
from cxaudit.storage.single import single_document


def render(job: Job) -> BuiltReport:
    """Return the document: this audit and its questionnaire, without private fields, journal and history."""
    audit = redacted(job.assessment, job.options.kept or ())
    return BuiltReport(single_document(Engagement((audit,), {job.pack.content: job.pack}, sample=job.options.sample)))
