"""`cxaudit new`: makes a document."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.answers_table import LINE
from cxaudit.app.new_audit import new_engagement
from cxaudit.app.ports import Services
from cxaudit.cli.documents import writing
from cxaudit.cli.plain import one_line
from cxaudit.cli.source import DOCUMENT, there, wrong
from cxaudit.cli.verb import OK, Verbs, verb
from cxaudit.domain.errors import DocumentError
from cxaudit.domain.fields import Mode
from cxaudit.i18n import _


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "new",
        _("Make a new audit."),
        _("Makes a document for a new audit. A file that is there already is never overwritten."),
        'cxaudit new client.cxaudit\ncxaudit new client.cxaudit --mode full --organisation "Nordlys Energi"',
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
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:  # noqa: ARG001 - every verb runs alike
    """Make the document and print its path."""
    path = _named(cast("Path", args.file))
    day = cast("date | None", args.date) or services.today()
    pack = services.packs.newest()
    engagement = new_engagement(pack, cast("Mode", args.mode), day, cast("str", args.organisation))
    try:
        made = services.documents.create(path, engagement)
    except OSError as e:  # a name that the disk cannot hold
        raise DocumentError(str(path), e.strerror or str(e)) from e
    with writing(made) as document:
        pass
    print(document.path, file=out)
    return OK


def _named(path: Path) -> Path:
    """Return the path with the document's ending. Raises InputError for another ending or a file that is there."""
    if path.name in {"", ".."}:
        raise wrong(path, _("It is a folder."), _("Give the name of a file."))
    whole = path.with_name(f"{path.name}{DOCUMENT}")
    named = path if path.suffix else whole
    if named.suffix.lower() != DOCUMENT:
        mend = _("Name it {name}.").format(name=whole.name)
        raise wrong(named, _("An audit's name ends in .cxaudit."), mend)
    if there(named):
        raise wrong(named, _("The file is there already, and stays as it is."), _("Choose another name."))
    if not there(named.parent):
        raise wrong(named, _("There is no such folder."), _("Make the folder first."))
    return named


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
