"""The stored form of a document's payload. Fields that a newer version added are accepted, and kept by `payload`."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cxaudit.domain.assessment import ActionState, EvidenceKind
from cxaudit.domain.fact_check import StoredValue
from cxaudit.domain.fields import Day, Digest, Line, Mode, Prose, Short, Slug
from cxaudit.domain.model import Level
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.report_choices import ReportChoices
from cxaudit.domain.workshop import Lock, Opened, Round, Talk, Vote, Workshop

LineHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
"""The hash of one line of the journal."""


class Stored(BaseModel):
    """The base of the stored form."""

    model_config = ConfigDict(frozen=True, strict=True, extra="allow", allow_inf_nan=False)


class StoredFormat(Stored):
    """The version of the form: a newer major cannot be read, a newer minor can."""

    major: Annotated[int, Field(ge=1)]
    minor: Annotated[int, Field(ge=0)]


class StoredHead(Stored):
    """The last line of the journal that the payload holds."""

    seq: Annotated[int, Field(ge=0)] = 0
    hash: LineHash = "0" * 32


class StoredEngagement(Stored):
    """What is told about the whole engagement."""

    name: Line = ""
    sample: bool = False


class StoredAnswers(Stored):
    """What was answered for one practice."""

    level: Level | None = None
    dont_know: bool = False
    not_applicable: Prose | None = None
    votes: tuple[Vote, ...] | None = None
    agreed: Level | None = None


class StoredPractice(Stored):
    """What is on file for one practice; `rev` is the practice's revision when it was answered."""

    answers: StoredAnswers = StoredAnswers()
    evidence: Prose = ""
    evidence_kind: EvidenceKind | None = None
    evidence_date: Day | None = None
    facts: dict[Slug, StoredValue] = Field(default_factory=dict)
    note: Prose = ""
    mark: bool = False
    seconds: Annotated[int, Field(ge=0)] | None = None
    quick: bool = False
    carried: bool = False
    rounds: tuple[Round, ...] = ()
    lock: Lock | None = None
    opened: tuple[Opened, ...] = ()
    talk: Talk | None = None
    rev: Annotated[int, Field(ge=1)] = 1


class StoredAssessment(Stored):
    """One assessment; `content` is the digest of its pack."""

    id: Short
    pack: Short
    version: Short
    content: Digest
    mode: Mode
    organisation: Line = ""
    date: Day | None = None
    targets: dict[str, Level] = Field(default_factory=dict)
    reviewed: bool = False
    prediction: Level | None = None
    workshop: Workshop | None = None
    report: ReportChoices | None = None
    practices: dict[str, StoredPractice] = Field(default_factory=dict)


class StoredPlanLine(ActionState):
    """What was decided about one action of one assessment."""

    model_config = ConfigDict(extra="allow")

    assessment: Short
    action: Line


class StoredDocument(Stored):
    """The payload. `lineage` are journal lines that sessions began from, oldest first (see `recovery`)."""

    format: StoredFormat
    written_by: Line = ""
    revision: Annotated[int, Field(ge=0)]
    parent: Digest | None = None
    journal_head: StoredHead = StoredHead()
    lineage: tuple[LineHash, ...] = ()
    engagement: StoredEngagement
    packs: dict[Digest, Pack]
    assessments: Annotated[tuple[StoredAssessment, ...], Field(min_length=1)]
    plan: tuple[StoredPlanLine, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        ids = [a.id for a in self.assessments]
        lines = [(p.assessment, p.action) for p in self.plan]
        if len(set(ids)) < len(ids) or len(set(lines)) < len(lines):
            raise ValueError("an assessment or a line of the plan stands twice")
        if any(digest != pack.content for digest, pack in self.packs.items()):
            raise ValueError("a pack does not have the digest that it is filed under")
        if any(a.content not in self.packs for a in self.assessments):
            raise ValueError("an assessment's pack is missing")
        if any(p.assessment not in ids for p in self.plan):
            raise ValueError("a line of the plan belongs to no assessment")
        return self
