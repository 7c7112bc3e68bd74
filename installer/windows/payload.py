#!/usr/bin/env python3
"""Prints payload.wxs: every file of the payload but the launcher, which hekim-asistani.wxs names: payload.py <folder>

(wixl-heat does the same with names that differ at every run, and so would the package.)
"""

import hashlib
import sys
from pathlib import Path
from xml.sax.saxutils import quoteattr

LAUNCHER = "hekim-asistani.exe"


def name_of(kind, path):
    return kind + hashlib.sha256(str(path).encode()).hexdigest()[:32].upper()


def contents(folder, root, depth, components):
    """The folder's files and folders as XML, each file a component of its own, as Windows Installer wants it."""
    indent = "  " * depth
    for entry in sorted(folder.iterdir()):
        path = entry.relative_to(root)
        if entry.is_dir():
            yield f"{indent}<Directory Id={quoteattr(name_of('dir', path))} Name={quoteattr(entry.name)}>"
            yield from contents(entry, root, depth + 1, components)
            yield f"{indent}</Directory>"
        elif str(path) != LAUNCHER:
            component = name_of("cmp", path)
            components.append(component)
            yield f'{indent}<Component Id="{component}" Guid="*" Win64="yes">'
            yield f'{indent}  <File Id="{name_of("fil", path)}" Source={quoteattr(f"$(var.Payload)/{path}")} KeyPath="yes"/>'
            yield f"{indent}</Component>"


def main(root):
    components = []
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">',
             "  <Fragment>", '    <DirectoryRef Id="INSTALLDIR">', *contents(root, root, 3, components),
             "    </DirectoryRef>", "  </Fragment>", "  <Fragment>", '    <ComponentGroup Id="Payload">',
             *(f'      <ComponentRef Id="{component}"/>' for component in components),
             "    </ComponentGroup>", "  </Fragment>", "</Wix>"]
    print("\n".join(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
