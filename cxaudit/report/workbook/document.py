"""The report as a spreadsheet, and the plan alone as one."""

from __future__ import annotations

from cxaudit.app.reporting import BuiltReport
from cxaudit.i18n import _
from cxaudit.presentation.answer_rows import answer_rows
from cxaudit.presentation.plan_rows import plan_rows
from cxaudit.presentation.score_rows import score_rows
from cxaudit.report.job import Job
from cxaudit.report.workbook.answers import add_answers
from cxaudit.report.workbook.book import Book
from cxaudit.report.workbook.plan import add_plan
from cxaudit.report.workbook.scores import add_scores
from cxaudit.report.workbook.summary import add_summary


def render(job: Job) -> BuiltReport:
    """Return summary, answers, scores worked out by formulas, and plan."""
    view, options = job.view, job.options
    book = Book(view.title, options.brand, options.paper, view.date)
    answers, source = answer_rows(job.pack, job.assessment), _("Answers")
    add_summary(book, _("Summary"), view)
    add_answers(book, source, answers)
    add_scores(book, _("Scores"), source, len(answers), score_rows(job.pack, job.assessment))
    add_plan(book, _("Plan"), plan_rows(job.pack, job.assessment))
    return BuiltReport(book.finished())


def render_plan(job: Job) -> BuiltReport:
    """Return the plan alone, to be worked with."""
    view, options = job.view, job.options
    book = Book(view.title, options.brand, options.paper, view.date)
    add_plan(book, _("Plan"), plan_rows(job.pack, job.assessment))
    return BuiltReport(book.finished())
