"""`cxaudit answer`: answers one question of a document."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.answers_beside import KINDS
from cxaudit.app.answers_file import not_asked
from cxaudit.app.answers_table import PROSE, did_you_mean
from cxaudit.app.fact_entry import entered
from cxaudit.app.ports import Services
from cxaudit.cli.answer_text import answer_line
from cxaudit.cli.documents import tell_recovery, writing
from cxaudit.cli.source import existing_document
from cxaudit.cli.verb import OK, Verbs, print_warnings, verb
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.days import real_day
from cxaudit.domain.edits import AnswerEdit
from cxaudit.domain.errors import InputError, Problem
from cxaudit.domain.fact_check import FactValue
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
            "Answers one question of a document. Evidence, facts and note stay as they are where they are not given.\n"
            "cxaudit pack show prints the questions with what each level means, and the fact-check beside each."
        ),
        'cxaudit answer client.cxaudit H3 4 --evidence "Pay policy v7" --evidence-date 2026-05-04\n'
        "cxaudit answer client.cxaudit M2 3 --fact explained=3/5\ncxaudit answer client.cxaudit M2 dk",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the document"))
    parser.add_argument("code", metavar="CODE", help=_("the question's short code or id, as cxaudit show prints it"))
    parser.add_argument(
        "level", metavar="LEVEL", choices=("1", "2", "3", "4", "5", DONT_KNOW), help=_("1 to 5, or dk for don't know")
    )
    parser.add_argument("--evidence", metavar="TEXT", type=_prose, help=_("what shows it; an empty text takes it away"))
    parser.add_argument("--evidence-kind", choices=KINDS, help=_("what kind of evidence it is"))
    parser.add_argument("--evidence-date", metavar="YYYY-MM-DD", help=_("when it was made"))
    parser.add_argument(
        "--fact",
        metavar="PART=VALUE",
        action="append",
        default=[],
        type=_prose,
        help=_("a value of the fact-check, such as explained=3/5; an empty one takes it away; may be given again"),
    )
    parser.add_argument("--note", metavar="TEXT", type=_prose, help=_("a note; an empty text takes it away"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Record the answer and print it."""
    path = existing_document(cast("Path", args.file), services)
    with writing(services.documents.open(path)) as document:
        tell_recovery(document, err)
        assessment, pack = document.engagement.newest, document.engagement.pack
        practice = _practice(cast("str", args.code), pack)
        answer = _answer(args, assessment, practice, services.today())
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


def _answer(args: argparse.Namespace, assessment: Assessment, practice: Practice, today: date) -> Answer:
    """Return the new answer, with what was written beside the one before unless it is given anew.

    Raises InputError with everything that is wrong with evidence and facts.
    """
    before, level = assessment.answer(practice.id), cast("str", args.level)
    latest = max(today, real_day(assessment.date) or today)
    problems: list[Problem] = []
    facts = _facts(cast("list[str]", args.fact), practice, before.facts, latest, problems)
    made = _evidence_date(cast("str | None", args.evidence_date), latest, problems)
    if problems:
        raise InputError(_("the command"), tuple(problems))
    given = {"evidence": args.evidence, "evidence_kind": args.evidence_kind, "evidence_date": made, "note": args.note}
    beside = {name: value for name, value in given.items() if value is not None}
    state = {
        "level": None if level == DONT_KNOW else int(level),
        "dont_know": level == DONT_KNOW,
        "not_applicable": None,
        "votes": None,
        "agreed": None,
        "quick": assessment.mode == "quick",
        "carried": False,
        "seconds": None,
        "revision": practice.revision,
        "facts": facts,
    }
    return before.model_copy(update={**state, **beside})


def _evidence_date(text: str | None, latest: date, problems: list[Problem]) -> str | None:
    if text is None:
        return None
    made = real_day(text)
    if made is None:
        what = _("{text} is not a date such as 2026-11-20.").format(text=text[:40])
        problems.append(Problem("--evidence-date", what, _("Write year-month-day.")))
    elif made > latest:
        what = _("{day} lies in the future.").format(day=made)
        problems.append(Problem("--evidence-date", what, _("Give the day on which the evidence was made.")))
    return None if made is None else made.isoformat()


def _facts(
    given: list[str], practice: Practice, before: dict[str, FactValue], latest: date, problems: list[Problem]
) -> dict[str, FactValue]:
    """Return the values on file with those given in their place; what is wrong is added to `problems`."""
    parts = {part.id: part for part in practice.fact.parts} if practice.fact else {}
    facts = dict(before)
    for text in given:
        name, _sign, typed = text.partition("=")
        if name not in parts:
            mend = _("Known here: {names}.").format(names=", ".join(parts)) if parts else ""
            what = _("{code} has no fact-check of this name.").format(code=practice.code)
            problems.append(Problem(f"--fact {name[:40]}", what, did_you_mean(name, parts) or mend))
            continue
        entry = entered(parts[name], typed, latest)
        if entry.what:
            problems.append(Problem(f"--fact {name}", entry.what, entry.mend))
        elif entry.value is None:
            facts.pop(name, None)
        else:
            facts[name] = entry.value
    return {part: facts[part] for part in parts if part in facts}


def _prose(text: str) -> str:
    """Return a text as it is kept; argparse words the error."""
    if len(text) > PROSE:
        raise argparse.ArgumentTypeError(_("the text is longer than {limit} characters").format(limit=PROSE))
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise argparse.ArgumentTypeError(_("the text is not UTF-8"))
    return text.strip()
