"""One answer in words."""

from __future__ import annotations

from cxaudit.cli.plain import one_line
from cxaudit.domain.assessment import Answer
from cxaudit.domain.questionnaire import Pack, Practice
from cxaudit.i18n import _


def answer_line(answer: Answer, practice: Practice, pack: Pack) -> str:
    """Return an answer on one line: "4 Used: Checks confirmed that"."""
    if answer.level is not None:
        return level_line(answer.level, practice, pack)
    if answer.dont_know:
        return _("don't know")
    if answer.not_applicable is not None:
        return _("does not apply: {reason}").format(reason=one_line(answer.not_applicable))
    if answer.votes is not None:
        votes = _("votes {votes}").format(votes=" ".join(str(vote) for vote in answer.votes))
        if answer.agreed is None:
            return votes
        return _("{votes}; agreed: {level}").format(votes=votes, level=level_line(answer.agreed, practice, pack))
    return _("not answered")


def level_line(level: int, practice: Practice, pack: Pack) -> str:
    """Return a level with its name and the practice's anchor."""
    return f"{level} {pack.levels[level - 1].name}: {practice.anchors[level - 1]}"
