"""What a desktop's session is to the program: logind on the system bus and a screen saver on the session bus, both played
by this test on the bus of its own desktop."""

import os

from gi.repository import Gio, GLib

import assistant as a

LOGIN, SAVER = "org.freedesktop.login1", "org.freedesktop.ScreenSaver"
SESSION = "/org/freedesktop/login1/session/_31"
INTERFACES = Gio.DBusNodeInfo.new_for_xml("""<node>
<interface name="org.freedesktop.login1.Manager">
  <method name="GetSession"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
  <method name="Inhibit"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="h" direction="out"/></method>
  <signal name="PrepareForSleep"><arg type="b"/></signal>
</interface>
<interface name="org.freedesktop.login1.Session"><method name="Lock"/><signal name="Lock"/></interface>
<interface name="org.freedesktop.ScreenSaver"><method name="Lock"/><signal name="ActiveChanged"><arg type="b"/></signal></interface>
</node>""")


class SystemBus:
    def __init__(self, saver_works=True):
        self.saver_works = saver_works
        self.calls = []
        self.held = []  # our ends of the pipes whose others keep the computer awake
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.owners = [Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE, None, None)
                       for name in (LOGIN, SAVER)]
        self.objects = [self.bus.register_object(path, INTERFACES.lookup_interface(interface), self.called, None, None)
                        for path, interface in (("/org/freedesktop/login1", LOGIN + ".Manager"),
                                                (SESSION, LOGIN + ".Session"),
                                                ("/org/freedesktop/ScreenSaver", SAVER))]
        self.until(lambda: self.has_owner(LOGIN) and self.has_owner(SAVER), "the bus knows the names")

    def close(self):
        for number in self.objects:
            self.bus.unregister_object(number)
        for number in self.owners:
            Gio.bus_unown_name(number)

    def has_owner(self, name):
        return self.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
                                  GLib.Variant("(s)", (name,)), None, 0, 5000, None).unpack()[0]

    def called(self, _, sender, path, interface, method, arguments, call):
        self.calls.append((method, *arguments.unpack()))
        if method == "GetSession":
            call.return_value(GLib.Variant("(o)", (SESSION,)))
        elif method == "Inhibit":
            ours, theirs = os.pipe()
            self.held.append(ours)
            descriptors = Gio.UnixFDList.new()
            descriptors.append(theirs)
            os.close(theirs)
            call.return_value_with_unix_fd_list(GLib.Variant("(h)", (0,)), descriptors)
        else:
            call.return_value(None)
            if interface == SAVER and self.saver_works:
                self.tell("/org/freedesktop/ScreenSaver", SAVER, "ActiveChanged", GLib.Variant("(b)", (True,)))

    def tell(self, path, interface, signal, arguments=None):
        self.bus.emit_signal(None, path, interface, signal, arguments)
        self.bus.flush_sync()

    def is_listened_to(self):
        """The program has found its session and keeps the computer awake; what it listens to it has said before."""
        return {"GetSession", "Inhibit"} <= {name for name, *_ in self.calls}

    def may_sleep(self):
        """The other end of the last pipe is closed: nobody wants to be waited for."""
        os.set_blocking(self.held[-1], False)
        try:
            return os.read(self.held[-1], 1) == b""
        except BlockingIOError:
            return False

    def until(self, condition, what, seconds=20):
        """As assistant.until(), while the bus is served."""
        def served():
            while GLib.MainContext.default().iteration(False):
                pass
            return condition()

        return a.until(served, what, seconds)
