#!/usr/bin/env bash
# Runs a test of a package in a Debian 12 of its own without Qt: with-root.sh <test> <folder of the packages>
# HEKIM_TEST_ROOT is where that system is kept between runs.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
test=$1 packages=$(readlink -f "$2")
if [ "$(id -u)" -ne 0 ]; then
    echo "$test: skipped, since only root can set a system of its own up (as root: ./dev package --test)"
    exit 77
fi
place=${HEKIM_TEST_ROOT:-/var/tmp/hekim-package-test}
mkdir -p "$place"
# What a desktop has, and what drives it. None of it brings Qt along.
"$here/root.sh" make "$place/desktop" \
    xvfb xauth openbox xdotool x11-utils imagemagick dbus dbus-x11 gnome-keyring libsecret-tools at-spi2-core python3-pyatspi python3-dbus \
    procps util-linux libgl1 libegl1 libopengl0 libglx0 libgl1-mesa-dri libfontconfig1 libfreetype6 libglib2.0-0 libx11-xcb1 \
    libice6 libsm6 libasound2 fonts-noto-core fuse3 xdg-utils desktop-file-utils ca-certificates
if [ -n "$(find "$place/desktop/usr/lib" -name 'libQt*' -print -quit)" ]; then
    echo "$place/desktop: there is a Qt in it" >&2
    exit 1
fi
export HEKIM_TEST_PLACE=$place HEKIM_TESTS=${here%/*}
exec "$here/${test}_test.sh" "$packages"
