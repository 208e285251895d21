// The columns of a dataset, with types that Parquet and the Hugging Face loader know: the fields of a row as
// `record.ts` declares them, and for fields that are open (`features`, `question`) what the rows of this dataset have.
import { z } from 'zod';
import { rowSchema } from '../record.ts';

export type Scalar = 'string' | 'int64' | 'float64' | 'bool';

export type ColumnType = Scalar | { readonly list: ColumnType } | { readonly struct: readonly Column[] };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** What was found in the open fields: field → key → type. */
export class OpenFields {
  private readonly found = new Map<string, Map<string, Scalar | null>>();

  /** Notes the values of a field of one row. */
  note(field: string, values: Readonly<Record<string, unknown>>): void {
    let keys = this.found.get(field);
    if (keys === undefined) this.found.set(field, (keys = new Map()));
    for (const [key, value] of Object.entries(values)) {
      const type = scalarOf(value);
      keys.set(key, widened(keys.get(key) ?? null, type));
    }
  }

  columnsOf(field: string): Column[] {
    const keys = this.found.get(field) ?? new Map<string, Scalar | null>();
    return [...keys]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, type]) => ({ name, type: type ?? 'string' }));
  }
}

function scalarOf(value: unknown): Scalar | null {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) ? 'int64' : 'float64';
    default:
      return null; // null fits every type
  }
}

function widened(a: Scalar | null, b: Scalar | null): Scalar | null {
  if (a === null || a === b) return b;
  if (b === null) return a;
  const numbers = [a, b].every((type) => type === 'int64' || type === 'float64');
  return numbers ? 'float64' : 'string';
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

/** The columns of rows, in the order of their declaration. Open fields without any key are left out. */
export function columnsOf(open: OpenFields): Column[] {
  return fieldsOf(z.toJSONSchema(rowSchema) as JsonSchema, open);
}

function fieldsOf({ properties = {} }: JsonSchema, open: OpenFields): Column[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const isOpen = typeof schema.additionalProperties === 'object';
    const type: ColumnType = isOpen ? { struct: open.columnsOf(name) } : typeOf(schema, open);
    return typeof type === 'object' && 'struct' in type && type.struct.length === 0 ? [] : [{ name, type }];
  });
}

function typeOf(schema: JsonSchema, open: OpenFields): ColumnType {
  const { anyOf, prefixItems, items } = schema;
  if (anyOf !== undefined)
    return typeOf(
      anyOf.find((choice) => choice.type !== 'null')!,
      open,
    );
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((name) => name !== 'null');
  switch (type) {
    case 'integer':
      return 'int64';
    case 'number':
      return 'float64';
    case 'boolean':
      return 'bool';
    case 'array':
      return { list: typeOf(prefixItems?.[0] ?? items!, open) };
    case 'object':
      return { struct: fieldsOf(schema, open) };
    default:
      return 'string';
  }
}

const DUCKDB: Readonly<Record<Scalar, string>> = {
  string: 'VARCHAR',
  int64: 'BIGINT',
  float64: 'DOUBLE',
  bool: 'BOOLEAN',
};

/** A type as DuckDB writes it. */
export function duckdbType(type: ColumnType): string {
  if (typeof type === 'string') return DUCKDB[type];
  if ('list' in type) return `${duckdbType(type.list)}[]`;
  return `STRUCT(${type.struct.map(({ name, type }) => `"${name}" ${duckdbType(type)}`).join(', ')})`;
}

/** A column as the YAML of a dataset card describes it. */
export function huggingFaceFeature({ name, type }: Column): object {
  if (typeof type === 'string') return { name, dtype: type };
  if ('struct' in type) return { name, struct: type.struct.map(huggingFaceFeature) };
  const { list } = type;
  if (typeof list === 'string') return { name, list };
  return {
    name,
    list:
      'struct' in list
        ? list.struct.map(huggingFaceFeature)
        : [huggingFaceFeature({ name: 'item', type: list })],
  };
}
