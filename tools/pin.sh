#!/bin/sh
# Writes the pinned requirements anew. They hold versions only: no address of any package index.
set -eu
cd "$(dirname "$0")/.."
pin() {
  .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-emit-index-url --no-annotate \
    "$@" pyproject.toml
}
head='# Written by `make pins` out of pyproject.toml.'
{ echo "$head"; pin; } > requirements/user.txt.new
{ echo "$head"; pin --group dev scripts/pyproject.toml; } > requirements/dev.txt.new
mv requirements/user.txt.new requirements/user.txt
mv requirements/dev.txt.new requirements/dev.txt
