"""Promises past their day by customer, from `rapport export --to tables --format jsonl` (DuckDB).

    rapport export examples/journal --to tables --format jsonl && python3 examples/data/late.py tables
"""
import sys

import duckdb

folder = sys.argv[1]
late = duckdb.sql(
    f"""
    SELECT d.account, c.owner, count(*) AS late, CAST(min(c.due) AS VARCHAR) AS since
    FROM read_json_auto('{folder}/commitments.jsonl') c JOIN read_json_auto('{folder}/deals.jsonl') d ON d.id = c.deal
    WHERE c.state = 'overdue' GROUP BY d.account, c.owner ORDER BY late DESC, d.account, c.owner
    """
)
print("\n".join(",".join(str(cell) for cell in row) for row in late.fetchall()))
