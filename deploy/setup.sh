#!/bin/sh
# Make a virtual environment with the pinned packages. Usage: setup.sh VENV REQUIREMENTS
set -eu
cd "$(dirname "$0")/.."
venv=$1
requirements=$2
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Python 3.11 or newer is needed; PYTHON=/path/to/python names one." >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    deploy/debian-packages.sh python3-venv
fi
# WeasyPrint draws letters and forms with these.
if command -v dpkg >/dev/null 2>&1; then
    deploy/debian-packages.sh libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfribidi0
fi
if [ ! -x "$venv/bin/python" ]; then
    echo "Making $venv ..."
    "$python" -m venv "$venv"
fi
echo "Installing the pinned packages (about a minute the first time) ..."
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
