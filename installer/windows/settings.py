#!/usr/bin/env python3
"""Prints settings.wxi: what each key of src/core/settings/settingskeytable.cpp is to Windows Installer.

    installer/windows/settings.py >installer/windows/settings.wxi

A key section/name is the public property SECTIONNAME (environment/name: ENVIRONMENT) and the value `name` of
HKLM\\Software\\HekimAsistani\\section. What an earlier version wrote is found again and kept, unless the property is
given. A test (tst_installersettings) holds the file against the program's own list.
"""

import re
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NAMESPACE = uuid.UUID("5d0a7a3c-6d0f-4c57-9a43-0a2f1b1f7c10")

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!-- Made by settings.py from the program's list of settings; not written by hand. -->
<Include xmlns="http://schemas.microsoft.com/wix/2006/wi">
"""
SEARCH = """    <Property Id="{property}" Secure="yes"/>
    <Property Id="PREVIOUS_{property}" Secure="yes">
      <RegistrySearch Id="Find_{property}" Root="HKLM" Key="{key}" Name="{name}" Type="raw" Win64="yes"/>
    </Property>
    <CustomAction Id="Keep_{property}" Property="{property}" Value="[PREVIOUS_{property}]"/>
"""
SCHEDULE = """      <Custom Action="Keep_{property}" After="AppSearch">NOT {property} AND PREVIOUS_{property}</Custom>
"""
COMPONENT = """      <Component Id="Setting_{property}" Guid="{guid}" Win64="yes">
        <Condition>{property}</Condition>
        <RegistryValue Root="HKLM" Key="{key}" Name="{name}" Type="string" Value="[{property}]" KeyPath="yes"/>
      </Component>
"""


def settings():
    """(property, registry key, value name) of each setting, in the list's order."""
    source = (ROOT / "src/core/settings/settingskeytable.cpp").read_text(encoding="utf-8")
    for section, name in re.findall(r'(?:\.name = |return address\(|^ +address\()u"(\w+)/(\w+)"_s', source, re.MULTILINE):
        known = "ENVIRONMENT" if (section, name) == ("environment", "name") else (section + name).upper()
        yield {"property": known, "key": rf"Software\HekimAsistani\{section}", "name": name,
               "guid": str(uuid.uuid5(NAMESPACE, f"{section}/{name}")).upper()}


def document():
    rows = list(settings())
    text = HEAD + "".join(SEARCH.format(**row) for row in rows)
    text += "    <InstallExecuteSequence>\n" + "".join(SCHEDULE.format(**row) for row in rows)
    text += "    </InstallExecuteSequence>\n    <DirectoryRef Id=\"INSTALLDIR\">\n"
    text += "".join(COMPONENT.format(**row) for row in rows) + "    </DirectoryRef>\n"
    # A feature of their own: wixl knows component groups in fragments only, and no properties there.
    text += '    <Feature Id="Settings" Title="Hekim Asistani: ayarlar" Level="1">\n'
    text += "".join(f'      <ComponentRef Id="Setting_{row["property"]}"/>\n' for row in rows)
    return text + "    </Feature>\n</Include>\n"


if __name__ == "__main__":
    print(document(), end="")
