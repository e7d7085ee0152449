"""What going on in a newer version of the questionnaire brings, as a frozen view in plain words.

view = continuation_view(assessment, old_pack, new_pack)
view.title, view.summary          # a heading, a few sentences
view.groups                       # what is carried over, new, reworded, gone: by dimension
view.notes                        # the plan, the targets, the original
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cxaudit.app.continuation import Preview, preview
from cxaudit.app.flow import given
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.i18n import _, ngettext

State = Literal["carried", "new", "reworded", "gone"]


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """One practice: its code, its title, and a word on it where there is one to say."""

    code: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DimensionLines:
    """The practices of one dimension, in its order."""

    title: str
    lines: tuple[PracticeLine, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What becomes of some practices: how many, in words ("15 answers come along"), and which, by dimension."""

    state: State
    title: str
    hint: str
    count: int
    dimensions: tuple[DimensionLines, ...]


@dataclass(frozen=True, slots=True)
class ContinuationView:
    """The preview. `groups` are those that are not empty; `accept` is the word on the button."""

    title: str
    summary: tuple[str, ...]
    groups: tuple[Group, ...]
    notes: tuple[str, ...]
    accept: str


def continuation_view(assessment: Assessment, old_pack: Pack, new_pack: Pack) -> ContinuationView:
    """Return the view of what an audit becomes in a newer version. Raises as `app.continuation.preview` does."""
    found = preview(assessment, old_pack, new_pack)
    groups = (
        _group("carried", found.carried, new_pack, {}),
        _group("new", found.added, new_pack, _when_asked(found.added, assessment, new_pack)),
        _group("reworded", found.reworded, new_pack, _dropped(found.reworded, assessment)),
        _group("gone", found.retired, old_pack, _dropped(found.retired, assessment)),
    )
    return ContinuationView(
        title=_("Continue in {pack} {version}").format(pack=new_pack.title, version=new_pack.version),
        summary=(
            _("This audit was begun with version {version} and stays as it is.").format(version=old_pack.version),
            _("You get a copy with the newer questions. An answer that comes along counts once you confirm it."),
        ),
        groups=tuple(group for group in groups if group.count),
        notes=(*_open(found, assessment, new_pack), *_notes(found, old_pack, new_pack)),
        accept=_("Make the copy"),
    )


def _group(state: State, names: Sequence[str], pack: Pack, notes: dict[str, str]) -> Group:
    count = len(names)
    titles = {
        "carried": ngettext("{count} answer is carried over", "{count} answers are carried over", count),
        "new": ngettext("{count} new question", "{count} new questions", count),
        "reworded": ngettext("{count} question was reworded", "{count} questions were reworded", count),
        "gone": ngettext("{count} question is not asked any more", "{count} questions are not asked any more", count),
    }
    hints = {
        "carried": _("Please confirm each one, with what is written beside it."),
        "new": _("There is no answer to them yet."),
        "reworded": _("Somebody might answer them differently now, so they are asked again."),
        "gone": _("What you answered stays in the original."),
    }
    chosen = set(names)
    dimensions = (
        DimensionLines(d.title, tuple(_line(p, notes) for p in d.practices if p.id in chosen)) for d in pack.dimensions
    )
    told = tuple(d for d in dimensions if d.lines)
    if state == "new" and len(notes) == count:
        hints["new"] = _("Only the full audit asks them.")
        told = tuple(DimensionLines(d.title, tuple(PracticeLine(x.code, x.title) for x in d.lines)) for d in told)
    return Group(state, titles[state].format(count=count), hints[state], count, told)


def _line(practice: Practice, notes: dict[str, str]) -> PracticeLine:
    return PracticeLine(practice.code, practice.title, notes.get(practice.id, ""))


def _when_asked(names: Sequence[str], assessment: Assessment, pack: Pack) -> dict[str, str]:
    asked = {practice.id for practice in pack.asked(assessment.mode)}
    return {name: _("full audit only") for name in names if name not in asked}


def _dropped(names: Sequence[str], assessment: Assessment) -> dict[str, str]:
    return {name: _("was answered") for name in names if given(assessment.answer(name))}


def _open(found: Preview, assessment: Assessment, pack: Pack) -> Iterator[str]:
    count = sum(practice.id in found.blank for practice in pack.asked(assessment.mode))
    if count:
        text = ngettext(
            "{count} question that stayed the same has no answer yet.",
            "{count} questions that stayed the same have no answer yet.",
            count,
        )
        yield text.format(count=count)


def _notes(found: Preview, old_pack: Pack, new_pack: Pack) -> Iterator[str]:
    kept, gone = len(found.actions_kept), len(found.actions_gone)
    if kept:
        text = ngettext(
            "What you decided about {count} action stays.", "What you decided about {count} actions stays.", kept
        )
        yield text.format(count=kept)
    if gone:
        names = ", ".join(_title(name, old_pack) for name in found.actions_gone)
        text = ngettext(
            "{count} action that you decided about is not in the newer version: {names}.",
            "{count} actions that you decided about are not in the newer version: {names}.",
            gone,
        )
        yield text.format(count=gone, names=names)
    if found.targets_kept:
        text = ngettext("{count} target stays.", "{count} targets stay.", len(found.targets_kept))
        yield text.format(count=len(found.targets_kept))
    if found.targets_gone:
        text = ngettext(
            "{count} target goes with what it was set for.",
            "{count} targets go with what they were set for.",
            len(found.targets_gone),
        )
        yield text.format(count=len(found.targets_gone))
    if len(new_pack.actions) != len(old_pack.actions):
        text = _("The newer version holds {new} actions, the older one {old}.")
        yield text.format(new=len(new_pack.actions), old=len(old_pack.actions))


def _title(action: str, pack: Pack) -> str:
    return pack.actions_by_id[action].title if action in pack.actions_by_id else action
