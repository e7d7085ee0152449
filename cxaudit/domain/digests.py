"""The two digests of a pack, and the one way in which data is written before it is digested.

Canonical JSON here is: keys sorted by code point, UTF-8, no white space between tokens, integers only. A pack's
file is the same data with one line a value, so that a change can be read line by line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from cxaudit.domain.fact_check import Fact
from cxaudit.domain.questionnaire import Action, Flag, Pack, Practice

DIGESTS = frozenset({"content", "scoring"})


def canonical(value: object) -> bytes:
    """Return plain data (text, integers, lists, objects) as canonical JSON. Raises ValueError for NaN."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()


def content_digest(document: Mapping[str, object]) -> str:
    """Return the SHA-256 (hex) over everything in a pack's plain form but its two digests."""
    return hashlib.sha256(canonical({k: v for k, v in document.items() if k not in DIGESTS})).hexdigest()


def scoring_digest(pack: Pack) -> str:
    """Return the SHA-256 (hex) over what scores: ids, revisions, numbers, structure; no text.

    Two versions with the same scoring digest give the same figures for the same answers. The order of practices
    counts, that of flags and actions does not.
    """
    return hashlib.sha256(canonical(_scored(pack))).hexdigest()


def _scored(pack: Pack) -> dict[str, object]:
    return {
        "id": pack.id,
        "levels": list(range(1, len(pack.levels) + 1)),
        "rubric": pack.rubric.model_dump(),
        "dimensions": [[d.id, [_practice(p) for p in d.practices]] for d in pack.dimensions],
        "flags": sorted((_flag(f) for f in pack.flags), key=canonical),
        "actions": sorted((_action(a) for a in pack.actions), key=canonical),
    }


def _practice(practice: Practice) -> list[object]:
    p = practice
    levels = list(range(1, len(p.anchors) + 1))
    row: list[object] = [p.id, p.code, p.revision, p.quick, p.weight, p.may_not_apply, levels]
    return row if p.fact is None else [*row, _fact(p.fact)]


def _fact(fact: Fact) -> dict[str, object]:
    parts = [[part.id, part.kind] for part in fact.parts]
    return {"parts": parts, "rules": [rule.model_dump(exclude={"why"}) for rule in fact.rules]}


def _flag(flag: Flag) -> list[object]:
    conditions = sorted([c.practice, c.at_most] for c in flag.conditions)
    return [flag.id, flag.dimension, flag.cap, flag.match, conditions]


def _action(action: Action) -> list[object]:
    requires = sorted(sorted(alternatives) for alternatives in action.requires)
    return [action.id, action.practice, action.start, action.end, action.effort, action.independent, requires]
