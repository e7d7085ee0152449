"""The facilitator's script on paper: what to read aloud, what to ask, and what to say to the usual objection."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.model import LEVELS
from cxaudit.domain.questionnaire import Practice
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.drawing import Drawing
from cxaudit.presentation.handout_agenda import minutes_of

BADGE = 7.5


@dataclass(frozen=True, slots=True)
class AnchorLine:
    """One level of a question: its mark and what it means there."""

    badge: Drawing
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A label and what stands under it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One question as the facilitator needs it. `probes` are questions to ask; `passages` is what else helps.

    `question` is empty where it is read aloud itself.
    """

    code: str
    title: str
    minutes: str
    aloud: str
    probes: tuple[str, ...]
    passages: tuple[Passage, ...]
    question: str
    anchors: tuple[AnchorLine, ...]


def script_line(practice: Practice, badges: tuple[Drawing, ...], otherwise: int) -> ScriptLine:
    """Return one question; without a script its help stands in for it."""
    minutes, script = minutes_of(practice, otherwise), practice.script
    told = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    if script is None:
        aloud, probes, question = practice.question, (), ""
        passages = (
            Passage(_("What it looks like"), practice.looks_like),
            Passage(_("What does not count"), practice.not_this),
            Passage(_("For example"), practice.example),
        )
    else:
        aloud, probes, question = script.read_aloud, script.probes, practice.question
        passages = (Passage(_("If somebody says"), script.objection), Passage(_("A fair answer"), script.answer))
    anchors = tuple(AnchorLine(badges[level - 1], practice.anchors[level - 1]) for level in LEVELS)
    return ScriptLine(practice.code, practice.title, told, aloud, probes, passages, question, anchors)
