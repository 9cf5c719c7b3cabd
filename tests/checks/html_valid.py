"""html_valid.py PITH JAVA VNU_JAR PAGES FOLDER: the Nu HTML checker finds no error in pith's HTML of any page below PAGES,
as the body of a document. FOLDER gets the documents.
"""
import os
import pathlib
import subprocess
import sys

DOCUMENT = '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{}</title></head>\n<body>\n{}</body>\n</html>\n'


def main():
    pith, java, jar, pages, folder = sys.argv[1:]
    if not os.path.exists(java) or not os.path.exists(jar):
        print("skipped: Java or vnu.jar (npm install vnu-jar) was not found")
        return
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    documents = 0
    for page in sorted(pathlib.Path(pages).rglob("*.html")):
        html = subprocess.run([pith, "--leaning", "complete", "--to", "html", page], capture_output=True).stdout.decode()
        if html:
            (folder / page.name).write_text(DOCUMENT.format(page.stem, html))
            documents += 1
    assert documents > 30, documents
    # Which levels headings have is the page's choice.
    skipped_levels = ".*skipping [0-9]+ heading levels?.*"
    command = [java, "-jar", jar, "--errors-only", "--skip-non-html", "--filterpattern", skipped_levels, str(folder)]
    found = subprocess.run(command, capture_output=True)
    print(documents, "documents\n" + found.stderr.decode())
    assert found.returncode == 0


main()
