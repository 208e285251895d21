// Tables in markdown: a row says for each column that is headed by code what its value is. Other columns say nothing.
import { exprOf } from './code.ts';
import type { Body } from './claims.ts';
import type { Token } from './tokens.ts';

/** The claims of a table, with UTF-16 offsets; null when the tokens are no table. */
export function tableClaims(tokens: readonly Token[]): { body: Body; from: number; to: number }[] | null {
  if (tokens[0]?.text !== '|') return null;
  const rows = rowsOf(tokens);
  if (rows.length < 2) return null;
  const heads = rows[0]!.map((cell) =>
    cell.length === 1 && cell[0]!.kind === 'code' ? cell[0]!.text : null,
  );
  const claims: { body: Body; from: number; to: number }[] = [];
  for (const row of rows.slice(1))
    row.forEach((cell, i) => {
      const head = heads[i] ?? null;
      const only = cell[0];
      if (head === null || cell.length !== 1 || only?.kind !== 'code' || exprOf(head) === null) return;
      claims.push({
        body: { kind: 'value', subject: { code: head }, chain: [only.text], mode: 'is', negated: false },
        from: only.span[0],
        to: only.span[1],
      });
    });
  return claims;
}

function rowsOf(tokens: readonly Token[]): Token[][][] {
  const rows: Token[][][] = [];
  let row: Token[][] = [];
  let cell: Token[] | null = null;
  for (const token of [...tokens, null]) {
    if (token === null || token.text === '¶') {
      if (row.length > 0 && !row.every((c) => c.every((t) => /^[-—:]$/.test(t.text)))) rows.push(row);
      row = [];
      cell = null;
    } else if (token.kind === 'mark' && token.text === '|') {
      if (cell !== null) row.push(cell);
      cell = [];
    } else cell?.push(token);
  }
  return rows;
}
