"""Cases for the fuzzers from the unit tests: the pages that stand in them, which reach what the small cases do not.

    seeds.py FOLDER     writes FOLDER/extract, FOLDER/reader, FOLDER/rendering and FOLDER/text, to fuzz from
"""

import hashlib
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
LITERAL = re.compile(r'R"(\w*)\((?P<raw>.*?)\)\1"|"(?P<plain>(?:[^"\\\n]|\\.)*)"', re.DOTALL)
ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)", re.DOTALL)
# What may stand between two literals that are one string.
JOINT = re.compile(r"\s*(//[^\n]*)?\s*")
BEFORE = b"<title>The river rose</title><h1>The river rose</h1>"
PROSE = (b"<p>The lock at the mill was closed for nine years, and in that time the barges had to turn round below the "
         b"weir; now the council has found the money for new gates, and the first boats will pass in May.</p>")
PLACEHOLDERS = {b"{T}": BEFORE, b"{P}": PROSE, b"{L}": b'<script type="application/ld+json">', b"{/L}": b"</script>"}
LONGEST = 6000  # bytes


def character(escape):
    if escape[0] in "ux":
        code = int(escape[1:], 16)
        return chr(code).encode() if escape[0] == "u" else bytes([code])
    if escape[0] in "01234567":
        return bytes([int(escape, 8) & 255])
    return {"n": b"\n", "t": b"\t", "r": b"\r"}.get(escape, escape.encode())


def unescaped(text):
    pieces = ESCAPE.split(text)  # what is no escape and what is, by turns
    return b"".join(character(piece) if i % 2 else piece.encode() for i, piece in enumerate(pieces))


def strings_of(source):
    strings, end = [], None
    for literal in LITERAL.finditer(source):
        value = literal["raw"].encode() if literal["raw"] is not None else unescaped(literal["plain"])
        if end is not None and JOINT.fullmatch(source, end, literal.start()):
            strings[-1] += value
        else:
            strings.append(value)
        end = literal.end()
    return strings


def pages_of(path):
    """Each string with a tag in it, and all strings of a test case as one page."""
    source = re.sub(r"^#include.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    pages = strings_of(source)
    pages += [b"".join(strings_of(case)[1:]) for case in source.split("\nTEST_CASE(")[1:]]
    return [page for page in pages if b"<" in page]


def pages_of_table(path):
    for line in path.read_bytes().splitlines():
        for field in line.split(b"\t"):
            for name, value in PLACEHOLDERS.items():
                field = field.replace(name, value)
            if b"<" in field and not line.startswith(b"#"):
                yield field


def write(folder, cases):
    folder.mkdir(parents=True, exist_ok=True)
    for case in cases:
        if 8 < len(case) <= LONGEST:
            (folder / hashlib.sha1(case).hexdigest()).write_bytes(case)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    pages = {page for path in TESTS.glob("unit/**/*.cpp") for page in pages_of(path)}
    pages |= {page for path in TESTS.glob("unit/**/cases/*.tsv") for page in pages_of_table(path)}
    texts = {text for path in TESTS.glob("unit/plain_text/*.cpp") for text in strings_of(path.read_text("utf-8"))}
    # The first bytes choose the options: none; HTML that keeps what is dropped; text that does.
    write(folder / "extract", [b"\0\0" + page for page in pages])
    write(folder / "extract", [b"\x10\0" + BEFORE + PROSE + page + PROSE for page in pages])
    write(folder / "extract", [b"\x11\0" + text for text in texts])
    write(folder / "rendering", [b"\0\0" + page for page in pages])
    write(folder / "reader", pages)
    write(folder / "text", texts)


if __name__ == "__main__":
    main()
