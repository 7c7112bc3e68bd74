"""The connection check in the window: from the menu and from a login that failed, by its words, stopped and begun anew."""

import pyatspi

import assistant as a
from cases import APPLICATION, DOCTOR, SECRET, MinistryCase, main

TITLE = "Bağlantı denetimi"
TOKEN = "/AuthApi/connect/token"
ALL_RIGHT = "Gerekli bütün servisler yanıt veriyor."


class Check(MinistryCase):
    def open_from_menu(self):
        self.program.choose("Hekim", TITLE)
        return self.program.wait(TITLE, pyatspi.ROLE_DIALOG)

    def open_from_failure(self):
        self.program.wait(a.LOGIN_FAILURE)
        self.program.wait(TITLE, pyatspi.ROLE_PUSH_BUTTON).press()
        return self.program.wait(TITLE, pyatspi.ROLE_DIALOG)

    def button(self, name):
        return self.program.wait(TITLE, pyatspi.ROLE_DIALOG).find(name, pyatspi.ROLE_PUSH_BUTTON)

    def rows(self):
        tree = self.program.find("Servisler")
        return [seen.name for seen in tree.read("Name", showing=False) if seen.name]

    def test_a_doctor_who_is_logged_in_sees_that_all_is_right(self):
        self.logged_in()
        self.open_from_menu()
        self.assertSays(ALL_RIGHT)
        a.keys("Home", "Right")  # opens the first service
        a.until(lambda: "Giriş" in self.rows(), "the steps are shown")
        rows = self.rows()
        for part in ("e-Rapor", "Vekil sunucu", "Ad çözümleme (DNS)", "Bağlantı", "Sertifika (TLS)", "Yanıt", "Saat", "Giriş"):
            self.assertIn(part, rows)
        # The token at hand is proof enough: no password is sent for the check.
        self.assertEqual(len(self.ministry.asked(TOKEN)), 1)
        for secret in (SECRET, DOCTOR, APPLICATION, self.ministry.token_value()):
            self.assertNotIn(secret, "\n".join(rows))
        self.button("Kapat").press()
        self.program.wait_gone(TITLE, pyatspi.ROLE_DIALOG)

    def test_W3_after_a_refused_login_the_check_says_so_and_sends_nothing(self):
        self.ministry.token_reply = lambda _: (400, "application/json", '{"error":"invalid_grant"}')
        self.provision()
        self.program.start()
        self.program.log_in(DOCTOR)
        self.open_from_failure()
        self.assertSays("Giriş bilgileri: Servis, kurumun giriş bilgilerini kabul etmedi.")
        self.assertSays("Gerekli servislerden biri çalışmıyor.")
        self.button("Yeniden denetle").press()
        self.assertSays("Giriş bilgileri: Servis, kurumun giriş bilgilerini kabul etmedi.")
        self.assertEqual(len(self.ministry.asked(TOKEN)), 1)

    def test_W1_the_side_of_a_fault_is_named(self):
        self.ministry.token_reply = lambda _: (503, "text/html", "<h1>Bakım</h1>")
        self.provision()
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait(a.LOGIN_FAILURE)
        self.ministry.close()  # now nobody is there at all
        self.open_from_failure()
        self.assertSays("Kliniğin ağı: 127.0.0.1 adresi")
        self.assertSays("bağlantıyı geri çeviriyor")

    def test_it_can_be_stopped_and_begun_anew(self):
        self.logged_in()
        self.ministry.hold.set()
        self.open_from_menu()
        self.ministry.wait_for("/")
        self.button("Durdur").press()
        self.assertSays("Denetim tamamlanmadı.")
        self.ministry.hold.clear()
        self.button("Yeniden denetle").press()
        self.assertSays(ALL_RIGHT)

    def test_by_keyboard_alone(self):
        self.logged_in()
        self.open_from_menu()
        self.assertSays(ALL_RIGHT)
        seen = set()
        for _ in range(12):
            a.keys("Tab")
            control = self.program.focused()
            if control:
                seen.add(control.name)
        self.assertLessEqual({"Yeniden denetle", "Kopyala", "Kapat"}, seen)
        a.keys("Escape")
        self.program.wait_gone(TITLE, pyatspi.ROLE_DIALOG)


if __name__ == "__main__":
    main()
