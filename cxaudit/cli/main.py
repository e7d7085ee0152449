"""Reads the command line, runs the verb and words what went wrong."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TextIO, cast

import cxaudit
from cxaudit.app.ports import Services
from cxaudit.cli import pack
from cxaudit.cli.verb import Run
from cxaudit.i18n import _


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(prog="cxaudit", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"cxaudit {cxaudit.__version__}")
    verbs = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    pack.add(verbs)
    return parser


def main(arguments: Sequence[str], services: Callable[[], Services], out: TextIO, err: TextIO) -> int:
    """Run one command and return its exit code; `services` is called when a verb runs, not for help."""
    args = build_parser().parse_args(arguments)
    run = cast("Run", args.run)
    return run(args, services(), out, err)
