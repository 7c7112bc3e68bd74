#!/usr/bin/env bash
# Runs a command in an environment of its own: fresh home, XDG and temporary folders; no display, session bus or language
# of the caller. CTest starts every test this way, so that tests run beside each other.
set -euo pipefail
# In memory where there is room and programs may be started: the audit trail waits for the disk at each line, and tests
# beside each other would queue for it.
memory=/dev/shm
if [ ! -w $memory ] || grep -q " $memory [^ ]* [^ ]*noexec" /proc/mounts ||
    [ "$(df --output=avail $memory | tail -n 1)" -lt 2000000 ]; then
    memory=/tmp
fi
place=$(mktemp -d $memory/hekim.XXXXXX)
trap 'rm -rf "$place" 2>/dev/null || { sleep 1; rm -rf "$place"; }' EXIT
trap 'exit 143' TERM INT
mkdir -m 700 "$place"/{home,config,data,state,cache,run}
# Else the windows of all tests, and the developer's own, would meet in the folder that the system keeps for the user.
touch "$place/run/hekim-asistani.own-session"
# As the system's own: tests run programs as another user, who must get as far as the temporary folder.
chmod 755 "$place"
mkdir "$place/tmp"
chmod 1777 "$place/tmp"
variables=(
    PATH="$PATH" LANG=C.UTF-8 HOME="$place/home" TMPDIR="$place/tmp" XDG_RUNTIME_DIR="$place/run"
    XDG_CONFIG_HOME="$place/config" XDG_DATA_HOME="$place/data" XDG_STATE_HOME="$place/state"
    XDG_CACHE_HOME="$place/cache" QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1
)
# Chromium refuses to start as root with its sandbox; no other user gets it without (rule S7).
if [ "$(id -u)" -eq 0 ]; then
    variables+=(QTWEBENGINE_DISABLE_SANDBOX=1)
fi
# What the sanitizers look for, how long a test has, and another language than usual with the place of its definition.
for passed in ASAN_OPTIONS QTEST_FUNCTION_TIMEOUT HEKIM_TEST_LOCALE LOCPATH; do
    [ -z "${!passed:-}" ] || variables+=("$passed=${!passed}")
done
if [ -n "${HEKIM_TEST_LOCALE:-}" ]; then
    variables+=(LC_ALL="$HEKIM_TEST_LOCALE")
fi
env -i "${variables[@]}" "$@" </dev/null
