#!/bin/sh
# Runs a program under a private session bus with an unlocked gnome-keyring; nothing of the user's own keyring is touched.
set -eu
if [ "${HEKIM_INSIDE_KEYRING:-}" != yes ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    mkdir -m 700 "$folder/run" "$folder/data" "$folder/config" "$folder/cache" "$folder/home"
    # Not exec: the folder is removed when the bus and the daemon have ended.
    HEKIM_INSIDE_KEYRING=yes HOME="$folder/home" XDG_RUNTIME_DIR="$folder/run" XDG_DATA_HOME="$folder/data" \
        XDG_CONFIG_HOME="$folder/config" XDG_CACHE_HOME="$folder/cache" GNOME_KEYRING_CONTROL= \
        dbus-run-session -- "$0" "$@"
    exit $?
fi
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
