"""Starts the window, or the command line where a verb is given.

Only what is needed is imported: the window loads no argument parser, the command line no Qt.
"""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from cxaudit.cli import VERBS
from cxaudit.i18n import _

NO_SCREEN = 3
NOT_WRITTEN = 4
STOPPED = 130
CHECK = "--check-window"
"""Opens the window, closes it as soon as it is painted: tells whether an installation works."""


def main() -> int:
    """Run `cxaudit`: with a verb or an option the command line, else the window. Return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        _use_utf8(stream)
    try:
        code = start(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:  # whoever reads the output has seen enough, as head has
        _discard_output()
        return 0
    except OSError as e:  # the disk behind the output is full, say; the files of verbs have errors of their own
        _discard_output()
        place = f" ({e.filename})" if e.filename else ""
        _say(_("Reading or writing failed: {reason}.").format(reason=f"{e.strerror or e}{place}"))
        return NOT_WRITTEN
    return code


def window() -> int:
    """Run `cxaudit-window`, which has no terminal: the window, with the document that is named, if any."""
    return open_window(sys.argv[1:2])


def start(arguments: list[str]) -> int:
    """Run the window where there are no arguments or one that is a file, else the command line."""
    if arguments == [CHECK]:
        return open_window([], check=True)
    if arguments and (arguments[0] in VERBS or len(arguments) > 1 or not _is_file(arguments[0])):
        return run_verb(arguments)
    return open_window(arguments)


def run_verb(arguments: list[str]) -> int:
    """Run one command of the command line."""
    from cxaudit.bootstrap import build_services  # noqa: PLC0415 - the help needs none
    from cxaudit.cli.main import main as run  # noqa: PLC0415 - the window needs no command line

    return run(arguments, build_services, sys.stdout, sys.stderr)


def open_window(arguments: list[str], *, check: bool = False) -> int:
    """Open the window, or say plainly why that cannot be."""
    if not has_screen():
        _say(_("There is no screen here, so the window cannot open."), _no_window_help())
        return NO_SCREEN
    try:
        gc.disable()  # nothing is to be collected before the first paint; the window turns it on again
        from cxaudit.ui import app  # noqa: PLC0415 - the command line loads no Qt
    except ImportError as e:
        if (e.name or "").startswith("cxaudit"):
            raise
        _say(_("The window cannot open: {reason}.").format(reason=e), _no_window_help())
        return NO_SCREEN
    from cxaudit.bootstrap import SystemClock, build_services, user_settings  # noqa: PLC0415 - as above

    path = Path(arguments[0]) if arguments else None
    return app.run(user_settings(), SystemClock(), build_services, path, check=check)


def has_screen() -> bool:
    """Return whether a window can be shown, as far as the environment tells."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except OSError:  # a name that is too long, say
        return False


def _no_window_help() -> str:
    return _("The command line does the same: see cxaudit --help.")


def _say(*words: str) -> None:
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison] - it is None without a terminal
        sys.stderr.write(f"{' '.join(words)}\n")


def _use_utf8(stream: TextIO | None) -> None:
    """Let every text be printed: whole in files and pipes, the same on every system; on a terminal as far as it can."""
    if isinstance(stream, TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _discard_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    sys.exit(main())
