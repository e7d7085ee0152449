"""`cxaudit what-if`: prints what would move if some answers were different, and saves nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO, cast

from cxaudit.app.answers_table import did_you_mean
from cxaudit.app.ports import Services
from cxaudit.app.what_if import WhatIf, start
from cxaudit.cli.plain import plain
from cxaudit.cli.source import read_source
from cxaudit.cli.verb import OK, Verbs, print_warnings, verb
from cxaudit.domain.errors import InputError, Problem
from cxaudit.domain.model import HI, LO
from cxaudit.domain.questionnaire import Practice
from cxaudit.i18n import _
from cxaudit.presentation.charts_change import ChangeBar, change_text
from cxaudit.presentation.numbers import half_up
from cxaudit.presentation.what_if import TrialRow, WhatIfView, state_text, what_if_view

_CELLS = 4
_LEVELS = {str(level): level for level in range(LO, HI + 1)}


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "what-if",
        _("Try other answers, and save nothing."),
        _(
            "Prints profile, overall and plan as they are and as they would be with other answers.\n"
            "Nothing is saved: the file stays as it is."
        ),
        "cxaudit what-if client.cxaudit H3=3 M1=4\ncxaudit what-if answers.toml H3=3",
    )
    parser.add_argument("file", metavar="FILE", type=Path, help=_("a document, or a TOML or JSON answers file"))
    parser.add_argument(
        "levels",
        metavar="CODE=LEVEL",
        nargs="+",
        help=_("a question's short code or id, as cxaudit show prints it, and the level to try, 1 to 5"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Print what would move."""
    source = read_source(cast("Path", args.file), services)
    trial = start(source.pack, source.assessment)
    levels = _levels(cast("list[str]", args.levels), trial)
    print_warnings(source.warnings, err)
    print(plain("\n".join(_lines(what_if_view(trial.trying(levels))))), file=out)
    return OK


# ---------------------------------------------------------------- what to try
def _levels(words: list[str], trial: WhatIf) -> dict[str, int]:
    """Return the levels to try by practice id. Raises InputError with everything that is wrong."""
    levels: dict[str, int] = {}
    problems: list[Problem] = []
    for word in words:
        name, _sign, text = word.partition("=")
        practice = _practice(name, trial)
        problem = _problem(word, practice, trial)
        if problem is not None:
            problems.append(problem)
        elif practice is not None and levels.setdefault(practice.id, _LEVELS[text]) != _LEVELS[text]:
            problems.append(Problem(_shown(word), _("This question is given twice."), _("Give it one level.")))
    if problems:
        raise InputError(_("the command"), tuple(problems))
    return levels


def _practice(name: str, trial: WhatIf) -> Practice | None:
    return trial.pack.by_code.get(name.upper()) or trial.pack.practices.get(name.lower())


def _problem(word: str, practice: Practice | None, trial: WhatIf) -> Problem | None:
    name, sign, text = word.partition("=")
    where = _shown(word)
    if practice is None:
        pack = trial.pack
        codes = _("The codes are {codes}.").format(codes=", ".join(pack.by_code))
        mend = did_you_mean(name, (*pack.by_code, *pack.practices)) or codes
        return Problem(where, _("No practice has this code or id."), mend)
    if not sign or text not in _LEVELS:
        return Problem(where, _("The level is missing, or is none."), _("Write it as in H3=3, from 1 to 5."))
    if trial.open_to(practice.id):
        return None
    if practice.id in trial.before.scorecard.practices:
        return Problem(where, _("This question was set aside: it does not apply here."), _("Leave it out."))
    return Problem(where, _("This audit does not ask this question."), _("Leave it out."))


def _shown(word: str) -> str:
    return word[:40] or "CODE=LEVEL"


# ---------------------------------------------------------------- what would move
def _lines(view: WhatIfView) -> Iterator[str]:
    yield _("Nothing here is saved. The file stays as it is.")
    yield ""
    yield view.title
    yield view.line
    yield ""
    yield _("Tried")
    tried = [row for group in view.groups for row in group.rows if row.tried]
    yield from (f"  {_trial(row)}" for row in tried)
    if not tried:
        yield "  " + _("These are the levels on file: nothing would move.")
    yield ""
    yield from _profile(view)
    yield ""
    yield from (f"{figure.label}: {figure.text}" for figure in view.figures)
    yield from (flag.text for flag in view.flags)
    yield ""
    yield from _plan(view)


def _trial(row: TrialRow) -> str:
    text = _("{code} {title}: {change}")
    change = change_text(state_text(row.recorded), _("level {level}").format(level=row.level))
    return text.format(code=row.code, title=row.title, change=change)


def _profile(view: WhatIfView) -> Iterator[str]:
    yield _("Profile, lowest first: = as it is, + more, - less")
    title, figure = max(len(bar.title) for bar in view.bars), max(len(bar.figure) for bar in view.bars)
    for bar in view.bars:
        level = "" if bar.level_before == bar.level_after is None else bar.level
        yield f"  {bar.title.ljust(title)}   {_drawn(bar)}   {bar.figure.ljust(figure)}   {level}".rstrip()


def _drawn(bar: ChangeBar) -> str:
    """Return a bar in characters, four for each level; empty where a dimension has no index."""
    before, after = (0 if k is None else int(half_up((k - LO) * _CELLS, 0)) for k in (bar.before, bar.after))
    moved = ("+" if after > before else "-") * abs(after - before)
    return ("=" * min(before, after) + moved).ljust(_CELLS * (HI - LO), ".")


def _plan(view: WhatIfView) -> Iterator[str]:
    yield _("What to do first")
    for change in view.first:
        yield f"  {change.rank}. {change.title}" + (f" ({change.was})" if change.was else "")
    if view.no_actions:
        yield f"  {view.no_actions}"
    if view.leaving:
        yield _("No longer among the first")
        yield from (f"  {line}" for line in view.leaving)
