#!/usr/bin/env python3
"""Manuals: makes sets of documentation pages, with their text, from packages of Debian. Nothing was trained on them.

usage: manuals.py OUT [SITE...] [--pages N]        then: pith_quality OUT/*

Each site becomes a folder as src/training/README.md tells: of a package's pages of 3 to 400 KB those whose text has 600 letters or
more, at most two fifths of them linked, in an order that is always the same; N of each, 25 if not said otherwise. The text is the
element that the site's generator makes for it, without menus, the list of contents and links to the sections themselves. The
packages are fetched with apt-get (`apt-get update` first); needs python3-lxml.
"""
import argparse
import pathlib
import random
import re
import subprocess
import tempfile

import lxml.html

DOCBOOK = ["//div[@class='navheader']", "//div[@class='navfooter']", "//div[@class='toc']"]
SPHINX = ["//a[@class='headerlink']"]
TEXINFO = ["//div[@class='header']", "//div[@class='contents']", "//ul[@class='section-toc']", "//table[@class='menu']"]
RUST = ["//button", "//i[@class='tooltip']"]
# Site: package, folder in it, the element of the text, what of it is none.
SITES = {
    "apache": ("apache2-doc", "", "//div[@id='page-content']",
               ["//div[@class='toplang']", "//div[@class='bottomlang']", "//div[@id='quickview']", "//p[@class='up']",
                "//div[@class='top']", "//div[@class='section' and .//a[@id='comments_section']]",
                "//a[@class='permalink']"]),
    "aptitude-ja": ("aptitude-doc-ja", "", "//body", DOCBOOK),
    "boost": ("libboost1.74-doc", "", "//body",
              DOCBOOK + ["//div[@class='spirit-nav']", "//div[@class='copyright-footer']", "//body/table[1]"]),
    "dblatex": ("dblatex-doc", "", "//body", DOCBOOK),
    "django": ("python-django-doc", "", "//div[@id='yui-main']", SPHINX),
    "erlang": ("erlang-doc", "", "//div[@id='content']", ["//div[@class='footer']"]),
    "faq-en": ("debian-faq", "", "//body", DOCBOOK),
    "faq-zh": ("debian-faq-zh-cn", "", "//body", DOCBOOK),
    "gimp-ja": ("gimp-help-ja", "", "//body", DOCBOOK),
    "gimp-zh": ("gimp-help-zh-cn", "", "//body", DOCBOOK),
    "git": ("git-doc", "", "//body", ["//div[@id='footer']", "//div[@id='toc']"]),
    "gnuplot": ("gnuplot-doc", "", "//body",
                ["//*[@class='navigation']", "//*[@class='child-links']", "//address"]),
    "guide-de": ("developers-reference-de", "", "//div[@role='main']", SPHINX),
    "guide-ja": ("developers-reference-ja", "", "//div[@role='main']", SPHINX),
    "guide-ru": ("developers-reference-ru", "", "//div[@role='main']", SPHINX),
    "handbook": ("debian-handbook", "", "//body",
                 DOCBOOK + ["//div[@id='banner']", "//p[@id='title']", "//ul[contains(@class, 'docnav')]",
                            "//div[@id='tocdiv']", "//div[@id='footer']", "//nav"]),
    "install": ("installation-guide-amd64", "", "//body", DOCBOOK),
    "libreoffice-zh": ("libreoffice-help-zh-cn", "text", "//div[@id='DisplayArea']",
                       ["//div[@class='howtoget']", "//div[@class='howtogetbody']", "//*[@id='WikiEditDiv']"]),
    "lilypond": ("lilypond-doc-html", "", "//div[@id='main']",
                 TEXINFO + ["//table[@class='nav_table']", "//p[@class='toc_uplink']", "//div[@id='tocframe']",
                            "//div[@class='footer']"]),
    "maint-zh": ("maint-guide-zh-cn", "", "//body", DOCBOOK),
    "maxima": ("maxima-doc", "", "//body", TEXINFO + ["//div[@class='categorybox']"]),
    "nodejs": ("nodejs-doc", "", "//div[@id='apicontent']",
               ["//a[@class='mark']", "//div[@id='toc']", "//button"]),
    "octave": ("octave-doc", "", "//body", TEXINFO),
    "openjdk": ("openjdk-17-doc", "api", "//main", []),
    "postgresql": ("postgresql-doc-15", "", "//body", DOCBOOK),
    "python": ("python3.11-doc", "", "//div[@role='main']", SPHINX),
    "qt": ("qtbase5-doc-html", "", "//div[@class='content mainContent']",
           ["//div[@class='sidebar']", "//div[@class='toc']"]),
    "reference-zh": ("debian-reference-zh-cn", "", "//body", DOCBOOK),
    "rust-book": ("rust-doc", "book", "//main", RUST),
    "rust-reference": ("rust-doc", "reference", "//main", RUST),
    "rust-std": ("rust-doc", "std", "//main//section[@id='main-content']", []),
    "scipy": ("python-scipy-doc", "", "//main[@role='main']", SPHINX),
    "sfml": ("libsfml-doc", "", "//body",
             ["//div[@id='banner-container']", "//div[starts-with(@id, 'navrow')]", "//div[@id='nav-path']",
              "//div[@id='footer-container']", "//div[@class='summary']"]),
    "sqlite": ("sqlite3-doc", "", "//body",
               ["//div[contains(@class, 'nosearch')]", "//div[@class='menu mainmenu']", "//div[@class='searchmenu']",
                "//div[@id='toc_sub']", "//div[@id='mainmenu']"]),
}
BLOCKS = set("p div section article main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr caption th td pre "
             "blockquote br hr figure figcaption details summary header footer".split())
UNSEEN = {"script", "style", "template", "noscript", "head"}


def unpack(package, folder):
    """The files of the package, below `folder`."""
    subprocess.run(["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", package], cwd=folder, check=True)
    archive = next(pathlib.Path(folder).glob(f"{package}_*.deb"))
    subprocess.run(["dpkg", "-x", archive, f"{folder}/files"], check=True)
    return pathlib.Path(folder, "files")


def remove(element):
    """Takes the element out of its page; the text after it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def pieces(element):
    """What a reader sees of the element, with a line end around each block."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    end = "\n" if element.tag in BLOCKS else ""
    yield end + (element.text or "")
    for child in element:
        yield from pieces(child)
        yield child.tail or ""
    yield end


def text_of(page, element, others):
    """The page's text and how many of its letters are linked; none: it has no such element."""
    document = lxml.html.document_fromstring(page)
    for other in others:
        for found in document.xpath(other):
            remove(found)
    found = document.xpath(element)
    if not found:
        return "", 0
    text = re.sub(r"\n\s*\n+", "\n", "".join(pieces(found[0]))).strip()
    return text, sum(len(link.text_content()) for link in found[0].iter("a") if link.get("href"))


def choose(files, part, element, others, wanted):
    """Pages and their texts."""
    paths = sorted(path for path in files.rglob("*.html")
                   if path.is_file() and (not part or part in path.parts) and 3000 < path.stat().st_size < 400000)
    random.Random(4).shuffle(paths)
    chosen = []
    for path in paths:
        if len(chosen) == wanted:
            break
        page = path.read_bytes()
        text, linked = text_of(page, element, others)
        if len(text) >= 600 and linked <= 0.4 * len(text):
            chosen.append((page, text))
    return chosen


def write_set(out, site, chosen):
    for name in ("pages", "gold"):
        (out / site / name).mkdir(parents=True, exist_ok=True)
    rows = ["id\tlang\ttype\turl\ttitle\tauthor\tdate"]
    for number, (page, text) in enumerate(chosen):
        (out / site / "pages" / f"{number:02}.html").write_bytes(page)
        (out / site / "gold" / f"{number:02}.txt").write_text(text, encoding="utf-8")
        rows.append(f"{number:02}\t-\tdocumentation\t-\t-\t-\t-")
    (out / site / "index.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("sites", nargs="*", default=sorted(SITES), help=", ".join(sorted(SITES)))
    parser.add_argument("--pages", type=int, default=25)
    args = parser.parse_args()
    if unknown := set(args.sites) - set(SITES):
        parser.error(f"no such site: {', '.join(sorted(unknown))}")
    for site in args.sites:
        package, part, element, others = SITES[site]
        with tempfile.TemporaryDirectory() as folder:
            chosen = choose(unpack(package, folder), part, element, others, args.pages)
        write_set(args.out, site, chosen)
        print(f"{site}: {len(chosen)} pages")


if __name__ == "__main__":
    main()
