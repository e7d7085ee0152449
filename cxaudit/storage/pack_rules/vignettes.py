"""Vignettes rate quick practices of the pack, each once, and are short enough to be read together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cxaudit.i18n import _
from cxaudit.storage.pack_rules.draft import Draft
from cxaudit.storage.pack_rules.finding import Finding, Place

FEWEST_WORDS = 90


def ratings(draft: Draft) -> Iterator[Finding]:
    """A rating is of a quick practice, and no practice is rated twice."""
    known, readable = set(draft.declared["practice"]), {p.id: p for p in draft.practices}
    for vignette in draft.vignettes:
        place = Place("vignette", vignette.id)
        for number, rating in enumerate(vignette.ratings, 1):
            key = f"ratings.{number}.practice"
            if rating.practice not in known:
                what = _("There is no practice {id}.").format(id=rating.practice)
                yield Finding(place, key, what, _("Name a practice of this pack."))
            elif rating.practice in readable and not readable[rating.practice].quick:
                what = _("{practice} is not asked in the quick audit.").format(practice=rating.practice)
                yield Finding(place, key, what, _("Rate a quick practice."))
        for name, count in Counter(rating.practice for rating in vignette.ratings).items():
            if count > 1:
                what = _("{practice} is rated twice.").format(practice=name)
                yield Finding(place, "ratings", what, _("Keep the rating that is meant."))


def lengths(draft: Draft) -> Iterator[Finding]:
    """A vignette tells enough to be rated."""
    for vignette in draft.vignettes:
        found = len(vignette.text.split())
        if found < FEWEST_WORDS:
            what = _("It has {found} words; {fewest} are needed to rate by.").format(found=found, fewest=FEWEST_WORDS)
            yield Finding(
                Place("vignette", vignette.id), "text", what, _("Tell more of what can be seen."), warning=True
            )
