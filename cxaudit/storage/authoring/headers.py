"""Finds the lines of table headers in TOML, which the standard reader does not tell."""

from __future__ import annotations

import re
from collections import defaultdict

_TOKEN = re.compile(
    r"""
    (?P<skip> \#[^\n]* | \"{3}(?:[^\\]|\\.)*?\"{3,5} | '{3}.*?'{3,5} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*' )
    | (?P<line> \n[ \t]* )
    | (?P<open> [\[{] )
    | (?P<close> [\]}] )
    """,
    re.VERBOSE | re.DOTALL,
)
_NAME = r"[A-Za-z0-9_-]+"
_HEADER = re.compile(rf"\[{{1,2}}[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*\]{{1,2}}")


def header_lines(text: str) -> dict[str, list[int]]:
    """Return the lines (from 1) of the headers `[name]` and `[[name]]`, by name, in the order of the file.

    The name of a table within another is dotted, as in `[[practice.fact.rule]]`. Brackets in comments, texts and lists
    are passed over. The text must be TOML that the standard reader accepts; tables written in another way
    (`name = {...}`, quoted names) have no entry.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    text = "\n" + text.replace("\r\n", "\n")
    depth, at, line, counted = 0, 0, 0, 0
    while token := _TOKEN.search(text, at):
        at = token.end()
        if token["line"]:
            header = _HEADER.match(text, at) if depth == 0 else None
            if header:
                line += text.count("\n", counted, at)
                counted = at
                found[re.sub(r"[ \t]", "", header[1])].append(line)
                at = header.end()
        elif not token["skip"]:
            depth += 1 if token["open"] else -1
    return dict(found)
