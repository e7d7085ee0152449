from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import pack, practice

from cxaudit.app.answers_file import AnswersFile, read_answers
from cxaudit.app.answers_syntax import LARGEST, Kind
from cxaudit.domain.assessment import ActionState, Answer
from cxaudit.domain.errors import InputError, UnknownPackError
from cxaudit.domain.questionnaire import Pack

PACK = pack(
    [
        practice("mission.statement", "M1"),
        practice("mission.recall", "M2"),
        practice("mission.deep", "M3", quick=False),
        practice("journey-use.map", "J1", may_not_apply=True),
        practice("journey-use.use", "J2"),
    ]
)


class Shelf:
    """A library of the one pack, under the name of the default one too."""

    def newest(self, pack: str = "cx-core") -> Pack:
        return self.get(pack, "1.0.0")

    def get(self, pack: str, version: str) -> Pack:
        if pack not in {"cx-core", "test-pack"} or version != "1.0.0":
            raise UnknownPackError(pack, version, ("cx-core 1.0.0", "test-pack 1.0.0"))
        return PACK


def read(text: str | bytes, kind: Kind = "toml") -> AnswersFile:
    content = text.encode() if isinstance(text, str) else text
    return read_answers(content, kind, "answers", Shelf())


def mistakes(text: str | bytes, kind: Kind = "toml") -> dict[str, str]:
    """What is wrong with a file: by key path, what and how to mend it."""
    with pytest.raises(InputError) as caught:
        read(text, kind)
    assert len({p.where for p in caught.value.problems}) == len(caught.value.problems)
    return {p.where: f"{p.what} {p.mend}".strip() for p in caught.value.problems}


WHOLE = """
pack = "cx-core"
version = "1.0.0"
mode = "quick"
organisation = "  Nordlys Energi "
date = 2026-11-20
[targets]
journey-use = 3
mission = 5
J1 = 2
"mission.recall" = 1
[answers.J1]
not_applicable = "No journeys in this unit"
[answers.M1]
level = 4
evidence = "Pay policy v7, 2026-09-02 "
note = "two\\nlines"
[answers."mission.recall"]
dont_know = true
[answers.J2]
votes = [4, 4, "dk", "na", "-", 3]
agreed = 4
[actions.do-m1]
status = "accepted"
reason = "Later"
owner = "Ada"
due = 2027-01-31
[actions.do-j1]
due = "2027-02-01"
"""


def test_a_whole_file_is_read() -> None:
    found = read(WHOLE)
    assessment = found.assessment
    assert found.pack is PACK
    assert found.warnings == ()
    assert (assessment.pack, assessment.version, assessment.content) == ("test-pack", "1.0.0", PACK.content)
    assert (assessment.mode, assessment.organisation, assessment.date) == ("quick", "Nordlys Energi", "2026-11-20")
    assert assessment.targets == {"mission": 5, "journey-use": 3, "mission.recall": 1, "journey-use.map": 2}
    assert assessment.answers == {
        "mission.statement": Answer(level=4, evidence="Pay policy v7, 2026-09-02", note="two\nlines", quick=True),
        "mission.recall": Answer(dont_know=True, quick=True),
        "journey-use.map": Answer(not_applicable="No journeys in this unit", quick=True),
        "journey-use.use": Answer(votes=(4, 4, "dk", "na", "-", 3), agreed=4, quick=True),
    }
    assert assessment.actions == {
        "do-m1": ActionState(status="accepted", reason="Later", owner="Ada", due="2027-01-31"),
        "do-j1": ActionState(due="2027-02-01"),
    }


def test_json_says_the_same_as_toml() -> None:
    same = json.dumps(tomllib.loads(WHOLE), default=date.isoformat)
    assert read(same, "json").assessment == read(WHOLE).assessment


def test_the_order_in_a_file_does_not_matter() -> None:
    found = read(WHOLE).assessment
    assert list(found.answers) == ["mission.statement", "mission.recall", "journey-use.map", "journey-use.use"]
    assert list(found.targets) == ["mission", "journey-use", "mission.recall", "journey-use.map"]
    assert list(found.actions) == ["do-m1", "do-j1"]


def test_an_empty_file_is_a_full_audit_that_nobody_answered() -> None:
    found = read("").assessment
    assert (found.mode, found.organisation, found.date, found.answers) == ("full", "", None, {})


def test_a_byte_order_mark_is_accepted() -> None:
    assert read(b'\xef\xbb\xbfmode = "quick"').assessment.mode == "quick"
    assert read(b'\xef\xbb\xbf{"mode": "quick"}', "json").assessment.mode == "quick"


def test_answers_outside_the_mode_are_kept_and_named() -> None:
    found = read('mode = "quick"\n[answers.M3]\nlevel = 2')
    assert found.assessment.answers["mission.deep"].level == 2
    assert [w.where for w in found.warnings] == ["answers.M3"]
    assert "quick" in found.warnings[0].what
    assert read("[answers.M3]\nlevel = 2").warnings == ()


ONE_MISTAKE: Mapping[str, tuple[str, str, str]] = {
    "unknown key": ("organisaton = 'x'", "organisaton", "Did you mean organisation?"),
    "unknown key far from all": ("zzz = 1", "zzz", "Known here: pack, version"),
    "unknown mode": ("mode = 'Quick'", "mode", '"Quick" is not known here. Give one of "full", "quick".'),
    "mode of another type": ("mode = 1", "mode", "1 is not known here."),
    "organisation no text": ("organisation = 5", "organisation", "5 is not a text."),
    "organisation of two lines": ("organisation = 'a\\nb'".replace("'", '"'), "organisation", "one line"),
    "organisation too long": (f"organisation = '{'x' * 501}'", "organisation", "501 characters; 500"),
    "evidence too long": (f"[answers.M1]\nlevel=4\nevidence='{'x' * 20_001}'", "answers.M1.evidence", "20000"),
    "date with a time": ("date = 2026-11-20T10:00:00", "date", "is not a date"),
    "date in words": ("date = '20 November'", "date", "2026-11-20"),
    "date without dashes": ("date = '20261120'", "date", "is not a date"),
    "date that is none": ("date = '2026-02-30'", "date", "is not a date"),
    "date a number": ("date = 2026", "date", "2026 is not a date"),
    "unknown pack": ("pack = 'other'", "pack", '"other" is not published here. Published here: cx-core 1.0.0'),
    "unknown version": ("version = '9.0.0'", "version", '"9.0.0" is not published here.'),
    "version of unknown pack": ("pack = 'other'\nversion = '1.0.0'", "pack", "not published"),
    "pack no text": ("pack = true", "pack", "true is not a text."),
    "pack empty": ("pack = ''", "pack", "not published"),
    "version no text": ("version = 1.0", "version", "1.0 is not a text."),
    "answers no table": ("answers = [1]", "answers", "A table is expected here, not a list."),
    "answer no table": ("[answers]\nM1 = 4", "answers.M1", "not 4. Write [answers.H3]"),
    "unknown code": ("[answers.M9]\nlevel = 1", "answers.M9", "No practice has this code or id. The codes are M1, M2"),
    "code in small letters": ("[answers.m2]\nlevel = 1", "answers.m2", "Did you mean M2?"),
    "code far from all": ("[answers.QQQQ]\nlevel = 1", "answers.QQQQ", "The codes are M1, M2"),
    "id misspelt": ("[answers.'mission.recal']\nlevel = 1", 'answers."mission.recal"', "mission.recall?"),
    "id without quotes": (
        "[answers.mission.recall]\nlevel = 1",
        "answers.mission",
        'quotes, as in "mission.statement"',
    ),
    "code and id": (
        "[answers.M2]\nlevel = 1\n[answers.'mission.recall']\nlevel = 1",
        'answers."mission.recall"',
        "the same practice as answers.M2. Keep one",
    ),
    "no state": ("[answers.M1]\nnote = 'x'", "answers.M1", "here is none of them"),
    "two states": ("[answers.M1]\nlevel = 1\ndont_know = true", "answers.M1", "here is level, dont_know"),
    "unknown key of an answer": ("[answers.M1]\nlevel = 1\nnotes = ''", "answers.M1.notes", "Did you mean note?"),
    "level too high": (
        "[answers.M1]\nlevel = 6",
        "answers.M1.level",
        "6 is not a level. Give a whole number from 1 to 5",
    ),
    "level too low": ("[answers.M1]\nlevel = 0", "answers.M1.level", "0 is not a level"),
    "level true": ("[answers.M1]\nlevel = true", "answers.M1.level", "true is not a level"),
    "level with a fraction": ("[answers.M1]\nlevel = 4.0", "answers.M1.level", "4.0 is not a level"),
    "level in quotes": ("[answers.M1]\nlevel = '4'", "answers.M1.level", '"4" is not a level'),
    "level huge": (f"[answers.M1]\nlevel = 0x{'f' * 5000}", "answers.M1.level", "a very large number is not a level"),
    "level a table": ("[answers.M1.level]", "answers.M1.level", "a table is not a level"),
    "dont_know false": ("[answers.M1]\ndont_know = false", "answers.M1.dont_know", "Write true"),
    "dont_know 1": ("[answers.M1]\ndont_know = 1", "answers.M1.dont_know", "Write true"),
    "not applicable where it must apply": (
        "[answers.M1]\nnot_applicable = 'x'",
        "answers.M1.not_applicable",
        "everybody",
    ),
    "not applicable without a reason": ("[answers.J1]\nnot_applicable = ' '", "answers.J1.not_applicable", "reason"),
    "not applicable true": ("[answers.J1]\nnot_applicable = true", "answers.J1.not_applicable", "true is not a text"),
    "votes no list": ("[answers.M1]\nvotes = 4", "answers.M1.votes", "4 is not a list of votes"),
    "votes empty": ("[answers.M1]\nvotes = []", "answers.M1.votes", "0 votes"),
    "too many votes": (f"[answers.M1]\nvotes = [{'1,' * 1001}]", "answers.M1.votes", "1001 votes"),
    "vote unknown": ("[answers.M1]\nvotes = [1, 'DK']", "answers.M1.votes[2]", '"DK" is not a vote'),
    "vote true": ("[answers.M1]\nvotes = [true]", "answers.M1.votes[1]", "true is not a vote"),
    "vote too high": ("[answers.M1]\nvotes = [6]", "answers.M1.votes[1]", "6 is not a vote"),
    "agreed without votes": ("[answers.M1]\nlevel = 1\nagreed = 1", "answers.M1.agreed", "goes with votes"),
    "agreed too high": ("[answers.M1]\nvotes = [1]\nagreed = 6", "answers.M1.agreed", "6 is not a level"),
    "targets no table": ("targets = 4", "targets", "A table is expected"),
    "target of nothing": ("[targets]\nmision = 4", "targets.mision", "Did you mean mission?"),
    "target too high": ("[targets]\nmission = 6", "targets.mission", "6 is not a level"),
    "target of a practice too high": ("[targets]\nM1 = 6", "targets.M1", "6 is not a level"),
    "target id without quotes": ("[targets]\nmission.recall = 3", "targets.mission", "in quotes"),
    "target by code and id": ("[targets]\n'mission.recall' = 3\nM2 = 3", "targets.M2", "the same practice"),
    "unknown action": ("[actions.do-m9]", "actions.do-m9", "No action has this id. Did you mean do-m"),
    "unknown action far from all": ("[actions.zzzzzz]", "actions.zzzzzz", "No action has this id."),
    "action no table": ("[actions]\ndo-m1 = 'done'", "actions.do-m1", "A table is expected"),
    "unknown status": ("[actions.do-m1]\nstatus = 'closed'", "actions.do-m1.status", '"open", "done", "accepted"'),
    "accepted without a reason": ("[actions.do-m1]\nstatus = 'accepted'", "actions.do-m1.reason", "needs a reason"),
    "due no date": ("[actions.do-m1]\ndue = 'soon'", "actions.do-m1.due", '"soon" is not a date'),
    "unknown key of an action": ("[actions.do-m1]\nowners = 'x'", "actions.do-m1.owners", "Did you mean owner?"),
    "toml syntax": ("mode = 'quick'\nversion = = 1", "line 2, column 11", "Invalid value"),
    "toml that ends too soon": ("mode = 'quick'\n[answers", "line 2", "Expected"),
    "toml key twice": ("mode = 'quick'\nmode = 'full'", "line 2", "given twice"),
    "toml nested deeply": ("a = " + "[" * 5000, "file", "nested too deeply"),
    "a number of many digits": ("a = " + "9" * 5000, "file", "too many digits"),
}


@pytest.mark.parametrize("name", ONE_MISTAKE)
def test_a_mistake_is_told_with_its_place_and_cure(name: str) -> None:
    text, where, told = ONE_MISTAKE[name]
    found = mistakes(text)
    assert list(found) == [where]
    assert told in found[where]


@pytest.mark.parametrize(
    ("text", "where", "told"),
    [
        ('{"mode": "quick", "mode": "full"}', "mode", "twice"),
        ('{"answers": {"M1": {"level": 1, "level": 2}}}', "answers.M1.level", "twice"),
        ('{"answers": [{"a": 1, "a": 2}]}', "answers[1].a", "twice"),
        ('{"mode": \n "quick" 1}', "line 2, column 10", "delimiter"),
        ("[]", "file", "one object"),
        ("[" * 100_000, "file", "nested too deeply"),
        ('{"a": ' + "9" * 5000 + "}", "file", "too many digits"),
        ('{"mode": NaN}', "mode", "nan is not known"),
        ('{"date": null}', "date", "null is not a date"),
        ('{"organisation": "\\ud800"}', "organisation", "half a character"),
    ],
)
def test_a_mistake_in_json_is_told_with_its_place(text: str, where: str, told: str) -> None:
    found = mistakes(text, "json")
    assert list(found) == [where]
    assert told in found[where]


def test_every_mistake_is_told_at_once() -> None:
    text = """
        version = "2.0.0"
        mode = "quik"
        date = 1
        [targets]
        mission = 9
        [answers.M1]
        level = 7
        evidence = 3
        [answers.M2]
        levl = 2
        [actions.do-m1]
        status = "accepted"
        reason = 3
    """
    assert list(mistakes(text)) == [
        "version",
        "mode",
        "date",
        "targets.mission",
        "answers.M1.level",
        "answers.M1.evidence",
        "answers.M2.levl",
        "answers.M2",
        "actions.do-m1.reason",
    ]


def test_a_text_that_is_not_utf8_is_told_with_its_line() -> None:
    assert list(mistakes(b'mode = "quick"\norganisation = "\xe6"')) == ["line 2"]
    assert "UTF-8" in mistakes('mode = "quick"'.encode("utf-16"))["line 1"]


def test_a_file_that_is_too_large_is_not_parsed() -> None:
    assert "2000000" in mistakes(b"#" * (LARGEST + 1))["file"]
    assert read(b"#" * LARGEST).assessment.answers == {}


def test_keys_that_would_take_minutes_to_read_are_refused() -> None:
    assert "dotted" in mistakes("a." * 900_000 + "a = 1")["file"]
    assert read(f"[answers.M1]\nlevel = 3\nnote = '{'.' * 3000}'").assessment.answers["mission.statement"].level == 3


def test_a_flood_of_mistakes_is_told_whole_without_guesses() -> None:
    found = mistakes("\n".join(f"mod{i} = 1" for i in range(3000)))
    assert len(found) == 3000
    assert "mean" in found["mod1"]
    assert "mean" not in found["mod2999"]


def test_a_key_is_shown_so_that_it_can_be_found() -> None:
    assert list(mistakes('{"a b\\n\\udfff": 1}', "json")) == ['"a b\\n?"']
    assert list(mistakes(f'"{"k" * 100}" = 1')) == [f'"{"k" * 60}..."']


@given(st.binary(max_size=300), st.sampled_from(["toml", "json"]))
def test_any_bytes_are_read_or_refused(content: bytes, kind: Kind) -> None:
    try:
        read(content, kind)
    except InputError as e:
        assert e.problems  # noqa: PT017 - either outcome is right


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
TOP = ("pack", "version", "mode", "organisation", "date", "targets", "answers", "actions")
INNER = ("level", "dont_know", "not_applicable", "votes", "agreed", "evidence", "status", "reason", "due")
KEYS = st.sampled_from((*TOP, *INNER, "M1", "J1", "mission", "mission.recall", "do-m1"))
FILES = st.recursive(VALUES, lambda inner: st.dictionaries(KEYS, inner, max_size=5), max_leaves=20)


@given(st.dictionaries(KEYS, FILES, max_size=6))
def test_any_values_are_read_or_refused(values: dict[str, object]) -> None:
    try:
        read(json.dumps(values), "json")
    except InputError as e:
        assert e.problems  # noqa: PT017 - either outcome is right
