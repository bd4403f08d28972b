#!/usr/bin/env python3
"""How much of what is said outright is read: `plain/en.tsv` and `plain/zh.tsv` against a program.

    Tests/Corpus/plain.py -- .build/release/rapport            all, a line for each kind
    Tests/Corpus/plain.py --misses -- .build/release/rapport   and what was not read, or read and not said

Each line of these files is a kind, + or -, and words of a note in which {P} stands for a person: + says the kind of fact
outright, - has its key words and does not say it. Each becomes a note of its own, behind a line that tells of meeting the
person. They are to measure with: nothing learns from them.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CUSTOMERS = {
    "en": "Alder Foods,Bexley Pumps,Corran School,Dunlow Clinics,Eastham Tiles,Farrow Logistics,Gresley Print,Hadley Hotels,"
          "Inver Fish,Jarrow Steel,Kelso Dairy,Lymm Builders,Merton Seeds,Norwell Software,Ottery Care,Pembury Glass,"
          "Quorn Bakery,Redmire Mills,Selby Optics,Thirsk Farms,Upton Fitness,Verwood Joinery,Wistow Paper,Yarm Energy,"
          "Zennor Ceramics,Ashdown Taxis".split(","),
    "zh": "云麓食品,恒泽机械,青禾小学,康宁诊所,瑞陶建材,顺捷物流,明印包装,锦悦酒店,海岬水产,钢联铸造,牧源乳业,筑安建设,丰穗种业,数澜软件,"
          "颐和养老,晶璃玻璃,麦香烘焙,织锦纺织,睿光仪器,绿野农场,动能健身,木作家居,素纸文创,电驰能源,窑火陶瓷,飞驰租车".split(","),
}
PEOPLE = {
    "en": "Anna Harlow,Marcus Pickett,Priya Nandi,Owen Strand,Hilary Ferris,Devon Okoro,Marta Lindqvist,Colin Marsh,"
          "Yusuf Tolland,Beth Whitby,Grant Baines,Noreen Corrigan,Tariq Dacre,Lowell Elmsley,Ingrid Fenn,Felix Garside,"
          "Joan Holt,Rashid Ivers,Carys Jessop,Dunstan Kell,Petra Lomax,Silvio Moxon,Maud Nairn,Kiran Orde,Edith Prowse,"
          "Boris Quill".split(","),
    "zh": "陆总,邵经理,钟主任,姜厂长,谭工,廖院长,邹校长,石科长,熊老板,孟店长,秦总,阎经理,薛主任,侯厂长,雷工,龙院长,陶校长,贺科长,"
          "顾老板,毛店长,郝总,龚经理,邱主任,万厂长,钱工,严院长".split(","),
}
TITLES = ["plant manager", "owner", "head of IT", "purchasing manager", "headteacher", "finance director"]


def statements(language):
    """Kind, whether it is said, and words."""
    rows = [line.split("\t") for line in (HERE / "plain" / f"{language}.tsv").read_text().splitlines()]
    return [(kind, sign == "+", words) for kind, sign, words in rows]


def note(language, number, words):
    """The text of a note, its customer and its person; the words stand in line 4."""
    customer, person = CUSTOMERS[language][number % 26], PEOPLE[language][number % 26]
    day = f"2026-11-{3 + number % 17:02d}"
    if language == "en":
        met = f"{day} Met {person}, {TITLES[number % 6]} at {customer}."
        words = words.replace("{P}", person.split()[0])
    else:
        met = f"{day} 去{customer}见了{person}。"
        words = words.replace("{P}", person)
    return f"# {customer}\n\n{met}\n{words}\n", customer, person


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("program", nargs="+")
    options = parser.parse_args()
    tally = collections.defaultdict(collections.Counter)
    for language in ("en", "zh"):
        rows = statements(language)
        # 26 notes make a journal, so that nobody stands in two of its notes; neighbours in the file go to different ones.
        journals = len(rows) // 26
        for start in range(journals):
            part = rows[start::journals]
            with tempfile.TemporaryDirectory() as folder:
                notes = [note(language, number, words) for number, (_, _, words) in enumerate(part)]
                for text, customer, _ in notes:
                    (pathlib.Path(folder) / f"{customer}.md").write_text(text)
                reading = json.loads(subprocess.run(
                    [*options.program, "facts", folder, "--format", "json", "--as-of", "2026-11-25", "--no-cache"],
                    stdout=subprocess.PIPE, check=True).stdout)
            names = {person["id"]: person["name"] for person in reading["people"]}
            for (kind, is_said, words), (_, customer, person) in zip(part, notes):
                facts = [fact for fact in reading["facts"]
                         if pathlib.PurePath(fact["file"]).name == f"{customer}.md" and fact["line"] == 4]
                found = [fact for fact in facts if fact["kind"] == kind]
                row = tally[kind]
                row["said" if is_said else "unsaid"] += 1
                row["right" if is_said else "wrong"] += bool(found)
                row["person"] += is_said and any(names.get(fact.get("person")) == person for fact in found)
                if options.misses and is_said != bool(found):
                    print("not read" if is_said else "not said", kind, words, [fact["kind"] for fact in facts], sep=" | ")
    total = sum(tally.values(), collections.Counter())
    for kind, row in [*sorted(tally.items()), ("all", total)]:
        print(f"{kind:22} read {row['right']:4} of {row['said']:4}, with the person {row['person']:4}; "
              f"read and not said {row['wrong']:3} of {row['unsaid']:3}")


if __name__ == "__main__":
    main()
