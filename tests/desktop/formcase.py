"""What the tests at a patient's form share: opening forms, and writing into one as a person does."""

import assistant as a
import pictures
from cases import MinistryCase

NOTE = "Açıklama"
# The training ministry's form. Letters that every keyboard has: the others get lost where the keys come fast.
PERSON = {"Telefon": "0500 123 45 67", "Kurum": "Deneme Tersanesi", "Görevi": "Montaj personeli"}
DECISION = {"Karar ve açıklama": "Fizik muayene ve solunum testi normal. Montaj yapmaya engel bir durum yoktur."}


def fill(program, form):
    """As a person does: a click into each field that can be seen, then keys."""
    for name, text in form.items():
        field = pictures.wait_painted(lambda name=name: program.find(name, a.FIELD), f"the form's “{name}”")
        field.click()
        a.until(field.is_focused, f"“{name}” has the keyboard")
        a.type_text(text)
        a.until(lambda field=field, text=text: field.text().strip() == text, f"“{name}” took the keys")


class FormCase(MinistryCase):
    def opened(self, *patients):
        self.logged_in()
        for patient in patients:
            self.program.open("--patient", patient)
            self.page_of(patient)
            self.program.wait_patient(patient)

    def write_into_the_form(self, text="Muayene"):
        # A click into the page and keys from the X server: trusted input, as a person's.
        self.program.click_into(NOTE)
        a.type_text(text)
        a.until(lambda: text in self.program.find(NOTE, a.FIELD).text(), "the page took the keys")
