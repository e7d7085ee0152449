"""What must hold of facts, dated evidence and carried answers, as checks that raise AssertionError."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from support import laws
from support.cases import Case

from cxaudit.domain.assessment import Answer
from cxaudit.domain.facts import findings
from cxaudit.domain.scorecard import PracticeScore, Scorecard


def changed(case: Case, change: Callable[[Answer], Answer]) -> Case:
    """Return the case with every answer changed."""
    return case.answering({i: change(answer) for i, answer in case.assessment.answers.items()})


def _points(card: Scorecard) -> list[object]:
    """Everything that must not depend on what is shown: points, indices and levels at the index, gaps."""
    found: list[object] = [
        card.gap.total,
        card.gap.attainment,
        card.gap.largest,
        card.overall.index,
        card.overall.level,
    ]
    found += [(p.point, p.high, p.given, p.unknown, p.agreement, p.applicable) for p in card.practices.values()]
    for d in card.dimensions.values():
        found += [d.status, d.raw, d.index, d.high, d.level, d.level_high, d.cap, d.shares, d.blocked_by]
    return found


def facts_never_move_points(case: Case) -> None:
    """Facts change no point, index, level, gap or plan; all that they can do is lift lows and lift the claimed mark."""
    bare = changed(case, lambda answer: answer.model_copy(update={"facts": {}}))
    before, after = laws.scored(bare), laws.scored(case)
    assert _points(before) == _points(after)
    assert laws.planned(bare).items == laws.planned(case).items
    for old, new in zip(before.practices.values(), after.practices.values(), strict=True):
        assert laws.rising(old.low, new.low)
        assert laws.rising(old.shown, new.shown)
        assert old.claimed or not new.claimed


def _without_evidence(case: Case) -> list[tuple[PracticeScore, Callable[[int], set[str]]]]:
    """Practices with a point and no evidence, each with what the facts' rules say of a level."""

    def said(practice: str) -> Callable[[int], set[str]]:
        asked, answer = case.pack.practices[practice], case.assessment.answer(practice)
        return lambda level: {f.verdict for f in findings(asked, answer, level, case.assessment.date)}

    scores = (p for p in laws.scored(case).practices.values() if p.point is not None)
    return [(p, said(p.id)) for p in scores if not case.assessment.answer(p.id).evidence.strip()]


def only_support_shows(case: Case) -> None:
    """Without evidence, what is shown above level 3 is supported by a fact, there or higher, and not contradicted."""
    for p, said in _without_evidence(case):
        if p.shown is not None and p.shown > case.pack.rubric.claimed_above:
            assert any(said(level) == {"supports"} for level in range(p.shown, 6))
        if p.claimed and p.shown is not None and p.shown > case.pack.rubric.claimed_above:
            assert said(p.shown) == {"supports"}


def support_lifts_the_mark(case: Case) -> None:
    """A level that facts support, and none contradicts, is not claimed."""
    for p, said in _without_evidence(case):
        if p.point is not None and said(p.point) == {"supports"}:
            assert not p.claimed
            assert p.shown == p.point


def carried_is_unanswered(case: Case) -> None:
    """An answer carried over counts as none until it is given again."""
    kept = case.assessment.answers.items()
    given = {i: Answer() if answer.carried else answer for i, answer in kept}
    assert laws.scored(case) == laws.scored(case.answering(given))
    assert laws.planned(case) == laws.planned(case.answering(given))


def _undated(answer: Answer) -> Answer:
    gone = {"evidence_date": None, "evidence_kind": None, "seconds": None, "quick": False, "mark": False, "note": ""}
    return answer.model_copy(update=gone)


def marks_never_score(case: Case) -> None:
    """How old the evidence is, how long a question was looked at and where it was first asked change no number."""
    assert laws.scored(case) == laws.scored(changed(case, _undated))
    ageless = tuple(level.model_copy(update={"max_age_months": None}) for level in case.pack.levels)
    assert laws.scored(case) == laws.scored(replace(case, pack=laws.rebuilt(case.pack, levels=ageless)))
