"""Adds up the reports of the shards that submit.sh had made.

    python3 merge_reports.py FOLDER > report.json

The sum has what a report of pith batch has, and: `missing`, the shards that are not done yet; `slowest`, the five shards
that took longest, in seconds, by which the skew can be told. `seconds` is the time of all tasks together, and
`pages_per_second` what one task did. Exit code 1 where shards are missing, 2 where reports are, or do not fit together.
"""

import json
import pathlib
import sys

SAME = ("version", "model", "options")


def add(total, report):
    """Numbers are added, groups by their names, lists put one after the other."""
    for name, value in report.items():
        if isinstance(value, dict):
            add(total.setdefault(name, {}), value)
        elif isinstance(value, bool):
            total[name] = total.get(name, True) and value
        elif isinstance(value, (int, float, list)):
            total[name] = total.get(name, type(value)()) + value


def merge(folder):
    shards = int((folder / "plan").read_text().split()[0])
    names = [f"shard-{number:05}" for number in range(shards)]
    done = [name for name in names if (folder / name).is_dir()]
    total, same, seconds = {}, None, {}
    for name in done:
        report = json.loads((folder / name / "report.json").read_text())
        own = {key: report.pop(key) for key in SAME}
        if same is not None and own != same:
            raise ValueError(f"{name} was made with other options or another version than {done[0]}")
        same, seconds[name] = own, report["seconds"]
        add(total, report)
    if total:
        for rate, count in (("pages_per_second", "pages"), ("page_bytes_per_second", "page_bytes")):
            total[rate] = int(total[count] / total["seconds"]) if total["seconds"] else 0
    total["missing"] = [name for name in names if name not in seconds]
    total["complete"] = total.get("complete", False) and not total["missing"]
    total["slowest"] = dict(sorted(seconds.items(), key=lambda item: -item[1])[:5])
    return {**total, **(same or {})}


def main():
    if len(sys.argv) != 2:
        print("usage: merge_reports.py FOLDER", file=sys.stderr)
        return 2
    try:
        total = merge(pathlib.Path(sys.argv[1]))
    except (OSError, ValueError, KeyError) as error:
        print(f"merge_reports.py: {error}", file=sys.stderr)
        return 2
    json.dump(total, sys.stdout, indent=2, ensure_ascii=False)
    print()
    return 1 if total["missing"] else 0


if __name__ == "__main__":
    sys.exit(main())
