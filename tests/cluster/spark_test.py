"""examples/spark/pith_job.py on a real Spark: two executors in processes of their own, one of which is killed.

    python3 spark_test.py PITH PITH_CRAWL JOB

Skipped, aloud, where PySpark or Java is missing.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

try:
    import pyspark
    import pyspark.sql
except ImportError:
    print("skipped: no pyspark")
    sys.exit(0)
if shutil.which("java") is None:
    print("skipped: no java")
    sys.exit(0)

PITH, PITH_CRAWL, JOB = (os.path.abspath(sys.argv.pop(1)) for _ in range(3))
PAGES = 2000
COLUMNS = ("url", "title", "date", "language", "confidence", "verdict", "text", "error")


def processes_below(root):
    """Process ids and command lines of all descendants."""
    parents, commands = {}, {}
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            commands[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue  # it ended meanwhile
    below, found = {root}, {}
    for _ in range(20):
        more = {pid for pid, parent in parents.items() if parent in below} - below
        if not more:
            break
        below |= more
        found.update((pid, commands[pid]) for pid in more)
    return found


def rows_of(folder):
    spark = pyspark.sql.SparkSession.builder.master("local[1]").getOrCreate()
    try:
        return sorted((tuple(row[name] for name in COLUMNS) for row in spark.read.parquet(str(folder)).collect()), key=repr)
    finally:
        spark.stop()


def rows_of_one_process(lines):
    done = subprocess.run([PITH, "filter"], input=lines, capture_output=True, check=True)
    rows = []
    for line in done.stdout.splitlines():
        record = json.loads(line)
        metadata = record.get("metadata") or {}
        rows.append((record.get("url"), metadata.get("title"), metadata.get("published"), record.get("language"),
                     record.get("confidence"), record.get("verdict"), record.get("text"), record.get("error")))
    return sorted(rows, key=repr)


class SparkTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pith-spark-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def crawl(self, form, pages):
        path = self.folder / f"crawl.{form}"
        with open(path, "wb") as file:
            subprocess.run([PITH_CRAWL, "--pages", str(pages), "--to", form], stdout=file, check=True)
        return path

    def start(self, master, *arguments):
        environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
        with open(self.folder / "log", "w") as log:
            return subprocess.Popen([sys.executable, JOB, "--master", master, "--pith", PITH, *map(str, arguments)],
                                    env=environment, stdout=log, stderr=subprocess.STDOUT, cwd=self.folder)

    def finish(self, driver, seconds):
        """What the job printed."""
        code = driver.wait(seconds)
        log = (self.folder / "log").read_text()
        self.assertEqual(code, 0, log[-3000:])
        return log

    def kill_an_executor_at_work(self, driver):
        """Of two, so that the other has to take over."""
        for _ in range(6000):
            below = processes_below(driver.pid)
            executors = [pid for pid, command in below.items() if "CoarseGrainedExecutorBackend" in command]
            for pid in executors:
                if len(executors) == 2 and any(f"{PITH} filter" in command for command in processes_below(pid).values()):
                    os.kill(pid, signal.SIGKILL)
                    return
            if driver.poll() is not None:
                break
            time.sleep(0.02)
        self.fail("no executor was seen at work")

    def test_a_killed_executor_costs_no_row(self):
        crawl = self.crawl("jsonl", PAGES)
        with open(crawl, "a") as file:
            file.write('not json\n{"url":"https://a.example/"}\n')
        driver = self.start("local-cluster[2,1,1024]", "--output", self.folder / "out", "--partitions", 24, crawl)
        self.kill_an_executor_at_work(driver)
        self.assertIn("Lost executor", self.finish(driver, 550))

        rows = rows_of(self.folder / "out")
        self.assertEqual(len(rows), PAGES + 2)
        self.assertEqual(sum(row[-1] is not None for row in rows), 2)
        wanted = rows_of_one_process(crawl.read_bytes())
        # The number of a line that is told in an error counts within its partition.
        self.assertEqual([row for row in rows if row[-1] is None], [row for row in wanted if row[-1] is None])

    def test_parquet_and_archives(self):
        lines = self.crawl("jsonl", 50).read_bytes()
        wanted = rows_of_one_process(lines)
        spark = pyspark.sql.SparkSession.builder.master("local[1]").getOrCreate()
        records = [json.loads(line) for line in lines.splitlines()]
        spark.createDataFrame([(r["url"], bytearray(r["html"].encode("utf-8"))) for r in records],
                              "url string, html binary").write.option(
                                  "compression", "zstd").parquet(str(self.folder / "pages"))
        spark.stop()
        for form, path in (("parquet", self.folder / "pages"), ("warc", self.crawl("warc.gz", 50))):
            out = self.folder / f"of-{form}"
            driver = self.start("local[1]", "--output", out, "--from", form, path)
            self.finish(driver, 300)
            self.assertEqual([row[6] for row in rows_of(out)], [row[6] for row in wanted], form)


if __name__ == "__main__":
    unittest.main()
