"""Files and functions stay small, packages stay visible, the core stays exact and without Qt, network or clock."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "cxaudit"
FILES = sorted(PACKAGE.rglob("*.py"))
LINES_A_FILE = 300
LINES_A_FUNCTION = 40


def oversized(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if len(text.splitlines()) > LINES_A_FILE:
        yield f"{path}: {len(text.splitlines())} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LINES_A_FUNCTION:
                yield f"{path}:{node.lineno}: {node.name} has {length} lines"


def test_files_and_functions_stay_within_their_budgets() -> None:
    assert [line for path in FILES for line in oversized(path)] == []


def test_the_budget_check_sees_a_long_file_and_a_long_function(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    body = "def f():\n" + "    pass\n" * LINES_A_FUNCTION
    planted.write_text("\n" * LINES_A_FILE + body, encoding="utf-8")
    assert len(list(oversized(planted))) == 2


def test_every_folder_of_the_package_is_a_package() -> None:
    folders = {path.parent for path in FILES}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


INEXACT = {"time", "datetime", "random", "secrets", "math", "statistics", "locale"}
EXACT = {("datetime", "date"), ("math", "isqrt")}
"""The calendar, and the root of a whole number; `date.today` is a clock and is seen as one."""


def inexact(path: Path) -> Iterator[str]:
    """Floats, and names that would bring a clock or chance into the engine."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Constant(value=float()):
                yield f"{path.name}:{node.lineno}: a float"
            case ast.Name(id="float"):
                yield f"{path.name}:{node.lineno}: float()"
            case ast.Attribute(attr="today" | "now" | "utcnow" | "fromtimestamp"):
                yield f"{path.name}:{node.lineno}: {node.attr}"
            case ast.Import(names=names) if {alias.name.partition(".")[0] for alias in names} & INEXACT:
                yield f"{path.name}:{node.lineno}: {names[0].name}"
            case ast.ImportFrom(module=str(module), names=names) if module.partition(".")[0] in INEXACT:
                wrong = [alias.name for alias in names if (module, alias.name) not in EXACT]
                yield from (f"{path.name}:{node.lineno}: {module}.{name}" for name in wrong)
            case _:
                pass


def test_the_engine_uses_no_float_clock_or_chance() -> None:
    assert [line for path in sorted((PACKAGE / "domain").glob("*.py")) for line in inexact(path)] == []


def test_the_exactness_check_sees_a_float_and_a_clock(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    lines = ("import time", "x = 0.5", "y = float(1)", "from math import sqrt, isqrt", "from datetime import date")
    planted.write_text("\n".join((*lines, "z = date.today()")), encoding="utf-8")
    assert [line.partition(": ")[2] for line in inexact(planted)] == [
        "time",
        "math.sqrt",
        "a float",
        "float()",
        "today",
    ]


LOADED = """
import sys
reached = []
sys.addaudithook(lambda event, arguments: reached.append(event) if event.startswith("socket.") else None)
import {module}
print([m for m in sys.modules if m.split(".")[0] in ("PySide6", "shiboken6", "ssl")] + reached)
"""


def loaded(module: str) -> str:
    """What of Qt, of encrypted connections and of sockets a fresh process has touched once a module is loaded."""
    command = [sys.executable, "-c", LOADED.format(module=module)]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


@pytest.mark.parametrize(
    "module", ["cli.main", "bootstrap", "app.workspace", "app.flow", "presentation.results", "report"]
)
def test_the_core_loads_without_qt_or_network(module: str) -> None:
    assert loaded(f"cxaudit.{module}") == "[]"


def test_the_loading_check_sees_qt_and_a_socket() -> None:
    assert "PySide6" in loaded("cxaudit.ui.app")
    assert "socket.gethostname" in loaded("socket; socket.gethostname()")


def formatted_in_gettext(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
            for argument in node.args[:2]:
                if isinstance(argument, ast.JoinedStr):
                    yield f"{path.name}:{node.lineno}: an f-string cannot be translated"


def test_no_f_string_goes_through_gettext() -> None:
    assert [line for path in FILES for line in formatted_in_gettext(path)] == []


def test_the_gettext_check_sees_an_f_string(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("_(f'{x} answers')\n", encoding="utf-8")
    assert len(list(formatted_in_gettext(planted))) == 1


def test_requirements_pin_everything_and_name_no_index() -> None:
    for name in ("user.txt", "dev.txt"):
        lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
        pins = [line for line in lines if not line.startswith("#")]
        assert all("==" in line for line in pins)
        assert not any("://" in line or line.startswith("-") for line in lines)
        assert any(line.startswith("pyside6-essentials==6.11.3") for line in pins)
