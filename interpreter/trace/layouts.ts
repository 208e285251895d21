// The layouts of the kinds of objects in `values/`.
import { PyBoundMethod } from '../builtins/builtin.ts';
import { PyBoxed } from '../values/boxed.ts';
import { PyBytes } from '../values/bytes.ts';
import { PyClass, PyException, PyInstance } from '../values/class.ts';
import { PyClassMethod, PyProperty, PyStaticMethod } from '../values/descriptors.ts';
import { PyDict } from '../values/dict.ts';
import { PyCell, PyFunction, PyGenerator } from '../values/function.ts';
import { PyGenericAlias, PyUnionType } from '../values/generic-alias.ts';
import { PyIterator } from '../values/iterator.ts';
import { PyList } from '../values/list.ts';
import type { HeapObject, MutationKind, Value } from '../values/objects.ts';
import { PyRange } from '../values/range.ts';
import { PySlice } from '../values/slice.ts';
import { PySuper } from '../values/super.ts';
import { PyTuple } from '../values/tuple.ts';
import { PyDictView } from '../values/views.ts';
import { PySet } from '../values/set.ts';
import { type Contents, declareLayout, sameKind } from './layout.ts';
import { idleDriver, MirrorIterator, MirrorSet } from './mirror-kinds.ts';

function never(mirror: HeapObject, kind: MutationKind): never {
  throw new Error(`a ${mirror.cls.name} does not change by ${kind}`);
}

const always = (): boolean => true;

// ---- containers ----

declareLayout(PyList, {
  contents: (list) => list.items.slice(),
  attributes: (list) => list.attrs,
  mirror: (list, mirrors) => sameKind(list, new PyList([], mirrors.object(list.cls))),
  fill(mirror, contents) {
    mirror.items = contents.slice() as Value[];
  },
  change(mirror, kind, a, b) {
    switch (kind) {
      case 'append':
        return mirror.append(a as Value);
      case 'set-item':
        return mirror.setItem(a as number, b as Value);
      case 'delete-item':
        return mirror.deleteItem(a as number);
      case 'insert':
        return mirror.insert(a as number, b as Value);
      case 'replace':
        return mirror.replace((a as readonly Value[]).slice());
      case 'clear':
        return mirror.clear();
      case 'add':
      case 'set-attr':
      case 'delete-attr':
      case 'set-cell':
      case 'advance':
        return never(mirror, kind);
    }
  },
});

declareLayout(PyTuple, {
  contents: (tuple) => tuple.items,
  attributes: (tuple) => tuple.attrs,
  mirror: (tuple, mirrors) => sameKind(tuple, new PyTuple([], mirrors.object(tuple.cls))),
  fill(mirror, contents) {
    (mirror as { items: readonly Value[] }).items = contents as readonly Value[];
  },
  fixed: (tuple) => tuple.cls.builtin,
});

declareLayout(PyDict, {
  contents: (dict) => dict.entries().flat(),
  attributes: (dict) => dict.attrs,
  mirror: (dict, mirrors) => sameKind(dict, new PyDict(mirrors.object(dict.cls))),
  fill(mirror, contents) {
    PyDict.prototype.clear.call(mirror);
    for (let i = 0; i < contents.length; i += 2) mirror.setSame(contents[i] as Value, contents[i + 1] as Value);
  },
  change(mirror, kind, a, b) {
    switch (kind) {
      case 'set-item':
        return mirror.setSame(a as Value, b as Value);
      case 'delete-item':
        return mirror.deleteSame(a as Value);
      case 'replace':
        PyDict.prototype.clear.call(mirror);
        for (const [key, value] of a as readonly (readonly [Value, Value])[]) mirror.setSame(key, value);
        return;
      case 'clear':
        return PyDict.prototype.clear.call(mirror);
      case 'append':
      case 'insert':
      case 'add':
      case 'set-attr':
      case 'delete-attr':
      case 'set-cell':
      case 'advance':
        return never(mirror, kind);
    }
  },
});

declareLayout<PySet>(PySet, {
  contents: (set) => set.slots(),
  attributes: (set) => set.attrs,
  mirror: (set, mirrors) => new MirrorSet(set.frozen, mirrors.object(set.cls)),
  fill(mirror, contents) {
    (mirror as MirrorSet).putAll(contents);
  },
  change(mirror, kind, a, b) {
    const set = mirror as MirrorSet;
    switch (kind) {
      case 'add':
        return set.put(b as number, a as Value);
      case 'delete-item':
        return set.take(b as number);
      case 'replace':
        return set.putAll(a as Contents);
      case 'clear':
        return set.putAll([]);
      case 'append':
      case 'set-item':
      case 'insert':
      case 'set-attr':
      case 'delete-attr':
      case 'set-cell':
      case 'advance':
        return never(mirror, kind);
    }
  },
});

declareLayout(PyDictView, {
  contents: (view) => [view.dict, view.part],
  mirror: (view, mirrors) => new PyDictView(mirrors.object(view.dict), view.part),
  fixed: always,
});

// ---- objects with attributes ----

declareLayout(PyInstance, {
  contents: () => [],
  attributes: (instance) => instance.attrs,
  mirror: (instance, mirrors) => sameKind(instance, new PyInstance(mirrors.object(instance.cls))),
});

declareLayout(PyBoxed, {
  contents: (boxed) => [boxed.payload],
  attributes: (boxed) => boxed.attrs,
  mirror: (boxed, mirrors) =>
    sameKind(boxed, new PyBoxed(mirrors.object(boxed.cls), mirrors.of(boxed.payload))),
});

function fillException(mirror: PyException, contents: Contents): void {
  const [cause, context, ...args] = contents as Value[];
  mirror.cause = cause;
  mirror.context = context as PyException | null;
  mirror.args = args;
}

declareLayout(PyException, {
  contents: (exception) => [exception.cause, exception.context, ...exception.args],
  attributes: (exception) => exception.attrs,
  mirror: (exception, mirrors) => sameKind(exception, new PyException(mirrors.object(exception.cls), [])),
  fill: fillException,
  change(mirror, kind, a) {
    if (kind === 'replace') fillException(mirror, a as Contents);
    else never(mirror, kind);
  },
});

declareLayout(PyClass, {
  contents: (cls) => [cls.name, cls.module, ...cls.bases],
  attributes: (cls) => cls.attrs,
  mirror(cls, mirrors) {
    const objects = (classes: readonly PyClass[]): PyClass[] => classes.map((base) => mirrors.object(base));
    const mirror = new PyClass(cls.name, objects(cls.bases), objects(cls.mro.slice(1)), false, cls.module);
    if (cls.cls !== mirror.cls) mirror.cls = mirrors.object(cls.cls);
    mirror.hasDict = cls.hasDict;
    mirror.slots = cls.slots;
    return sameKind(cls, mirror);
  },
});

// ---- functions ----

declareLayout(PyFunction, {
  contents: ({ code, defaults, keywordDefaults, closure }) => [
    code.index,
    defaults.length,
    ...defaults,
    ...(keywordDefaults === null ? [] : [...keywordDefaults].flat()),
    ...closure,
  ],
  attributes: (func) => func.attrs,
  mirror({ code, defaults, keywordDefaults, closure }, mirrors) {
    return new PyFunction(
      code,
      defaults.map((value) => mirrors.of(value)),
      keywordDefaults && new Map([...keywordDefaults].map(([name, value]) => [name, mirrors.of(value)])),
      closure.map((cell) => mirrors.object(cell)),
    );
  },
});

declareLayout(PyCell, {
  contents: (cell) => [cell.value],
  mirror: () => new PyCell(undefined),
  fill(mirror, contents) {
    mirror.value = contents[0];
  },
  change(mirror, kind, a) {
    if (kind === 'set-cell') mirror.value = a as Value | undefined;
    else never(mirror, kind);
  },
});

declareLayout(PyGenerator, {
  contents: (generator) => [generator.func],
  mirror: (generator, mirrors) => new PyGenerator(mirrors.object(generator.func), idleDriver, []),
  fixed: always,
});

declareLayout(PyBoundMethod, {
  contents: (method) => [method.self, method.func],
  mirror: (method, mirrors) => new PyBoundMethod(mirrors.of(method.self), mirrors.of(method.func)),
  fixed: always,
});

declareLayout(PyStaticMethod, {
  contents: (method) => [method.func],
  mirror: (method, mirrors) => new PyStaticMethod(mirrors.of(method.func)),
  fixed: always,
});

declareLayout(PyClassMethod, {
  contents: (method) => [method.func],
  mirror: (method, mirrors) => new PyClassMethod(mirrors.of(method.func)),
  fixed: always,
});

declareLayout(PyProperty, {
  contents: ({ getter, setter, deleter }) => [getter, setter, deleter],
  mirror: ({ getter, setter, deleter }, mirrors) =>
    new PyProperty(mirrors.of(getter), mirrors.of(setter), mirrors.of(deleter)),
  fixed: always,
});

declareLayout(PySuper, {
  contents: (view) => [view.after, view.object, view.startClass],
  mirror: (view, mirrors) =>
    new PySuper(mirrors.object(view.after), mirrors.of(view.object), mirrors.object(view.startClass)),
  fixed: always,
});

// ---- the rest ----

declareLayout<PyIterator>(PyIterator, {
  contents: () => [],
  mirror: (iterator, mirrors) => new MirrorIterator(mirrors.object(iterator.cls)),
  change(mirror, kind) {
    if (kind !== 'advance') never(mirror, kind);
  },
  fixed: always,
});

declareLayout(PyRange, {
  contents: (range) => [range.start, range.stop, range.step],
  mirror: (range) => range,
  fixed: always,
});

declareLayout(PyBytes, {
  contents: (bytes) => [String.fromCharCode(...bytes.data.subarray(0, 64)), bytes.data.length],
  mirror: (bytes) => bytes,
  fixed: always,
});

declareLayout(PySlice, {
  contents: (slice) => [slice.start, slice.stop, slice.step],
  mirror: (slice, mirrors) =>
    new PySlice(mirrors.of(slice.start), mirrors.of(slice.stop), mirrors.of(slice.step)),
  fixed: always,
});

declareLayout(PyGenericAlias, {
  contents: (alias) => [alias.origin, ...alias.args],
  mirror: (alias, mirrors) =>
    new PyGenericAlias(
      mirrors.object(alias.origin),
      alias.args.map((arg) => mirrors.of(arg)),
    ),
  fixed: always,
});

declareLayout(PyUnionType, {
  contents: (union) => union.members,
  mirror: (union, mirrors) => new PyUnionType(union.members.map((member) => mirrors.of(member))),
  fixed: always,
});
