"""What if, worded: the answers to change, and what would move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from cxaudit.app.what_if import Outcome, WhatIf
from cxaudit.domain.model import HI, LO
from cxaudit.domain.scorecard import PracticeScore
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts_change import ChangeBar, change_text
from cxaudit.presentation.numbers import NONE, gap_text, index_text, percent_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import capital, count_word

FIRST = 5
"""So many actions of the plan are compared."""

State = int | Literal["dk", "na"] | None
"""What is on file: a level, don't know, does not apply, or nothing."""


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One practice: what is on file, and the level that is shown now.

    `tried` says that it was changed here; the claimed ones have no evidence for a level that needs some.
    """

    practice: str
    code: str
    title: str
    recorded: State
    recorded_claimed: bool
    level: int | None
    tried: bool
    claimed: bool
    can_lower: bool
    can_raise: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class TrialGroup:
    """The practices of one dimension."""

    dimension: str
    title: str
    rows: tuple[TrialRow, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number before and after, as shown; `moved` says that it is shown as another one."""

    label: str
    text: str
    moved: bool


@dataclass(frozen=True, slots=True)
class FlagChange:
    """A red flag that goes, comes or stays."""

    way: Literal["goes", "comes", "stays"]
    text: str


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One of the first actions of the plan that would be: its rank and, where it is another one, what it was."""

    rank: int
    title: str
    was: str


@dataclass(frozen=True, slots=True)
class WhatIfView:
    """The whole page. `leaving` are the actions that are among the first now and would not be."""

    title: str
    line: str
    tried: int
    groups: tuple[TrialGroup, ...]
    bars: tuple[ChangeBar, ...]
    figures: tuple[Figure, ...]
    flags: tuple[FlagChange, ...]
    first: tuple[PlanChange, ...]
    leaving: tuple[str, ...]
    no_actions: str


def banner() -> tuple[str, str]:
    """Return what the page says of itself: title and sentence."""
    return (
        _("Nothing here is saved"),
        _("Leave this page and it is all forgotten. The audit stays as it is."),
    )


def what_if_view(trial: WhatIf) -> WhatIfView:
    """Return what is tried, and what would move."""
    before, after = (_reading(trial, outcome) for outcome in (trial.before, trial.after))
    return WhatIfView(
        title=_title(trial),
        line=_line(trial),
        tried=len(trial.levels),
        groups=tuple(
            TrialGroup(d.id, d.title, tuple(_row(trial, p.id) for p in d.practices if p.id in before.card.practices))
            for d in trial.pack.dimensions
        ),
        bars=tuple(_bar(before, after, d.id) for d in before.ranked()),
        figures=tuple(_figures(before, after)),
        flags=tuple(_flags(before, after)),
        first=_first(trial),
        leaving=_leaving(trial),
        no_actions="" if trial.after.plan.sequence else _("No action would be open."),
    )


def _reading(trial: WhatIf, outcome: Outcome) -> Reading:
    return Reading(trial.pack, outcome.assessment, outcome.scorecard)


def _title(trial: WhatIf) -> str:
    count = len(trial.levels)
    if not count:
        return _("What if an answer were different?")
    head = ngettext("{count} change", "{count} changes", count).format(count=capital(count_word(count)))
    before, after = (index_text(o.scorecard.overall.index) for o in (trial.before, trial.after))
    if after == NONE:
        return _("{head}: no overall index yet").format(head=head)
    if before == after:
        return _("{head}: overall stays at {index}").format(head=head, index=after)
    return _("{head}: overall {before} becomes {after}").format(head=head, before=before, after=after)


def _line(trial: WhatIf) -> str:
    if not trial.levels:
        return _("Raise or lower an answer: the profile, the gap and the plan follow at once.")
    before, after = trial.before.scorecard.gap, trial.after.scorecard.gap
    return _("Gap {gap}, attained {share}").format(
        gap=change_text(gap_text(before.total), gap_text(after.total)),
        share=change_text(percent_text(before.attainment), percent_text(after.attainment)),
    )


# ---------------------------------------------------------------- the answers
def _row(trial: WhatIf, practice: str) -> TrialRow:
    found, before = trial.pack.practices[practice], trial.before.scorecard.practices[practice]
    level, tried = trial.shown(practice), practice in trial.tried
    state = _recorded(before)
    return TrialRow(
        practice=practice,
        code=found.code,
        title=found.title,
        recorded=state,
        recorded_claimed=before.claimed,
        level=level,
        tried=tried,
        claimed=trial.after.scorecard.practices[practice].claimed,
        can_lower=before.applicable and level is not None and (level > LO or before.point is None),
        can_raise=before.applicable and (level is None or level < HI),
        spoken=_spoken(f"{found.title} ({found.code})", state, level if tried else None),
    )


def _recorded(score: PracticeScore) -> State:
    if not score.applicable:
        return "na"
    if score.point is not None:
        return score.point
    return "dk" if score.unknown else None


def state_text(state: State) -> str:
    """Return what is on file, in words."""
    if isinstance(state, int):
        return _("level {level}").format(level=state)
    return {"dk": _("don't know"), "na": _("does not apply"), None: _("no answer")}[state]


def _spoken(name: str, state: State, tried: int | None) -> str:
    if tried is None:
        return _("{name}: on file {state}").format(name=name, state=state_text(state))
    return _("{name}: on file {state}, tried level {level}").format(name=name, state=state_text(state), level=tried)


# ---------------------------------------------------------------- the numbers
def _bar(before: Reading, after: Reading, dimension: str) -> ChangeBar:
    old, new = before.card.dimensions[dimension], after.card.dimensions[dimension]
    return ChangeBar(dimension, before.dimension(dimension), old.index, new.index, old.level, new.level)


def _figures(before: Reading, after: Reading) -> list[Figure]:
    def figure(label: str, shown: Callable[[Reading], str]) -> Figure:
        old, new = shown(before), shown(after)
        return Figure(label, change_text(old, new), old != new)

    return [
        figure(_("Overall index"), lambda r: index_text(r.card.overall.index)),
        figure(_("Overall level"), _level),
        figure(_("Whole gap"), lambda r: gap_text(r.card.gap.total)),
        figure(_("Attained of the targets"), lambda r: percent_text(r.card.gap.attainment)),
    ]


def _level(reading: Reading) -> str:
    level = reading.card.overall.level
    return _("none yet") if level is None else reading.level(level)


def _flags(before: Reading, after: Reading) -> list[FlagChange]:
    """Return the red flags that the results tell, before or after; one that a stricter flag hid has been there."""
    old, new = _fired(before), _fired(after)
    goes = [f for f in old if old[f] and f not in new]
    comes = [f for f in new if new[f] and f not in old]
    stays = [f for f in new if new[f] and f in old]
    return [
        *(FlagChange("goes", _("Goes: {title}").format(title=before.flag(f).title)) for f in goes),
        *(FlagChange("comes", _("Comes: {title}").format(title=before.flag(f).title)) for f in comes),
        *(FlagChange("stays", _("Stays: {title}").format(title=before.flag(f).title)) for f in stays),
    ]


def _fired(reading: Reading) -> dict[str, bool]:
    """Return the red flags that fire at the index, by id, and whether the results tell of them."""
    scores = reading.card.dimensions.values()
    return {f.id: f.shown for score in scores for f in score.flags if "index" in f.at}


# ---------------------------------------------------------------- the plan
def _ranks(outcome: Outcome) -> dict[str, int]:
    return {item.action: rank for rank, item in enumerate(outcome.plan.sequence, 1)}


def _first(trial: WhatIf) -> tuple[PlanChange, ...]:
    old, new = _ranks(trial.before), _ranks(trial.after)
    titles = trial.pack.actions_by_id
    return tuple(
        PlanChange(rank, titles[action].title, _was(old.get(action), rank))
        for action, rank in new.items()
        if rank <= FIRST
    )


def _was(old: int | None, rank: int) -> str:
    if old is None:
        return _("new")
    return "" if old == rank else _("was {rank}").format(rank=old)


def _leaving(trial: WhatIf) -> tuple[str, ...]:
    """Return the actions that leave the first ones, and where they go."""
    old, new = _ranks(trial.before), _ranks(trial.after)
    gone: list[str] = []
    for action, rank in old.items():
        if rank <= FIRST < new.get(action, FIRST + 1):
            title, now = trial.pack.actions_by_id[action].title, new.get(action)
            where = _("no longer needed") if now is None else _("now {rank}").format(rank=now)
            gone.append(f"{capital(title)} ({where})")
    return tuple(gone)
