"""Habits that the linters do not know: plain text only, and a binding that counts its references right."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

UI = Path(__file__).resolve().parents[2] / "cxaudit" / "ui"
RICH = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "setOpenExternalLinks"}


def breaches(source: str, name: str) -> Iterator[str]:
    """Return where a file could show markup: labels of Qt's own, rich text, tooltips that are not escaped."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        if called.split(".")[-1] == "QLabel" and name != "text.py":
            yield f"{name}:{node.lineno}: a label of Qt's own; use Text"
        if called.split(".")[-1] in RICH:
            yield f"{name}:{node.lineno}: {called} takes markup"
        if called.endswith("setToolTip") and "&lt;" not in ast.unparse(node):
            yield f"{name}:{node.lineno}: a tooltip that is not escaped"


def test_every_text_is_plain() -> None:
    found = [line for path in UI.rglob("*.py") for line in breaches(path.read_text("utf-8"), path.name)]
    assert found == []


@pytest.mark.parametrize("line", ["QLabel(text)", "self.edit.setHtml(x)", "button.setToolTip(name)"])
def test_a_breach_would_be_found(line: str) -> None:
    assert len(list(breaches(line, "planted.py"))) == 1


def test_calls_that_return_nothing_keep_their_references() -> None:
    """One version of the binding lost one reference to None with each of them and aborted after some thousands."""
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _time in range(20_000):
        thing.setObjectName("same")
    assert abs(sys.getrefcount(None) - before) < 1_000
