"""Tests of pith.py; run by ctest with PITH_LIBRARY set to the shared library."""

import concurrent.futures
import os
import subprocess
import sys
import threading
import unittest

import pith

PAGE = """<!doctype html><html lang="en"><head><title>River floods the old town - Daily Herald</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>River floods the old town</h1>
<p>The river rose by two metres overnight, and the lower town had to be cleared before dawn by the fire brigade.</p>
<p>Firemen carried the last of the residents out by boat, while the army closed both bridges to all traffic.</p>
<p>Nobody was hurt, the mayor said, but the damage to the old market hall may cost the town several millions.</p>
</article>
<footer><p>Copyright 2024 Daily Herald. All rights reserved.</p></footer></body></html>"""


class PithTest(unittest.TestCase):
    def test_article(self):
        article = pith.extract(PAGE.encode(), url="https://herald.example/river")
        self.assertTrue(article)
        self.assertEqual(article.title, "River floods the old town")
        self.assertIn("Firemen carried", article.text)
        self.assertNotIn("All rights reserved", article.text)
        self.assertEqual(article.language, "en")
        self.assertTrue(0 <= article.confidence <= 1)

    def test_text_may_be_decoded_already(self):
        self.assertEqual(pith.extract(PAGE).text, pith.extract(PAGE.encode()).text)

    def test_dropped_blocks_have_categories(self):
        article = pith.Extractor(keep=("dropped",)).extract(PAGE)
        self.assertIn("copyright", {block.category for block in article.dropped})

    def test_each_kind_of_line_is_kept_by_its_own_name(self):
        with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "pages", "ferry.html"), "rb") as file:
            page = file.read()
        lines = {"credits": "By Wren Abbott", "captions": "The keeper at the wheel", "comments": "never once paid the fare"}
        for keep in ((), ("credits",), ("captions",), ("comments",), ("comments", "credits")):
            text = pith.Extractor(keep=keep).extract(page).text
            self.assertIn("A bridge of steel", text)
            self.assertEqual({name for name, line in lines.items() if line in text}, set(keep))

    def test_formats(self):
        self.assertTrue(pith.extract(PAGE, format="markdown").rendered.startswith("# River floods"))
        self.assertTrue(pith.extract(PAGE, format="json").rendered.lstrip().startswith("{"))

    def test_nothing_is_an_error(self):
        for junk in (b"", b"\xff\xfe", b"\x00" * 100, b"<" * 1000):
            self.assertIsInstance(pith.extract(junk), pith.Article)

    def test_wrong_arguments_are_named(self):
        with self.assertRaisesRegex(ValueError, "kind"):
            pith.extract(PAGE, kind="pdf")
        with self.assertRaisesRegex(pith.PithError, "line 1"):
            pith.Extractor(rules=b"no rules\n")

    def test_blocks_have_kind_score_and_reason(self):
        article = pith.extract(PAGE)
        self.assertEqual(len(article.blocks), 3)
        for block in article.blocks:
            self.assertEqual((block.kind, block.category), ("paragraph", "content"))
            self.assertTrue(0 <= block.score <= 1)
            self.assertTrue(block.reason)

    def test_notices_say_what_was_done(self):
        cut = pith.Extractor(max_input_bytes=40).extract(PAGE)
        self.assertIn("truncated", [notice.code for notice in cut.notices])

    def test_the_header_declares_the_charset(self):
        page = "<p>\u6cb3\u6c34\u4e00\u591c\u4e4b\u95f4\u4e0a\u6da8\u4e86\u4e24\u7c73\u3002</p>".encode("gbk")
        self.assertEqual(pith.extract(page, content_type="text/html; charset=gbk").charset, "GB18030")

    def test_rules_are_added(self):
        page = PAGE.replace("</article>", "<p>Listen to Hilltop Radio on every weekday.</p></article>")
        rules = b"# pith phrases 1\napp_promo\tprefix\tListen to Hilltop Radio\tListen to Hilltop Radio now.\t-\n"
        article = pith.Extractor(keep=("dropped",), rules=rules).extract(page)
        self.assertIn("app_promo", [block.category for block in article.dropped])

    def test_threads(self):
        expected = pith.extract(PAGE).text
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: pith.extract(PAGE).text, range(40)))
        self.assertEqual(answers, [expected] * 40)

    def test_threads_may_share_an_extractor(self):
        extractor = pith.Extractor()
        expected = extractor.extract(PAGE).text
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: extractor.extract(PAGE).text, range(40)))
        self.assertEqual(answers, [expected] * 40)

    def test_the_gil_is_released(self):
        long_page = PAGE.replace("</article>", "<p>The river rose and rose, all night and all day.</p>" * 20000)
        started, done = threading.Event(), threading.Event()

        def work():
            extractor = pith.Extractor()
            started.set()
            extractor.extract(long_page)
            done.set()

        # Nothing but a released GIL lets the main thread run between the two events.
        before = sys.getswitchinterval()
        sys.setswitchinterval(1000)
        try:
            worker = threading.Thread(target=work)
            worker.start()
            started.wait()
            ran_beside = not done.is_set()
            worker.join()
        finally:
            sys.setswitchinterval(before)
        self.assertTrue(ran_beside)

    @unittest.skipUnless(hasattr(os, "fork"), "no fork() here")
    def test_a_forked_child_goes_on(self):
        expected = pith.extract(PAGE).text
        child = os.fork()
        if child == 0:
            os._exit(0 if pith.extract(PAGE).text == expected else 1)
        self.assertEqual(os.waitpid(child, 0)[1], 0)

    def test_a_missing_library_is_named(self):
        run = subprocess.run([sys.executable, "-c", "import pith"], cwd=os.path.dirname(os.path.abspath(__file__)),
                             env={**os.environ, "PITH_LIBRARY": "/nowhere/libpith.so"}, capture_output=True, text=True)
        self.assertIn("cannot load the pith library (/nowhere/libpith.so)", run.stderr)


if __name__ == "__main__":
    unittest.main()
