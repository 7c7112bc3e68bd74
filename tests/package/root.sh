#!/usr/bin/env bash
# A Debian 12 (or HEKIM_SUITE: trixie is 13) of its own in a folder, for tests of packages. Needs root.
#   root.sh make <folder> [package…]      a minimal system with these packages; kept as it is where it stands already
#   root.sh run <folder> <changes> <command…>   runs a command in it. What it changes goes into the folder <changes> and
#                                         nothing into the system itself; mounts and processes end with the command.
#   root.sh as <user> <command…>          inside: as a user with a fresh environment
# HEKIM_FUSE=no leaves /dev/fuse out. HEKIM_BIND=a:b shows the host's folder a, read-only, as b.
set -euo pipefail

make() {
    local root=$1
    shift
    [ ! -e "$root/.complete" ] || return 0
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase "${HEKIM_SUITE:-bookworm}" "$root" >"$root.log" 2>&1 || { tail -n 5 "$root.log" >&2; exit 1; }
    rm -f "$root/etc/resolv.conf"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    ln -sf /proc/self/mounts "$root/etc/mtab" # fusermount looks there
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no services
    chmod 755 "$root/usr/sbin/policy-rc.d"
    "$0" run "$root" "" sh -ec "
        apt-get update -q >/dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $* >/dev/null
        useradd -m -s /bin/sh doctor" </dev/null >>"$root.log" 2>&1 || { tail -n 5 "$root.log" >&2; exit 1; }
    touch "$root/.complete"
}

run() {
    local root=$1 changes=$2
    shift 2
    mkdir -p "${changes:-$root}"
    # A real root, not a chroot: in a chroot nobody may make a user namespace, and Chromium's sandbox would be half off.
    exec unshare --mount --pid --fork --kill-child --propagation private "$0" inside "$root" "$changes" "$@"
}

inside() {
    local root=$1 changes=$2 new=$1 node
    shift 2
    if [ -n "$changes" ]; then
        mkdir -p "$changes"/{upper,work,new}
        new=$changes/new
        mount -t overlay overlay -o "lowerdir=$root,upperdir=$changes/upper,workdir=$changes/work" "$new"
    else
        mount --bind "$root" "$root"
    fi
    mount -t proc proc "$new/proc"
    mount -t sysfs -o ro sysfs "$new/sys"
    mount -t tmpfs -o mode=755 devices "$new/dev"
    for node in null:1:3 zero:1:5 full:1:7 random:1:8 urandom:1:9 tty:5:0 fuse:10:229; do
        IFS=: read -r name major minor <<<"$node"
        [ "$name:${HEKIM_FUSE:-yes}" = fuse:no ] || mknod -m 666 "$new/dev/$name" c "$major" "$minor"
    done
    ln -s /proc/self/fd "$new/dev/fd"
    mkdir "$new/dev/shm" "$new/dev/pts"
    mount -t tmpfs -o mode=1777 shm "$new/dev/shm"
    mount -t tmpfs -o mode=1777 tmp "$new/tmp"
    if [ -n "${HEKIM_BIND:-}" ]; then
        mkdir -p "$new/${HEKIM_BIND#*:}"
        mount --bind "${HEKIM_BIND%%:*}" "$new/${HEKIM_BIND#*:}"
        mount -o remount,bind,ro "$new/${HEKIM_BIND#*:}"
    fi
    mkdir -p "$new/.host"
    cd "$new"
    pivot_root . .host
    umount -l /.host
    rmdir /.host
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root "$@"
}

as() {
    local user=$1
    shift
    cd /
    exec setpriv --reuid "$user" --regid "$user" --init-groups --inh-caps=-all \
        env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME="/home/$user" USER="$user" "$@"
}

"$@"
