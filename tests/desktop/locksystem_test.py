"""The lock and the computer: the desktop's own lock, sleep and the change of session (rule P6)."""

import pyatspi
from gi.repository import GLib

import assistant as a
from cases import DOCTOR, FIRST, main
from lockcase import BUTTON, LOCKED, LockCase
from systembus import LOGIN, SESSION, SystemBus

PROPERTIES = "org.freedesktop.DBus.Properties"


class LockSystem(LockCase):
    def with_system(self, **options):
        system = SystemBus(**options)
        self.addCleanup(system.close)
        self.program.environment["DBUS_SYSTEM_BUS_ADDRESS"] = self.program.environment["DBUS_SESSION_BUS_ADDRESS"]
        self.provision()
        self.program.open("--patient", FIRST)
        system.until(system.is_listened_to, "the program listens to the system")
        self.program.log_in(DOCTOR)
        self.page_of(FIRST)
        return system

    def wait_locked_by(self, system):
        system.until(lambda: self.program.find(LOCKED), "the window is locked")
        self.assertHidden(FIRST)

    def test_P6_the_systems_lock_locks(self):
        for path, interface, signal, arguments in (
                ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", GLib.Variant("(b)", (True,))),
                (SESSION, LOGIN + ".Session", "Lock", None),
                (SESSION, PROPERTIES, "PropertiesChanged",
                 GLib.Variant("(sa{sv}as)", (LOGIN + ".Session", {"LockedHint": GLib.Variant("b", True)}, []))),
                (SESSION, PROPERTIES, "PropertiesChanged",
                 GLib.Variant("(sa{sv}as)", (LOGIN + ".Session", {"Active": GLib.Variant("b", False)}, [])))):
            with self.subTest(signal=signal, arguments=arguments):
                system = self.with_system()
                system.tell(path, interface, signal, arguments)
                self.wait_locked_by(system)
                self.assertNotIn("Lock", [name for name, *_ in system.calls], "the computer is locked already")
                self.program.close()
                system.close()

    def test_P6_sleep_waits_for_the_lock(self):
        system = self.with_system()
        self.assertIn(("Inhibit", "sleep", "Hekim Asistanı", "Hides the patient before the computer sleeps", "delay"),
                      system.calls)
        self.assertFalse(system.may_sleep())
        system.tell("/org/freedesktop/login1", LOGIN + ".Manager", "PrepareForSleep", GLib.Variant("(b)", (True,)))
        system.until(system.may_sleep, "the computer may sleep")
        self.assertTrue(self.program.find(LOCKED), "the computer could sleep before the window was locked")
        self.assertHidden(FIRST)
        system.tell("/org/freedesktop/login1", LOGIN + ".Manager", "PrepareForSleep", GLib.Variant("(b)", (False,)))
        system.until(lambda: len(system.held) == 2, "the next sleep is waited for too")

    def test_without_a_PIN_the_computer_is_locked(self):
        system = self.with_system()
        self.program.find("Kilitle", BUTTON).press()
        self.wait_locked_by(system)
        system.until(lambda: [name for name, *_ in system.calls].count("Lock") == 2, "logind and the screen saver are asked")
        self.keep(lambda: not self.program.saying("ekran kilidi devreye girmedi"), "nothing is said where it works")

    def test_without_a_PIN_it_says_where_the_computer_cannot_be_locked(self):
        system = self.with_system(saver_works=False)
        self.program.find("Kilitle", BUTTON).press()
        self.wait_locked_by(system)
        system.until(lambda: self.program.saying("ekran kilidi devreye girmedi"), "it says that nothing has locked")


if __name__ == "__main__":
    main()
