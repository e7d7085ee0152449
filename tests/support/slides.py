"""Slides as a person finds them: every text with its place, charts, and the deck as another program paints it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pptx
from support.builders import assess, practice
from support.builders import pack as build_pack
from support.reports import example, pack

from cxaudit.app.reporting import ReportOptions
from cxaudit.domain.assessment import Assessment
from cxaudit.domain.questionnaire import Pack
from cxaudit.report.job import Job
from cxaudit.report.slides.document import render

SAMPLES = ("nordlys-quick.toml", "nordlys-full.toml", "nordlys-workshop.toml")
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ALL = ReportOptions()


def made(assessment: Assessment, of: Pack | None = None, options: ReportOptions = ALL) -> bytes:
    return render(Job(of or pack(), assessment, options)).content


def made_sample(name: str, options: ReportOptions = ALL) -> bytes:
    assessment, of = example(name)
    return made(assessment, of, options)


def opened(content: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(content))


def charts(deck: Any) -> Iterator[Any]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                yield shape


def words(deck: Any) -> str:
    """Every text on slides, in charts and in notes."""
    found: list[str] = []
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_chart:
                plot = shape.chart.plots[0]
                found += [str(category) for category in plot.categories]
                found += [str(value) for series in plot.series for value in series.values]
        found.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(found)


def many_dimensions(count: int) -> tuple[Assessment, Pack]:
    """An audit of so many dimensions with long names, two practices each."""
    asked = [
        practice(f"part-{chr(97 + n)}.p{k}", f"{chr(65 + n)}{k}", may_not_apply=k == 2)
        for n in range(count)
        for k in (1, 2)
    ]
    made_up = build_pack(asked)
    name = "A dimension with a name of some eighty characters that goes on until number {n}"
    named = tuple(d.model_copy(update={"title": name.format(n=n)}) for n, d in enumerate(made_up.dimensions))
    of = Pack.model_validate_json(made_up.model_copy(update={"dimensions": named}).model_dump_json())
    return assess(of, {p.code: 1 + 7 * n % 5 for n, p in enumerate(asked)}), of


def unshrunk(content: bytes) -> bytes:
    """The deck without leave to shrink a text that is too long for its place."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w") as after:
        for entry in before.infolist():
            after.writestr(entry, before.read(entry).replace(b"<a:normAutofit/>", b"<a:noAutofit/>"))
    return file.getvalue()


def painted(contents: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """Each deck as a PDF that LibreOffice made of it."""
    for name, content in contents.items():
        (folder / f"{name}.pptx").write_bytes(unshrunk(content))
    assert SOFFICE
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.pptx") for name in contents]
    line = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(line, check=True, capture_output=True, timeout=240, cwd=folder)
    return {name: folder / f"{name}.pdf" for name in contents}
