// Modules as programs import them. One written in Primer is compiled once; each run that imports it runs its body on
// a machine of its own, whose loop records nothing: a call into it is one step of the trace, whatever it calls back.
import type { Library } from '../code.ts';
import { libraryProgram } from '../modules/primer/compile.ts';
import { importModule } from '../modules/index.ts';
import { OWN } from '../modules/own.ts';
import { PyModule } from '../values/module.ts';
import type { Value } from '../values/objects.ts';
import { Machine, Stack } from './machine.ts';

/** Runs follow one another, so a library's machines share their memory as the program's do. */
const stacks = new WeakMap<Library, Stack>();

const modules = new WeakMap<Machine, PyModule>();

/** The module `name`, whose body runs when it is first imported. Refuses the run when there is none. */
export function moduleFor(machine: Machine, name: string, internal = machine.library !== null): PyModule {
  const hidden = name.startsWith(OWN) && !internal;
  const found = (hidden ? undefined : importModule(name)) ?? machine.unsupported(`the module ${name}`);
  if (found instanceof PyModule) return found;
  const owner = machineFor(machine, found);
  return modules.get(owner) ?? machine.unsupported(`modules that import each other: ${name}`);
}

/** The machine that runs the code of `library`, or of the program for null. */
export function machineFor(machine: Machine, library: Library | null): Machine {
  if (machine.library === library) return machine;
  const { root } = machine;
  if (library === null) return root;
  return root.libraries.get(library) ?? start(root, library);
}

function start(root: Machine, library: Library): Machine {
  const { limits, hashOrder } = root;
  let stack = stacks.get(library);
  if (stack === undefined) stacks.set(library, (stack = new Stack()));
  stack.clear();
  const program = libraryProgram(library);
  const options = { limits, recorder: null, input: '', hashOrder, stack };
  const machine = new Machine(program, { ...options, library: { module: library, root } });
  root.libraries.set(library, machine);
  machine.runCode(program.module);
  const attrs = new Map<string, Value>([['__name__', library.name]]);
  program.names.forEach((name, i) => {
    const value = machine.globals[i];
    if (value !== undefined) attrs.set(name, value);
  });
  modules.set(machine, new PyModule(library.name, attrs));
  return machine;
}
