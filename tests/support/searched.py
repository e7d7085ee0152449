"""Looks for words in everything that a file holds: packed, inflated, encoded, drawn, and told beside.

Words are compared without case and without spaces; they should be longer than what turns up by chance.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Any
from zipfile import ZipFile

import pypdf

DEEPEST = 6
STREAM = re.compile(rb"stream\r?\n")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
HEXADECIMAL = re.compile(rb"(?:[0-9A-Fa-f]{2}\s*){8,}")
PNG = b"\x89PNG\r\n\x1a\n"


def found_in(content: bytes, words: Iterable[str]) -> dict[str, str]:
    """Every word that a file holds, with the layer in which it was first met."""
    met: dict[str, str] = {}
    wanted = {word: _bare(word) for word in words}
    for where, layer in layers(content):
        texts = _readings(layer)
        for word, bare in wanted.items():
            if word not in met and any(bare in text for text in texts):
                met[word] = where
    return met


def layers(content: bytes, where: str = "file", depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """A file's bytes, and those of all that is packed into it, layer by layer."""
    yield where, content
    if depth == DEEPEST:
        return
    for name, inner in _packed(content):
        yield from layers(inner, f"{where} > {name}", depth + 1)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def _readings(layer: bytes) -> tuple[str, ...]:
    """A layer as text: of UTF-8 or Latin letters, and of two bytes a letter from either of the first two bytes."""
    wide = (layer[start:].decode(name, "ignore") for name in ("utf-16-le", "utf-16-be") for start in (0, 1))
    return tuple(_bare(text) for text in (layer.decode("latin-1"), layer.decode("utf-8", "ignore"), *wide))


def _packed(content: bytes) -> Iterator[tuple[str, bytes]]:
    if content.startswith(b"PK\x03\x04"):
        yield from _zip(content)
    elif content.startswith(b"%PDF"):
        yield from _pdf(content)
    elif content.startswith(PNG):
        yield from _png(content)
    elif content.startswith(b"\x1f\x8b"):
        yield "gzip", gzip.decompress(content)
    else:
        yield from _written(content)


def _zip(content: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(io.BytesIO(content)) as file:
        yield "comment", file.comment
        for part in file.infolist():
            yield "name", part.filename.encode()
            yield f"{part.filename}, told beside", part.comment + part.extra
            yield part.filename, file.read(part)


def _pdf(content: bytes) -> Iterator[tuple[str, bytes]]:
    """All streams, inflated where they are packed; all strings, as they are read; the text of all pages, as drawn."""
    for begin in STREAM.finditer(content):
        raw = content[begin.end() : content.find(b"endstream", begin.end())]
        yield "stream", raw
        yield "stream, inflated", _inflated(raw)
    reader: Any = pypdf.PdfReader(io.BytesIO(content))
    objects = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    strings = (text for found in (reader.trailer, *objects) for text in _strings(found))
    yield "strings", "\n".join(strings).encode("utf-8", "replace")
    yield "pages", "\n".join(page.extract_text() for page in reader.pages).encode("utf-8", "replace")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, bytes):
        yield value.decode("latin-1")
    elif isinstance(value, str):
        yield str(value)


def _inflated(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw)
    except zlib.error:
        return b""


def _png(content: bytes) -> Iterator[tuple[str, bytes]]:
    """What is written beside the pixels, inflated where it is packed."""
    at = len(PNG)
    while at < len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8].decode("latin-1")
        chunk = content[at + 8 : at + 8 + size]
        if kind != "IDAT":
            yield kind, chunk
            for start in (i + 1 for i, byte in enumerate(chunk[:200]) if not byte):
                yield f"{kind}, inflated", _inflated(chunk[start:])
        at += 12 + size


def _written(content: bytes) -> Iterator[tuple[str, bytes]]:
    """What stands in a text as base64 or as hexadecimal digits."""
    for run in BASE64.finditer(content):
        text = run.group().rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        for start in range(4):
            part = text[start:]
            yield "base64", base64.b64decode(part[: len(part) // 4 * 4] + _rest(part))
    for run in HEXADECIMAL.finditer(content):
        digits = re.sub(rb"\s", b"", run.group())
        yield "hexadecimal", binascii.unhexlify(digits)


def _rest(part: bytes) -> bytes:
    """The last letters of base64, filled up; one alone says nothing."""
    rest = part[len(part) // 4 * 4 :]
    return b"" if len(rest) < 2 else rest + b"=" * (4 - len(rest))
