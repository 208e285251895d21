// Module math. https://docs.python.org/3.11/library/math.html
import { PyFloat } from '../values/objects.ts';
import { defineModule } from './define.ts';
import { declareElementary } from './math-elementary.ts';
import { declareFloats } from './math-floats.ts';
import { declareIntegers } from './math-integers.ts';
import { declareSums } from './math-sums.ts';

export const math = defineModule('math', (module) => {
  declareIntegers(module);
  declareFloats(module);
  declareSums(module);
  declareElementary(module);
  module.value('e', new PyFloat(Math.E));
  module.value('inf', new PyFloat(Infinity));
  module.value('nan', new PyFloat(NaN));
  module.value('pi', new PyFloat(Math.PI));
  module.value('tau', new PyFloat(2 * Math.PI));
});
