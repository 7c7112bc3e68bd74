"""The translations are whole: nothing unfinished, nothing that the sources no longer say, placeholders kept.

Usage: translations_test.py <source folder> <lupdate>
"""

import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SOURCE = Path(sys.argv[1])
LUPDATE = sys.argv[2]
LANGUAGES = {"tr": [], "en": ["-pluralonly"]}


def ts_file(folder, language):
    return folder / "translations" / f"hekim-asistani_{language}.ts"


def entries(path):
    """(context, source, comment), message element: of one .ts file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            yield key, message


def texts(message):
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def placeholders(text):
    return sorted(re.findall(r"%L?[0-9]+|%n", text))


def has_accelerator(text):
    return re.search(r"&(?![& ])", text.replace("&&", "")) is not None


class Translations(unittest.TestCase):
    def for_each(self, check):
        for language in LANGUAGES:
            for key, message in entries(ts_file(SOURCE, language)):
                with self.subTest(language=language, context=key[0], text=key[1]):
                    check(key, message)

    def test_every_entry_is_finished(self):
        def check(_, message):
            self.assertNotIn(message.find("translation").get("type"), ("unfinished", "vanished", "obsolete"))
            for text in texts(message):
                self.assertTrue(text.strip(), "an empty translation")

        self.for_each(check)

    def test_placeholders_are_kept(self):
        def check(key, message):
            for text in texts(message):
                # A singular form may say the number in words ("one digit").
                wanted = [p for p in placeholders(key[1]) if p != "%n" or "%n" in text]
                self.assertEqual(placeholders(text), wanted)

        self.for_each(check)

    def test_accelerators_are_kept(self):
        def check(key, message):
            for text in texts(message):
                self.assertEqual(has_accelerator(text), has_accelerator(key[1]))

        self.for_each(check)

    def test_the_files_say_what_the_sources_say(self):
        with tempfile.TemporaryDirectory() as folder:
            for language, options in LANGUAGES.items():
                copy = Path(folder) / f"{language}.ts"
                shutil.copy(ts_file(SOURCE, language), copy)
                subprocess.run(
                    [LUPDATE, "-silent", "-locations", "none", "-no-obsolete", *options,
                     str(SOURCE / "src"), str(SOURCE / "ui"), "-ts", str(copy)],
                    check=True, stdin=subprocess.DEVNULL)
                before = {key for key, _ in entries(ts_file(SOURCE, language))}
                after = {key for key, _ in entries(copy)}
                with self.subTest(language=language):
                    self.assertEqual(after - before, set(), "texts of the sources without a translation")
                    self.assertEqual(before - after, set(), "translations whose text is gone from the sources")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
