#!/bin/sh
# usage: debian_packages.sh run|test|package
# See that the Debian (or Ubuntu) packages that `make run`, `make test` or `make package` needs are there. As root it
# installs the missing ones; otherwise it prints the one line that does and fails. Other systems get a sentence.
set -eu

python=${PYTHON:-python3}

# One line of alternatives each: the first is installed if none is there.
for_qt="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
for_tests="xvfb xauth libreoffice-calc-nogui|libreoffice-calc python3-uno poppler-utils fonts-crosextra-carlito fonts-liberation strace"
# A browser looks at the packs; Ubuntu has none as a package, and the test says that it is skipped.
case "$(. "${OS_RELEASE:-/etc/os-release}" 2>/dev/null; echo "${ID:-}")" in
    ubuntu) ;;
    *) for_tests="$for_tests chromium-headless-shell|chromium" ;;
esac
for_package="binutils desktop-file-utils shared-mime-info xvfb xauth x11-apps x11-utils"

case "${1:-}" in
    run) wanted=$for_qt ;;
    test) wanted="$for_qt $for_tests" ;;
    package) wanted="$for_qt $for_package" ;;
    *) echo "usage: $0 run|test|package" >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    if [ "$1" = test ] && [ ! -e "${VENV:-.venv}/.ready" ]; then
        echo "Not Debian: the tests also want Xvfb, LibreOffice Calc (soffice), poppler (pdftotext) and Qt's libraries (EGL, GL, xkbcommon, fontconfig, xcb)." >&2
    fi
    exit 0
fi

missing=""
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    missing=python3-venv
fi
# PyInstaller takes Python's own library along, which Debian keeps in a package of its own
if [ "$1" = package ] && ! "$python" -c 'import ctypes, sysconfig; ctypes.CDLL(sysconfig.get_config_var("INSTSONAME"))' 2>/dev/null; then
    missing="$missing lib$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')"
fi
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' | awk '
    $1 == "installed" { sub(/^installed /, ""); gsub(/ \([^)]*\)/, ""); n = split($0, names, ", *"); for (i = 1; i <= n; i++) print names[i] }')
for choice in $wanted; do
    first=${choice%%|*}
    found=no
    for name in $(echo "$choice" | tr '|' ' '); do
        if printf '%s\n' "$installed" | grep -qxF "$name"; then found=yes; fi
    done
    if [ $found = no ]; then missing="$missing $first"; fi
done
missing=$(echo $missing)

if [ -z "$missing" ]; then exit 0; fi
if [ "$(id -u)" != 0 ]; then
    echo "Packages are missing. Run this, then make again: sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing" >&2
    exit 1
fi
echo "Installing $missing"
export DEBIAN_FRONTEND=noninteractive
apt="apt-get -q -o DPkg::Lock::Timeout=500 -o Acquire::Retries=3"
$apt update >/dev/null || echo "apt-get update failed; going on with the lists that are here." >&2
log=$(mktemp)
# shellcheck disable=SC2086  # words on purpose
if ! $apt install -y --no-install-recommends $missing >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
rm -f "$log"
