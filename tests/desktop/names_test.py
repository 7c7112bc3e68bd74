"""The names that assistive technology reads, and the whole main job by keyboard alone."""

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, SECOND, DesktopCase, MinistryCase, main


class Names(DesktopCase):
    """Turkish interface, in training: the names of the table in the design, each on the control that it is for."""

    def setUp(self):
        super().setUp()
        self.in_training()

    def assertNamed(self, name, *roles):
        control = self.program.wait(name, roles or None)
        self.assertTrue(control.is_showing())
        return control

    def test_login_page(self):
        self.program.start()
        self.assertNamed("T.C. kimlik numarası", pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY)
        self.assertNamed("Giriş yap", pyatspi.ROLE_PUSH_BUTTON)
        self.assertSays("EĞİTİM")  # the environment's banner

    def test_work_page(self):
        self.program.start("--patient", FIRST, "--reason", "2")
        self.program.log_in(DOCTOR)
        self.program.wait_patient(FIRST)
        self.assertNamed("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        self.assertNamed("100•••••146" if FIRST == DOCTOR else a.masked(FIRST), pyatspi.ROLE_PAGE_TAB)
        banner = self.assertNamed("Hasta")
        self.assertIsNotNone(banner.find(a.grouped(FIRST)), "the number stands in the banner, grouped")
        self.assertNamed("Rapor")
        for name in ("Hekim", "Çıkış", "Yeni hasta"):
            self.assertNamed(name, pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_PUSH_BUTTON_MENU)

    def test_new_patient(self):
        self.program.start()
        self.program.logged_in(DOCTOR)
        self.program.wait("Yeni hasta").press()
        self.assertNamed("Hasta kimlik numarası", pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY)
        self.assertNamed("Aç", pyatspi.ROLE_PUSH_BUTTON)

    def test_message_bar(self):
        self.program.start("--patient", FIRST)
        self.program.log_in(DOCTOR)
        self.program.wait_patient(FIRST)
        self.program.open("--patient", FIRST, "--reason", "3")
        message = self.assertNamed("Bildirim")
        self.assertTrue(message.description)

    def test_nothing_that_can_be_pressed_is_without_a_name(self):
        self.program.start("--patient", FIRST)
        pressable = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_PUSH_BUTTON_MENU, pyatspi.ROLE_TOGGLE_BUTTON,
                     pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_ENTRY, pyatspi.ROLE_TEXT, pyatspi.ROLE_COMBO_BOX,
                     pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_LINK)

        def nameless():
            window = self.program.application()
            return [(seen.role_name, seen.description) for seen in window.read("Name", "Description", "Role")
                    if seen.role in pressable and not seen.name and seen.states.has(pyatspi.STATE_FOCUSABLE)]

        self.assertEqual(nameless(), [])
        self.program.log_in(DOCTOR)
        self.program.wait_patient(FIRST)
        self.program.wait(role=pyatspi.ROLE_DOCUMENT_WEB)
        self.assertEqual(nameless(), [])
        self.program.wait("Yeni hasta").press()
        self.program.wait("Hasta kimlik numarası")
        self.assertEqual(nameless(), [])

    def test_every_combo_box_says_what_is_chosen_there(self):
        """Qt 6.4 on X11 tells its value as its name: a label or a description must say what it is."""
        self.program.start()
        self.program.logged_in(DOCTOR)

        def unsaid(count):
            boxes = list(self.program.application().find_all(role=pyatspi.ROLE_COMBO_BOX, showing=False))
            self.assertGreaterEqual(len(boxes), count)
            return [c.name for c in boxes if not any(c.labels()) and not c.description]

        self.program.wait("HES", pyatspi.ROLE_PAGE_TAB).click()
        self.program.wait("HES kodları")
        self.assertEqual(unsaid(2), [])
        a.keys("ctrl+n")
        self.program.wait("Yeni hasta", pyatspi.ROLE_DIALOG)
        reason = self.program.find(role=pyatspi.ROLE_COMBO_BOX)
        self.assertEqual(reason.labels(), ["Veriliş nedeni"])
        a.keys("Escape")
        self.program.choose("Hekim", "Hazırlık")
        self.program.wait("Hazırlık", pyatspi.ROLE_DIALOG)
        self.assertEqual(unsaid(4), [])
        a.keys("Escape")
        self.program.wait_gone("Hazırlık", pyatspi.ROLE_DIALOG)
        self.program.choose("Hekim", "Ayarlar")
        self.program.wait("Ayarlar", pyatspi.ROLE_DIALOG)
        self.assertEqual(unsaid(6), [])

    def test_the_language_is_turkish_where_the_system_has_neither(self):
        self.program.write_settings({"ui/language": "system"})
        for language in ("C.UTF-8", "de_DE.UTF-8"):
            with self.subTest(language=language):
                environment = {**self.program.environment, "LANG": language}
                self.program.open(environment=environment)
                self.program.wait(a.LOGIN_BUTTON)
                self.program.close()

    def test_english_is_complete_on_screen(self):
        self.program.write_settings({"ui/language": "en"})
        self.program.open("--patient", FIRST)
        self.program.wait("Log in", pyatspi.ROLE_PUSH_BUTTON)
        spoken = self.program.spoken()
        for turkish in ("Giriş", "Hekim girişi", "kimlik numarası"):
            self.assertNotIn(turkish, spoken)


class Keyboard(MinistryCase):
    def test_the_main_job_by_keyboard_alone(self):
        self.provision()
        self.program.start("--patient", FIRST)
        a.type_text(DOCTOR)
        a.keys("Return")
        self.page_of(FIRST)

        a.keys("ctrl+n")
        field = self.program.wait("Hasta kimlik numarası")
        a.until(field.is_focused, "the field has the keyboard")
        a.type_text(SECOND)
        a.keys("Return")
        self.page_of(SECOND)
        self.program.wait_patient(SECOND)

        a.keys("ctrl+Tab")
        a.until(lambda: self.program.find("Raporlarım", pyatspi.ROLE_PAGE_TAB).is_selected(), "the next tab is in front")
        a.keys("ctrl+shift+Tab")
        self.program.wait_patient(SECOND)
        a.keys("ctrl+w")
        a.until(lambda: len(self.program.tabs()) == 2, "the tab is closed")

    def test_tab_reaches_every_control_and_comes_round(self):
        self.provision()
        self.program.start()
        seen = []
        for _ in range(12):
            control = a.until(self.program.focused, "something has the keyboard")
            if seen and control.name == seen[0]:
                break
            if control.name not in seen:
                seen.append(control.name)
            a.keys("Tab")
            a.until(lambda: (f := self.program.focused()) and (f.name != control.name or len(seen) == 1),
                    f"Tab leaves “{control.name}”")
        self.assertEqual(seen[0], a.LOGIN_FIELD)
        self.assertIn(a.LOGIN_BUTTON, seen)

    def test_tab_leaves_the_page_again(self):
        self.logged_in("--patient", FIRST)
        self.page_of(FIRST)
        wanted = {"Hekim", "Çıkış", "Yeni hasta", "Açıklama"}
        seen = set()

        def step():
            a.keys("Tab")
            control = self.program.focused()
            if control:
                seen.add(control.name)
            return wanted <= seen

        a.until(step, f"Tab reaches {wanted}", 30)


if __name__ == "__main__":
    main()
