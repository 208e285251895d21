// What a run depends on, digested: the seed of its hash. Also numbers a program's constants, which the hash and the
// cursor tell apart by number.
import type { CodeObject, Program } from '../code.ts';
import { PyBytes } from '../values/bytes.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { constantId } from '../values/shared.ts';
import { PySet } from '../values/set.ts';
import { PyTuple } from '../values/tuple.ts';
import { TraceHash } from './hash.ts';

/** The objects among the constants of a program and inside them, each once, in order. */
function* constantObjects(values: readonly Value[]): Iterable<HeapObject> {
  for (const value of values) {
    if (!(value instanceof HeapObject)) continue;
    yield value;
    if (value instanceof PyTuple) yield* constantObjects(value.items);
    if (value instanceof PySet) yield* constantObjects(value.contents());
  }
}

/**
 * Gives the constants of a program their ids. Constants are shared by all runs of the program and never change;
 * doing it again changes nothing.
 */
export function numberConstants(program: Program): void {
  let index = 0;
  for (const object of constantObjects(program.consts)) {
    if (object.id === 0) object.id = constantId(index);
    index++;
  }
}

/** A new hash that covers code and input. */
export function seededHash(program: Program, input: string): TraceHash {
  const hash = new TraceHash();
  hash.operand(Array.from(program.code));
  for (const constant of program.consts) digestConstant(hash, constant);
  hash.operand(program.names.length);
  for (const name of program.names) hash.whole(name);
  for (const names of program.keywordNames) hash.operand(names);
  for (const code of program.codes) digestCode(hash, code);
  hash.operand(program.call?.index);
  hash.whole(input);
  return hash;
}

function digestConstant(hash: TraceHash, constant: Value): void {
  if (typeof constant === 'string') hash.whole(constant);
  else if (typeof constant === 'bigint') hash.whole(constant.toString(16));
  else if (constant instanceof PyBytes) hash.whole(String.fromCharCode(...constant.data));
  else if (constant instanceof PyTuple || constant instanceof PySet) {
    const items = constant instanceof PyTuple ? constant.items : constant.contents();
    hash.operand(items.length);
    for (const item of items) digestConstant(hash, item);
  } else hash.operand(constant);
}

function digestCode(hash: TraceHash, code: CodeObject): void {
  hash.whole(code.kind);
  hash.whole(code.qualname);
  hash.operand([code.start, code.end, code.argCount, code.posonly, code.kwonly, code.varArgs, code.varKeywords]);
  hash.operand([code.slotNames, code.cellSlots, code.captures, code.freeStart, code.generator]);
  hash.operand(code.exceptions.map(({ start, end, handler, depth }) => [start, end, handler, depth]));
}
