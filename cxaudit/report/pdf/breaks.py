"""Where a line may end without a space: in scripts that write none, and never inside what is read as one letter.

After the Unicode Line Breaking Algorithm (UAX #14) for Chinese and Japanese. Thai would need a dictionary to find its
words; a line ends there before a vowel that starts a syllable, and behind one that ends it. Korean has spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cxaudit.report.pdf.faces import JOINERS

_SPACELESS = re.compile("[\u0e01-\u0e5b\u2e80-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]")
_THAI = range(0x0E01, 0x0E5C)
_THAI_FIRST = "\u0e40\u0e41\u0e42\u0e43\u0e44"
_THAI_LAST = "\u0e30\u0e33\u0e46\u0e2f"
_NOT_LAST = "(\uff08[\uff3b{\uff5b\u300c\u300e\u3010\u3014\u3008\u300a\u3016\u2018\u201c"
_NOT_FIRST = (
    ")\uff09]\uff3d}\uff5d\u300d\u300f\u3011\u3015\u3009\u300b\u3017\u2019\u201d"  # closing brackets and quotes
    ".,:;!?%\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\uff05\u2026\u30fb\u30fc\u3005\u303b\u309d\u309e\u30fd\u30fe"
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096"  # small hiragana
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6"  # small katakana
)


def may_break(before: str, after: str) -> bool:
    """Return whether a line may end between two characters that no space parts."""
    if before.isascii() and after.isascii():
        return False
    if not (_SPACELESS.match(before) or _SPACELESS.match(after)):
        return False
    if before in _NOT_LAST or after in _NOT_FIRST or _hangs(after):
        return False
    if ord(before) in _THAI and ord(after) in _THAI:
        return before not in _THAI_FIRST and (
            after in _THAI_FIRST or (before in _THAI_LAST and after not in _THAI_LAST)
        )
    return True


def pieces(word: str) -> Sequence[str]:
    """Return a word in the pieces between which a line may end."""
    if word.isascii() or _SPACELESS.search(word) is None:
        return (word,)
    ends = [at for at in range(1, len(word)) if may_break(word[at - 1], word[at])]
    return [word[start:end] for start, end in pairwise((0, *ends, len(word)))]


def clusters(text: str) -> Iterator[str]:
    """Yield what is read as one letter: marks and joiners stay with what they belong to."""
    if text.isascii():
        yield from text
        return
    start = 0
    for at in range(1, len(text)):
        if not _hangs(text[at]) and not _holds(text[at - 1]):
            yield text[start:at]
            start = at
    yield text[start:]


def _hangs(character: str) -> bool:
    """Return whether the character belongs to the one before."""
    return unicodedata.category(character)[0] == "M" or character in JOINERS or character == "\u0e33"


def _holds(character: str) -> bool:
    """Return whether the character belongs to the one behind: a vowel written first, a sign that joins consonants."""
    return character in _THAI_FIRST or unicodedata.combining(character) == 9 or character in JOINERS
