#!/usr/bin/env bash
# The Debian package's life in a fresh Debian 12: installed with what it depends on, the main job by a normal user,
# upgraded, removed, purged; before and after, the file system is the same. deb_test.sh <folder of the packages>
# Called by with-root.sh.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
package=$(ls "$1"/hekim-asistani_*_amd64.deb)
changes=$(mktemp -d -p "$HEKIM_TEST_PLACE")
trap 'rm -rf --one-file-system "$changes"' EXIT

lintian --fail-on error "$package"

# A higher version of the same, to upgrade to.
mkdir -p "$changes/share"
dpkg-deb -R "$package" "$changes/newer"
sed -i 's/^Version: .*/&+upgrade/' "$changes/newer/DEBIAN/control"
dpkg-deb --root-owner-group -b "$changes/newer" "$changes/share/newer.deb" >/dev/null
rm -r "$changes/newer"
cp "$package" "$changes/share/hekim-asistani.deb"
cp -r "$HEKIM_TESTS" "$changes/share/tests"
chmod -R a+rX "$changes" "$changes/share"

inside() {
    HEKIM_BIND="$changes/share:/opt/test" "$here/root.sh" run "$HEKIM_TEST_PLACE/desktop" "$changes/system" "$@"
}
# Of what is compared: what apt, dpkg and caches of others write for themselves is theirs.
tree() {
    inside sh -c 'find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /run -o -path /opt/test \
        -o -path /var/lib/apt -o -path /var/cache -o -path /var/log -o -path /home/doctor -o -path "/var/lib/dpkg/*-old" \
        -o -path /var/lib/dpkg/status -o -path /var/lib/dpkg/lock\* -o -path /etc/ld.so.cache \) -prune -o -print | sort'
}
quietly() { inside "$@" >"$changes/log" 2>&1 </dev/null || { tail -n 20 "$changes/log" >&2; exit 1; }; }

quietly sh -c "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get satisfy -y -q --no-install-recommends \
    \"\$(dpkg-deb -f /opt/test/hekim-asistani.deb Depends)\""
tree >"$changes/before"

quietly dpkg -i /opt/test/hekim-asistani.deb
echo "  installed: $(inside hekim-asistani --version)"
inside grep -q 'x-scheme-handler/hekim-asistani=hekim-asistani.desktop' /usr/share/applications/mimeinfo.cache
inside /opt/test/tests/package/root.sh as doctor /opt/test/tests/desktop/with-desktop.sh \
    python3 /opt/test/tests/package/installed.py /usr/bin /usr/lib/x86_64-linux-gnu/

# The administrator's own files outlive an upgrade and a removal, without a question, and go with a purge.
inside sh -c 'printf "[environment]\nname=live\n" >/etc/hekim-asistani/policy.conf
    printf "[ui]\nlanguage=tr\n" >/etc/hekim-asistani/defaults.conf'
quietly dpkg -i /opt/test/newer.deb
inside sh -c 'grep -q name=live /etc/hekim-asistani/policy.conf && dpkg -s hekim-asistani | grep -q "^Version:.*+upgrade"'
code=0
inside /opt/test/tests/package/root.sh as doctor hekim-asistani --environment training || code=$?
[ "$code" -eq 3 ] || { echo "the policy does not count: $code" >&2; exit 1; }
echo "  upgraded, the policy kept"
quietly dpkg -r hekim-asistani
inside sh -c 'test -e /etc/hekim-asistani/policy.conf && ! test -e /usr/bin/hekim-asistani'
quietly dpkg -P hekim-asistani
tree >"$changes/after"
diff "$changes/before" "$changes/after" || { echo "the package left something behind or took something away" >&2; exit 1; }
echo "  removed and purged: nothing is left"
