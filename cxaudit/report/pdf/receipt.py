"""Attaches the receipt to a report."""

from __future__ import annotations

from cxaudit.app.attached_receipt import RECEIPT, Holds, receipt_bytes
from cxaudit.app.receipt_making import make_receipt
from cxaudit.i18n import _
from cxaudit.report.job import Job
from cxaudit.report.pdf.attachments import Attachment
from cxaudit.report.pdf_reading import page_words, words_digest


def holding(job: Job) -> Holds:
    """Return what may be attached: the answers only where the report prints them all, else what they came to."""
    told = job.options.kept is None and any(section.id == "answers" for section in job.view.sections)
    return "answers" if told else "points"


def attachment(job: Job, pdf: bytes, warnings: tuple[str, ...]) -> Attachment:
    """Return the receipt of a report that has these pages, and warnings of what could not be printed."""
    pages = tuple(words_digest(words) for words in page_words(pdf))
    receipt = make_receipt(job.pack, job.assessment, job.options, {"warnings": warnings, "pages": pages}, holding(job))
    about = _("What this report was made from, and every number in it. To check it: cxaudit verify")
    return Attachment(RECEIPT, "application/json", about, job.view.date, receipt_bytes(receipt))
