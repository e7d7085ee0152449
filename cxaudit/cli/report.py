"""`cxaudit report`: writes the report, or the plan, in any of its forms."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.brand import NO_BRAND, Brand
from cxaudit.app.ports import Services
from cxaudit.app.redaction import PRIVATE
from cxaudit.app.reporting import PaperSize, PrivateField, ReportFormat, ReportOptions
from cxaudit.cli.plain import one_line
from cxaudit.cli.source import Source, read_source, there, wrong
from cxaudit.cli.verb import OK, Verbs, print_warnings, verb
from cxaudit.domain.errors import InputError, Problem
from cxaudit.i18n import _
from cxaudit.presentation.report import REPORT_SECTIONS
from cxaudit.presentation.report_forms import FORMS, form_by_ending, form_file_name, form_of

EXAMPLES = """cxaudit report answers.toml
cxaudit report client.cxaudit -o report.docx --brand fjord
cxaudit report client.cxaudit --as pptx --sections summary,profile,roadmap
cxaudit report client.cxaudit --client-copy --keep notes"""


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "report",
        _("Write the report: PDF, Word, slides, spreadsheet and more."),
        _(
            "Writes the report on a document or an answers file, or its plan, and prints the path. Without --as the\n"
            "name given with -o says which form; without both it is a PDF."
        ),
        EXAMPLES,
    )
    parser.add_argument("answers", metavar="ANSWERS", type=Path, help=_("a document, or a TOML or JSON answers file"))
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        help=_("where to write it; otherwise beside ANSWERS, under the organisation's name"),
    )
    parser.add_argument("--as", dest="form", choices=[form.id for form in FORMS], help=_("which form: see below"))
    _add_looks(parser)
    _add_copy(parser)
    forms = "\n".join(f"  {form.id:<8} {form.title}. {form.description}" for form in FORMS)
    sections = "\n".join(f"  {s.id:<13} {s.title}" for s in REPORT_SECTIONS)
    parser.epilog = f"{parser.epilog}\n\n{_('forms:')}\n{forms}\n\n{_('sections:')}\n{sections}"
    parser.set_defaults(run=run)


def _add_looks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sections",
        metavar="A,B,...",
        type=_sections,
        help=_("which sections, in this order; the cover, the summary and the method are always in"),
    )
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4", help=_("A4 (the default) or Letter"))
    parser.add_argument("--brand", metavar="FOLDER", type=Path, help=_("a folder with brand.toml, logo and font"))
    parser.add_argument(
        "--no-receipt", action="store_true", help=_("a PDF without the attached answers, which cannot be verified")
    )


def _add_copy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--client-copy",
        action="store_true",
        help=_("leave out notes, words of the room, names, single votes and where evidence lies"),
    )
    parser.add_argument(
        "--keep",
        metavar="A,B,...",
        type=_private,
        default=frozenset[PrivateField](),
        help=_("with --client-copy: keep these in ({all})").format(all=", ".join(PRIVATE)),
    )


@dataclass(frozen=True, slots=True)
class _Order:
    """What was ordered: the form, and how it is to be written."""

    form: ReportFormat
    options: ReportOptions

    @property
    def copy(self) -> bool:
        return self.options.kept is not None


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Write the report and print its path."""
    answers, output = cast("Path", args.answers), cast("Path | None", args.output)
    source = read_source(answers, services)
    order = _order(args, source, _brand(cast("Path | None", args.brand), services, err))
    target = _target(output, answers, source, order)
    print_warnings(source.warnings, err)
    for warning in services.write_report(target, source.assessment, source.pack, order.options, order.form):
        print(one_line(warning), file=err)
    print(target, file=out)
    return OK


def _order(args: argparse.Namespace, source: Source, brand: Brand) -> _Order:
    kept = cast("frozenset[PrivateField]", args.keep)
    copy = cast("bool", args.client_copy)
    if kept and not copy:
        what = _("--keep says what a copy for the client keeps, and this is none.")
        raise InputError(_("the command"), (Problem("--keep", what, _("Add --client-copy, or leave out --keep.")),))
    options = ReportOptions(
        sections=cast("tuple[str, ...] | None", args.sections),
        sample=source.sample,
        paper=cast("PaperSize", args.paper),
        receipt=not cast("bool", args.no_receipt),
        kept=kept if copy else None,
        brand=brand,
    )
    return _Order(_form(cast("ReportFormat | None", args.form), cast("Path | None", args.output)), options)


def _form(form: ReportFormat | None, output: Path | None) -> ReportFormat:
    if form is not None:
        return form
    if output is None or not output.suffix or (there(output) and output.is_dir()):
        return "pdf"
    found = form_by_ending(output.suffix)
    if found is None:
        what = _("No report has a name that ends in {ending}.").format(ending=output.suffix)
        raise wrong(output, what, _("Choose another ending, or say with --as which form it is."))
    return found.id


def _brand(folder: Path | None, services: Services, err: TextIO) -> Brand:
    """Return the brand to use; what of its folder cannot be used is said and left out. Raises BrandError."""
    if folder is None:
        return NO_BRAND
    kit = services.read_brand(folder)
    for problem in kit.problems:
        print(one_line(f"{problem.where}: {problem.what} {problem.mend}"), file=err)
    return kit.brand


def _target(output: Path | None, answers: Path, source: Source, order: _Order) -> Path:
    """Return where the report goes.

    Raises InputError where that is the file of the answers, where an audit for the client would take the place of
    another file, which may be somebody's audit, or where the name says another form than was asked for.
    """
    name = form_file_name(source.assessment.organisation, order.form, copy=order.copy)
    if output is None:
        target = answers.with_name(name)
    else:
        target = output / name if there(output) and output.is_dir() else output
    ending = form_of(order.form).ending
    other = form_by_ending(target.suffix)
    if other is not None and other.ending != ending:
        what = _("The name ends in {found}, but {form} files end in {ending}.")
        mend = _("Choose a name that ends in {ending}.").format(ending=ending)
        raise wrong(target, what.format(found=target.suffix, form=order.form, ending=ending), mend)
    if not there(target.parent):
        raise wrong(target, _("There is no such folder."), _("Make the folder first."))
    if there(target) and target.samefile(answers):
        raise wrong(target, _("The report would overwrite the answers."), _("Choose another name with -o."))
    return target


def _sections(text: str) -> tuple[str, ...]:
    """Return ids of sections; argparse words the error."""
    known = [section.id for section in REPORT_SECTIONS]
    return _among(text, known, _("{word} is no section; known are {known}"))


def _private(text: str) -> frozenset[PrivateField]:
    """Return kinds of private fields; argparse words the error."""
    found = _among(text, list(PRIVATE), _("{word} is nothing that can be kept; known are {known}"))
    return frozenset(cast("tuple[PrivateField, ...]", found))


def _among(text: str, known: list[str], words: str) -> tuple[str, ...]:
    found = tuple(word.strip() for word in text.split(",") if word.strip())
    for word in found:
        if word not in known:
            raise argparse.ArgumentTypeError(words.format(word=one_line(word), known=", ".join(known)))
    return found
