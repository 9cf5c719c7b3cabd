#!/usr/bin/env python3
"""`pith FILE...` as a process: what it reads, writes and refuses, and its exit codes.

usage: pages_process_test.py PITH
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import unittest

PITH = os.path.abspath(sys.argv.pop(1))
SENTENCE = ("The old mill has stood beside the river since the farmers of the valley carried their grain down to it, "
            "and nobody in the village can remember a winter in which its wheel was still. ")
PAGE = ("<html lang=en><head><title>A mill beside the river</title>"
        '<meta name="author" content="Mira Holt"></head><body><nav><a href="/">Home</a></nav>'
        f"<h1>A mill beside the river</h1><p>March 7, 2022</p><p>{SENTENCE}</p>"
        "<figure><img src='/i/wheel.jpg'><figcaption>The wheel in frost, seen from the bridge</figcaption></figure>"
        "<p>This year the frost came early, and the miller spent two nights breaking the ice from the paddles before the "
        "stones would turn again. Children brought him tea, and a farmer lent him a second axe.</p>"
        "<p>In spring the council wants to mend the channel, which loses a third of its water above the weir.</p>"
        "</body></html>").encode()


def run(*arguments, page=b"", **more):
    return subprocess.run([PITH, *arguments], input=page, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                          **more)


def little_memory():
    resource.setrlimit(resource.RLIMIT_AS, (300_000_000, 300_000_000))


def metadata(*arguments):
    return json.loads(run("--to", "json", *arguments, page=PAGE).stdout)["metadata"]


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.page = self.write("mill.html", PAGE)

    def write(self, name, content):
        path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
        with open(path, "wb") as file:
            file.write(content)
        return os.fsdecode(path)


class Reading(Folder):
    def test_standard_input_and_files_give_the_same_article(self):
        self.assertIn(b"The old mill", run(page=PAGE).stdout)
        self.assertEqual(run(page=PAGE).stdout, run(self.page).stdout)
        self.assertEqual(run("-", page=PAGE).stdout, run(self.page).stdout)

    def test_several_files_are_parted_by_their_names(self):
        other = self.write("other.html", PAGE)
        done = run(self.page, other)
        self.assertEqual(done.stdout.count(b"==> "), 2)
        self.assertIn(f"==> {other} <==".encode(), done.stdout)

    def test_a_missing_file_is_told_and_gets_no_section(self):
        done = run(self.page, os.path.join(self.folder, "none.html"))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"No such file or directory", done.stderr)
        self.assertNotIn(b"none.html <==", done.stdout)

    def test_blocks_that_are_left_out_are_told(self):
        done = run("--from", "text", page=b"the old mill by the river\n" * 1_000_000)
        self.assertRegex(done.stderr.decode(), "standard input: too many blocks; the last [0-9]+ were left out")
        self.assertEqual(run("--from", "text", page=b"the old mill by the river\n" * 100_000).stderr, b"")

    def test_a_mistyped_verb_is_told_with_the_one_that_was_meant(self):
        done = run("bacth", "-o", os.path.join(self.folder, "out"), self.page)
        self.assertEqual((done.returncode, done.stderr), (2, b"pith: no file bacth, did you mean pith batch?\n"))
        self.assertEqual(os.listdir(self.folder), ["mill.html"])

    def test_names_that_are_not_utf8_come_back(self):
        name = self.write(b"na\xffme.html", PAGE)
        line = json.loads(run("--to", "jsonl", name).stdout)
        self.assertEqual(os.fsencode(line["file"]), os.fsencode(name))

    def test_names_with_newlines_stand_between_nuls(self):
        name = self.write("new\nline.html", PAGE)
        listed = self.write("list", os.fsencode(name) + b"\0" + os.fsencode(self.page) + b"\0")
        lines = run("--to", "jsonl", "--files-from", listed).stdout.splitlines()
        self.assertEqual([json.loads(line)["file"] for line in lines], [name, self.page])

    def test_lists_give_the_addresses_of_pages(self):
        listed = self.write("list", f"https://a.example/news/mill\t{self.page}\n".encode())
        line = json.loads(run("--to", "jsonl", "--files-from", listed).stdout)
        self.assertEqual(line["metadata"]["hostname"], "a.example")
        urls = self.write("urls", b"https://b.example/news/mill\r\n")
        line = json.loads(run("--to", "jsonl", "--urls-from", urls, self.page).stdout)
        self.assertEqual(line["metadata"]["hostname"], "b.example")

    def test_lists_are_read_as_editors_write_them(self):
        listed = self.write("list", b"\xef\xbb\xbf" + os.fsencode(self.page) + b"\r\n\r\n")
        self.assertEqual(run("--files-from", listed).returncode, 0)
        urls = self.write("urls", b"\nhttps://b.example/news/mill\n\n")
        lines = run("--to", "jsonl", "--urls-from", urls, self.page, self.page).stdout.splitlines()
        self.assertEqual([json.loads(line)["metadata"]["hostname"] for line in lines], ["", "b.example"])

    def test_a_list_of_another_length_is_refused(self):
        urls = self.write("urls", b"https://b.example/news/mill\n")
        done = run("--urls-from", urls, self.page, self.page)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"urls has 1 line for 2 pages", done.stderr)

    def test_what_holds_no_article_is_told(self):
        for nothing in (b"", bytes(range(256)) * 4):
            done = run(page=nothing)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn(b"standard input: no article", done.stderr)
        self.assertIn(b"no blocks: not_a_page", run("--explain", page=b"").stdout)


class Writing(Folder):
    def test_output_may_be_the_input(self):
        expected = run(self.page).stdout
        self.assertEqual(run("-o", self.page, self.page).returncode, 0)
        with open(self.page, "rb") as file:
            self.assertEqual(file.read(), expected)
        self.assertEqual(os.listdir(self.folder), ["mill.html"])

    def test_output_goes_behind_a_link_and_keeps_its_permissions(self):
        target = self.write("kept.txt", b"old")
        os.chmod(target, 0o640)
        link = os.path.join(self.folder, "link.txt")
        os.symlink("kept.txt", link)
        self.assertEqual(run("-o", link, self.page).returncode, 0)
        self.assertTrue(os.path.islink(link))
        self.assertEqual(os.stat(target).st_mode & 0o777, 0o640)
        with open(target, "rb") as file:
            self.assertIn(b"The old mill", file.read())

    def test_output_may_have_the_longest_of_names(self):
        longest = "n" * 255
        self.assertEqual(run("-o", longest, self.page, cwd=self.folder).returncode, 0)
        self.assertEqual(sorted(os.listdir(self.folder)), ["mill.html", longest])

    def test_output_stays_where_no_input_could_be_read(self):
        kept = self.write("kept.txt", b"old")
        self.assertEqual(run("-o", kept, os.path.join(self.folder, "none.html")).returncode, 2)
        with open(kept, "rb") as file:
            self.assertEqual(file.read(), b"old")
        self.assertEqual(run("-o", "-", self.page, cwd=self.folder).stdout, run(self.page).stdout)
        self.assertEqual(sorted(os.listdir(self.folder)), ["kept.txt", "mill.html"])

    def test_output_that_cannot_be_written_is_told(self):
        done = run("-o", os.path.join(self.folder, "none", "out.txt"), self.page)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"cannot write", done.stderr)
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PITH, self.page], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"cannot write to standard output", done.stderr)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_nothing_is_read_when_nothing_can_be_written(self):
        listed = self.write("list", f"{self.page}\n".encode() * 2000 + b"/no/such/file\n")
        for jobs in "1", "2":
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PITH, "-j", jobs, "--files-from", listed], stdout=full, stderr=subprocess.PIPE,
                                      check=False)
            self.assertEqual(done.stderr, b"pith: cannot write to standard output: No space left on device\n")

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_help_that_cannot_be_written_is_told(self):
        for arguments in (["--help"], ["--version"], ["batch", "--help"], ["--manual"], ["--completions", "bash"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PITH, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
            self.assertEqual((done.returncode, done.stderr), (2, b"pith: cannot write to standard output\n"))

    def test_many_jobs_keep_the_order(self):
        names = [self.write(f"{i}.html", PAGE.replace(b"river</h1>", b"river %d</h1>" % i)) for i in range(12)]
        self.assertEqual(run("-j", "4", *names).stdout, run(*names).stdout)


@unittest.skipIf(os.environ.get("PITH_SANITIZED"), "sanitizers take all addresses")
class LittleMemory(Folder):
    def test_a_page_that_is_too_large_is_told_and_the_next_is_read(self):
        large = self.write("large.html", b"<p>the old mill by the river</p>\n" * 1_900_000)
        for jobs in "1", "2":
            done = run("-j", jobs, large, self.page, preexec_fn=little_memory)
            self.assertEqual((done.returncode, done.stderr), (2, f"pith: cannot read {large}: out of memory\n".encode()))
            self.assertIn(b"The old mill", done.stdout)

    def test_want_of_threads_is_told(self):
        # The stack of each is 8 MB.
        done = run("-j", "200", *[self.page] * 4, preexec_fn=little_memory)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"pith: cannot start a thread: ", done.stderr)

    def test_want_of_memory_is_told(self):
        def almost_none():
            resource.setrlimit(resource.RLIMIT_AS, (60_000_000, 60_000_000))
        done = run(self.page, preexec_fn=almost_none)
        self.assertEqual((done.returncode, done.stderr), (2, b"pith: out of memory\n"))
        line = json.dumps({"html": "x" * 160_000_000}).encode()
        done = run("filter", page=line, preexec_fn=little_memory)
        self.assertEqual((done.returncode, done.stderr), (2, b"pith: out of memory\n"))


class Options(Folder):
    def test_what_stands_before_a_verb_is_refused(self):
        for arguments, what in (([self.page, "filter"], f"{self.page} before filter"),
                                (["--to", "json", "filter"], "--to before filter"),
                                (["-o", "x", "batch", "-o", "y", self.page], "--output before batch")):
            done = run(*arguments, cwd=self.folder)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertEqual(done.stderr.decode(), f"pith: unexpected {what}; --help lists what there is\n")
        self.assertEqual(os.listdir(self.folder), ["mill.html"])
        self.assertIn(b"unexpected argument x", run("filter", "--", "x").stderr)

    def test_wrong_options_are_told_with_what_was_meant(self):
        for arguments, message in ((["--orgins"], b"did you mean --origins?"), (["--to", "pdf"], b'unknown value "pdf"'),
                                   (["--encoding", "klingon"], b'unknown charset "klingon"'),
                                   (["--fetched-at", "2024-3-5"], b'"2024-3-5" is not a time such as 2024-03-23T08:15Z'),
                                   (["--fetched-at", "2024-03-05T25:00"], b'"2024-03-05T25:00"'),
                                   (["--fetched-at", "2024"], b'"2024" is not a time such as 2024-03-23T08:15Z'),
                                   (["--jobs", "0"], b"--jobs: Value 0 not in range"),
                                   (["--to", "json", "--to", "text"], b"--to may be given once"),
                                   (["--explain", "--to", "tei"], b"--explain and --evidence are for --to text"),
                                   (["-o", ""], b"--output: needs a name"),
                                   (["--url"], b"--url needs a value")):
            done = run(self.page, *arguments)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(message, done.stderr)
        self.assertIn(b"unexpected argument mill.html", run("filter", "mill.html").stderr)

    def test_the_help_shows_options_as_they_are_typed(self):
        for verb in ([], ["filter"], ["batch"]):
            shown = run(*verb, "--help").stdout
            self.assertIn(b"--drop-captions ", shown)
            self.assertNotIn(b"{false}", shown)

    def test_captions_and_images_can_be_left_out(self):
        self.assertIn(b"The wheel in frost", run(self.page).stdout)
        self.assertNotIn(b"The wheel in frost", run("--drop-captions", self.page).stdout)
        self.assertIn(b"wheel.jpg", run("--to", "html", self.page).stdout)
        self.assertNotIn(b"wheel.jpg", run("--to", "html", "--drop-images", self.page).stdout)

    def test_origins_say_where_metadata_was_found(self):
        self.assertNotIn("origins", metadata())
        origins = metadata("--origins")["origins"]
        self.assertEqual(origins["authors"]["source"], "html_meta")
        self.assertEqual(origins["published"]["source"], "byline")
        line = run("filter", "--origins", page=json.dumps({"html": PAGE.decode()}).encode() + b"\n").stdout
        self.assertEqual(json.loads(line)["metadata"]["origins"]["authors"]["source"], "html_meta")

    def test_relative_dates_count_from_when_the_page_was_fetched(self):
        relative = self.write("relative.html", PAGE.replace(b"March 7, 2022", b"Published 2 days ago"))

        def published(page, *arguments):
            return json.loads(run("--to", "json", *arguments, page).stdout)["metadata"]["published"]

        self.assertEqual(published(relative), "")
        for fetched_at in ("2024-03-01", "2024-03-01T08:15", "2024-03-01 08:15:30.25Z", "2024-03-01T08:15+08:00",
                           "2024-03-01T08:15-0330", "20240301", "20240301081500", "1709280900", "1709280900000"):
            self.assertEqual(published(relative, "--fetched-at", fetched_at)[:10], "2024-02-28")
        self.assertEqual(published(self.page, "--fetched-at", "2022-03-07"), "2022-03-07")
        self.assertEqual(published(self.page, "--fetched-at", "2022-03-05"), "")

    def test_guesses_can_be_refused(self):
        self.assertEqual(metadata()["published"], "2022-03-07")
        refused = metadata("--no-guesses")
        self.assertEqual(refused["published"], "")
        self.assertEqual(refused["authors"], ["Mira Holt"])

    def test_metadata_can_be_refused(self):
        whole, bare = (json.loads(run("--to", "json", *options, page=PAGE).stdout) for options in ((), ("--no-metadata",)))
        self.assertEqual(bare["text"], whole["text"])
        self.assertEqual((bare["metadata"]["authors"], bare["metadata"]["language"]), ([], ""))


if __name__ == "__main__":
    unittest.main()
