#!/usr/bin/env bash
# Runs a command on a desktop of its own: an X server on a free display, a window manager, a session bus, the
# accessibility bus and an unlocked keyring. Nothing of the caller's session is seen or left behind.
set -euo pipefail

case "${HEKIM_DESKTOP_STAGE:-}" in
'')
    variables=(HEKIM_DESKTOP_STAGE=display HEKIM_SCREEN="${HEKIM_SCREEN:-1280x720}")
    for passed in QT_SCALE_FACTOR HEKIM_TEXT_SCALE; do # how screenshots are wanted
        [ -z "${!passed:-}" ] || variables+=("$passed=${!passed}")
    done
    exec "$(dirname "$0")/../support/privately.sh" env "${variables[@]}" "$0" "$@"
    ;;
display)
    export HEKIM_PLACE=${HOME%/*}
    xvfb=
    trap '[ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || :; wait' EXIT
    trap 'exit 143' TERM INT
    # -displayfd: the server takes a free number and tells it; reading the line waits until it takes connections.
    mkfifo "$HEKIM_PLACE/display"
    Xvfb -displayfd 3 -screen 0 "${HEKIM_SCREEN}x24" -nolisten tcp -noreset 3>"$HEKIM_PLACE/display" >/dev/null 2>"$HEKIM_PLACE/xvfb.log" &
    xvfb=$!
    read -r -t 30 number <"$HEKIM_PLACE/display" || { cat "$HEKIM_PLACE/xvfb.log" >&2; exit 1; }

    export DISPLAY=":$number" HEKIM_DESKTOP_STAGE=session XDG_CURRENT_DESKTOP=openbox QT_QPA_PLATFORM=xcb
    # The display driver caches shaders by threads of the lowest priority: on a busy machine a killed program lives on in
    # them for seconds, and its sockets too.
    export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=1 MESA_SHADER_CACHE_DISABLE=true
    status=0
    # The bus tells each activation on standard error; the command's own is kept apart from that.
    dbus-run-session -- "$0" "$@" 4>&2 2>"$HEKIM_PLACE/session.log" || status=$?
    exit "$status"
    ;;
esac

exec 2>&4 4>&-
openbox --sm-disable >/dev/null 2>&1 &
window_manager=$!
trap 'kill $window_manager 2>/dev/null || :' EXIT
printf 'desktop' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
"$@"
