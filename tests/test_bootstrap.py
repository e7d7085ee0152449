from __future__ import annotations

from pathlib import Path

import pytest

from cxaudit.bootstrap import build_services, load_example, user_settings
from cxaudit.domain.errors import UnknownPackError
from cxaudit.domain.fields import Mode
from cxaudit.storage.folders import Folders


def test_the_services_are_real_and_write_nothing_by_themselves(tmp_path: Path) -> None:
    services = build_services(Folders.under(tmp_path))
    assert services.packs.newest().id == "cx-core"
    assert services.settings.load() == user_settings(Folders.under(tmp_path)).load()
    assert services.clock.now().tzinfo is not None
    assert services.documents_folder.is_relative_to(tmp_path)
    assert services.log_file.is_relative_to(tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UnknownPackError):
        services.packs.get("cx-core", "99.0.0")


@pytest.mark.parametrize("mode", ["full", "quick"])
def test_each_example_answers_every_question_of_its_audit(mode: Mode, tmp_path: Path) -> None:
    services = build_services(Folders.under(tmp_path))
    quick = load_example(services.packs, "nordlys-quick.toml")
    assessment, pack = services.load_example() if mode == "full" else quick
    assert mode == "quick" or pack == services.packs.newest()
    assert assessment.mode == mode
    assert {p.id for p in pack.asked(mode)} == set(assessment.answers)
    assert assessment.organisation
    assert assessment.date


def test_one_variable_moves_everything_that_the_program_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CXAUDIT_HOME", str(tmp_path))
    assert build_services().documents_folder.is_relative_to(tmp_path)
