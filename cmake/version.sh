#!/bin/sh
# The version of this checkout: the release's own on its tag (v0.1.0), else with what came after, 0.1.0+12.g3a9a4cc.
# With --numeric the three numbers that Windows Installer compares: 0.1.12, and 0.1.1000 for release 0.1.1.
set -eu
cd "$(dirname "$0")/.."
release=$(sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
commits=0 commit=
if hash=$(git rev-parse --short=7 HEAD 2>/dev/null); then
    since=HEAD
    if git rev-parse -q --verify "refs/tags/v$release" >/dev/null; then since="v$release..HEAD"; fi
    commits=$(git rev-list --count "$since")
    commit=g$hash
fi
if [ "${1:-}" = --numeric ]; then
    patch=$((${release##*.} * 1000 + (commits > 999 ? 999 : commits)))
    echo "${release%.*}.$patch"
elif [ "$commits" -eq 0 ]; then
    echo "$release"
else
    echo "$release+$commits.$commit"
fi
