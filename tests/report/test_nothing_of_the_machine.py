"""What is handed on holds nothing of the machine that made it, and a copy for the client nothing that was not ticked.

Every file is searched to the bottom (`support.searched`). It is made by a process of its own, in which account, home,
host, working folder and all paths are words that stand nowhere else.
"""

from __future__ import annotations

import gzip
import io
import json
import shutil
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import get_args
from zipfile import ZIP_DEFLATED, ZipFile

import pypdf
import pytest
from PIL import Image, PngImagePlugin
from pypdf.generic import DecodedStreamObject, NameObject
from support.command_line import CommandLine
from support.extracted import EXTRACT, squeezed
from support.private import EVIDENCE, NAMES, NEVER, NOTES, WORDS, printed_audit
from support.reports import example
from support.searched import found_in
from support.tampering import with_attachment

from cxaudit import assets
from cxaudit.app.redaction import PRIVATE
from cxaudit.app.reporting import PrivateField, ReportFormat, ReportOptions
from cxaudit.domain.engagement import Engagement
from cxaudit.domain.questionnaire import Pack
from cxaudit.domain.report_choices import EditedText, ReportChoices
from cxaudit.presentation.client_copy import copy_line, left_out
from cxaudit.report.job import Job
from cxaudit.report.writer import build_report
from cxaudit.storage.packs import PublishedPacks
from cxaudit.storage.single import single_document

ROOT = Path(__file__).resolve().parents[2]
BRANDS = ROOT / "examples" / "brands"
FORMS: tuple[ReportFormat, ...] = get_args(ReportFormat)

ACCOUNT, HOST = "quokkaaccount", "quokkahost"
PLANTED = (ACCOUNT, HOST, "quokkahome", "quokkawork", "quokkasource", "quokkatarget", "quokkabrand", "quokkaartist")
"""Words of the machine: account, host, folders, and who drew the logo."""
OWN = tuple(name for name in (str(ROOT), sys.prefix, str(Path.home()), socket.gethostname()) if len(name) > 8)
"""What this machine itself is called, but for names that turn up by chance ("/root" is a word of PDF)."""
MARKS: dict[PrivateField, tuple[str, ...]] = {"notes": NOTES, "words": WORDS, "names": NAMES, "evidence": EVIDENCE}
ALL_MARKS = tuple(mark for marks in MARKS.values() for mark in marks)

SCRIPT = """
import json, os, platform, socket, sys
name = sys.argv[1]
socket.gethostname = socket.getfqdn = platform.node = lambda *_: name
told = os.uname()
os.uname = lambda: os.uname_result((told.sysname, name, *tuple(told)[2:]))
from cxaudit.bootstrap import build_services
from cxaudit.cli.main import main
from cxaudit.storage.folders import Folders
from pathlib import Path
services = lambda: build_services(Folders.under(Path.home()))
for words in json.loads(sys.stdin.read()):
    assert main(words, services, sys.stderr, sys.stderr) == 0, words
"""
READ: tuple[ReportFormat, ...] = ("pdf", "docx", "pptx", "xlsx", "html")
"""Forms that are made to be read."""
LOOKS: dict[str, tuple[str, ...]] = {
    "plain": (),
    "branded": ("--brand", "BRAND"),
    "copy": ("--client-copy", "--brand", "BRAND"),
}


@pytest.fixture(scope="module")
def core() -> Pack:
    return PublishedPacks(assets.questionnaires() / "published").newest()


@pytest.fixture(scope="module")
def made(core: Pack, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file that the program hands on, by look and form, made where every name is planted."""
    top = tmp_path_factory.mktemp("machine")
    home, work, out = top / "quokkahome", top / "quokkawork", top / "quokkatarget"
    for folder in (home, work, out):
        folder.mkdir()
    brand = _brand(top / "quokkabrand")
    source = work / "quokkasource.cxaudit"
    audit = printed_audit(core)
    source.write_bytes(single_document(Engagement((audit,), {core.content: core})))
    orders = [
        ["report", str(source), "--as", form, "-o", str(out / f"{look}-{form}"), *(_named(w, brand) for w in words)]
        for look, words in LOOKS.items()
        for form in FORMS
    ]
    orders.append(["handout", str(source), "-o", str(out / "handout-pdf")])
    _run(orders, home, work)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def _named(word: str, brand: Path) -> str:
    return str(brand) if word == "BRAND" else word


def _brand(folder: Path) -> Path:
    """A sample brand, with a logo that tells who drew it."""
    shutil.copytree(BRANDS / "fjord", folder)
    beside = PngImagePlugin.PngInfo()
    beside.add_itxt("Author", "quokkaartist", zip=True)
    Image.open(folder / "logo.png").save(folder / "logo.png", pnginfo=beside)
    return folder


def _run(orders: list[list[str]], home: Path, work: Path) -> None:
    names = dict.fromkeys(("USER", "LOGNAME", "USERNAME", "LNAME"), ACCOUNT)
    hosts = dict.fromkeys(("HOSTNAME", "HOST", "COMPUTERNAME"), HOST)
    folders = dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(home))
    subprocess.run(
        [sys.executable, "-c", SCRIPT, HOST],
        input=json.dumps(orders).encode(),
        env={**names, **hosts, **folders, "PYTHONPATH": str(ROOT), "PWD": str(work), "PATH": ""},
        cwd=work,
        check=True,
    )


def test_every_form_in_every_look_was_made(made: dict[str, bytes]) -> None:
    assert made.keys() == {f"{look}-{form}" for look in LOOKS for form in FORMS} | {"handout-pdf"}


def test_no_file_holds_anything_of_the_machine(made: dict[str, bytes]) -> None:
    found = {name: found_in(content, (*PLANTED, *OWN)) for name, content in made.items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("look", ["branded", "copy"])
def test_the_brand_is_there(made: dict[str, bytes], look: str) -> None:
    assert [form for form in READ if not found_in(made[f"{look}-{form}"], ["Ada Lind"])] == []


def test_copies_made_on_the_command_line_and_what_a_room_is_handed_hold_nothing_private(made: dict[str, bytes]) -> None:
    """The audit itself, to be opened elsewhere, is a copy in every look."""
    names = [name for name in made if name.startswith("copy-") or name.endswith("-cxaudit") or name == "handout-pdf"]
    assert len(names) == len(FORMS) + 3
    found = {name: found_in(made[name], (*ALL_MARKS, *NEVER)) for name in names}
    assert {name: words for name, words in found.items() if words} == {}


def test_a_copy_made_on_the_command_line_is_verified_and_says_that_it_is_one(
    made: dict[str, bytes], tmp_path: Path
) -> None:
    path = tmp_path / "copy.pdf"
    path.write_bytes(made["copy-pdf"])
    run = CommandLine(tmp_path / "home")
    outcome = run("verify", path)
    assert (outcome.code, outcome.err) == (0, ""), outcome.out
    assert "copy for the client" in outcome.out
    assert "holds the point of each practice and not the answers" in outcome.out
    path.write_bytes(made["plain-pdf"])
    assert "copy for the client" not in run("verify", path).out


@cache
def built(form: ReportFormat, kept: frozenset[PrivateField] | None) -> bytes:
    pack = PublishedPacks(assets.questionnaires() / "published").newest()
    return build_report(printed_audit(pack), pack, ReportOptions(kept=kept, sample=True), form).content


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_holds_nothing_private_in_any_form(form: ReportFormat) -> None:
    assert found_in(built(form, frozenset()), (*ALL_MARKS, *NEVER)) == {}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", list(MARKS))
def test_what_is_ticked_is_in_and_nothing_else(form: ReportFormat, kind: PrivateField) -> None:
    found = found_in(built(form, frozenset({kind})), (*ALL_MARKS, *NEVER)).keys()
    assert found <= set(MARKS[kind])
    hidden = {"Zebrataker"}  # takes on what the room said, which is not in without the room's words
    assert found >= (set(MARKS[kind]) - hidden if form == "cxaudit" else set())


@pytest.mark.parametrize("form", FORMS)
def test_all_that_is_ticked_still_leaves_out_what_goes_to_nobody(form: ReportFormat) -> None:
    assert found_in(built(form, frozenset(PRIVATE)), NEVER) == {}


@pytest.mark.parametrize("form", [form for form in FORMS if form != "cxaudit"])
def test_the_search_finds_in_a_whole_report_what_a_copy_leaves_out(form: ReportFormat) -> None:
    """The variant without redaction is found in every form."""
    assert found_in(built(form, None), ALL_MARKS)


@pytest.mark.parametrize("form", READ)
def test_a_copy_says_that_it_is_one_and_keeps_what_is_no_secret(form: ReportFormat) -> None:
    text = squeezed(EXTRACT[form](built(form, frozenset())))
    assert squeezed(copy_line(()) if form != "pptx" else "Copy for the client") in text
    assert squeezed("Sample") in text
    assert squeezed("Zebra Ltd") in text
    if form not in {"pptx", "xlsx"}:
        assert squeezed(left_out(())) in text
        assert "Zebralead" in text
    whole = squeezed(EXTRACT[form](built(form, None)))
    assert [said for said in (copy_line(()), "Copy for the client") if squeezed(said) in whole] == []


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_a_copy_tells_that_words_were_written_for_other_numbers_and_not_for_which(form: ReportFormat) -> None:
    text = squeezed(EXTRACT[form](built(form, frozenset())))
    assert squeezed("When this was written: other numbers. Now:") in text
    pack = PublishedPacks(assets.questionnaires() / "published").newest()
    audit = printed_audit(pack)
    for said, told in ((EditedText(text="Zebralead", own="Zebrabefore"), True), (EditedText(text="Zebralead"), False)):
        edited = audit.model_copy(update={"report": ReportChoices(texts={"summary.lead": said})})
        view = Job(pack, edited, ReportOptions(kept=frozenset())).view
        assert any("“[…]” Now it says:" in text.moved for text in view.texts) is told


# ------------------------------------------------------------------------------------------ what was planted is found
LEAK = "/home/quokkaaccount/Clients"


def _zipped(name: str, content: bytes, comment: bytes = b"") -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
        packed.comment = comment
    return file.getvalue()


def _picture(kind: str) -> bytes:
    file, picture = io.BytesIO(), Image.new("RGB", (8, 8))
    if kind == "PNG":
        beside = PngImagePlugin.PngInfo()
        beside.add_itxt("Author", LEAK, zip=True)
        picture.save(file, kind, pnginfo=beside)
    else:
        exif = Image.Exif()
        exif[0x013B] = LEAK
        picture.save(file, kind, exif=exif)
    return file.getvalue()


def _pdf(change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer, file = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(72, 72)
    change(writer)
    writer.write(file)
    return file.getvalue()


def _drawn() -> bytes:
    audit, pack = example()
    named = audit.model_copy(update={"organisation": LEAK})
    return build_report(named, pack, ReportOptions(receipt=False, sections=()), "pdf").content


def _xmp(writer: pypdf.PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(f"<x:xmpmeta>{LEAK}</x:xmpmeta>".encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream.flate_encode())


PLACES: dict[str, Callable[[], bytes]] = {
    "a text": f"<a href='file://{LEAK}'>".encode,
    "a text of two bytes a letter": lambda: b"x" + f"é {LEAK}".encode("utf-16-be"),
    "base64 in a text": lambda: b'<img src="data:image/png;base64,' + b64encode(_picture("PNG")) + b'">',
    "hexadecimal digits in a text": lambda: b"{" + f"é {LEAK}".encode("utf-16-be").hex().encode() + b"}",
    "a picture's text, packed": lambda: _picture("PNG"),
    "a picture's EXIF": lambda: _picture("JPEG"),
    "something gzipped": lambda: gzip.compress(LEAK.encode()),
    "a part of an office file": lambda: _zipped("docProps/app.xml", LEAK.encode()),
    "the name of a part": lambda: _zipped(LEAK, b""),
    "the comment of an office file": lambda: _zipped("a", b"", LEAK.encode()),
    "a file in an office file": lambda: _zipped("embeddings/a.xlsx", _zipped("core.xml", LEAK.encode())),
    "a picture in an office file": lambda: _zipped("media/a.png", _picture("PNG")),
    "a PDF's properties": lambda: _pdf(lambda w: w.add_metadata({"/Author": f"{LEAK} é\u0142"})),
    "a PDF's metadata, packed": lambda: _pdf(_xmp),
    "a PDF's attachment": lambda: _pdf(lambda w: w.add_attachment("a.zip", _zipped("a", LEAK.encode()))),
    "the name of a PDF's attachment": lambda: _pdf(lambda w: w.add_attachment(LEAK, b"")),
    "the words of a PDF's page": _drawn,
    "a report's receipt": lambda: with_attachment(built("pdf", frozenset()), LEAK.encode()),
}


@pytest.mark.parametrize("place", PLACES)
def test_what_was_planted_is_found(place: str) -> None:
    assert found_in(PLACES[place](), [LEAK])
    assert not found_in(PLACES[place](), [LEAK.replace("quokka", "wombat")])
