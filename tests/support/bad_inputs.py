"""Input that people will send, clumsy or hostile: each is an assessment that must still make a good report."""

from __future__ import annotations

from collections.abc import Callable

from support.reports import answered, blank, checked_pack, pack, workshop
from support.writing import ARABIC, ARABIC_NAME, CHINESE, HEBREW, JAPANESE, SCRIPTS, THAI

from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.fact_check import ChoiceValue, CountValue, DateValue, TextValue


def noted(note: str, organisation: str = "Acme") -> Assessment:
    """The text as note, evidence and reason, and in front of it an answer that needs none."""
    answers = {p.id: Answer(level=2) for p in pack().asked("quick")}
    first, *_rest, scope = (*answers, next(p.id for p in pack().asked("quick") if p.may_not_apply))
    answers[first] = Answer(level=4, note=note, evidence=note)
    answers[scope] = Answer(not_applicable=note)
    return blank(organisation=organisation, date="2026-11-20", answers=answers)


def _first(count: int) -> Assessment:
    return blank(answers={p.id: Answer(level=3) for p in pack().asked("quick")[:count]})


def _one_dimension() -> Assessment:
    asked = [p for p in pack().asked("quick") if p.dimension == pack().dimensions[0].id]
    return blank(answers={p.id: Answer(level=2) for p in asked})


HOSTILE: dict[str, str] = {
    "less than": "5 < 6 and a > b",
    "ampersand": "R&D; AT&T &copy 100 % &amp;",
    "broken markup": "use <b and </i> or <client name>",
    "image": '<img src="/etc/passwd" width="9" height="9"/>',
    "script link": '<a href="javascript:alert(1)">x</a> javascript:alert(1)',
    "colour": '<font color="[c for c in ().__class__.__bases__]">x</font>',
    "line breaks": "line one\nline two\r\n\n- item",
    "control characters": "a\x00b\x01c\x0bd\x7fe\x9ff\ufefff",
    "emoji": "ok \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
    "other scripts": "\u6f22\u5b57 \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u0e2a\u0e27\u0e31\u0e2a",
    "many scripts": " ".join(SCRIPTS.values()),
    "no spaces": (CHINESE + JAPANESE + THAI) * 3,
    "combining": "A\u030angstro\u0308m Z\u0351\u0352\u0353",
    "direction override": "Acme \u202egpj.exe \u2066x\u2069",
    "braces": "{level} {0} %s %(n)d",
    "500 characters": "Minutes of the board, paper 14. " * 15 + "y" * 20,
}
"""Texts that somebody types or pastes, by what is wrong with them."""


def _noted(text: str) -> Callable[[], Assessment]:
    return lambda: noted(text)


def hostile_facts() -> Assessment:
    """An answer of `checked_pack` for every hostile text: as evidence, as a fact and as a note; some carried over."""
    texts, answers = list(HOSTILE.values()), dict[str, Answer]()
    for number, practice in enumerate(checked_pack().asked("quick")):
        text = texts[number % len(texts)]
        answers[practice.id] = Answer(
            level=1 + number % 5,
            evidence=text if number % 3 else "",
            evidence_kind="record",
            evidence_date=("2024-02-29", "2026-11-20", "2026-99-99")[number % 3],
            facts={
                "words": TextValue(text=text),
                "day": DateValue(day=("2025-10-16", "2026-10-16", "2027-99-01")[number % 3]),
                "share": CountValue(count=number % 6, total=5),
                "which": ChoiceValue(option=("one", "gone")[number % 2]),
            },
            note=text,
            quick=number % 2 == 0,
            carried=number == 4,
        )
    return blank("full", date="2026-11-20", answers=answers, prediction=5)


BAD_INPUTS: dict[str, Callable[[], Assessment]] = {
    **{name: _noted(text) for name, text in HOSTILE.items()},
    "taller than a page": lambda: noted("word " * 3900),
    "one long word": lambda: noted("x" * 2000, organisation="W" * 500),
    "long word of wide letters": lambda: noted("W" * 5000),
    "nothing answered": lambda: blank(organisation=""),
    "nothing scored": lambda: answered(Answer(dont_know=True)),
    "one answer": lambda: _first(1),
    "two answers": lambda: _first(2),
    "one dimension": _one_dimension,
    "all at target": lambda: answered(Answer(level=5, evidence="Seen")),
    "all claimed": lambda: answered(Answer(level=5)),
    "name from right to left": lambda: noted(ARABIC, organisation=ARABIC_NAME),
    "long name from right to left": lambda: noted(HEBREW, organisation=(ARABIC_NAME + " 7 ") * 24),
    "full audit": lambda: answered(Answer(level=1), mode="full"),
    "path in the name": lambda: noted("n", organisation="../../a\\b:c*?<>|\x00\"'/d"),
    "several votes": workshop,
    "no such date": lambda: blank(date="2026-99-99"),
    "nothing confirmed": lambda: answered(Answer(level=4, carried=True), prediction=1),
}
