"""One extractor over the pages whose names are on standard input, for peers.py: worker.py resiliparse < NAMES

Prints JSON: `texts`, one a page, and `seconds` of processor time of the extractions alone.
"""

import json
import sys
import time


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    return lambda page: extract_plain_text(page.decode(detect_encoding(page), "replace"), main_content=True), str


def trafilatura():
    import trafilatura as module
    return module.extract, str


def decoded(page):
    """Those that want text get it from the same detector as Resiliparse."""
    from resiliparse.parse.encoding import detect_encoding
    return page.decode(detect_encoding(page), "replace")


def text_of(html):
    from resiliparse.extract.html2text import extract_plain_text
    return extract_plain_text(html, main_content=False) if html else ""


def readability():
    from readability import Document
    return lambda page: Document(decoded(page)).summary(), text_of


def magic_html():
    from magic_html import GeneralExtractor
    extractor = GeneralExtractor()
    return (lambda page: extractor.extract(decoded(page), base_url="https://a.example/"),
            lambda found: text_of(found["html"]))


EXTRACTORS = {"resiliparse": resiliparse, "trafilatura": trafilatura, "readability-lxml": readability,
              "magic-html": magic_html}


def attempt(extract, page):
    try:
        return extract(page)
    except Exception as error:  # of any kind: a page that it cannot do has no text
        print(error, file=sys.stderr)
        return None


def main():
    extract, to_text = EXTRACTORS[sys.argv[1]]()
    pages = [open(name, "rb").read() for name in sys.stdin.read().splitlines()]
    found = [attempt(extract, page) for page in pages[:1]]  # what is loaded when it is first used
    found.clear()
    began = time.process_time()
    for page in pages:
        found.append(attempt(extract, page))
    seconds = time.process_time() - began
    json.dump({"texts": [to_text(one) if one else "" for one in found], "seconds": seconds}, sys.stdout)


if __name__ == "__main__":
    main()
