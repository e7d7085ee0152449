"""Finds the two data folders: beside the package in a checkout, inside it in an installed program."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _folder(name: str) -> Path:
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    msg = f"the program's {name} folder is missing; install it again"
    raise FileNotFoundError(msg)


def questionnaires() -> Path:
    """Return the folder of questionnaire packs."""
    return _folder("questionnaires")


def resources() -> Path:
    """Return the folder of fonts and icons."""
    return _folder("resources")


def examples() -> Path:
    """Return the folder of example answers."""
    return _folder("examples")


@cache
def script_fonts() -> Path | None:
    """Return the folder of fonts of the script pack; None where it, or what shapes its letters, is not installed."""
    found = find_spec("cxaudit_scripts")
    if found is None or found.origin is None or find_spec("uharfbuzz") is None:
        return None
    return Path(found.origin).parent / "fonts"
