"""Tests of pith.py; run by ctest with PITH_LIBRARY set to the shared library."""

import concurrent.futures
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

    def test_threads(self):
        expected = pith.extract(PAGE).text
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: pith.extract(PAGE).text, range(40)))
        self.assertEqual(answers, [expected] * 40)


if __name__ == "__main__":
    unittest.main()
