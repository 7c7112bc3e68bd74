#!/usr/bin/env bash
# Runs a command on a desktop of its own: an X server on a free display, a window manager, a session bus, the
# accessibility bus and an unlocked keyring. Nothing of the caller's session is seen or left behind.
set -euo pipefail

if [ "${HEKIM_DESKTOP_STAGE:-}" != session ]; then
    place=$(mktemp -d /tmp/hekim.XXXXXX)
    xvfb=
    finish() {
        [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || :
        wait 2>/dev/null || :
        rm -rf "$place" 2>/dev/null || { sleep 1; rm -rf "$place"; }
    }
    trap finish EXIT
    trap 'exit 143' TERM INT
    mkdir -p "$place"/{home,config,data,state,cache,tmp}
    mkdir -m 700 "$place/run"

    # -displayfd: the server takes a free number and tells it; reading the line waits until it takes connections.
    mkfifo "$place/display"
    Xvfb -displayfd 3 -screen 0 "${HEKIM_SCREEN:-1280x720}x24" -nolisten tcp -noreset 3>"$place/display" >/dev/null 2>"$place/xvfb.log" &
    xvfb=$!
    read -r -t 30 number <"$place/display" || { cat "$place/xvfb.log" >&2; exit 1; }

    variables=(
        PATH="$PATH" LANG=C.UTF-8 DISPLAY=":$number" HEKIM_DESKTOP_STAGE=session HEKIM_PLACE="$place"
        HOME="$place/home" TMPDIR="$place/tmp" XDG_RUNTIME_DIR="$place/run" XDG_CONFIG_HOME="$place/config"
        XDG_DATA_HOME="$place/data" XDG_STATE_HOME="$place/state" XDG_CACHE_HOME="$place/cache"
        XDG_CURRENT_DESKTOP=openbox QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
        NO_AT_BRIDGE=1 PYTHONDONTWRITEBYTECODE=1
    )
    # Chromium refuses to start as root with its sandbox; nobody but root gets it without (rule S7).
    if [ "$(id -u)" -eq 0 ]; then
        variables+=(QTWEBENGINE_DISABLE_SANDBOX=1)
    fi
    for passed in QT_SCALE_FACTOR HEKIM_TEXT_SCALE; do # how screenshots are wanted
        [ -z "${!passed:-}" ] || variables+=("$passed=${!passed}")
    done
    # A build with sanitizers is told by this what to look for.
    if [ -n "${ASAN_OPTIONS:-}" ]; then
        variables+=(ASAN_OPTIONS="$ASAN_OPTIONS")
    fi
    status=0
    # The bus tells each activation on standard error; the command's own is kept apart from that.
    env -i "${variables[@]}" dbus-run-session -- "$0" "$@" 4>&2 2>"$place/session.log" </dev/null || status=$?
    exit "$status"
fi

exec 2>&4 4>&-
openbox --sm-disable >/dev/null 2>&1 &
window_manager=$!
trap 'kill $window_manager 2>/dev/null || :' EXIT
printf 'desktop' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
"$@"
