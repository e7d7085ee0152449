"""`cxaudit handout`: writes the printed pack for a workshop."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Literal, TextIO, cast

from cxaudit.app.new_audit import new_engagement
from cxaudit.app.ports import HandoutOptions, Services
from cxaudit.cli.plain import one_line
from cxaudit.cli.source import Source, read_source, there, wrong
from cxaudit.cli.verb import OK, Verbs, print_warnings, verb
from cxaudit.domain.errors import InputError, Problem
from cxaudit.domain.fields import Mode
from cxaudit.domain.workshop import LARGEST_ROOM, Room, RoomGroup
from cxaudit.i18n import _
from cxaudit.presentation.file_names import handout_file_name
from cxaudit.presentation.room_form import USUAL

LENGTHS = (60, 90, 120)
LABEL = 60
"""The most characters of a group's label on the command line: longer ones leave no room for counts."""


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "handout",
        _("Write the printed pack for a workshop."),
        _(
            "Writes vote cards, ballots, a tally sheet, the facilitator's script and agendas as a PDF to print, and\n"
            "prints its path. With FILE the questions are those of that audit, else those of --mode."
        ),
        "cxaudit handout client.cxaudit\ncxaudit handout --mode quick -o pack.pdf --people 14\n"
        'cxaudit handout client.cxaudit --groups "Leaders:5,Front line:9" --minutes 90 --paper Letter',
    )
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help=_("a document, or an answers file"))
    parser.add_argument("--mode", choices=("quick", "full"), help=_("the questions of a quick or a full audit"))
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT.pdf",
        type=Path,
        help=_("where to write it; otherwise beside FILE, or here, under the organisation's name"),
    )
    _add_room(parser)
    parser.set_defaults(run=run)


def _add_room(parser: argparse.ArgumentParser) -> None:
    people = _("how many will be there, 1 to {most}; {usual} if left out").format(most=LARGEST_ROOM, usual=USUAL)
    parser.add_argument("--people", metavar="N", type=_people, help=people)
    parser.add_argument(
        "--groups",
        metavar="LABEL:N,...",
        type=_groups,
        default=(),
        help=_("two to four groups, each with how many of it will be there"),
    )
    parser.add_argument(
        "--minutes", type=int, choices=LENGTHS, help=_("the agenda of one length only; otherwise all three")
    )
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4", help=_("A4 (the default) or Letter"))


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Write the pack and print its path."""
    file, mode = cast("Path | None", args.file), cast("Mode | None", args.mode)
    source = _source(file, mode, services)
    room = _room(cast("int | None", args.people), cast("tuple[RoomGroup, ...]", args.groups), source)
    target = _target(cast("Path | None", args.output), file, source)
    print_warnings(source.warnings, err)
    minutes, paper = cast("int | None", args.minutes), cast("Literal['A4', 'Letter']", args.paper)
    options = HandoutOptions(room, LENGTHS if minutes is None else (minutes,), paper)
    for warning in services.write_handout(target, source.assessment, source.pack, options):
        print(one_line(warning), file=err)
    print(target, file=out)
    return OK


def _source(file: Path | None, mode: Mode | None, services: Services) -> Source:
    """Return the audit whose questions are asked. Raises InputError where there is not exactly one."""
    if file is not None and mode is None:
        return read_source(file, services)
    if file is not None:
        raise _bad("--mode", _("FILE says already which questions are asked."), _("Leave out one of the two."))
    if mode is None:
        raise _bad("FILE", _("It is not said which questions to print."), _("Name an audit, or give --mode quick."))
    pack = services.packs.newest()
    return Source(new_engagement(pack, mode, services.today()).newest, pack, ())


def _room(people: int | None, groups: tuple[RoomGroup, ...], source: Source) -> Room:
    """Return who will be there: as typed, else as the audit's workshop has it. Raises InputError."""
    held = source.assessment.workshop
    if not groups:
        if people is None and held is not None:
            return held.room
        return Room(present=people or USUAL)
    count = sum(group.present for group in groups)
    if people not in {None, count}:
        what = _("The groups add up to {count}, not to {people}.").format(count=count, people=people)
        raise _bad("--people", what, _("Correct one of the two, or leave out --people."))
    if count > LARGEST_ROOM:
        what = _("The groups add up to {count}; {most} are possible.").format(count=count, most=LARGEST_ROOM)
        raise _bad("--groups", what)
    return Room(present=count, groups=groups)


def _target(output: Path | None, file: Path | None, source: Source) -> Path:
    """Return where the pack goes. Raises InputError where something lies there that is no PDF."""
    name = handout_file_name(source.assessment.organisation)
    if output is None:
        target = Path(name) if file is None else file.with_name(name)
    else:
        target = output / name if there(output) and output.is_dir() else output
    if there(target) and target.is_file() and not _is_pdf(target):
        raise wrong(target, _("It is there already, and is no PDF; it stays as it is."), _("Choose another with -o."))
    return target


def _is_pdf(path: Path) -> bool:
    """Return whether a file is a PDF, or empty; one that cannot be read is left to the writer."""
    try:
        with path.open("rb") as file:
            start = file.read(5)
    except OSError:
        return True
    return start in {b"", b"%PDF-"}


def _bad(where: str, what: str, mend: str = "") -> InputError:
    return InputError(_("the command"), (Problem(where, what, mend),))


def _people(text: str) -> int:
    """Return how many people there are; argparse words the error."""
    if not text.isdecimal() or not 1 <= int(text) <= LARGEST_ROOM:
        words = _("{text} is not a number of people from 1 to {most}")
        raise argparse.ArgumentTypeError(words.format(text=one_line(text), most=LARGEST_ROOM))
    return int(text)


def _groups(text: str) -> tuple[RoomGroup, ...]:
    """Return groups out of "Leaders:5,Front line:9"; argparse words the error."""
    groups = tuple(_group(part) for part in text.split(","))
    if not 2 <= len(groups) <= 4:
        raise argparse.ArgumentTypeError(_("two to four groups are possible, such as Leaders:5,Front line:9"))
    if len({group.label.casefold() for group in groups}) < len(groups):
        raise argparse.ArgumentTypeError(_("two groups have the same label"))
    return groups


def _group(text: str) -> RoomGroup:
    label, _colon, count = one_line(text).rpartition(":")
    label = label.strip()
    if not label:
        words = _("{text} is not a group; write its label, a colon and how many, such as Leaders:5")
        raise argparse.ArgumentTypeError(words.format(text=one_line(text) or "''"))
    if len(label) > LABEL:
        words = _("the label of a group is longer than {limit} characters")
        raise argparse.ArgumentTypeError(words.format(limit=LABEL))
    return RoomGroup(label=label, present=_people(count.strip()))
