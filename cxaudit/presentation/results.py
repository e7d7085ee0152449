"""The results on one page: the finding, the profile, the flags, the largest gaps and the first actions."""

from __future__ import annotations

from dataclasses import dataclass

from cxaudit.domain.scorecard import Plan
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.charts import ProfileView, profile_view
from cxaudit.presentation.findings import FindingsView, findings_view
from cxaudit.presentation.flags import possible_flags_text
from cxaudit.presentation.prediction import prediction_text
from cxaudit.presentation.proof_card import ProofCard, proof_card
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_words import shortened
from cxaudit.presentation.words import DOT, capital, count_word

HOW_MANY = 3
FEW_FLAGS = 3
"""Up to so many red flags have a banner each; of more, the others are a list."""
BANNERS = 2
NAME = 80
"""Characters of the organisation's name in the subtitle."""


@dataclass(frozen=True, slots=True)
class FirstAction:
    """One of the first actions of the plan: what to do this week, and whose it is."""

    action: str
    rank: int
    title: str
    first_step: str
    owner: str


@dataclass(frozen=True, slots=True)
class ResultsView:
    """Everything that the results show. `no_gaps` and `no_actions` are what stands where there are none."""

    findings: FindingsView
    subtitle: str
    profile: ProfileView
    gaps_title: str
    no_gaps: str
    actions_title: str
    actions: tuple[FirstAction, ...]
    no_actions: str
    gap_line: str
    targets: str
    remarks: tuple[str, ...]
    firm: tuple[str, ...]
    proof: ProofCard | None
    prediction: str

    @property
    def banners(self) -> int:
        """Return how many red flags, the first ones, have a banner each."""
        count = len(self.findings.flags)
        return count if count <= FEW_FLAGS else BANNERS

    @property
    def more_flags(self) -> str:
        """Return the title over the other red flags: "Eight more red flags"."""
        count = len(self.findings.flags) - self.banners
        text = ngettext("{count} more red flag", "{count} more red flags", count)
        return text.format(count=capital(count_word(count))) if count else ""


def results_view(reading: Reading, plan: Plan) -> ResultsView:
    """Return the results of an assessment."""
    findings = findings_view(reading)
    actions = tuple(_first_action(reading, plan, i) for i in range(min(HOW_MANY, len(plan.sequence))))
    organisation = shortened(findings.organisation, NAME)
    return ResultsView(
        findings=findings,
        subtitle=DOT.join((organisation, findings.confidence)) if organisation else findings.confidence,
        profile=profile_view(reading),
        gaps_title=_gaps_title(len(findings.gaps)),
        no_gaps=_no_gaps(reading),
        actions_title=_actions_title(len(actions)),
        actions=actions,
        no_actions=_("No action is open."),
        gap_line=_gap_line(reading, findings),
        targets=_targets(reading),
        remarks=tuple(text for text in (possible_flags_text(reading), *findings.remarks) if text),
        firm=tuple(text for text in (findings.resolution, findings.sensitivity, findings.votes) if text),
        proof=proof_card(reading),
        prediction=prediction_text(reading),
    )


def _gap_line(reading: Reading, findings: FindingsView) -> str:
    """Return the whole gap, or nothing where no answer is known."""
    known = any(p.point is not None for p in reading.card.practices.values())
    return _("Whole gap {gap}").format(gap=findings.gap) if known else ""


def _first_action(reading: Reading, plan: Plan, at: int) -> FirstAction:
    item = plan.sequence[at]
    action = reading.pack.actions_by_id[item.action]
    owner = reading.assessment.action(item.action).owner.strip() or reading.pack.owners[action.owner]
    return FirstAction(action.id, at + 1, action.title, action.first_step, owner)


def _gaps_title(n: int) -> str:
    if n == 0:
        return _("Largest gaps")
    text = ngettext("The largest gap", "The {count} largest gaps", n)
    return text.format(count=count_word(n))


def _actions_title(n: int) -> str:
    if n == 0:
        return _("First actions")
    return ngettext("The first action", "The {count} first actions", n).format(count=count_word(n))


def _no_gaps(reading: Reading) -> str:
    if reading.card.gap.largest:
        return ""
    if any(p.point is not None for p in reading.card.practices.values()):
        return _("Nothing to close: every answer is at its target.")
    return _("Gaps appear once questions are answered.")


def _targets(reading: Reading) -> str:
    levels = {reading.target(d) for d in reading.card.dimensions}
    if len(levels) == 1:
        return _("Target {level}").format(level=min(levels))
    return _("Targets {low} to {high}").format(low=min(levels), high=max(levels))
