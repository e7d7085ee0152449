"""What a check of a report found, in words."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cxaudit.app.attached_receipt import PROGRAM
from cxaudit.app.verifying import NumberDiffers, PageDiffers, Verification
from cxaudit.domain.questionnaire import Pack
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.numbers import half_up
from cxaudit.presentation.report_words import long_date, mode_name, shortened
from cxaudit.presentation.words import capital

LONGEST_NUMBER = 80
LONGEST_PLACE = 200
LONGEST_WORDS = 300
"""So many characters of what a file says are shown: it may have been changed to say anything."""

_TABLES = frozenset({"dimensions", "practices"})
"""Parts of a receipt that need no name: what is in them has one."""


@dataclass(frozen=True, slots=True)
class VerificationView:
    """The verdict in a sentence, what was checked (a line each), and each thing that differs."""

    confirmed: bool
    verdict: str
    about: str
    lines: tuple[str, ...]
    differences: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return all of it as plain lines."""
        return "\n".join((self.verdict, self.about, *self.lines, *(f"- {text}" for text in self.differences)))


def verification_view(found: Verification) -> VerificationView:
    """Return a check's outcome in words."""
    wrong = tuple(_number(difference, found.pack) for difference in found.wrong)
    altered = tuple(_page(difference) for difference in found.altered)
    return VerificationView(
        confirmed=found.confirmed,
        verdict=_verdict(found),
        about=_about(found),
        lines=(_numbers(found), _pages(found)),
        differences=(*wrong, *altered),
    )


def _verdict(found: Verification) -> str:
    if not found.confirmed:
        return _("Refuted: the report is not what its answers give.")
    if found.receipt.audit is None:
        return _("Confirmed, as far as can be checked: the answers themselves are not attached.")
    if found.compared == "digests":
        return _("Confirmed: the numbers follow from the answers. The pages could be checked in part only.")
    return _("Confirmed: the report is what its answers give.")


def _about(found: Verification) -> str:
    audit, receipt = found.receipt.assessment, found.receipt
    questionnaire = f"{receipt.pack.id} {receipt.pack.version}"
    made = _("made by {program}").format(program=receipt.program)
    copy = _("copy for the client") if receipt.options.kept is not None else ""
    name, mode = shortened(audit.organisation, 100), mode_name(audit.mode)
    parts = (name, mode, long_date(audit.date), copy, questionnaire, made)
    return ", ".join(part for part in parts if part)


def _numbers(found: Verification) -> str:
    count, wrong = found.numbers, len(found.wrong)
    if found.receipt.audit is None:
        basis = _("The receipt holds the point of each practice and not the answers behind it.")
        same = _("All {count} numbers that follow from these points were worked out again and are the same.")
    else:
        basis = ""
        same = _("All {count} numbers were worked out again from the answers and are the same.")
    other = ngettext(
        "{wrong} of {count} numbers in the receipt is not what was worked out again.",
        "{wrong} of {count} numbers in the receipt are not what was worked out again.",
        wrong,
    )
    told = (other if wrong else same).format(count=count, wrong=wrong)
    return f"{basis} {told}" if basis else told


def _pages(found: Verification) -> str:
    count, altered = found.pages, len(found.altered)
    if found.compared == "bytes":
        return _("The file is, byte for byte, the one that cxaudit writes from these answers.")
    if found.compared == "pages":
        if altered:
            text = ngettext(
                "The report was written again from the answers: {altered} of its pages differs.",
                "The report was written again from the answers: {altered} of its pages differ.",
                altered,
            )
            return text.format(altered=altered)
        text = _(
            "The report was written again from the answers: all {count} pages say and show the same. Another "
            "program has saved the file since."
        )
        return text.format(count=count)
    told = (
        ngettext(
            "{altered} page does not say what it said then.", "{altered} pages do not say what they said then.", altered
        )
        if altered
        else _("All {count} pages say what they said then; their charts and pictures were not compared.")
    )
    return f"{_why(found)} {told.format(altered=altered, count=count)}"


def _why(found: Verification) -> str:
    font = found.receipt.options.brand.font
    return {
        "points": _("The pages were held against what the receipt says of the day they were written."),
        "program": _("Made by {made}, and this is {here}: the pages were held against what the receipt says of them."),
        "font": _(
            "Its titles are in {font}, which is not here: the pages were held against what the receipt says of them. "
            "Name the brand's folder to compare them in full."
        ),
        "scripts": _(
            "Here are other fonts for its scripts than it was made with: the pages were held against what the receipt "
            "says of them."
        ),
        "": "",
    }[found.why].format(made=found.receipt.program, here=PROGRAM, font=font.name if font else "")


def _number(difference: NumberDiffers, pack: Pack) -> str:
    said, found = (_value(value) for value in (difference.said, difference.recomputed))
    text = _("{where}: the receipt says {said}, worked out again it is {found}.")
    return text.format(where=_place(difference.where, pack), said=said, found=found)


def _value(value: str | None) -> str:
    """Return a value; a fraction with what it is about."""
    if value is None:
        return _("nothing")
    top, _slash, bottom = value.partition("/")
    whole = len(value) <= LONGEST_NUMBER and top.removeprefix("-").isdecimal() and bottom.isdecimal()
    if not (whole and int(bottom)):
        return shortened(value, LONGEST_NUMBER)
    return f"{value} ({half_up(Fraction(int(top), int(bottom)), 2)})"


def _place(where: tuple[str, ...], pack: Pack) -> str:
    """Return where a number stands: the names of what it is about, and what it is of that."""
    place = ", ".join(_named(part, pack) for part in where if part not in _TABLES)
    return capital(shortened(place, LONGEST_PLACE))


def _named(part: str, pack: Pack) -> str:
    if part in pack.by_code:
        return f"{part} {pack.by_code[part].title}"
    if part in pack.dimensions_by_id:
        return pack.dimensions_by_id[part].title
    if part in pack.actions_by_id:
        return f"\u201c{pack.actions_by_id[part].title}\u201d"
    return part.replace("_", " ")


def _page(difference: PageDiffers) -> str:
    if difference.says or difference.should:
        text = _("Page {page} says \u201c{says}\u201d; the answers give \u201c{should}\u201d.")
        says, should = (shortened(words, LONGEST_WORDS) for words in (difference.says, difference.should))
        return text.format(page=difference.page, says=says, should=should)
    text = {
        "words": _("Page {page} does not say what it said when it was written."),
        "look": _("Page {page} says the same but looks otherwise: something on it was drawn over or changed."),
        "missing": _("Page {page} is missing."),
        "added": _("Page {page} does not belong to the report."),
    }[difference.how]
    return text.format(page=difference.page)
