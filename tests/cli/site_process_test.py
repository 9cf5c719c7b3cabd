"""--site-memory and --learn-site of all verbs, as processes.

    python3 site_process_test.py PITH SITE

SITE is a folder of pages of one host, all of which have a paragraph that begins with "Every Friday".
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

PITH = os.path.abspath(sys.argv.pop(1))
SITE = pathlib.Path(sys.argv.pop(1)).resolve()
REPEATED = "Every Friday our reporters"
PAGES = sorted(SITE.rglob("*.html"))


def run(*arguments, **more):
    return subprocess.run([PITH, *map(str, arguments)], capture_output=True, text=True, **more)


def lines(pages, host="herald.example"):
    return "".join(json.dumps({"url": f"https://{host}/{page.name}", "html": page.read_text()}) + "\n" for page in pages)


class SiteProcessTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pith-site-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.memory = self.folder / "memory"
        self.list = self.folder / "pages.tsv"
        self.list.write_text("".join(f"https://herald.example/{page.name}\t{page}\n" for page in PAGES))

    def learn(self, *options):
        done = run("--files-from", self.list, "--learn-site", self.memory, *options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def leftovers(self):
        return [path.name for path in self.folder.rglob("*") if path.name.endswith((".partial", ".pith-sites"))]

    def test_pages_learn_and_use(self):
        learning = self.learn()
        self.assertEqual(learning, run("--files-from", self.list).stdout)  # what is learned is used in the next run
        self.assertEqual(learning.count(REPEATED), len(PAGES))
        one_by_one = self.memory.read_bytes()
        os.remove(self.memory)
        self.learn("--jobs", "3")
        self.assertEqual(self.memory.read_bytes(), one_by_one)
        using = run("--files-from", self.list, "--site-memory", self.memory)
        self.assertEqual((using.returncode, using.stderr), (0, ""))
        self.assertNotIn(REPEATED, using.stdout)
        self.assertIn("caps into the river", using.stdout)
        self.assertIn("site repeats", run("--files-from", self.list, "--site-memory", self.memory, "--explain").stdout)
        self.assertEqual(self.leftovers(), [])

    def test_learning_adds_to_the_file(self):
        self.learn()
        whole = self.memory.read_bytes()
        os.remove(self.memory)
        for half in (PAGES[:3], PAGES[3:]):
            done = run("filter", "--learn-site", self.memory, input=lines(half))
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.memory.read_bytes(), whole)

    def test_filter_uses_what_was_learned(self):
        self.learn()
        done = run("filter", "--site-memory", self.memory, input=lines(PAGES))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(len(done.stdout.splitlines()), len(PAGES))
        self.assertNotIn(REPEATED, done.stdout)
        other_host = run("filter", "--site-memory", self.memory, input=lines(PAGES, "other.example"))
        self.assertEqual(other_host.stdout.count(REPEATED), len(PAGES))

    def test_batch_learns_and_uses(self):
        self.learn()
        whole = self.memory.read_bytes()
        crawl = self.folder / "crawl.jsonl"
        crawl.write_text(lines(PAGES))
        learned = self.folder / "learned"
        done = run("batch", "--jobs", "2", "--learn-site", learned, "-o", self.folder / "first", crawl)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(learned.read_bytes(), whole)
        self.assertIn(REPEATED, (self.folder / "first" / "part-00000.jsonl").read_text())
        done = run("batch", "--jobs", "2", "--site-memory", learned, "-o", self.folder / "second", crawl)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn(REPEATED, (self.folder / "second" / "part-00000.jsonl").read_text())
        self.assertEqual(self.leftovers(), [])

    def test_a_batch_that_was_stopped_has_learned_all_when_it_is_done(self):
        crawl = self.folder / "crawl.jsonl"
        crawl.write_text(lines(PAGES) * 400)
        command = [PITH, "batch", "--jobs", "1", "--learn-site", str(self.memory), "-o", str(self.folder / "out"),
                   "--resume", str(crawl)]
        for kill in (signal.SIGTERM, signal.SIGKILL):
            process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            while not (self.folder / "out" / ".pith-batch.json").exists():
                pass
            process.send_signal(kill)
            process.wait()
        self.assertFalse(self.memory.exists())
        done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        resumed = self.memory.read_bytes()
        os.remove(self.memory)
        self.learn()
        self.assertEqual(resumed, self.memory.read_bytes())

    def test_what_is_no_memory_is_refused_in_one_line(self):
        self.learn()
        cut = self.folder / "cut"
        cut.write_bytes(self.memory.read_bytes()[:-1])
        page = self.folder / "page"
        page.write_text("<p>no memory</p>")
        crawl = self.folder / "crawl.jsonl"
        crawl.write_text(lines(PAGES))
        for option in ("--site-memory", "--learn-site"):
            for file, reason in ((cut, r"the site memory was cut or changed: .*"),
                                 (page, r"not a site memory of this version: .*")):
                before = file.read_bytes()
                for verb in ((PAGES[0],), ("filter",), ("batch", "-o", self.folder / "out", crawl)):
                    done = run(*verb, option, file, input=lines(PAGES))
                    self.assertEqual((done.returncode, done.stdout), (2, ""), verb)
                    self.assertRegex(done.stderr, rf"^pith: {file}: {reason}\n$")
                self.assertEqual(file.read_bytes(), before)
        missing = run(PAGES[0], "--site-memory", self.folder / "none")
        self.assertEqual((missing.returncode, missing.stderr),
                         (2, f"pith: cannot read {self.folder / 'none'}: No such file or directory\n"))
        beneath = run(PAGES[0], "--learn-site", page / "memory")
        self.assertEqual((beneath.returncode, beneath.stderr),
                         (2, f"pith: cannot write {page / 'memory'}: Not a directory\n"))
        self.assertEqual(self.leftovers(), [])

    def test_a_run_that_fails_leaves_the_file_as_it_was(self):
        self.learn()
        before = self.memory.read_bytes()
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PITH, "filter", "--learn-site", str(self.memory)], input=lines(PAGES[:2]).encode(),
                                  stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(self.memory.read_bytes(), before)
        self.assertEqual(self.leftovers(), [])


if __name__ == "__main__":
    unittest.main()
