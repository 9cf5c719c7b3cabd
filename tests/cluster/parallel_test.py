"""The recipes of examples/README.md for GNU parallel, run as they stand there.

    python3 parallel_test.py PITH PITH_CRAWL README

Skipped, aloud, where GNU parallel is missing.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

if shutil.which("parallel") is None:
    print("skipped: no parallel")
    sys.exit(0)

PITH, PITH_CRAWL, README = (os.path.abspath(sys.argv.pop(1)) for _ in range(3))


class ParallelTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pith-parallel-"))
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "pith").symlink_to(PITH)

    def run_recipe(self, beginning):
        text = pathlib.Path(README).read_text()
        recipe = re.search(rf"^    ({re.escape(beginning)}.*?)(?:  +#.*)?$", text, re.MULTILINE)
        self.assertIsNotNone(recipe, f"the README has no recipe that begins with {beginning}")
        environment = {**os.environ, "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "HOME": str(self.folder)}
        return subprocess.run(["sh", "-c", recipe[1]], cwd=self.folder, env=environment, capture_output=True, text=True)

    def crawl(self, name, form, seed=1):
        with open(self.folder / name, "wb") as file:
            subprocess.run([PITH_CRAWL, "--pages", "300", "--seed", str(seed), "--to", form], stdout=file, check=True)

    def test_one_large_file(self):
        self.crawl("pages.jsonl", "jsonl")
        done = self.run_recipe("parallel --pipe-part")
        self.assertEqual(done.returncode, 0, done.stderr)
        alone = subprocess.run([PITH, "filter"], input=(self.folder / "pages.jsonl").read_bytes(), capture_output=True)
        self.assertEqual((self.folder / "articles.jsonl").read_bytes(), alone.stdout)

    def test_many_archives(self):
        (self.folder / "crawl").mkdir()
        for seed in (1, 2, 3):
            self.crawl(f"crawl/{seed}.warc.gz", "warc.gz", seed)
        for _ in range(2):  # the second time finds all of it done
            done = self.run_recipe("parallel --joblog")
            self.assertEqual(done.returncode, 0, done.stderr)
        for seed in (1, 2, 3):
            out = self.folder / "articles" / f"{seed}.warc.gz"
            lines = (out / "part-00000.jsonl").read_text().splitlines()
            self.assertGreater(len(lines), 250)
            self.assertTrue((out / "report.json").exists())


if __name__ == "__main__":
    unittest.main()
