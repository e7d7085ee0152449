"""`cxaudit lift`: prints which answers, raised, lift a dimension one level with the least effort."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.answers_table import did_you_mean
from cxaudit.app.ports import Services
from cxaudit.cli.plain import plain
from cxaudit.cli.source import Source, read_source
from cxaudit.cli.verb import OK, Verbs, print_warnings, verb
from cxaudit.domain.errors import InputError, Problem
from cxaudit.domain.questionnaire import Dimension
from cxaudit.domain.scoring import score
from cxaudit.i18n import _
from cxaudit.presentation.lift import LiftsView, lifts_view
from cxaudit.presentation.reading import Reading


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "lift",
        _("Print which answers lift a dimension one level."),
        _(
            "Prints the smallest sets of answers which, raised, lift a dimension one level with the least effort,\n"
            "and the actions that belong to them. Nothing is saved."
        ),
        "cxaudit lift client.cxaudit\ncxaudit lift client.cxaudit mission",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help=_("a document, or a TOML or JSON answers file"))
    parser.add_argument(
        "dimension", metavar="DIMENSION", nargs="?", help=_("a dimension's id, letter or name; each one if left out")
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Print the sets."""
    source = read_source(cast("Path", args.file), services)
    dimensions = _dimensions(cast("str | None", args.dimension), source)
    print_warnings(source.warnings, err)
    reading = Reading(source.pack, source.assessment, score(source.pack, source.assessment))
    parts = ("\n".join(_lines(reading, lifts_view(reading, dimension))) for dimension in dimensions)
    print(plain("\n\n".join(parts)), file=out)
    return OK


def _dimensions(name: str | None, source: Source) -> list[str]:
    """Return the ids of the dimensions that are meant. Raises InputError."""
    dimensions = source.pack.dimensions
    if name is None:
        return [dimension.id for dimension in dimensions]
    found = [d.id for d in dimensions if name.casefold() in _names(d)]
    if found:
        return found
    ids = [dimension.id for dimension in dimensions]
    mend = did_you_mean(name.casefold(), ids) or _("The dimensions are {ids}.").format(ids=", ".join(ids))
    raise InputError(_("the command"), (Problem(name[:40] or "DIMENSION", _("There is no such dimension."), mend),))


def _names(dimension: Dimension) -> set[str]:
    """Return what a dimension is called: its id, its name, and the letter of its questions."""
    letters = {practice.code.rstrip("0123456789") for practice in dimension.practices}
    return {name.casefold() for name in (dimension.id, dimension.title, *(letters if len(letters) == 1 else ()))}


def _lines(reading: Reading, view: LiftsView) -> Iterator[str]:
    yield view.question
    if view.none:
        yield f"  {view.none}"
    for lift in view.lifts:
        yield f"  {lift.sentence}"
        yield f"    {lift.actions_line}"
        levels = " ".join(f"{reading.pack.practices[p].code}={level}" for p, level in lift.levels)
        yield "    " + _("Try it: cxaudit what-if FILE {levels}").format(levels=levels)
    if view.more:
        yield f"  {view.more}"
