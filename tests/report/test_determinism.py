"""The same input gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from support.bad_inputs import BAD_INPUTS
from support.reports import FULL_AUDIT, built, example, pack, workshop

from cxaudit.domain.assessment import Assessment
from cxaudit.report.pdf.document import build_pdf

SCRIPT = """
import hashlib
from support.bad_inputs import BAD_INPUTS
from support.reports import built, example
from cxaudit.report.pdf.document import build_pdf
made = b"".join(build_pdf(*example(name))[0] for name in ("nordlys-quick.toml", "nordlys-workshop.toml"))
made += built(BAD_INPUTS["many scripts"]())
print(hashlib.sha256(made).hexdigest())
"""
ROOT = Path(__file__).parent.parent.parent


def _elsewhere(**environment: str) -> str:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONPATH": paths, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_same_bytes_in_other_processes() -> None:
    made = b"".join(build_pdf(*example(name))[0] for name in ("nordlys-quick.toml", "nordlys-workshop.toml"))
    made += built(BAD_INPUTS["many scripts"]())
    here = hashlib.sha256(made).hexdigest()
    assert _elsewhere(PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC") == here
    assert _elsewhere(PYTHONHASHSEED="2", LC_ALL="tr_TR.UTF-8", TZ="Asia/Tokyo") == here


def test_same_bytes_after_another_report() -> None:
    first = built(workshop())
    build_pdf(*example())
    assert built(workshop()) == first


def test_order_of_answers_does_not_matter() -> None:
    assessment: Assessment = workshop()
    turned = assessment.model_copy(update={"answers": dict(reversed(assessment.answers.items()))})
    assert build_pdf(turned, pack())[0] == built(assessment)


def test_order_of_facts_does_not_matter() -> None:
    assessment, full = example(FULL_AUDIT)
    answers = {
        practice: answer.model_copy(update={"facts": dict(reversed(answer.facts.items()))})
        for practice, answer in reversed(assessment.answers.items())
    }
    turned = assessment.model_copy(update={"answers": answers})
    assert build_pdf(turned, full)[0] == build_pdf(assessment, full)[0]


def test_other_content_has_another_id() -> None:
    def identity(pdf: bytes) -> bytes:
        start = pdf.rindex(b"/ID [<") + 6
        return pdf[start : start + 32]

    assert identity(built(workshop())) != identity(build_pdf(*example())[0])
