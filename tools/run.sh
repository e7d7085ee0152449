#!/bin/sh
# Opens the program; without a screen, runs the audit of the answers file $1 through the command line instead.
set -eu
if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  echo "There is no screen here, so the window cannot open. The same audit, by the command line, on $1:"
  echo
  .venv/bin/python -m cxaudit score "$1"
  echo
  mkdir -p build
  .venv/bin/python -m cxaudit report "$1" -o "build/$(basename "$1" .toml).pdf"
else
  exec .venv/bin/python -m cxaudit
fi
