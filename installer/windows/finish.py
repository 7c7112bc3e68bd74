#!/usr/bin/env python3
"""Writes into an MSI made by wixl what wixl cannot say, and WiX would: finish.py <msi> <payload folder>

- which properties may come from whoever installs (SecureCustomProperties: the machine's defaults);
- a default is written only where it is given (Component.Condition);
- versions of programs and libraries, by which Windows decides which file is newer (wixl removes the old version early: a
  file that costing wants to keep would be gone);
- short file names beside the long ones;
- what a former version wrote is taken over right after it was looked up;
- the same version replaces itself, and actions that set a property carry no flag of deferred ones.
"""

import hashlib
import re
import struct
import subprocess
import sys
from pathlib import Path

MIGRATE_AND_SAME = 1 + 512  # msidbUpgradeAttributesMigrateFeatures, msidbUpgradeAttributesVersionMaxInclusive
AFTER_SEARCH = 51  # AppSearch is 50, LaunchConditions 100
FIXED_VERSION = struct.pack("<II", 0xFEEF04BD, 0x10000)  # VS_FIXEDFILEINFO


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def table(msi, name):
    """Rows as dictionaries; none where there is no such table."""
    done = subprocess.run(["msiinfo", "export", str(msi), name], capture_output=True, check=False)
    lines = done.stdout.decode("utf-8", "replace").replace("\r", "").split("\n")
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[3:] if line]


def file_version(path):
    data = path.read_bytes()
    at = data.find(FIXED_VERSION) if data[:2] == b"MZ" else -1
    if at < 0:
        return None
    high, low = struct.unpack_from("<II", data, at + 8)
    return f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}"


def short_name(name, used):
    """`SHORT~1.EXT|long name` where the name is not of the old form already; unlike all in `used`."""
    stem, dot, extension = name.rpartition(".") if "." in name else (name, "", "")
    if re.fullmatch(r"[A-Za-z0-9_-]{1,8}", stem) and re.fullmatch(r"[A-Za-z0-9_-]{0,3}", extension):
        return name
    start = re.sub(r"[^A-Za-z0-9]", "", stem)[:3].upper() or "F"
    ending = dot + re.sub(r"[^A-Za-z0-9]", "", extension)[:3].upper()
    for attempt in range(10000):
        mark = hashlib.sha256(f"{name}{attempt}".encode()).hexdigest()[:4].upper()
        short = start + mark + "~" + ending
        if short not in used:
            used.add(short)
            return f"{short}|{name}"
    raise ValueError(name)


def file_statements(msi, payload):
    components = {row["Component"]: row for row in table(msi, "Component")}
    folders = {row["Directory"]: row for row in table(msi, "Directory")}
    used = {}

    def place(folder):
        row = folders[folder]
        return payload if folder == "INSTALLDIR" else place(row["Directory_Parent"]) / row["DefaultDir"].split("|")[-1]

    for row in table(msi, "File"):
        folder = components[row["Component_"]]["Directory_"]
        name = row["FileName"].split("|")[-1]
        key = quoted(row["File"])
        if version := file_version(place(folder) / name):
            yield f"UPDATE `File` SET `Version` = '{version}', `Language` = '0' WHERE `File` = {key}"
            yield f"DELETE FROM `MsiFileHash` WHERE `File_` = {key}"  # either a version or a hash
        short = short_name(name, used.setdefault(folder, set()))
        yield f"UPDATE `File` SET `FileName` = {quoted(short)} WHERE `File` = {key}"
    for folder, row in folders.items():
        name = row["DefaultDir"]
        if row["Directory_Parent"] and name != "." and "|" not in name:
            short = short_name(name, used.setdefault("in " + row["Directory_Parent"], set()))
            yield f"UPDATE `Directory` SET `DefaultDir` = {quoted(short)} WHERE `Directory` = {quoted(folder)}"


def statements(msi, payload):
    yield from file_statements(msi, payload)
    settings = [row["Component"] for row in table(msi, "Component") if row["Component"].startswith("Setting_")]
    names = [component.removeprefix("Setting_") for component in settings]
    for component, name in zip(settings, names):
        yield f"UPDATE `Component` SET `Condition` = '{name}' WHERE `Component` = '{component}'"
    for number, name in enumerate(names):  # wixl puts some of them behind the costing, where they are too late
        yield f"UPDATE `InstallExecuteSequence` SET `Sequence` = {AFTER_SEARCH + number} WHERE `Action` = 'Keep_{name}'"
    yield "UPDATE `CustomAction` SET `Type` = 51 WHERE `Type` = 2099"
    older = next(row for row in table(msi, "Upgrade") if row["ActionProperty"] == "WIX_UPGRADE_DETECTED")
    yield "DELETE FROM `Upgrade` WHERE `ActionProperty` = 'WIX_UPGRADE_DETECTED'"  # its attributes are part of the key
    yield ("INSERT INTO `Upgrade` (`UpgradeCode`, `VersionMax`, `Attributes`, `ActionProperty`) VALUES "
           f"('{older['UpgradeCode']}', '{older['VersionMax']}', {MIGRATE_AND_SAME}, 'WIX_UPGRADE_DETECTED')")
    properties = {row["Property"]: row["Value"] for row in table(msi, "Property")}
    secure = [p for p in properties.get("SecureCustomProperties", "").split(";") if p]
    secure += ["INSTALLDIR", *names, *(f"PREVIOUS_{name}" for name in names)]
    yield (f"UPDATE `Property` SET `Value` = '{';'.join(dict.fromkeys(secure))}' "
           "WHERE `Property` = 'SecureCustomProperties'")


def main(msi, payload):
    queries = list(statements(msi, payload))
    for start in range(0, len(queries), 100):  # one statement a -q; many at once keep it quick
        arguments = [word for query in queries[start:start + 100] for word in ("-q", query)]
        if subprocess.run(["msibuild", str(msi), *arguments], check=False).returncode:
            sys.exit("msibuild refused one of:\n" + "\n".join(arguments[1::2]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
