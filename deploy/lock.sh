#!/bin/sh
# Renew the pins with hashes. Nothing of this machine or of any package index goes into the files.
set -eu
cd "$(dirname "$0")/.."
flags="--quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --all-build-deps --no-header"
flags="$flags --no-emit-index-url --no-emit-find-links --no-emit-trusted-host"
compile() { # compile VENV OUTPUT EXTRA-FLAGS...
    venv=$1 output=$2
    shift 2
    # shellcheck disable=SC2086 # a list of flags
    "$venv/bin/python" -m piptools compile $flags --output-file "$output" "$@" pyproject.toml
    sed -i '1i # Made by `make lock` from pyproject.toml; do not edit.' "$output"
}
compile .venv requirements.txt
compile .venv requirements-dev.txt --extra dev --constraint requirements.txt
newer=$(deploy/newer-python.sh)
if [ -n "$newer" ]; then
    [ -d .venv-lock ] || "$newer" -m venv .venv-lock
    .venv-lock/bin/python -m pip install --quiet pip-tools
    echo "django>=6.1,<6.2" >var/django-6.1
    compile .venv-lock requirements-django61.txt --extra dev --constraint var/django-6.1
    sed -i '/-c var.django-6.1/d' requirements-django61.txt
else
    echo "No Python 3.12 or 3.13 here: requirements-django61.txt was left as it is." >&2
fi
