"""Merging files that people filled in alone, in frozen views: who is in, what is refused and why, what needs the room.

view = merge_view(at, chosen, problems)      # while files are chosen: one line a file, with all that is wrong with it
prework_view(at)                             # afterwards; None where no file is in
suggested_label(taken)                       # "Person 4": neutral, never from a file's or an account's name
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from cxaudit.app.merge import prework
from cxaudit.app.merge_files import ChosenFile, FileProblem
from cxaudit.app.room import RoomSession
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import Workshop
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.merge_problems import ProblemView, problem_view

FEWEST = 3
"""Below so many answers nothing counts as agreed (see `domain.panels`)."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file: its name, the label and group chosen for it, and what is wrong with it, in words."""

    name: str
    label: str
    group: str
    problems: tuple[ProblemView, ...]

    @property
    def state(self) -> str:
        """Return all that is wrong, on one line; or that the file can be merged."""
        return " ".join(problem.what for problem in self.problems) or _("Can be merged.")


@dataclass(frozen=True, slots=True)
class MergeView:
    """The files chosen. `wrong` are the places of those that cannot be merged, `verdict` says how many they are.

    `out` are the places of those that can only be taken out, of several copies all but the first; `take_out` is the
    word on the button for it, `inside` says who is in already.
    """

    lines: tuple[FileLine, ...]
    wrong: tuple[int, ...]
    verdict: str
    out: tuple[int, ...]
    take_out: str
    accept: str
    inside: tuple[str, ...]


def merge_view(
    session: RoomSession, chosen: Sequence[ChosenFile], problems: Sequence[FileProblem], *, reading: int = 0
) -> MergeView:
    """Return what is shown of the files chosen; `reading` of them are not read yet."""
    names, n = _names(chosen), len(chosen)
    by_file = {one: tuple(problem_view(p, session) for p in problems if p.chosen == one) for one in chosen}
    lines = tuple(FileLine(names[k], one.label, one.group, by_file[one]) for k, one in enumerate(chosen))
    wrong = tuple(k for k, line in enumerate(lines) if line.problems)
    out = tuple(k for k in wrong if _only_out(k, chosen, [p for p in problems if p.chosen == chosen[k]]))
    return MergeView(
        lines=lines,
        wrong=wrong,
        verdict=_verdict(len(chosen), len(wrong), reading),
        out=out,
        take_out=ngettext("Take that one out", "Take {count} out", len(out)).format(count=len(out)),
        accept=ngettext("Merge {count} file", "Merge {count} files", n).format(count=n) if n else _("Merge"),
        inside=who_is_in(session.workshop),
    )


_MENDED = frozenset({"label missing", "label taken", "unknown group", "from one file"})
"""What can be mended by a word of the user."""


def _only_out(place: int, chosen: Sequence[ChosenFile], problems: Sequence[FileProblem]) -> bool:
    for problem in problems:
        if problem.why in _MENDED:
            continue
        later = {one.label.strip() for one in chosen[place + 1 :]}
        return problem.why != "counted twice" or problem.other.strip() not in later
    return False


def _verdict(chosen: int, wrong: int, reading: int) -> str:
    if reading:
        return ngettext("Reading {count} file…", "Reading {count} files…", reading).format(count=reading)
    if wrong:
        text = ngettext(
            "{wrong} of {count} file cannot be merged yet. Mend it, or take it out.",
            "{wrong} of {count} files cannot be merged yet. Mend them, or take them out.",
            chosen,
        )
        return text.format(wrong=wrong, count=chosen)
    if chosen:
        return ngettext("{count} file can be merged.", "All {count} files can be merged.", chosen).format(count=chosen)
    return _("No file is chosen yet.")


def _names(chosen: Sequence[ChosenFile]) -> list[str]:
    """Return the files' names, with the folder where two have the same."""
    names = [one.path.name for one in chosen]
    return [f"{c.path.parent.name}/{n}" if names.count(n) > 1 else n for c, n in zip(chosen, names, strict=True)]


def suggested_label(taken: Collection[str]) -> str:
    """Return the next neutral label that nobody has."""
    used = {label.strip().casefold() for label in taken}
    labels = (_("Person {number}").format(number=number) for number in count(1))
    return next(label for label in labels if label.casefold() not in used)


def who_is_in(workshop: Workshop) -> tuple[str, ...]:
    """Return whose files are in already, a line for each group that has any."""
    return tuple(_group_line(workshop, group) for group in workshop.room.seats if _labels(workshop, group))


def _labels(workshop: Workshop, group: str) -> list[str]:
    return [entry.label for entry in workshop.merged if entry.group == group]


def _group_line(workshop: Workshop, group: str) -> str:
    labels = _labels(workshop, group)
    names = ", ".join(labels)
    if not group:
        text = ngettext("{count} file is in: {names}.", "{count} files are in: {names}.", len(labels))
        return text.format(count=len(labels), names=names)
    text = ngettext("{group}, {count} file is in: {names}.", "{group}, {count} files are in: {names}.", len(labels))
    return text.format(group=group, count=len(labels), names=names)


@dataclass(frozen=True, slots=True)
class PreworkView:
    """What the files left for the room. No vote is told, only which questions need the room.

    `split` and `blank` are lines such as "M1 Mission"; `start` is the practice id to start with, `close` those that can
    be closed as they were voted. `start_word` and `close_word` are the words on the buttons, empty for none.
    """

    title: str
    notes: tuple[str, ...]
    split: tuple[str, ...]
    blank: tuple[str, ...]
    blank_title: str
    start: str
    start_word: str
    close: tuple[str, ...]
    close_word: str
    inside: tuple[str, ...]


def prework_view(session: RoomSession) -> PreworkView | None:
    """Return what needs the room and what does not; None where no file is in."""
    workshop = session.workshop
    if not workshop.merged:
        return None
    found, asked = prework(session), len(session.asked)
    need = (*found.split, *found.blank)
    start = need[0] if need else ""
    return PreworkView(
        title=_title(len(need), asked),
        notes=tuple(_notes(session, len(found.close))),
        split=tuple(_line(session.pack, practice) for practice in found.split),
        blank=tuple(_line(session.pack, practice) for practice in found.blank),
        blank_title=_("Nobody answered these beforehand"),
        start=start,
        start_word=_("Start with {code}").format(code=session.pack.practices[start].code) if start else "",
        close=found.close,
        close_word=_close_word(len(found.close)),
        inside=who_is_in(workshop),
    )


def _title(need: int, asked: int) -> str:
    if not need:
        return _("None of the {asked} questions needs the room any more").format(asked=asked)
    if need == asked:
        return ngettext("The {asked} question needs the room", "All {asked} questions need the room", asked).format(
            asked=asked
        )
    text = ngettext("Only this {need} of {asked} needs the room", "Only these {need} of {asked} need the room", need)
    return text.format(need=need, asked=asked)


def _notes(session: RoomSession, close: int) -> Iterator[str]:
    people = len(session.workshop.merged)
    if people < FEWEST:
        yield _("Fewer than three answered beforehand: too few to say that anybody agrees.")
    if close:
        text = ngettext(
            "On {count} question the answers lie near each other. You may close it as it was voted, or vote on it too.",
            "On {count} questions the answers lie near each other. You may close them as they were voted, or vote on "
            "them too.",
            close,
        )
        yield text.format(count=close)
    past = len(session.asked) - len(session.open_questions)
    if past:
        yield ngettext("{count} question is closed.", "{count} questions are closed.", past).format(count=past)


def _close_word(close: int) -> str:
    if not close:
        return ""
    return ngettext("Close {count} as it was voted", "Close {count} as they were voted", close).format(count=close)


def _line(pack: Pack, practice: str) -> str:
    found = pack.practices[practice]
    return f"{found.code} {found.title}"
