"""Files that people filled in alone before a workshop become its round 0; only what splits them needs the room.

    files, problems = read_files(services.read_audit, chosen)     # off the window's thread
    done = merge(at, files, problems)                             # Merge, NotMerged (every file at fault) or Refusal
    at = at.after(done.step)
    sort = prework(at)                                            # what needs the room, what does not
    done = lock_all_as_voted(at, sort.close)                      # one step, on the user's word

Who is in is told by labels that were chosen, never by an account's name. Of each file only levels, don't-knows and
"does not apply" are taken. Round 0 stays hidden until its question is revealed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxaudit.app.continuation import preview
from cxaudit.app.merge_files import Difference, FileProblem, ReadFile
from cxaudit.app.room import Refusal, RoomSession, Step, refusal, workshop_edit
from cxaudit.domain.assessment import Answer
from cxaudit.domain.edits import AnswerEdit, TogetherEdit
from cxaudit.domain.panels import most_split_first, needs_the_room
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.workshop import LARGEST_ROOM, GroupVotes, Merged, Round, Vote, in_order

LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True)
class NotMerged:
    """Everything that is wrong, files that cannot be read first; nothing was merged."""

    problems: tuple[FileProblem, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """The files as round 0, in one step. `left` are the practice ids that the room saw or closed before: unchanged."""

    step: Step
    left: tuple[str, ...]


def merge(
    session: RoomSession, files: Sequence[ReadFile], unreadable: Sequence[FileProblem] = ()
) -> Merge | NotMerged | Refusal:
    """Add files to round 0, all of them or none. Their order does not matter; nor does it if they come by and by."""
    if (refused := refusal(session)) is not None:
        return refused
    if len(files) + len(session.workshop.merged) > LARGEST_ROOM:
        return Refusal("too many", by=LARGEST_ROOM)
    problems = [*unreadable, *(found for file in files for found in _problems(session, file, files))]
    if problems:
        return NotMerged(tuple(problems))
    left = tuple(p for p in session.asked if _is_past(session.assessment.answer(p)))
    edits = [edit for p in session.asked if p not in left and (edit := _edit(session, p, files)) is not None]
    new = [Merged(label=f.chosen.label.strip(), assessment=f.known_as, group=f.chosen.group) for f in files]
    merged = sorted((*session.workshop.merged, *new), key=lambda entry: (entry.label, entry.assessment))
    step = Step(TogetherEdit(edits=(*edits, workshop_edit(session, merged=tuple(merged)))), session.ballot)
    return Merge(step, left)


def _is_past(answer: Answer) -> bool:
    return answer.revealed or answer.lock is not None


def _edit(session: RoomSession, practice: str, files: Sequence[ReadFile]) -> AnswerEdit | None:
    """Return the edit that adds files to round 0 of a practice; None where nobody answered it."""
    answer = session.assessment.answer(practice)
    votes: dict[str, list[Vote]] = {}
    before = answer.rounds[0].groups if answer.rounds else _nothing_said(session)
    for group in before:
        votes.setdefault(group.group, []).extend(group.votes)
    for file in files:
        votes.setdefault(file.chosen.group, []).append(_vote(file.assessment.answer(practice)))
    if all(vote == "-" for given in votes.values() for vote in given):
        return None
    groups = tuple(GroupVotes(group=group, votes=in_order(tuple(votes[group]))) for group in sorted(votes))
    round_0 = Round(method="files", groups=groups)
    return AnswerEdit(practice=practice, answer=answer.model_copy(update={"rounds": (round_0,)}))


def _nothing_said(session: RoomSession) -> tuple[GroupVotes, ...]:
    """Return what the files before said of a practice that has no round 0."""
    counts = Counter(entry.group for entry in session.workshop.merged)
    return tuple(GroupVotes(group=group, votes=("-",) * count) for group, count in counts.items())


def _vote(answer: Answer) -> Vote:
    if answer.carried:
        return "-"
    if answer.level is not None:
        return answer.level
    if answer.not_applicable is not None:
        return "na"
    return "dk" if answer.dont_know else "-"


def _problems(session: RoomSession, file: ReadFile, files: Sequence[ReadFile]) -> Iterator[FileProblem]:
    """Yield what keeps a file from being merged: of its label, of its group, and the first thing of what it holds."""
    found = (
        _wrong_label(session, file, files),
        None if file.chosen.group in session.workshop.room.seats else FileProblem(file.chosen, "unknown group"),
        _wrong_pack(session, file) or _wrong_content(session, file, files),
    )
    yield from (problem for problem in found if problem is not None)


def _wrong_label(session: RoomSession, file: ReadFile, files: Sequence[ReadFile]) -> FileProblem | None:
    label = file.chosen.label.strip()
    if not 0 < len(label) <= LONGEST_LABEL:
        return FileProblem(file.chosen, "label missing")
    taken = [other.chosen.label.strip() for other in files if other is not file]
    taken += [entry.label for entry in session.workshop.merged]
    is_taken = label.casefold() in {other.casefold() for other in taken}
    return FileProblem(file.chosen, "label taken", other=label) if is_taken else None


def _wrong_pack(session: RoomSession, file: ReadFile) -> FileProblem | None:
    if file.pack.id != session.pack.id:
        return FileProblem(file.chosen, "another questionnaire")
    if file.pack.content == session.pack.content:
        return None
    return FileProblem(file.chosen, "another version", difference=difference(file, session.pack))


def difference(file: ReadFile, ours: Pack) -> Difference:
    """Return how the questionnaire of a file differs from another version of the same."""
    theirs = file.pack
    both = [name for name in ours.practices if name in theirs.practices]
    return Difference(
        theirs=theirs.version,
        ours=ours.version,
        missing=tuple(name for name in ours.practices if name not in theirs.practices),
        gone=tuple(name for name in theirs.practices if name not in ours.practices),
        reworded=tuple(n for n in both if ours.practices[n].revision != theirs.practices[n].revision),
        continued=preview(file.assessment, theirs, ours) if ours.release > theirs.release else None,
    )


def _wrong_content(session: RoomSession, file: ReadFile, files: Sequence[ReadFile]) -> FileProblem | None:
    audit = file.assessment
    if audit.id == session.assessment.id:
        return FileProblem(file.chosen, "this workshop")
    if audit.workshop is not None or any(answer.votes is not None for answer in audit.answers.values()):
        return FileProblem(file.chosen, "not filled alone")
    if all(_vote(audit.answer(practice)) == "-" for practice in session.asked):
        return FileProblem(file.chosen, "nothing answered")
    return _taken_before(session, file) or _taken_besides(file, files)


def _taken_before(session: RoomSession, file: ReadFile) -> FileProblem | None:
    """Return that the file is in already, or a copy with other answers, unless it is told to be another person's."""
    labels = {entry.assessment: entry.label for entry in session.workshop.merged}
    if file.known_as in labels:
        return FileProblem(file.chosen, "counted twice", other=labels[file.known_as])
    copies = (label for name, label in labels.items() if name.startswith(f"{file.family}-"))
    copy = None if file.chosen.apart else next(copies, None)
    return None if copy is None else FileProblem(file.chosen, "from one file", other=copy)


def _taken_besides(file: ReadFile, files: Sequence[ReadFile]) -> FileProblem | None:
    """Return that another file of those chosen holds the same audit."""
    for other in files:
        if other is file or other.assessment.id != file.assessment.id:
            continue
        if other.assessment.answers == file.assessment.answers:
            return FileProblem(file.chosen, "counted twice", other=other.chosen.label)
        if not (file.chosen.apart and other.chosen.apart):
            return FileProblem(file.chosen, "from one file", other=other.chosen.label)
    return None


@dataclass(frozen=True, slots=True)
class Prework:
    """What the files left for the room, by practice id; closed questions and those that were revealed are none of it.

    `split` need the room, the most split first; `close` can be locked as they were voted; `blank` were answered by
    nobody. The last two are in the pack's order.
    """

    split: tuple[str, ...]
    close: tuple[str, ...]
    blank: tuple[str, ...]


def prework(session: RoomSession) -> Prework:
    """Return what the files left for the room."""
    answers = {practice: session.assessment.answer(practice) for practice in session.open_questions}
    hidden = {p: a.rounds[-1].votes for p, a in answers.items() if a.rounds and not a.revealed}
    split = {practice: votes for practice, votes in hidden.items() if needs_the_room(votes)}
    return Prework(
        split=most_split_first(split),
        close=tuple(practice for practice in hidden if practice not in split),
        blank=tuple(practice for practice, answer in answers.items() if not answer.rounds),
    )
