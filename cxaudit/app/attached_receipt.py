"""The receipt that is attached to a report: what it was made from, and what was found, so that both can be checked.

It holds the answers where the report prints them all, and otherwise only the point of each practice. Fractions are
text, as in `domain.receipt`; JSON, ASCII only, so that no locale changes its bytes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Literal, cast

from pydantic import Field, JsonValue, StringConstraints, ValidationError

from cxaudit import __version__
from cxaudit.app.reporting import PaperSize, PrivateField
from cxaudit.domain.assessment import ActionState, Answer, Assessment
from cxaudit.domain.errors import ReceiptError
from cxaudit.domain.fields import Day, Digest, Line, Mode, Short
from cxaudit.domain.model import Frozen, Level

RECEIPT = "receipt.json"
FORM = 1
"""The number of the form; it rises when a program of before could not read what is written."""

PROGRAM = f"cxaudit {__version__}"
Color = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
Holds = Literal["answers", "points"]


class PackNamed(Frozen):
    """The questionnaire: id, version, and the digests of its content and of what scores in it."""

    id: Short
    version: Short
    content: Digest
    scoring: Digest


class PictureNamed(Frozen):
    """A logo: the digest of its bytes, its size in pixels, what it is."""

    digest: Digest
    width: Annotated[int, Field(ge=1, le=4000)]
    height: Annotated[int, Field(ge=1, le=4000)]
    alt: str


class FontNamed(Frozen):
    """A font for titles: its family name and the digest of its bytes."""

    name: str
    digest: Digest


class BrandNamed(Frozen):
    """A brand: its texts and colours; of its files only what tells them apart."""

    name: str = ""
    consultant: str = ""
    footer: str = ""
    confidentiality: str = ""
    primary: Color
    secondary: Color
    logo: PictureNamed | None = None
    font: FontNamed | None = None


class OptionsTaken(Frozen):
    """How the report was written; see `app.reporting.ReportOptions`."""

    sections: tuple[str, ...] | None = None
    sample: bool = False
    paper: PaperSize = "A4"
    kept: tuple[PrivateField, ...] | None = None
    brand: BrandNamed


class PointTaken(Frozen):
    """What the answers to one practice came to: point and range (None where it does not apply), claimed or not."""

    applicable: bool = True
    point: Level | None = None
    low: Level
    high: Level
    claimed: bool = False


class Points(Frozen):
    """An audit cut to points: by practice code, with targets and the decisions on actions."""

    mode: Mode
    organisation: Line = ""
    date: Day | None = None
    targets: dict[str, Level] = Field(default_factory=dict)
    decisions: dict[str, Literal["open", "done", "accepted"]] = Field(default_factory=dict)
    practices: dict[str, PointTaken]


class Receipt(Frozen):
    """A receipt: exactly one of `audit` and `points` is there.

    `warnings` tell what could not be printed as it was written; `pages` are the digests of the words of each page.
    """

    receipt: Literal[1] = FORM
    program: Short = PROGRAM
    pack: PackNamed
    options: OptionsTaken
    audit: Assessment | None = None
    points: Points | None = None
    numbers: dict[str, JsonValue]
    warnings: tuple[str, ...] = ()
    pages: tuple[Digest, ...] = ()

    @property
    def holds(self) -> Holds:
        """Return whether it holds the answers, or only what they came to."""
        return "answers" if self.audit is not None else "points"

    @property
    def assessment(self) -> Assessment:
        """Return the audit; of one cut to points only what stands beside the answers."""
        if self.audit is not None:
            return self.audit
        found = cast("Points", self.points)
        return Assessment(
            id="points",
            pack=self.pack.id,
            version=self.pack.version,
            content=self.pack.content,
            mode=found.mode,
            organisation=found.organisation,
            date=found.date,
            targets=found.targets,
            actions={action: ActionState(status=status) for action, status in found.decisions.items()},
        )


def receipt_bytes(receipt: Receipt) -> bytes:
    """Return the receipt as the file that is attached."""
    row = receipt.model_dump(mode="json", exclude_defaults=True, exclude={"audit"})
    if receipt.audit is not None:
        row["audit"] = _plain(receipt.audit)
    keys = ("receipt", "program", "pack", "options", "audit", "points", "numbers", "warnings", "pages")
    whole = {"receipt": receipt.receipt, "program": receipt.program, **row}
    ordered = {key: whole[key] for key in keys if key in whole}
    return (json.dumps(ordered, indent=1, ensure_ascii=True) + "\n").encode("ascii")


def read_receipt(content: bytes, path: str) -> Receipt:
    """Return the receipt that a file holds. Raises ReceiptError where it is damaged, or from a newer program."""
    try:
        raw: object = json.loads(content.decode("utf-8"), object_pairs_hook=_object)
        form = cast("dict[str, object]", raw).get("receipt") if isinstance(raw, dict) else None
        if isinstance(form, int) and form > FORM:
            raise ReceiptError(path, "newer", str(cast("dict[str, object]", raw).get("program", ""))[:200])
        receipt = Receipt.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ReceiptError(path, "damaged", f"{where}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise ReceiptError(path, "damaged", str(error)) from error
    if (receipt.audit is None) == (receipt.points is None):
        raise ReceiptError(path, "damaged", "audit or points")
    return receipt


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return made


def _plain(assessment: Assessment) -> dict[str, object]:
    """Return an audit as plain data without defaults; facts are whole, as a value's kind is a default."""
    row: dict[str, object] = assessment.model_dump(mode="json", exclude_defaults=True, exclude={"answers"})
    return {**row, "answers": {practice: _answer(answer) for practice, answer in assessment.answers.items()}}


def _answer(answer: Answer) -> dict[str, object]:
    row: dict[str, object] = answer.model_dump(mode="json", exclude_defaults=True)
    facts = {part: value.model_dump(mode="json") for part, value in answer.facts.items()}
    return {**row, "facts": facts} if facts else row
