"""Printing the report: the same pages, on the paper of the printer."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from support.program import Hands, settle
from support.shown import at_results, in_dialog

from cxaudit.ui.app import Program
from cxaudit.ui.dialogs.printing import PrintingDialog, chosen_pages, made_printer
from cxaudit.ui.widgets.button import Button


def printer_to(path: Path, paper: str = "A4") -> QPrinter:
    printer = made_printer(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(100)
    return printer


def printed(program: Program, printer: QPrinter, qtbot: QtBot) -> PrintingDialog:
    dialog = PrintingDialog(program.window, program.window.session, printer)
    with qtbot.waitSignal(dialog.ended, timeout=60_000):
        dialog.show()
        dialog.begin()
    return dialog


def test_the_button_asks_for_a_printer_and_cancel_prints_nothing(program: Program, hands: Hands) -> None:
    at_results(program, place="report")
    asked: list[str] = []

    def look(dialog: QDialog) -> None:
        asked.append(type(dialog).__name__)
        hands.tap(Qt.Key.Key_Escape)

    in_dialog(look)
    (button,) = [b for b in program.window.screen_shown.findChildren(Button) if b.text() == "Print…"]
    button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert asked == ["QPrintDialog"]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_page_is_printed_from_edge_to_edge(program: Program, qtbot: QtBot, tmp_path: Path, paper: str) -> None:
    session = at_results(program, place="report")
    session.report.choose_paper("Letter" if paper == "Letter" else "A4")
    path = tmp_path / "printed.pdf"
    count = printed(program, printer_to(path, paper), qtbot).printed
    document = pdfium.PdfDocument(path.read_bytes())
    assert len(document) == count > 8
    width, height = document.get_page_size(0)
    assert (round(width), round(height)) == ((595, 842) if paper == "A4" else (612, 792))
    pixels = document[0].render(scale=1).to_pil().convert("L")
    document.close()
    assert pixels.getpixel((3, 3)) < 128, "the cover's band begins at the edge"
    settle()


def test_a_range_is_printed_and_nothing_else(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    at_results(program, place="report")
    path = tmp_path / "printed.pdf"
    printer = printer_to(path)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    ranges = QPageRanges()
    ranges.addRange(2, 3)
    printer.setPageRanges(ranges)
    assert printed(program, printer, qtbot).printed == 2
    document = pdfium.PdfDocument(path.read_bytes())
    assert len(document) == 2
    document.close()


def test_cancelling_ends_it(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    at_results(program, place="report")
    dialog = PrintingDialog(program.window, program.window.session, printer_to(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(dialog.ended, timeout=60_000):
        dialog.show()
        dialog.begin()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert dialog.printed == 0


def test_pages_are_in_the_order_that_is_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    printer = printer_to(tmp_path / "printed.pdf")
    assert chosen_pages(printer, 3) == [0, 1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 1, 0]
