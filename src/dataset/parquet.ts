// Parquet files, written and read by DuckDB. It is loaded on demand: most work needs no Parquet.
import type { DuckDBConnection } from '@duckdb/node-api';
import { rename } from 'node:fs/promises';

async function connect(): Promise<DuckDBConnection> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  return instance.connect();
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Writes the rows of a JSON Lines file as Parquet, compressed with zstd, under its name only when it is whole.
 * @param columns each column with its type as DuckDB names it; nothing is guessed from the values
 */
export async function writeParquet(
  jsonLines: string,
  parquet: string,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  const connection = await connect();
  try {
    const types = Object.entries(columns).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
    const draft = `${parquet}.draft`;
    // one thread keeps rows in order and the bytes the same
    await connection.run('SET threads = 1');
    await connection.run('SET preserve_insertion_order = true');
    await connection.run(
      `COPY (SELECT * FROM read_json(${quoted(jsonLines)}, format = 'newline_delimited', ` +
        `columns = {${types.join(', ')}}, maximum_object_size = 268435456)) ` +
        `TO ${quoted(draft)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    await rename(draft, parquet);
  } finally {
    connection.closeSync();
  }
}
