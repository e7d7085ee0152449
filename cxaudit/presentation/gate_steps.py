"""The gate as steps of arithmetic, for a dimension and for the whole."""

from __future__ import annotations

from fractions import Fraction

from cxaudit.domain.gate import gate
from cxaudit.domain.model import LO
from cxaudit.i18n import _
from cxaudit.presentation.numbers import percent_text
from cxaudit.presentation.reading import Reading
from cxaudit.presentation.steps import Gate, Sentence


def gate_block(reading: Reading, shares: dict[int, Fraction], level: int, block: str) -> Gate:
    """Return the shares with the reason for the level and what the next one needs (`block`, a sentence)."""
    cuts = reading.pack.rubric.cuts
    gated = gate(shares, cuts)
    sentences = [Sentence(_reason(shares, cuts, gated))]
    if level < gated:
        sentences.append(Sentence(_("A red flag then holds it at {level}.").format(level=level), icon="octagon-alert"))
    sentences.append(Sentence(block, strong=True))
    return Gate(shares, cuts, tuple(sentences))


def _reason(shares: dict[int, Fraction], cuts: tuple[Fraction, Fraction], level: int) -> str:
    most, nearly_all = (percent_text(c) for c in cuts)
    if level == LO:
        text = _(
            "Level 2 needs more than {most} at 2 or above, and more than {nearly_all} at 1 or above. "
            "Here {share} are at 2 or above: level 1."
        )
        return text.format(most=most, nearly_all=nearly_all, share=percent_text(shares[2]))
    text = _(
        "Level {level} needs more than {most} at {level} or above, and more than {nearly_all} at {below} or above. "
        "Here they are {share} and {base}: level {level}."
    )
    share, base = percent_text(shares[level]), percent_text(shares[level - 1])
    return text.format(level=level, below=level - 1, most=most, nearly_all=nearly_all, share=share, base=base)
