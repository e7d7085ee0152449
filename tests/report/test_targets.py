"""Where a report cannot be written, the error says so and the old file is as it was: in each of its forms."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from support.reports import example
from typing_extensions import override

from cxaudit.app.reporting import ReportFormat, ReportOptions
from cxaudit.domain.errors import ReportError
from cxaudit.presentation.report_forms import form_file_name
from cxaudit.report import writer
from cxaudit.report.writer import write_report
from cxaudit.storage.filesystem import SharedFiles

OLD = b"GOOD OLD REPORT"
FORMS = get_args(ReportFormat)

WRITE = """if True:
    import os, resource, signal, sys
    from pathlib import Path
    from cxaudit import assets
    from cxaudit.app.reporting import ReportOptions
    from cxaudit.bootstrap import load_example
    from cxaudit.domain.errors import ReportError
    from cxaudit.report.writer import build_report, write_report
    from cxaudit.storage.packs import PublishedPacks
    path, how = Path(sys.argv[1]), sys.argv[2]
    audit, pack = load_example(PublishedPacks(assets.questionnaires() / "published"))
    build_report(audit, pack)  # fonts and libraries are read before rights are given away
    if how == "full":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
    elif hasattr(os, "geteuid") and os.geteuid() == 0:
        os.seteuid(65534)
    try:
        write_report(path, audit, pack, ReportOptions())
    except ReportError as error:
        print(error.detail)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anybody may look into."""
    with tempfile.TemporaryDirectory() as name:
        found = Path(name)
        found.chmod(0o755)
        yield found
        found.chmod(0o755)


def tried(path: Path, how: str) -> str:
    """What another process says that tried to write there."""
    done = subprocess.run([sys.executable, "-c", WRITE, str(path), how], capture_output=True, check=True, text=True)
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="limits and rights as POSIX has them")
def test_a_disk_that_is_full_leaves_the_old_report(folder: Path) -> None:
    path = folder / "report.pdf"
    path.write_bytes(OLD)
    assert tried(path, "full") == os.strerror(errno.EFBIG)
    assert (path.read_bytes(), list(folder.iterdir())) == (OLD, [path])


@pytest.mark.skipif(sys.platform == "win32", reason="limits and rights as POSIX has them")
def test_a_folder_that_may_not_be_written_leaves_the_old_report(folder: Path) -> None:
    path = folder / "report.pdf"
    path.write_bytes(OLD)
    folder.chmod(0o555)
    assert tried(path, "read-only") == os.strerror(errno.EACCES)
    assert (path.read_bytes(), list(folder.iterdir())) == (OLD, [path])


class HeldElsewhere(SharedFiles):
    """The disk of a system where a file that another program has open cannot be replaced."""

    @override
    def replace(self, source: Path, target: Path) -> None:
        del source
        raise PermissionError(errno.EACCES, "The process cannot access the file", str(target))


@pytest.mark.parametrize("form", [form for form in FORMS if form != "cxaudit"])  # an audit replaces nothing anyway
def test_a_report_that_is_open_in_another_program_stays(
    form: ReportFormat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / form_file_name("Acme", form)
    path.write_bytes(OLD)
    monkeypatch.setattr(writer, "SharedFiles", HeldElsewhere)
    with pytest.raises(ReportError, match="cannot access") as caught:
        write_report(path, *example(), ReportOptions(), form)
    assert caught.value.path == str(path)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (OLD, [path])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["n" * 500, "Ærlig/\u202egpj\u202c شركة\\con:"])
def test_a_file_of_any_organisation_can_be_written(form: ReportFormat, name: str, tmp_path: Path) -> None:
    audit, pack = example()
    named = audit.model_copy(update={"organisation": name})
    path = tmp_path / form_file_name(name, form)
    write_report(path, named, pack, ReportOptions(), form)
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_size > 0


@pytest.mark.parametrize("form", ["pdf", "cxaudit", "csv"])
def test_no_report_replaces_an_audit(form: ReportFormat, tmp_path: Path) -> None:
    path = tmp_path / "other.cxaudit"
    write_report(path, *example(), ReportOptions(), "cxaudit")
    before = path.read_bytes()
    with pytest.raises(ReportError, match="no report replaces one"):
        write_report(path, *example(), ReportOptions(), form)
    assert path.read_bytes() == before
    path.write_bytes(b"damaged")  # what is left of an audit is kept for its recovery
    with pytest.raises(ReportError, match="no report replaces one"):
        write_report(path, *example(), ReportOptions(), form)
    assert path.read_bytes() == b"damaged"


def test_a_writer_that_opens_its_target_first_loses_the_old_report(tmp_path: Path) -> None:
    """The variant that the program must not be: it is found by the same check."""
    path = tmp_path / "report.pdf"
    path.write_bytes(OLD)
    with path.open("wb"), pytest.raises(RuntimeError):
        raise RuntimeError
    assert path.read_bytes() != OLD
