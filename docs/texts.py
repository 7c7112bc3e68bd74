"""Writes what stands in several places from its one source, so that --help, help, man pages and documents agree.

    texts.py            writes the tables anew
    texts.py --check    says which are not as they would be written

| what                    | source                                     | written into                                          |
| options and exit codes  | helptext.cpp (--help) and its translation  | README.md, hbys-vendors.md, help for vendors, man     |
| settings                | hekim-asistani.adml, which the program     | clinic-it.md                                          |
|                         | writes (ninja update_policy_templates)     |                                                       |
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent


def rows_of_help(function):
    """What --help prints in a table of helptext.cpp: name and English meaning."""
    text = next(TOP.glob("src/**/helptext.cpp")).read_text(encoding="utf-8")
    body = re.search(rf"\b{function}\(\)\s*{{(.*?)\n    }}\n", text, re.S).group(1)
    rows = re.findall(r'{u"([^"]+)"_s,\s*tr\(((?:"(?:[^"\\]|\\.)*"\s*)+)\)}', body)
    return [(name, re.sub(r'"\s*"', "", meaning.strip())[1:-1]) for name, meaning in rows]


def turkish(rows):
    root = ElementTree.parse(TOP / "translations/hekim-asistani_tr.ts")
    context = next(c for c in root.iter("context") if c.find("name").text.endswith("HelpText"))
    said = {m.find("source").text: m.find("translation").text for m in context.iter("message")}
    return [(name, said[meaning]) for name, meaning in rows]


def settings():
    """Key, value without it, and meaning in English, as the administrator's templates have them."""
    root = ElementTree.parse(TOP / "installer/policy/en-US/hekim-asistani.adml")
    strings = {s.get("id"): s.text for s in root.iter() if s.tag.endswith("}string")}
    rows = []
    for name in [name for name in strings if f"{name}_help" in strings]:
        parts = strings[f"{name}_help"].split("\n\n")
        key = next(p for p in parts if p.startswith("Key in policy.conf: ")).partition(": ")[2]
        built_in = next((p.partition(": ")[2] for p in parts if p.startswith("Without this policy: ")), "")
        choices = [(i.removeprefix(f"{name}_"), text) for i, text in strings.items()
                   if i.startswith(f"{name}_") and i != f"{name}_help" and not is_key(i, strings)]
        meaning = f"_{strings[name]}._ {parts[0]}"
        if choices:
            meaning += " " + "; ".join(f"`{word}`: {text}" for word, text in choices) + "."
        rows.append((key, f"`{built_in}`" if built_in else "–", meaning))
    return rows


def is_key(name, strings):
    return f"{name}_help" in strings


def without_choices(rows):
    """The help's reader of Markdown (Qt's) knows no "|" inside a name: `--request <file>`, `--request -`."""
    def each(name):
        word, choices = re.fullmatch(r"(\S+) <(.*)>", name).groups()
        return "`, `".join(f"{word} <{choice}>" if choice == "file" else f"{word} {choice}" for choice in choices.split("|"))

    return [(each(name) if "|" in name else name, meaning) for name, meaning in rows]


def as_table(rows):
    def cell(text):
        text = re.sub(r"(?<![\w`-])(--[a-z-]+)|(?<= )-(?= )", r"`\g<0>`", text).replace("|", r"\|")
        return re.sub(r"(?<!`)\*(?!`)", r"\*", text)

    def name(text):
        return text if text.isdigit() else "`" + text.replace("|", r"\|") + "`"

    return "".join("| " + " | ".join([name(row[0]), *map(cell, row[1:])]) + " |\n" for row in rows)


def as_man(rows):
    def plain(text):
        return text.replace("\\", r"\e").replace("-", r"\-")

    lines = []
    for name, meaning in rows:
        word, _, value = name.partition(" ")
        lines.append(f".TP\n\\fB{plain(word)}\\fR" + (f" \\fI{plain(value)}\\fR" if value else "") + f"\n{plain(meaning)}\n")
    return "".join(lines)


def put_table(text, header, rows):
    """In the place of the rows below the table's header."""
    pattern = re.escape(f"{header}\n") + r"(\|[-|]+\|\n)(?:\|.*\n)*"
    new, count = re.subn(pattern, lambda found: f"{header}\n{found.group(1)}{as_table(rows)}", text)
    if count != 1:
        raise SystemExit(f"the table {header} is there {count} times")
    return new


def put_section(text, title, rows):
    """In the place of a man page's section."""
    new, count = re.subn(rf"(\.SH {re.escape(title)}\n).*?(?=\.SH )", lambda found: found.group(1) + as_man(rows), text,
                         flags=re.S)
    if count != 1:
        raise SystemExit(f"the section {title} is there {count} times")
    return new


def written():
    """Every file with such a text, as it should be."""
    options, codes = rows_of_help("options"), rows_of_help("exitCodes")
    done = {}

    def put(name, how, *pieces):
        text = (TOP / name).read_text(encoding="utf-8")
        for title, rows in pieces:
            text = how(text, title, rows)
        done[TOP / name] = text

    for name in ("README.md", "docs/hbys-vendors.md"):
        put(name, put_table, ("| Option | Meaning |", options), ("| Exit code | Meaning |", codes))
    put("resources/help/en/vendor.md", put_table, ("| Option | Meaning |", without_choices(options)),
        ("| Exit code | Meaning |", codes))
    put("resources/help/tr/vendor.md", put_table, ("| Seçenek | Anlamı |", without_choices(turkish(options))),
        ("| Çıkış kodu | Anlamı |", turkish(codes)))
    put("resources/man/hekim-asistani.1", put_section, ("OPTIONS", options), ("EXIT STATUS", codes))
    put("resources/man/tr/hekim-asistani.1", put_section, ("SEÇENEKLER", turkish(options)),
        ('"ÇIKIŞ KODLARI"', turkish(codes)))
    put("docs/clinic-it.md", put_table, ("| Key | Without it | Meaning |", settings()))
    return done


def outdated():
    return [path for path, text in written().items() if path.read_text(encoding="utf-8") != text]


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        for path in outdated():
            print(f"{path.relative_to(TOP)} is not as docs/texts.py writes it")
        sys.exit(1 if outdated() else 0)
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
