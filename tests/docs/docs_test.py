"""The documents against the project: what they name is there, what stands in several places is the same, and the sources
cite nothing that is not here."""

import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "docs"))
import texts  # noqa: E402

DOCUMENTS = [TOP / "README.md", TOP / "installer/README.md", *sorted(TOP.glob("docs/**/*.md"))]
FOLDERS = {entry.name for entry in TOP.iterdir() if entry.is_dir()} - {".git", "build", "dist", "shots"}
TEXTS = {"", ".cpp", ".h", ".c", ".rc", ".ui", ".py", ".sh", ".cmake", ".txt", ".json", ".toml", ".yml", ".in", ".js", ".html",
         ".css", ".ps1", ".wxs", ".wxi"}


def read(path):
    return (TOP / path).read_text(encoding="utf-8")


def sources():
    """Every text that people of this project write, but the documents: path and content."""
    for folder, folders, files in os.walk(TOP):
        if Path(folder) == TOP:
            folders[:] = FOLDERS
        for path in [Path(folder) / name for name in files]:
            if path.suffix in TEXTS and "seeds" not in path.parts and path != Path(__file__).resolve():
                yield str(path.relative_to(TOP)), path.read_text(encoding="utf-8", errors="replace")


def anchors(markdown):
    """Of its headings, as code hosts make them."""
    titles = re.findall(r"^#+ (.*?)(?: \{#.*)?$", re.sub(r"```.*?```", "", markdown, flags=re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


class Documents(unittest.TestCase):
    maxDiff = None

    def assertNone(self, wrong):
        self.assertEqual(list(wrong), [])

    def test_the_readme_is_short_and_tells_the_two_commands(self):
        readme = read("README.md")
        self.assertLessEqual(len(readme.splitlines()), 130)
        for command in ("./dev run", "./dev test"):
            self.assertIn(command, readme)
        self.assertIn("./dev test", read(".ci/run"))

    def test_every_link_leads_somewhere(self):
        def wrong():
            for document in DOCUMENTS:
                for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
                    path, _, anchor = link.partition("#")
                    target = document.parent / path if path else document
                    if "://" not in link and (not target.exists() or
                                              anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
                        yield f"{document.relative_to(TOP)}: {link}"

        self.assertNone(wrong())

    def test_every_path_that_is_named_exists(self):
        keys = {row[0] for row in texts.settings()}

        def wrong():
            for document in DOCUMENTS:
                for code in re.findall(r"`([^`\n]+)`", document.read_text(encoding="utf-8")):
                    path = re.match(r"(?:[\w.-]+/)[\w./*-]*", code)
                    if not path or code in keys or path.group().split("/")[0] not in FOLDERS:
                        continue
                    if not list(TOP.glob(path.group().rstrip("/."))):
                        yield f"{document.relative_to(TOP)}: {code}"

        self.assertNone(wrong())

    def test_every_test_and_target_that_is_named_exists(self):
        names = {path.stem for path in TOP.glob("tests/**/*.cpp")} | {"docs", "translations", "rules_apply"}
        names |= {"desktop_" + path.stem.removesuffix("_test") for path in TOP.glob("tests/desktop/*.py")}

        def wrong():
            for document in DOCUMENTS:
                text = document.read_text(encoding="utf-8")
                for name in re.findall(r"\b(?:tst|desktop)_\w+", text):
                    if name not in names and name + "_test" not in text:
                        yield f"{document.relative_to(TOP)}: {name}"

        self.assertNone(wrong())

    def test_every_word_of_dev_that_is_named_exists_and_is_helped_with(self):
        dev = read("dev")
        words = set(re.findall(r"^dev_(\w+)\(\)", dev, re.M))
        helped = set(re.findall(r"^\./dev (\w+)", dev.split("HELP")[1], re.M))
        self.assertEqual(words, helped)
        named = {word for path in [*DOCUMENTS, TOP / ".ci/run"]
                 for word in re.findall(r"\./dev (\w+)", path.read_text(encoding="utf-8"))}
        self.assertNone(sorted(named - words))

    def test_the_picture_names_folders_of_the_sources(self):
        drawn = re.findall(r'class="name"[^>]*>([a-z]+)<', read("docs/architecture.svg"))
        self.assertGreater(len(drawn), 6)
        self.assertNone(name for name in drawn if not (TOP / "src" / name).is_dir())
        told = set(re.findall(r"`src/(\w+)`", read("docs/architecture.md")))
        self.assertEqual(told, {folder.name for folder in (TOP / "src").iterdir() if folder.is_dir()})

    def test_every_decision_stands_in_the_list(self):
        listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", read("docs/adr/README.md"))
        self.assertEqual(listed, sorted(path.name for path in TOP.glob("docs/adr/0*.md")))

    def test_options_exit_codes_and_settings_agree_everywhere(self):
        self.assertGreater(len(texts.rows_of_help("options")), 15)
        self.assertGreater(len(texts.rows_of_help("exitCodes")), 5)
        self.assertGreater(len(texts.settings()), 30)
        outdated = [str(path.relative_to(TOP)) for path in texts.outdated()]
        self.assertEqual(outdated, [], "python3 docs/texts.py writes them")

    def test_the_codes_of_the_connection_check_are_told(self):
        written = next(TOP.glob("src/**/connectiontext.cpp")).read_text(encoding="utf-8")

        def codes(array):
            return {code for code in re.findall(r'"(\w*)"_L1', re.search(rf"{array}\{{(.*?)\}};", written, re.S).group(1))
                    if code}

        told = {member: set(re.findall(r"`(\w+)`", row))
                for member, row in re.findall(r"^\| `(\w+)`[^|]*\| (`\w+`(?: `\w+`)+) \|$", read("docs/clinic-it.md"), re.M)}
        self.assertEqual(told, {"result": codes("resultCodes"), "service": codes("serviceCodes"),
                                "state": codes("serviceStateCodes"), "side": codes("sideCodes"), "step": codes("stepCodes")})

    def test_what_the_training_ministry_does_wrong_on_demand_is_told(self):
        written = next(TOP.glob("src/**/misbehaviour.cpp")).read_text(encoding="utf-8")
        usage = re.search(r"  what   (.*?)  where ", read("src/training/arguments.cpp"), re.S).group(1)

        def words(function):
            found = re.findall(r'u"(\w+)"_s', re.search(rf"::{function}\(\)\n{{(.*?)\n}}", written, re.S).group(1))
            self.assertGreater(len(found), 5)
            return found

        self.assertEqual([word for word in words("whats") if not re.search(rf"\b{word}\b", usage)], [], "in --help")
        for help_page in TOP.glob("resources/help/*/vendor.md"):
            text = help_page.read_text(encoding="utf-8")
            for name in ("what", "where"):
                told = re.findall(r"`(\w+)`", re.search(rf"`{name}`: (.*?)\.(?:\s|$)", text, re.S).group(1))
                self.assertEqual(told, words(name + "s"), help_page)

    def test_sources_cite_only_what_is_here(self):
        def wrong():
            for name, text in sources():
                for line in text.splitlines():
                    if re.search(r"\bDESIGN\b|\.\./shared|platform-facts", line):
                        yield f"{name}: {line.strip()}"
                    for document in re.findall(r"\b(?:docs|installer)/[\w/-]+\.md", line):
                        if not (TOP / document).exists():
                            yield f"{name}: {document}"

        self.assertNone(wrong())

    def test_guides_are_cited_by_sections_that_guides_md_tells(self):
        guides = dict(re.findall(r"^## (\d{3}) .*?\n(.*?)(?=^## |\Z)", read("docs/guides.md"), re.M | re.S))
        self.assertEqual(set(guides), {"000", "001", "002", "003", "004"})

        def is_told(guide, section):
            told = re.findall(r"^\| ([\w.]+)(?: to (\w+))? \|", guides.get(guide, ""), re.M)
            number = section.rstrip("ab")
            return any(first == number or last and first <= number <= last or first.startswith(number + ".")
                       for first, last in told)

        def wrong():
            for name, text in sources():
                words = re.sub(r"\n\s*(?:///?|#|\*)?\s*", " ", text)
                for guide, section in re.findall(r"\b[Gg]uide (\d{3}),? (?:section|step)s? (\d(?:\.\d)?[ab]?)", words):
                    if not is_told(guide, section):
                        yield f"{name}: guide {guide} section {section}"

        self.assertNone(wrong())

    def test_what_cmake_must_be_stands_in_one_place(self):
        said = [name for name, text in sources()
                if re.search(r"cmake_minimum_required|cmakeMinimumRequired", text)]
        self.assertEqual(said, ["CMakeLists.txt"])
        pinned = [name for name, text in sources() if re.search(r"find_package\(Qt6 [\d.]+", text)]
        self.assertEqual(pinned, [], "the oldest Qt stands in CMakeLists.txt: find_package(Qt6 ${HEKIM_OLDEST_QT} …)")

    def test_windows_installer_knows_the_settings(self):
        made = subprocess.run([sys.executable, TOP / "installer/windows/settings.py"], capture_output=True, encoding="utf-8",
                              check=True, env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout
        self.assertEqual(made.strip(), read("installer/windows/settings.wxi").strip(),
                         "settings.wxi is not what settings.py says: make it anew")

    def test_policy_example_sets_nothing(self):
        for line in read("installer/policy/policy.conf.example").splitlines():
            self.assertTrue(line.startswith(";"), line)

    def test_each_test_is_built(self):
        """A test file that no list names is never run."""
        def is_listed(path):
            names = re.split(r"[\s()/.]+", read(path.parent / "CMakeLists.txt"))
            return any(path.stem.removeprefix(prefix) in names for prefix in ("", "tst_", f"tst_{path.parent.name}_"))

        left_out = [str(path.relative_to(TOP)) for path in TOP.glob("tests/**/tst_*.cpp") if not is_listed(path)]
        self.assertEqual(left_out, [])


if __name__ == "__main__":
    unittest.main()
