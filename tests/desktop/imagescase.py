"""What the tests of a patient's images share: a ministry that has some, and how to see whose are on the screen."""

import pyatspi

import assistant as a
import pictures
import screen
from cases import APPLICATION, SECRET, MinistryCase
from ministry import colour_of

FOURTH = "17291716060"
FIELD = "Erişim numarası"
OTAC = "postOTAC"
FORM = "/healthstatusweb/singledoctor/createreport"
BUTTONS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_CHECK_BOX)


def screen_shows(*patients):
    """Of which of these patients a stretch of their colour is on the screen, in one picture of it."""
    seen = screen.pixels()
    return [patient for patient in patients if bytes(colour_of(patient)) * 60 in seen]


def has_colour(patient):
    """A stretch of this patient's colour is somewhere on the screen."""
    return bool(screen_shows(patient))


def has_colour_at(patient, x, y=500):
    return screen.pixels((x, y, 1, 1)) == bytes(colour_of(patient))


def wait_study(program):
    """Until a study of the training ministry's viewer is drawn."""
    pictures.wait_painted(lambda: program.find(containing=", kesit "), "a slice", least=30)


class ImagesCase(MinistryCase):
    more_secrets = {"enabizPassword": SECRET}

    def provision(self, **settings):
        super().provision(**{"ogn__applicationCode": APPLICATION, "endpoints__ogn": self.ministry.address,
                             "endpoints__teletip": self.ministry.address + "/integrationapi",
                             "endpoints__viewer": self.ministry.address, **settings})

    def opened(self, patient, *accessions):
        self.program.open("--patient", patient, *(word for one in accessions for word in ("--accession", one)))
        self.image_of(patient, accessions[0])

    def image_of(self, patient, accession, seconds=20):
        return a.until(lambda: self.program.saying(f"Görüntü {patient} {accession}"),
                       f"image {accession} of {a.masked(patient)} is shown", seconds)

    def view(self, name):
        self.program.wait(name, BUTTONS).click()
