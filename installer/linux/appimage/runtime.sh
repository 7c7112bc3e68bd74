#!/bin/sh
# Builds the AppImage's runtime: runtime.sh <file>
# Static, so that it runs wherever the kernel does. The linker's remark on dlopen is kept quiet: it is about libfuse3's
# module loader, which is never called.
set -eu
here=$(dirname "$(readlink -f "$0")")
remarks=$(cc -O2 -Wall -Wextra -Wshadow -Werror -static -ffunction-sections -fdata-sections -Wl,--gc-sections -s -o "$1" \
    "$here/runtime.c" "$here/unpack.c" "$here/mount.c" -lsquashfuse_ll -lsquashfuse -lfuse3 -lzstd -lpthread 2>&1) ||
    { echo "$remarks" >&2; exit 1; }
