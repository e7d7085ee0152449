"""Could this change be chance? The margin of a survey's figure, its response and its change in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from cxaudit.app.margin_entry import Field, FigureKind, MarginEntry, MarginForm, Place, Survey, read_form
from cxaudit.domain.margins import Confidence, Interval, Sample, change, interval, more_than_chance
from cxaudit.i18n import _
from cxaudit.presentation.numbers import half_up
from cxaudit.presentation.words import MINUS, listing

Verdict = Literal["", "chance", "more"]

FINE = 3
"""Below so many points a margin is told with one decimal."""


@dataclass(frozen=True, slots=True)
class MarginView:
    """The answer, or what stands in its way.

    `headline` is the figure with its margin, `notes` what goes with it; `change` says how the figure moved and whether
    chance alone explains it (`verdict`), `change_notes` what goes with that. Without an answer `waiting` says what is
    still needed. `problems` are what to show beside each field, mistakes only.
    """

    headline: str = ""
    notes: tuple[str, ...] = ()
    verdict: Verdict = ""
    change: str = ""
    change_notes: tuple[str, ...] = ()
    sources: str = ""
    waiting: str = ""
    problems: tuple[tuple[Place, str], ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the answer line by line, for a page of plain text."""
        return tuple(
            line for line in (self.headline, *self.notes, self.change, *self.change_notes, self.sources) if line
        )


def margin_view(form: MarginForm) -> MarginView:
    """Return what the figures typed come to."""
    entry = read_form(form)
    problems = tuple((m.place, f"{m.what} {m.mend}") for m in entry.mistakes)
    if entry.now is None:
        return MarginView(waiting=_waiting(form.kind, entry), problems=problems)
    words = _Words(form, entry.now, entry.earlier)
    verdict, moved, moved_notes = words.change()
    return MarginView(
        headline=words.headline(),
        notes=words.notes(),
        verdict=verdict,
        change=moved,
        change_notes=moved_notes,
        sources=_sources(form.kind),
        waiting=_waiting(form.kind, entry),
        problems=problems,
    )


def field_label(kind: FigureKind, field: Field) -> str:
    """Return the label of a field."""
    if field == "top":
        return _("Satisfied, or what you count, in %") if kind == "share" else _("Top, such as promoters, in %")
    return {
        "bottom": _("Bottom, such as detractors, in %"),
        "cases": _("How many answered"),
        "asked": _("How many were asked, if known"),
    }[field]


def survey_label(survey: Survey) -> str:
    """Return the name of one of the two surveys."""
    return _("This time") if survey == "now" else _("Earlier, if there was one")


def _waiting(kind: FigureKind, entry: MarginEntry) -> str:
    """Say what is missing, first of this time; a mistake is told beside its field."""
    names: dict[Field, str] = {
        "top": _("the share counted") if kind == "share" else _("the top share"),
        "bottom": _("the bottom share"),
        "cases": _("how many answered"),
    }
    now, earlier = (listing([names[f] for s, f in entry.missing if s == which]) for which in ("now", "earlier"))
    if now:
        return _("Still needed: {what}.").format(what=now)
    if entry.now is None:
        return _("Mend what is marked, and the answer stands here.")
    return _("Still needed of the earlier time: {what}.").format(what=earlier) if earlier else ""


def _sources(kind: FigureKind) -> str:
    if kind == "net":
        return _("Adjusted Wald, after Rocks (2016), 'Interval estimation for the net promoter score'.")
    return _("Adjusted Wald, after Agresti and Coull (1998) for a share, Agresti and Caffo (2000) for two.")


class _Words:
    """Words one or two surveys, all numbers with as many decimals as they deserve."""

    def __init__(self, form: MarginForm, now: Sample, earlier: Sample | None) -> None:
        self._kind: FigureKind = form.kind
        self._confidence: Confidence = form.confidence
        self._now, self._earlier = now, earlier
        self._found = interval(now, form.confidence)
        samples = [now] if earlier is None else [now, earlier]
        whole = all((100 * s.figure).denominator == 1 for s in samples)
        self._digits = 0 if whole and 100 * self._found.margin >= FINE else 1

    # ------------------------------------------------------------------ this time
    def headline(self) -> str:
        """Return the figure with margin and range: "31, plus or minus 6 (95 % confidence): ..."."""
        text = _("{figure}, plus or minus {margin} ({confidence} % confidence): between {low} and {high}.")
        found = self._found
        return text.format(
            figure=self._figure(found.figure),
            margin=self._points(found.margin),
            confidence=self._confidence,
            low=self._figure(found.low),
            high=self._figure(found.high),
        )

    def notes(self) -> tuple[str, ...]:
        """Return what goes with the figure: a range that leans, and who stayed silent."""
        lean = _("The range reaches further towards the middle of the scale, the more so the fewer answered.")
        return (*((lean,) if self._leans() else ()), self._response())

    def _leans(self) -> bool:
        """Return whether figure and margin, as shown, visibly do not give the range."""
        found = self._found
        figure, margin, low, high = (
            Fraction(half_up(100 * part, self._digits)) * 10**self._digits
            for part in (found.figure, found.margin, found.low, found.high)
        )
        return abs(figure - margin - low) > 1 or abs(figure + margin - high) > 1

    def _response(self) -> str:
        now, rate = self._now, self._now.response_rate
        if rate is None:
            return _("How many were asked is not told, so nobody sees how many stayed silent.")
        counts = _("Asked {asked}, answered {cases}").format(asked=f"{now.asked:,}", cases=f"{now.cases:,}")
        return f"{counts}: {_rate(rate)}"

    # ------------------------------------------------------------------ the change
    def change(self) -> tuple[Verdict, str, tuple[str, ...]]:
        """Return whether chance alone explains the change, that in words, and what goes with it."""
        if self._earlier is None:
            return "", "", ()
        moved = change(self._earlier, self._now, self._confidence)
        more = more_than_chance(moved)
        ends = _("From {before} to {after}.").format(
            before=self._figure(self._earlier.figure), after=self._figure(self._now.figure)
        )
        return (
            "more" if more else "chance",
            f"{ends} {self._moved(moved, more=more)}",
            self._change_notes(moved, more=more),
        )

    def _moved(self, moved: Interval, *, more: bool) -> str:
        if not moved.figure:
            return _("The figure did not change.")
        word = _("rise") if moved.figure > 0 else _("fall")
        size = self._points(abs(moved.figure))
        if more:
            return _("The {rise} of {size} is more than chance alone would explain.").format(rise=word, size=size)
        return _("The {rise} of {size} is smaller than chance alone would explain: noise.").format(rise=word, size=size)

    def _change_notes(self, moved: Interval, *, more: bool) -> tuple[str, ...]:
        low, high = (self._signed(end) for end in (moved.low, moved.high))
        text = _("The true change lies between {low} and {high} ({confidence} % confidence).")
        told = text.format(low=low, high=high, confidence=self._confidence)
        if more:
            return told, _("What caused it, the figures do not say.")
        return told, _("That does not prove that nothing changed: more answers would show smaller changes.")

    # ------------------------------------------------------------------ numbers
    def _figure(self, share: Fraction) -> str:
        text = self._number(share)
        return f"{text} %" if self._kind == "share" else text

    def _points(self, share: Fraction) -> str:
        text = self._number(share)
        if share and text == half_up(Fraction(0), self._digits):
            text = _("less than {smallest}").format(smallest=half_up(Fraction(1, 10**self._digits), self._digits))
        return _("{number} points").format(number=text) if self._kind == "share" else text

    def _signed(self, share: Fraction) -> str:
        text = self._number(share)
        return f"+{text}" if share > 0 and text != half_up(Fraction(0), self._digits) else text

    def _number(self, share: Fraction) -> str:
        return half_up(100 * share, self._digits).replace("-", MINUS)


def _rate(rate: Fraction) -> str:
    """Return the response rate in words."""
    if rate == 1:
        return _("everybody answered.")
    shown = int(half_up(100 * rate, 0))
    if not shown:
        return _("less than 1 % answered; nothing is known of the others.")
    if shown == 100:
        return _("more than 99 % answered; nothing is known of the others.")
    return _("{share} % answered; nothing is known of the other {rest} %.").format(share=shown, rest=100 - shown)


def confidence_note(confidence: Confidence) -> str:
    """Return what the confidence means."""
    return _("{count} of 100 such ranges hold the true figure.").format(count=confidence)
