"""Loads what Lockstep wrote with the real loaders: `datasets`, and DuckDB's and pandas' reader of Parquet (pyarrow).

Arguments: the folder of a dataset, whether it has Parquet (yes/no), the folder of its exports. Prints a line a check;
an exception ends it.
"""
import json
import os
import sys

os.environ['HF_HUB_OFFLINE'] = '1'
os.environ['HF_DATASETS_DISABLE_PROGRESS_BARS'] = '1'

import pyarrow.parquet  # noqa: E402
from datasets import load_dataset  # noqa: E402

folder, parquet, exports = sys.argv[1], sys.argv[2] == 'yes', sys.argv[3]
manifest = json.load(open(f'{folder}/manifest.json'))
loaded = load_dataset(folder)
rows = sum(len(split) for split in loaded.values())
assert rows == manifest['rows'], (rows, manifest['rows'])
first = loaded['train'][0]
assert isinstance(first['claims'][0]['text'][0], int)
start, end = first['claims'][0]['text']
assert first['reasoning'][start:end], 'spans count code points, as Python does'
stored = [json.loads(line) for f in manifest['files'] if f['split'] == 'train' for line in open(f"{folder}/{f['path']}")]
for ours, theirs in zip(stored, loaded['train']):
    for field in ('id', 'prompt', 'reasoning', 'answer', 'level', 'task'):
        assert ours[field] == theirs[field], (ours['id'], field)
print(f'datasets: {folder}: {rows} rows, the same as in the files')
if parquet:
    for file in manifest['parquet']:
        assert pyarrow.parquet.read_metadata(f"{folder}/{file['path']}").num_rows == file['rows']
    print(f'pyarrow: {folder}: Parquet with as many rows as the manifest says')

for name in sorted(os.listdir(exports)):
    files = {f.split('.')[0]: f'{exports}/{name}/{f}' for f in os.listdir(f'{exports}/{name}') if f.endswith(('.jsonl', '.parquet'))}
    kind = 'parquet' if any(f.endswith('.parquet') for f in files.values()) else 'json'
    exported = load_dataset(kind, data_files=files)
    assert sum(len(split) for split in exported.values()) == rows, name
    print(f"datasets: export {name}: {', '.join(exported['train'].column_names)}")
