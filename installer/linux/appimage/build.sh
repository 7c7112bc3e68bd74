#!/usr/bin/env bash
# Makes the AppImage of a build: build.sh <build folder> <AppImage>
# The same sources, packages and SOURCE_DATE_EPOCH give the same file. APPIMAGE_RUNTIME names another type-2 runtime to
# put in front of the image, in the place of this project's own. HEKIM_SQUASHFS_LEVEL: zstd's, for a quick trial.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
build=$1 image=$2
umask 022
: "${SOURCE_DATE_EPOCH:=$(git -C "$here" log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
app=$place/AppDir

DESTDIR=$app cmake --install "$build" --prefix /usr --strip >/dev/null
rm -r "$app/etc" # the machine's policy stands in the machine's own /etc
"$here/collect.py" "$app"
ln -s usr/bin/hekim-asistani "$app/AppRun"
ln -s usr/share/applications/hekim-asistani.desktop "$app/hekim-asistani.desktop"
ln -s usr/share/icons/hicolor/scalable/apps/hekim-asistani.svg "$app/hekim-asistani.svg"
ln -s hekim-asistani.svg "$app/.DirIcon"

runtime=${APPIMAGE_RUNTIME:-}
if [ -z "$runtime" ]; then
    runtime=$place/runtime
    "$here/runtime.sh" "$runtime"
fi
# What a start reads most of is not compressed, as far as the file's size allows it.
plain=(usr/bin/hekim-asistani usr/libexec/hekim-asistani/hekim-asistani-desktop usr/lib/libQt6Core.so.6
    usr/lib/libQt6Gui.so.6)
printf -v uncompressed ' || pathname(%s)' "${plain[@]}"
# Blocks of 128 KiB: bigger ones make a smaller file that starts more slowly.
mksquashfs "$app" "$place/image" -root-owned -noappend -no-xattrs -no-progress -quiet \
    -comp zstd -Xcompression-level "${HEKIM_SQUASHFS_LEVEL:-19}" -b 128K \
    -action "uncompressed @ ${uncompressed# || }"
cp "$runtime" "$place/whole"
printf 'AI\002' | dd of="$place/whole" bs=1 seek=8 conv=notrunc status=none # type 2, in the ELF header's padding
cat "$place/image" >>"$place/whole"
chmod 755 "$place/whole"
mv "$place/whole" "$image"
