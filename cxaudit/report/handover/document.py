"""The audit itself as a document that the client opens in this program. It is always a copy for the client."""

from __future__ import annotations

from cxaudit.app.redaction import redacted
from cxaudit.app.reporting import BuiltReport
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.report_choices import ReportChoices
from cxaudit.report.job import Job
from cxaudit.storage.single import single_document


def render(job: Job) -> BuiltReport:
    """Return the document: this audit and its questionnaire, without private fields, journal and history."""
    audit = _with_printed_texts(job, redacted(job.assessment, job.options.kept or ()))
    return BuiltReport(single_document(Engagement((audit,), {job.pack.content: job.pack}, sample=job.options.sample)))


def _with_printed_texts(job: Job, audit: Assessment) -> Assessment:
    """Return the audit with those of the consultant's own words that the report prints: not those of other sections."""
    if audit.report is None:
        return audit
    sections = {section.id for section in job.view.sections}
    printed = {text.key for text in job.view.texts if text.section in sections}
    texts = {key: text for key, text in audit.report.texts.items() if key in printed}
    return audit.model_copy(update={"report": ReportChoices(sections=audit.report.sections, texts=texts)})
