"""Turns an engagement into the stored payload and back, and carries what a newer version added through unchanged."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from pydantic import BaseModel, ValidationError

from cxaudit import __version__
from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.errors import NewerDocumentError, UnusableDocumentError
from cxaudit.domain.questionnaire import Pack
from cxaudit.storage.migrations import MAJOR, MINOR, Raw, migrate, writer_of
from cxaudit.storage.stored import (
    StoredAnswers,
    StoredAssessment,
    StoredDocument,
    StoredEngagement,
    StoredFormat,
    StoredHead,
    StoredPlanLine,
    StoredPractice,
)

NO_LINE = "0" * 32
LONGEST_LINEAGE = 200
BESIDE = tuple(name for name in StoredPractice.model_fields if name in Answer.model_fields)
"""What is stored beside the state of an answer under the name that the answer has for it."""


@dataclass(frozen=True, slots=True)
class Head:
    """One line of the journal: its sequence number and its hash."""

    seq: int = 0
    hash: str = NO_LINE


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that one payload holds.

    `head` is the last line of the journal in it, `lineage` the lines that its sessions began from. `parent` is the
    SHA-256 of the payload before. `raw` is the payload as it was read: whatever it holds beyond our form is
    written again.
    """

    engagement: Engagement
    revision: int = 0
    parent: str | None = None
    head: Head = Head()
    lineage: tuple[str, ...] = ()
    raw: Mapping[str, object] = field(default_factory=dict[str, object])

    def with_ancestor(self, line: str) -> tuple[str, ...]:
        """Return the lineage with one more line."""
        return (*(known for known in self.lineage if known != line), line)[-LONGEST_LINEAGE:]


def read_payload(raw: Raw, path: str) -> Content:
    """Return what a payload holds, migrated where it is old.

    Raises NewerDocumentError for a newer major version (or a newer minor one that cannot be understood after
    all), and UnusableDocumentError where the form is wrong.
    """
    raw = migrate(raw, path)
    try:
        stored = StoredDocument.model_validate_json(json.dumps(raw))
        return _content(stored, raw)
    except ValidationError as error:
        if _minor(raw) > MINOR:
            raise NewerDocumentError(path, writer_of(raw)) from error
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UnusableDocumentError(path, f"{where}: {first['msg']}") from error


def build_payload(content: Content) -> Raw:
    """Return the payload of a content as plain data, unknown fields included."""
    base = content.raw
    engagement = content.engagement
    new: Raw = {
        "format": _kept(StoredFormat, base.get("format"), {"major": MAJOR, "minor": max(MINOR, _minor(base))}),
        "written_by": f"cxaudit {__version__}",
        "revision": content.revision,
        "parent": content.parent,
        "journal_head": _kept(
            StoredHead, base.get("journal_head"), {"seq": content.head.seq, "hash": content.head.hash}
        ),
        "lineage": list(content.lineage),
        "engagement": _kept(
            StoredEngagement,
            base.get("engagement"),
            {"name": engagement.newest.organisation, "sample": engagement.sample},
        ),
        "packs": {digest: _pack(pack, base) for digest, pack in engagement.packs.items()},
        "assessments": _assessments(engagement, base),
        "plan": _plan(engagement, base),
    }
    return _kept(StoredDocument, base, new)


def _kept(model: type[BaseModel], base: object, new: Raw) -> Raw:
    # What stood in the base beyond the model's own fields comes after them.
    if not isinstance(base, Mapping):
        return new
    unknown = {k: v for k, v in cast("Mapping[str, object]", base).items() if k not in model.model_fields}
    return {**new, **unknown}


def _minor(base: Mapping[str, object]) -> int:
    form = base.get("format")
    minor = cast("Mapping[str, object]", form).get("minor") if isinstance(form, Mapping) else None
    return minor if isinstance(minor, int) else 0


def _table(base: object, key: str) -> Mapping[str, object]:
    value = cast("Mapping[str, object]", base).get(key) if isinstance(base, Mapping) else None
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else {}


def _rows(base: Mapping[str, object], key: str, *names: str) -> dict[tuple[object, ...], Mapping[str, object]]:
    rows = cast("list[Mapping[str, object]]", base.get(key, []))
    return {tuple(row.get(name) for name in names): row for row in rows}


def _pack(pack: Pack, base: Mapping[str, object]) -> object:
    # A pack never changes, so the copy that was read serves again.
    return _table(base, "packs").get(pack.content) or pack.model_dump(mode="json")


def _assessments(engagement: Engagement, base: Mapping[str, object]) -> list[Raw]:
    old = _rows(base, "assessments", "id")
    return [_assessment(a, old.get((a.id,), {})) for a in engagement.assessments]


def _assessment(assessment: Assessment, base: Mapping[str, object]) -> Raw:
    practices = _table(base, "practices")
    new = assessment.model_dump(mode="json", exclude={"answers", "actions"})
    new["practices"] = {key: _practice(a, practices.get(key)) for key, a in assessment.answers.items()}
    return _kept(StoredAssessment, base, new)


def _practice(answer: Answer, base: object) -> Raw:
    fields = answer.model_dump(mode="json", exclude_defaults=True)
    if answer.facts:  # whole: a value's kind is a default, and without it nobody knows what the value is
        fields["facts"] = {part: value.model_dump(mode="json") for part, value in answer.facts.items()}
    given = {key: fields[key] for key in StoredAnswers.model_fields if key in fields}
    new: Raw = {
        "answers": _kept(StoredAnswers, _table(base, "answers"), given),
        **{key: fields[key] for key in BESIDE if key in fields},
        "rev": answer.revision,
    }
    return _kept(StoredPractice, base, new)


def _plan(engagement: Engagement, base: Mapping[str, object]) -> list[Raw]:
    old = _rows(base, "plan", "assessment", "action")
    return [
        _kept(
            StoredPlanLine,
            old.get((assessment.id, action)),
            {"assessment": assessment.id, "action": action, **state.model_dump(mode="json")},
        )
        for assessment in engagement.assessments
        for action, state in assessment.actions.items()
    ]


def _content(stored: StoredDocument, raw: Raw) -> Content:
    assessments = tuple(_read_assessment(a, stored) for a in stored.assessments)
    engagement = Engagement(assessments, dict(stored.packs), sample=stored.engagement.sample)
    head = Head(stored.journal_head.seq, stored.journal_head.hash)
    return Content(engagement, stored.revision, stored.parent, head, stored.lineage, raw)


def _read_assessment(stored: StoredAssessment, document: StoredDocument) -> Assessment:
    fields = {name: getattr(stored, name) for name in Assessment.model_fields if name in StoredAssessment.model_fields}
    answers = {key: _read_answer(p) for key, p in stored.practices.items()}
    actions = {
        line.action: ActionState(status=line.status, reason=line.reason, owner=line.owner, due=line.due)
        for line in document.plan
        if line.assessment == stored.id
    }
    return Assessment(**fields, answers=answers, actions=actions)


def _read_answer(stored: StoredPractice) -> Answer:
    states = {name: getattr(stored.answers, name) for name in StoredAnswers.model_fields}
    return Answer(**states, **{name: getattr(stored, name) for name in BESIDE}, revision=stored.rev)
