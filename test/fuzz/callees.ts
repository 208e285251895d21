// What can be called: every function and method that CPython lists of the modules and types that programs use. Knows
// nothing of what is there in Lockstep but the names of its modules.
import { moduleNames } from '../../interpreter/modules/index.ts';
import { CALL_PRELUDE, CALL_VALUES, type CallKind } from './call-values.ts';
import type { Ask } from './hold-calls.ts';

/** Something to be called. */
export interface Callee {
  /** As it is shown: `str.center`, `math.gcd`. */
  readonly name: string;
  /** How it is written: `it.center`, `math.gcd`, `len`. */
  readonly target: string;
  /** What a method is looked up on: the kind, and values of that very type. Null for a function. */
  readonly on: { readonly kind: CallKind; readonly receivers: readonly string[] } | null;
  /** The module that has to be imported for it. */
  readonly module: string | null;
}

/** Builtins that end the process, ask its user, or show what differs from run to run. */
const BUILTINS_LEFT_OUT = new Set(
  'input open exit quit help breakpoint exec eval compile id globals locals vars copyright credits license memoryview print'.split(
    ' ',
  ),
);

/** Modules of which little can be called out of context. */
const MODULES_LEFT_OUT = new Set(
  'abc argparse builtins contextlib dataclasses doctest enum gc inspect io logging os queue random sys threading time traceback types typing unittest warnings __future__'.split(
    ' ',
  ),
);

/** Methods of the machinery of objects, and those that look at the clock. */
const METHODS_LEFT_OUT = new Set(
  (
    '__reduce__ __reduce_ex__ __sizeof__ __dir__ __hash__ __init_subclass__ __subclasshook__ __class__ __getattribute__ ' +
    '__setattr__ __delattr__ __new__ __init__ __getstate__ __setstate__ __subclasses__ mro __getnewargs__ ' +
    '__getnewargs_ex__ __del__ today now utcnow fromtimestamp timestamp utcfromtimestamp astimezone'
  ).split(' '),
);

const isPrivate = (name: string): boolean => /^_[^_]|^__\w*[^_]$/.test(name);

/** Everything that can be called. */
export async function calleesOf(ask: Ask): Promise<Callee[]> {
  const kinds = Object.entries(CALL_VALUES).flatMap(([kind, texts]) =>
    texts.map((text: string) => [kind as CallKind, text] as const),
  );
  const modules = moduleNames.filter((name) => !name.startsWith('_') && !MODULES_LEFT_OUT.has(name));
  const code = `${CALL_PRELUDE}
import builtins
import importlib

def callables(value, names):
    return ' '.join(name for name in names if callable(getattr(value, name, None)))

for text in ${JSON.stringify(kinds.map(([, text]) => text))}:
    value = eval(text)
    print(type(value).__name__ + ' ' + callables(value, dir(value)))
for name in ${JSON.stringify(modules)}:
    module = importlib.import_module(name)
    print(callables(module, getattr(module, '__all__', None) or dir(module)))
print(callables(builtins, dir(builtins)))
`;
  const { output, error, text } = await ask({ code, call: null, lines: 0 });
  if (error !== null) throw new Error(`CPython does not list what can be called: ${error}: ${text}`);
  const lines = output.split('\n');
  const types = new Map<string, { kind: CallKind; receivers: string[]; names: string[] }>();
  for (const [i, [kind, receiver]] of kinds.entries()) {
    const [type, ...names] = lines[i]!.split(' ');
    const known = types.get(type!);
    if (known === undefined) types.set(type!, { kind, receivers: [receiver], names });
    else known.receivers.push(receiver);
  }
  const methods = [...types].flatMap(([type, { kind, receivers, names }]) =>
    names
      .filter((name) => !isPrivate(name) && !METHODS_LEFT_OUT.has(name))
      .map((name) => ({
        name: `${type}.${name}`,
        target: `it.${name}`,
        on: { kind, receivers },
        module: null,
      })),
  );
  const functions = modules.flatMap((module, i) =>
    lines[kinds.length + i]!.split(' ')
      .filter((name) => name !== '' && !name.startsWith('_'))
      .map((name) => ({ name: `${module}.${name}`, target: `${module}.${name}`, on: null, module })),
  );
  const builtins = lines[kinds.length + modules.length]!.split(' ')
    .filter((name) => !name.startsWith('_') && !BUILTINS_LEFT_OUT.has(name))
    .map((name) => ({ name, target: name, on: null, module: null }));
  return [...methods, ...functions, ...builtins];
}
