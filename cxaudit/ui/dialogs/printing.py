"""Printing a report: its own pages, painted one after the other in the background at the printer's resolution."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from cxaudit.app.reporting import PageImage, ReportPages
from cxaudit.i18n import _
from cxaudit.ui.dialogs.base import Dialog
from cxaudit.ui.report_draft import Look
from cxaudit.ui.session import Session
from cxaudit.ui.tasks import Tasks
from cxaudit.ui.widgets.page_sheets import picture
from cxaudit.ui.widgets.text import Text

MOST_DPI = 300
"""Finer than this no eye sees a difference, and a page takes much memory."""
POINTS = 72


class PrintingDialog(Dialog):
    """Prints, and says how far it is; Cancel ends it after the page at hand.

    Signals:
        ended: all pages are with the printer, or it was cancelled, or it failed.
    """

    ended = Signal()

    def __init__(self, parent: QWidget, session: Session, printer: QPrinter) -> None:
        super().__init__(parent, _("Printing"), width=420)
        self._session, self._printer = session, printer
        self._tasks = Tasks(self)
        self._painter: QPainter | None = None
        self._pages: ReportPages | None = None
        self._rest: list[int] = []
        self._over = False
        self.printed = 0
        self._words = Text(_("Making the report…"))
        self.content.addWidget(self._words)
        self.add_buttons(_("Cancel"), "")
        if self.accept_button is not None:
            self.accept_button.clicked.disconnect()
            self.accept_button.clicked.connect(self.reject)
        self.finished.connect(self._end)

    def begin(self) -> None:
        """Build the report, then print page by page."""
        self._tasks.start(self._session.report.draft().look, self._take, self._fail)

    @property
    def _scale(self) -> float:
        """Return the pixels a point that pages are painted at."""
        return min(self._printer.resolution(), MOST_DPI) / POINTS

    def _take(self, look: Look) -> None:
        if self._over:
            look.pages.close()
            return
        self._pages = look.pages
        self._rest = chosen_pages(self._printer, len(look.pages.sizes))
        self._painter = QPainter()
        if not self._painter.begin(self._printer):
            self._words.render_text(_("The printer takes nothing. Look whether it is on, or choose another one."))
            return
        self._next()

    def _next(self) -> None:
        pages = self._pages
        if not self._rest or pages is None or self._painter is None:
            self.accept()
            return
        page, scale = self._rest.pop(0), self._scale
        said = _("Page {page} of {pages}").format(page=page + 1, pages=len(pages.sizes))
        self._words.render_text(said)
        self._tasks.start(lambda: pages.paint(page, scale), self._put, self._fail)

    def _put(self, image: PageImage) -> None:
        if self._painter is None or self._over:
            return
        if self.printed:
            self._printer.newPage()
        made = picture(image)
        paper = QRectF(self._painter.viewport())
        share = min(paper.width() / made.width(), paper.height() / made.height())
        width, height = made.width() * share, made.height() * share
        self._painter.drawImage(QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height), made)
        self.printed += 1
        self._next()

    def _fail(self, error: Exception) -> None:
        self.reject()
        self._session.fail(error)

    def _end(self) -> None:
        """Let go of the printer, the pages and the thread."""
        self._over = True
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        if self._pages is not None:
            self._tasks.start(self._pages.close, _nothing, self._session.fail)
        self._tasks.finish()
        self.ended.emit()

    @override
    def reject(self) -> None:
        if self._painter is not None and self._painter.isActive() and self._rest:
            self._printer.abort()
        super().reject()


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the pages to print, from 0, in their order, as often as the printer does not repeat them itself."""
    ranges = printer.pageRanges()
    some = printer.printRange() == QPrinter.PrintRange.PageRange and not ranges.isEmpty()
    pages = [page for page in range(count) if not some or ranges.contains(page + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages * (1 if printer.supportsMultipleCopies() else printer.copyCount())


def made_printer(paper: str) -> QPrinter:
    """Return a printer for reports on "A4" or "Letter": the paper from edge to edge, as the pages have margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.A4 if paper == "A4" else QPageSize.PageSizeId.Letter
    printer.setPageSize(QPageSize(size))
    printer.setFullPage(True)
    return printer


def print_report(parent: QWidget, session: Session) -> None:
    """Ask for a printer and print the report on it."""
    printer = made_printer(session.report.paper)
    asked = QPrintDialog(printer, parent)
    asked.setWindowTitle(_("Print the report"))
    asked.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    if asked.exec() == QDialog.DialogCode.Accepted:
        dialog = PrintingDialog(parent, session, printer)
        dialog.begin()
        dialog.exec()


def _nothing(_value: object) -> None:
    """Take note of nothing."""
