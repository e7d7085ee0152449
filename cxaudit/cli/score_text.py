"""The scores as a page of plain text: the profile first, the one number last."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.cli.plain import one_line
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.fields import Mode
from cxaudit.domain.plan import make_plan
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.ranks import rank_ranges
from cxaudit.domain.scoring import score
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.findings import FindingsView, findings_view
from cxaudit.presentation.plan import CardView, plan_view
from cxaudit.presentation.prediction import prediction_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.words import DOT

FIRST = 3
"""So many actions and possible flags are printed."""


def score_text(pack: Pack, assessment: Assessment) -> str:
    """Return the findings and the first actions as plain text."""
    card = score(pack, assessment)
    reading = Reading(pack, assessment, card)
    findings = findings_view(reading)
    plan = plan_view(reading, make_plan(pack, assessment, card), rank_ranges(pack, assessment, card))
    actions = [card for lane in plan.lanes for card in lane.cards][:FIRST]
    sections = (_head(findings, assessment), _profile(findings), _flags(findings), _gaps(findings))
    tail = (_actions(actions), _confidence(findings), _overall(findings, prediction_text(reading)))
    return "\n\n".join("\n".join(lines) for section in (*sections, *tail) if (lines := list(section)))


def mode_name(mode: Mode) -> str:
    """Return the name of a mode."""
    return _("quick audit") if mode == "quick" else _("full audit")


def _head(findings: FindingsView, assessment: Assessment) -> Iterator[str]:
    parts = (one_line(findings.organisation), mode_name(assessment.mode), assessment.date or "")
    yield DOT.join(part for part in parts if part)
    yield findings.title


def _profile(findings: FindingsView) -> Iterator[str]:
    rows = [(_("Profile, lowest first"), _("score"), _("range"), _("level"), _("target"), "")]
    rows += [(f"  {d.title}", d.index, d.range, d.level or "", str(d.target), d.coverage) for d in findings.dimensions]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _flags(findings: FindingsView) -> Iterator[str]:
    if findings.flags or findings.possible_flags:
        yield _("Red flags")
    for flag in findings.flags:
        yield f"  {flag.title}"
        yield f"    {flag.sentence}"
    for sentence in findings.possible_flags[:FIRST]:
        yield f"  {sentence}"
    more = len(findings.possible_flags) - FIRST
    if more > 0:
        yield "  " + ngettext("And {count} more possible one.", "And {count} more possible ones.", more).format(
            count=more
        )


def _gaps(findings: FindingsView) -> Iterator[str]:
    if findings.gaps:
        yield _("Largest gaps")
    for gap in findings.gaps:
        line = _("{code} {title}: level {level}, target {target}, {share}")
        words = line.format(code=gap.code, title=gap.title, level=gap.level, target=gap.target, share=gap.share)
        yield f"  {words}"


def _actions(actions: list[CardView]) -> Iterator[str]:
    if actions:
        yield _("What to do first")
    for action in actions:
        yield f"  {action.rank}. {action.title}"
        yield "     " + _("This week: {step}").format(step=action.first_step)
        owner = _("Owner: {owner}. Effort: {effort}.").format(owner=one_line(action.owner), effort=action.effort)
        yield f"     {owner}"


def _confidence(findings: FindingsView) -> Iterator[str]:
    yield _("How sure this is")
    yield f"  {findings.confidence}"
    for remark in findings.remarks:
        yield f"  {one_line(remark)}"


def _overall(findings: FindingsView, guess: str) -> Iterator[str]:
    overall = findings.overall
    yield _("Overall: {index}").format(index=overall.index) + (f"{DOT}{overall.line}" if overall.line else "")
    for line in (overall.why_none, findings.resolution, findings.sensitivity, guess):
        if line:
            yield f"  {line}"
