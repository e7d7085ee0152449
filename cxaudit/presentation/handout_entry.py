"""How the counts of a workshop on paper get into an audit afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The page: typing in the window, and an answers file as the other way (`sample` are its lines)."""

    title: str
    lead: str
    window_title: str
    steps: tuple[str, ...]
    file_title: str
    file_lead: str
    sample: tuple[str, ...]
    file_notes: tuple[str, ...]


def entry_page(pack: Pack, assessment: Assessment) -> EntryPage:
    """Return the page."""
    return EntryPage(
        _("Typing counts in afterwards"),
        _("The tally sheet holds all that is needed. Two people, one reading out, need about a minute a question."),
        _("In the window"),
        _steps(),
        _("Or as an answers file"),
        _("A text file that ends in .toml works without the window. For eight people and one question it reads:"),
        sample_lines(pack, assessment),
        _notes(),
    )


def _steps() -> tuple[str, ...]:
    return (
        _("Open the audit in cxaudit and start its workshop with the people and groups that were there."),
        _("Go to the first question and to the vote. Choose cards as the way to vote."),
        _(
            "Type how many held up 1, 2, 3, 4 and 5, how many did not know, how many said that it does not apply, and "
            "how many gave no vote. The total has to match those present; if somebody had left, correct that first."
        ),
        _("Reveal. If there was a second round on paper, vote again and type its counts; the first round is kept."),
        _(
            "Close the question the way the room did: the votes stand, an agreed level with its reason, or no "
            "agreement with lowest and highest. Type the view of those who see it otherwise."
        ),
        _("At the end type in what was parked, each with who takes it on by when, or that it was dropped."),
        _("Check one question in five against the tally sheet. Then shred the ballots."),
    )


def _notes() -> tuple[str, ...]:
    return (
        _(
            "rounds: one part for each round, the oldest first. votes: one entry for each person, in any order; "
            "\u201cdk\u201d is don't know, \u201cna\u201d does not apply. abstained: how many gave no vote."
        ),
        _(
            "With groups write groups = { Leaders = 3, Others = 5 } for present, and in each round "
            "groups = { Leaders = [2, 2, 3], Others = [3, 3, 4, 4, 5] } for votes."
        ),
        _(
            "lock: kind is \u201cvotes\u201d where the votes stand, \u201cagreed\u201d with level and reason, or "
            "\u201cnone\u201d with lowest and highest. Names of people do not belong here."
        ),
        _("Then type: cxaudit report workshop.toml"),
    )


def sample_lines(pack: Pack, assessment: Assessment) -> tuple[str, ...]:
    """Return an answers file with one question, line by line."""
    code = pack.asked(assessment.mode)[0].code
    return (
        f'pack = "{pack.id}"',
        f'version = "{pack.version}"',
        f'mode = "{assessment.mode}"',
        "[workshop]",
        "present = 8",
        f"[[answers.{code}.rounds]]",
        'votes = [2, 2, 3, 3, 3, 4, "dk"]',
        "abstained = 1",
        f"[answers.{code}.lock]",
        'kind = "agreed"',
        "level = 3",
        'reason = "{reason}"'.format(reason=_("Most teams use it.")),
        'dissent = "{dissent}"'.format(dissent=_("In the north it is unknown.")),
    )
