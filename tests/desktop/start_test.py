"""However the caller's environment is: a window that a person can see and use, or exit 5 with the true reason."""

import os
import resource
import subprocess

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, DesktopCase, drawn_by_opengl, main
from pictures import wait_painted

FIELD = "T.C. kimlik numarası"
NO_SCREEN = "ekran"  # in the sentence
ANEW = "yeniden kur"  # the advice of an installation that is damaged


@drawn_by_opengl
class Start(DesktopCase):
    def setUp(self):
        super().setUp()
        self.in_training()

    def launch_with(self, limit=None, **variables):
        environment = {name: value for name, value in {**self.program.environment, **variables}.items() if value is not None}
        limits = (lambda: resource.setrlimit(resource.RLIMIT_NOFILE, limit)) if limit else None
        return subprocess.run([self.program.programs / "hekim-asistani", "--patient", FIRST], env=environment,
                              capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
                              stdin=subprocess.DEVNULL, preexec_fn=limits)

    def assertUsable(self):
        """On the screen that the test looks at, of a size that a person reads."""
        field = self.program.wait(FIELD)
        a.until(lambda: self.program.find(FIELD), "the login page stands")
        box = field.box()
        self.assertGreater(box.width, 60)
        self.assertGreater(box.height, 10)
        self.assertLess(box.height, 300)
        shown = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "hekim-asistani"], capture_output=True, text=True,
                               check=False).stdout.split()
        self.assertTrue(shown, "no window on the display")

    def assertRefused(self, done, part, never=ANEW):
        self.assertEqual((done.returncode, done.stderr.count("\n")), (5, 1), done.stderr)
        self.assertIn(part, done.stderr)
        self.assertNotIn(never, done.stderr)
        a.until(lambda: not self.program.processes(), "no process is left")

    def test_variables_that_would_hide_the_window_do_not(self):
        foreign = self.program.place / "foreign"
        foreign.mkdir()
        for library in ("libQt6Core.so.6", "libQt6Gui.so.6", "libxcb.so.1", "libnss3.so"):
            (foreign / library).write_text("of another system")
        for name, value in (("QT_SCALE_FACTOR", "0"), ("QT_SCALE_FACTOR", "-2"), ("QT_SCALE_FACTOR", "0.001"),
                            ("QT_SCREEN_SCALE_FACTORS", "0"), ("QT_SCREEN_SCALE_FACTORS", "screen=0"), ("QT_FONT_DPI", "0"),
                            ("QT_FONT_DPI", "1"), ("QT_QPA_PLATFORM", "offscreen"), ("QT_QPA_PLATFORM", "minimal"),
                            ("QT_QPA_PLATFORM", "nonsense"), ("QT_QPA_PLATFORM", "wayland"), ("QT_QPA_PLATFORMTHEME", "nonsense"),
                            ("QT_STYLE_OVERRIDE", "nonsense"), ("QT_PLUGIN_PATH", str(foreign)),
                            ("QT_QPA_PLATFORM_PLUGIN_PATH", str(foreign)), ("QT_FATAL_WARNINGS", "1"),
                            ("LD_LIBRARY_PATH", str(foreign)), ("LD_PRELOAD", str(foreign / "missing.so"))):
            with self.subTest(name=name, value=value):
                try:
                    done = self.launch_with(**{name: value})
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertUsable()
                finally:
                    self.program.close()

    def test_without_OpenGL_forms_are_drawn(self):
        for name, value in (("QT_XCB_GL_INTEGRATION", "none"), ("LIBGL_DRIVERS_PATH", "/nonexistent"), ("GALLIUM_DRIVER", "nonsense")):
            with self.subTest(name=name, value=value):
                try:
                    done = self.launch_with(**{name: value})
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertUsable()
                    self.program.log_in(DOCTOR)
                    self.program.wait_patient(FIRST)
                    wait_painted(lambda: self.program.find(role=pyatspi.ROLE_DOCUMENT_WEB), "the form", least=8)
                finally:
                    self.program.close()

    def test_W1_a_display_that_cannot_be_had_is_told(self):
        for variables in ({"DISPLAY": None}, {"DISPLAY": None, "QT_QPA_PLATFORM": "offscreen"}, {"DISPLAY": ":4711"},
                          {"DISPLAY": "nonsense"}, {"DISPLAY": "localhost:4711", "QT_QPA_PLATFORM": None},
                          {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "nonsense"}):
            with self.subTest(variables=variables):
                self.assertRefused(self.launch_with(**variables), NO_SCREEN)
        # Where Qt's plugin for Wayland is not installed, that is what the line says.
        done = self.launch_with(DISPLAY=None, WAYLAND_DISPLAY="wayland-4711", QT_QPA_PLATFORM=None)
        self.assertEqual(done.returncode, 5)
        self.assertRegex(done.stderr, f'{NO_SCREEN}|plugin "wayland"')

    def test_W1_a_display_that_refuses_this_user_is_told(self):
        secret = self.program.place / "secret"
        secret.touch()
        subprocess.run(["xauth", "-f", secret, "add", ":0", ".", "00" * 16], check=True, capture_output=True)
        read, write = os.pipe()
        with subprocess.Popen(["Xvfb", "-displayfd", str(write), "-nolisten", "tcp", "-auth", secret], pass_fds=[write],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
            os.close(write)
            with os.fdopen(read) as told:
                number = told.readline().strip()
            try:
                self.assertRefused(self.launch_with(DISPLAY=f":{number}"), NO_SCREEN)
            finally:
                server.terminate()

    def test_W1_too_few_files_are_told_before_anything_is_promised(self):
        for most in (32, 64, 128):
            with self.subTest(most=most):
                self.assertRefused(self.launch_with((most, most)), f"open files is {most}")

    def test_the_files_that_are_allowed_are_taken(self):
        done = self.launch_with((64, 256))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertUsable()
        limit = resource.prlimit(self.program.window_process(), resource.RLIMIT_NOFILE)
        self.assertEqual(limit, (256, 256))
        self.program.log_in(DOCTOR)
        self.program.wait_patient(FIRST)

    def test_a_display_spelled_otherwise_brings_no_second_window(self):
        self.program.open("--patient", FIRST)
        self.assertUsable()
        window = self.program.window_process()
        number = os.environ["DISPLAY"].lstrip(":")
        for display in (f"unix:{number}", f"unix/:{number}", f":{number}.0", f"/tmp/.X11-unix/X{number}"):
            with self.subTest(display=display):
                self.assertEqual(self.launch_with(DISPLAY=display).returncode, 0)
                self.assertEqual(self.program.processes("hekim-asistani-desktop"), [window])


if __name__ == "__main__":
    main()
