"""pith batch as a process: killed, stopped, out of disk, and resumed.

    python3 batch_process_test.py PITH PITH_CRAWL [KILLS]

KILLS: how often each run is killed, 4 by default; 20 takes one to two minutes.
"""

import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PITH = os.path.abspath(sys.argv.pop(1))
PITH_CRAWL = os.path.abspath(sys.argv.pop(1))
KILLS = int(sys.argv.pop(1)) if len(sys.argv) > 1 else 4
PAGES = 1500


def make_crawl(path, form, pages=PAGES, seed=1):
    with open(path, "wb") as file:
        subprocess.run([PITH_CRAWL, "--pages", str(pages), "--seed", str(seed), "--to", form], stdout=file, check=True)
    return str(path)


def output_of(folder):
    return {path.name: path.read_bytes() for path in sorted(pathlib.Path(folder).glob("part-*"))}


class BatchProcessTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="pith-batch-"))
        cls.crawl = [make_crawl(cls.folder / "a.warc.gz", "warc.gz"),
                     make_crawl(cls.folder / "b.warc.gz", "warc.gz-whole", 400, 2),
                     make_crawl(cls.folder / "c.jsonl.zst", "jsonl.zst", 300, 3)]

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def command(self, out, *options, jobs=2):
        return [PITH, "batch", "--jobs", str(jobs), "--shard-size", "1MB", "--drop-duplicates", "-o", str(out), *options,
                *self.crawl]

    def run_batch(self, out, *options, **more):
        return subprocess.run(self.command(out, *options), capture_output=True, text=True, **more)

    def undisturbed(self, *options):
        out = self.folder / ("undisturbed" + "".join(options))
        done = self.run_batch(out, *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return output_of(out)

    def kill_and_resume(self, out, options, seconds, wanted):
        """KILLS times, at random moments of a run; one that ends before is looked at, and begun anew."""
        dice = random.Random(7)
        killed = 0
        while killed < KILLS:
            process = subprocess.Popen(self.command(out, "--resume", *options), stderr=subprocess.DEVNULL)
            try:
                process.wait(timeout=dice.uniform(0, seconds))
                self.assertEqual(output_of(out), wanted)
                shutil.rmtree(out)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                killed += 1

    def test_killed_and_resumed_gives_the_same_bytes(self):
        for options in ((), ("--compress", "zst")):
            wanted = self.undisturbed(*options)
            self.assertGreater(len(wanted), 2)
            out = self.folder / ("killed" + "".join(options))
            started = time.monotonic()
            self.run_batch(self.folder / ("timed" + "".join(options)), *options)
            self.kill_and_resume(out, options, time.monotonic() - started, wanted)
            done = self.run_batch(out, "--resume", *options)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(output_of(out), wanted)
            report = json.loads((out / "report.json").read_text())
            other = json.loads((self.folder / ("undisturbed" + "".join(options)) / "report.json").read_text())
            for name in ("records", "pages", "kept", "output_bytes", "left_out", "verdicts"):
                self.assertEqual(report[name], other[name], name)
            self.assertEqual([path.name for path in out.iterdir() if path.name.endswith(".partial")], [])

    def disturbed(self, out, disturb):
        """The exit code and the messages of a run that disturb(process) is called amid. On a busy machine a run may be
        over before: such a one is begun anew."""
        while True:
            process = subprocess.Popen(self.command(out), stderr=subprocess.PIPE, text=True)
            while not (out / ".pith-batch.json").exists() and process.poll() is None:
                time.sleep(0.002)
            repair = disturb(process)
            message = process.communicate()[1]
            if repair:
                repair()
            if process.returncode != 0:
                return process.returncode, message
            shutil.rmtree(out)

    def test_a_signal_leaves_a_run_that_can_be_resumed(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            out = self.folder / f"stopped{code}"
            ended, message = self.disturbed(out, lambda process: process.send_signal(number))
            self.assertEqual(ended, code, message)
            self.assertIn("--resume goes on", message)
            again = self.run_batch(out)
            self.assertEqual(again.returncode, 2)
            self.assertIn("holds an unfinished run", again.stderr)
            self.assertEqual(self.run_batch(out, "--resume").returncode, 0)
            self.assertEqual(output_of(out), self.undisturbed())

    def test_a_finished_run_says_so_and_does_nothing(self):
        out = self.folder / "finished"
        self.assertEqual(self.run_batch(out).returncode, 0)
        before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
        for options in ((), ("--resume",)):
            again = self.run_batch(out, *options)
            self.assertEqual(again.returncode, 0)
            self.assertIn("is complete: nothing to do", again.stderr)
        self.assertEqual({path.name: path.stat().st_mtime_ns for path in out.iterdir()}, before)
        other = self.run_batch(out, "--min-words", "5")
        self.assertEqual(other.returncode, 2)
        self.assertIn("holds the output of another run", other.stderr)

    def test_no_option_that_changes_the_output_goes_on_with_that_of_another_run(self):
        page = self.folder / "page.html"
        page.write_text("<h1>The river</h1><p>The river rose by two metres overnight, and the lower town was cleared.</p>")
        rules = self.folder / "rules.tsv"
        rules.write_text("# pith attributes 1\nriverbox\tpromo\n")
        values = {
            "--to": "text", "--compress": "gz", "--shard-size": "1MB", "--min-confidence": ".5", "--verdict": "forum",
            "--language": "en", "--min-words": "5", "--max-bytes": "1MB", "--include-url": "*", "--exclude-url": "x",
            "--drop-duplicates": None, "--keep-empty": None, "--from": "html", "--expect": "forum",
            "--leaning": "precise", "--links": "drop", "--tables": "aligned", "--list-marks": "keep",
            "--front-matter": "yaml", "--rules": str(rules), "--site-memory": str(self.folder / "sites"),
            "--learn-site": str(self.folder / "sites"), "--keep-credits": None, "--keep-comments": None,
            "--drop-captions": None, "--drop-images": None, "--drop-embeds": None, "--no-guesses": None,
            "--no-metadata": None, "--origins": None}
        help_text = subprocess.run([PITH, "batch", "--help"], capture_output=True, text=True).stdout
        harmless = {"--help", "--output", "--jobs", "--resume", "--queue-size"}
        self.assertEqual(set(re.findall(r"^  (?:-\w,)?(--[\w-]+)", help_text, re.MULTILINE)), values.keys() | harmless)
        subprocess.run([PITH, "batch", "-o", self.folder / "learned", "--learn-site", self.folder / "sites", page],
                       capture_output=True, check=True)
        out = self.folder / "options"
        subprocess.run([PITH, "batch", "-o", out, page], capture_output=True, check=True)
        for name, value in values.items():
            done = subprocess.run([PITH, "batch", "-o", out, name, *([value] if value else []), page],
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 2, name)
            self.assertIn("holds the output of another run", done.stderr, name)

    def test_what_stands_after_two_dashes_is_an_input(self):
        folder = self.folder / "dashes"
        folder.mkdir()
        for name in "a.html", "--to", "filter", "b.html":
            (folder / name).write_text(f"<h1>The river</h1><p>The river rose by two metres, said {name}.</p>")
        done = subprocess.run([PITH, "batch", "-o", "out", "a.html", "--", "--to", "filter", "b.html"], cwd=folder,
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        files = [json.loads(line)["file"] for line in (folder / "out" / "part-00000.jsonl").read_text().splitlines()]
        self.assertEqual(files, ["a.html", "./--to", "./filter", "b.html"])

    def test_output_in_the_folder_of_the_input_is_no_input(self):
        folder = self.folder / "both"
        folder.mkdir()
        (folder / "a.html").write_text("<h1>The river</h1><p>The river rose by two metres overnight.</p>")
        for message in "1 record, 1 page", "out is complete: nothing to do":
            done = subprocess.run([PITH, "batch", "-o", "out", "."], cwd=folder, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(message, done.stderr)

    @unittest.skipIf(os.environ.get("PITH_SANITIZED"), "sanitizers take all addresses")
    def test_want_of_memory_is_told_and_the_run_can_be_resumed(self):
        def little_memory():
            resource.setrlimit(resource.RLIMIT_AS, (150_000_000, 150_000_000))
        large = self.folder / "large.jsonl"
        with open(large, "w") as lines:
            lines.write(json.dumps({"id": 1, "html": "<p>The river rose by two metres overnight."}) + "\n")
            lines.write(json.dumps({"id": 2, "html": "x" * 60_000_000}) + "\n")
        out = self.folder / "large"
        command = [PITH, "batch", "--jobs", "1", "-o", str(out), str(large)]
        done = subprocess.run(command, capture_output=True, text=True, preexec_fn=little_memory)
        self.assertEqual((done.returncode, done.stderr),
                         (4, f"pith: cannot read {large}: out of memory; --resume goes on from there\n"))
        self.assertEqual(subprocess.run([*command, "--resume"], capture_output=True).returncode, 0)
        self.assertEqual(len((out / "part-00000.jsonl").read_text().splitlines()), 2)

    @unittest.skipIf(os.environ.get("PITH_SANITIZED"), "sanitizers take all addresses")
    def test_want_of_threads_is_told_and_the_run_can_be_resumed(self):
        def little_memory():
            resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000))
        out = self.folder / "threads"
        done = subprocess.run(self.command(out, jobs=200), capture_output=True, text=True, preexec_fn=little_memory)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("pith: cannot start a thread: ", done.stderr)
        self.assertEqual(self.run_batch(out, "--resume").returncode, 0)
        self.assertEqual(output_of(out), self.undisturbed())

    def test_a_full_disk_is_told_and_the_run_can_be_resumed(self):
        def small_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
        out = self.folder / "full"
        done = self.run_batch(out, preexec_fn=small_files)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertRegex(done.stderr, r"^pith: cannot write .*part-00000\.jsonl\.partial: File too large; --resume .*\n$")
        self.assertEqual(self.run_batch(out, "--resume").returncode, 0)
        self.assertEqual(output_of(out), self.undisturbed())

    def test_an_input_that_vanishes_is_told_and_the_run_can_be_resumed(self):
        out = self.folder / "vanished"
        hidden = self.crawl[2] + ".away"

        def hide(process):
            os.rename(self.crawl[2], hidden)
            return lambda: os.rename(hidden, self.crawl[2])
        ended, message = self.disturbed(out, hide)
        self.assertEqual(ended, 4, message)
        self.assertRegex(message, r"^pith: cannot read .*c\.jsonl\.zst: No such file or directory; --resume .*\n$")
        self.assertEqual(self.run_batch(out, "--resume").returncode, 0)
        self.assertEqual(output_of(out), self.undisturbed())

    def test_wrong_usage_is_one_line(self):
        missing = subprocess.run([PITH, "batch", "-o", str(self.folder / "x"), "/no/such/file"], capture_output=True,
                                 text=True)
        self.assertEqual((missing.returncode, missing.stderr),
                         (2, "pith: cannot read /no/such/file: No such file or directory\n"))
        beneath = subprocess.run([PITH, "batch", "-o", self.crawl[0] + "/x", *self.crawl], capture_output=True, text=True)
        self.assertEqual(beneath.returncode, 3)
        self.assertRegex(beneath.stderr, r"^pith: cannot write to .*: Not a directory\n$")
        pipe = subprocess.run([PITH, "batch", "-o", str(self.folder / "x"), "/dev/null"], capture_output=True, text=True)
        self.assertEqual((pipe.returncode, pipe.stderr),
                         (2, "pith: cannot read /dev/null: not a file or folder; pith filter reads from a pipe\n"))

    @unittest.skipIf(os.environ.get("PITH_SANITIZED"), "sanitizers keep freed memory")
    def test_memory_stays_small(self):
        report = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertLess(report.ru_maxrss, 200 * 1024)


if __name__ == "__main__":
    unittest.main()
