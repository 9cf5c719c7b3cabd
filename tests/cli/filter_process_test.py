"""pith filter as a process: one line out for each line in, as pools and pipes need it.

    python3 filter_process_test.py PITH
"""

import json
import os
import subprocess
import sys
import unittest

PITH = os.path.abspath(sys.argv.pop(1))
PAGE = "<h1>The river</h1>" + "<p>The river rose by two metres overnight, and the lower town had to be cleared.</p>" * 3


def run_filter(data, *options):
    return subprocess.run([PITH, "filter", *options], input=data, capture_output=True)


class FilterProcessTest(unittest.TestCase):
    def test_each_line_gets_one_line_in_order(self):
        lines = []
        for i in range(500):
            lines.append(["", "broken", json.dumps({"id": i}), json.dumps({"id": i, "html": PAGE})][i % 4])
        done = run_filter("\n".join(lines).encode() + b"\n")
        self.assertEqual(done.returncode, 0)
        out = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(len(out), 500)
        for i, record in enumerate(out):
            if i % 4 == 3:
                self.assertEqual(record["id"], i)
                self.assertIn("The river rose", record["text"])
                self.assertEqual(record["verdict"], "article")
            else:
                self.assertTrue(record["error"].startswith(f"line {i + 1}: "), record)
        self.assertEqual(done.stderr, b"pith: 375 of 500 lines had an error\n")

    def test_a_worker_answers_before_the_next_line_comes(self):
        for options in ([], ["--unbuffered"]):
            with subprocess.Popen([PITH, "filter", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
                for i in range(20):
                    worker.stdin.write(json.dumps({"id": i, "html": PAGE}).encode() + b"\n")
                    worker.stdin.flush()
                    self.assertEqual(json.loads(worker.stdout.readline())["id"], i)
                worker.stdin.close()
                self.assertEqual(worker.wait(), 0)

    def test_bytes_in_base64_keep_their_charset(self):
        import base64
        page = "<p>Le fleuve est monté de deux mètres dans la nuit, et la ville basse a dû être vidée.</p>"
        record = {"html_base64": base64.b64encode(page.encode("latin-1")).decode(), "charset": "iso-8859-1"}
        out = json.loads(run_filter(json.dumps(record).encode()).stdout)
        self.assertIn("monté de deux mètres", out["text"])
        self.assertNotIn("html_base64", out)

    def test_relative_dates_count_from_the_field_that_says_when_the_page_was_fetched(self):
        page = PAGE.replace("</h1>", "</h1><p>Published 2 days ago</p>")
        records = [{"html": page, "fetched_at": "2024-03-01T08:15:00Z"}, {"html": page, "timestamp": 1709280900},
                   {"html": page, "seen": "20240301081500"}, {"html": page}]

        def published(*options):
            lines = run_filter("\n".join(map(json.dumps, records)).encode(), *options).stdout.splitlines()
            return [json.loads(line)["metadata"]["published"][:10] for line in lines]

        self.assertEqual(published(), ["2024-02-28", "2024-02-28", "", ""])
        self.assertEqual(published("--fetched-at-field", "seen,fetched_at"), ["2024-02-28", "", "2024-02-28", ""])

    def test_an_endless_line_is_an_error_and_the_rest_goes_on(self):
        data = b"x" * 3_000_000 + b"\n" + json.dumps({"html": PAGE}).encode() + b"\n"
        out = run_filter(data, "--max-line-bytes", "1MB").stdout.splitlines()
        self.assertEqual(json.loads(out[0])["error"], "line 1: longer than 1048576 bytes")
        self.assertIn("The river rose", json.loads(out[1])["text"])

    def test_output_that_cannot_be_written_is_told(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PITH, "filter"], input=json.dumps({"html": PAGE}).encode(), stdout=full,
                                  stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, b"pith: cannot write to standard output: No space left on device\n")

    def test_a_mistyped_option_is_told_with_the_one_that_was_meant(self):
        for words, line in [
                (["filter", "--inputfield", "x"], "unknown option --inputfield, did you mean --input-field?"),
                (["--enconding", "x", "page.html"], "unknown option --enconding, did you mean --encoding?"),
                (["batch", "--ouput", "x", "page.html"], "unknown option --ouput, did you mean --output?"),
                (["batch", "page.html"], "--output is required"),
                (["batch", "-o", "x", "--verdict", "artcle", "a"], '--verdict: unknown verdict "artcle", not one of those '
                 "of articles: article, listing, forum, product, documentation"),
                (["batch", "-o", "x", "--language", "en,english", "a"],
                 '--language: "english" is not a language tag such as en or zh-Hans'),
                (["batch", "-o", "x", "--min-confidence", "nan", "a"], '--min-confidence: "nan" is not a number from 0 to 1'),
                (["batch", "-o", "x", "--min-words", "-1", "a"], '--min-words: "-1" is not a whole number'),
                (["batch", "-o", "x", "--max-bytes", "-5", "a"],
                 '--max-bytes: "-5" is not a size such as 500KB, 32MB or 1GB'),
                (["batch", "-o", "x", "--shard-size", "10XB", "a"],
                 '--shard-size: "10XB" is not a size such as 500KB, 32MB or 1GB'),
                (["filter", "--max-line-bytes", "0"], '--max-line-bytes: "0" is not a size such as 500KB, 32MB or 1GB'),
                (["--xylophone"], "unknown option --xylophone")]:
            done = subprocess.run([PITH, *words], input=b"", capture_output=True)
            self.assertEqual(done.returncode, 2)
            self.assertEqual(done.stderr.decode(), f"pith: {line}; --help lists what there is\n")

    def test_spans_into_an_object_are_refused(self):
        done = run_filter(b"", "--spans", "--to", "json")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"--spans needs a text", done.stderr)

    def test_the_rendering_and_the_names_are_chosen(self):
        record = json.dumps({"text": PAGE, "verdict": "mine", "metadata": {"title": "mine"}}).encode()
        out = json.loads(run_filter(record, "--prefix", "pith_", "--keep-input", "--to", "json").stdout)
        self.assertEqual((out["text"], out["verdict"], out["metadata"]), (PAGE, "mine", {"title": "mine"}))
        self.assertEqual(out["pith_article"]["verdict"], "article")
        merged = json.loads(run_filter(record).stdout)
        self.assertEqual(merged["metadata"]["title"], "mine")
        self.assertEqual(merged["verdict"], "article")


if __name__ == "__main__":
    unittest.main()
