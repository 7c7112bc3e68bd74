"""The MSI's tables against what is meant. The payload is a folder of names: nothing of it is run here."""

import subprocess
import tempfile
import unittest
from pathlib import Path

import common
from common import SOURCE

PROGRAMS = ("hekim-asistani", "hekim-asistani-desktop", "hekim-asistani-setup", "hekim-asistani-training")
EXE = r"[INSTALLDIR]hekim-asistani.exe"


def build(payload, msi, version="1.2.3"):
    return subprocess.run([SOURCE / "installer/windows/build.sh", payload, version, msi], capture_output=True, text=True,
                          check=False, env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1700000000"})


def export(msi, name):
    text = subprocess.run(["msiinfo", "export", str(msi), name], capture_output=True, check=True).stdout.decode()
    rows = text.replace("\r", "").split("\n")
    return [dict(zip(rows[0].split("\t"), row.split("\t"))) for row in rows[3:] if row]


class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.payload = Path(cls.folder.name) / "payload"
        (cls.payload / "resources").mkdir(parents=True)
        for name in PROGRAMS:
            (cls.payload / f"{name}.exe").write_bytes(b"MZ")
        (cls.payload / "resources/a file.pak").write_text("x")
        cls.msi = Path(cls.folder.name) / "whole.msi"
        done = build(cls.payload, cls.msi)
        assert done.returncode == 0 and not done.stderr, done.stderr
        cls.properties = {row["Property"]: row["Value"] for row in export(cls.msi, "Property")}
        cls.settings = [row["Component"].removeprefix("Setting_") for row in export(cls.msi, "Component")
                        if row["Component"].startswith("Setting_")]

    def test_per_machine_and_64_bit(self):
        summary = subprocess.run(["msiinfo", "suminfo", str(self.msi)], capture_output=True, text=True, check=True).stdout
        self.assertIn("Template: x64;1055", summary)
        self.assertEqual(self.properties["ALLUSERS"], "1")
        for row in export(self.msi, "Component"):
            self.assertEqual(int(row["Attributes"]) & 256, 256, row["Component"])
        self.assertEqual({row["Root"] for row in export(self.msi, "Registry")}, {"2"})  # HKEY_LOCAL_MACHINE

    def test_files(self):
        names = {row["FileName"].split("|")[-1] for row in export(self.msi, "File")}
        self.assertEqual(names, {f"{name}.exe" for name in PROGRAMS} | {"a file.pak"})
        shorts = [row["FileName"].split("|")[0] for row in export(self.msi, "File")]
        self.assertEqual(len(shorts), len(set(shorts)))
        for short in shorts:
            self.assertRegex(short, r"\A[A-Z0-9~]{1,8}\.[A-Z0-9]{1,3}\Z")
        folders = {row["Directory"]: row for row in export(self.msi, "Directory")}
        self.assertEqual(folders["INSTALLDIR"]["Directory_Parent"], "ProgramFiles64Folder")

    def test_S8_scheme_hands_links_over_as_addresses_only(self):
        values = {(row["Key"], row["Name"]): row["Value"] for row in export(self.msi, "Registry")}
        scheme = r"Software\Classes\hekim-asistani"
        self.assertEqual(values[scheme + r"\shell\open\command", ""], f'"{EXE}" -- "%1"')
        self.assertIn((scheme, "URL Protocol"), values)

    def test_start_menu(self):
        shortcuts = export(self.msi, "Shortcut")
        self.assertEqual([(row["Directory_"], row["Target"], row["Arguments"]) for row in shortcuts],
                         [("ProgramMenuFolder", "[#LauncherFile]", "")])

    def test_settings_are_secure_public_properties_and_written_only_when_given(self):
        self.assertGreater(len(self.settings), 25)
        secure = self.properties["SecureCustomProperties"].split(";")
        conditions = {row["Component"]: row["Condition"] for row in export(self.msi, "Component")}
        for name in self.settings:
            self.assertIn(name, secure)
            self.assertIn(f"PREVIOUS_{name}", secure)
            self.assertNotIn(name, self.properties)  # no value of our own: the program has it
            self.assertEqual(conditions[f"Setting_{name}"], name)

    def test_given_beats_kept(self):
        actions = {row["Action"]: row for row in export(self.msi, "CustomAction")}
        sequence = {row["Action"]: row for row in export(self.msi, "InstallExecuteSequence")}
        for name in self.settings:
            action = actions.pop(f"Keep_{name}")
            self.assertEqual((action["Type"], action["Source"], action["Target"]), ("51", name, f"[PREVIOUS_{name}]"))
            row = sequence[f"Keep_{name}"]
            self.assertEqual(row["Condition"], f"NOT {name} AND PREVIOUS_{name}")
            self.assertGreater(int(row["Sequence"]), int(sequence["AppSearch"]["Sequence"]))
            self.assertLess(int(row["Sequence"]), int(sequence["LaunchConditions"]["Sequence"]))
        # Nothing is launched: what is left can only refuse a downgrade.
        self.assertTrue(all(int(row["Type"]) == 19 for row in actions.values()), actions)

    def test_only_defaults_are_written_and_never_policy(self):
        for row in export(self.msi, "Registry"):
            self.assertNotIn("policies", row["Key"].lower())
            self.assertTrue(row["Key"].startswith((r"Software\Classes\hekim-asistani", r"Software\HekimAsistani")))
            self.assertFalse(row["Value"].startswith("#") and not row["Value"].startswith("##"), "not a REG_SZ")

    def test_S1_no_secret_is_a_property(self):
        for name in [*self.properties, *self.settings]:
            for word in ("PASSWORD", "SECRET", "USERNAME"):
                self.assertNotIn(word, name.upper())

    def test_upgrade(self):
        rows = {row["ActionProperty"]: row for row in export(self.msi, "Upgrade")}
        older, newer = rows["WIX_UPGRADE_DETECTED"], rows["WIX_DOWNGRADE_DETECTED"]
        self.assertEqual((older["VersionMax"], older["Attributes"]), ("1.2.3", "513"))
        self.assertEqual((newer["VersionMin"], newer["Attributes"]), ("1.2.3", "2"))
        self.assertEqual({older["UpgradeCode"], newer["UpgradeCode"]}, {"{B1B6C9C4-5A0E-4E5B-9C39-5D6B6A0F7E21}"})
        conditions = [row["Condition"] for row in export(self.msi, "LaunchCondition")]
        self.assertIn("NOT WIX_DOWNGRADE_DETECTED", conditions)
        self.assertEqual(self.properties["REINSTALLMODE"], "amus")

    def test_same_sources_give_the_same_file(self):
        again = Path(self.folder.name) / "again.msi"
        self.assertEqual(build(self.payload, again).returncode, 0)
        self.assertEqual(again.read_bytes(), self.msi.read_bytes())

    def test_incomplete_payload_is_refused(self):
        other = Path(self.folder.name) / "other"
        other.mkdir()
        done = build(other, Path(self.folder.name) / "other.msi")
        self.assertEqual(done.returncode, 1)
        self.assertIn("hekim-asistani.exe", done.stderr)


common.need("wixl", "msiinfo", "msibuild", "faketime")
common.main()
