#!/bin/sh
# Serve the demo: database, content, worker and server; Ctrl-C ends all of it. Usage: demo.sh PORT
set -eu
cd "$(dirname "$0")/.."
port=${1:-8000}
export DEMO=1 DJANGO_SETTINGS_MODULE=alhuda.settings.dev
export SITE_ORIGIN="${SITE_ORIGIN:-http://127.0.0.1:$port}"

.venv/bin/python manage.py migrate --verbosity 0
.venv/bin/python manage.py demo

worker="" server=""
stop() {
    trap - INT TERM EXIT
    # shellcheck disable=SC2086 # one or two process numbers
    kill $server $worker 2>/dev/null || true
    wait
}
trap 'stop; exit 0' INT TERM
trap stop EXIT

.venv/bin/python manage.py work &
worker=$!
.venv/bin/granian --interface wsgi --host 127.0.0.1 --port "$port" --workers 1 --blocking-threads 4 \
    --no-ws --log-level warning --workers-kill-timeout 3 alhuda.wsgi:application &
server=$!
echo
echo "  The site:    $SITE_ORIGIN/   and in English $SITE_ORIGIN/en/"
echo "  The staff:   $SITE_ORIGIN/staff/"
echo "  Stop with Ctrl-C."
echo
# Whichever ends first ends the other.
while kill -0 "$server" 2>/dev/null && kill -0 "$worker" 2>/dev/null; do
    sleep 1 &
    wait $! || true
done
