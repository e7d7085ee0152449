"""`cxaudit merge`: takes answers that people gave alone into a workshop, all files at once or none."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.merge import Merge, NotMerged, merge
from cxaudit.app.merge_files import ChosenFile, read_files
from cxaudit.app.ports import Services
from cxaudit.app.room import Refusal, RoomSession, room_session
from cxaudit.cli.documents import tell_recovery, writing
from cxaudit.cli.plain import one_line, plain
from cxaudit.cli.source import existing_document, wrong
from cxaudit.cli.verb import OK, WRONG_INPUT, Verbs, verb
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import InputError, Problem
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.merge import MergeView, merge_view, prework_view, suggested_label
from cxaudit.presentation.refusals import refusal_words

LABEL = 60

Named = tuple[str, str]


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "merge",
        _("Take answers that people gave alone into a workshop."),
        _(
            "Takes the answers of several audits or answers files into a workshop that has begun. The files stay as\n"
            "they are, and nothing is merged until all of them can be. Prints which questions need the room."
        ),
        "cxaudit merge workshop.cxaudit one.cxaudit two.cxaudit\n"
        'cxaudit merge workshop.cxaudit one.cxaudit two.toml --label "one.cxaudit=Depot" --group one.cxaudit=Leaders\n'
        "cxaudit merge workshop.cxaudit *.toml --preview",
    )
    parser.add_argument("workshop", metavar="WORKSHOP", type=Path, help=_("the document with the workshop"))
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help=_("a document, or an answers file"))
    parser.add_argument(
        "--label",
        metavar="FILE=LABEL",
        action="append",
        default=[],
        type=_named,
        help=_("who filled a file in, by a label of your choice; Person 1, Person 2 and so on if left out"),
    )
    parser.add_argument(
        "--group",
        metavar="FILE=GROUP",
        action="append",
        default=[],
        type=_named,
        help=_("the group of who filled it in, in a workshop with groups"),
    )
    parser.add_argument(
        "--copies", action="store_true", help=_("the files are copies of one, each filled in by another person")
    )
    parser.add_argument("--preview", action="store_true", help=_("say what would be merged, and write nothing"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Merge the files and print what needs the room; print all that is wrong to `err` where they cannot be merged."""
    path = existing_document(cast("Path", args.workshop), services)
    if cast("bool", args.preview):
        found = _found(args, path, services.documents.read(path), services)
    else:
        with writing(services.documents.open(path)) as document:
            tell_recovery(document, err)
            found = _found(args, path, document.engagement, services)
            if found.merge is not None and found.merge.step.edit is not None:
                document.record(found.session.assessment.id, found.merge.step.edit)
    if found.merge is None:
        print(plain("\n".join(_faults(found.view))), file=err)
        return WRONG_INPUT
    print(plain("\n".join(_result(found, found.merge, preview=cast("bool", args.preview)))), file=out)
    return OK


@dataclass(frozen=True, slots=True)
class _Found:
    """The workshop as it was, what is said of the files, and the merge; None where they cannot be merged."""

    session: RoomSession
    view: MergeView
    merge: Merge | None


def _found(args: argparse.Namespace, path: Path, engagement: Engagement, services: Services) -> _Found:
    """Read the files and see what comes of them. Raises InputError where there is no workshop to merge them into."""
    audit = engagement.newest
    if audit.workshop is None:
        what, mend = _("No workshop has begun in it."), _("Open it, and choose “Run a workshop” in the Workshop menu.")
        raise wrong(path, what, mend)
    session = room_session(engagement.pack, audit, services.ballots.take(audit.id))
    chosen = _chosen(args, session)
    outcome = merge(session, *read_files(services.read_audit, chosen))
    if isinstance(outcome, Refusal):
        raise wrong(path, refusal_words(session.pack, outcome))
    if isinstance(outcome, NotMerged):
        return _Found(session, merge_view(session, chosen, outcome.problems), None)
    return _Found(session, merge_view(session, chosen, ()), outcome)


def _chosen(args: argparse.Namespace, session: RoomSession) -> tuple[ChosenFile, ...]:
    files = tuple(dict.fromkeys(cast("list[Path]", args.files)))
    labels = _by_file("--label", cast("list[Named]", args.label), files)
    groups = _by_file("--group", cast("list[Named]", args.group), files)
    taken = [*labels.values(), *(entry.label for entry in session.workshop.merged)]
    chosen: list[ChosenFile] = []
    for file in files:
        label = labels.get(file) or suggested_label([*taken, *(one.label for one in chosen)])
        chosen.append(ChosenFile(file, label, groups.get(file, ""), cast("bool", args.copies)))
    return tuple(chosen)


def _by_file(option: str, given: Sequence[Named], files: Sequence[Path]) -> dict[Path, str]:
    """Return what is given for each file. Raises InputError with every name that is none of the files."""
    unknown = [name for name, _value in given if Path(name) not in files]
    if unknown:
        what, mend = _("This file is not among those to merge."), _("Write it as it stands behind WORKSHOP.")
        problems = tuple(Problem(f"{option} {one_line(name)[:60]}", what, mend) for name in unknown)
        raise InputError(_("the command"), problems)
    return {Path(name): value for name, value in given}


def _faults(view: MergeView) -> Iterator[str]:
    yield view.verdict
    for at in view.wrong:
        line = view.lines[at]
        yield ""
        yield f"{line.name} ({line.label})"
        for problem in line.problems:
            say_so = (_("To say so, add --copies."),) if problem.may_be_apart else ()
            yield from (f"  {text}" for text in (problem.what, *problem.details, problem.cure, *say_so))
    yield ""
    yield _("Nothing was merged.")


def _result(found: _Found, done: Merge, *, preview: bool) -> Iterator[str]:
    lines = found.view.lines
    merged = ngettext("{count} file was merged.", "{count} files were merged.", len(lines)).format(count=len(lines))
    yield found.view.verdict if preview else merged
    for line in lines:
        group = f" ({line.group})" if line.group else ""
        yield f"  {line.name}: {line.label}{group}"
    view = prework_view(found.session.after(done.step))
    if view is not None:
        yield ""
        yield view.title
        yield from (f"  {line}" for line in view.split)
        yield from ((view.blank_title, *(f"  {line}" for line in view.blank)) if view.blank else ())
        yield from view.notes


def _named(text: str) -> Named:
    """Return what is given for a file; argparse words the error."""
    name, _equals, value = text.rpartition("=")
    value = one_line(value)
    if not name or not value:
        raise argparse.ArgumentTypeError(_("{text} is not such as one.cxaudit=Person 1").format(text=one_line(text)))
    if len(value) > LABEL:
        raise argparse.ArgumentTypeError(_("the label is longer than {limit} characters").format(limit=LABEL))
    return name, value
