"""`cxaudit answer`: answers one question of a document."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
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
from cxaudit.cli.plain import plain
from cxaudit.cli.source import existing_document
from cxaudit.cli.verb import OK, Verbs, print_warnings, verb
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.days import real_day
from cxaudit.domain.edits import AnswerEdit, apply
from cxaudit.domain.errors import InputError, Problem
from cxaudit.domain.fact_check import FactPart, FactValue
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.i18n import _
from cxaudit.presentation.closed import closed_words, way_to_open
from cxaudit.presentation.evidence import latest_day
from cxaudit.presentation.facts import fact_lines

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
    parser.add_argument(
        "--evidence",
        metavar="TEXT",
        type=_prose,
        help=_("what shows it; an empty text takes it away, with its kind and date"),
    )
    parser.add_argument("--evidence-kind", metavar="KIND", help=_("what it is: {kinds}").format(kinds=", ".join(KINDS)))
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
        edit = AnswerEdit(practice=practice.id, answer=answer)
        document.record(assessment.id, edit)
    if practice not in pack.asked(assessment.mode):
        print_warnings((not_asked(practice, assessment.mode),), err)
    print(f"{practice.code} {practice.title}: {answer_line(answer, practice, pack)}", file=out)
    for line in fact_lines(pack, apply(assessment, edit), practice.id):
        print(plain(f"  {line.text} {line.why}".rstrip()), file=out)
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

    Raises InputError where a workshop closed the question, or with everything that is wrong with evidence and facts.
    """
    before, level = assessment.answer(practice.id), cast("str", args.level)
    if before.lock is not None:
        raise InputError(_("the command"), (Problem(practice.code, closed_words(before.lock), way_to_open()),))
    beside = _Beside(latest_day(assessment, today))
    change = {
        "level": None if level == DONT_KNOW else int(level),
        "dont_know": level == DONT_KNOW,
        "not_applicable": None,
        "votes": None,
        "agreed": None,
        "quick": assessment.mode == "quick",
        "carried": False,
        "seconds": None,
        "revision": practice.revision,
        "facts": beside.facts(cast("list[str]", args.fact), practice, before.facts),
        **beside.evidence(args),
    }
    if args.note is not None:
        change["note"] = args.note
    if beside.problems:
        raise InputError(_("the command"), tuple(beside.problems))
    return before.model_copy(update=change)


class _Beside:
    """Reads what stands beside the level, no day after `latest`, and keeps every complaint."""

    def __init__(self, latest: date) -> None:
        self._latest = latest
        self.problems: list[Problem] = []

    def facts(self, given: list[str], practice: Practice, before: dict[str, FactValue]) -> dict[str, FactValue]:
        """Return the values on file with those given in their place."""
        parts = {part.id: part for part in practice.fact.parts} if practice.fact else {}
        values: dict[str, FactValue | None] = {}
        for text in given:
            name, _sign, typed = text.partition("=")
            part = parts.get(name.strip())
            if part is None:
                self._no_such_part(name.strip(), practice, parts)
            elif part.id in values:
                self._wrong(f"--fact {part.id}", _("It is given twice."), _("Give it once."))
            else:
                values[part.id] = self._value(part, typed)
        known = {**before, **values}
        return {part: value for part in parts if (value := known.get(part)) is not None}

    def _value(self, part: FactPart, typed: str) -> FactValue | None:
        entry = entered(part, typed, self._latest)
        if entry.what:
            self._wrong(f"--fact {part.id}", entry.what, entry.mend)
        return entry.value

    def _no_such_part(self, name: str, practice: Practice, parts: Iterable[str]) -> None:
        names = ", ".join(parts)
        what = _("{code} has no fact-check of this name.") if names else _("{code} has no fact-check.")
        known = _("Known here: {names}.").format(names=names) if names else _("Leave it out.")
        mend = did_you_mean(name, parts) or known
        self._wrong(f"--fact {name[:40]}".rstrip(), what.format(code=practice.code), mend)

    def evidence(self, args: argparse.Namespace) -> dict[str, str | None]:
        """Return what is given of the evidence; its text taken away takes kind and date along."""
        text, kind, made = (cast("str | None", args.evidence), args.evidence_kind, args.evidence_date)
        gone: dict[str, str | None] = {} if text != "" else {"evidence_kind": None, "evidence_date": None}
        given = {
            "evidence": (text, text),
            "evidence_kind": (kind, self._kind(kind or "")),
            "evidence_date": (made, self._made(made or "")),
        }
        return {**gone, **{name: value for name, (typed, value) in given.items() if typed is not None}}

    def _kind(self, typed: str) -> str | None:
        if typed and typed not in KINDS:
            mend = did_you_mean(typed, KINDS) or _("Choose one of {names}.").format(names=", ".join(KINDS))
            self._wrong("--evidence-kind", _("There is no kind {text}.").format(text=typed[:40]), mend)
        return typed or None

    def _made(self, typed: str) -> str | None:
        if not typed.strip():
            return None
        made = real_day(typed.strip())
        if made is None or made.isoformat() != typed.strip():
            what = _("{text} is not a date such as 2026-11-20.").format(text=typed[:40])
            self._wrong("--evidence-date", what, _("Write year-month-day."))
        elif made > self._latest:
            what = _("The day lies after {latest}.").format(latest=self._latest)
            self._wrong("--evidence-date", what, _("Give the day on which the evidence was made."))
        return typed.strip()

    def _wrong(self, where: str, what: str, mend: str) -> None:
        self.problems.append(Problem(where, what, mend))


def _prose(text: str) -> str:
    """Return a text as it is kept; argparse words the error."""
    if len(text) > PROSE:
        raise argparse.ArgumentTypeError(_("the text is longer than {limit} characters").format(limit=PROSE))
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise argparse.ArgumentTypeError(_("the text is not UTF-8"))
    return text.strip()
