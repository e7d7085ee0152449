"""The page that tells how to read the report."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.model import LEVELS
from cxaudit.i18n import _
from cxaudit.presentation.charts import ProfileView
from cxaudit.presentation.charts_report import level_chip, mark
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.findings import FindingsView
from cxaudit.presentation.reading import Reading


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One level: its chip, name, meaning, and what shows it."""

    chip: Drawing
    name: str
    meaning: str
    shown_by: str


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One mark of the charts and what it means."""

    mark: Drawing
    meaning: str


@dataclass(frozen=True, slots=True)
class WordLine:
    """A word of this report and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class GuideView:
    """Contents and how to read."""

    title: str
    levels: tuple[LevelLine, ...]
    marks: tuple[MarkLine, ...]
    words: tuple[WordLine, ...]
    basis: str
    remarks: tuple[str, ...]


def guide_view(reading: Reading, findings: FindingsView, profile: ProfileView) -> GuideView:
    """Return how to read this report."""
    said = {
        "shown": _("The level that the answers show"),
        "claimed": _("Claimed: said to be so, no evidence on file"),
        "held": _("Held down by a red flag: the value before it"),
        "range": _("Range: how far open or claimed answers could move it"),
        "target": _("The target that was set"),
    }
    return GuideView(
        title=_("What is in this report, and how to read it"),
        levels=tuple(
            LevelLine(level_chip(level), name.name, name.meaning, name.shown_by)
            for level, name in zip(LEVELS, reading.pack.levels, strict=True)
        ),
        marks=(
            *(MarkLine(mark(kind), said[kind]) for kind, _words in profile.legend),
            MarkLine(mark("strip"), _("In tables: the level is filled, the target ringed")),
        ),
        words=_words(),
        basis=f"{findings.answered}; {findings.people}; {findings.evidence}",
        remarks=findings.remarks,
    )


def _words() -> tuple[WordLine, ...]:
    return (
        WordLine(
            _("Index"), _("The mean of the answers, from 1 to 5. Strengths and weaknesses offset each other in it.")
        ),
        WordLine(
            _("Level"),
            _("What most practices reach and nearly all come near. Strengths do not make up for weaknesses."),
        ),
        WordLine(
            _("Gap"), _("How far the answers lie below their targets, in levels; strengths are not counted against it.")
        ),
        WordLine(_("Red flag"), _("A habit that spoils the rest. It holds a dimension down until it ends.")),
    )
