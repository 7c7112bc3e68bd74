"""The views of a patient's tab and the past reports, seen from outside, against a ministry that is not ours."""

import json

import pyatspi

import assistant as a
from cases import FIRST, SECOND, MinistryCase, main

LIST = "/externalapi/api/Hbys/HastaninDurumBildirirRaporlari"
FORM = "/healthstatusweb/singledoctor/createreport"
VIEW = "Geçmiş raporlar"
SEARCH = "Geçmiş raporlarda ara"
TABLE = "Geçmiş rapor listesi"

REPORTS = [
    {"raporNo": "900", "raporReferansNo": "R-1", "tarih": "2024-02-03T10:20:00", "verilisNedeni": 2,
     "hekimAdi": "Dr. İpek Şen", "kurumAdi": "Isparta Devlet Hastanesi", "tanilar": [{"kod": "M54"}]},
    {"raporNo": "1100", "raporReferansNo": "R-2", "tarih": "2025-11-30T08:00:00", "verilisNedeni": 0,
     "hekimAdi": "Dr. Çağla Ak", "kurumAdi": "İzmir Şehir Hastanesi", "ozelAlan": "hiç düşmez"},
    {"raporNo": "95", "raporReferansNo": "R-3", "tarih": "bilinmiyor", "verilisNedeni": 9,
     "hekimAdi": "Dr. Cem Uz", "kurumAdi": "Sivas Numune"},
]


class History(MinistryCase):
    def setUp(self):
        super().setUp()
        self.reply(REPORTS)

    def reply(self, value, status=200):
        self.ministry.past_reports = (status, "application/json; charset=utf-8", json.dumps(value, ensure_ascii=False))

    def opened(self, patient=FIRST):
        self.logged_in()
        self.program.open("--patient", patient, "--page", "history")
        self.program.wait_patient(patient)
        self.counted(f"{len(REPORTS)} / {len(REPORTS)} rapor")

    def counted(self, text):
        self.program.wait(text, pyatspi.ROLE_LABEL)

    def cells(self):
        return self.program.wait(TABLE, pyatspi.ROLE_TABLE).cells()

    def numbers(self):
        return [row[0] for row in self.cells()]

    def headings(self):
        return self.program.wait(TABLE, pyatspi.ROLE_TABLE).headings()

    def type_filter(self, text):
        self.program.click_into(SEARCH)
        a.keys("ctrl+a", "Delete")
        a.type_text(text)

    def clipboard(self):
        # What is on the clipboard comes from the window itself, pasted into its own field and read back.
        field = self.program.wait(SEARCH, a.FIELD)
        field.click()
        a.keys("ctrl+a", "ctrl+v")
        return a.until(field.text, "something was pasted")

    def test_launch_lands_in_the_past_reports_and_loads_no_form(self):
        self.opened()
        self.assertEqual(len(self.ministry.asked(LIST)), 1)
        request = self.ministry.asked(LIST)[0]
        self.assertEqual(request.target, f"{LIST}?hastaTCKN={FIRST}&reportType=5")
        self.keep(lambda: not self.ministry.asked(FORM), "the form was not asked for")
        self.assertIsNotNone(self.program.find(VIEW, pyatspi.ROLE_CHECK_BOX))

    def test_everything_of_the_reply_is_shown_newest_first(self):
        self.opened()
        self.assertEqual(self.numbers(), ["1100", "900", "95"])
        told = "\n".join("\n".join(row) for row in self.cells())
        for part in ("30.11.2025 08:00", "3.02.2024 10:20", "bilinmiyor", "İş Sağlığı ve Güvenliği Kararı", "hiç düşmez",
                     '[{"kod":"M54"}]'):
            self.assertIn(part, told)

    def test_both_shapes_of_the_reply(self):
        self.reply({"success": True, "data": REPORTS})
        self.opened()
        self.assertEqual(self.numbers(), ["1100", "900", "95"])

    def test_filter_as_it_is_typed(self):
        self.opened()
        self.type_filter("isparta")
        self.counted("1 / 3 rapor")
        self.assertEqual(self.numbers(), ["900"])
        self.type_filter("yokboyle")
        self.assertSays("geçmiyor")
        a.keys("Escape")
        self.counted("3 / 3 rapor")

    def test_sort_by_a_heading(self):
        self.opened()
        table = self.program.wait(TABLE, pyatspi.ROLE_TABLE).box()
        a.run("xdotool", "mousemove", str(table.x + 20), str(table.y + 10), "click", "1")
        a.until(lambda: self.numbers() == ["95", "900", "1100"], "the numbers stand by size")

    def test_copy_of_cell_and_row(self):
        self.opened()
        self.program.wait("1100", pyatspi.ROLE_TABLE_CELL).click()
        a.keys("ctrl+c")
        self.assertEqual(self.clipboard(), "1100")
        a.keys("Escape")
        self.counted("3 / 3 rapor")
        self.program.wait("900", pyatspi.ROLE_TABLE_CELL).click()
        a.keys("ctrl+shift+c")
        copied = self.clipboard()
        for part in ("900", "R-1", "Dr. İpek Şen", "Isparta Devlet Hastanesi"):
            self.assertIn(part, copied)

    def test_no_reports_says_what_to_do(self):
        self.reply([])
        self.logged_in()
        self.program.open("--patient", FIRST, "--page", "history")
        self.assertSays("Bu hasta için daha önce yazılmış bir rapor yok")
        self.program.wait("Rapor yaz", pyatspi.ROLE_PUSH_BUTTON).press()
        self.page_of(FIRST)

    def test_W1_a_failure_stays_in_the_view_and_can_be_tried_again(self):
        self.reply({"Message": "bakım"}, 503)
        self.logged_in()
        self.program.open("--patient", FIRST, "--page", "history")
        self.assertSays("ServerFailed")
        self.reply(REPORTS)
        self.program.wait("Yeniden dene", pyatspi.ROLE_PUSH_BUTTON).press()
        self.counted("3 / 3 rapor")

    def test_loading_can_be_cancelled(self):
        self.logged_in()
        self.ministry.hold.set()
        self.program.open("--patient", FIRST, "--page", "history")
        self.ministry.wait_for(LIST)
        self.program.wait("Vazgeç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.assertSays("vazgeçildi")
        self.ministry.hold.clear()
        self.program.wait("Yeniden dene", pyatspi.ROLE_PUSH_BUTTON).press()
        self.counted("3 / 3 rapor")

    def test_an_old_token_is_renewed_once(self):
        self.logged_in()
        self.ministry.tokens += 1  # what was given out is good no more
        self.program.open("--patient", FIRST, "--page", "history")
        self.counted("3 / 3 rapor")
        self.assertEqual(len(self.ministry.asked(LIST)), 2)
        self.assertEqual(len(self.ministry.asked("/AuthApi/")), 2)

    def test_P2_switching_views_loads_nothing_anew(self):
        self.opened()
        a.keys("ctrl+1")
        self.page_of(FIRST)
        note = self.program.wait("Açıklama", a.FIELD)
        note.click()
        a.until(lambda: self.program.find("Açıklama", a.FIELD).is_focused(), "the page has the keyboard")
        a.type_text("Muayene")
        a.keys("ctrl+2")
        self.counted("3 / 3 rapor")
        a.keys("ctrl+1")
        self.page_of(FIRST)
        self.assertIn("Muayene", self.program.wait("Açıklama", a.FIELD).text())
        self.assertEqual((len(self.ministry.asked(FORM)), len(self.ministry.asked(LIST))), (1, 1))

    def test_P2_a_second_launch_for_the_same_patient_changes_the_view_only(self):
        self.logged_in()
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        self.program.open("--patient", FIRST, "--page", "history")
        self.counted("3 / 3 rapor")
        self.assertEqual(len(self.ministry.asked(FORM)), 1)
        self.program.open("--patient", FIRST)  # as it stands
        self.keep(lambda: self.program.find("3 / 3 rapor"), "the past reports stay in front")

    def test_P1_each_patient_has_a_list_of_its_own(self):
        self.opened(FIRST)
        self.reply([{"raporNo": "77", "tarih": "2020-01-01"}])
        self.program.open("--patient", SECOND, "--page", "history")
        self.program.wait_patient(SECOND)
        self.counted("1 / 1 rapor")
        self.assertEqual(self.numbers(), ["77"])
        self.program.tab(FIRST).click()
        self.program.wait_patient(FIRST)
        self.counted("3 / 3 rapor")
        self.assertEqual(self.numbers(), ["1100", "900", "95"])
        self.assertEqual([r.parameters["hastaTCKN"] for r in self.ministry.asked(LIST)], [FIRST, SECOND])


if __name__ == "__main__":
    main()
