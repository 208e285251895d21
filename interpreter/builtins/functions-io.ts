// `print` and `input`. https://docs.python.org/3.11/library/functions.html#print
import type { Runtime } from '../runtime.ts';
import { getAttr } from '../values/attributes.ts';
import { raise, typeError } from '../values/errors.ts';
import type { Value } from '../values/objects.ts';
import { str } from '../values/repr.ts';
import { unbox } from '../values/boxed.ts';
import { truth } from '../values/truth.ts';
import { typeName } from '../values/type-of.ts';
import { builtinFunction } from './function-registry.ts';
import { readInput, replacedStream } from './streams.ts';

builtinFunction(
  'print(*objects, sep=None, end=None, file=None, flush=False)',
  (rt: Runtime, objects: readonly Value[], sep: Value, end: Value, file: Value, flush: Value) => {
    const separator = optionalText('sep', sep, ' ');
    const ending = optionalText('end', end, '\n');
    const write = file === null ? standardWriter(rt) : writerOf(rt, file);
    objects.forEach((object, i) => {
      if (i > 0) write(separator);
      write(str(rt, object));
    });
    write(ending);
    if (truth(rt, flush) && file !== null) rt.call(getAttr(rt, file, 'flush'), []);
    return null;
  },
);

function optionalText(name: string, given: Value, absent: string): string {
  if (given === null) return absent;
  const text = unbox(given);
  return typeof text === 'string'
    ? text
    : typeError(`${name} must be None or a string, not ${typeName(given)}`);
}

/** Writes to what stands for standard output. */
function standardWriter(rt: Runtime): (text: string) => void {
  const out = replacedStream(rt, 'stdout');
  if (out === undefined) return (text) => rt.write(text);
  return out === null ? () => undefined : writerOf(rt, out);
}

function writerOf(rt: Runtime, file: Value): (text: string) => void {
  const write = getAttr(rt, file, 'write');
  return (text) => {
    rt.call(write, [text]);
  };
}

builtinFunction('input(prompt?, /)', (rt: Runtime, prompt: Value | undefined) => {
  if (replacedStream(rt, 'stdin') !== undefined) rt.unsupported('input() from another sys.stdin');
  if (prompt !== undefined) standardWriter(rt)(str(rt, prompt));
  const line = readInput(rt);
  return line === undefined ? raise('EOFError', 'EOF when reading a line') : line;
});
