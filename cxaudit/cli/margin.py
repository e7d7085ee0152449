"""`cxaudit margin`: tells how far chance may move a survey's figure, and whether a change could be chance."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TextIO, cast

from cxaudit.app.margin_entry import CONFIDENCES, FigureKind, MarginForm, Place, TypedSurvey, read_form
from cxaudit.app.ports import Services
from cxaudit.cli.verb import OK, Verbs, verb
from cxaudit.domain.errors import InputError, Problem
from cxaudit.domain.margins import Confidence
from cxaudit.i18n import _
from cxaudit.presentation.margin import margin_view

_OPTIONS: dict[Place, str] = {
    ("now", "top"): "--top",
    ("now", "bottom"): "--bottom",
    ("now", "cases"): "--answered",
    ("now", "asked"): "--asked",
    ("earlier", "top"): "--earlier-top",
    ("earlier", "bottom"): "--earlier-bottom",
    ("earlier", "cases"): "--earlier-answered",
}
_SHARES: dict[Place, str] = {("now", "top"): "--share", ("earlier", "top"): "--earlier-share"}
"""What the one figure of a share is called."""

_NET = ("top", "bottom", "earlier_top", "earlier_bottom")


def add(verbs: Verbs) -> None:
    """Add the verb."""
    parser = verb(
        verbs,
        "margin",
        _("Tell whether a survey's change could be chance."),
        _(
            "Tells how far chance alone may move a survey's figure, how many stayed silent and, with an earlier\n"
            "figure, whether the change could be chance. It never tells a cause.\n"
            "A share takes --share; a net score, such as NPS, takes --top and --bottom."
        ),
        "cxaudit margin --share 62 --answered 412 --asked 2900\n"
        "cxaudit margin --top 48 --bottom 17 --answered 412 "
        "--earlier-top 45 --earlier-bottom 18 --earlier-answered 400",
    )
    per_cent, people = "PERCENT", "PEOPLE"
    for option, metavar, words in (
        ("--share", per_cent, _("the share counted, such as those who are satisfied")),
        ("--top", per_cent, _("of a net score: the share at the top, such as promoters")),
        ("--bottom", per_cent, _("of a net score: the share taken off, such as detractors")),
        ("--answered", people, _("how many answered")),
        ("--asked", people, _("how many were asked, if known")),
        ("--earlier-share", per_cent, _("the share of an earlier survey")),
        ("--earlier-top", per_cent, _("the top of an earlier survey")),
        ("--earlier-bottom", per_cent, _("the bottom of an earlier survey")),
        ("--earlier-answered", people, _("how many answered the earlier survey")),
        ("--confidence", per_cent, _("90, 95 (the default) or 99")),
    ):
        parser.add_argument(option, metavar=metavar, default="", help=words)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, services: Services, out: TextIO, err: TextIO) -> int:
    """Print the answer."""
    del services, err
    form = _form(args)
    problems = tuple(_problems(args, form))
    if problems:
        raise InputError(_("the command"), problems)
    for line in margin_view(form).lines:
        print(line, file=out)
    return OK


def _form(args: argparse.Namespace) -> MarginForm:
    kind: FigureKind = "net" if any(_given(args, name) for name in _NET) else "share"
    top = "top" if kind == "net" else "share"
    now = TypedSurvey(_given(args, top), _given(args, "bottom"), _given(args, "answered"), _given(args, "asked"))
    earlier = (_given(args, f"earlier_{name}") for name in (top, "bottom", "answered"))
    return MarginForm(kind, now, TypedSurvey(*earlier), _confidence(args) or 95)


def _given(args: argparse.Namespace, name: str) -> str:
    return cast("str", getattr(args, name)).strip()


def _confidence(args: argparse.Namespace) -> Confidence | None:
    """Return the confidence; None for a wrong one."""
    typed = _given(args, "confidence").removesuffix("%").strip() or "95"
    return next((c for c in CONFIDENCES if str(c) == typed), None)


def _problems(args: argparse.Namespace, form: MarginForm) -> Iterator[Problem]:
    """Yield everything that is wrong with the command."""
    options = _OPTIONS if form.kind == "net" else {**_OPTIONS, **_SHARES}
    both = _("Give --share, or --top and --bottom.")
    if form.kind == "net" and (_given(args, "share") or _given(args, "earlier_share")):
        yield Problem("--share", _("A figure is a share or a net score, not both."), both)
    entry = read_form(form)
    for place in entry.missing:
        is_figure = place == ("now", "top") and form.kind == "share"
        yield Problem(options[place], _("It is missing."), both if is_figure else _("Add it."))
    for mistake in entry.mistakes:
        yield Problem(options[mistake.place], mistake.what, mistake.mend)
    if _confidence(args) is None:
        what = _("{text} is no confidence that is known here.").format(text=_given(args, "confidence")[:40])
        yield Problem("--confidence", what, _("Choose 90, 95 or 99."))
