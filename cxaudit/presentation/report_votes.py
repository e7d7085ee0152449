"""Disagreement: where several people answered and saw it differently."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.scorecard import Agreement, PracticeScore
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts_report import vote_dots
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.numbers import gap_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_words import shortened
from cxaudit.presentation.words import MINUS, capital, count_word

NOTE = 400
"""So much of a note stands beside the votes; appendix B holds all of it."""


@dataclass(frozen=True, slots=True)
class VoteLine:
    """One practice with three or more votes: `open` where the room is split and nothing was agreed."""

    title: str
    question: str
    dots: Drawing
    state: str
    detail: str
    note: str
    open: bool


@dataclass(frozen=True, slots=True)
class DisagreementPage:
    """Practices by agreement, the least first."""

    title: str
    lead: str
    heads: tuple[str, ...]
    lines: tuple[VoteLine, ...]


def disagreement_page(reading: Reading) -> DisagreementPage | None:
    """Return where people disagree; None where no practice has three votes that are levels."""
    voted = [(p, p.agreement) for p in reading.card.practices.values() if p.agreement is not None]
    if not voted:
        return None
    voted.sort(key=lambda pair: (_rank(*pair), pair[0].id))
    ranks = [_rank(*pair) for pair in voted]
    split, apart = ranks.count(_OPEN), ranks.count(_APART)
    return DisagreementPage(
        title=_title(split, apart),
        lead=_(
            "Each dot is one vote. Disagreement changes no score: it shows where people see different firms. "
            "Settle it by looking at evidence, not by outvoting."
        ),
        heads=(_("Practice"), _("Votes"), _("Agreement"), _("Said about it")),
        lines=tuple(_line(reading, *pair) for pair in voted),
    )


_OPEN, _SETTLED, _APART, _AGREED = range(4)


def _rank(score: PracticeScore, agreement: Agreement) -> int:
    """Return where a practice stands: split and open, split but settled, views apart, or agreed."""
    if agreement.split:
        return _SETTLED if score.agreed else _OPEN
    return _APART if agreement.low or agreement.outliers else _AGREED


def _title(split: int, apart: int) -> str:
    if split:
        text = ngettext("The room is split on one practice", "The room is split on {count} practices", split)
        return text.format(count=count_word(split))
    if apart:
        text = ngettext("Views lie apart on one practice", "Views lie apart on {count} practices", apart)
        return text.format(count=count_word(apart))
    return _("The people who answered largely agree")


def _line(reading: Reading, score: PracticeScore, agreement: Agreement) -> VoteLine:
    answer = reading.assessment.answer(score.id)
    states = (_("Open: split, nothing agreed"), _("Split, level agreed"), _("Views apart"), _("In agreement"))
    text = _("Mean distance from the median {ad}; agreement A {a}")
    detail = text.format(ad=gap_text(agreement.ad), a=gap_text(agreement.a).replace("-", MINUS))
    if answer.agreed is not None:
        detail = _("Agreed: level {level}. {detail}").format(level=answer.agreed, detail=detail)
    title = reading.practice(score.id)
    return VoteLine(
        title=title,
        question=reading.pack.practices[score.id].question,
        dots=vote_dots(score.given, score.unknown, answer.agreed, title),
        state=states[_rank(score, agreement)],
        detail=capital(detail),
        note=shortened(answer.note, NOTE),
        open=_rank(score, agreement) == _OPEN,
    )
