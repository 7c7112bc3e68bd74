"""The layers of docs/architecture.md, read out of the lists in the CMakeLists.txt files: a library links what stands below it,
a source includes what its library links, and no folder holds more than a person looks through."""

import re
import unittest
from collections import Counter, defaultdict
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
SRC = TOP / "src"
MOST_FILES = 30


def lists():
    """Library of each source, and what each library links, in the order in which CMake reads them: from below."""
    library_of, links = {}, defaultdict(set)
    folders = re.findall(r"add_subdirectory\((\w+)\)", (SRC / "CMakeLists.txt").read_text(encoding="utf-8"))
    for folder in [SRC / name for name in folders]:
        text = re.sub(r"#.*", "", (folder / "CMakeLists.txt").read_text(encoding="utf-8"))
        for call, arguments in re.findall(r"(\w+)\(([^()]*)\)", text):
            words = arguments.split()
            if call in ("hekim_library", "hekim_program"):
                target = "hekim_" * (call == "hekim_library") + words[0]
                sources = words[words.index("SOURCES") + 1:words.index("LINKS")]
                links[target] |= set(words[words.index("LINKS") + 1:])
            elif call in ("target_sources", "add_library"):
                target, sources = words[0], words[2:]
            elif call == "target_link_libraries":
                links[words[0]] |= set(words[2:])
                continue
            else:
                continue
            for name in sources:
                links[target] |= set(re.findall(r"TARGET_OBJECTS:(\w+)", name))
                for system in ("unix", "windows"):
                    path = name.replace("${os}", system).replace("${CMAKE_SOURCE_DIR}", str(TOP))
                    library_of.setdefault(folder / path, target)
    return library_of, links


def sources():
    return [path for path in SRC.rglob("*") if path.suffix in (".cpp", ".h")]


class Layers(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.library_of, cls.links = lists()

    def reached(self, target):
        return {target}.union(*(self.reached(link) for link in self.links.get(target, ())))

    def assertNone(self, wrong):
        self.assertEqual(list(wrong), [])

    def test_libraries_link_downwards_only(self):
        order = list(self.links)
        self.assertGreater(len(order), 15)
        self.assertNone(f"{target} links {link}" for target in order for link in self.links[target]
                        if link in order and order.index(link) >= order.index(target))

    def test_every_source_is_in_a_list(self):
        self.assertNone(str(path) for path in sources() if path not in self.library_of)

    def test_sources_include_only_what_their_library_links(self):
        reached = {target: self.reached(target) for target in set(self.library_of.values())}

        def wrong():
            for path in sources():
                for name in re.findall(r'^#include "([\w/]+\.h)"', path.read_text(encoding="utf-8"), re.M):
                    other = self.library_of.get(SRC / name)
                    if other and path in self.library_of and other not in reached[self.library_of[path]]:
                        yield f"{path.relative_to(TOP)} of {self.library_of[path]} includes {name} of {other}"

        self.assertNone(wrong())

    def test_no_folder_is_too_full_to_look_through(self):
        counts = Counter(path.parent for path in sources())
        self.assertNone(f"{folder.relative_to(TOP)}: {count} files" for folder, count in counts.items() if count > MOST_FILES)


if __name__ == "__main__":
    unittest.main()
