"""What journals lack, on a cluster: python3 findings.py RECORDS FINDINGS [DAY]

RECORDS are lines of JSON, {"path": …, "text": …, "journal": …}, one file or a folder of them, wherever Spark can read;
FINDINGS is the folder that is written. Notes of one journal (a rep's, or a team's who share customers) are brought
together and read by `rapport fold`, which has to be on the PATH of every worker, as has to be rapport.yml beside it
where there is one: ship both with --files.
"""

import json
import os
import sys

from pyspark.sql import SparkSession


def main(records, findings, day=None):
    spark = SparkSession.builder.appName("rapport").getOrCreate()
    context = spark.sparkContext
    fold = "rapport fold --stdin jsonl --sorted" + (f" --as-of {day}" if day else "")
    # A line that is no record is told in the worker's log, with status 1, and is no reason to lose the others.
    command = f"sh -c '{fold}; [ $? -le 1 ]'"

    def journal(line):
        try:
            return json.loads(line).get("journal") or ""
        except (ValueError, AttributeError):
            return ""  # fold tells what is wrong with it

    # A journal has to be whole in one place, and in one piece there, for fold holds one at a time.
    partitions = max(context.defaultParallelism * 4, 1)
    sorted_records = (
        context.textFile(records)
        .map(lambda line: (journal(line), line))
        .repartitionAndSortWithinPartitions(partitions)
        .values()
    )
    # A piped program is given no environment but this one.
    environment = {"PATH": os.environ.get("PATH", "/usr/local/bin:/usr/bin:/bin")}
    sorted_records.pipe(command, env=environment, checkCode=True).saveAsTextFile(findings)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
