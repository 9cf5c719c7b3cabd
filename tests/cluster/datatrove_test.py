"""examples/datatrove/pith_extractor.py in a real pipeline of datatrove: workers in processes of their own.

    python3 datatrove_test.py PITH PITH_CRAWL EXAMPLES LIBRARY

Skipped, aloud, where datatrove, or what it reads with, is missing.
"""

import json
import logging
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    import orjson  # what JsonlReader needs
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader, WarcReader
    from datatrove.pipeline.writers import JsonlWriter
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(0)
assert orjson

# The workers run this file once more, with the same arguments: they are left where they are.
PITH, PITH_CRAWL, EXAMPLES, LIBRARY = map(os.path.abspath, sys.argv[1:5])
os.environ["PITH_LIBRARY"] = LIBRARY
for folder in ("python", "datatrove"):
    sys.path.insert(0, os.path.join(EXAMPLES, folder))
from pith_extractor import Pith  # noqa: E402 (found by the lines above)

PAGES = 200
EMPTY = '{"url":"https://empty.example/","html":"<html><body><nav><a href=/>Home</a></nav></body></html>"}\n'


class DatatroveTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pith-datatrove-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.input = self.folder / "crawl"
        self.input.mkdir()

    def crawl(self, name, form, seed):
        with open(self.input / name, "wb") as file:
            subprocess.run([PITH_CRAWL, "--pages", str(PAGES), "--seed", str(seed), "--to", form], stdout=file, check=True)

    def run_pipeline(self, reader, extractor, tasks):
        """The documents it wrote, by address, and its statistics."""
        out = self.folder / "articles"
        LocalPipelineExecutor(pipeline=[reader, extractor, JsonlWriter(str(out), compression=None)], tasks=tasks,
                              workers=tasks, logging_dir=str(self.folder / "logs")).run()
        lines = [json.loads(line) for path in sorted(out.glob("*.jsonl")) for line in path.read_text().splitlines()]
        stats = json.loads((self.folder / "logs" / "stats.json").read_text())
        return {line["metadata"]["url"]: line for line in lines}, stats[1]["stats"]

    def filtered(self, *options):
        """What pith filter says of the same pages, by address."""
        pages = b"".join(path.read_bytes() for path in sorted(self.input.glob("*.jsonl")))
        done = subprocess.run([PITH, "filter", *options], input=pages, capture_output=True, check=True)
        return {record["url"]: record for record in map(json.loads, done.stdout.splitlines())}

    def test_two_workers_extract_what_the_filter_does(self):
        for seed in (1, 2):
            self.crawl(f"{seed}.jsonl", "jsonl", seed)
        with open(self.input / "1.jsonl", "a") as file:
            file.write(EMPTY)
        documents, stats = self.run_pipeline(JsonlReader(str(self.input), text_key="html"), Pith(), 2)

        wanted = self.filtered()
        self.assertEqual(wanted.pop("https://empty.example/")["text"], "")
        self.assertEqual({url: document["text"] for url, document in documents.items()},
                         {url: record["text"] for url, record in wanted.items()})
        for url, document in documents.items():
            known = document["metadata"]
            self.assertEqual((known["title"], known["verdict"], known["language"]),
                             (wanted[url]["metadata"]["title"], wanted[url]["verdict"], wanted[url]["language"]))
            self.assertAlmostEqual(known["confidence"], wanted[url]["confidence"], 3)
        self.assertEqual([stats[name] for name in ("total", "forwarded", "dropped", "empty_too_little_text")],
                         [2 * PAGES + 1, 2 * PAGES, 1, 1])

    def test_an_archive_as_markdown_with_nothing_but_text(self):
        try:
            reader = WarcReader(str(self.input))
        except ImportError as error:
            self.skipTest(f"{error}")
        self.crawl("1.warc.gz", "warc.gz", 1)
        documents, _ = self.run_pipeline(reader, Pith(output_format="markdown", with_metadata=False), 1)

        self.crawl("1.jsonl", "jsonl", 1)
        self.assertEqual({url: document["text"] for url, document in documents.items()},
                         {url: record["text"] for url, record in self.filtered("--to", "markdown").items()})
        self.assertFalse(any("verdict" in document["metadata"] for document in documents.values()))

    def test_empty_documents_can_be_kept_and_metadata_that_is_there_stays(self):
        (self.input / "1.jsonl").write_text(EMPTY.replace('"url"', '"title":"mine","url"'))
        documents, _ = self.run_pipeline(JsonlReader(str(self.input), text_key="html"), Pith(keep_empty=True), 1)
        document = documents["https://empty.example/"]
        # The writer leaves out what is empty.
        self.assertEqual((document.get("text", ""), document["metadata"]["title"]), ("", "mine"))


if __name__ == "__main__":
    logging.disable(logging.INFO)
    unittest.main(argv=[sys.argv[0], *sys.argv[5:]])
