"""An audit that is read out of a file and stays there as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cxaudit.domain.assessment import Assessment
from cxaudit.domain.errors import Problem
from cxaudit.domain.questionnaire import Pack


@dataclass(frozen=True, slots=True)
class AuditFile:
    """What a file holds: the newest assessment of a document, or that of an answers file.

    `warnings` tell what is allowed but may be a mistake.
    """

    assessment: Assessment
    pack: Pack
    warnings: tuple[Problem, ...]
    sample: bool = False


class AuditReader(Protocol):
    """Reads audits that stay as they are."""

    def __call__(self, path: Path) -> AuditFile:
        """Read a document (with its journal) or an answers file, without a lock and without writing.

        Raises InputError where the file is missing, cannot be read, or is a wrong answers file, and DocumentError where
        it is a document that cannot be read.
        """
        ...
