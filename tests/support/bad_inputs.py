"""Input that people will send, clumsy or hostile: each is an assessment that must still make a good report."""

from __future__ import annotations

from collections.abc import Callable

from support.reports import answered, blank, pack, workshop

from cxaudit.domain.assessment import Answer, Assessment


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


BAD_INPUTS: dict[str, Callable[[], Assessment]] = {
    "less than": lambda: noted("5 < 6 and a > b"),
    "ampersand": lambda: noted("R&D; AT&T &copy 100 % &amp;"),
    "broken markup": lambda: noted("use <b and </i> or <client name>"),
    "image": lambda: noted('<img src="/etc/passwd" width="9" height="9"/>'),
    "script link": lambda: noted('<a href="javascript:alert(1)">x</a> javascript:alert(1)'),
    "colour": lambda: noted('<font color="[c for c in ().__class__.__bases__]">x</font>'),
    "line breaks": lambda: noted("line one\nline two\r\n\n- item"),
    "control characters": lambda: noted("a\x00b\x01c\x0bd\x7fe\x9ff\ufefff"),
    "emoji": lambda: noted("ok \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f"),
    "other scripts": lambda: noted(
        "\u6f22\u5b57 \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u0e2a\u0e27\u0e31\u0e2a"
    ),
    "combining": lambda: noted("A\u030angstro\u0308m Z\u0351\u0352\u0353"),
    "direction override": lambda: noted("Acme \u202egpj.exe \u2066x\u2069"),
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
    "full audit": lambda: answered(Answer(level=1), mode="full"),
    "path in the name": lambda: noted("n", organisation="../../a\\b:c*?<>|\x00\"'/d"),
    "several votes": workshop,
    "no such date": lambda: blank(date="2026-99-99"),
}
