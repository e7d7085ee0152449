"""Files from before are read and never written; a copy is known as such, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command_line import CommandLine
from support.prework import audit_file, filled

from cxaudit.app.merge_files import ChosenFile, FileProblem, ReadFile, read_files
from cxaudit.app.ports import Services
from cxaudit.domain.errors import DamagedDocumentError, InputError

ANSWERS = 'mode = "quick"\n[answers.M1]\nlevel = {level}\n[answers.M2]\ndont_know = true\n'


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return CommandLine(tmp_path / "home").services()


def read(services: Services, *paths: Path) -> tuple[tuple[ReadFile, ...], tuple[FileProblem, ...]]:
    return read_files(services.read_audit, [ChosenFile(path, f"Person {k}") for k, path in enumerate(paths, 1)])


def answers_file(path: Path, level: int, note: str = "") -> Path:
    path.write_text(ANSWERS.format(level=level) + f'note = "{note}"\n', encoding="utf-8")
    return path


def test_documents_and_answers_files_are_read_and_keep_their_bytes(services: Services, tmp_path: Path) -> None:
    pack = services.packs.newest()
    paths = [audit_file(services, tmp_path / "a.cxaudit", filled(pack, 1)), answers_file(tmp_path / "b.toml", 4)]
    before = {path: path.read_bytes() for path in sorted(tmp_path.glob("*.*"))}
    found, problems = read(services, *paths)
    assert problems == ()
    assert [file.chosen.label for file in found] == ["Person 1", "Person 2"]
    assert [file.pack.content for file in found] == [pack.content] * 2
    assert {path: path.read_bytes() for path in sorted(tmp_path.glob("*.*"))} == before


def test_what_cannot_be_read_is_named_and_the_others_are_read(services: Services, tmp_path: Path) -> None:
    good = answers_file(tmp_path / "good.toml", 3)
    damaged = audit_file(services, tmp_path / "damaged.cxaudit", filled(services.packs.newest(), 1))
    damaged.write_bytes(damaged.read_bytes()[:-30] + b"x" * 30)
    wrong = answers_file(tmp_path / "wrong.toml", 7)
    found, problems = read(services, damaged, good, wrong, tmp_path / "gone.toml")
    assert [file.chosen.path for file in found] == [good]
    assert [(p.chosen.path.name, p.why) for p in problems] == [
        ("damaged.cxaudit", "cannot be read"),
        ("wrong.toml", "cannot be read"),
        ("gone.toml", "cannot be read"),
    ]
    assert [type(p.error) for p in problems] == [DamagedDocumentError, InputError, InputError]


def test_answers_files_are_known_by_what_they_hold(services: Services, tmp_path: Path) -> None:
    one = answers_file(tmp_path / "one.toml", 4)
    copy = answers_file(tmp_path / "copy of one.toml", 4)
    other, noted = answers_file(tmp_path / "other.toml", 5), answers_file(tmp_path / "noted.toml", 4, "mine")
    (a, b, c, d), _problems = read(services, one, copy, other, noted)
    assert a.known_as == b.known_as
    assert len({a.known_as, c.known_as, d.known_as}) == len({a.family, c.family, d.family}) == 3


def test_a_document_is_known_by_its_id_and_its_answers(services: Services, tmp_path: Path) -> None:
    pack = services.packs.newest()
    paths = [
        audit_file(services, tmp_path / f"{person}.cxaudit", filled(pack, person), audit_id="shared")
        for person in (1, 2)
    ]
    copy = tmp_path / "copy of 1.cxaudit"
    copy.write_bytes(paths[0].read_bytes())
    (a, b, c), _problems = read(services, *paths, copy)
    assert a.known_as == c.known_as != b.known_as
    assert a.family == b.family == c.family
    (d,), _none = read(services, audit_file(services, tmp_path / "d.cxaudit", filled(pack, 1)))
    assert d.family != a.family
