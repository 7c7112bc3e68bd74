"""Changing settings inside the window: what is stored, and what it costs a doctor who is at work (rule P3)."""

import assistant as a
from cases import DOCTOR, FIRST, MinistryCase, main


class Settings(MinistryCase):
    def stored(self):
        return (self.program.place / "config" / "hekim-asistani" / "settings.ini").read_text(encoding="utf-8")

    def open_settings(self):
        a.keys("ctrl+comma")
        a.until(self.program.wait("Ayar sayfaları").is_focused, "the dialog has the keyboard")

    def search(self, words):
        a.keys("ctrl+f")
        a.until(self.program.wait("Ayarlarda ara").is_focused, "the search has the keyboard")
        a.type_text(words)

    def test_by_keyboard_a_change_opens_the_window_anew(self):
        self.provision()
        self.program.start()
        before = self.program.window_process()
        self.open_settings()
        self.search("uygulama kodu")
        self.tab_to("e-Rapor uygulama kodu", "Ayarlar")
        a.keys("ctrl+a")
        a.type_text('"YENI 7%20"')
        self.assertSays("pencere yeniden açılır")
        self.tab_to("Kaydet", "Ayarlar")
        self.assertIn("%20", self.program.find("e-Rapor uygulama kodu").description)
        a.keys("Return")
        a.until(lambda: self.program.window_process() not in (None, before), "another window has come")
        self.program.log_in(DOCTOR)
        request, = self.ministry.wait_for("/AuthApi/connect/token")
        self.assertEqual(request.parameters["applicationCode"], "YENI7")
        self.assertIn('name=custom', self.stored().replace('"', ''))

    def test_a_change_that_needs_no_login_leaves_the_doctor_at_work(self):
        self.logged_in("--patient", FIRST)
        self.page_of(FIRST)
        before = self.program.window_process()
        self.open_settings()
        self.search("kurum ad")
        self.tab_to("Kurum adı", "Ayarlar")
        a.keys("ctrl+a")
        a.type_text("Yeni Hastane")
        self.assertSays("Pencere bir daha")
        a.keys("Return")
        self.program.wait_gone("Ayarlarda ara")
        self.page_of(FIRST)
        self.assertEqual(self.program.window_process(), before)
        self.assertIn("Yeni Hastane", self.stored())

    def test_P3_a_touched_form_is_asked_about_before_anything_is_stored(self):
        self.logged_in("--patient", FIRST)
        self.page_of(FIRST)
        self.program.click_into("Açıklama")
        a.type_text("Muayene")
        a.until(lambda: "Muayene" in self.program.find("Açıklama", a.FIELD).text(), "the page took the keys")
        before = self.stored()
        self.open_settings()
        self.search("kurum kodu")
        self.tab_to("Kurum kodu", "Ayarlar")
        a.keys("ctrl+a")
        a.type_text("350002")
        a.keys("Return")
        self.assertSays("kaybolur")
        self.assertEqual(self.stored(), before)
        a.keys("Escape")
        self.program.wait_gone(containing="kaybolur")
        a.keys("Escape")
        self.program.wait_gone("Ayarlarda ara")
        self.assertIn("Muayene", self.program.wait("Açıklama", a.FIELD).text())
        self.assertEqual(self.stored(), before)


if __name__ == "__main__":
    main()
