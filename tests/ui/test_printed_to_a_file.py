"""Where the printer is a file, that file holds nothing of the machine either."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot
from support.searched import found_in

from cxaudit.ui.dialogs.printing import made_printer


def test_a_pdf_that_was_printed_names_no_account_and_no_folder(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    for name in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.setenv(name, "quokkaaccount")
    path = tmp_path / "quokkatarget.pdf"
    printer = made_printer("A4")
    printer.setOutputFileName(str(path))
    painter = QPainter(printer)
    painter.drawRect(0, 0, 100, 100)
    painter.end()
    content = path.read_bytes()
    assert found_in(content, ["quokkaaccount", "quokkatarget", tmp_path.name, str(Path.cwd())]) == {}
    printer.setDocName(str(path))
    painter = QPainter(printer)
    painter.end()
    assert found_in(path.read_bytes(), ["quokkatarget"])
