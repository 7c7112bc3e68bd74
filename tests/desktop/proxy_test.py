"""A hospital's proxy that wants a login: asked for once, in words, and kept where the doctor says (rules S1, S3, W3)."""

import pyatspi

import assistant as a
from cases import APPLICATION, DOCTOR, INSTITUTION, SECRET, DesktopCase, main
from proxy import NtlmProxy, Proxy
from tryout import DIALOG

TITLE = "Ağ girişi"


class ProxyLogin(DesktopCase):
    def setUp(self):
        super().setUp()
        self.proxy = Proxy("dr.deneme", "dogru")
        self.addCleanup(self.proxy.close)

    def start(self):
        """The window looks for the Ministry as it starts, so the proxy's question comes before the login's."""
        self.program.provision("custom", {
            "institution/code": INSTITUTION, "institution/name": "Deneme Hastanesi",
            "erapor/applicationCode": APPLICATION, "endpoints/erapor": "https://erapor.example.test",
            "network/proxy": self.proxy.address,
        }, {"ussPassword": SECRET})
        self.program.open()

    def fails_to_log_in(self):
        """There is nobody behind this proxy."""
        self.program.log_in(DOCTOR)
        self.program.wait(a.LOGIN_FAILURE)

    def give(self, password, keep=False, user="dr.deneme"):
        dialog = self.program.wait(TITLE, DIALOG)
        for field, text in (("Kullanıcı adı", user), ("Parola", password)):
            control = dialog.find(field, a.FIELD + (pyatspi.ROLE_PASSWORD_TEXT,))
            control.take_keyboard()
            a.until(control.is_focused, f"“{field}” has the keyboard")
            a.keys("ctrl+a")
            a.type_text(text)
        if keep:
            dialog.find(role=pyatspi.ROLE_CHECK_BOX).press()
        dialog.find("Giriş yap", pyatspi.ROLE_PUSH_BUTTON).press()

    def test_W3_the_login_is_asked_for_and_a_refused_one_is_not_sent_again(self):
        self.start()
        dialog = self.program.wait(TITLE, DIALOG)
        spoken = dialog.spoken()
        self.assertIn(self.proxy.address, spoken)
        self.assertIn("Hastane", spoken)
        self.assertEqual(self.proxy.logins(), [])
        self.give("yanlis")
        self.program.wait_gone(TITLE, DIALOG)
        self.program.log_in(DOCTOR)
        self.assertSays("kabul edilmedi")
        self.keep(lambda: set(self.proxy.logins()) == {"dr.deneme:yanlis"} and len(self.proxy.logins()) == 1,
                  "it was sent once")
        # The doctor's login goes on by itself with the right one, and is sent with no other.
        self.give("dogru")
        self.program.wait_gone(TITLE, DIALOG)
        a.until(lambda: len(self.proxy.logins()) > 1, "the doctor's login goes on")
        self.assertEqual(set(self.proxy.logins()[1:]), {"dr.deneme:dogru"})
        self.program.wait(a.LOGIN_FAILURE)  # there is nobody behind this proxy
        # S3: what was sent to the proxy is its own login, and never the Ministry's.
        self.assertTrue(all(line == "CONNECT erapor.example.test:443" for line, _ in self.proxy.requests))

    def test_W2_a_proxy_that_wants_ntlm_asks_for_a_login(self):
        self.proxy = NtlmProxy("HASTANE\\dr.deneme")
        self.addCleanup(self.proxy.close)
        self.start()
        dialog = self.program.wait(TITLE, DIALOG)
        self.assertIn("ETKİALANI\\kullanıcı", dialog.spoken())
        self.keep(lambda: len(self.proxy.requests) < 30, "nothing is asked for ever")
        self.give("dogru", user="HASTANE\\dr.deneme")
        self.program.wait_gone(TITLE, DIALOG)
        self.fails_to_log_in()
        self.assertEqual(set(self.proxy.logins()), {"HASTANE\\dr.deneme"})
        self.assertFalse(self.program.find(TITLE, DIALOG))

    def test_the_login_is_kept_in_the_keychain_if_the_doctor_wants_so(self):
        self.start()
        self.give("dogru", keep=True)
        self.program.wait_gone(TITLE, DIALOG)
        self.fails_to_log_in()
        self.program.close()
        used = len(self.proxy.logins())
        self.program.open()
        self.fails_to_log_in()
        self.assertGreater(len(self.proxy.logins()), used)
        self.assertFalse(self.program.find(TITLE, DIALOG))


if __name__ == "__main__":
    main()
