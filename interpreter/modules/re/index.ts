// Module re. https://docs.python.org/3.11/library/re.html
import { asText } from '../../builtins/text-args.ts';
import type { Runtime } from '../../runtime.ts';
import { getAttr } from '../../values/attributes.ts';
import { PyBytes } from '../../values/bytes.ts';
import { typeError, valueError } from '../../values/errors.ts';
import { hash } from '../../values/hash.ts';
import type { Value } from '../../values/objects.ts';
import { typeName } from '../../values/type-of.ts';
import { defineModule, perRun } from '../define.ts';
import { declareFlags, flagArgument } from './flags.ts';
import './match.ts';
import { matchClass, patternClass, PyPattern } from './objects.ts';
import './pattern.ts';
import { errorClass } from './source.ts';

/** Patterns are compiled once in a run; a program can see that, by `is`. */
const compiled = perRun(() => new Map<string, PyPattern>());

/** The compiled pattern that an argument stands for. */
function patternOf(rt: Runtime, given: Value, flags: Value): PyPattern {
  const bits = flagArgument(rt, flags);
  if (given instanceof PyPattern)
    return bits === 0 ? given : valueError('cannot process flags argument with a compiled pattern');
  const text = asText(given);
  if (text === undefined) {
    if (given instanceof PyBytes) return rt.unsupported('regular expressions of bytes');
    hash(rt, given);
    return typeError('first argument must be string or compiled pattern');
  }
  const known = compiled(rt);
  const key = `${bits} ${text}`;
  const found = known.get(key) ?? new PyPattern(rt, text, bits);
  known.set(key, found);
  return found;
}

const SPECIAL = /[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g;

export const re = defineModule('re', (module) => {
  declareFlags(module);
  module.classes(patternClass, matchClass, errorClass);
  module.function(
    'compile(pattern, flags=0)',
    (rt: Runtime, pattern: Value, flags: Value) => patternOf(rt, pattern, flags),
    'python',
  );
  for (const name of ['match', 'fullmatch', 'search', 'findall', 'finditer'])
    module.function(
      `${name}(pattern, string, flags=0)`,
      (rt: Runtime, pattern: Value, string: Value, flags: Value) =>
        rt.call(getAttr(rt, patternOf(rt, pattern, flags), name), [string]),
      'python',
    );
  module.function(
    'split(pattern, string, maxsplit=0, flags=0)',
    (rt: Runtime, pattern: Value, string: Value, maxsplit: Value, flags: Value) =>
      rt.call(getAttr(rt, patternOf(rt, pattern, flags), 'split'), [string, maxsplit]),
    'python',
  );
  for (const name of ['sub', 'subn'])
    module.function(
      `${name}(pattern, repl, string, count=0, flags=0)`,
      (rt: Runtime, pattern: Value, repl: Value, string: Value, count: Value, flags: Value) =>
        rt.call(getAttr(rt, patternOf(rt, pattern, flags), name), [repl, string, count]),
      'python',
    );
  module.function(
    'escape(pattern)',
    (rt: Runtime, pattern: Value) => {
      const text = asText(pattern) ?? rt.unsupported(`re.escape of a '${typeName(pattern)}' object`);
      rt.charge(text.length / 4);
      return text.replace(SPECIAL, '\\$&');
    },
    'python',
  );
  module.function(
    'purge()',
    (rt: Runtime) => {
      compiled(rt).clear();
      return null;
    },
    'python',
  );
  module.outside('template', 'Scanner');
});
