#!/usr/bin/env bash
# Runs a command as an ordinary user where root calls, since root's engine has no sandbox and root may look into everything.
# Answers 77 (skipped) where that user cannot enter the build or has no user namespaces for the sandbox.
set -euo pipefail
[ "$(id -u)" -eq 0 ] || exec "$@"
nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
nobody test -r "$1" || { echo "skipped: another user cannot read $1"; exit 77; }
nobody unshare --user true 2>/dev/null || { echo "skipped: no user namespaces here"; exit 77; }
exec setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/tmp TMPDIR=/tmp "$@"
