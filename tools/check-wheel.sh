#!/bin/sh
# Installs the wheel in dist/ into a clean environment and runs the program from there, away from the checkout.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$root/.venv/bin/python" -m venv "$place/env"
"$place/env/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$root/requirements/user.txt"
"$place/env/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "$root"/dist/cxaudit-*.whl
cp "$root/examples/nordlys-quick.toml" "$place/answers.toml"
cd "$place"
export CXAUDIT_HOME="$place/home"
env/bin/cxaudit --version
env/bin/cxaudit pack show cx-core >/dev/null
env/bin/cxaudit report answers.toml -o installed.pdf
head -c 5 installed.pdf | grep -q '%PDF-'
PYTHONHASHSEED=7 "$root/.venv/bin/python" -I -c "import sys; sys.path.insert(0, '$root'); sys.argv = ['cxaudit', 'report', 'answers.toml', '-o', 'checkout.pdf']; from cxaudit.__main__ import main; sys.exit(main())"
cmp installed.pdf checkout.pdf
QT_QPA_PLATFORM=offscreen env/bin/python -I -m cxaudit --check-window
echo "The installed program finds its packs, fonts and icons, and writes the same report as the checkout."
