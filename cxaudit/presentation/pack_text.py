"""A whole pack as plain text, for authors and for reading it before use."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from cxaudit.domain.fact_check import Fact, FactPart, FactRule
from cxaudit.domain.questionnaire import Action, Dimension, Flag, Pack, Practice, Script, Vignette
from cxaudit.i18n import _

WIDTH = 100


def pack_text(pack: Pack) -> str:
    """Return a pack as lines of at most 100 characters: rules, practices, flags, actions, sources."""
    return "\n".join(_lines(pack)) + "\n"


def _lines(pack: Pack) -> Iterator[str]:
    yield from _heading(f"{pack.title} ({pack.id} {pack.version})", "=")
    yield _("Licence: {licence}. By {authors}.").format(licence=pack.licence, authors=", ".join(pack.authors))
    yield _("Digests: content {content}").format(content=pack.content)
    yield _("         scoring {scoring}").format(scoring=pack.scoring)
    yield from _heading(_("How to choose"), "-")
    for rule in (*pack.rating_rules, *pack.rating_notes):
        yield from _item(rule)
    yield from _heading(_("Levels"), "-")
    for number, level in enumerate(pack.levels, 1):
        shown = _(" Shown by: {what}.").format(what=level.shown_by) if level.shown_by else ""
        age = _(" Stale after {months} months.").format(months=level.max_age_months) if level.max_age_months else ""
        yield from _item(f"{level.name}: {level.meaning}.{shown}{age}", f"{number} ")
    for dimension in pack.dimensions:
        yield from _dimension(pack, dimension)
    for vignette in pack.vignettes:
        yield from _vignette(pack, vignette)
    yield from _heading(_("Sources"), "-")
    for source in pack.sources:
        where = f" {source.where}" if source.where else ""
        yield from _item(f"{source.author}: {source.title}.{where}", f"{source.id}: ")
        for claim in pack.claims:
            if claim.source == source.id:
                yield from _item(claim.text, f"  {claim.id}: ")


def _dimension(pack: Pack, dimension: Dimension) -> Iterator[str]:
    yield from _heading(dimension.title, "=")
    yield from _wrapped(dimension.about)
    for practice in dimension.practices:
        yield from _practice(practice)
        for action in pack.actions:
            if action.practice == practice.id:
                yield from _action(pack, action)
    for flag in pack.flags:
        if flag.dimension == dimension.id:
            yield from _flag(pack, flag)


def _practice(practice: Practice) -> Iterator[str]:
    mode = _("quick and full") if practice.quick else _("full only")
    yield from _heading(f"{practice.code} {practice.title}", "-")
    yield _("{id}, revision {revision}, {mode}").format(id=practice.id, revision=practice.revision, mode=mode)
    if practice.weight != 1:
        weight = _("Weight {weight}: {reason}").format(weight=practice.weight, reason=practice.weight_reason)
        yield from _wrapped(weight)
    if practice.may_not_apply:
        yield _("May be answered with 'does not apply'.")
    yield ""
    yield from _wrapped(practice.question)
    for level, anchor in enumerate(practice.anchors, 1):
        yield from _item(anchor, f"{level} ")
    yield from _item(practice.looks_like, _("Looks like: "))
    yield from _item(practice.not_this, _("Not this: "))
    yield from _item(practice.example, _("Example: "))
    if practice.example_large:
        yield from _item(practice.example_large, _("Large: "))
    if practice.debate:
        yield from _item(practice.debate, _("Debate: "))
    yield from _sources(practice.sources)
    if practice.fact is not None:
        yield from _fact(practice.fact)
    if practice.script is not None:
        yield from _script(practice.script)


def _action(pack: Pack, action: Action) -> Iterator[str]:
    yield ""
    band = _("from {start} to {end}").format(start=action.start, end=action.end)
    owner = pack.owners.get(action.owner, action.owner)
    yield from _wrapped(_("Action: {title} ({band})").format(title=action.title, band=band))
    yield f"  {action.id}, {owner}, {action.effort}"
    yield from _item(action.why, _("Why: "))
    yield from _item(action.first_step, _("This week: "))
    yield from _item(action.done_when, _("Done when: "))
    if action.requires:
        needs = "; ".join(_(" or ").join(group) for group in action.requires)
        yield from _item(needs, _("First: "))
    if action.independent:
        yield from _item(_("does not wait for the action below it."), _("Order: "))
    yield from _sources(action.sources)


def _flag(pack: Pack, flag: Flag) -> Iterator[str]:
    joined = _(" and ") if flag.match == "all" else _(" or ")
    rule = joined.join(
        _("{code} at {limit} or less").format(code=_code(pack, c.practice), limit=c.at_most) for c in flag.conditions
    )
    yield from _heading(_("Flag: {title}").format(title=flag.title), "-")
    yield from _wrapped(_("{rule}: held at {cap}").format(rule=rule, cap=flag.cap))
    yield from _item(flag.why, _("Why: "))
    yield from _item(flag.check, _("Question: "))
    yield from _item(flag.effect, _("Effect: "))
    yield from _item(flag.cleared_when, _("Cleared when: "))
    yield from _sources(flag.sources)


def _vignette(pack: Pack, vignette: Vignette) -> Iterator[str]:
    yield from _heading(_("To practise on: {title}").format(title=vignette.title), "-")
    yield from _wrapped(vignette.text)
    for rating in vignette.ratings:
        yield from _item(
            rating.why, _("{code} at {level}: ").format(code=_code(pack, rating.practice), level=rating.level)
        )


def _code(pack: Pack, practice: str) -> str:
    """Return the code of a practice; its id where a draft has none of that name."""
    return pack.practices[practice].code if practice in pack.practices else practice


def _sources(cited: tuple[str, ...]) -> Iterator[str]:
    yield from _item(", ".join(cited), _("Sources: ")) if cited else ()


def _fact(fact: Fact) -> Iterator[str]:
    yield ""
    yield from _wrapped(_("Fact-check: {question}").format(question=fact.question))
    for part in fact.parts:
        yield from _item(_part_text(part), f"{part.id}: ")
    for rule in fact.rules:
        yield from _item(_rule_text(rule))
    yield from _sources(fact.sources)


def _part_text(part: FactPart) -> str:
    options = "; ".join(f"{option.id} = {option.label}" for option in part.options)
    told = [
        _("in {unit}").format(unit=part.unit) if part.unit else "",
        _("at least {lowest}").format(lowest=part.lowest) if part.lowest is not None else "",
        _("at most {highest}").format(highest=part.highest) if part.highest is not None else "",
        _("of {total}").format(total=part.total) if part.total is not None else "",
        options,
    ]
    return ", ".join([f"{part.label} ({part.kind})", *(text for text in told if text)])


def _rule_text(rule: FactRule) -> str:
    values = [rule.value or "", *rule.options]
    least = _("of at least {least}").format(least=rule.least) if rule.least is not None else ""
    condition = " ".join(text for text in (", ".join(rule.parts), rule.check, *values, least) if text)
    levels = f"{rule.start}" if rule.start == rule.end else _("{start} to {end}").format(start=rule.start, end=rule.end)
    does = {
        (True, True): _("supports level {levels}, or contradicts it"),
        (True, False): _("supports level {levels}"),
        (False, True): _("contradicts level {levels} where it does not hold"),
        (False, False): _("says nothing of level {levels}"),
    }
    said = does[rule.supports, rule.denies].format(levels=levels)
    return f"{condition}: {said}. {rule.why}".rstrip()


def _script(script: Script) -> Iterator[str]:
    yield ""
    yield from _wrapped(_("In a room ({minutes} min): {text}").format(minutes=script.minutes, text=script.read_aloud))
    for probe in script.probes:
        yield from _item(probe, _("Probe: "))
    yield from _item(script.objection, _("Objection: "))
    yield from _item(script.answer, _("Answer: "))


def _heading(text: str, line: str) -> Iterator[str]:
    yield ""
    yield text
    yield line * min(len(text), WIDTH)


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH)


def _item(text: str, lead: str = "- ") -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent=f"  {lead}", subsequent_indent="    ")
