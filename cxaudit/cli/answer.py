"""`cxaudit answer`: answers one question of a document."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.answers_file import not_asked
from cxaudit.app.answers_table import PROSE, did_you_mean
from cxaudit.app.ports import Services
from cxaudit.cli.answer_text import answer_line
from cxaudit.cli.documents import tell_recovery, writing
from cxaudit.cli.source import existing_document
from cxaudit.cli.verb import OK, Verbs, print_warnings, verb
from cxaudit.domain.assessment import Answer
from cxaudit.domain.edits import AnswerEdit
from cxaudit.domain.errors import InputError, Problem
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.i18n import _

DONT_KNOW = "dk"


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "answer",
        _("Answer one question."),
        _(
            "Answers one question of a document. Evidence and note stay as they are where they are not given.\n"
            "cxaudit pack show prints the questions with what each level means."
        ),
        'cxaudit answer client.cxaudit H3 4 --evidence "Pay policy v7"\ncxaudit answer client.cxaudit M2 dk',
    )
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the document"))
    parser.add_argument("code", metavar="CODE", help=_("the question's short code or id, as cxaudit show prints it"))
    parser.add_argument(
        "level", metavar="LEVEL", choices=("1", "2", "3", "4", "5", DONT_KNOW), help=_("1 to 5, or dk for don't know")
    )
    parser.add_argument("--evidence", metavar="TEXT", type=_prose, help=_("what shows it; an empty text takes it away"))
    parser.add_argument("--note", metavar="TEXT", type=_prose, help=_("a note; an empty text takes it away"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Record the answer and print it."""
    path = existing_document(cast("Path", args.file), services)
    with writing(services.documents.open(path)) as document:
        tell_recovery(document, err)
        assessment, pack = document.engagement.newest, document.engagement.pack
        practice = _practice(cast("str", args.code), pack)
        answer = _answer(args, assessment.answer(practice.id), practice)
        document.record(assessment.id, AnswerEdit(practice=practice.id, answer=answer))
    if practice not in pack.asked(assessment.mode):
        print_warnings((not_asked(practice, assessment.mode),), err)
    print(f"{practice.code} {practice.title}: {answer_line(answer, practice, pack)}", file=out)
    return OK


def _practice(code: str, pack: Pack) -> Practice:
    """Return the practice of a code (in any case) or id. Raises InputError."""
    practice = pack.by_code.get(code.upper()) or pack.practices.get(code.lower())
    if practice is None:
        codes = _("The codes are {codes}.").format(codes=", ".join(pack.by_code))
        mend = did_you_mean(code, (*pack.by_code, *pack.practices)) or codes
        raise InputError(_("the command"), (Problem(code or "CODE", _("No practice has this code or id."), mend),))
    return practice


def _answer(args: argparse.Namespace, before: Answer, practice: Practice) -> Answer:
    """Return the new answer, with what was written beside the one before unless it is given anew."""
    level = cast("str", args.level)
    evidence, note = cast("str | None", args.evidence), cast("str | None", args.note)
    return Answer(
        level=None if level == DONT_KNOW else int(level),
        dont_know=level == DONT_KNOW,
        evidence=before.evidence if evidence is None else evidence,
        note=before.note if note is None else note,
        mark=before.mark,
        revision=practice.revision,
    )


def _prose(text: str) -> str:
    """Return a text as it is kept; argparse words the error."""
    if len(text) > PROSE:
        raise argparse.ArgumentTypeError(_("the text is longer than {limit} characters").format(limit=PROSE))
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise argparse.ArgumentTypeError(_("the text is not UTF-8"))
    return text.strip()
