"""Proves that the tests of the rules can fail: breaks a rule in a copy of the sources, and its test must notice.

    broken.py run <source folder> [--quick] [--seen <file>] [P1 S3 …] [words]
        every breakage, or those of these rules and those with such a word in them or in the names of their tests;
        --quick: without the tests that need a desktop;
        --seen: goes on from there: leaves out what the file holds, and adds to it each test that is seen to fail
    broken.py check <source folder>
        whether each still applies and each rule has one; nothing is built

A rule has a file beside this one, S3.toml, with a table for each breakage:

    [[broken]]
    breaks = "a redirect of the first load is followed"    what is wrong then, in words
    file = "requestgate.cpp"                               where, by its name alone: under src, resources or installer
    find = 'if (refused)'                                  stands there exactly once …
    put = 'if (false)'                                     … and is replaced by this
    and = [{file = …, find = …, put = …}]                  where one place is not enough
    tests = ["tst_pane_hosts:S5_nothingReachesIt"]         each must fail: CTest's name and the test's own
    build = ["hekim-asistani-setup"]                       what else the test starts, where CMake does not say it
"""

import ast
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from pathlib import Path

RULES = [f"P{n}" for n in range(1, 7)] + [f"S{n}" for n in range(1, 9)] + [f"W{n}" for n in range(1, 4)]
SKIPPED = 77  # as tests/package has it
PLACES = ["src", "resources", "installer"]
HERE = Path(__file__).resolve().parent
WINDOW = ["hekim-asistani", "hekim-asistani-setup", "hekim-asistani-training", "hekim-asistani-desktop"]


class Skipped(Exception):
    """The test cannot be run on this computer."""


class Unusable(Exception):
    """A breakage that says nothing: it does not apply, does not build, or names no test."""


class Change:
    """One text in one file for another."""

    def __init__(self, sources, table):
        files = [f for top in PLACES for f in sources.glob(f"{top}/**/{table['file']}")]
        if len(files) != 1:
            raise Unusable(f"{table['file']}: {len(files)} files of this name")
        self.file = files[0]
        self.before = self.file.read_text(encoding="utf-8")
        self.find, self.put = table["find"], table["put"]
        if (count := self.before.count(self.find)) != 1:
            raise Unusable(f"{table['file']}: found {count} times, wanted once: {self.find.strip().splitlines()[0]}")


class Test:
    """A test function: CTest's name of its program, and its own."""

    def __init__(self, sources, written):
        self.written = written
        self.program, _, self.function = written.partition(":")
        name = self.program.split(".")[0]
        self.kind, _, rest = name.partition("_")
        self.is_python = self.kind in ("desktop", "package")
        source = f"tests/{self.kind}/{rest}_test.py" if self.is_python else f"tests/*/{name}.cpp"
        files = list(sources.glob(source))
        text = files[0].read_text(encoding="utf-8") if files else ""
        if not re.search(rf"\b(void|def) {self.function}\(", text):
            raise Unusable(f"there is no test {written}")
        self.argument = f"{self._class(text)}.{self.function}" if self.is_python else self.function
        self.targets = WINDOW if self.kind == "desktop" else [] if self.is_python else [name]
        self.cost = 2 if self.kind == "desktop" else 1 if files[0].parent.name in ("web", "gui") else 0

    def _class(self, text):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef) and any(getattr(f, "name", None) == self.function for f in node.body):
                return node.name
        raise Unusable(f"{self.written} is in no class")


class Breakage:
    def __init__(self, sources, rule, table):
        self.rule, self.breaks = rule, table.get("breaks", "")
        self.changes = [Change(sources, change) for change in [table, *table.get("and", [])]]
        self.tests = [Test(sources, written) for written in table["tests"]]
        self.more_targets = table.get("build", [])
        if not self.breaks or not self.tests:
            raise Unusable("it does not say what it breaks, or which test is to notice")
        for test in self.tests:
            if not re.search(rf"(^|_){rule}_", test.function):
                raise Unusable(f"the name of {test.written} does not say {rule}")

    @property
    def targets(self):
        return sorted({target for test in self.tests for target in test.targets} | set(self.more_targets))

    def apply(self):
        for file in {change.file for change in self.changes}:
            text = file.read_text(encoding="utf-8")
            for change in self.changes:
                if change.file == file:
                    text = text.replace(change.find, change.put)
            file.write_text(text, encoding="utf-8")

    def revert(self):
        for change in self.changes:
            change.file.write_text(change.before, encoding="utf-8")


def load(sources):
    """All breakages that can be used, and a line for each that cannot."""
    good, bad = [], []
    for rule in RULES:
        file = HERE / f"{rule}.toml"
        try:
            tables = tomllib.loads(file.read_text(encoding="utf-8")).get("broken", []) if file.exists() else []
        except tomllib.TOMLDecodeError as error:
            bad.append(f"{file.name}: {error}")
            continue
        if not tables:
            bad.append(f"{rule}: nothing breaks it")
        for table in tables:
            try:
                good.append(Breakage(sources, rule, table))
            except (Unusable, KeyError) as error:
                bad.append(f"{rule}, {table.get('breaks', '?')}: {error}")
    return good, bad


def mirror(sources, copy):
    """The working tree as it stands, into the copy; only what differs is written, so that little is built again."""
    listed = subprocess.run(["git", "-C", sources, "ls-files", "-coz", "--exclude-standard"], check=True,
                            capture_output=True, text=True).stdout.split("\0")
    wanted = {name for name in listed if name and (sources / name).is_file()}
    for place, folders, files in os.walk(copy):
        if Path(place) == copy and "build" in folders:
            folders.remove("build")
        for name in files:
            if str((Path(place) / name).relative_to(copy)) not in wanted:
                (Path(place) / name).unlink()
    for name in wanted:
        source, target = sources / name, copy / name
        if not target.is_file() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
        target.chmod(source.stat().st_mode)


def has(program):
    return any(os.access(Path(folder) / program, os.X_OK) for folder in os.environ["PATH"].split(":"))


def configure(copy):
    options = ["-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0"]  # made often, run once
    if has("ccache"):
        options.append("-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
    if has("ld.lld"):
        options.append("-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld")
    subprocess.run(["cmake", "-S", copy, "-B", copy / "build/dev", "-G", "Ninja", *options], check=True,
                   stdout=subprocess.DEVNULL)


def build(copy, targets):
    if not targets:
        return  # what is looked at is not built
    made = subprocess.run(["cmake", "--build", copy / "build/dev", "--target", *targets], capture_output=True, text=True)
    if made.returncode:
        lines = [line for line in made.stdout.splitlines() if "error:" in line] or made.stdout.splitlines()[-3:]
        raise Unusable("it does not build: " + " / ".join(lines[:2]))


def programs(copy):
    """How CTest starts each test: name to (command, environment)."""
    told = subprocess.run(["ctest", "--test-dir", copy / "build/dev", "--show-only=json-v1"], check=True,
                          capture_output=True, text=True).stdout
    found = {}
    for test in json.loads(told)["tests"]:
        properties = {p["name"]: p["value"] for p in test.get("properties", [])}
        variables = dict(entry.split("=", 1) for entry in properties.get("ENVIRONMENT", []))
        found[test["name"]] = (test.get("command", []), variables)
    return found


class Runner:
    def __init__(self, copy):
        self.copy, self.programs = copy, programs(copy)

    def run(self, program, arguments):
        """What the test program says, and how it ends; None when it had to be stopped."""
        command, variables = self.programs[program]
        with tempfile.TemporaryDirectory(prefix="hekim.", dir="/tmp") as place:
            os.chmod(place, 0o755)
            environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen",
                           "QTEST_FUNCTION_TIMEOUT": "120000"}
            for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
                         "XDG_RUNTIME_DIR", "TMPDIR"):
                environment[name] = f"{place}/{name.lower()}"
                os.mkdir(environment[name], 0o700)
            os.chmod(environment["TMPDIR"], 0o1777)
            child = subprocess.Popen([*command, *arguments], env={**environment, **variables}, text=True,
                                     errors="replace", cwd=self.copy / "build/dev", start_new_session=True,
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            try:
                said, _ = child.communicate(timeout=240)
                return said, child.returncode
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGTERM)
                said, _ = child.communicate()
                return said, None

    def failure(self, test):
        """Why the test failed, or None where it passed."""
        said, code = self.run(test.program, [test.argument])
        if code == 0:
            return None
        if code == SKIPPED:
            raise Skipped(said.strip())
        if code is None:
            raise Unusable("the test never ended")
        if test.is_python:
            failed = re.search(rf"^FAIL: {test.function} .*?^(?:AssertionError|\S*Unmet)\S* *(.*?)$", said, re.M | re.S)
        else:
            # A test that waits in vain for an answer ends with these words of its own; whatever else aborts is no verdict.
            unanswered = re.search(rf"^QFATAL : \w+::{test.function}\((.*?(?:no answer came|does not end))", said, re.M)
            crash = re.search(r"Received signal|QFATAL|Segmentation", said)
            failed = unanswered if crash else re.search(rf"^FAIL!  : \w+::{test.function}\((.*?\n.*?)(?:\n\w|\Z)", said,
                                                        re.M | re.S)
        if not failed:
            tail = " / ".join(said.strip().splitlines()[-3:])
            raise Unusable(f"the test did not fail but broke down ({code}): {tail}")
        return " ".join(failed.group(1).split())[:200]

    def failing(self, breakages):
        """The named tests that fail with nothing broken, each program started once."""
        functions = defaultdict(dict)
        for breakage in breakages:
            for test in breakage.tests:
                functions[test.program][test.argument] = test
        bad = []
        for program, tests in functions.items():
            said, code = self.run(program, list(tests))
            if code not in (0, SKIPPED):
                bad.append(f"{program}: " + " / ".join(
                    re.findall(r"^(?:FAIL!  : .*|FAIL: \w+|ERROR: \w+)", said, re.M) or said.splitlines()[-3:]))
        return bad


class Seen:
    """Which test was seen to fail of which breakage, kept in a file from one run to the next."""

    def __init__(self, file):
        self.file = file
        self.lines = set(file.read_text(encoding="utf-8").splitlines()) if file and file.exists() else set()

    @staticmethod
    def _line(breakage, test):
        return f"{breakage.rule}  {breakage.breaks}: {test.written}"

    def has(self, breakage, test):
        return self._line(breakage, test) in self.lines

    def add(self, breakage, test):
        if self.file:
            with self.file.open("a", encoding="utf-8") as out:
                out.write(self._line(breakage, test) + "\n")


def chosen(breakages, words, seen):
    """What the command line asks for, that which is done soonest first."""
    rules = {word for word in words if word in RULES}
    parts = [word.lower() for word in words if word not in RULES and word != "--quick"]
    if "--quick" in words:
        for breakage in breakages:
            breakage.tests = [test for test in breakage.tests if test.kind != "desktop"]
    for breakage in breakages:
        breakage.tests = [test for test in breakage.tests if not seen.has(breakage, test)]

    def wanted(breakage):
        said = (breakage.breaks + " ".join(test.written for test in breakage.tests)).lower()
        return not (rules or parts) or breakage.rule in rules or any(part in said for part in parts)

    # One after the other in the same file: mending the one and breaking the next is built at once.
    return sorted((b for b in breakages if b.tests and wanted(b)),
                  key=lambda b: (max(test.cost for test in b.tests), b.changes[0].file))


def check(sources):
    breakages, bad = load(sources)
    for line in bad:
        print(line)
    named = {test.written.replace(".keyring", "") for b in breakages for test in b.tests}
    print(f"{len(breakages)} breakages of {len({b.rule for b in breakages})} rules, noticed by {len(named)} tests")
    return 1 if bad else 0


def run(sources, words, seen):
    copy = sources / "build/rules"
    mirror(sources, copy)
    configure(copy)
    breakages, bad = load(copy)
    breakages = chosen(breakages, words, seen)
    if not breakages:
        sys.exit("There is no such breakage, or it was seen.")
    build(copy, sorted({target for b in breakages for target in b.targets}))
    runner = Runner(copy)
    bad += [f"fails with nothing broken: {line}" for line in runner.failing(breakages)]
    for line in bad:
        print(line, flush=True)
    survived = 0
    for number, breakage in enumerate(breakages, 1):
        print(f"{number}/{len(breakages)} {breakage.rule}  {breakage.breaks}", flush=True)
        try:
            breakage.apply()
            build(copy, breakage.targets)
            for test in breakage.tests:
                try:
                    why = runner.failure(test)
                except Skipped as reason:
                    print(f"      not tried: {test.written}: {reason}", flush=True)
                    continue
                if why is None:
                    survived += 1
                    print(f"      SURVIVED {test.written}", flush=True)
                else:
                    seen.add(breakage, test)
                    print(f"      noticed by {test.written}: {why}", flush=True)
        except Unusable as error:
            survived += 1
            print(f"      SAYS NOTHING: {error}", flush=True)
        finally:
            breakage.revert()
    print(f"{len(breakages)} breakages, {survived} not noticed" if survived else f"{len(breakages)} breakages, all noticed")
    return 1 if survived or bad else 0


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("run", "check"):
        sys.exit(__doc__)
    sources, words, seen = Path(sys.argv[2]).resolve(), sys.argv[3:], None
    if "--seen" in words[:-1]:
        at = words.index("--seen")
        seen = Path(words[at + 1]).resolve()
        del words[at : at + 2]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))  # what is broken is mended on the way out
    sys.exit(check(sources) if sys.argv[1] == "check" else run(sources, words, Seen(seen)))


main()
