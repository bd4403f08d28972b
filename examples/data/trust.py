"""Signs of trust and doubt of each customer by month, from `rapport export --to journal.sqlite` (pandas).

    rapport export examples/journal --to journal.sqlite && python3 examples/data/trust.py journal.sqlite
"""
import sqlite3
import sys

import pandas as pd

with sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True) as journal:
    facts = pd.read_sql_query(
        "SELECT f.day, d.account, f.kind FROM facts f JOIN deals d ON d.id = f.deal"
        " WHERE f.kind LIKE 'trust.%' AND f.polarity = 'affirmed' AND f.day IS NOT NULL",
        journal,
    )
facts["month"] = facts["day"].str[:7]
print(facts.pivot_table(index="account", columns=["month", "kind"], aggfunc="size", fill_value=0).to_csv(), end="")
