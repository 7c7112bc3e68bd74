#!/usr/bin/env bash
# The AppImage as a normal user where there is no Qt, mounted and unpacked: appimage_test.sh <folder of the packages>
# Called by with-root.sh.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
image=$(ls "$1"/*.AppImage)
limit=$((125 * 1000 * 1000))

[ "$(stat -c %s "$image")" -le "$limit" ] || { echo "$image is bigger than 125 MB" >&2; exit 1; }

# Both by a bind: the packages would otherwise be copied.
share=$(mktemp -d)
changes=$(mktemp -d -p "$HEKIM_TEST_PLACE")
trap 'rm -rf "$share"; rm -rf --one-file-system "$changes"' EXIT
mkdir "$share/bin"
cp -r "$HEKIM_TESTS" "$share/tests"
cp "$image" "$share/bin/hekim-asistani"
chmod -R a+rX "$share"

mainjob() {
    HEKIM_BIND="$share:/opt/test" "$here/root.sh" run "$HEKIM_TEST_PLACE/desktop" "$changes/$1" \
        /opt/test/tests/package/root.sh as doctor /opt/test/tests/desktop/with-desktop.sh \
        env HEKIM_EXPECT="$1" python3 /opt/test/tests/package/installed.py /opt/test/bin appimage
}
echo "AppImage, mounted through FUSE:"
mainjob mounted
echo "AppImage, unpacked where there is no FUSE:"
HEKIM_FUSE=no mainjob unpacked
