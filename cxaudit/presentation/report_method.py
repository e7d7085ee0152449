"""Method and limits: how the numbers are made, what they rest on, and what they cannot say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxaudit import __version__
from cxaudit.domain.questionnaire import Source
from cxaudit.i18n import _
from cxaudit.presentation.citations import cited, source_text
from cxaudit.presentation.client_copy import left_out, read_so
from cxaudit.presentation.coverage import people
from cxaudit.presentation.findings import FindingsView
from cxaudit.presentation.numbers import percent_text
from cxaudit.presentation.prediction import prediction_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.report_summary import Fact
from cxaudit.presentation.report_words import long_date, mode_name
from cxaudit.presentation.words import listing


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MethodPage:
    """The method in passages, what to know of these answers, and the facts about this audit.

    `answered` are at most three passages: on how the answers were given, on whose words the texts are, and on what a
    copy for the client leaves out.
    """

    title: str
    passages: tuple[Passage, ...]
    answered: tuple[Passage, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source: its tag, and who said what where."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The sources of what the report asks and advises."""

    title: str
    lines: tuple[SourceLine, ...]
    empty: str


def method_page(reading: Reading, findings: FindingsView, words: tuple[Passage, ...] = ()) -> MethodPage:
    """Return the method of this audit; `words` say which texts a person wrote."""
    return MethodPage(
        title=_("How the numbers are made, and what they cannot say"),
        passages=(
            _scale(reading),
            _scores(reading),
            _unknown(reading),
            _flags(),
            _gap(),
            *_agreement(reading),
            _limits(findings),
        ),
        answered=(*_copy(reading), *_answered(reading, findings), *words),
        facts=_facts(reading, findings),
    )


def _scale(reading: Reading) -> Passage:
    return Passage(
        _("Scale"),
        (
            _("Each practice is asked by one question with five answers, which are the levels 1 to 5. {rules}").format(
                rules=" ".join(reading.pack.rating_rules)
            ),
        ),
    )


def _scores(reading: Reading) -> Passage:
    most, nearly_all = (percent_text(cut) for cut in reading.pack.rubric.cuts)
    return Passage(
        _("Index and level"),
        (
            _(
                "The level of a practice is the lower median of the votes: the highest level that more than half of "
                "those who know say is reached. The index of a dimension is the weighted mean of its practices, each "
                "weighing 1 unless the questionnaire gives a reason for 2 or 3; the overall index is the plain mean "
                "of the dimensions."
            ),
            _(
                "A level is a gate, not a mean: level k is reached where more than {most} of the weight is at k or "
                "above and more than {nearly_all} at k \u2212 1 or above. Strengths cannot buy off a weakness. The "
                "overall level is the same gate over the levels of the dimensions. The cut-points are those of "
                "ISO/IEC 33020."
            ).format(most=most, nearly_all=nearly_all),
        ),
    )


def _unknown(reading: Reading) -> Passage:
    above = reading.pack.rubric.claimed_above
    return Passage(
        _("What is not known"),
        (
            _(
                "\u201cDon't know\u201d and missing answers are never counted as a level. They widen the range, which "
                "runs from all of them at 1 to all at 5. A dimension with less than half of its weight known gets no "
                "index. What does not apply is left out."
            ),
            _(
                "An answer above {above} that neither evidence nor a fact shows is claimed: it counts, and the low end "
                "of the range takes it as {above}. Evidence older than its level allows is stale: that is said, and "
                "changes no score."
            ).format(above=above),
        ),
    )


def _flags() -> Passage:
    return Passage(
        _("Red flags"),
        (
            _(
                "A red flag is a habit that spoils what stands beside it. While its rule is met it holds its "
                "dimension's index and level at a cap; the value before is shown too."
            ),
        ),
    )


def _gap() -> Passage:
    return Passage(
        _("Gap and priorities"),
        (
            _(
                "The gap of a practice is its target less its level, never below 0; the whole gap is the weighted sum. "
                "Attainment is 1 \u2212 gap \u00f7 the way from level 1 to the targets. Every step of the gap belongs "
                "to exactly one action, so that what all actions recover adds up to the gap."
            ),
        ),
    )


def _agreement(reading: Reading) -> tuple[Passage, ...]:
    """Return how agreement is measured, where three or more people rated a practice."""
    if all(practice.agreement is None for practice in reading.card.practices.values()):
        return ()
    text = _(
        "Where three or more people gave a level, two measures tell how far they agree: the mean distance from the "
        "median, in levels, and van der Eijk's agreement A (2001), from 1 where all say the same to \u22121 where half "
        "say 1 and half say 5. The room is split where A is below 0. Agreement never changes a score."
    )
    return (Passage(_("Agreement"), (text,)),)


def _answered(reading: Reading, findings: FindingsView) -> tuple[Passage, ...]:
    """Return what a reader should know of how the answers were given, and the guess made before them."""
    titles = listing([f"\u201c{title}\u201d" for title in findings.flags_not_asked])
    text = _("Not asked, so that these red flags cannot fire: {titles}.")
    paragraphs = (*findings.remarks, text.format(titles=titles) if titles else "", prediction_text(reading))
    told = tuple(text for text in paragraphs if text)
    return (Passage(_("About these answers"), told),) if told else ()


def _copy(reading: Reading) -> tuple[Passage, ...]:
    """Return what a copy for the client leaves out, and how to read what is left."""
    if reading.kept is None:
        return ()
    voted = any(answer.votes for answer in reading.assessment.answers.values())
    told = (left_out(reading.kept), read_so(reading.kept, voted=voted))
    return (Passage(_("A copy for the client"), told),)


def _limits(findings: FindingsView) -> Passage:
    paragraphs = [
        _(
            "This is a self-assessment, not a certification. Those who rate themselves tend to rate high: read a level "
            "together with its evidence. The report says what is associated with good practice; it promises "
            "nothing for revenue or any score."
        ),
        " ".join(text for text in (findings.resolution, findings.sensitivity, findings.votes) if text),
    ]
    return Passage(_("Limits"), tuple(text for text in paragraphs if text))


def _facts(reading: Reading, findings: FindingsView) -> tuple[Fact, ...]:
    pack, assessment = reading.pack, reading.assessment
    facts = (
        Fact(_("Audit"), mode_name(assessment.mode)),
        Fact(_("Date"), long_date(assessment.date)),
        Fact(_("Answered by"), findings.people if people(reading) else _("nobody yet")),
        Fact(_("Coverage"), findings.answered),
        Fact(_("Evidence"), findings.evidence),
        Fact(_("Questionnaire"), f"{pack.title}, {pack.id} {pack.version}, {pack.licence}"),
        Fact(_("Digest of its content"), pack.content),
        Fact(_("Digest of its scoring"), pack.scoring),
        Fact(_("Program"), f"cxaudit {__version__}"),
    )
    return tuple(fact for fact in facts if fact.value)


def sources_page(reading: Reading) -> SourcesPage:
    """Return the sources behind what was asked, the flags it can fire and the actions that close its gaps."""
    lines = tuple(SourceLine(source.id, _source(source)) for source in cited(reading.pack, _names(reading)))
    return SourcesPage(_("Where the questions and the advice come from"), lines, "" if lines else _("None."))


def _names(reading: Reading) -> Iterator[str]:
    practices, pack = reading.card.practices, reading.pack
    for practice in (pack.practices[p] for p in practices):
        yield from practice.sources
        yield from practice.fact.sources if practice.fact else ()
    for flag in pack.flags:
        yield from flag.sources if any(c.practice in practices for c in flag.conditions) else ()
    for action in pack.actions:
        yield from action.sources if action.practice in practices else ()


def _source(source: Source) -> str:
    where = f", {source.where}" if source.where else ""
    return source_text(source) + where
