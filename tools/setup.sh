#!/bin/sh
# Sets up .venv with the pinned dependencies, and the system libraries that Qt needs. Run by `make`; safe to run again.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
is_root() { [ "$(id -u)" = 0 ]; }
has_apt() { command -v apt-get >/dev/null 2>&1; }

# install_or_tell WHY PACKAGE...: as root with apt it installs; otherwise it prints the exact command.
install_or_tell() {
  why=$1; shift
  if is_root && has_apt; then
    say "$why Installing: $*"
    apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
  else
    say "$why Type this, then run make again:"
    if has_apt; then say "    sudo apt-get install $*"
    elif command -v dnf >/dev/null 2>&1; then say "    sudo dnf install mesa-libGL mesa-libEGL libxkbcommon-x11 fontconfig dbus-libs xcb-util-cursor xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil"
    elif command -v pacman >/dev/null 2>&1; then say "    sudo pacman -S libgl libxkbcommon-x11 fontconfig dbus xcb-util-cursor xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil"
    else say "    (with your system's package tool) $*"
    fi
    return 1
  fi
}

find_python() {
  for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
    if command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      printf '%s' "$name"; return 0
    fi
  done
  say 'cxaudit needs Python 3.11 or later, and none was found. Install it, or set PYTHON to its path.'
  return 1
}

make_environment() {
  [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 && return 0
  python=$(find_python)
  if ! "$python" -c 'import ensurepip' >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    install_or_tell 'Python lacks its venv module.' "$version" || exit 1
  fi
  "$python" -m venv .venv
}

# What Qt cannot find, over its own libraries and the plugin that talks to the screen; nothing on systems without ldd.
missing_libraries() {
  command -v ldd >/dev/null 2>&1 || return 0
  qt=$(.venv/bin/python -c 'import pathlib, PySide6; print(pathlib.Path(PySide6.__file__).parent)')
  for file in "$qt"/QtWidgets*.so "$qt"/Qt/plugins/platforms/libqxcb.so "$qt"/Qt/plugins/platforms/libqoffscreen.so; do
    [ -e "$file" ] && ldd "$file" 2>/dev/null | awk '/not found/ { print $1 }'
  done | sort -u
}

check_qt() {
  [ "$(uname -s)" = Linux ] || return 0
  lost=$(missing_libraries)
  [ -z "$lost" ] && return 0
  # shellcheck disable=SC2086 # one word a package
  install_or_tell "Qt misses system libraries: $(echo $lost)." $QT_PACKAGES && return 0
  # Without a screen the plugin for it is not needed; then it is enough that the module can be imported.
  .venv/bin/python -c 'import PySide6.QtWidgets' >/dev/null 2>&1 && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

QT_PACKAGES="libgl1 libegl1 libglib2.0-0 libfontconfig1 libfreetype6 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 libx11-xcb1 \
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 \
libxcb-sync1 libxcb-xfixes0 libxcb-xkb1"

make_environment
.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements/dev.txt
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable ./scripts
check_qt
touch .venv/ready
