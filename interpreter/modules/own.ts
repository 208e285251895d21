// What library modules written in Primer need of the machine and cannot say in Primer. No program can import it.
import type { Runtime } from '../runtime.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { mappingProxyClass } from '../values/mapping-proxy.ts';
import type { PyNativeProperty } from '../values/descriptors.ts';
import { builtinFunctions } from '../builtins/function-registry.ts';
import { repr } from '../values/repr.ts';
import { typeName } from '../values/type-of.ts';
import { PyDict } from '../values/dict.ts';
import { defineModule } from './define.ts';
import { sys } from './sys.ts';
import { twisterClass } from './mersenne-twister.ts';

/** Its name. */
export const OWN = '_lockstep';

export const own = defineModule(OWN, (module) => {
  module.value('mappingproxy', mappingProxyClass);
  module.value('Twister', twisterClass);
  module.function('chance()', (rt: Runtime) => rt.observeChance());
  module.function('redirect(name, target, /)', (rt: Runtime, name: Value, target: Value) => {
    const stream = sys.attrs.get(String(name)) as PyNativeProperty;
    const before = stream.get(rt, sys);
    stream.set(rt, sys, target);
    return before;
  });
  module.function('type_name(value, /)', (_rt: Runtime, value: Value) => typeName(value));
  module.function('program_globals()', (rt: Runtime) => PyDict.ofStrings(rt.programGlobals()));
  module.function('float32(x, /)', (_rt: Runtime, x: Value) =>
    x instanceof PyFloat ? new PyFloat(Math.fround(x.value)) : x,
  );
  // As the interactive interpreter does: what an expression comes to is printed, unless it is None.
  module.function('run_example(source, names, /)', (rt: Runtime, source: Value, names: Value) => {
    if (!(names instanceof PyDict)) return rt.unsupported('names that are no dict');
    const before = new Map(names.entries() as [string, Value][]);
    const done = rt.execute(String(source), before);
    for (const name of before.keys()) if (!done.names.has(name)) names.delete(rt, name);
    for (const [name, value] of done.names) if (before.get(name) !== value) names.set(rt, name, value);
    if (done.value !== undefined && done.value !== null)
      rt.call(builtinFunctions.get('print') as Value, [repr(rt, done.value)]);
    return null;
  });
  module.function('refuse(construct, /)', (rt: Runtime, construct: Value) =>
    rt.unsupported(String(construct)),
  );
});
