"""Where the program keeps its own files on this computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "CXAUDIT_HOME"
"""Set to a folder, it holds everything that the program keeps: for tests, and for a program on a stick."""

_NAME = "cxaudit"


@dataclass(frozen=True, slots=True)
class Folders:
    """`data` holds journals, backups and locks and never leaves this computer; `config` the settings.

    `documents` is where a new audit is kept unless another place is chosen.
    """

    data: Path
    config: Path
    documents: Path

    @classmethod
    def standard(cls) -> Folders:
        """Return the folders that the system gives to programs, or those under CXAUDIT_HOME."""
        home = os.environ.get(HOME_VARIABLE, "")
        if home:
            return cls.under(Path(home).absolute())
        import platformdirs  # noqa: PLC0415 - it takes as long to load as all settings take to read

        return cls(
            data=platformdirs.user_data_path(_NAME, appauthor=False),
            config=platformdirs.user_config_path(_NAME, appauthor=False),
            documents=platformdirs.user_documents_path() / _NAME,
        )

    @classmethod
    def under(cls, home: Path) -> Folders:
        """Return the folders that lie in one place of the caller's choice."""
        return cls(data=home / "data", config=home / "config", documents=home / "documents")

    @property
    def journals(self) -> Path:
        """Return the folder that holds one folder of journal segments for each document."""
        return self.data / "journals"

    @property
    def backups(self) -> Path:
        """Return the folder that holds one folder of backups for each document."""
        return self.data / "backups"

    @property
    def ballots(self) -> Path:
        """Return the folder of votes that were given and not revealed; no copy of them lies elsewhere."""
        return self.data / "ballots"

    @property
    def locks(self) -> Path:
        """Return the folder of locks."""
        return self.data / "locks"

    @property
    def log_file(self) -> Path:
        """Return where a crash is written."""
        return self.data / "cxaudit.log"


def path_key(path: Path) -> str:
    """Return a path as text by which two ways to the same place compare equal, links followed."""
    return os.path.normcase(os.path.realpath(path)).encode("utf-8", "replace").decode()
