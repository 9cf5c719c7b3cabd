"""json_schema.py PITH SCHEMA FOLDER: the JSON of every page in FOLDER fits the schema, and spans and frames hold what
rebuilding the page needs: spans lie within their texts on the edges of characters, and are nested; same id, same frame.
"""
import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: Python has no jsonschema (Debian: python3-jsonschema)")
    sys.exit(0)


def check_block(block):
    text = block["text"].encode()
    open_ends = []
    for span in block["spans"]:
        text[: span["begin"]].decode()
        text[span["begin"] : span["end"]].decode()
        assert span["begin"] <= span["end"] <= len(text), span
        while open_ends and open_ends[-1] <= span["begin"]:
            open_ends.pop()
        assert not open_ends or span["end"] <= open_ends[-1], "crossing spans"
        open_ends.append(span["end"])


def check_frames(blocks):
    known = {}
    for block in blocks:
        for frame in block["frames"]:
            assert known.setdefault(frame["id"], frame) == frame, frame


def main():
    pith, schema_file, folder = sys.argv[1:]
    schema = json.loads(pathlib.Path(schema_file).read_text())
    validator = jsonschema.validators.validator_for(schema)(schema)
    validator.check_schema(schema)
    pages = sorted(pathlib.Path(folder).rglob("*.html"))
    assert len(pages) > 30, "no pages in " + folder
    run = subprocess.run([pith, "--to", "jsonl", "--keep-dropped", *map(str, pages)], capture_output=True, check=False)
    lines = run.stdout.decode().splitlines()
    assert len(lines) == len(pages), run.stderr.decode()
    for line in lines:
        article = json.loads(line)
        validator.validate(article)
        for block in article["blocks"] + article["dropped"]:
            check_block(block)
        check_frames(article["blocks"])
    print(len(lines), "articles fit the schema")


main()
