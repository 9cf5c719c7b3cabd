"""Tests of pith.py; run by ctest with PITH_LIBRARY set to the shared library."""

import concurrent.futures
import copy
import datetime
import itertools
import json
import os
import pickle
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
        self.assertEqual(article.verdict, "article")
        self.assertTrue(0.5 < article.verdict_confidence <= 1)

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

    def test_links_are_kept_or_dropped(self):
        page = PAGE.replace("Firemen", '<a href="/firemen">Firemen</a>')
        article = pith.extract(page, url="https://herald.example/river", format="markdown", links="drop")
        self.assertNotIn("https://herald.example/firemen", article.rendered)
        self.assertIn("https://herald.example/firemen", article.render("markdown"))
        self.assertIn("https://herald.example/firemen", article.render("html"))
        self.assertNotIn("https://herald.example/firemen", article.render("html", links="drop"))

    def test_spans_count_characters(self):
        page = PAGE.replace("Firemen carried", 'M\u00e4nner <a href="/r">r\u00e9ally</a> carried')
        block = pith.extract(page, url="https://herald.example/").blocks[1]
        (span,) = block.spans
        self.assertEqual((span.kind, span.target), ("link", "https://herald.example/r"))
        self.assertEqual(block.text[span.begin:span.end], "r\u00e9ally")

    def test_one_line_json_and_dict(self):
        article = pith.extract(PAGE, format="jsonl")
        self.assertNotIn("\n", article.rendered)
        self.assertEqual(article.to_dict()["metadata"]["title"], article.title)
        self.assertEqual(article.to_dict()["text"], article.text)
        self.assertEqual(len(article.to_dict()["blocks"]), len(article.blocks))

    def test_the_title_is_said_to_be_in_the_text(self):
        article = pith.extract(PAGE)
        self.assertTrue(article.title_in_text)
        self.assertTrue(article.text.startswith(article.title))

    def test_metadata_says_where_it_is_from(self):
        page = PAGE.replace("<head>", '<head><meta property="og:site_name" content="Daily Herald">'
                            '<link rel="alternate" hreflang="de" href="https://herald.example/fluss">')
        article = pith.extract(page, url="https://herald.example/river")
        source, confidence = article.origins["site_name"]
        self.assertEqual(source, "open_graph")
        self.assertTrue(0 < confidence <= 1)
        self.assertEqual(article.alternates, [("de", "https://herald.example/fluss")])
        self.assertEqual(article.hostname, "herald.example")
        self.assertIn("origins", json.loads(article.render("json+origins"))["metadata"])

    def test_guesses_may_be_refused(self):
        url = "https://herald.example/2024/03/23/river.html"
        self.assertEqual(pith.extract(PAGE, url=url).published, "2024-03-23")
        self.assertEqual(pith.Extractor(metadata_guesses=False).extract(PAGE, url=url).published, "")
        bare = pith.Extractor(metadata=False).extract(PAGE, url=url)
        self.assertEqual((bare.hostname, bare.text), ("", pith.extract(PAGE, url=url).text))

    def test_a_site_is_remembered(self):
        odd = "<p>Meet the Weaver family of Hilltop at the spring market for tea, they say to all who pass.</p></article>"
        pages = {f"https://herald.example/{n}": PAGE.replace("two metres", f"{n} metres in street {n} of village {n}")
                 .replace("Firemen", f"Brigade {n}").replace("Nobody", f"None of the {n}").replace("</article>", odd)
                 for n in range(12)}
        extractor, memory = pith.Extractor(), pith.SiteMemory()
        for url, page in pages.items():
            extractor.learn(page, memory, url=url)
        self.assertEqual((memory.hosts, memory.pages), (1, 12))
        other = pith.SiteMemory(memory.save())
        url, page = pages.popitem()

        def last_score(memory):
            return [block.block.score for block in extractor.explain(page, url=url, memory=memory).blocks
                    if block.block.text.startswith("Meet the Weaver")][0]

        self.assertLess(last_score(other), last_score(None))
        merged = pith.SiteMemory()
        merged.merge(other)
        self.assertEqual(extractor.extract(page, url=url, memory=merged).text, pith.extract(page, url=url, memory=other).text)
        merged.forget("herald.example")
        self.assertEqual(merged.hosts, 0)
        with self.assertRaises(pith.PithError):
            pith.SiteMemory(memory.save()[:-1])
        with self.assertRaisesRegex(TypeError, "memory"):
            pith.extract(PAGE, memory=7)

    def test_what_the_caller_knows(self):
        page = PAGE.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
        self.assertEqual(pith.extract(page, expect="forum").verdict, "forum")
        self.assertEqual(pith.extract(page, expect="article").verdict, "article")
        self.assertEqual(pith.Extractor().explain(page, expect="product").article.verdict, "product")
        with self.assertRaisesRegex(ValueError, "expect"):
            pith.extract(page, expect="letter")
        bare = "<p class=top>A Question of Rivers</p>" + PAGE[PAGE.index("<p>"):]
        self.assertEqual(pith.extract(bare, known_title="A question of rivers").title, "A Question of Rivers")
        self.assertEqual(pith.extract(bare, known_title="Something else").text, pith.extract(bare).text)

    def test_hours_count_from_the_fetch(self):
        page = PAGE.replace("</h1>", "</h1><p>Published: 3 hours ago</p>")
        when = datetime.datetime(2024, 3, 23, 1, 15, tzinfo=datetime.timezone.utc)
        for fetched_at in (when, when.timestamp()):
            self.assertEqual(pith.extract(page, fetched_at=fetched_at).published, "2024-03-22")
        with self.assertRaisesRegex(ValueError, "time zone"):
            pith.extract(page, fetched_at=datetime.datetime(2024, 3, 23))

    def test_an_article_may_be_pickled(self):
        article = pith.extract(PAGE, format="markdown")
        copy = pickle.loads(pickle.dumps(article))
        for name in ("text", "rendered", "title", "blocks", "notices", "confidence"):
            self.assertEqual(getattr(copy, name), getattr(article, name))
        self.assertTrue(copy)

    def test_what_owns_a_handle_has_no_copy(self):
        for owner in pith.Extractor(), pith.SiteMemory(), pith.Extractor().explain(PAGE):
            for duplicate in copy.copy, copy.deepcopy, pickle.dumps:
                with self.assertRaisesRegex(TypeError, "can be neither copied nor pickled"):
                    duplicate(owner)
        self.assertEqual(copy.deepcopy(pith.extract(PAGE)).text, pith.extract(PAGE).text)

    def test_an_explanation_tells_all_blocks(self):
        explanation = pith.Extractor().explain(PAGE)
        self.assertEqual(explanation.article.title, "River floods the old town")
        kept = [block for block in explanation.blocks if block.kept]
        self.assertEqual(len(kept), len(explanation.article.blocks) + 1)  # and the headline
        last = explanation.blocks[-1]
        self.assertFalse(last.kept)
        self.assertEqual((last.block.category, last.path), ("copyright", "body/footer/p"))
        self.assertIn("copyright", [phrase.category for phrase in last.phrases])
        self.assertIn("words", last.features)
        self.assertIn("body/footer/p", str(explanation))
        self.assertIn("words", explanation.to_text(evidence=True))

    def test_many_pages_come_in_their_order(self):
        pages = [PAGE.replace("two metres", f"{number} metres") for number in range(50)]
        for workers in (1, 3):
            for number, article in enumerate(pith.extract_many(pages, workers=workers)):
                self.assertIn(f"{number} metres", article.text)

    def test_many_pages_may_have_addresses_and_options(self):
        page = PAGE.replace("Firemen", '<a href="/firemen">Firemen</a>')
        given = [(page, "https://a.example/"), {"page": page.encode(), "url": "https://b.example/"}, page]
        made = list(pith.extract_many(iter(given), format="markdown", keep=("dropped",)))
        self.assertIn("https://a.example/firemen", made[0].rendered)
        self.assertIn("https://b.example/firemen", made[1].rendered)
        self.assertTrue(made[2].dropped)

    def test_an_endless_run_may_be_left(self):
        articles = pith.extract_many(itertools.repeat(PAGE), workers=2)
        self.assertTrue(next(articles))
        articles.close()

    def test_nothing_is_an_error(self):
        for junk in (b"", b"\xff\xfe", b"\x00" * 100, b"<" * 1000):
            self.assertIsInstance(pith.extract(junk), pith.Article)

    def test_wrong_arguments_are_named(self):
        with self.assertRaisesRegex(ValueError, "kind"):
            pith.extract(PAGE, kind="pdf")
        with self.assertRaisesRegex(pith.PithError, "line 1"):
            pith.Extractor(rules=b"no rules\n")
        for arguments in ({"url": 7}, {"kind": None}, {"encoding": b"gbk"}, {"format": 3}):
            with self.assertRaisesRegex(TypeError, next(iter(arguments))):
                pith.extract(PAGE.encode(), **arguments)
        for page in (None, 7, ["a"]):
            with self.assertRaisesRegex(TypeError, "page must be bytes or str"):
                pith.extract(page)
        with self.assertRaisesRegex(ValueError, "decoded already"):
            pith.extract(PAGE, encoding="gbk")
        with self.assertRaisesRegex(TypeError, "keep"):
            pith.Extractor(keep="dropped")
        with self.assertRaisesRegex(ValueError, "workers"):
            pith.extract_many([], workers=0)
        for no_pair in (PAGE,), (PAGE, None, None):
            with self.assertRaisesRegex(ValueError, "values to unpack"):
                list(pith.extract_many([no_pair]))

    def test_wrong_memories_workers_and_times_are_named(self):
        memory = pith.SiteMemory()
        for call in (lambda: memory.merge(b"x"), lambda: memory.forget(5),
                     lambda: pith.Extractor().learn("<p>x</p>", None, url="https://a.example/"),
                     lambda: pith.extract_many([], workers="2"), lambda: pith.extract_many([], workers=True)):
            with self.assertRaisesRegex(TypeError, "must be"):
                call()
        for when in (float("nan"), float("inf"), 10 ** 30):
            with self.assertRaisesRegex(ValueError, "fetched_at"):
                pith.extract("<p>x</p>", fetched_at=when)

    def test_limits_are_numbers_that_fit(self):
        for name, least_too_large in (("max_depth", 2**32), ("max_blocks", 2**32), ("max_input_bytes", 2**64), ("max_work", 2**64)):
            for wrong in (-1, least_too_large):
                with self.assertRaisesRegex(ValueError, name):
                    pith.Extractor(**{name: wrong})
            with self.assertRaisesRegex(TypeError, name):
                pith.Extractor(**{name: 1.5})

    def test_work_has_a_limit(self):
        cut = pith.Extractor(max_work=1).extract(PAGE)
        self.assertNotEqual([notice.code for notice in cut.notices], [notice.code for notice in pith.extract(PAGE).notices])

    def test_what_is_unknown_may_be_none(self):
        article = pith.extract(PAGE, url=None, content_type=None, encoding=None)
        self.assertEqual(article.text, pith.extract(PAGE).text)

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
