"""`cxaudit verify`: checks a PDF report against the answers that are attached to it."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.ports import Services
from cxaudit.app.verifying import Verification
from cxaudit.cli.plain import plain
from cxaudit.cli.verb import OK, Verbs, verb
from cxaudit.i18n import _
from cxaudit.presentation.verification import verification_view

REFUTED = 1


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "verify",
        _("Check a PDF report against its own answers."),
        _(
            "Works every number of a report out again from the answers that are attached to it, and holds its pages\n"
            "against the report that these answers give. Exits with 0 where all is the same, with 1 where it is not."
        ),
        "cxaudit verify report.pdf\ncxaudit verify report.pdf --brand fjord --json",
    )
    parser.add_argument("report", metavar="REPORT.pdf", type=Path, help=_("a PDF report with its receipt attached"))
    parser.add_argument(
        "--brand", metavar="FOLDER", type=Path, help=_("the brand's folder, where the report's titles have its font")
    )
    parser.add_argument("--json", action="store_true", help=_("print the outcome as JSON"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Check the report and print the outcome; 1 where something differs."""
    del err
    folder = cast("Path | None", args.brand)
    found = services.verify_report(
        cast("Path", args.report), None if folder is None else services.read_brand(folder).brand
    )
    if args.json:
        print(json.dumps(_plain(found), indent=1, ensure_ascii=True), file=out)
    else:
        print(plain(verification_view(found).text), file=out)
    return OK if found.confirmed else REFUTED


def _plain(found: Verification) -> dict[str, object]:
    """Return the outcome as plain data."""
    receipt, view = found.receipt, verification_view(found)
    return {
        "confirmed": found.confirmed,
        "verdict": view.verdict,
        "report": str(found.path),
        "program": receipt.program,
        "pack": {"id": receipt.pack.id, "version": receipt.pack.version, "content": receipt.pack.content},
        "holds": receipt.holds,
        "numbers": {
            "compared": found.numbers,
            "differ": [{"where": list(w.where), "said": w.said, "recomputed": w.recomputed} for w in found.wrong],
        },
        "pages": {
            "count": found.pages,
            "compared": found.compared,
            "why": found.why or None,
            "differ": [{"page": p.page, "how": p.how, "says": p.says, "should_say": p.should} for p in found.altered],
        },
        "told": [view.about, *view.lines, *view.differences],
    }
