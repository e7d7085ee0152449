"""Files as people fill them in alone before a workshop, on disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

from cxaudit.app.new_audit import new_engagement
from cxaudit.app.ports import Services
from cxaudit.domain.assessment import Answer
from cxaudit.domain.fields import Mode
from cxaudit.domain.questionnaire import Pack


def filled(pack: Pack, person: int, mode: Mode = "quick", split: int = 3) -> dict[str, Answer]:
    """One person's answers: all near level 3, but for the first `split` questions, on which persons differ."""
    chance, asked = Random(person), pack.asked(mode)
    answers: dict[str, Answer] = {}
    for place, practice in enumerate(asked):
        level = (1 if person % 2 else 5) if place < split else chance.choice([3, 3, 3, 4])
        answers[practice.id] = Answer(level=level, revision=practice.revision, seconds=person, quick=mode == "quick")
    return answers


def audit_file(
    services: Services,
    path: Path,
    answers: Mapping[str, Answer],
    mode: Mode = "quick",
    *,
    pack: Pack | None = None,
    audit_id: str = "",
) -> Path:
    """Write a document with these answers and return its path."""
    made = new_engagement(pack or services.packs.newest(), mode, services.today(), "Nordlys Energi")
    audit = made.newest.model_copy(update={"answers": dict(answers), "id": audit_id or made.newest.id})
    document = services.documents.create(path, replace(made, assessments=(audit,)))
    document.flush()
    document.close()
    return document.path


def people_files(services: Services, folder: Path, people: int, mode: Mode = "quick") -> list[Path]:
    """One file for each person, named after an account as files often are."""
    folder.mkdir(parents=True, exist_ok=True)
    pack = services.packs.newest()
    return [
        audit_file(services, folder / f"jdoe{person:02}.cxaudit", filled(pack, person, mode), mode)
        for person in range(1, people + 1)
    ]
