#!/usr/bin/env bash
# Makes the MSI of a payload with wixl: build.sh <payload folder> <version, three numbers> <msi>
# The payload is what is installed: our programs with what windeployqt puts beside them. Any remark of wixl's is a failure:
# it drops what it does not know with no more than that.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
payload=$(readlink -f "$1") version=$2 msi=$3

# The codes of product and package, of what is in them: the same payload gives the same file.
code() { printf '%s' "$1 $version" "$(cd "$payload" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)" |
    python3 -c 'import sys, uuid; print(str(uuid.uuid5(uuid.NAMESPACE_OID, sys.stdin.read())).upper())'; }
product=$(code product)
: "${SOURCE_DATE_EPOCH:=$(git -C "$here" log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

for program in hekim-asistani hekim-asistani-desktop hekim-asistani-setup hekim-asistani-training; do
    [ -f "$payload/$program.exe" ] || { echo "$payload: there is no $program.exe" >&2; exit 1; }
done
"$here/settings.py" | cmp -s - "$here/settings.wxi" ||
    { echo "settings.wxi is not what settings.py says: make it anew" >&2; exit 1; }

python3 "$here/icon.py" "$place/hekim.ico" "$here"/../../resources/icons/hekim-asistani-{48,128}.png
# wixl takes relative names only. Of what WiX would read it gets what it knows; finish.py writes the rest.
cp -r "$payload" "$place/payload"
find "$place/payload" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
for file in hekim-asistani.wxs settings.wxi; do
    sed -e '/<Condition>[A-Z0-9]*<\/Condition>/d' -e '/<Property Id="[A-Z0-9]*" Secure="yes"\/>/d' \
        -e 's/ Secure="yes"//; s/ AllowSameVersionUpgrades="yes"//' "$here/$file" >"$place/$file"
done
(
    cd "$place"
    "$here/payload.py" payload >payload.wxs
    faketime -f "$(date -u -d "@$SOURCE_DATE_EPOCH" "+%Y-%m-%d %H:%M:%S")" \
        wixl -a x64 -D "Version=$version" -D "ProductCode=$product" -D Payload=payload -D Icon=hekim.ico -o whole.msi \
        hekim-asistani.wxs payload.wxs
) >"$place/remarks" 2>&1 || { cat "$place/remarks" >&2; exit 1; }
if grep . "$place/remarks" >&2; then
    echo "wixl dropped something: see above" >&2
    exit 1
fi
"$here/finish.py" "$place/whole.msi" "$payload"
msibuild "$place/whole.msi" -s "Hekim Asistani $version" "Hekim Asistani" "x64;1055" "{$(code package)}"
mv "$place/whole.msi" "$msi"
