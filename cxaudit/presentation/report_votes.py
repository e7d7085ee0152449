"""Disagreement: where the room split, what each side says, and what would settle it. Nobody is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxaudit.domain.agreement import agreement
from cxaudit.domain.assessment import Answer
from cxaudit.domain.model import LEVELS
from cxaudit.domain.notes import is_open_split
from cxaudit.domain.panels import camps, levels_of, most_split_first
from cxaudit.domain.scorecard import PracticeScore
from cxaudit.domain.workshop import Lock, Talk
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts_votes import Panel, count_cell, counted, vote_rows
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.numbers import NONE, gap_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_words import shortened
from cxaudit.presentation.room_words import dissent_of, shown_rounds, span
from cxaudit.presentation.wall_band import near_words
from cxaudit.presentation.words import MINUS, capital, count_word, sentence

SAID = 500
"""So much of what a room said stands beside the votes; appendix B holds all of it."""

Kind = Literal["open", "none", "settled", "apart", "together", "agreed"]
"""Where a practice stands: split and open; no agreement recorded; split with a level agreed; views apart; split in an
earlier round and no longer; or near each other."""


@dataclass(frozen=True, slots=True)
class MapLine:
    """One practice on the map: a count for each level and for those who do not know, and where it stands.

    `counts` are the numbers in its cells.
    """

    title: str
    cells: tuple[Drawing, ...]
    a: str
    state: str
    open: bool
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What speaks for one side: its level with the anchor, and the argument in the room's own words.

    `unsaid` tells why where there is none.
    """

    label: str
    anchor: str
    text: str
    unsaid: str


@dataclass(frozen=True, slots=True)
class SplitView:
    """One practice in detail: votes, state, the two sides, and what else was said as labelled texts."""

    title: str
    question: str
    state: str
    detail: str
    dots: Drawing
    sides: tuple[Side, ...]
    said: tuple[tuple[str, str], ...]
    open: bool


@dataclass(frozen=True, slots=True)
class DisagreementPage:
    """A map of all practices voted on, the most split first, and those in detail that the room saw differently."""

    title: str
    lead: str
    heads: tuple[str, ...]
    lines: tuple[MapLine, ...]
    key: str
    splits_title: str
    splits_lead: str
    splits: tuple[SplitView, ...]


def disagreement_page(reading: Reading) -> DisagreementPage | None:
    """Return where people disagree; None where no practice has three votes that are levels, or a recorded split."""
    panels = {p.id: reading.assessment.answer(p.id).panel for p in _voted(reading)}
    if not panels:
        return None
    scores = [reading.card.practices[practice] for practice in most_split_first(panels)]
    kinds: dict[str, Kind] = {score.id: standing_of(reading, score) for score in scores}
    detailed = [score for score in scores if _in_detail(reading.assessment.answer(score.id), kinds[score.id])]
    return DisagreementPage(
        title=_title(list(kinds.values())),
        lead=_(
            "Disagreement changes no score. Where people see different firms, settle it by looking at evidence, not by "
            "outvoting."
        ),
        heads=(_("Practice, the most split first"), *map(str, LEVELS), "?", "A", _("Where it stands")),
        lines=tuple(_map_line(reading, score, kinds[score.id]) for score in scores),
        key=_(
            "The numbers are votes, the darker the larger their share; ? is don't know or does not apply. A is the "
            "agreement, from 1 (all alike) to {lowest} (half at either end)."
        ).format(lowest=f"{MINUS}1"),
        splits_title=_splits_title(reading) if detailed else "",
        splits_lead=_splits_lead([reading.assessment.answer(score.id) for score in detailed]),
        splits=tuple(_split(reading, score, kinds[score.id]) for score in detailed),
    )


def _splits_title(reading: Reading) -> str:
    return _("The votes in detail") if reading.lacks("words") else _("What each side says")


def _splits_lead(answers: list[Answer]) -> str:
    """Return how to read the dots, as far as these answers draw them."""
    texts = (
        (_("One dot is one vote; nobody is named."), bool(answers)),
        (_("Hollow dots are the round before."), any(_before(answer) for answer in answers)),
        (_("A frame marks the levels on which the room ended."), any(_marked(answer) for answer in answers)),
    )
    return " ".join(text for text, said in texts if said)


def _voted(reading: Reading) -> list[PracticeScore]:
    scores = (p for p in reading.card.practices.values() if p.applicable)
    return [p for p in scores if p.agreement is not None or _ended(reading.assessment.answer(p.id)) == "none"]


def _ended(answer: Answer) -> str:
    return answer.lock.kind if answer.lock and shown_rounds(answer) else ""


def standing_of(reading: Reading, score: PracticeScore) -> Kind:
    """Return where a practice stands that was voted on."""
    answer, found = reading.assessment.answer(score.id), score.agreement
    if is_open_split(score, answer):
        return "open"
    if _ended(answer) == "none" or found is None:
        return "none"
    if found.split:
        return "settled"
    if found.low or found.outliers:
        return "apart"
    before = (agreement(levels_of(one.votes)) for one in shown_rounds(answer)[:-1])
    return "together" if any(one is not None and one.split for one in before) else "agreed"


def _in_detail(answer: Answer, kind: Kind) -> bool:
    said = answer.talk is not None or dissent_of(answer).strip()
    return bool(said) or kind in {"open", "none", "settled"} or (kind == "apart" and bool(answer.note.strip()))


def _title(kinds: list[Kind]) -> str:
    split, none = kinds.count("open"), kinds.count("none")
    apart = kinds.count("settled") + kinds.count("apart")
    if split:
        text = ngettext("The room is split on one practice", "The room is split on {count} practices", split)
        said = text.format(count=count_word(split))
        more = ngettext("{said}, without agreement on one more", "{said}, without agreement on {more} more", none)
        return more.format(said=said, more=count_word(none)) if none else said
    if none:
        text = ngettext(
            "The room ended without agreement on one practice",
            "The room ended without agreement on {count} practices",
            none,
        )
        return text.format(count=count_word(none))
    if apart:
        text = ngettext("Views lie apart on one practice", "Views lie apart on {count} practices", apart)
        return text.format(count=count_word(apart))
    return _("The people who answered largely agree")


def _state(answer: Answer, kind: Kind) -> str:
    states = {
        "open": _("Open: split, nothing agreed"),
        "none": _("No agreement"),
        "settled": _("Split"),
        "apart": _("Views apart"),
        "together": _("Was split, came together"),
        "agreed": near_words(answer.panel) if kind == "agreed" else "",
    }
    state = states[kind]
    if kind == "none" and answer.lock is not None:
        return _("{state}: {levels}").format(state=state, levels=span(answer.lock))
    if answer.agreed is not None:
        return _("{state}; level {level} agreed").format(state=state, level=answer.agreed)
    return state


def _map_line(reading: Reading, score: PracticeScore, kind: Kind) -> MapLine:
    answer, found = reading.assessment.answer(score.id), score.agreement
    panel = counted(answer.panel)
    said = _("{n} at level {level}")
    cells = [count_cell(n, panel.given, said.format(n=n, level=k)) for k, n in zip(LEVELS, panel.levels, strict=True)]
    unknown = count_cell(panel.unknown, 0, _("{n} don't know").format(n=panel.unknown))
    return MapLine(
        title=reading.practice(score.id),
        cells=(*cells, unknown),
        a=NONE if found is None else gap_text(found.a).replace("-", MINUS),
        state=_state(answer, kind),
        open=kind == "open",
        counts=(*panel.levels, panel.unknown),
    )


def _split(reading: Reading, score: PracticeScore, kind: Kind) -> SplitView:
    answer, practice = reading.assessment.answer(score.id), reading.pack.practices[score.id]
    title = reading.practice(score.id)
    return SplitView(
        title=title,
        question=practice.question,
        state=sentence(_state(answer, kind)),
        detail=_detail(score),
        dots=vote_rows(counted(answer.panel), _marked(answer), title, _before(answer)),
        sides=_sides(reading, score, answer, kind),
        said=_said(reading, answer, kind, score.id),
        open=kind == "open",
    )


def _before(answer: Answer) -> Panel | None:
    rounds = shown_rounds(answer)
    return counted(rounds[-2].votes) if len(rounds) > 1 else None


def _marked(answer: Answer) -> tuple[int, int] | None:
    if answer.agreed is not None:
        return (answer.agreed, answer.agreed)
    lock: Lock | None = answer.lock
    return (lock.lowest, lock.highest) if lock and lock.lowest and lock.highest else None


def _detail(score: PracticeScore) -> str:
    found = score.agreement
    if found is None:
        return ""
    two = camps(score.given)
    told = _("Two camps: {low} and {high}. ").format(low=two[0], high=two[1]) if two else ""
    text = _("Mean distance from the median {ad}; agreement A {a}.")
    return told + text.format(ad=gap_text(found.ad), a=gap_text(found.a).replace("-", MINUS))


def _sides(reading: Reading, score: PracticeScore, answer: Answer, kind: Kind) -> tuple[Side, ...]:
    """Return both sides; none where nobody wrote an argument down for a practice that is not split."""
    talk = answer.talk or Talk()
    given, unsaid = score.given, capital(_unsaid(reading))
    if len(set(given)) < 2 or (kind not in {"open", "none", "settled"} and not (talk.low or talk.high)):
        given = ()
    low, high = camps(given) or ((given[0], given[-1]) if given else (0, 0))
    sides = (
        Side(_("Why lower"), _anchor(reading, score.id, low), shortened(talk.low, SAID), "" if talk.low else unsaid),
        Side(
            _("Why higher"), _anchor(reading, score.id, high), shortened(talk.high, SAID), "" if talk.high else unsaid
        ),
    )
    return sides if given or talk.low or talk.high else ()


def _anchor(reading: Reading, practice: str, level: int) -> str:
    if not level:
        return ""
    anchor = reading.pack.practices[practice].anchors[level - 1]
    return _("Level {level}: \u201c{anchor}\u201d").format(level=level, anchor=anchor)


def _said(reading: Reading, answer: Answer, kind: Kind, practice: str) -> tuple[tuple[str, str], ...]:
    """Return what else was said: what would settle it, why a level was agreed on, dissent, and the note."""
    lock, talk = answer.lock or Lock(kind="votes"), answer.talk or Talk()
    settle = talk.settle.strip() or (_fact_check(reading, practice) if kind in {"open", "none"} else "")
    told = (
        (_("What would settle it"), settle),
        (_("Agreed because"), lock.reason),
        (_("Dissent"), dissent_of(answer)),
        (_("Note"), answer.note),
    )
    return tuple((label, capital(shortened(text, SAID))) for label, text in told if text.strip())


def _fact_check(reading: Reading, practice: str) -> str:
    """Return the fact-check of a practice as a way to settle it; nothing where it has none or was done."""
    fact = reading.pack.practices[practice].fact
    if fact is None or reading.assessment.answer(practice).facts:
        return _unsaid(reading)
    text = _("{unsaid} The fact-check of this question asks: {question}")
    return text.format(unsaid=_unsaid(reading), question=fact.question)


def _unsaid(reading: Reading) -> str:
    """Return why there is nothing to read where the room's words would stand."""
    return _("what was said is left out of this copy.") if reading.lacks("words") else _("nobody wrote it down.")
