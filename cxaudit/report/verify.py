"""Checks a report: recomputes its numbers from the attached receipt, then writes it again and compares the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

from PIL import Image

from cxaudit.app.attached_receipt import PROGRAM, RECEIPT, BrandNamed, PictureNamed, Receipt, read_receipt
from cxaudit.app.brand import Brand, Logo
from cxaudit.app.ports import PackLibrary
from cxaudit.app.receipt_making import digest, recomputed
from cxaudit.app.reporting import ReportOptions
from cxaudit.app.verifying import PageDiffers, Verification, Why, differing
from cxaudit.domain.errors import InputError, Problem, ReceiptError
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _
from cxaudit.report.job import Job
from cxaudit.report.pdf.document import render
from cxaudit.report.pdf_reading import Words, attached_file, page_looks, page_words, words_digest

AROUND = 3
"""So many words are shown on each side of those that differ."""

LONGEST = 30
"""So many words of a difference are shown."""


def verify_report(path: Path, packs: PackLibrary, brand: Brand | None = None) -> Verification:
    """Check a report; see `app.verifying.ReportVerifier`."""
    content = _read(path)
    receipt = read_receipt(attached_file(content, RECEIPT, str(path)), str(path))
    pack = _pack(receipt, packs, str(path))
    try:
        counted, wrong = differing(receipt.numbers, recomputed(pack, receipt))
    except (KeyError, ValueError) as error:
        raise ReceiptError(str(path), "damaged", f"{error}") from error
    words = page_words(content)
    why, again = _written_again(receipt, pack, brand)
    if again is None:
        compared, altered = "digests", tuple(_by_digests(words, receipt))
    elif again == content:
        compared, altered = "bytes", ()
    else:
        compared, altered = "pages", tuple(_by_pages(content, again, logo=_same_logo(receipt, brand)))
    return Verification(path, receipt, pack, counted, wrong, len(words), compared, why, altered)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        what = _("There is no such file.")
    except IsADirectoryError:
        what = _("It is a folder.")
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL
        what = _("It cannot be read ({reason}).").format(reason=getattr(error, "strerror", None) or error)
    raise InputError(str(path), (Problem(_("file"), what),))


def _pack(receipt: Receipt, packs: PackLibrary, path: str) -> Pack:
    """Return the questionnaire of a receipt. Raises UnknownPackError, and ReceiptError where it is another here."""
    named, audit = receipt.pack, receipt.assessment
    if (audit.pack, audit.version, audit.content) != (named.id, named.version, named.content):
        raise ReceiptError(path, "damaged", "audit.pack")
    pack = packs.get(named.id, named.version)
    if pack.content != named.content:
        raise ReceiptError(path, "questionnaire", f"{pack.id} {pack.version}")
    return pack


def _written_again(receipt: Receipt, pack: Pack, brand: Brand | None) -> tuple[Why, bytes | None]:
    """Return the report as its answers give it; or what keeps it from being written again, and None."""
    font = receipt.options.brand.font
    here = brand.font if brand else None
    if receipt.audit is None:
        return "points", None
    if receipt.program != PROGRAM:
        return "program", None
    if font is not None and (here is None or digest(here.content) != font.digest):
        return "font", None
    built = render(Job(pack, receipt.audit, _options(receipt, brand)))
    return ("", built.content) if built.warnings == receipt.warnings else ("scripts", None)


def _same_logo(receipt: Receipt, brand: Brand | None) -> bool:
    """Return whether the logo of the report is here, or it has none."""
    named, here = receipt.options.brand.logo, brand.logo if brand else None
    return named is None or (here is not None and digest(here.png) == named.digest)


def _by_digests(words: Sequence[Words], receipt: Receipt) -> Iterator[PageDiffers]:
    """Yield the pages that do not say what they said when the receipt was made."""
    for number, (should, says) in enumerate(zip_longest(receipt.pages, map(words_digest, words)), 1):
        if should != says:
            yield PageDiffers(number, "missing" if says is None else "added" if should is None else "words")


def _by_pages(content: bytes, again: bytes, *, logo: bool) -> Iterator[PageDiffers]:
    """Yield the pages that say or show something else than those that the answers give.

    Without its `logo` the look of the cover says nothing.
    """
    words = {page.page: page for page in _other_words(page_words(content), page_words(again))}
    looks = list(zip(page_looks(content), page_looks(again), strict=False))
    for number in range(1, max(len(looks), *words, 0) + 1):
        if number in words:
            yield words[number]
        elif looks[number - 1][0] != looks[number - 1][1] and (number > 1 or logo):
            yield PageDiffers(number, "look")


def _other_words(says: Sequence[Words], should: Sequence[Words]) -> Iterator[PageDiffers]:
    for number, (here, there) in enumerate(zip_longest(says, should), 1):
        if here is None:
            yield PageDiffers(number, "missing")
        elif there is None:
            yield PageDiffers(number, "added")
        elif here != there and "".join(here) != "".join(there):
            yield _first_difference(number, here, there)


def _first_difference(page: int, says: Words, should: Words) -> PageDiffers:
    """Return the first words that differ, with a few around them."""
    changes = SequenceMatcher(None, says, should, autojunk=False).get_opcodes()
    _kind, a, b, c, d = next(change for change in changes if change[0] != "equal")
    return PageDiffers(page, "words", _around(says, a, b), _around(should, c, d))


def _around(words: Words, start: int, end: int) -> str:
    shown = words[max(0, start - AROUND) : min(end, start + LONGEST) + AROUND]
    return " ".join(shown)


def _options(receipt: Receipt, brand: Brand | None) -> ReportOptions:
    taken = receipt.options
    return ReportOptions(
        sections=taken.sections, sample=taken.sample, paper=taken.paper, brand=_branded(taken.brand, brand)
    )


def _branded(named: BrandNamed, here: Brand | None) -> Brand:
    """Return the brand that a report was made with, its files taken from the one that is here."""
    texts = Brand(named.name, named.consultant, named.footer, named.confidentiality, named.primary, named.secondary)
    logo = here.logo if here else None
    if named.logo is None or logo is None or digest(logo.png) != named.logo.digest:
        logo = named.logo and _blank(named.logo)
    return replace(texts, logo=logo, font=here.font if here and named.font else None)


def _blank(named: PictureNamed) -> Logo:
    """Return an empty picture of a logo's size, which takes its room."""
    file = BytesIO()
    Image.new("RGB", (named.width, named.height), "white").save(file, "PNG")
    return Logo(file.getvalue(), named.width, named.height, named.alt)
