"""The figures of the report: its forms, long ones, cancelling, the preview, and another program on the same content."""

from __future__ import annotations

import importlib.util
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event, Thread

from figures import ROOT, middle, process, row, timed

from cxaudit.app.reporting import Cancelled, ReportFormat, ReportOptions
from cxaudit.bootstrap import build_services, load_example
from cxaudit.presentation.report_sections import REPORT_SECTIONS

EXAMPLES = ROOT / "examples"
QUICK, FULL = EXAMPLES / "nordlys-quick.toml", EXAMPLES / "nordlys-full.toml"
COPIES: tuple[ReportFormat, ...] = ("docx", "pptx", "xlsx", "html")

# A process of its own tells how long the report of so many answers takes, its pages, and its peak memory.
MANY = """
import resource, sys, time
from pathlib import Path
from support.many_answers import many_answers
from cxaudit.report.writer import write_report
audit, pack = many_answers(int(sys.argv[1]))
pages = []
started = time.perf_counter()
write_report(Path(sys.argv[2]), audit, pack, progress=lambda done, of: pages.append(of))
print(time.perf_counter() - started, pages[-1], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
WEASYPRINT = """
import sys, weasyprint
weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""


def report(home: Path) -> None:
    """Measure the report in all its forms."""
    examples(home)
    hundred_pages(home)
    many(home)
    copies(home)
    preview(home)
    weasyprint(home)


def examples(home: Path) -> None:
    """Measure the PDF of about 12 pages, and of both examples whole: process, warm, and its size."""
    twelve = min(_fewer(), key=lambda sections: (abs(_pages(QUICK, sections) - 12), -len(sections)))
    for name, path, sections, limits in (
        ("short example, cut", QUICK, twelve, (1.0, 0.35, 150)),
        ("short example", QUICK, None, (1.0, 0.35, 150)),
        ("full example", FULL, None, (None, None, None)),
    ):
        target = home / "report.pdf"
        chosen = ["--sections", ",".join(sections)] if sections else []
        cold = middle(lambda p=path, c=chosen, t=target: process("-m", "cxaudit", "report", p, "-o", t, *c))
        warm = middle(_writing(path, sections, target), 9)
        about = f"{_pages(path, sections)} pages ({name})"
        for what, value, limit in (("whole process", cold, limits[0]), ("warm", warm, limits[1])):
            _row(f"{about}, {what}", f"{value:.2f} s", limit, value, "s")
        _row(f"{about}, size", f"{target.stat().st_size / 1000:.0f} KB", limits[2], target.stat().st_size / 1000, "KB")


def _writing(path: Path, sections: tuple[str, ...] | None, target: Path) -> Callable[[], object]:
    """Return what writes an example's report in this process, having written it once."""
    services, options = build_services(), ReportOptions(sections=sections)
    audit, pack = load_example(services.packs, path.name)
    write = partial(services.write_report, target, audit, pack, options)
    write()
    return write


def _row(name: str, value: str, limit: float | None, number: float, unit: str) -> None:
    row(name, value, "none" if limit is None else f"{limit} {unit}", good=limit is None or number <= limit)


def _fewer() -> Sequence[tuple[str, ...]]:
    """Return the sections with ever fewer from the end; those that are always in stay."""
    ids = [section.id for section in REPORT_SECTIONS]
    return [tuple(ids[:count]) for count in range(len(ids), 5, -1)]


def _pages(path: Path, sections: tuple[str, ...] | None) -> int:
    services = build_services()
    audit, pack = load_example(services.packs, path.name)
    return _counted(services.build_report(audit, pack, ReportOptions(sections=sections)).content)


def _counted(content: bytes) -> int:
    pages = build_services().open_pages(content)
    count = len(pages.sizes)
    pages.close()
    return count


def hundred_pages(home: Path) -> None:
    """Measure a report of 100 pages and more, and how long it runs on after it is cancelled at any time."""
    from support.many_answers import many_answers  # noqa: PLC0415 - of the tests

    audit, pack = many_answers(300)
    services, target = build_services(), home / "long.pdf"
    told: list[tuple[int, int]] = []
    took = timed(lambda: services.write_report(target, audit, pack, progress=lambda done, of: told.append((done, of))))
    pages = _counted(target.read_bytes())
    assert [done for done, _of in told[-pages:]] == list(range(pages)), "each page is told"
    row(f"{pages} pages, each told", f"{took:.2f} s", "6 s", good=took <= 6)
    target.unlink()
    waits: list[float] = []
    for share in range(1, 10):
        stop = Event()

        def progress(_done: int, _of: int, stop: Event = stop) -> None:
            if stop.is_set():
                raise Cancelled

        def write() -> None:
            try:
                services.write_report(target, audit, pack, progress=progress)
            except Cancelled:
                assert not list(home.glob("*long*")), "a cancelled report leaves nothing"

        thread = Thread(target=write)
        thread.start()
        time.sleep(took * share / 10)
        stop.set()
        waits.append(timed(thread.join))
        target.unlink(missing_ok=True)  # it was finished before it heard
    longest = max(waits)
    row(f"{pages} pages, cancelled at any time", f"{longest:.2f} s at most", "0.5 s", good=longest <= 0.5)


def many(home: Path) -> None:
    """Measure a report of 10,000 answers, in a process of its own."""
    seconds, pages, memory = map(float, process("-c", MANY, 10_000, home / "many.pdf").split())
    about = f"10,000 answers ({pages:.0f} pages)"
    row(about, f"{seconds:.1f} s", "45 s", good=seconds <= 45)
    row(f"{about}, peak memory", f"{memory:.0f} MiB", "600 MiB", good=memory <= 600)


def copies(home: Path) -> None:
    """Measure each editable copy of the full example, whole process."""
    for form in COPIES:
        target = home / f"copy.{form}"
        took = middle(lambda t=target: process("-m", "cxaudit", "report", FULL, "-o", t), 5)
        row(f"{form} of the full example, whole process", f"{took:.2f} s", "2 s", good=took <= 2)


def preview(home: Path) -> None:
    """Measure from a change of the full example's choices to the first page of the new preview, on its screen."""
    from PySide6.QtCore import QCoreApplication, QEventLoop  # noqa: PLC0415 - only here
    from support.program import running, settle  # noqa: PLC0415
    from support.shown import at_full_results  # noqa: PLC0415

    times: list[float] = []
    with running(home / "preview") as program:
        report = at_full_results(program).report
        program.window.session.go_to("report")
        painted: list[float] = []
        report.pages_changed.connect(painted.clear)  # what is painted of the old preview does not count

        def note(_page: int, _scale: float, _image: object) -> None:
            painted.append(time.perf_counter())

        report.page_painted.connect(note)
        for change in range(8):
            pages, started = report.seen, time.perf_counter()
            if change:
                report.toggle("answers")
            while report.seen is pages or not painted:
                # waiting, as the program does: a loop that spins would hold up the threads that build and paint
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            times.append(painted[0] - started)
            settle()
    longest, typical = max(times[1:]), statistics.median(times[1:])
    row("change to first page of the new preview", f"{typical:.2f} s, {longest:.2f} at most", "1 s", good=longest <= 1)


def weasyprint(home: Path) -> None:
    """Measure WeasyPrint on the web page of the full example against the PDF of it, in turns."""
    if importlib.util.find_spec("weasyprint") is None:
        print("      ratio to WeasyPrint: not measured, it is not installed")
        return
    page, target = home / "copy.html", home / "other.pdf"
    process("-m", "cxaudit", "report", FULL, "-o", page)
    theirs, ours = list[float](), list[float]()
    for _round in range(3):
        theirs.append(timed(lambda: process("-c", WEASYPRINT, page, target)))
        ours.append(timed(lambda: process("-m", "cxaudit", "report", FULL, "-o", home / "report.pdf")))
    a, b = statistics.median(ours), statistics.median(theirs)
    row("full example, whole process, to WeasyPrint's", f"{a:.2f} / {b:.2f} s = {a / b:.2f}", "1", good=a <= b)
