#!/bin/sh
# Runs a program under a session bus of its own with an unlocked gnome-keyring; privately.sh gives both their folders.
set -eu
[ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || HEKIM_INSIDE_KEYRING=yes exec dbus-run-session -- "$0" "$@"
# In the foreground, so that it ends with the bus and never outlives the test.
mkfifo "$XDG_RUNTIME_DIR/password"
gnome-keyring-daemon --unlock --foreground --components=secrets \
    <"$XDG_RUNTIME_DIR/password" >/dev/null 2>"$XDG_RUNTIME_DIR/keyring.log" &
daemon=$!
printf test >"$XDG_RUNTIME_DIR/password"
# The daemon is ready when the bus knows its name.
tries=0
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
    string:org.freedesktop.secrets 2>/dev/null | grep -q true; do
    tries=$((tries + 1))
    if [ "$tries" -gt 200 ]; then
        cat "$XDG_RUNTIME_DIR/keyring.log" >&2
        echo "the keyring did not start" >&2
        exit 70
    fi
    sleep 0.05
done
status=0
"$@" || status=$?
kill "$daemon" 2>/dev/null || true
exit "$status"
