"""English wording: one idea a question, no negation, no vague frequency, plain words, easy to read, short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from cxaudit.domain.questionnaire import Practice
from cxaudit.i18n import _
from cxaudit.storage.pack_rules import words
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import HEAD, Finding, Kind, Place
from cxaudit.storage.pack_rules.plain import texts
from cxaudit.storage.pack_rules.reading import reading_grade, sentences

HARDEST_GRADE = 9

MOST_WORDS: Mapping[Kind, Mapping[str, int]] = {
    "practice": {
        "title": 4,
        "question": 14,
        "looks_like": 40,
        "not_this": 25,
        "example": 40,
        "example_large": 40,
        "debate": 45,
        "fact.question": 25,
        "fact.parts.*.label": 6,
        "fact.parts.*.options.*.label": 9,
        "fact.rules.*.why": 20,
        "script.read_aloud": 30,
        "script.probes.*": 20,
        "script.objection": 18,
        "script.answer": 30,
    },
    "flag": {"title": 12, "why": 30, "check": 22, "effect": 22, "cleared_when": 18},
    "action": {"title": 9, "why": 25, "first_step": 18, "done_when": 18},
    "vignette": {"text": 140, "ratings.*.why": 35},
}
"""How many words a text should have at most, by kind of table and key (a star: any entry of a list)."""

READ_TOGETHER: Mapping[Kind, tuple[tuple[str, ...], ...]] = {
    "practice": (
        ("question", "anchors.*"),
        ("looks_like",),
        ("not_this",),
        ("example",),
        ("example_large",),
        ("debate",),
        ("fact.question",),
        ("fact.rules.*.why",),
        ("script.read_aloud",),
        ("script.probes.*",),
        ("script.answer", "script.objection"),
    ),
    "flag": (("why",), ("check",), ("effect",), ("cleared_when",)),
    "action": (("why", "title", "first_step", "done_when"),),
    "vignette": (("text",), ("ratings.*.why",)),
}
"""Which texts are graded as one, by kind of table: short ones say little by themselves."""

READ: Mapping[Kind, frozenset[str]] = {
    kind: frozenset({*sizes, *(key for keys in READ_TOGETHER[kind] for key in keys)})
    for kind, sizes in MOST_WORDS.items()
}
"""Only these texts are read for wording."""

ASKED = frozenset(
    {
        *("title", "question", "anchors.*", "fact.question", "fact.parts.*.label", "fact.parts.*.options.*.label"),
        *("script.read_aloud", "script.probes.*", "script.answer"),
    }
)
"""The texts of a practice that people answer by, those that a room hears among them."""

SENTENCES_OF_A_DEBATE = 2


def questions(draft: Draft) -> Iterator[Finding]:
    """A question asks one thing, without denying anything."""
    for practice in draft.practices if draft.english else ():
        question, found = practice.question, words.tokens(practice.question)
        if words.JOINERS & set(found) or "/" in question:
            what = _("Two ideas in one question ('and', 'or' or a slash).")
            yield _about(practice, what, _("Ask about one of them."))
        denials = [token for token in found if words.is_negation(token)]
        if denials:
            what = _("The question denies something ('{word}').").format(word=denials[0])
            yield _about(practice, what, _("Ask what there is."))
        if not question.endswith("?") or question.count("?") != 1:
            yield _about(
                practice, _("It is not one question."), _("Write one sentence that ends with a question mark.")
            )


def _about(practice: Practice, what: str, mend: str) -> Finding:
    return Finding(Place("practice", practice.id), "question", what, mend, warning=True)


def plain_words(draft: Draft) -> Iterator[Finding]:
    """Texts hold no vague frequency; what is asked and what is proposed holds no praise and no jargon."""
    for place, table in _tables(draft):
        for key, text in _texts(place.kind, table):
            for word in words.found_in(text, words.VAGUE, words.VAGUE_PHRASES):
                what = _("'{word}' is vague: people count differently.").format(word=word)
                yield Finding(place, key, what, _("Say how many, how much or since when."), warning=True)
            if place.kind == "practice" and _pattern(key) in ASKED:
                for word in words.found_in(text, words.PRAISE):
                    what = _("'{word}' praises.").format(word=word)
                    yield Finding(place, key, what, _("Say what can be seen."), warning=True)
                for word in words.found_in(text, words.JARGON, words.JARGON_PHRASES):
                    what = _("'{word}' is jargon.").format(word=word)
                    yield Finding(place, key, what, _("Say it in words that anyone uses."), warning=True)


def sizes(draft: Draft) -> Iterator[Finding]:
    """Texts are as short as a screen and a reader want them."""
    for place, table in _tables(draft):
        for key, text in _texts(place.kind, table):
            found, most = len(text.split()), MOST_WORDS[place.kind].get(_pattern(key))
            if most is not None and found > most:
                what = _("It has {found} words; {most} are plenty.").format(found=found, most=most)
                yield Finding(place, key, what, _("Shorten it."), warning=True)


def grades(draft: Draft) -> Iterator[Finding]:
    """Texts read at grade 9 or below, a question together with its anchors."""
    if draft.head is None or not draft.english:
        return
    yield from _grade(HEAD, "rating_rules", draft.head.rating_rules)
    for number, note in enumerate(draft.head.rating_notes, 1):
        yield from _grade(HEAD, f"rating_notes.{number}", [note])
    for place, table in _tables(draft):
        for keys in READ_TOGETHER[place.kind]:
            found = {key: text for key, text in _texts(place.kind, table) if _pattern(key) in keys}
            if found:
                first = min(found, key=lambda key: keys.index(_pattern(key)))
                yield from _grade(place, first, found.values())


def _grade(place: Place, key: str, texts: Iterable[str]) -> Iterator[Finding]:
    grade = reading_grade(texts)
    if grade > HARDEST_GRADE:
        tenths = -(-grade * 10 // 1)
        what = _("It reads at grade {grade}; {most} is the limit.")
        what = what.format(grade=f"{tenths // 10}.{tenths % 10}", most=HARDEST_GRADE)
        yield Finding(place, key, what, _("Use shorter sentences and shorter words."), warning=True)


def debates(draft: Draft) -> Iterator[Finding]:
    """Where sources disagree, it is told in two sentences."""
    for practice in draft.practices if draft.english else ():
        found = len(sentences(practice.debate))
        if found not in {0, SENTENCES_OF_A_DEBATE}:
            what = _("It has {found} sentences; {wanted} are wanted.")
            what = what.format(found=found, wanted=SENTENCES_OF_A_DEBATE)
            mend = _("Name both sides in one, and how the pack treats it in the other.")
            yield Finding(Place("practice", practice.id), "debate", what, mend, warning=True)


def flag_numbers(draft: Draft) -> Iterator[Finding]:
    """Where a flag's texts name a level, it is the level of its rule."""
    for flag in draft.flags:
        place = Place("flag", flag.id)
        rows = (("effect", flag.effect, {flag.cap}), ("cleared_when", flag.cleared_when, _lifted(flag.conditions)))
        for key, text, right in rows:
            told = {int(number) for number in re.findall(r"\b[1-5]\b", text)}
            if told and not told & right:
                what = _("It speaks of {told}, the rule of {right}.")
                what = what.format(told=", ".join(map(str, sorted(told))), right=", ".join(map(str, sorted(right))))
                yield Finding(place, key, what, _("Bring text and rule together."), warning=True)


def _lifted(conditions: Iterable[BaseModel]) -> set[int]:
    return {condition.__dict__["at_most"] + 1 for condition in conditions}


def _tables(draft: Draft) -> Iterator[tuple[Place, BaseModel]]:
    if draft.english:
        yield from ((Place("practice", p.id), p) for p in draft.practices)
        yield from ((Place("flag", f.id), f) for f in draft.flags)
        yield from ((Place("action", a.id), a) for a in draft.actions)
        yield from ((Place("vignette", v.id), v) for v in draft.vignettes)


def _texts(kind: Kind, table: BaseModel) -> Iterator[tuple[str, str]]:
    wanted = READ[kind]
    yield from ((key, text) for key, text in texts(table) if _pattern(key) in wanted)


def _pattern(key: str) -> str:
    return ".".join("*" if part.isdecimal() else part for part in key.split("."))
