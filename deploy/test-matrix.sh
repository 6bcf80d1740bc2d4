#!/bin/sh
# The suite again: Django 6.1 with a newer Python when one is here, and PostgreSQL started for the occasion.
set -eu
cd "$(dirname "$0")/.."

newer=$(deploy/newer-python.sh)
if [ -n "$newer" ]; then
    PYTHON=$newer deploy/setup.sh .venv-django61 requirements-django61.txt
    .venv-django61/bin/python -m pytest -n 2 -m "not e2e"
else
    echo "No Python 3.12 or 3.13 here: the run on Django 6.1 is left out." >&2
fi

deploy/debian-packages.sh postgresql
bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | tail -n 1)")
folder=$(mktemp -d)
run=""
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
    chown postgres "$folder"
    run="runuser -u postgres --"
fi
port=54329
# shellcheck disable=SC2064 # the folder is known now
trap "$run $bin/pg_ctl -D $folder/data -m fast stop >/dev/null 2>&1 || true; rm -rf $folder" EXIT INT TERM
$run "$bin/initdb" -D "$folder/data" -U alhuda -A trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
$run "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
    -o "-c listen_addresses=127.0.0.1 -p $port -k $folder -c fsync=off" start >/dev/null
DATABASE_URL="postgres://alhuda@127.0.0.1:$port/postgres" .venv/bin/python -m pytest -n 2 -m "not e2e"
