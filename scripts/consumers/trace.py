"""Reads a trace as pandas and pyarrow read it, and holds it against the JSON Lines of the same run.

Arguments: the Parquet file, the JSON Lines file. Prints a line; an exception ends it.
"""
import json
import sys

import pandas
import pyarrow.parquet

parquet, lines = sys.argv[1:3]
rows = [json.loads(line) for line in open(lines)]
frame = pandas.read_parquet(parquet)
assert list(frame.columns) == list(rows[0]), (list(frame.columns), list(rows[0]))
for ours, theirs in zip(frame.to_dict('records'), rows, strict=True):
    for name, value in theirs.items():
        found = ours[name]
        if name == 'changed':
            found = dict(found)
        elif name == 'effects':
            found = list(found)
        elif value is None:
            assert pandas.isna(found), (name, found)
            continue
        assert found == value, (name, found, value)
assert pyarrow.parquet.read_schema(parquet).names == list(rows[0])
print(f"pandas {pandas.__version__}: {parquet}: {len(rows)} rows, the same as in JSON Lines: {', '.join(frame.columns)}")
