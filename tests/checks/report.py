"""report.py REPORT PITH PAGE CHROMIUM FOLDER: the report of PAGE works in headless Chromium: no error, search, filters and
clicks do what they say, and 300 times as many blocks take 300 times the work to show, counted, not timed; so does PITH's
comparison of two leanings and of two sets of rules. FOLDER gets screenshots.
"""
import json
import os
import pathlib
import re
import subprocess
import sys

WATCH = """<script>
window.faults = [];
addEventListener("error", event => faults.push(event.message));
addEventListener("securitypolicyviolation", event => faults.push("policy: " + event.violatedDirective));
// The elements that are made, and what is read of the page's data.
window.work = { made: 0, read: 0 };
document.createElement = tag => { ++work.made; return Document.prototype.createElement.call(document, tag); };
const parse = JSON.parse;
const watched = new WeakMap();
function watch(value) {
  if (value === null || typeof value !== "object") return value;
  const get = (of, name) => { ++work.read; return watch(of[name]); };
  if (!watched.has(value)) watched.set(value, new Proxy(value, { get }));
  return watched.get(value);
}
JSON.parse = text => watch(parse(text));
</script>"""

TRY = """<script>
const results = {};
const shown = () => items.filter(item => !item.hidden).length;
const set = (id, value) => { by(id).value = value; by(id).dispatchEvent(new Event("input")); };
results.work = { ...work };
results.all = shown();
results.blocks = data.blocks.length;
set("verdict", "kept");
results.kept = shown() === data.blocks.filter(b => b.kept).length && items.every((x, i) => x.hidden !== data.blocks[i].kept);
set("verdict", "");
set("search", data.blocks.find(b => b.kept && b.text.length > 20).text.slice(0, 20).toUpperCase());
results.search = shown() >= 1 && shown() < data.blocks.length;
set("search", "");
set("category", "content");
results.category = shown() === data.blocks.filter(b => b.category === "content").length;
set("category", "");
const first = items.find(item => item.classList.contains("kept"));
first.firstChild.click();
results.opened = first.firstChild.getAttribute("aria-expanded") === "true" && first.textContent.includes("decided by") &&
  first.querySelectorAll(".moved .up, .moved .down").length > 3;
first.firstChild.click();
results.closed = first.firstChild.getAttribute("aria-expanded") === "false" && !first.textContent.includes("decided by");
results.different = by("difference").hidden === (other === undefined);
if (other) {
  set("difference", "differs");
  results.different = items.every((x, i) => x.hidden === (data.blocks[i].kept === other.blocks[i].kept)) && shown() > 0;
  set("difference", "");
  const texts = [...items[0].querySelectorAll(".verdict")].map(part => part.title);
  results.different &&= texts.length === 2 && texts[0].startsWith(data.side + ": ") && texts[1].startsWith(other.side + ": ");
  items[0].firstChild.click();
  results.different &&= items[0].textContent.split("decided by").length === 3;
  items[0].firstChild.click();
  results.different &&= by("other-strip").children.length === items.length && !by("other-facts").hidden;
}
by("strip").firstChild.click();
results.strip = document.activeElement === items[0].firstChild;
results.metadata = by("metadata").rows.length > 1;
results.faults = faults;
document.body.append(Object.assign(document.createElement("pre"), { id: "results", textContent: JSON.stringify(results) }));
</script>"""


def run(chromium, *arguments):
    command = [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,900", *arguments]
    # No measure: only a browser that hangs takes so long.
    return subprocess.run(command, capture_output=True, check=True, timeout=900).stdout.decode()


def tried(chromium, html, folder):
    page = folder / "tried.html"
    page.write_text(html.replace("<head>", "<head>" + WATCH, 1).replace("</body>", TRY + "</body>", 1))
    dom = run(chromium, "--dump-dom", page.as_uri())
    found = re.search(r'<pre id="results">(.*?)</pre>', dom, re.S)
    assert found, "the page's script did not run to its end"
    return json.loads(found.group(1))


def check(results):
    print(results)
    assert results["all"] == results["blocks"] > 10
    for name in ("kept", "search", "category", "opened", "closed", "strip", "metadata", "different"):
        assert results[name] is True, name
    assert results["faults"] == []


def check_comparisons(pith, page, chromium, folder):
    """Two leanings, and the rules that are built in beside one more."""
    rules = folder / "more.tsv"
    rules.write_text("# pith attributes 1\n" + "".join(f"{word}\tcomment\n" for word in ("article", "content", "p")))
    sides = {"leanings": ["--compare-leaning", "precise", "--leaning", "complete"], "rules": ["--compare-rules", str(rules)]}
    for name, options in sides.items():
        command = [pith, "--explain", "--to", "html", *options, page]
        html = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        (folder / (name + ".html")).write_text(html)
        results = tried(chromium, html, folder)
        if name == "leanings":
            check(results)
        assert results["faults"] == [] and results["all"] == results["blocks"]
        run(chromium, "--screenshot=" + str(folder / (name + ".png")), (folder / (name + ".html")).as_uri())
    refused = subprocess.run([pith, "--compare-leaning", "precise", page], capture_output=True)
    assert refused.returncode == 2 and b"--explain --to html" in refused.stderr, refused


def main():
    report, pith, page, chromium, folder = sys.argv[1:]
    if not os.path.exists(chromium):
        print("skipped: chromium was not found")
        return
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    html = subprocess.run([report, page], capture_output=True, check=True).stdout.decode()
    assert "http://" not in html.split('id="data">')[0] and "https://" not in html.split('id="data">')[0], "wants a network"
    few = tried(chromium, html, folder)
    check(few)
    check_comparisons(pith, pathlib.Path(page).with_name("zh-cycling-forum.html"), chromium, folder)
    (folder / "report.html").write_text(html)
    run(chromium, "--screenshot=" + str(folder / "report.png"), (folder / "report.html").as_uri())
    assert (folder / "report.png").stat().st_size > 10000
    before, rest = html.split('id="data">', 1)
    data, after = rest.split("</script>", 1)
    data = json.loads(data)
    times = 300
    data["blocks"] *= times
    many = before + 'id="data">' + json.dumps(data).replace("<", "\\u003c") + "</script>" + after
    results = tried(chromium, many, folder)
    print(results)
    assert results["blocks"] > 10000 and results["faults"] == []
    # Nothing is done again for each of them, and what a click shows is not made before it.
    for kind, most_of_a_block in (("made", 12), ("read", 40)):
        assert 10 < results["work"][kind] <= times * few["work"][kind], kind
        assert results["work"][kind] <= most_of_a_block * results["blocks"], kind


main()
