"""Each contract of the linter fails when it is broken: a breach is planted in a copy, and must be named."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BREACHES = [
    ("layers", "domain/planted.py", "import cxaudit.app.ports"),
    ("layers", "presentation/planted.py", "import cxaudit.storage"),
    ("layers", "stray/__init__.py", ""),
    ("window", "ui/widgets/planted.py", "import cxaudit.ui.main_window"),
    ("window", "ui/wall/planted.py", "import cxaudit.ui.widgets.button"),
    ("window", "ui/dialogs/planted.py", "import cxaudit.ui.projection"),
    ("qt", "app/planted.py", "def later():\n    import PySide6.QtCore"),
    ("qt", "report/planted.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import PySide6.QtGui"),
    ("reportlab", "presentation/planted.py", "import reportlab.lib.colors"),
    ("ports", "ui/screens/planted.py", "import cxaudit.storage"),
    ("cli", "cli/planted.py", "import cxaudit.ui"),
    ("cycles", "app/planted.py", "import cxaudit.app.planted_too"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "cxaudit", tmp_path / "cxaudit", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_holds() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("contract", "module", "source"), BREACHES)
def test_a_planted_breach_is_found(copy: Path, contract: str, module: str, source: str) -> None:
    planted = copy / "cxaudit" / module
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(source + "\n", encoding="utf-8")
    if contract == "cycles":
        (copy / "cxaudit/app/planted_too.py").write_text("import cxaudit.app.planted\n", encoding="utf-8")
    result = lint(copy)
    names = {c["id"]: c["name"] for c in contracts()}
    assert result.returncode == 1
    assert f"{names[contract]} BROKEN" in " ".join(result.stdout.split())


def contracts() -> list[dict[str, str]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["tool"]["importlinter"]["contracts"]


def test_each_contract_has_a_planted_breach() -> None:
    assert {c["id"] for c in contracts()} == {contract for contract, _, _ in BREACHES}
