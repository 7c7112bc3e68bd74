"""Where a short text stands in a thing of the sources that is called by its name: a function, a class, a variable with all
that it is made of ("PatientTab::showImages", "SystemSession::Private", "watchScript"), or a whole file ("settings.wxi").

Of C++ nothing is known but this: a definition in a namespace or a class ends with its own closing brace or semicolon, and
is called by the word before its first ( = or {.
"""

import re
import sys
from collections import defaultdict

FOLDERS = ["src", "resources", "installer"]

# Where no bracket counts; numbers are among it for the sake of their apostrophes.
HIDDEN = re.compile(r"""//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\b\d[\w']*|'(?:\\.|[^'\\\n])+'
                        |^[ ]*\#(?:\\\n|[^\n])*|\[\[\w+\]\]|\bQ_[A-Z_]+\([^()]*\)|\btemplate[ ]<[^<>]*>""", re.S | re.M | re.X)
STOP, GOES_ON = re.compile(r"[({;]"), re.compile(r"\s*[,{]")
SCOPE = re.compile(r"\b(namespace|class|struct|union|enum)\b(?:\s+class)?\s*([\w:]*)[^()=]*$")
NAMED = re.compile(r"[^({=\[]*?((?:~?\w+::)*~?\w+)\s*([({=\[]|$)")


class Unusable(Exception):
    """What is named is not there, or not once."""


def closings(code):
    """Of each opening bracket, where it is closed."""
    opened, closed = [], {}
    for bracket in re.finditer(r"[(){}]", code):
        if bracket[0] in "({":
            opened.append(bracket.start())
        else:
            closed[opened.pop()] = bracket.start()
    return closed


def definitions(code, closed, start, end, classes=""):
    """Name, start and end of each in this part of the code; namespaces are not part of a name."""
    at = start
    while stop := STOP.search(code, at, end):
        at = stop.end() if stop[0] == ";" else closed[stop.start()] + 1
        if stop[0] == "(":
            continue
        head = code[start : stop.start()]
        begin = start + len(head) - len(head.lstrip())
        if scope := SCOPE.search(head):
            if stop[0] == "{":
                name = "" if scope[1] == "namespace" else classes + scope[2]
                yield name, begin, at
                yield from definitions(code, closed, stop.end(), at - 1, name and f"{name}::")
        elif named := NAMED.match(head, begin - start):
            is_function = named[2] == "("
            if stop[0] == "{" and (not is_function or GOES_ON.match(code, at)):
                continue  # that was an initialiser
            if stop[0] == "{" or not is_function:
                yield classes + named[1], begin, at
        start = at


class Sources:
    def __init__(self, top):
        self._files = [file for folder in FOLDERS for file in top.glob(f"{folder}/**/*")]
        self._definitions = defaultdict(lambda: defaultdict(list))  # by name and file
        for file in self._files:
            if file.suffix in (".h", ".cpp"):
                code = HIDDEN.sub(lambda hidden: " " * len(hidden[0]), file.read_text(encoding="utf-8"))
                for name, start, end in definitions(code, closings(code), 0, len(code)):
                    self._definitions[name][file].append((start, end))

    def find(self, place, text):
        """The file, and from where to where this text stands there, however its lines are broken. "main in app/main.cpp" tells
        the place from its namesakes in other files; overloads in one file are one place."""
        name, _, folder = place.partition(" in ")
        named = self._definitions[name] if "." not in name else {
            file: [(0, sys.maxsize)] for file in self._files if f"/{file}".endswith(f"/{name}")}
        found = [file for file in named if f"/{file}".endswith(f"/{folder}" if folder else "")]
        if len(found) != 1:
            raise Unusable(f"{place}: found in {len(found)} files, wanted in one")
        words = r"\s*".join(re.escape(word) for word in re.findall(r"\w+|\S", text))
        words = re.compile(r"(?<!\w)" * text[:1].isalnum() + words + r"(?!\w)" * text[-1:].isalnum())
        content = found[0].read_text(encoding="utf-8")
        spans = [match.span() for span in named[found[0]] for match in words.finditer(content, *span)]
        if len(spans) != 1:
            raise Unusable(f"{place}: found {len(spans)} times, wanted once: {text}")
        return found[0], *spans[0]
