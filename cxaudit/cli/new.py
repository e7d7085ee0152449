"""`cxaudit new`: makes a document."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.answers_table import LINE
from cxaudit.app.new_audit import new_engagement
from cxaudit.app.ports import Services
from cxaudit.cli.documents import make_document
from cxaudit.cli.plain import one_line
from cxaudit.cli.source import new_document
from cxaudit.cli.verb import OK, Verbs, verb
from cxaudit.domain.fields import Mode
from cxaudit.domain.model import HI, LO
from cxaudit.i18n import _


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "new",
        _("Make a new audit."),
        _("Makes a document for a new audit. A file that is there already is never overwritten."),
        'cxaudit new client.cxaudit\ncxaudit new client.cxaudit --mode full --organisation "Nordlys Energi" --guess 3',
    )
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the document to make; its name ends in .cxaudit"))
    parser.add_argument(
        "--mode",
        choices=("quick", "full"),
        default="quick",
        help=_("quick (five minutes, the default) or full"),
    )
    parser.add_argument("--organisation", metavar="NAME", default="", type=_organisation, help=_("whose audit it is"))
    parser.add_argument(
        "--date", metavar="YYYY-MM-DD", type=_day, help=_("the date that the report prints; today if left out")
    )
    parser.add_argument(
        "--guess",
        metavar="LEVEL",
        type=int,
        choices=range(LO, HI + 1),
        help=_("the overall level that you expect, 1 to 5; the results tell it beside what the answers give"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:  # noqa: ARG001 - every verb runs alike
    """Make the document and print its path."""
    path = new_document(cast("Path", args.file))
    day = cast("date | None", args.date) or services.today()
    pack = services.packs.newest()
    mode, organisation, guess = cast("Mode", args.mode), cast("str", args.organisation), cast("int | None", args.guess)
    engagement = new_engagement(pack, mode, day, organisation, guess=guess)
    print(make_document(path, engagement, services), file=out)
    return OK


def _organisation(text: str) -> str:
    """Return a name for the organisation; argparse words the error."""
    name = one_line(text)
    if len(name) > LINE:
        raise argparse.ArgumentTypeError(_("the name is longer than {limit} characters").format(limit=LINE))
    return name


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("{text} is not a date such as 2026-11-20").format(text=text)) from None
