"""Spark finds in many notes what one process finds: python3 scale_test.py RAPPORT RAPPORT-DEV [NOTES] [JOURNALS]

Notes are `rapport-dev generate-journal`'s, dealt out to journals, each with customers of its own but for some that two
journals share. Both runs are timed, and their findings have to be the same to the byte.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENGLISH = ["Lowmoor", "Bramley", "Ostrey", "Penhale", "Harrow", "Tallis", "Wexcombe", "Dunmarrow"]
CHINESE = ["云岫", "澜川", "东岭", "禾润", "青柏", "捷顺", "临渚", "宏泰", "恒达", "华驰", "舜达", "凌跃", "佑安", "星渡"]
HEADS = ["Ald", "Bex", "Cor", "Dal", "Elm", "Farn", "Gren", "Hol", "Ibb", "Kel", "Lin", "Mar", "Nor", "Orm", "Pell", "Quar", "Rad", "Sel", "Thor", "Wal"]
MIDDLES = ["a", "e", "in", "er", "o", "un", "is", "el"]
ENDS = ["moor", "combe", "ford", "hale", "wick", "stead", "thorpe", "burn"]
FIRST = "安柏晨川德鼎方枫谷海恒华嘉景凯兰利明宁平启润森泰腾万祥信雅永卓瑞盈睿捷诺赛金银铭锦新兴丰沃川南北西青紫朝天"
SECOND = "邦博昌达东飞福光冠浩辉江杰科朗霖隆茂鹏强荣盛硕拓威翔旭扬逸源腾信诚和美特力通亿佳德利宝景"


def names(seed):
    """Names of customers that are nobody's, each once."""
    chance = random.Random(seed)
    english = [head + middle + end for head in HEADS for middle in MIDDLES for end in ENDS]
    chinese = sorted({first + second for first in FIRST for second in SECOND})
    chance.shuffle(english)
    chance.shuffle(chinese)
    return iter(english), iter(chinese)


def write_records(folder, records, journals):
    """The notes below `folder` as lines of JSON in files of `records`."""
    english, chinese = names(1)
    customers = {}
    for journal in range(journals):
        for old in ENGLISH + CHINESE:
            # Of every tenth journal, the next one knows two customers as well.
            known = customers.get((journal - 1, old)) if journal % 10 == 1 and old in ("Tallis", "宏泰") else None
            customers[journal, old] = known or next(english if old.isascii() else chinese)
    paths = sorted(folder.rglob("*.*"))
    files = [open(records / f"{number}.jsonl", "w", encoding="utf-8") for number in range(8)]
    for number, path in enumerate(paths):
        journal = number * 7919 % journals
        relative, text = str(path.relative_to(folder)), path.read_text(encoding="utf-8")
        for old in ENGLISH + CHINESE:
            relative = relative.replace(old, customers[journal, old])
            text = text.replace(old, customers[journal, old])
        record = {"journal": f"rep {journal}", "path": relative, "text": text}
        files[number % 8].write(json.dumps(record, ensure_ascii=False) + "\n")
    for file in files:
        file.close()
    return len(paths)


def run(command, **options):
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def lines(paths):
    return sorted(line for path in paths for line in path.read_bytes().splitlines())


def main(rapport, developer, notes="100000", journals="100"):
    try:
        import pyspark  # noqa: F401
    except ImportError:
        print("scale-test: pyspark is not installed (pip install pyspark; it needs Java); nothing was tested")
        return
    day = ["--as-of", "2026-06-01"]
    spark = Path(__file__).resolve().parents[2] / "examples/spark/findings.py"
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        records = place / "records"
        records.mkdir()
        run([developer, "generate-journal", str(place / "notes"), "--notes", notes])
        count = write_records(place / "notes", records, int(journals))
        with open(place / "one.jsonl", "wb") as output:
            command = f"cat '{records}'/*.jsonl | '{rapport}' fold --stdin jsonl {' '.join(day)}"
            took, processor = run(["sh", "-c", command], stdout=output)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        print(f"one process: {count} notes, {took:.0f} s, {processor:.0f} s of the processor, {peak:.0f} MB", flush=True)
        environment = dict(os.environ, SPARK_LOCAL_IP="127.0.0.1")
        environment["PATH"] = os.path.dirname(os.path.abspath(rapport)) + ":" + environment["PATH"]
        command = [sys.executable, str(spark), str(records), str(place / "found"), day[1]]
        took, _ = run(command, env=environment, stderr=subprocess.DEVNULL)
        print(f"Spark, {os.cpu_count()} cores: {took:.0f} s", flush=True)
        ours, theirs = lines([place / "one.jsonl"]), lines((place / "found").glob("part-*"))
        shared = sum(b" + " in line.split(b'"journal":')[1].split(b",")[0] for line in ours)
        if ours != theirs:
            sys.exit(f"scale-test: {len(ours)} findings by one process, {len(theirs)} by Spark, and they differ")
        print(f"{len(ours)} findings, the same by both; {shared} of them about customers of several journals")
        if not shared:
            sys.exit("scale-test: no customer was shared")


if __name__ == "__main__":
    main(*sys.argv[1:])
