"""`cxaudit score`: prints the scores, in words or as the receipt."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TextIO, cast

import cxaudit
from cxaudit.app.ports import Services
from cxaudit.cli.score_text import score_text
from cxaudit.cli.source import read_source
from cxaudit.cli.verb import OK, Verbs, print_warnings, verb
from cxaudit.domain.receipt import receipt_text
from cxaudit.i18n import _


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "score",
        _("Print the scores and what to do first."),
        _("Scores a document (its newest audit, with what was typed last) or an answers file."),
        "cxaudit score answers.toml\ncxaudit score client.cxaudit --json",
    )
    parser.add_argument("answers", metavar="ANSWERS", type=Path, help=_("a document, or a TOML or JSON answers file"))
    parser.add_argument(
        "--json", action="store_true", help=_("print the receipt: every number with its arithmetic, as JSON")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Print the scores."""
    source = read_source(cast("Path", args.answers), services)
    print_warnings(source.warnings, err)
    if args.json:
        out.write(receipt_text(source.pack, source.assessment, cxaudit.__version__))
    else:
        print(score_text(source.pack, source.assessment), file=out)
    return OK
