#!/usr/bin/env bash
# The MSI's life in Wine: installed silently with properties, called through its URL scheme, upgraded, not downgraded,
# removed. The payload is a stand-in (stubprogram.c): Wine and this test are about the installer, not about the program.
# Not shown by Wine: UAC, the start menu for all users (it uses this user's), and how Windows itself weighs file versions.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
place=$(mktemp -d)
finish() {
    WINEPREFIX=$place/prefix wineserver -k 2>/dev/null || :
    [ -z "${xvfb:-}" ] || kill "$xvfb" 2>/dev/null || :
    wait 2>/dev/null || :
    rm -rf "$place"
}
trap finish EXIT

mkfifo "$place/display"
Xvfb -displayfd 3 -screen 0 800x600x24 -nolisten tcp 3>"$place/display" >/dev/null 2>&1 &
xvfb=$!
read -r -t 30 number <"$place/display"
export DISPLAY=:$number WINEPREFIX=$place/prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" HOME=$place

say() { printf '  %s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }
wine_() { timeout 180 wine "$@" 2>/dev/null | tr -d '\r'; return "${PIPESTATUS[0]}"; }
install() { wine_ msiexec "$@" /qn >/dev/null && wineserver -w; }
value() { wine_ reg query "$1" /v "$2" 2>/dev/null | sed -n "s/^ *$2 *REG_SZ *//p" | sed 's/ *$//'; }
is() { local got; got=$(value "$1" "$2") || :; [ "$got" = "$3" ] || fail "$1 $2 is “$got”, not “$3”"; }
absent() { ! wine_ reg query "$1" >/dev/null 2>&1 || fail "$1 is still there"; }
entries() { wine_ reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s | grep -c 'DisplayName.*Hekim Asistani' || :; }

for version in 1.2.3 1.3.0 1.1.0; do
    "$here/stubpayload.sh" "$place/payload-$version" "$version"
    "$here/../../installer/windows/build.sh" "$place/payload-$version" "$version" "$place/$version.msi"
done
defaults='HKLM\Software\HekimAsistani'
scheme='HKLM\Software\Classes\hekim-asistani'
programs="$WINEPREFIX/drive_c/Program Files/Hekim Asistani"
tree() { (cd "$WINEPREFIX/drive_c" && find . -iname '*hekim*' -o -iname '*stub with*' | grep -vi '/installer/\|/temp/' | sort || :); }

wine_ wineboot -i >/dev/null
wine_ reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
wineserver -w
before=$(tree)
cd "$place"

install /i 1.2.3.msi ENVIRONMENT=live INSTITUTIONCODE=123456 "INSTITUTIONNAME=Ornek Merkez; A, B" NETWORKPROXY=proxy:8080 ||
    fail "the installation failed"
[ "$(find "$programs" -type f | wc -l)" -eq 5 ] || fail "not all files were installed"
for name in hekim-asistani hekim-asistani-desktop; do cmp "$programs/$name.exe" "payload-1.2.3/$name.exe"; done
is "$defaults\\environment" name live
is "$defaults\\institution" code 123456
is "$defaults\\institution" name "Ornek Merkez; A, B"
absent "$defaults\\hes"
absent 'HKLM\Software\Policies\HekimAsistani'
[ "$(entries)" -eq 1 ] || fail "one entry was to be in the list of programs"
find "$WINEPREFIX/drive_c" -iname 'Hekim Asistani.lnk' | grep -q . || fail "there is no start-menu entry"
[ ! -e "$WINEPREFIX/drive_c/calls.txt" ] || fail "the installer started a program"
say "installed silently: files, defaults, start-menu entry, nothing started"

wine_ start /wait 'hekim-asistani://open?patient=10000000146&reason=2' >/dev/null || :
wineserver -w
grep -q '" -- "hekim-asistani://open?patient=10000000146&reason=2"' "$WINEPREFIX/drive_c/calls.txt" ||
    fail "the scheme called: $(cat "$WINEPREFIX/drive_c/calls.txt" 2>&1)"
say "called through its URL scheme, as an address only"

install /i 1.3.0.msi INSTITUTIONCODE=654321 || fail "the upgrade failed"
[ "$(entries)" -eq 1 ] || fail "the former version is still in the list of programs"
cmp "$programs/hekim-asistani.exe" payload-1.3.0/hekim-asistani.exe
is "$defaults\\environment" name live
is "$defaults\\institution" code 654321
is "$defaults\\network" proxy proxy:8080
say "upgraded: what was set is kept, what is given anew counts"

if install /i 1.1.0.msi; then fail "a downgrade was not refused"; fi
cmp "$programs/hekim-asistani.exe" payload-1.3.0/hekim-asistani.exe
is "$defaults\\environment" name live
say "a downgrade is refused"

install /x 1.3.0.msi || fail "the removal failed"
rm -f "$WINEPREFIX/drive_c/calls.txt"
[ "$(tree)" = "$before" ] || fail "left behind: $(tree)"
absent "$defaults"
absent "$scheme"
[ "$(entries)" -eq 0 ] || fail "still in the list of programs"
say "removed without a trace"
