#!/bin/sh
# Install the Debian packages that are missing; without root, say how. Usage: debian-packages.sh PACKAGE...
set -eu
missing=""
for package in "$@"; do
    case "$package" in
        chromium) command -v chromium >/dev/null 2>&1 && continue ;;
        gettext) command -v xgettext >/dev/null 2>&1 && continue ;;
        postgresql) ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && continue ;;
        nginx) command -v nginx >/dev/null 2>&1 && continue ;;
        *) dpkg -s "$package" >/dev/null 2>&1 && continue ;;
    esac
    missing="$missing $package"
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" != 0 ]; then
    echo "Missing packages. Run: sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
echo "Installing$missing ..."
apt-get update -qq
# shellcheck disable=SC2086 # a list of package names
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
