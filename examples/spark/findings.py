"""What journals lack, on a cluster: python3 findings.py RECORDS FINDINGS [DAY]

RECORDS are lines of JSON, {"path": …, "text": …, "journal": …}, one file or a folder of them, wherever Spark can read;
FINDINGS is the folder that is written. Notes of one journal (a rep's, or a team's) are brought together and read by
`rapport fold`, which has to be on the PATH of every worker, as has to be rapport.yml beside it where there is one: ship
both with --files. What several journals know of one customer is then brought together and read in the same way.
"""

import json
import os
import sys
from collections import defaultdict

from pyspark import StorageLevel
from pyspark.sql import SparkSession


def keyed(line):
    """A record by its journal; fold tells what is wrong with one that is none."""
    try:
        record = json.loads(line)
        return (record.get("journal") or "", line)
    except (ValueError, AttributeError):
        return ("", line)


def shared(customers):
    """Which deals of which journal others know too, and to whom else its notes go, with the names that they are about."""
    parent = list(range(len(customers)))

    def root(number):
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first = {}
    for number, customer in enumerate(customers):
        for name in customer["names"]:
            parent[root(number)] = root(first.setdefault(name, number))
    members = defaultdict(list)
    for number, customer in enumerate(customers):
        members[root(number)].append(customer)
    deals, notes, names = set(), defaultdict(set), defaultdict(set)
    for group in members.values():
        journals = sorted({customer["journal"] for customer in group})
        if len(journals) == 1:
            continue
        label = " + ".join(journals)
        for customer in group:
            deals.update((customer["journal"], deal) for deal in customer["deals"])
            names[label].update(customer["names"])
            for path in customer["notes"]:
                notes[customer["journal"], path].add(label)
    return deals, dict(notes), {label: sorted(all) for label, all in names.items()}


def main(records, findings, day=None):
    # Where a terminal told its width as nothing, Spark would not start.
    if not os.environ.get("COLUMNS", "1").isdigit():
        del os.environ["COLUMNS"]
    spark = SparkSession.builder.appName("rapport").getOrCreate()
    context = spark.sparkContext
    # A journal has to be whole in one place, and in one piece there, for fold holds one at a time.
    partitions = max(context.defaultParallelism * 4, 1)
    # A piped program is given no environment but this one.
    environment = {"PATH": os.environ.get("PATH", "/usr/local/bin:/usr/bin:/bin")}

    def folded(lines, *options):
        fold = " ".join(["rapport fold --stdin jsonl --sorted", *options, *(["--as-of", day] if day else [])])
        # A line that is no record is told in the worker's log, with status 1, and is no reason to lose the others.
        command = f"sh -c '{fold}; [ $? -le 1 ]'"
        return lines.repartitionAndSortWithinPartitions(partitions).values().pipe(command, environment, True)

    lines = context.textFile(records).map(keyed)
    alone = folded(lines, "--customers").map(lambda line: (json.loads(line), line)).persist(StorageLevel.DISK_ONLY)
    customers = alone.filter(lambda told: "customer" in told[0]).map(lambda told: told[0]["customer"]).collect()
    deals, notes, names = map(context.broadcast, shared(customers))

    def handed_on(keyed):
        """A record for each of those who read it together with others' notes."""
        try:
            record = json.loads(keyed[1])
            places = notes.value.get((keyed[0], record["path"]), ())
        except (ValueError, TypeError, KeyError):
            return
        for label in places:
            about = {"journal": label, "path": f"{keyed[0]}/{record['path']}", "about": names.value[label]}
            yield (label, json.dumps(record | about, ensure_ascii=False))

    told_alone = alone.filter(
        lambda told: "customer" not in told[0] and (told[0]["journal"], told[0].get("deal")) not in deals.value
    ).values()
    told_together = folded(lines.flatMap(handed_on))
    told_alone.union(told_together).saveAsTextFile(findings)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
