"""Lost sessions, failed steps, hung pages and logins of the training ministry's "Deneme sayfası" (rules P2, P3, W1 to W3)."""

import pyatspi

import assistant as a
from cases import main
from tryout import DIALOG, TryoutCase

NOTE = "Adımın notu"
FORM = "Durum Bildirir Tek Hekim Raporu"


class TryoutSession(TryoutCase):
    def end_the_session(self):
        self.press_in_page("Oturumu bitir")
        self.assertSays("Oturum bitti.")

    def form_is_there(self, seconds=20):
        """The patient's report form: what the tab opens with."""
        self.program.wait(FORM, pyatspi.ROLE_HEADING, seconds=seconds)

    def note_is(self, text):
        a.until(lambda: text in self.in_page(NOTE).text(), "what was typed is there")

    def test_a_step_is_done(self):
        self.opened()
        self.fill(NOTE, "ilk")
        self.press_in_page("Adımı gönder")
        self.assertSays("Adım tamamlandı: ilk")

    def test_P3_a_failed_step_gives_back_what_was_typed(self):
        self.opened()
        self.fill(NOTE, "Muayene notu")
        self.press_in_page("Adımı hatayla gönder (500)")
        self.press("Forma dön")
        self.note_is("Muayene notu")
        self.press_in_page("Adımı gönder")
        self.assertSays("Adım tamamlandı: Muayene notu")

    def test_P3_a_lost_session_opens_again_by_one_button_and_never_by_itself(self):
        self.opened()
        self.fill(NOTE, "Muayene notu")
        self.end_the_session()
        self.press_in_page("Adımı gönder")
        self.program.wait("Forma dön", pyatspi.ROLE_PUSH_BUTTON)
        self.keep(lambda: not self.program.find(FORM, pyatspi.ROLE_HEADING), "nothing was opened again")
        self.press("Yeniden dene")
        self.program.wait(role=DIALOG).find("Yeniden aç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.form_is_there()
        self.to_the_page()  # with a session that is alive
        self.fill(NOTE, "sonraki")
        self.press_in_page("Adımı gönder")
        self.assertSays("Adım tamamlandı: sonraki")

    def test_P3_a_form_that_the_dead_session_keeps_is_told_once_and_opens_anew_after_a_question(self):
        """Nothing of this ministry's pages may be kept by a browser: going back asks for the form again."""
        self.opened()
        self.fill(NOTE, "Muayene notu")
        self.end_the_session()
        self.press_in_page("Adımı gönder")
        self.press("Forma dön")
        self.assertSays("Form eski haliyle geri getirilemiyor")
        self.assertFalse(self.program.find("Forma dön", pyatspi.ROLE_PUSH_BUTTON))
        self.keep(lambda: not self.program.find(FORM, pyatspi.ROLE_HEADING), "nothing was opened again")
        self.press("Yeniden dene")
        question = self.program.wait(role=DIALOG)
        self.assertFalse(self.program.find(FORM, pyatspi.ROLE_HEADING))
        question.find("Yeniden aç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.form_is_there()
        self.to_the_page()  # with a session that is alive
        self.fill(NOTE, "sonraki")
        self.press_in_page("Adımı gönder")
        self.assertSays("Adım tamamlandı: sonraki")

    def lands_at_the_login(self):
        self.end_the_session()
        self.press_in_page("Sonraki adıma geç")
        self.program.wait("e-Rapor girişi", pyatspi.ROLE_HEADING)
        self.assertMessage("oturum")
        self.keep(lambda: self.program.find("e-Rapor girişi", pyatspi.ROLE_HEADING), "nothing was opened by itself")

    def test_W1_a_login_in_place_of_the_page_is_told_and_opens_again(self):
        self.opened()
        self.lands_at_the_login()
        self.press("Yeniden aç")
        self.form_is_there()
        self.to_the_page()
        self.press_in_page("Sonraki adıma geç")
        self.assertSays("Oturum açık")

    def test_P3_a_login_after_something_was_typed_asks_before_it_opens_again(self):
        self.opened()
        self.fill(NOTE, "Muayene notu")
        self.lands_at_the_login()
        self.program.wait("Forma dön", pyatspi.ROLE_PUSH_BUTTON)
        self.press("Yeniden aç")
        question = self.program.wait(role=DIALOG)
        self.assertFalse(self.program.find(FORM, pyatspi.ROLE_HEADING))
        question.find("Yeniden aç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.form_is_there()

    def test_W2_a_hung_page_is_told_and_another_takes_its_place(self):
        self.opened()
        self.fill(NOTE, "Muayene notu")
        self.press_in_page("Sayfayı dondur")
        self.press_in_page("Evet, dondur")
        self.assertSays("yanıt vermiyor", 40)
        # The window itself goes on.
        self.assertEqual(self.program.launch("--environment", "test").returncode, 5)
        self.press("Yeniden aç")
        self.program.wait(role=DIALOG).find("Yeniden aç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.form_is_there()
        self.to_the_page()

    # The login of a page (HTTP authentication)

    def give_login(self, password):
        dialog = self.program.wait("Sayfa girişi", DIALOG)
        for field, text in (("Kullanıcı adı", "deneme"), ("Parola", password)):
            control = dialog.find(field)
            control.take_keyboard()
            a.until(control.is_focused, f"“{field}” has the keyboard")
            a.type_text(text)
        a.keys("Return")

    def test_W3_a_pages_login_is_asked_for_again_when_refused_and_then_used(self):
        self.opened()
        self.press_in_page("Parolalı sayfayı aç")
        dialog = self.program.wait("Sayfa girişi", DIALOG)
        spoken = dialog.spoken()
        self.assertIn("127.0.0.1", spoken)
        self.assertIn("Deneme sayfasi", spoken)
        self.assertNotIn("kabul edilmedi", spoken)
        self.give_login("yanlis")
        self.assertSays("kabul edilmedi")  # in a dialog of its own, that may stand there at once
        self.give_login("egitim-2026")
        self.program.wait_gone("Sayfa girişi", DIALOG)
        self.program.wait("Parolalı sayfa", pyatspi.ROLE_HEADING)


if __name__ == "__main__":
    main()
