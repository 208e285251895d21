// The flags as a program sees them: ints with names. https://docs.python.org/3.11/library/re.html#flags
import { constructor, method, nativeProperty } from '../../builtins/declare.ts';
import type { Runtime } from '../../runtime.ts';
import { asIndex } from '../../values/as-index.ts';
import { PyBoxed } from '../../values/boxed.ts';
import { intClass } from '../../values/builtin-classes.ts';
import type { Value } from '../../values/objects.ts';
import { NotImplemented } from '../../values/singletons.ts';
import { isIntegral } from '../../values/type-of.ts';
import { unbox } from '../../values/boxed.ts';
import { libraryClass, type ModuleBuilder, perRun } from '../define.ts';
import { FLAG } from './syntax.ts';

const regexFlagClass = libraryClass('re', 'RegexFlag', { base: intClass, written: true });
constructor(regexFlagClass, 'RegexFlag(*args, **kwargs)', (rt: Runtime) =>
  rt.unsupported('making a re.RegexFlag'),
);

/** In the order of their declaration, which is that of reprs. */
const MEMBERS = [
  'ASCII',
  'IGNORECASE',
  'LOCALE',
  'UNICODE',
  'MULTILINE',
  'DOTALL',
  'VERBOSE',
  'TEMPLATE',
  'DEBUG',
] as const;
const KNOWN = MEMBERS.reduce((all, name) => all | FLAG[name], 0);

/** The short names. */
const ALIASES: Readonly<Record<string, (typeof MEMBERS)[number]>> = {
  A: 'ASCII',
  I: 'IGNORECASE',
  L: 'LOCALE',
  U: 'UNICODE',
  M: 'MULTILINE',
  S: 'DOTALL',
  X: 'VERBOSE',
  T: 'TEMPLATE',
};

const hex = (bits: number): string => `0x${bits.toString(16)}`;

/** The names of the flags in a pattern's repr, by their bits: `re.IGNORECASE|re.ASCII`. */
export function flagNames(bits: number): string {
  const known = Object.entries(FLAG).filter(([, bit]) => (bits & bit) !== 0);
  const rest = bits & ~KNOWN;
  return [...known.map(([name]) => `re.${name}`), ...(rest === 0 ? [] : [hex(rest)])].join('|');
}

/** One object for each combination in a run. */
const flagObjects = perRun(() => new Map<number, PyBoxed>());

function flag(rt: Runtime, bits: number): PyBoxed {
  const known = flagObjects(rt);
  const found = known.get(bits) ?? new PyBoxed(regexFlagClass, bits);
  known.set(bits, found);
  return found;
}

/** The bits of what can be combined with a flag. */
function bitsOf(rt: Runtime, value: Value): number | undefined {
  const plain = unbox(value);
  if (!isIntegral(plain)) return undefined;
  const bits = Number(plain);
  return bits < 0 || bits > 0x7fffffff ? rt.unsupported('flags of re beyond its own') : bits;
}

const COMBINE = {
  or: (a: number, b: number) => a | b,
  and: (a: number, b: number) => a & b,
  xor: (a: number, b: number) => a ^ b,
} as const;

for (const [name, combine] of Object.entries(COMBINE))
  for (const prefix of ['__', '__r'])
    method(regexFlagClass, `${prefix}${name}__(value, /)`, (rt: Runtime, self: number, value: Value) => {
      const bits = bitsOf(rt, value);
      return bits === undefined ? NotImplemented : flag(rt, combine(self, bits));
    });
method(regexFlagClass, '__invert__()', (rt: Runtime, self: number) => flag(rt, KNOWN & ~self));
method(regexFlagClass, '__contains__(value, /)', (rt: Runtime, self: number, value: Value) => {
  const bits = bitsOf(rt, value);
  return bits === undefined ? rt.unsupported('in with a flag of re') : (self & bits) === bits;
});

function shown(rt: Runtime, bits: number): string {
  const names: string[] = MEMBERS.filter((name) => (bits & FLAG[name]) !== 0).map((name) => `re.${name}`);
  if (bits === 0) return 're.NOFLAG';
  if ((bits & ~KNOWN) !== 0)
    return names.length === 0
      ? rt.unsupported('flags of re beyond its own')
      : [...names, hex(bits & ~KNOWN)].join('|');
  return names.join('|');
}
for (const name of ['__repr__()', '__str__()'])
  method(regexFlagClass, name, (rt: Runtime, self: number) => shown(rt, self));
method(regexFlagClass, '__format__(format_spec, /)', (rt: Runtime) =>
  rt.unsupported('format of a flag of re'),
);
method(regexFlagClass, '__iter__()', (rt: Runtime) => rt.unsupported('iteration over flags of re'));
nativeProperty(regexFlagClass, 'value', (rt, self: PyBoxed) => asIndex(rt, self) ?? 0);
nativeProperty(regexFlagClass, 'name', (rt, self: PyBoxed) =>
  shown(rt, self.payload as number).replaceAll('re.', ''),
);

/** Puts the flags into the module. */
export function declareFlags(module: ModuleBuilder): void {
  module.classes(regexFlagClass);
  module.computed('NOFLAG', (rt) => flag(rt, 0));
  for (const name of MEMBERS) module.computed(name, (rt) => flag(rt, FLAG[name]));
  for (const [alias, name] of Object.entries(ALIASES)) module.computed(alias, (rt) => flag(rt, FLAG[name]));
}

/** The bits of a `flags` argument. */
export function flagArgument(rt: Runtime, value: Value): number {
  const bits = bitsOf(rt, value) ?? rt.unsupported('flags of re that are no int');
  if ((bits & FLAG.DEBUG) !== 0) rt.unsupported('re.DEBUG');
  return bits;
}
