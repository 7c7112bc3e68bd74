"""What the tests at a patient's form share: opening forms, and writing into one as a person does."""

import assistant as a
from cases import MinistryCase

NOTE = "Açıklama"


class FormCase(MinistryCase):
    def opened(self, *patients):
        self.logged_in()
        for patient in patients:
            self.program.open("--patient", patient)
            self.page_of(patient)
            self.program.wait_patient(patient)

    def write_into_the_form(self, text="Muayene"):
        # A click into the page and keys from the X server: trusted input, as a person's.
        self.program.wait(NOTE, a.FIELD).click()
        a.until(lambda: self.program.find(NOTE, a.FIELD).is_focused(), "the page has the keyboard")
        a.type_text(text)
        a.until(lambda: text in self.program.find(NOTE, a.FIELD).text(), "the page took the keys")
