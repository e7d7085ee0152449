"""Finds the two data folders: beside the package in a checkout, inside it in an installed program."""

from __future__ import annotations

from functools import cache
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
