#!/bin/sh
# Every check that needs no test database. Stops at the first one that fails, after naming it.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
step() {
    printf '%s ... ' "$1"
    shift
    if output=$("$@" 2>&1); then echo ok; else echo FAILED; echo "$output"; exit 1; fi
}
step "ruff" $bin/ruff check .
step "ruff format" $bin/ruff format --check .
step "types" $bin/mypy
step "layers" $bin/lint-imports
step "templates" $bin/djlint --lint --quiet site/templates home services forms_flow
step "migrations" env DJANGO_SETTINGS_MODULE=alhuda.settings.test $bin/python manage.py makemigrations --check --dry-run
step "translations" env DJANGO_SETTINGS_MODULE=alhuda.settings.test $bin/python manage.py messages --check
step "deployment check" env DJANGO_SETTINGS_MODULE=alhuda.settings.production DEMO= THROTTLE= \
    SECRET_KEY="$(head -c 60 /dev/urandom | base64 | tr -d '\n')" \
    FIELD_KEYS="lint:$(head -c 32 /dev/urandom | base64)" INDEX_KEYS="lint:$(head -c 32 /dev/urandom | base64)" \
    SITE_ORIGIN=https://alhuda.example ALLOWED_HOSTS=alhuda.example \
    EMAIL_URL=smtp://127.0.0.1:25 DATABASE_URL=sqlite:///:memory: \
    $bin/python manage.py check --deploy --fail-level WARNING
