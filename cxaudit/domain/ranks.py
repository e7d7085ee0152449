"""Rank ranges: how far each action moves in the sequence while one thing is otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxaudit.domain.activity import Activity, Rules, Situation, find_activity, find_situation
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.fields import Effort
from cxaudit.domain.plan import Scale, arrange, benefits, efforts, points_of, rules_of
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.scorecard import RankRanges, Scorecard
from cxaudit.domain.sequence import Worth

_UP: dict[Effort, Effort] = {"S": "M", "M": "L", "L": "L"}
_DOWN: dict[Effort, Effort] = {"S": "S", "M": "S", "L": "M"}


def rank_ranges(pack: Pack, assessment: Assessment, scorecard: Scorecard) -> RankRanges:
    """Return the smallest and largest rank of each open action, over the plan itself and a fixed set of re-runs.

    The re-runs: every practice of S at its low, and at its high (1 and 5 where it has no point); each dimension's
    weight doubled; the effort of each active action alone one class up, and one down. Done and accepted actions
    stay as they are. A re-run in which an action is not sequenced says nothing about it.
    """
    runs = _Runs(pack, rules_of(pack, assessment, scorecard), scorecard)
    ranges = {action: (rank, rank) for action, rank in runs.base.items()}
    for ranks in runs.others():
        for action, (low, high) in ranges.items():
            if (rank := ranks.get(action)) is not None:
                ranges[action] = (min(low, rank), max(high, rank))
    return ranges


def _ranks(activity: Activity, worth: Worth) -> dict[str, int]:
    out = (action for tier in arrange(activity, worth) for bundle in tier for action in bundle.actions)
    return {action: rank for rank, action in enumerate(out, 1)}


class _Runs:
    """The plan as it is (`base`) and all its re-runs, as ranks by action id."""

    def __init__(self, pack: Pack, rules: Rules, scorecard: Scorecard) -> None:
        self._pack = pack
        self._rules = rules
        self._scorecard = scorecard
        self._efforts = efforts(pack)
        self._weights = Scale.of(scorecard.gap).weights
        self._situation = find_situation(rules, points_of(scorecard))
        self._activity = find_activity(rules, self._situation, self._efforts.__getitem__)
        self._benefits = benefits(pack, self._situation, self._weights)
        self.base = _ranks(self._activity, Worth(self._benefits, self._efforts))

    def others(self) -> Iterator[dict[str, int]]:
        applicable = [p for p in self._scorecard.practices.values() if p.applicable]
        yield self._at({p.id: p.low for p in applicable})
        yield self._at({p.id: p.high for p in applicable})
        for dimension in self._pack.dimensions:
            yield self._doubled(dimension.id)
        for action in self._activity.status:
            effort = self._pack.actions_by_id[action].effort
            yield self._with_effort(action, _UP[effort])
            yield self._with_effort(action, _DOWN[effort])

    def _at(self, levels: Mapping[str, int]) -> dict[str, int]:
        situation: Situation = find_situation(self._rules, levels)
        activity = find_activity(self._rules, situation, self._efforts.__getitem__)
        return _ranks(activity, Worth(benefits(self._pack, situation, self._weights), self._efforts))

    def _doubled(self, dimension: str) -> dict[str, int]:
        practices = self._pack.practices
        doubled = {i: w * 2 if practices[i].dimension == dimension else w for i, w in self._weights.items()}
        return _ranks(self._activity, Worth(benefits(self._pack, self._situation, doubled), self._efforts))

    def _with_effort(self, action: str, effort: Effort) -> dict[str, int]:
        changed = {**self._efforts, action: self._pack.rubric.effort_points(effort)}
        activity = self._activity
        if action in self._contested:
            activity = find_activity(self._rules, self._situation, changed.__getitem__)
        return _ranks(activity, Worth(self._benefits, changed))

    @property
    def _contested(self) -> frozenset[str]:
        groups = (group for all_groups in self._rules.requirements.values() for group in all_groups)
        return frozenset(action for group in groups if len(group) > 1 for action in group)
