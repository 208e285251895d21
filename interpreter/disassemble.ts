// Code as text, for people: one line per instruction, with its argument in words. Derived from the table of opcodes.
import { type CodeObject, codeAt, type Program } from './code.ts';
import { OP_NAMES, OPCODE_ROWS } from './opcodes.ts';
import { PyFloat, type Value } from './values/objects.ts';

/** The listing of a whole program, code object by code object in the order of their source. */
export function disassemble(program: Program): string {
  return [...program.codes]
    .sort((a, b) => a.node.span.start - b.node.span.start || b.end - a.end)
    .map((code) => disassembleCode(program, code))
    .join('\n');
}

/** The listing of one code object: line, pc relative to its start, instruction, argument. */
export function disassembleCode(program: Program, code: CodeObject): string {
  const lines = [`${code.kind} ${code.qualname}  slots ${code.slots}  stack ${code.maxStack}`];
  const targets = new Set<number>(code.exceptions.map(({ handler }) => handler));
  for (let pc = code.start; pc < code.end; pc++) {
    const word = program.code[pc];
    if (OPCODE_ROWS[word & 255].operand === 'target') targets.add(word >>> 8);
  }
  let line = 0;
  for (let pc = code.start; pc < code.end; pc++) {
    const here = program.lineAt[pc];
    const shown = here > 0 && here !== line ? String(here) : '';
    if (here > 0) line = here;
    const word = program.code[pc];
    const name = OP_NAMES[word & 255];
    const mark = targets.has(pc) ? '»' : ' ';
    const text = `${shown.padStart(5)} ${mark} ${String(pc - code.start).padStart(4)}  ${name.padEnd(22)}${argument(program, code, word)}`;
    lines.push(text.trimEnd());
  }
  for (const { start, end, handler, depth } of code.exceptions) {
    const [from, to, goes] = [start, end, handler].map((pc) => pc - code.start);
    lines.push(`      ${from} to ${to - 1} → ${goes} at depth ${depth}`);
  }
  return `${lines.join('\n')}\n`;
}

function argument(program: Program, code: CodeObject, word: number): string {
  const arg = word >>> 8;
  switch (OPCODE_ROWS[word & 255].operand) {
    case 'none':
      return '';
    case 'const':
      return constantText(program.consts[arg]);
    case 'local':
    case 'cell':
      return code.slotNames[arg];
    case 'name':
      return program.names[arg];
    case 'target':
      return `to ${arg - code.start}`;
    case 'count':
    case 'flags':
      return String(arg);
    case 'keywords':
      return `${arg & 255} (${program.keywordNames[arg >> 8].join(', ')})`;
    case 'function':
      return `${program.codes[arg >> 2].qualname}${arg & 3 ? ` flags ${arg & 3}` : ''}`;
  }
}

function constantText(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof PyFloat)
    return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
  return typeof value === 'object' ? `<${value.cls.name}>` : String(value);
}

/** The instruction at `pc`, for messages. */
export function describeInstruction(program: Program, pc: number): string {
  const word = program.code[pc];
  return `${OP_NAMES[word & 255]} ${argument(program, codeAt(program, pc), word)}`.trimEnd();
}

/** The mnemonic of the instruction at `pc`. */
export function opNameAt(program: Program, pc: number): string {
  return OP_NAMES[program.code[pc] & 255];
}

/** The variable that the instruction at `pc` reads, writes or deletes; null for one that is not about a variable. */
export function variableAt(program: Program, pc: number): string | null {
  const word = program.code[pc];
  const { operand } = OPCODE_ROWS[word & 255];
  const named = operand === 'name' && /_(GLOBAL|NAME)$/.test(OP_NAMES[word & 255]);
  if (operand !== 'local' && operand !== 'cell' && !named) return null;
  return argument(program, codeAt(program, pc), word);
}
