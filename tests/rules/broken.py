"""Proves that the tests of the rules can fail: breaks a rule in a copy of the sources, and its test must notice.

    broken.py run <source folder> [--quick] [--seen <file>] [P1 S3 …] [words]
        every breakage, or those of these rules and those with such a word in them or in the names of their tests;
        --quick: without the tests that need a desktop;
        --seen: goes on from there: leaves out what the file holds, and adds to it each test that is seen to fail
    broken.py check <source folder>
        whether each can still be made, and each rule and each test that bears a rule's name has one; nothing is built

The rules and their sentences stand in docs/safety-rules.md. Each has a file beside this one, S3.toml, with a table for each
breakage:

    ["a redirect of the first load is followed"]      what is wrong then, in words
    "RequestGate::refuses" = ["if (cut)", "if (no)"]  where, by its name, as places.py says; there once stands the one text,
                                                      and is replaced by the other; more such pairs may follow
    redirectedTo = ["isAllowed(to)", "true"]          where one place is not enough
    tests = ["tst_pane_hosts:S5_nothingReachesIt"]    each must fail: CTest's name and the test's own
    build = ["hekim-asistani-setup"]                  what else the test starts, where CMake does not say it
"""

import ast
import json
import os
import re
import signal
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

from places import Sources, Unusable

SKIPPED = 77  # as tests/package has it
HERE = Path(__file__).resolve().parent
SENTENCES = (HERE.parents[1] / "docs/safety-rules.md").read_text(encoding="utf-8")
RULES = re.findall(r"^### ([A-Z][1-9]) ", SENTENCES, re.M)
WINDOW = ["hekim-asistani", "hekim-asistani-setup", "hekim-asistani-training", "hekim-asistani-desktop"]


class Skipped(Exception):
    """The test cannot be run on this computer."""


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
        self.cost = 2 if self.kind == "desktop" else 1 if files[0].parent.name in ("browser", "gui", "workspace") else 0

    def _class(self, text):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef) and any(getattr(f, "name", None) == self.function for f in node.body):
                return node.name
        raise Unusable(f"{self.written} is in no class")


class Breakage:
    def __init__(self, top, sources, rule, breaks, table):
        self.rule, self.breaks = rule, breaks
        self.tests = [Test(top, written) for written in table.pop("tests")]
        self.more_targets = table.pop("build", [])
        places = [(*sources.find(called, find), put) for called, texts in table.items()
                  for find, put in zip(texts[::2], texts[1::2], strict=True)]
        self.before = {file: file.read_text(encoding="utf-8") for file, *_ in places}
        self.after = dict(self.before)
        for file, start, end, put in sorted(places, reverse=True):
            self.after[file] = self.after[file][:start] + put + self.after[file][end:]
        if self.after == self.before or not self.tests:
            raise Unusable("it changes nothing, or names no test that is to notice")
        for test in self.tests:
            if not re.search(rf"(^|_){rule}_", test.function):
                raise Unusable(f"the name of {test.written} does not say {rule}")

    @property
    def targets(self):
        return sorted({target for test in self.tests for target in test.targets} | set(self.more_targets))

    def apply(self):
        self._write(self.after)

    def revert(self):
        self._write(self.before)

    @staticmethod
    def _write(texts):
        for file, text in texts.items():
            file.write_text(text, encoding="utf-8")


def load(top):
    """All breakages that can be used, and a line for each that cannot."""
    sources, good, bad = Sources(top), [], []
    for rule in RULES:
        file = HERE / f"{rule}.toml"
        try:
            tables = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        except tomllib.TOMLDecodeError as error:
            bad.append(f"{file.name}: {error}")
            continue
        if not tables and not re.search(rf"^### {rule} [^#]*\*\*Held by:\*\* nothing yet", SENTENCES, re.M):
            bad.append(f"{rule}: nothing breaks it")
        for breaks, table in tables.items():
            try:
                good.append(Breakage(top, sources, rule, breaks, table))
            except (Unusable, KeyError, ValueError) as error:
                bad.append(f"{rule}, {breaks}: {error}")
    return good, bad


def unbroken(top, breakages):
    """The tests that bear a rule's name and notice no breakage."""
    noticing = {test.written.replace(".keyring", "") for breakage in breakages for test in breakage.tests}
    for file in sorted(top.glob("tests/*/*.cpp")) + sorted(top.glob("tests/*/*_test.py")):
        program = file.stem if file.suffix == ".cpp" else f"{file.parent.name}_{file.stem.removesuffix('_test')}"
        for function in re.findall(r"\b(?:void|def) ((?:test_)?(?:[A-Z][1-9]_)+\w+)\(", file.read_text(encoding="utf-8")):
            if not function.endswith("_data") and f"{program}:{function}" not in noticing:
                yield f"{program}:{function}: nothing is broken that it notices"


def disagreements(breakages):
    """Where docs/safety-rules.md and the files of breakages do not say the same."""
    lines = [f"{file.name}: docs/safety-rules.md has no such rule" for file in HERE.glob("*.toml") if file.stem not in RULES]
    for rule, text in re.findall(r"^### ([A-Z][1-9]) (.*?)(?=^##|\Z)", SENTENCES, re.M | re.S):
        noticing = {test.program.split(".")[0] for b in breakages if b.rule == rule for test in b.tests}
        held_by = text.partition("**Held by:**")[2]
        named = re.findall(r"`(\w+)`", held_by)
        if noticing and not named or not held_by:
            lines.append(f"docs/safety-rules.md, {rule}: say by which tests it is held")
        lines += [f"docs/safety-rules.md, {rule}: no breakage is noticed by {name}" for name in named if name not in noticing]
    return lines


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
    # Made often and run once; what is broken may leave things unused.
    options = ["-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0 -w"]
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
        child = subprocess.Popen([*command, *arguments], env={"PATH": os.environ["PATH"], "QTEST_FUNCTION_TIMEOUT": "120000",
                                                              **variables}, text=True, errors="replace",
                                 cwd=self.copy / "build/dev", start_new_session=True, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
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
        if code == SKIPPED:
            raise Skipped(said.strip())
        if code == 0:
            if skipped := re.search(r"^SKIP +: .*?\) (.*)", said, re.M):
                raise Skipped(skipped[1])
            return None
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
                  key=lambda b: (max(test.cost for test in b.tests), min(b.before)))


def check(top):
    breakages, bad = load(top)
    bad += [*disagreements(breakages), *unbroken(top, breakages)]
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
