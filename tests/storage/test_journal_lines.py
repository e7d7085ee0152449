"""A segment: whatever happens to its bytes, what is read is an exact beginning, and what is missing is told."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.documents import ASSESSMENT, SCALE, StandingClock, engagement, note

from cxaudit.domain.errors import NewerDocumentError
from cxaudit.storage import journal_lines
from cxaudit.storage.journal_lines import Segment, edit_line, read_segment, snapshot_line
from cxaudit.storage.payload import Content, Head, build_payload

FLIPS = 20_000 if SCALE else 2_000
DOC_ID = "0123456789abcdef" * 2
NOW = StandingClock().now()
PAYLOAD = build_payload(Content(engagement()))


def lines(count: int) -> list[bytes]:
    first, head = snapshot_line(Head(4, "a" * 32), NOW, DOC_ID, "/a.cxaudit", PAYLOAD)
    made = [first]
    for number in range(count):
        line, head = edit_line(head, NOW, ASSESSMENT, note(number, f"note {number}"))
        made.append(line)
    return made


LINES = lines(12)
WHOLE = b"".join(LINES)


def good(found: Segment | str) -> Segment:
    assert isinstance(found, Segment), found
    return found


TRUTH = good(read_segment("1", WHOLE))


def beginning(found: Segment | str, truth: Segment) -> bool:
    if isinstance(found, str):
        return True
    return found.snapshot == truth.snapshot and found.edits == truth.edits[: len(found.edits)]


def silently_wrong(read: Callable[[str, bytes], Segment | str], flips: int) -> int:
    """Flips after which something is missing or different, and no word about it."""
    chance = random.Random(3)
    wrong = 0
    for _ in range(flips):
        bit = chance.randrange(len(WHOLE) * 8)
        data = bytearray(WHOLE)
        data[bit // 8] ^= 1 << bit % 8
        try:
            found = read("1", bytes(data))
        except NewerDocumentError:
            continue
        if isinstance(found, str):
            continue
        wrong += not beginning(found, TRUTH) or (found.edits != TRUTH.edits and not found.note)
    return wrong


def test_what_is_written_is_read() -> None:
    assert TRUTH.note == ""
    assert [line.edit for line in TRUTH.edits] == [note(n, f"note {n}") for n in range(12)]
    assert [line.seq for line in TRUTH.edits] == list(range(5, 17))
    assert TRUTH.end == Head(16, TRUTH.hashes[-1])
    assert (TRUTH.snapshot.doc_id, TRUTH.snapshot.path, TRUTH.snapshot.prev) == (DOC_ID, "/a.cxaudit", "a" * 32)


def test_no_flipped_bit_is_read_silently() -> None:
    assert silently_wrong(read_segment, FLIPS) == 0


def test_without_hashes_flipped_bits_would_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def unchecked(line: bytes) -> bytes:
        return line[33:]

    monkeypatch.setattr(journal_lines, "_sound_body", unchecked)
    assert silently_wrong(read_segment, 500) > 20


def test_cut_at_any_length_a_segment_is_an_exact_beginning() -> None:
    ends = {sum(map(len, LINES[:count])): count for count in range(1, len(LINES) + 1)}
    for length in range(len(WHOLE) + 1):
        found = read_segment("1", WHOLE[:length])
        if isinstance(found, str):
            assert length < len(LINES[0])
            continue
        assert beginning(found, TRUTH)
        assert len(found.edits) + 1 == max(count for end, count in ends.items() if end <= length)
        assert bool(found.note) == (length not in ends)


@settings(max_examples=1000 if SCALE else 200, deadline=None)
@given(
    kind=st.sampled_from(["drop", "double", "swap"]),
    first=st.integers(0, len(LINES) - 1),
    second=st.integers(0, len(LINES) - 1),
)
def test_lines_dropped_doubled_or_swapped_end_the_segment(kind: str, first: int, second: int) -> None:
    changed = list(LINES)
    if kind == "drop":
        del changed[first]
    elif kind == "double":
        changed.insert(first, changed[first])
    else:
        changed[first], changed[second] = changed[second], changed[first]
    found = read_segment("1", b"".join(changed))
    assert beginning(found, TRUTH)
    lost_its_tail = kind == "drop" and first == len(LINES) - 1
    untouched = changed == LINES
    assert isinstance(found, str) or bool(found.note) != (lost_its_tail or untouched)


def test_a_torn_last_line_and_a_damaged_one_are_told_apart() -> None:
    torn = good(read_segment("000001", WHOLE + LINES[-1][:20]))
    assert torn.edits == TRUTH.edits
    assert "the last" in torn.note
    damaged = good(read_segment("000001", WHOLE.replace(b"note 5", b"note X")))
    assert len(damaged.edits) == 5
    assert "those after it" in damaged.note


@settings(max_examples=1000 if SCALE else 200, deadline=None)
@given(st.binary(max_size=300))
def test_hostile_bytes_are_a_note(data: bytes) -> None:
    assert isinstance(read_segment("1", data), str)


def test_a_line_of_a_newer_version_is_not_passed_over() -> None:
    body = b'{"kind":"merge","seq":17,"prev":"' + TRUTH.hashes[-1].encode() + b'"}'
    line = journal_lines._hash(body).encode() + b" " + body + b"\n"
    with pytest.raises(NewerDocumentError):
        read_segment("1", WHOLE + line)
