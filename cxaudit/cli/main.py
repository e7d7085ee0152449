"""Reads the command line, runs the verb and words what went wrong."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TextIO, cast

import cxaudit
from cxaudit.app.answers_table import did_you_mean
from cxaudit.app.ports import Services
from cxaudit.cli import (
    VERBS,
    answer,
    continuation,
    handout,
    lift,
    margin,
    merge,
    new,
    pack,
    report,
    score,
    show,
    verify,
    what_if,
)
from cxaudit.cli.plain import plain
from cxaudit.cli.source import there
from cxaudit.cli.verb import NOT_WRITTEN, WRONG_INPUT, Run, indented
from cxaudit.domain.errors import (
    BrandError,
    CxAuditError,
    DamagedDocumentError,
    InputError,
    NewerDocumentError,
    NotNewerError,
    OtherQuestionnaireError,
    ReceiptError,
    UnknownPackError,
    UnusableDocumentError,
)
from cxaudit.i18n import _
from cxaudit.presentation.errors import error_view

EXAMPLES = """cxaudit
cxaudit client.cxaudit
cxaudit score answers.toml
cxaudit report answers.toml -o report.pdf
cxaudit COMMAND --help"""

_INPUT_ERRORS = (
    InputError,
    BrandError,
    UnknownPackError,
    DamagedDocumentError,
    NewerDocumentError,
    UnusableDocumentError,
    NotNewerError,
    OtherQuestionnaireError,
    ReceiptError,
)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="cxaudit",
        usage=_("cxaudit [FILE.cxaudit]\n       cxaudit COMMAND ..."),
        description=_("Tells how mature your customer-experience practice is, and what to do first. Offline."),
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"cxaudit {cxaudit.__version__}")
    verbs = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), prog="cxaudit")
    for module in (new, answer, show, score, report, verify, handout, what_if, lift, continuation, merge, margin, pack):
        module.add(verbs)
    return parser


def main(arguments: Sequence[str], services: Callable[[], Services], out: TextIO, err: TextIO) -> int:
    """Run one command and return its exit code; `services` is called when a verb runs, not for help."""
    if arguments and arguments[0] not in VERBS and not arguments[0].startswith("-"):
        print(plain(_not_a_verb(arguments)), file=err)
        return WRONG_INPUT
    try:
        with redirect_stdout(out), redirect_stderr(err):
            args = _parse(arguments)
    except SystemExit as e:
        return cast("int", e.code)
    run = cast("Run", args.run)
    logging.getLogger("cxaudit").addHandler(logging.NullHandler())  # what a user has to know is said by the verb
    try:
        return run(args, services(), out, err)
    except CxAuditError as e:
        print(plain(error_view(e).text), file=err)
        return WRONG_INPUT if isinstance(e, _INPUT_ERRORS) else NOT_WRITTEN


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = build_parser()
    args = parser.parse_args(arguments)
    if not hasattr(args, "run"):
        parser.error(_("a command is missing"))
    return args


def _not_a_verb(arguments: Sequence[str]) -> str:
    """Return what to say where the first word is no verb."""
    word = arguments[0]
    if there(Path(word)):
        return _("One audit at a time can be opened: cxaudit {file}").format(file=word)
    hint = did_you_mean(word, VERBS) or _("See cxaudit --help.")
    return f"{_('{word} is neither a command nor a file.').format(word=word)} {hint}"


def _epilog() -> str:
    codes = "\n".join(
        (
            _("0  done"),
            _("1  cxaudit pack found mistakes in a questionnaire pack, or cxaudit verify refuted a report"),
            _("2  the command or the file is wrong; nothing was written"),
            _("3  the window cannot open: there is no screen"),
            _("4  the file is open elsewhere, or could not be written"),
        )
    )
    alone = _("Without a command the window opens, with the audit that is named, if any.")
    return f"{alone}\n\n{_('examples:')}\n{indented(EXAMPLES)}\n\n{_('exit codes:')}\n{indented(codes)}"
