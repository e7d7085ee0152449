"""Monitors that are plugged in, pulled out and changed while the program runs, without any.

Qt's platform without a screen takes a list of monitors as JSON. Later lists go through the same door inside Qt, which
is reached by its address: on Linux only.
"""

from __future__ import annotations

import ctypes
import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray
from support.program import settle

CAN_CHANGE = sys.platform == "linux"

_BEFORE_RESOURCE = 12
"""Virtual methods of QObject, after which that for resources comes."""


@dataclass(frozen=True, slots=True)
class Monitor:
    name: str
    x: int
    width: int
    height: int
    scale: float = 1.0


LAPTOP = Monitor("laptop", 0, 1366, 768, 1.25)
PROJECTOR = Monitor("projector", 1366, 1920, 1080)
SECOND_HALL = replace(PROJECTOR, name="second hall", width=1280, height=720)


def as_json(*there: Monitor) -> dict[str, Any]:
    screens = [
        {
            "name": one.name,
            "x": one.x,
            "y": 0,
            "width": one.width,
            "height": one.height,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": one.scale,
        }
        for one in there
    ]
    return {"synchronousWindowSystemEvents": True, "windowFrameMargins": False, "screens": screens}


def platform(folder: Path, *there: Monitor) -> str:
    """The value of QT_QPA_PLATFORM that begins with these monitors."""
    path = folder / "monitors.json"
    path.write_text(json.dumps(as_json(*there)), encoding="utf-8")
    return f"offscreen:configfile={path}"


class Plugs:
    """Changes what is plugged in."""

    def __init__(self) -> None:
        libraries = Path(PySide6.__file__).parent / "Qt" / "lib"
        gui, core = (ctypes.CDLL(str(libraries / f"libQt6{name}.so.6")) for name in ("Gui", "Core"))
        native = gui._ZN15QGuiApplication23platformNativeInterfaceEv
        native.restype = ctypes.c_void_p
        self._native = native()
        table = ctypes.cast(ctypes.c_void_p.from_address(self._native), ctypes.POINTER(ctypes.c_void_p))
        resource = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(table[_BEFORE_RESOURCE])
        name = QByteArray(b"setConfiguration")  # kept until the call is over
        found = resource(self._native, _address(name))
        self._change = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(found)
        self._read = core._ZN13QJsonDocument8fromJsonERK10QByteArrayP15QJsonParseError
        self._read.argtypes, self._read.restype = [ctypes.c_void_p] * 3, None
        self._whole = core._ZNK13QJsonDocument6objectEv
        self._whole.argtypes, self._whole.restype = [ctypes.c_void_p] * 2, None

    def now(self, *there: Monitor) -> None:
        """Let these monitors be there, and let the program notice."""
        text = QByteArray(json.dumps(as_json(*there)).encode())
        document, found = (ctypes.c_void_p * 8)(), (ctypes.c_void_p * 8)()
        self._read(ctypes.addressof(document), _address(text), None)
        self._whole(ctypes.addressof(found), ctypes.addressof(document))
        self._change(ctypes.addressof(found), self._native)
        settle()


def _address(thing: QByteArray) -> int:
    return shiboken6.getCppPointer(thing)[0]
