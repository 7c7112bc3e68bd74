#!/bin/bash
# Runs a test beside a systemd-journald of its own, in a mount namespace: its /run and /dev are nobody else's.
# Exit code 77 (skipped) where that cannot be: it needs root and systemd's journald.
set -euo pipefail

journald=/lib/systemd/systemd-journald
if [ "${HEKIM_INSIDE_JOURNAL:-}" != yes ]; then
    if [ "$(id -u)" != 0 ] || [ ! -x "$journald" ] || ! command -v journalctl >/dev/null ||
        ! unshare --mount true 2>/dev/null; then
        echo "needs root, mount namespaces and systemd-journald: skipped"
        exit 77
    fi
    HEKIM_INSIDE_JOURNAL=yes exec unshare --mount "$0" "$@"
fi

mount --make-rprivate /
mount -t tmpfs tmpfs /run
mkdir -p /run/dev /run/systemd/journal /run/log
for node in null zero full random urandom; do
    touch "/run/dev/$node"
    mount --bind "/dev/$node" "/run/dev/$node"
done
ln -s /proc/self/fd /run/dev/fd
ln -s /run/systemd/journal/dev-log /run/dev/log
mkdir /run/dev/shm
mount --rbind /run/dev /dev
if [ -e /etc/machine-id ]; then
    echo 0123456789abcdef0123456789abcdef >/run/machine-id
    mount --bind /run/machine-id /etc/machine-id
fi

"$journald" 2>/run/journald.err &
pid=$!
trap 'kill "$pid" 2>/dev/null || true; wait "$pid" || true' EXIT
for _ in $(seq 100); do
    # The socket comes first, and stays where it then ends: for want of control groups, as in a bare root.
    [ -n "$(ls /run/log/journal 2>/dev/null)" ] && break
    kill -0 "$pid" 2>/dev/null || { cat /run/journald.err; echo "journald does not run here: skipped"; exit 77; }
    sleep 0.1
done
"$@"
