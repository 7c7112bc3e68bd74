#!/usr/bin/env bash
# A payload for tests of the MSI: stubpayload.sh <folder> <version, three numbers>. See stubprogram.c.
# Real Windows programs come from installer/windows/build.ps1: no Windows build of Qt WebEngine can be made on Linux.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
folder=$1 version=$2
mkdir -p "$folder/resources"
compiler=x86_64-w64-mingw32
x86_64-w64-mingw32-windres "-DSTUB_VERSION=${version//./,},0" "$here/stubprogram.rc" "$folder/stub.o"
cc=$(command -v $compiler-gcc-posix || command -v $compiler-gcc)
for program in hekim-asistani hekim-asistani-desktop hekim-asistani-setup hekim-asistani-training; do
    "$cc" -Os -s -Wall -Werror -o "$folder/$program.exe" "$here/stubprogram.c" "$folder/stub.o"
done
rm "$folder/stub.o"
printf 'stub %s\n' "$version" >"$folder/resources/stub with a long name.pak"
