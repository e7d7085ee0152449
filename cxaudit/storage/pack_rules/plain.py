"""Texts are plain: no markup, links, paths or characters that cannot be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from pydantic import BaseModel

from cxaudit.domain.questionnaire import PackHead
from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import HEAD, Finding, Place

CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ue000-\uf8ff\U000e0000-\U0010ffff]"
)
"""Control characters, line breaks among them, and those that hide or turn text around."""

MARKUP = re.compile(r"<\s*[A-Za-z!?/]|&(?:#\w+|[A-Za-z]\w*);|!?\[[^\]]*\]\(")
LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|\bwww\.|\b(?:mailto|javascript|data|file|tel):(?=\S)", re.IGNORECASE)
FILE_PATH = re.compile(r"(?:^|[\s\"'(])(?:[A-Za-z]:[\\/]|\\\\|~/|\.{1,2}[\\/]|/[\w.-]+/)")
EXPRESSION = re.compile(r"\$\{|\{\{|\{%|#\{")


def plain_texts(draft: Draft) -> Iterator[Finding]:
    """Every text of every table is plain."""
    for place, table in _tables(draft):
        fields = PackHead if place == HEAD else type(table)
        for key, text in texts(table, fields):
            if _SUSPECT.search(text) is not None:
                yield from (Finding(place, key, what, mend) for what, mend in not_plain(text))


def _tables(draft: Draft) -> Iterator[tuple[Place, BaseModel]]:
    if draft.head is not None:
        yield HEAD, draft.head
    for section in draft.sections:
        yield Place("dimension", section.head.id), section.head
        yield from ((Place("practice", p.id), p) for p in section.practices)
    yield from ((Place("flag", f.id), f) for f in draft.flags)
    yield from ((Place("action", a.id), a) for a in draft.actions)
    yield from ((Place("source", s.id), s) for s in draft.sources)
    yield from ((Place("claim", c.id), c) for c in draft.claims)
    yield from ((Place("vignette", v.id), v) for v in draft.vignettes)


def texts(table: BaseModel, fields: type[BaseModel] | None = None) -> Iterator[tuple[str, str]]:
    """Yield (key, text) for every text in a table's fields (those of `fields`); entries of a list count from 1."""
    for key in (fields or type(table)).model_fields:
        yield from _within(key, table.__dict__[key])


def _within(key: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, tuple):
        for number, entry in enumerate(cast("tuple[object, ...]", value), 1):
            yield from _within(f"{key}.{number}", entry)
    elif isinstance(value, dict):
        for name, entry in cast("dict[str, object]", value).items():
            yield from _within(f"{key}.{name}", entry)
    elif isinstance(value, BaseModel):
        for name, text in texts(value):
            yield f"{key}.{name}", text


_SUSPECT = re.compile(
    r"[^ -~\u00a1-\u00ac\u00ae-\u1fff\u2010-\u2027\u2030-\u205e]|[\[{&<\\/:~#$\u1680]|[wW]{3}|^ |  | $"
)
"""What every text that is not plain holds: most texts are passed with this one look."""


def not_plain(text: str) -> Iterator[tuple[str, str]]:
    """Yield (what is wrong, how to mend it) for everything in a text that isn't plain."""
    if _SUSPECT.search(text) is None:
        return
    hidden = CONTROL.search(text)
    if hidden:
        code = f"U+{ord(hidden.group()):04X}"
        what = _("It holds the character {code}, which cannot be seen.").format(code=code)
        yield what, _("Write plain text in one line.")
    if MARKUP.search(text):
        yield _("It looks like markup."), _("Write plain words, without tags.")
    if LINK.search(text):
        yield _("It holds a link."), _("Name the place in words.")
    if FILE_PATH.search(text):
        yield _("It looks like the path of a file."), _("Name the thing in words.")
    if EXPRESSION.search(text):
        yield _("It looks like an expression to be worked out."), _("Write plain words.")
    if text != text.strip() or "  " in text:
        yield _("It begins, ends or is split with more white space than needed."), _("Leave one space between words.")
