// `dir()`: the names that an object and its classes have. What CPython's builtin classes have is a table of names, since
// ours need not have them all; of other classes of the library it is refused.
// https://docs.python.org/3.11/library/functions.html#dir
import type { Runtime } from '../runtime.ts';
import { ownAttrs } from '../values/attributes.ts';
import { exceptionClasses } from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { toArray } from '../values/iterate.ts';
import { PyList } from '../values/list.ts';
import { PyModule } from '../values/module.ts';
import type { Value } from '../values/objects.ts';
import { callSpecial, findSpecial } from '../values/special.ts';
import { typeOf } from '../values/type-of.ts';
import { PyBuiltin } from './builtin.ts';
import { builtinFunction } from './function-registry.ts';
import { classNamespace } from './object-methods.ts';
import { sortValues } from './sort.ts';

/** What each class adds to the names of `object`. */
const NAMES: Readonly<Record<string, string>> = {
  object: `__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__
    __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__
    __setattr__ __sizeof__ __str__ __subclasshook__`,
  int: `__abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ __getnewargs__
    __index__ __int__ __invert__ __lshift__ __mod__ __mul__ __neg__ __or__ __pos__ __pow__ __radd__ __rand__
    __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__
    __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ __trunc__ __xor__ as_integer_ratio bit_count
    bit_length conjugate denominator from_bytes imag numerator real to_bytes`,
  bool: '__and__ __or__ __rand__ __ror__ __rxor__ __xor__',
  float: `__abs__ __add__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ __getformat__
    __getnewargs__ __int__ __mod__ __mul__ __neg__ __pos__ __pow__ __radd__ __rdivmod__ __rfloordiv__
    __rmod__ __rmul__ __round__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ __trunc__ as_integer_ratio
    conjugate fromhex hex imag is_integer real`,
  complex: `__abs__ __add__ __bool__ __complex__ __getnewargs__ __mul__ __neg__ __pos__ __pow__ __radd__ __rmul__
    __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ conjugate imag real`,
  str: `__add__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ __mul__ __rmod__ __rmul__
    capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha
    isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust
    lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit
    rstrip split splitlines startswith strip swapcase title translate upper zfill`,
  bytes: `__add__ __bytes__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ __mul__ __rmod__
    __rmul__ capitalize center count decode endswith expandtabs find fromhex hex index isalnum isalpha
    isascii isdigit islower isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix
    removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip
    swapcase title translate upper zfill`,
  list: `__add__ __class_getitem__ __contains__ __delitem__ __getitem__ __iadd__ __imul__ __iter__ __len__ __mul__
    __reversed__ __rmul__ __setitem__ append clear copy count extend index insert pop remove reverse sort`,
  tuple: `__add__ __class_getitem__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mul__ __rmul__ count
    index`,
  dict: `__class_getitem__ __contains__ __delitem__ __getitem__ __ior__ __iter__ __len__ __or__ __reversed__
    __ror__ __setitem__ clear copy fromkeys get items keys pop popitem setdefault update values`,
  set: `__and__ __class_getitem__ __contains__ __iand__ __ior__ __isub__ __iter__ __ixor__ __len__ __or__
    __rand__ __ror__ __rsub__ __rxor__ __sub__ __xor__ add clear copy difference difference_update discard
    intersection intersection_update isdisjoint issubset issuperset pop remove symmetric_difference
    symmetric_difference_update union update`,
  frozenset: `__and__ __class_getitem__ __contains__ __iter__ __len__ __or__ __rand__ __ror__ __rsub__ __rxor__ __sub__
    __xor__ copy difference intersection isdisjoint issubset issuperset symmetric_difference union`,
  range: '__bool__ __contains__ __getitem__ __iter__ __len__ __reversed__ count index start step stop',
  slice: 'indices start step stop',
  BaseException: `__cause__ __context__ __dict__ __setstate__ __suppress_context__ __traceback__ add_note args
    with_traceback`,
  StopIteration: 'value',
  SystemExit: 'code',
  OSError: 'characters_written errno filename filename2 strerror',
  SyntaxError: 'end_lineno end_offset filename lineno msg offset print_file_and_line text',
  ImportError: 'msg name path',
  NameError: 'name',
  AttributeError: 'name obj',
  UnicodeDecodeError: 'encoding end object reason start',
  UnicodeEncodeError: 'encoding end object reason start',
  UnicodeTranslateError: 'encoding end object reason start',
};

/** What a class with the metaclass ABCMeta has beside what its body says, and the class ABC. */
const ABSTRACT = ['__abstractmethods__', '_abc_impl'];

function ownNames(rt: Runtime, cls: PyClass): readonly string[] {
  if (cls.module === 'builtins') {
    const listed = NAMES[cls.name];
    if (listed !== undefined) return listed.split(/\s+/);
    if (Object.values(exceptionClasses).includes(cls)) return [];
  }
  if (cls.builtin && cls.module === 'abc' && cls.name === 'ABC')
    return [...ABSTRACT, '__module__', '__slots__'];
  if (cls.builtin || cls.id < 0) return rt.unsupported(`dir() of the class ${cls.name}`);
  const own = [...classNamespace(rt, cls).keys(), ...(cls.slots ?? [])];
  return cls.cls.builtin && cls.cls.name === 'ABCMeta' ? [...own, ...ABSTRACT] : own;
}

/** The names of an object, without order. */
function namesOf(rt: Runtime, object: Value): readonly string[] {
  const own = ownAttrs(object);
  const ofClass = object instanceof PyClass;
  const cls = ofClass ? object : typeOf(object);
  if (object instanceof PyModule) return rt.unsupported('dir() of a module');
  if (cls.cls.lookup('__dir__') instanceof PyBuiltin === false)
    rt.unsupported('dir() of a class with a __dir__');
  const names = new Set(cls.mro.flatMap((ancestor) => ownNames(rt, ancestor)));
  for (const name of ofClass ? [] : (own?.keys() ?? [])) names.add(name);
  return [...names];
}

builtinFunction('dir(object?, /)', (rt: Runtime, object: Value | undefined) => {
  let names: Value[];
  if (object === undefined) {
    const locals = rt.callerLocals();
    if (locals === null) return rt.unsupported('dir() of the program');
    names = [...locals.keys()];
  } else {
    const hook = object instanceof PyClass ? undefined : findSpecial(object, '__dir__');
    const written = hook !== undefined && !(hook instanceof PyBuiltin);
    names = written ? toArray(rt, callSpecial(rt, hook, object)) : [...namesOf(rt, object)];
  }
  sortValues(rt, names, null, false);
  return new PyList(names);
});
