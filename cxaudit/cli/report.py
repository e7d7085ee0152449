"""`cxaudit report`: writes the PDF report."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.ports import Services
from cxaudit.app.reporting import ReportOptions
from cxaudit.cli.plain import one_line
from cxaudit.cli.source import Source, read_source, there, wrong
from cxaudit.cli.verb import OK, Verbs, print_warnings, verb
from cxaudit.i18n import _
from cxaudit.presentation.file_names import report_file_name


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "report",
        _("Write the PDF report."),
        _("Writes the report on a document or an answers file as a PDF, and prints its path."),
        "cxaudit report answers.toml\ncxaudit report client.cxaudit -o report.pdf",
    )
    parser.add_argument("answers", metavar="ANSWERS", type=Path, help=_("a document, or a TOML or JSON answers file"))
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT.pdf",
        type=Path,
        help=_("where to write it; otherwise beside ANSWERS, under the organisation's name"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Write the report and print its path."""
    answers = cast("Path", args.answers)
    source = read_source(answers, services)
    target = _target(cast("Path | None", args.output), answers, source)
    print_warnings(source.warnings, err)
    options = ReportOptions(sample=source.sample)
    for warning in services.write_report(target, source.assessment, source.pack, options):
        print(one_line(warning), file=err)
    print(target, file=out)
    return OK


def _target(output: Path | None, answers: Path, source: Source) -> Path:
    """Return where the report goes. Raises InputError where that is the file of the answers."""
    name = report_file_name(source.assessment.organisation)
    if output is None:
        return answers.with_name(name)
    target = output / name if there(output) and output.is_dir() else output
    if there(target) and target.samefile(answers):
        raise wrong(target, _("The report would overwrite the answers."), _("Choose another name with -o."))
    return target
