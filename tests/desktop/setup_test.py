"""Setting an institution up inside the window: from a fresh account to a form on a ministry that is not ours."""

import pyatspi

import assistant as a
from cases import APPLICATION, DOCTOR, FIRST, INSTITUTION, MinistryCase, main, token_target

TOKEN = "/AuthApi/connect/token"
PASSWORD = "p+ 1&c#d%e"  # what a keyboard of any layout can type
BUTTON = pyatspi.ROLE_PUSH_BUTTON
FIELD = (*a.FIELD, pyatspi.ROLE_PASSWORD_TEXT)
CUSTOM = "Özel (kendi adresleriniz)"


def keyring_entries():
    """How many passwords for e-Rapor the session's keyring holds."""
    found = a.run("gdbus", "call", "--session", "--dest", "org.freedesktop.secrets", "--object-path",
                  "/org/freedesktop/secrets", "--method", "org.freedesktop.Secret.Service.SearchItems",
                  "{'server': 'hekim-asistani', 'user': 'hekim-asistani/custom/ussPassword'}")
    return found.count("/org/freedesktop/secrets/collection/")


class Setup(MinistryCase):
    def setUp(self):
        super().setUp()
        self.program.settings = {}  # nothing is set at all
        self.program.environment["LANG"] = "C.UTF-8"  # Turkish is the language of who does not say
        self.entries = keyring_entries()

    def settings_file(self):
        return self.program.place / "config" / "hekim-asistani" / "settings.ini"

    def step(self, number):
        self.program.wait(containing=f"Adım {number} / 7")

    def fill(self, name, text):
        """By keyboard: Tab leads on from where the step begins."""
        self.tab_to(name, "Kurumu tanımla", FIELD)
        a.keys("ctrl+a")
        a.type_text(text)

    def open_by_keyboard(self):
        self.program.start()
        self.assertSays("henüz kurum tanımlı değil")
        self.tab_to("Kurumu tanımla", "Hekim Asistanı", BUTTON, "shift+Tab")
        a.keys("space")
        self.step(1)

    def choose_custom_by_keyboard(self):
        a.until(lambda: self.program.find("Gerçek (Bakanlığın servisleri)", pyatspi.ROLE_COMBO_BOX).is_focused(),
                "the environment has the keyboard")
        a.keys("End")
        self.program.wait(CUSTOM, pyatspi.ROLE_COMBO_BOX)

    def to_the_passwords(self):
        self.open_by_keyboard()
        self.choose_custom_by_keyboard()
        self.fill("e-Rapor adresi", f'"{self.ministry.address}%20"')
        a.keys("Return")
        self.step(2)
        self.fill("Kurum kodu", INSTITUTION)
        self.fill("Kurum adı", "Deneme Hastanesi")
        a.keys("Return")
        self.step(3)
        self.fill("e-Rapor uygulama kodu", APPLICATION)
        a.keys("Return")
        self.step(4)

    def see_the_form(self):
        """The window comes anew, and the doctor works in it."""
        self.program.wait_login()
        self.assertSays("Deneme Hastanesi")
        self.ministry.requests.clear()
        self.program.open("--patient", FIRST)
        self.program.log_in(DOCTOR)
        self.page_of(FIRST)
        request, = self.ministry.asked(TOKEN)
        self.assertEqual(request.target, token_target(DOCTOR, PASSWORD))

    def test_by_keyboard_alone(self):
        self.to_the_passwords()
        self.fill("Deneme için bir hekimin T.C. kimlik numarası", DOCTOR)
        self.fill("e-Rapor parolası (USS)", PASSWORD)
        a.keys("Return")  # tried at once, while the steps go on
        self.step(5)
        self.ministry.wait_for(TOKEN)
        a.keys("Return")
        self.step(6)
        a.keys("Return")
        self.step(7)
        self.assertEqual(keyring_entries(), self.entries)
        self.assertFalse(self.settings_file().exists(), "nothing is stored before the end")
        self.assertNotIn(PASSWORD, self.program.spoken())
        before = self.program.window_process()
        a.keys("Return")
        a.until(lambda: self.program.window_process() not in (None, before), "another window has come")
        self.assertEqual(keyring_entries(), 1)
        self.see_the_form()
        for path in self.program.place.rglob("*"):
            if path.is_file():
                self.assertNotIn(PASSWORD.encode(), path.read_bytes(), path)

    def write_by_mouse(self, name, text):
        self.program.wait(name, FIELD).click()
        a.until(self.program.find(name, FIELD).is_focused, f"{name} has the keyboard")
        a.type_text(text)

    def test_by_mouse_alone(self):
        self.program.start()
        self.program.wait("Kurumu tanımla", BUTTON).click()
        self.step(1)
        self.program.wait("Gerçek (Bakanlığın servisleri)", pyatspi.ROLE_COMBO_BOX).click()
        self.program.wait(CUSTOM, pyatspi.ROLE_LIST_ITEM).click()
        self.program.wait(CUSTOM, pyatspi.ROLE_COMBO_BOX)
        self.write_by_mouse("e-Rapor adresi", self.ministry.address)
        self.program.wait("İleri", BUTTON).click()
        self.step(2)
        self.write_by_mouse("Kurum kodu", INSTITUTION)
        self.write_by_mouse("Kurum adı", "Deneme Hastanesi")
        self.program.wait("İleri", BUTTON).click()
        self.step(3)
        self.write_by_mouse("e-Rapor uygulama kodu", APPLICATION)
        self.program.wait("İleri", BUTTON).click()
        self.step(4)
        self.write_by_mouse("Deneme için bir hekimin T.C. kimlik numarası", DOCTOR)
        self.write_by_mouse("e-Rapor parolası (USS)", PASSWORD)
        self.program.wait("Dene: e-Rapor parolası (USS)", BUTTON).click()
        self.assertSays("Servis kabul etti")
        for number in (5, 6, 7):
            self.program.wait("İleri", BUTTON).click()
            self.step(number)
        self.assertSays("servis kabul etti")
        before = self.program.window_process()
        self.program.wait("Kaydet ve başla", BUTTON).click()
        a.until(lambda: self.program.window_process() not in (None, before), "another window has come")
        self.see_the_form()

    def test_cancelled_it_leaves_no_trace_and_goes_on_where_it_stopped(self):
        self.to_the_passwords()
        self.fill("e-Rapor parolası (USS)", PASSWORD)
        a.keys("Escape")
        self.program.wait_gone(containing="Adım 4 / 7")
        self.assertEqual(keyring_entries(), self.entries)
        self.assertFalse(self.settings_file().exists())
        for path in self.program.place.rglob("*"):
            if path.is_file():
                self.assertNotIn(PASSWORD.encode(), path.read_bytes(), path)
        self.program.wait("Kurumu tanımla", BUTTON).press()
        self.step(4)
        # Nobody reads a password out of its field; that it is there tells the button.
        self.assertEqual(self.program.wait("e-Rapor parolası (USS)", FIELD).text(), "")
        self.assertTrue(self.program.find("Dene: e-Rapor parolası (USS)", BUTTON).is_enabled())
        self.program.wait("Geri", BUTTON).press()
        self.step(3)
        self.assertEqual(self.program.wait("e-Rapor uygulama kodu", FIELD).text(), APPLICATION)
        self.assertEqual(self.ministry.asked(TOKEN), [])

    def test_live_asks_for_the_steps_that_come_first(self):
        self.open_by_keyboard()
        a.keys("Return")
        self.step(2)
        self.fill("Kurum kodu", INSTITUTION)
        a.keys("Return")
        self.step(3)
        self.fill("e-Rapor uygulama kodu", APPLICATION)
        a.keys("Return")
        for number in (4, 5, 6):
            self.step(number)
            if number == 6:
                self.assertIn("policy.conf", self.program.wait("E-imza programları", FIELD).description)
            self.program.wait("İleri", BUTTON).press()
        self.step(7)
        self.program.wait("Kaydet ve başla", BUTTON).press()
        self.program.wait(containing="Gerçek ortamdan önce")
        a.keys("Escape")
        self.assertFalse(self.settings_file().exists(), "nothing is stored without the answer")

    def test_asked_for_children_that_are_gone_the_window_lives(self):
        """A screen reader counts the children of a scroll area, a bar goes, and it asks for one too many."""
        self.program.environment["MALLOC_PERTURB_"] = "165"  # nothing useful stands behind a list that is over-read
        self.to_the_passwords()
        for seen in self.program.application().read(showing=False):
            for beyond in range(8):
                try:
                    seen.control.call("Accessible", "GetChildAtIndex", "i", len(seen.control.children()) + beyond)
                except LookupError:
                    pass  # a refusal is an answer
        self.fill("e-Rapor parolası (USS)", PASSWORD)

    def test_W3_a_refused_password_is_told_and_not_sent_again(self):
        self.ministry.token_reply = lambda _: (400, "application/json", '{"error":"invalid_grant"}')
        self.to_the_passwords()
        self.fill("Deneme için bir hekimin T.C. kimlik numarası", DOCTOR)
        self.fill("e-Rapor parolası (USS)", PASSWORD)
        a.keys("Tab")
        self.assertSays("Servis reddetti")
        self.program.wait("Geri", BUTTON).press()
        self.step(3)
        self.program.wait("İleri", BUTTON).press()
        self.step(4)
        self.assertSays("Servis reddetti")
        self.program.wait("e-Rapor parolası (USS)", FIELD).click()
        a.keys("Return")
        self.step(5)
        self.assertEqual(len(self.ministry.asked(TOKEN)), 1)


if __name__ == "__main__":
    main()
