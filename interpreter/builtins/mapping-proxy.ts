// The methods of `mappingproxy`: those of the mapping behind it that change nothing.
// https://docs.python.org/3.11/library/types.html#types.MappingProxyType
import type { Runtime } from '../runtime.ts';
import { getAttr } from '../values/attributes.ts';
import type { PyClass } from '../values/class.ts';
import { contains, type RichOperator, RICH_COMPARISON, richCompare } from '../values/compare.ts';
import { typeError } from '../values/errors.ts';
import { iterate, length } from '../values/iterate.ts';
import { mappingProxyClass, PyMappingProxy } from '../values/mapping-proxy.ts';
import type { Value } from '../values/objects.ts';
import { repr } from '../values/repr.ts';
import { findSpecial } from '../values/special.ts';
import { getItem } from '../values/subscript.ts';
import { typeName } from '../values/type-of.ts';
import { constructor, method } from './declare.ts';

constructor(mappingProxyClass, 'mappingproxy(mapping)', (_rt: Runtime, _cls: PyClass, mapping: Value) => {
  if (findSpecial(mapping, '__getitem__') === undefined || Array.isArray(mapping))
    typeError(`mappingproxy() argument must be a mapping, not ${typeName(mapping)}`);
  return new PyMappingProxy(mapping);
});

method(mappingProxyClass, '__getitem__(key, /)', (rt: Runtime, self: PyMappingProxy, key: Value) =>
  getItem(rt, self.mapping, key),
);
method(mappingProxyClass, '__contains__(key, /)', (rt: Runtime, self: PyMappingProxy, key: Value) =>
  contains(rt, self.mapping, key),
);
method(mappingProxyClass, '__iter__()', (rt: Runtime, self: PyMappingProxy) => iterate(rt, self.mapping));
method(mappingProxyClass, '__len__()', (rt: Runtime, self: PyMappingProxy) => length(rt, self.mapping));
method(
  mappingProxyClass,
  '__repr__()',
  (rt: Runtime, self: PyMappingProxy) => `mappingproxy(${repr(rt, self.mapping)})`,
);
method(mappingProxyClass, '__str__()', (rt: Runtime, self: PyMappingProxy) => repr(rt, self.mapping));
mappingProxyClass.attrs.set('__hash__', null);

for (const name of ['copy', 'items', 'keys', 'values', '__reversed__'])
  method(mappingProxyClass, `${name}()`, (rt: Runtime, self: PyMappingProxy) =>
    rt.call(getAttr(rt, self.mapping, name), []),
  );
method(
  mappingProxyClass,
  'get(key, default=None, /)',
  (rt: Runtime, self: PyMappingProxy, key: Value, fallback: Value) =>
    rt.call(getAttr(rt, self.mapping, 'get'), [key, fallback]),
);

for (const op of ['==', '!='] as RichOperator[])
  method(
    mappingProxyClass,
    `${RICH_COMPARISON[op].method}(other, /)`,
    (rt: Runtime, self: PyMappingProxy, other: Value) =>
      richCompare(rt, op, self.mapping, other instanceof PyMappingProxy ? other.mapping : other),
  );
method(mappingProxyClass, '__or__(other, /)', (rt: Runtime, self: PyMappingProxy, other: Value) =>
  rt.call(getAttr(rt, self.mapping, '__or__'), [other instanceof PyMappingProxy ? other.mapping : other]),
);
