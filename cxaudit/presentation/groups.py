"""How differently the groups of a room see the same practices; told only where each has enough voters."""

from __future__ import annotations

from cxaudit.domain.panels import FEWEST_VOTERS, PerceptionGap, perception_gap, voters
from cxaudit.domain.workshop import GroupVotes
from cxaudit.i18n import _, ngettext
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.room_words import shown_rounds
from cxaudit.presentation.words import count_word, listing


def last_panels(reading: Reading) -> dict[str, tuple[GroupVotes, ...]]:
    """Return the last round that the room saw of each practice asked that applies, by group, by practice id."""
    practices = [p.id for p in reading.card.practices.values() if p.applicable]
    rounds = {p: shown_rounds(reading.assessment.answer(p)) for p in practices}
    return {practice: found[-1].groups for practice, found in rounds.items() if found}


def group_order(reading: Reading) -> tuple[str, ...]:
    """Return the labels of the groups that voted, as the room was divided; none where it was not."""
    workshop = reading.assessment.workshop
    chosen = [group.label for group in workshop.room.groups] if workshop else []
    voted = {group.group for panel in last_panels(reading).values() for group in panel if group.group}
    return (*(label for label in chosen if label in voted), *sorted(voted.difference(chosen)))


def perception_gaps(reading: Reading) -> dict[str, PerceptionGap]:
    """Return how differently groups see each practice where that may be told, by practice id, the widest first."""
    found = {practice: perception_gap(panel) for practice, panel in last_panels(reading).items()}
    known = {practice: gap for practice, gap in found.items() if gap is not None}
    return dict(sorted(known.items(), key=lambda pair: -pair[1].gap))


def why_untold(reading: Reading) -> str:
    """Return why groups are not compared, on any practice or on some; an empty text where all are."""
    labels, panels = group_order(reading), last_panels(reading)
    rest = len(panels) - len(perception_gaps(reading))
    if not rest:
        return ""
    if len(labels) < 2 and _divided(reading):
        return _("Groups are left out of this copy: fewer than {least} of one of them voted.").format(
            least=count_word(FEWEST_VOTERS)
        )
    if len(labels) < 2:
        return _("The room was not divided into groups.")
    if rest == len(panels):
        most = {label: max(_voted(panel, label) for panel in panels.values()) for label in labels}
        small = [label for label in labels if most[label] < FEWEST_VOTERS]
        if small:
            text = _("Groups are not compared: fewer than {least} of {groups} voted, so that single votes would show.")
            return text.format(least=count_word(FEWEST_VOTERS), groups=listing(small))
        return _("Groups are not compared: on no question {least} of each gave a vote and a level.").format(
            least=count_word(FEWEST_VOTERS)
        )
    text = ngettext(
        "Groups are not compared on {count} question, where fewer than {least} of one of them voted.",
        "Groups are not compared on {count} questions, where fewer than {least} of one of them voted.",
        rest,
    )
    return text.format(count=count_word(rest), least=count_word(FEWEST_VOTERS))


def _divided(reading: Reading) -> bool:
    """Return whether a copy no longer tells the groups that the room had."""
    workshop = reading.assessment.workshop
    if not reading.lacks("votes") or workshop is None:
        return False
    return bool(workshop.room.groups) or any(found.group for found in workshop.merged)


def _voted(panel: tuple[GroupVotes, ...], label: str) -> int:
    return sum(voters(group) for group in panel if group.group == label)


def groups_remark(reading: Reading) -> str:
    """Return where groups differ most; an empty text where they do not, or where it may not be told."""
    gaps = perception_gaps(reading)
    practice, gap = next(iter(gaps.items()), ("", None))
    if gap is None or not gap.gap:
        return ""
    text = _("Groups differ most on {name}: {higher} see level {high}, {lower} level {low}.")
    return text.format(
        name=reading.practice(practice),
        higher=gap.higher,
        high=gap.points[gap.higher],
        lower=gap.lower,
        low=gap.points[gap.lower],
    )
