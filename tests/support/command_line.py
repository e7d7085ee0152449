"""Runs the command line: inside the test with captured streams, or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from cxaudit.app.ports import PackLibrary, Services
from cxaudit.bootstrap import build_services
from cxaudit.cli.main import main
from cxaudit.storage.audit_files import AuditFiles
from cxaudit.storage.folders import Folders

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class CommandLine:
    """The program as one user has it, who keeps everything under `home`; inside the test, with other packs if given."""

    home: Path
    packs: PackLibrary | None = None

    def services(self) -> Services:
        services = build_services(Folders.under(self.home))
        if self.packs is None:
            return services
        return replace(services, packs=self.packs, read_audit=AuditFiles(services.documents, self.packs))

    def __call__(self, *words: str | Path) -> Outcome:
        """Run a command inside the test."""
        out, err = StringIO(), StringIO()
        code = main([str(word) for word in words], self.services, out, err)
        return Outcome(code, out.getvalue(), err.getvalue())

    def process(self, *words: str | Path, environment: dict[str, str] | None = None) -> Outcome:
        """Run `python -m cxaudit` as a process of its own."""
        return self.python("-m", "cxaudit", *words, environment=environment)

    def python(self, *words: str | Path, environment: dict[str, str] | None = None) -> Outcome:
        """Run Python as a process of its own, with the program's files under `home` and no screen."""
        plain = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
        done = subprocess.run(
            [sys.executable, *map(str, words)],
            capture_output=True,
            check=False,
            env={**plain, "CXAUDIT_HOME": str(self.home), **(environment or {})},
            cwd=ROOT,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
