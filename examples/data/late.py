"""Promises past their day by customer, from `rapport export --to tables --format jsonl` (DuckDB).

    rapport export examples/journal --to tables --format jsonl && python3 examples/data/late.py tables
"""
import sys

import duckdb

folder = sys.argv[1]


def table(name, *columns):
    """A table with some of its columns, which are named because a table without rows does not tell them."""
    types = ", ".join(f"{column}: 'VARCHAR'" for column in columns)
    return f"read_json('{folder}/{name}.jsonl', format = 'newline_delimited', columns = {{{types}}})"


late = duckdb.sql(
    f"""
    SELECT d.account, c.owner, count(*) AS late, min(c.due) AS since
    FROM {table("commitments", "deal", "owner", "state", "due")} c JOIN {table("deals", "id", "account")} d ON d.id = c.deal
    WHERE c.state = 'overdue' GROUP BY d.account, c.owner ORDER BY late DESC, d.account, c.owner
    """
)
for row in late.fetchall():
    print(",".join(str(cell) for cell in row))
