#!/usr/bin/env python3
"""Fills an AppDir: an installation under <AppDir>/usr gets everything that its programs and the engine need elsewhere.

Usage: collect.py <AppDir>

Libraries are found by ldd and by what is known to be opened at run time only. They find each other by rpath, not by a
variable: nothing of it reaches the programs that the window starts, and nothing in the environment (which the programs
clear of QT_PLUGIN_PATH and the like, rule S7) is needed. Qt finds its own parts by qt.conf.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = ("bin/hekim-asistani", "libexec/hekim-asistani/hekim-asistani-desktop",
            "libexec/hekim-asistani/hekim-asistani-work.so",
            "libexec/hekim-asistani/hekim-asistani-setup", "libexec/hekim-asistani/hekim-asistani-training")

# In this order until the login page takes keys. (Of ICU's data a few pages are read.)
STARTED = ("bin/hekim-asistani", "libexec/hekim-asistani/hekim-asistani-desktop", "plugins/platforms/libqxcb.so")
START_FILES = "share/hekim-asistani/start-files"
LARGEST_READ_AHEAD = 16 * 1024 * 1024

# Left to the host: the C and C++ run time; drivers and what talks to them; X11's core, fonts and sound; glib, since the
# host's libsecret and gio modules load into it. (libcom_err and libgpg-error, which such lists often name, must come
# along: a minimal Debian 13 has neither.)
HOST = re.compile(r"""
    ld-linux.*|lib(c|m|dl|rt|pthread|util|resolv|nsl|anl|mvec)\.so.*|libnss_.*|libstdc\+\+\.so.*|libgcc_s\.so.*
    |lib(GL|EGL|GLdispatch|GLX|OpenGL|GLESv2|drm|gbm|glapi|vulkan)\.so.*|libxcb-dri[23]\.so.*|libxshmfence\.so.*
    |lib(X11|X11-xcb|xcb|Xau|Xdmcp|ICE|SM)\.so.*|libwayland-(client|egl)\.so.*
    |lib(asound|pulse|pulsecommon|jack|pipewire).*|lib(fontconfig|freetype|expat|z|uuid|fribidi|thai)\.so.*
    |lib(glib-2|gobject-2|gio-2|gmodule-2|gthread-2)\.0\.so.*""", re.VERBOSE)

PLUGINS = {  # folder: names, or None for all
    "platforms": {"libqxcb.so", "libqwayland-generic.so", "libqwayland-egl.so", "libqoffscreen.so", "libqminimal.so"},
    "xcbglintegrations": None, "imageformats": None, "iconengines": None, "tls": None, "platforminputcontexts": None,
    "platformthemes": {"libqxdgdesktopportal.so"}, "wayland-shell-integration": {"libxdg-shell.so"},
    "wayland-decoration-client": None, "wayland-graphics-integration-client": {"libqt-plugin-wayland-egl.so"},
    "networkinformation": {"libqnetworkmanager.so"}, "printsupport": None,
}
NEEDED_PLUGINS = ("platforms/libqxcb.so", "platforms/libqwayland-generic.so", "iconengines/libqsvgicon.so",
                  "tls/libqopensslbackend.so", "platformthemes/libqxdgdesktopportal.so")

# Opened by name at run time: Qt's TLS, and the modules of the engine's certificate library.
OPENED = ("libssl.so.3", "libcrypto.so.3")
NSS = ("libsoftokn3.so", "libfreebl3.so", "libfreeblpriv3.so", "libnssckbi.so")
DEVTOOLS = "qtwebengine_devtools_resources.pak"
LOCALES = ("tr", "en-US", "en-GB")  # the languages of the window; the engine's texts come in 80

QT_CONF = """[Paths]
Prefix = {prefix}
Libraries = lib
Plugins = plugins
LibraryExecutables = libexec
Data = .
Translations = translations
"""


def qt(name):
    return Path(subprocess.run(["qtpaths6", "--query", name], check=True, capture_output=True, text=True).stdout.strip())


def libraries(path):
    """(name, file) of each library that the loader would take."""
    listing = subprocess.run(["ldd", str(path)], check=True, capture_output=True, text=True).stdout
    for name, target in re.findall(r"^\s*(\S+) => (\S+|not found)", listing, re.MULTILINE):
        if target == "not":
            sys.exit(f"collect: {path} needs {name}, which is not installed")
        yield name, Path(target)


class AppDir:
    def __init__(self, folder):
        self.usr = folder / "usr"
        self.rpaths = {}
        self.origins = []

    def put(self, source, target, rpath=None):
        """A copy under usr/; `rpath` for what is an ELF file with libraries of its own."""
        source, target = source.resolve(), self.usr / target
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        target.chmod(0o755 if source.stat().st_mode & 0o100 else 0o644)
        if rpath:
            self.rpaths[target] = rpath
        self.origins.append(source)

    def put_engine(self):
        self.put(qt("QT_INSTALL_LIBEXECS") / "QtWebEngineProcess", "libexec/QtWebEngineProcess", "$ORIGIN/../lib")
        resources = qt("QT_INSTALL_DATA") / "resources"
        # Without the developer's tools, which nothing opens: 7.6 MB that cannot be compressed. (Debian's engine uses
        # the system's ICU and has no icudtl.dat.)
        for file in sorted({*resources.glob("qtwebengine*.pak"), *resources.glob("icudtl.dat")} - {resources / DEVTOOLS}):
            self.put(file, f"resources/{file.name}")
        for locale in LOCALES:
            self.put(qt("QT_INSTALL_TRANSLATIONS") / f"qtwebengine_locales/{locale}.pak",
                     f"translations/qtwebengine_locales/{locale}.pak")

    def put_plugins(self):
        for folder, names in PLUGINS.items():
            for file in sorted((qt("QT_INSTALL_PLUGINS") / folder).glob("*.so")):
                if names is None or file.name in names:
                    self.put(file, f"plugins/{folder}/{file.name}", "$ORIGIN/../../lib")
        for name in NEEDED_PLUGINS:
            if not (self.usr / "plugins" / name).exists():
                sys.exit(f"collect: Qt's plugin {name} is not installed")

    def put_opened(self):
        folder = qt("QT_INSTALL_LIBS")
        for name in OPENED:
            self.put(folder / name, f"lib/{name}", "$ORIGIN")
        for name in NSS:
            file = next(f for f in (folder / "nss" / name, folder / name) if f.exists())
            self.put(file, f"lib/nss/{name}", "$ORIGIN/..")

    def put_programs(self):
        for name in PROGRAMS:
            self.rpaths[self.usr / name] = "$ORIGIN/" + "../" * name.count("/") + "lib"

    def put_libraries(self):
        found = {}
        for file in list(self.rpaths):
            found.update((name, path) for name, path in libraries(file) if not HOST.fullmatch(name))
        for name, path in sorted(found.items()):
            self.put(path, f"lib/{name}", "$ORIGIN")

    def put_start_files(self):
        """What the login page is made of, in the order in which it is loaded: the runtime reads it ahead."""
        names = []
        for program in STARTED:
            names += [program] + [f"lib/{name}" for name, _ in libraries(self.usr / program) if not HOST.fullmatch(name)]
        list_file = self.usr / START_FILES
        list_file.parent.mkdir(parents=True, exist_ok=True)
        list_file.write_text("".join(f"usr/{name}\n" for name in dict.fromkeys(names)
                                     if (self.usr / name).stat().st_size < LARGEST_READ_AHEAD))

    def put_configuration(self):
        for folder, prefix in (("bin", ".."), ("libexec", ".."), ("libexec/hekim-asistani", "../..")):
            (self.usr / folder / "qt.conf").write_text(QT_CONF.format(prefix=prefix))

    def put_licences(self):
        """The papers of every Debian package of which something came along, and the licences that they refer to."""
        packages = set()
        for file in self.origins:
            for name in (str(file), str(file).removeprefix("/usr")):  # the two names of a merged /usr
                answer = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True)
                if answer.returncode == 0:
                    packages.add(answer.stdout.split(":")[0])
                    break
        for package in sorted(packages):
            copyright_file = Path("/usr/share/doc") / package / "copyright"
            if copyright_file.exists():
                self.put(copyright_file, f"share/doc/{package}/copyright")
        for licence in sorted(Path("/usr/share/common-licenses").iterdir()):
            self.put(licence, f"share/doc/common-licenses/{licence.name}")
        return len(packages)

    def set_rpaths(self):
        for file, rpath in self.rpaths.items():
            subprocess.run(["patchelf", "--force-rpath", "--set-rpath", rpath, str(file)], check=True)


def main(folder):
    app = AppDir(folder)
    app.put_engine()
    app.put_plugins()
    app.put_opened()
    app.put_programs()
    app.put_libraries()
    app.put_start_files()
    app.put_configuration()
    packages = app.put_licences()
    app.set_rpaths()
    print(f"{len(app.rpaths)} programs and libraries of {packages} packages")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
