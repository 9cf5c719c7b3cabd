"""Extracts the articles of a crawl with Spark: JSON Lines, Parquet or WARC in, Parquet out, a row for each page.

    spark-submit examples/spark/pith_job.py --output articles 'crawl/*.jsonl'
    spark-submit examples/spark/pith_job.py --output articles --from parquet pages.parquet
    spark-submit examples/spark/pith_job.py --output articles --from warc 'crawl/*.warc.gz'

Every partition has a `pith filter` of its own for as long as it has rows, and every WARC file a `pith batch`; --pith names
the command on the executors (default: pith on their PATH). A row whose page cannot be read has `error` and no text; a task
that fails is run again by Spark, and no row is lost or doubled.

Columns of the output: url, title, date, language, confidence, verdict, text, metadata (JSON), error.
Columns of Parquet input: url, and html as text or bytes; perhaps charset.
"""

import argparse
import base64
import json
import os
import subprocess
import tempfile
import threading

from pyspark.sql import SparkSession
from pyspark.sql.types import DoubleType, StringType, StructField, StructType

SCHEMA = StructType([StructField(name, DoubleType() if name == "confidence" else StringType()) for name in (
    "url", "title", "date", "language", "confidence", "verdict", "text", "metadata", "error")])


def to_row(line):
    """The columns of one line that pith wrote."""
    record = json.loads(line)
    metadata = record.get("metadata") or {}
    return (record.get("url") or metadata.get("url"), metadata.get("title"), metadata.get("published"),
            record.get("language"), record.get("confidence"), record.get("verdict"), record.get("text"),
            json.dumps(metadata, ensure_ascii=False), record.get("error"))


def to_line(row):
    """A row of Parquet as the JSON object that the filter reads."""
    page = row["html"]
    record = {"url": row["url"]}
    if isinstance(page, (bytes, bytearray)):
        record["html_base64"] = base64.b64encode(page).decode("ascii")
        if "charset" in row:
            record["charset"] = row["charset"]
    else:
        record["html"] = page
    return json.dumps(record)


def filter_lines(lines, command):
    """One line out for each line in, by one process."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    failures = []

    def feed():
        try:
            with process.stdin:
                for line in lines:
                    # A line is a record, whatever it holds: an empty one gets its error.
                    process.stdin.write(line.encode("utf-8") + b"\n")
        except Exception as error:  # told by the thread that reads: the task fails, and Spark runs it again
            failures.append(error)
            process.kill()

    feeder = threading.Thread(target=feed)
    feeder.start()
    with process.stdout:
        yield from process.stdout
    feeder.join()
    if process.wait() != 0 or failures:
        raise RuntimeError(f"pith filter ended with {process.returncode}: {failures}")


def extract_archive(path, command):
    """The lines of one WARC file that every executor can reach by this path."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "out")
        # 1: the archive holds nothing that pith reads.
        if subprocess.run([*command, "--jobs", "1", "--keep-empty", "--output", output, path]).returncode not in (0, 1):
            raise RuntimeError(f"pith batch failed on {path}")
        for name in sorted(os.listdir(output)):
            if name.startswith("part-"):
                with open(os.path.join(output, name), "rb") as lines:
                    yield from lines


def read(spark, arguments):
    """An RDD of the columns."""
    pith = arguments.pith
    if arguments.form == "warc":
        paths = spark.read.format("binaryFile").load(arguments.input).select("path").rdd.map(lambda row: row.path)
        paths = paths.repartition(max(1, paths.count()))
        return paths.flatMap(lambda path: map(to_row, extract_archive(path.removeprefix("file:"), [pith, "batch"])))
    if arguments.form == "parquet":
        lines = spark.read.parquet(*arguments.input).rdd.map(lambda row: to_line(row.asDict()))
    else:
        lines = spark.sparkContext.textFile(",".join(arguments.input), arguments.partitions or 1)
    if arguments.partitions:
        lines = lines.coalesce(arguments.partitions)
    return lines.mapPartitions(lambda part: map(to_row, filter_lines(part, [pith, "filter"])))


def main():
    parser = argparse.ArgumentParser(description="Extracts the articles of a crawl with Spark")
    parser.add_argument("input", nargs="+", help="files, folders or patterns that Spark can read")
    parser.add_argument("--output", required=True, help="folder for the Parquet files")
    parser.add_argument("--from", dest="form", choices=("jsonl", "parquet", "warc"), default="jsonl")
    parser.add_argument("--pith", default="pith", help="the command, on the executors")
    parser.add_argument("--master", help="of the cluster, where spark-submit does not say it")
    parser.add_argument("--partitions", type=int, help="tasks, for JSON Lines and Parquet")
    # Not snappy, Spark's own choice: its library does not load where musl is installed beside glibc.
    parser.add_argument("--compression", default="zstd", help="of the Parquet files, as Spark names it")
    arguments = parser.parse_args()
    builder = SparkSession.builder.appName("pith")
    spark = (builder.master(arguments.master) if arguments.master else builder).getOrCreate()
    try:
        rows = spark.createDataFrame(read(spark, arguments), SCHEMA)
        rows.write.option("compression", arguments.compression).parquet(arguments.output)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
