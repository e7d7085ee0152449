"""Firms to practise on as a frozen view: one practice of one firm at a time, and how the authors rate it.

Nothing of it is kept, and nothing is rescaled by it.
"""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.questionnaire import Pack, Vignette, VignetteRating
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.words import count_word


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is told after a choice: how far it lies from the authors' level, and why they rate it so."""

    said: str
    why: str
    same: bool


@dataclass(frozen=True, slots=True)
class VignetteView:
    """One practice of one firm. `level` is how the authors rate it, to be told after a choice."""

    firm: str
    text: str
    place: str
    question: str
    anchors: tuple[str, ...]
    level: int
    last: bool


def rated(pack: Pack) -> tuple[tuple[Vignette, VignetteRating], ...]:
    """Return every rated practice of every firm, in the pack's order."""
    return tuple((v, r) for v in pack.vignettes for r in v.ratings)


def practise_title(pack: Pack) -> str:
    """Return what the whole is called: on how many firms one practises."""
    count = len(pack.vignettes)
    text = ngettext("Practise on {count} invented firm", "Practise on {count} invented firms", count)
    return text.format(count=count_word(count))


def vignette_view(pack: Pack, step: int) -> VignetteView:
    """Return the view of a step, counted from 0 through all firms."""
    steps = rated(pack)
    vignette, rating = steps[step]
    practice = pack.practices[rating.practice]
    own = [r for v, r in steps if v is vignette]
    firms = list(dict.fromkeys(v.id for v, _r in steps))
    place = _("Firm {firm} of {firms}, question {number} of {questions}").format(
        firm=firms.index(vignette.id) + 1, firms=len(firms), number=own.index(rating) + 1, questions=len(own)
    )
    return VignetteView(
        firm=vignette.title,
        text=vignette.text,
        place=place,
        question=practice.question,
        anchors=practice.anchors,
        level=rating.level,
        last=step == len(steps) - 1,
    )


def verdict(pack: Pack, step: int, chosen: int) -> Verdict:
    """Return what is told once a level was chosen for a step."""
    rating = rated(pack)[step][1]
    if chosen == rating.level:
        return Verdict(_("The authors choose {level} too.").format(level=chosen), rating.why, same=True)
    said = _("You chose {chosen}, the authors {level}.").format(chosen=chosen, level=rating.level)
    return Verdict(said, rating.why, same=False)
