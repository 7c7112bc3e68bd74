"""The images among the other views of a patient: how much stands above each."""

import pyatspi

from cases import FIRST, main
from imagescase import ImagesCase

CHROME = 96  # the most that may stand above a view, in pixels at 1280×720


class ImagesPane(ImagesCase):
    def tops(self):
        """Where pages and the banner's lower edge are, from the window's upper edge."""
        top = self.program.find(role=pyatspi.ROLE_FRAME).box().y
        pages = [c.box().y - top for c in self.program.application().find_all(role=pyatspi.ROLE_DOCUMENT_WEB)]
        banner = self.program.find("Hasta").box()
        return [*(y for y in pages if y > 0), banner.y + banner.height - top]

    def test_no_view_has_more_above_it_than_is_allowed(self):
        self.logged_in()
        self.program.open("--patient", FIRST, "--reason", "2", "--accession", "ACC-20231105-1", "--accession", "ACC-2")
        self.image_of(FIRST, "ACC-20231105-1")
        for view in ("Rapor", "Geçmiş raporlar", "Görüntüler", "Yan yana"):
            with self.subTest(view=view):
                self.program.find(view).press()
                if view != "Geçmiş raporlar":
                    self.page_of(FIRST) if view == "Rapor" else self.image_of(FIRST, "ACC-20231105-1")
                self.assertLessEqual(max(self.tops()), CHROME)
                # and all of it fits: nothing is pushed out of the window
                frame = self.program.find(role=pyatspi.ROLE_FRAME).box()
                last = self.program.find("Çıkış").box()
                self.assertLessEqual(last.x + last.width, 1280)
                self.assertLessEqual(frame.width, 1280)


if __name__ == "__main__":
    main()
