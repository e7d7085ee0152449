"""Words why a file cannot be merged, and the cure; for one of another version a preview of how the questions differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cxaudit.app.merge_files import Difference, FileProblem
from cxaudit.app.room import RoomSession
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.errors import error_view
from cxaudit.presentation.words import choice

About = Literal["label", "group", "file"]


@dataclass(frozen=True, slots=True)
class ProblemView:
    """What is wrong with a file, in a sentence; `details` tell more of it, `cure` what to do.

    `may_be_apart` says that the user may say instead that another person filled in each copy.
    """

    what: str
    cure: str
    details: tuple[str, ...] = ()
    about: About = "file"
    may_be_apart: bool = False


def problem_view(problem: FileProblem, session: RoomSession) -> ProblemView:
    """Return the words for one problem of a file."""
    return _WORDS[problem.why](problem, session)


def _unreadable(problem: FileProblem, _session: RoomSession) -> ProblemView:
    assert problem.error is not None
    view = error_view(problem.error)
    reason = _("The reason given: {detail}").format(detail=view.detail) if view.detail else ""
    details = tuple(line for line in (view.sentence, *view.items, reason) if line)
    return ProblemView(view.title, " ".join((*view.cures, _("Or take it out."))), details)


def _other_questionnaire(_problem: FileProblem, session: RoomSession) -> ProblemView:
    pack = session.pack
    cure = _("Take it out, or ask for answers to {pack} {version}.").format(pack=pack.title, version=pack.version)
    return ProblemView(_("It answers another questionnaire."), cure)


def _other_version(problem: FileProblem, session: RoomSession) -> ProblemView:
    found = problem.difference
    assert found is not None
    what = _("It answers version {theirs}; this workshop asks {ours}.").format(theirs=found.theirs, ours=found.ours)
    return ProblemView(what, _version_cure(found), tuple(_preview(found, session.pack)))


def _version_cure(found: Difference) -> str:
    if found.continued is None:
        return _("Take it out, or ask for answers in version {ours}.").format(ours=found.ours)
    text = ngettext(
        "Open it, choose “Continue in the newer questionnaire” in the Assessment menu, confirm the {count} answer that "
        "comes along, and choose that copy here.",
        "Open it, choose “Continue in the newer questionnaire” in the Assessment menu, confirm the {count} answers "
        "that come along, and choose that copy here.",
        len(found.continued.carried),
    )
    return text.format(count=len(found.continued.carried))


def _preview(found: Difference, pack: Pack) -> Iterator[str]:
    """Tell how the questions differ."""
    reworded, missing, gone = len(found.reworded), len(found.missing), len(found.gone)
    if not reworded + missing + gone:
        yield _("The questions are the same; what stands beside them is not.")
    if reworded:
        text = ngettext(
            "{count} question was reworded: {names}.", "{count} questions were reworded: {names}.", reworded
        )
        yield text.format(count=reworded, names=_names(found.reworded, pack))
    if missing:
        text = ngettext(
            "{count} question is not in the file: {names}.", "{count} questions are not in the file: {names}.", missing
        )
        yield text.format(count=missing, names=_names(found.missing, pack))
    if gone:
        text = ngettext(
            "{count} question of the file is not asked here.", "{count} questions of the file are not asked here.", gone
        )
        yield text.format(count=gone)


def _names(practices: Sequence[str], pack: Pack) -> str:
    return ", ".join(f"{pack.practices[p].code} {pack.practices[p].title}" for p in practices)


def _nothing(_problem: FileProblem, _session: RoomSession) -> ProblemView:
    what = _("None of the questions of this workshop is answered in it.")
    return ProblemView(what, _("Take it out, or ask for it to be filled in."))


def _of_a_room(_problem: FileProblem, _session: RoomSession) -> ProblemView:
    what = _("It holds the votes of a room.")
    return ProblemView(what, _("Take it out: only what one person filled in alone can be counted here."))


def _itself(_problem: FileProblem, _session: RoomSession) -> ProblemView:
    return ProblemView(_("It is this workshop's own file."), _("Take it out."))


def _twice(problem: FileProblem, session: RoomSession) -> ProblemView:
    if problem.other in {entry.label for entry in session.workshop.merged}:
        what = _("It is in already, as “{other}”.").format(other=problem.other)
        return ProblemView(what, _("Take it out: nobody counts twice."))
    what = _("It holds the same answers as “{other}”.").format(other=problem.other)
    return ProblemView(what, _("Take one of the two out: nobody counts twice."))


def _one_file(problem: FileProblem, _session: RoomSession) -> ProblemView:
    what = _("It is a copy of the file of “{other}”, with other answers.").format(other=problem.other)
    cure = _("If one person went on in it, take the older one out. If another person filled in each copy, say so.")
    return ProblemView(what, cure, may_be_apart=True)


def _no_label(_problem: FileProblem, _session: RoomSession) -> ProblemView:
    cure = _("Write a label for who filled it in. It need not be a name.")
    return ProblemView(_("The label is missing."), cure, about="label")


def _label_taken(problem: FileProblem, _session: RoomSession) -> ProblemView:
    what = _("The label “{label}” is given twice.").format(label=problem.other)
    return ProblemView(what, _("Choose another one."), about="label")


def _no_group(problem: FileProblem, session: RoomSession) -> ProblemView:
    labels = [group.label for group in session.workshop.room.groups]
    if not labels:
        return ProblemView(_("This room has no groups."), _("Leave the group out."), about="group")
    cure = _("Choose {groups}.").format(groups=choice(labels))
    group = problem.chosen.group
    what = _("There is no group “{group}”.").format(group=group) if group else _("The group is not chosen.")
    return ProblemView(what, cure, about="group")


_WORDS: dict[str, Callable[[FileProblem, RoomSession], ProblemView]] = {
    "cannot be read": _unreadable,
    "another questionnaire": _other_questionnaire,
    "another version": _other_version,
    "nothing answered": _nothing,
    "not filled alone": _of_a_room,
    "this workshop": _itself,
    "counted twice": _twice,
    "from one file": _one_file,
    "label missing": _no_label,
    "label taken": _label_taken,
    "unknown group": _no_group,
}
