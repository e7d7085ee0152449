"""Every place of the program that writes a file is known, and what it writes: a new one has to be put on this list.

What leaves the machine is searched for private and machine names elsewhere (`report/test_nothing_of_the_machine.py`).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "cxaudit"

LEAVES = {
    "report/writer.py": "the report in each of its forms",
    "report/handouts.py": "the printed pack for a workshop",
    "ui/dialogs/printing.py": "the report's pages, painted: paper, or a PDF where that is the printer chosen",
}
"""What is made to be handed on."""
STAYS = {
    "storage/filesystem.py": "the disk itself",
    "storage/locks.py": "the folder of locks",
    "__main__.py": "nothing: a closed pipe is led to the null device",
    "storage/document_file.py": "the document",
    "storage/journal.py": "the journal",
    "storage/backups.py": "backups",
    "storage/ballot_box.py": "votes that were not revealed",
    "storage/settings.py": "settings and recent files",
    "storage/authoring/publish.py": "a questionnaire that its author publishes",
    "ui/crashes.py": "the log of a crash",
    "ui/dialogs/file_place.py": "the folder of documents, made when something is to be put in it",
}
"""What stays on the machine, or is the document that the user keeps."""

WRITERS = {
    "write_bytes",
    "write_text",
    "write_atomically",
    "mkdir",
    "make_folder",
    "symlink_to",
    "hardlink_to",
}
OF_OS = {"open", "link", "rename", "replace", "mkdir", "makedirs", "write"}
LIBRARIES = {"tempfile", "shutil", "sqlite3", "logging.handlers", "pickle", "shelve"}
QT = {"QFile", "QSaveFile", "QTemporaryFile", "QTemporaryDir", "QPdfWriter", "QPrinter", "QSettings", "QImageWriter"}


def writes(source: str) -> Iterator[str]:
    """Yield each call in a module that may write a file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in LIBRARIES)
        elif isinstance(node, ast.ImportFrom):
            yield from ([node.module] if node.module in LIBRARIES else [])
            yield from (name.name for name in node.names if name.name in QT)
        elif isinstance(node, ast.Call):
            yield from _call(node)


def _call(node: ast.Call) -> Iterator[str]:
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
    owner = called.value.id if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) else ""
    modes = [a.value for a in (*node.args, *(k.value for k in node.keywords)) if isinstance(a, ast.Constant)]
    if name in WRITERS or (owner == "os" and name in OF_OS) or name == "FileHandler":
        yield name
    elif name == "open" and any(isinstance(m, str) and len(m) < 4 and set(m) & set("wax+") for m in modes):
        yield "open"


def test_every_place_that_writes_is_on_the_list() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(writes(path.read_text(encoding="utf-8")))
    }
    assert found == LEAVES.keys() | STAYS.keys()


@pytest.mark.parametrize(
    "planted",
    [
        "path.write_text('x')",
        "open(path, 'w')",
        "path.open(mode='ab')",
        "os.open(path, 1)",
        "import tempfile",
        "from PySide6.QtCore import QSaveFile",
        "write_atomically(fs, path, b'')",
        "logging.FileHandler('x')",
        "from shutil import copyfile",
    ],
)
def test_a_place_that_was_planted_is_found(planted: str) -> None:
    assert list(writes(planted))


@pytest.mark.parametrize(
    "harmless", ["path.open('rb')", "session.open(path)", "text.replace('a', 'w')", "self._open('w')"]
)
def test_what_only_reads_is_not(harmless: str) -> None:
    assert list(writes(harmless)) == []
