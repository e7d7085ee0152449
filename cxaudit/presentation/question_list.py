"""The list beside the questions of a full audit as a frozen view: sections, signs, search and filters.

It says what is on file, never how good it is: no score and no level colour is in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from cxaudit.app.flow import Flow, given
from cxaudit.domain.assessment import Answer, Assessment
from cxaudit.domain.proof import Proof, proofs
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.domain.scorecard import Scorecard
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.review import ChipState, level_state

Sign = Literal["confirm", "unanswered", "dont know", "marked", "claimed", "contradicted", "stale", "noted", "quick"]
"""What can be said of a question in the list, and filtered by; in the order in which it is said."""

SIGNS: tuple[Sign, ...] = get_args(Sign)
WARNING: frozenset[Sign] = frozenset({"claimed", "contradicted", "stale"})


@dataclass(frozen=True, slots=True)
class ListRow:
    """One question: its answer as a neutral chip, its title, what there is to say of it, and whether one is there.

    Each sign comes with whether it warns.
    """

    practice: str
    code: str
    title: str
    chip: ChipState
    signs: tuple[tuple[str, bool], ...]
    here: bool


@dataclass(frozen=True, slots=True)
class ListSection:
    """The questions of one dimension that pass, and how many of all its questions are answered."""

    title: str
    progress: str
    rows: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class FilterView:
    """One filter with how many questions it finds; `word` is what the toggle says."""

    sign: Sign
    word: str
    count: int
    on: bool


@dataclass(frozen=True, slots=True)
class ListView:
    """The whole list. `matches` are the practice ids that pass, None where nothing is searched or filtered.

    `said` counts them in words; `filtered` names the filters that are on, in words.
    """

    sections: tuple[ListSection, ...]
    filters: tuple[FilterView, ...]
    matches: tuple[str, ...] | None
    said: str
    filtered: str


def list_view(
    pack: Pack,
    assessment: Assessment,
    scorecard: Scorecard,
    flow: Flow,
    search: str = "",
    wanted: Collection[Sign] = (),
) -> ListView:
    """Return the list as a search and filters leave it.

    A question passes where every word searched for stands in it or beside its answer, and where one of the wanted
    signs is true of it.
    """
    signs = question_signs(pack, assessment, scorecard, flow.asked)
    passing = tuple(_passing(pack, assessment, signs, search, wanted))
    narrowed = bool(search.split()) or bool(wanted)
    filters = tuple(_filters(signs, wanted))
    names = [f.word for f in filters if f.on] + (
        [_("“{search}”").format(search=search.strip())] if search.split() else []
    )
    return ListView(
        sections=tuple(_sections(pack, assessment, flow, signs, passing)),
        filters=filters,
        matches=passing if narrowed else None,
        said=_said(len(passing), len(flow.asked), narrowed=narrowed),
        filtered=", ".join(names),
    )


def question_signs(
    pack: Pack, assessment: Assessment, scorecard: Scorecard, asked: Sequence[str]
) -> dict[str, tuple[Sign, ...]]:
    """Return what is true of each question's answer, by practice id."""
    proven = proofs(pack, assessment, scorecard)
    return {p: tuple(_signs(assessment.answer(p), proven[p], assessment.mode)) for p in asked}


def _signs(answer: Answer, proof: Proof, mode: str) -> Iterator[Sign]:
    facts: dict[Sign, bool] = {
        "confirm": answer.carried,
        "unanswered": not answer.carried and not given(answer),
        "dont know": answer.dont_know and not answer.carried,
        "marked": answer.mark,
        "claimed": proof.claimed,
        "contradicted": proof.contradicted,
        "stale": proof.stale,
        "noted": bool(answer.note.strip()),
        "quick": answer.quick and mode == "full",
    }
    return (sign for sign in SIGNS if facts[sign])


def _passing(
    pack: Pack, assessment: Assessment, signs: dict[str, tuple[Sign, ...]], search: str, wanted: Collection[Sign]
) -> Iterator[str]:
    words = search.casefold().split()
    for practice, said in signs.items():
        text = searched_text(pack, pack.practices[practice], assessment.answer(practice))
        if all(word in text for word in words) and (not wanted or any(sign in wanted for sign in said)):
            yield practice


def searched_text(pack: Pack, practice: Practice, answer: Answer) -> str:
    """Return everything of a question that a search looks through, in small letters."""
    section = pack.dimensions_by_id[practice.dimension].title
    asked = (practice.code, practice.title, section, practice.question, *practice.anchors)
    written = (answer.note, answer.evidence, answer.not_applicable or "")
    return "\n".join((*asked, *written)).casefold()


def _filters(signs: dict[str, tuple[Sign, ...]], wanted: Collection[Sign]) -> Iterator[FilterView]:
    """Yield the filters that find something, and those that are on."""
    for sign in SIGNS:
        count = sum(sign in said for said in signs.values())
        if count or sign in wanted:
            yield FilterView(sign, filter_word(sign), count, sign in wanted)


def _sections(
    pack: Pack, assessment: Assessment, flow: Flow, signs: dict[str, tuple[Sign, ...]], passing: Collection[str]
) -> Iterator[ListSection]:
    for dimension in pack.dimensions:
        asked = [p.id for p in dimension.practices if p.id in signs]
        done = sum(given(assessment.answer(p)) for p in asked)
        rows = tuple(_row(pack, assessment, p, signs[p], here=p == flow.at) for p in asked if p in passing)
        if rows:
            progress = _("{done} of {total}").format(done=done, total=len(asked))
            yield ListSection(dimension.title, progress, rows)


def _row(pack: Pack, assessment: Assessment, name: str, signs: tuple[Sign, ...], *, here: bool) -> ListRow:
    practice = pack.practices[name]
    told = tuple((sign_word(sign), sign in WARNING) for sign in signs if sign not in {"unanswered", "dont know"})
    return ListRow(name, practice.code, practice.title, level_state(assessment.answer(name)), told, here)


def _said(passing: int, total: int, *, narrowed: bool) -> str:
    if not narrowed:
        return ngettext("{total} question", "{total} questions", total).format(total=total)
    text = ngettext("{count} of {total} questions", "{count} of {total} questions", passing)
    return text.format(count=passing, total=total)


def sign_word(sign: Sign) -> str:
    """Return what a row says of its question."""
    return {
        "confirm": _("please confirm"),
        "unanswered": _("unanswered"),
        "dont know": _("don't know"),
        "marked": _("marked"),
        "claimed": _("claimed"),
        "contradicted": _("a fact says otherwise"),
        "stale": _("evidence too old"),
        "noted": _("noted"),
        "quick": _("five-minute audit"),
    }[sign]


def filter_word(sign: Sign) -> str:
    """Return what the toggle of a filter says."""
    return {
        "confirm": _("Please confirm"),
        "unanswered": _("Unanswered"),
        "dont know": _("Don't know"),
        "marked": _("Marked"),
        "claimed": _("Claimed"),
        "contradicted": _("Contradicted"),
        "stale": _("Stale"),
        "noted": _("Noted"),
        "quick": _("Five-minute"),
    }[sign]
