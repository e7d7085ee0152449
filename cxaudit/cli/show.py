"""`cxaudit show`: prints what a document holds."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.fact_entry import typed_text
from cxaudit.app.ports import Services
from cxaudit.cli.answer_text import answer_line
from cxaudit.cli.plain import one_line, paragraph
from cxaudit.cli.score_text import mode_name
from cxaudit.cli.source import Source, read_source
from cxaudit.cli.verb import OK, Verbs, print_warnings, verb
from cxaudit.domain.assessment import Answer
from cxaudit.domain.questionnaire import Practice
from cxaudit.domain.scoring import score
from cxaudit.i18n import _
from cxaudit.presentation.coverage import answered_text
from cxaudit.presentation.facts import fact_lines
from cxaudit.presentation.parked import parked_views
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.room_words import room_told


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "show",
        _("Print what an audit holds."),
        _("Prints the answers, evidence, notes and plan of a document (its newest audit) or an answers file."),
        "cxaudit show client.cxaudit",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help=_("a document, or a TOML or JSON answers file"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Print the content."""
    path = cast("Path", args.file)
    source = read_source(path, services)
    print_warnings(source.warnings, err)
    written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    for line in _lines(source, written):
        print(line, file=out)
    return OK


def _lines(source: Source, written: datetime) -> Iterator[str]:
    assessment, pack = source.assessment, source.pack
    asked = pack.asked(assessment.mode)
    yield one_line(assessment.organisation) or _("No organisation named")
    facts = _("{mode}, {pack} {version}, {answered}")
    yield facts.format(
        mode=mode_name(assessment.mode).capitalize(),
        pack=pack.id,
        version=pack.version,
        answered=answered_text(Reading(pack, assessment, score(pack, assessment))),
    )
    if assessment.prediction is not None:
        yield _("Guess before the first question: level {level}").format(level=assessment.prediction)
    yield _("Date: {date}").format(date=assessment.date or _("none"))
    yield from _workshop_line(source)
    yield _("File last written: {time}").format(time=f"{written:%Y-%m-%d %H:%M:%S}")
    for dimension in pack.dimensions:
        shown = [p for p in dimension.practices if p in asked or p.id in assessment.answers]
        if shown:
            yield ""
            yield _dimension_line(source, dimension.id, dimension.title)
        for practice in shown:
            yield from _practice_lines(source, practice, asked=practice in asked)
    yield from _action_lines(source)
    yield from _parking_lines(source)


def _workshop_line(source: Source) -> Iterator[str]:
    workshop = source.assessment.workshop
    if workshop is not None:
        present = _("Workshop: {count} present").format(count=workshop.room.present)
        groups = ", ".join(f"{one_line(group.label)} {group.present}" for group in workshop.room.groups)
        yield f"{present} ({groups})" if groups else present


def _parking_lines(source: Source) -> Iterator[str]:
    assessment, pack = source.assessment, source.pack
    items = parked_views(Reading(pack, assessment, score(pack, assessment)))
    if items:
        yield ""
        yield _("Parked in the workshop")
    for item in items:
        where = f" ({item.practice})" if item.practice else ""
        yield f"  {paragraph(item.text, 4).lstrip()}{where}: {one_line(item.line)}"


def _dimension_line(source: Source, dimension: str, title: str) -> str:
    target = source.assessment.targets.get(dimension)
    return title if target is None else _("{title} (target {level})").format(title=title, level=target)


def _practice_lines(source: Source, practice: Practice, *, asked: bool) -> Iterator[str]:
    answer = source.assessment.answer(practice.id)
    tags = [] if asked else [_("not asked in this audit")]
    if practice.id in source.assessment.targets:
        tags.append(_("target {level}").format(level=source.assessment.targets[practice.id]))
    if answer.mark:
        tags.append(_("marked"))
    if answer.carried:
        tags.append(_("carried over, please confirm"))
    tail = f" ({', '.join(tags)})" if tags else ""
    yield f"  {practice.code:<3} {practice.title}: {answer_line(answer, practice, source.pack)}{tail}"
    yield from _written(source, practice, answer)


def _written(source: Source, practice: Practice, answer: Answer) -> Iterator[str]:
    """Yield what stands beside an answer, and below the facts what they say of its level, where they say anything."""
    parts = practice.fact.parts if practice.fact else ()
    facts = ((f"{p.label}:", typed_text(answer.facts[p.id])) for p in parts if p.id in answer.facts)
    about = ", ".join(part for part in (answer.evidence_kind, answer.evidence_date) if part)
    evidence = f"{answer.evidence} ({about})" if about and answer.evidence else answer.evidence or about
    yield from _named(_("Evidence:"), evidence)
    for name, text in facts:
        yield from _named(name, text)
    for line in fact_lines(source.pack, source.assessment, practice.id):
        if line.kind != "silent":
            yield f"      {one_line(f'{line.text} {line.why}')}"
    yield from _named(_("Note:"), answer.note)
    for label, text in room_told(answer):
        yield from _named(f"{label}:", text)


def _named(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"      {name} {paragraph(text, 8).lstrip()}"


def _action_lines(source: Source) -> Iterator[str]:
    states = {a: source.assessment.actions[a] for a in source.pack.actions_by_id if a in source.assessment.actions}
    if states:
        yield ""
        yield _("Plan")
    names = {"open": _("open"), "done": _("done"), "accepted": _("accepted, not now")}
    for action, state in states.items():
        parts = [
            names[state.status],
            _("owner {name}").format(name=one_line(state.owner)) if state.owner else "",
            _("due {date}").format(date=state.due) if state.due else "",
            _("because: {reason}").format(reason=one_line(state.reason)) if state.reason else "",
        ]
        title = source.pack.actions_by_id[action].title
        yield f"  {title}: {', '.join(part for part in parts if part)}"
