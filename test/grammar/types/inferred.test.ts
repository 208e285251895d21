// What the inference finds in small programs that a person can check. In the folder `inferred`, lines of `###` part
// the programs; a comment gives the types of variables of the function that its line is in (`# x: int; y: str`), and
// the reasons that the line makes the program gradual. A comment `# call: EXPR` on a line of its own is the call.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FunctionDef, Module, Source } from '../../../grammar/index.ts';
import { walk } from '../../../grammar/index.ts';
import { checkProgram } from './live-check.ts';

const folder = new URL('inferred/', import.meta.url);

/** `line: words`, as the comments have them and as the checker finds them. */
interface Notes {
  readonly types: string[];
  readonly reasons: string[];
}

function expected(lines: readonly string[]): Notes {
  const notes: Notes = { types: [], reasons: [] };
  lines.forEach((text, i) => {
    const comment = /\S.*? {2}# (.*)$/.exec(text)?.[1];
    for (const note of comment?.split('; ') ?? []) {
      const reason = /^gradual: (.*)$/.exec(note)?.[1];
      if (reason === undefined) notes.types.push(`${i + 1}: ${note}`);
      else notes.reasons.push(`${i + 1}: ${reason}`);
    }
  });
  return notes;
}

function found(code: string, wanted: Notes): Notes {
  const lines = code.split('\n');
  const callLine = lines.findIndex((line) => line.startsWith('# call: '));
  const call = lines[callLine]?.slice('# call: '.length).split('  #')[0] ?? null;
  const checked = checkProgram(code, call)!;
  const { report, source } = checked;
  const types = wanted.types.map((note) => {
    const [, line, name] = /^(\d+): (\w+):/.exec(note)!;
    const type = report.variables(functionOn(Number(line), checked)).get(name!);
    return `${line}: ${name}: ${type === undefined ? 'no such variable' : report.show(type)}`;
  });
  const reasons = report.gradual.map(
    ({ span, reason, inCall }) => `${inCall ? callLine + 1 : source.lineAt(span.start)}: ${reason}`,
  );
  expect(report.strict).toBe(reasons.length === 0);
  return { types, reasons };
}

/** The innermost function with a part on a line, or the module. */
function functionOn(
  line: number,
  { module, source }: { module: Module; source: Source },
): Module | FunctionDef {
  let innermost: Module | FunctionDef = module;
  walk(module, (node) => {
    const [first, last] = [source.lineAt(node.span.start), source.lineAt(node.span.end)];
    if (node.kind === 'FunctionDef' && first <= line && line <= last) innermost = node;
  });
  return innermost;
}

describe.each(readdirSync(folder).sort())('%s', (file) => {
  const programs = readFileSync(new URL(file, folder), 'utf8').split(/^###\n/m);
  test.each(programs.map((code) => [code.split('\n')[0]!.slice(2), code]))('%s', (_, code) => {
    const wanted = expected(code.split('\n'));
    expect(found(code, wanted)).toEqual(wanted);
  });
});
