// `exit` and `quit`, which the site module adds to the builtin names before a program starts.
// https://docs.python.org/3.11/library/constants.html#constants-added-by-the-site-module
import type { Runtime } from '../runtime.ts';
import { objectClass } from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { raise } from '../values/errors.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { shareValue } from '../values/shared.ts';
import { registerClass } from '../values/type-of.ts';
import { method, nativeProperty } from './declare.ts';
import { closeInput } from './streams.ts';

const quitterClass = new PyClass('Quitter', [objectClass], objectClass.mro, true, '_sitebuiltins');

class Quitter extends HeapObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
    shareValue(this, `builtins.${name}`);
  }
}
registerClass(Quitter, quitterClass);

method(
  quitterClass,
  '__call__(code=None)',
  (rt: Runtime, _self: Quitter, code: Value) => {
    closeInput(rt);
    return raise('SystemExit', code);
  },
  'python',
);
method(
  quitterClass,
  '__repr__()',
  (_rt: Runtime, self: Quitter) => `Use ${self.name}() or Ctrl-D (i.e. EOF) to exit`,
);
nativeProperty(quitterClass, 'name', (_rt, self: Quitter) => self.name);

/** The names, and what they mean. */
export const siteNames: ReadonlyMap<string, Value> = new Map(
  ['exit', 'quit'].map((name) => [name, new Quitter(name)]),
);
