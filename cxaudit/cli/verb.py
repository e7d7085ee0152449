"""What every verb of the command line shares: how it is added, how it runs, how it exits.

A verb's module has `add(verbs)`, which makes the parser with `verb(...)`, adds its arguments and sets
`parser.set_defaults(run=run)`; and `run(args, services, out, err)`, which prints results to `out`, warnings to `err`
and returns an exit code. Foreseen errors (`CxAuditError`) are raised: `main` words them and picks the exit code.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import TextIO, TypeAlias

from cxaudit.app.ports import Services
from cxaudit.cli.plain import plain
from cxaudit.domain.errors import Problem
from cxaudit.i18n import _

OK = 0
WRONG_INPUT = 2
NO_SCREEN = 3
NOT_WRITTEN = 4

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
"""What `add_subparsers` returns; argparse gives it no public name."""

Run = Callable[[argparse.Namespace, Services, TextIO, TextIO], int]


def verb(verbs: Verbs, name: str, summary: str, about: str, examples: str = "") -> argparse.ArgumentParser:
    """Add a verb: `summary` is its line in the list, `about` and `examples` (lines to type) its own help."""
    epilog = f"examples:\n{indented(examples)}" if examples else None
    return verbs.add_parser(
        name,
        help=summary,
        description=about,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def indented(lines: str) -> str:
    """Return the lines, each set in by two spaces."""
    return "\n".join(f"  {line}" for line in lines.splitlines())


def print_warnings(warnings: Iterable[Problem], err: TextIO) -> None:
    """Print what is allowed but may be a mistake."""
    for warning in warnings:
        print(plain(_("Note: {warning}").format(warning=warning)), file=err)
