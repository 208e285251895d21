// Results of the builtins that iterate: zip, map, filter, and what itertools and functools have of the kind.
// Source: the Python 3.11 library reference.
import { positionalArguments } from '../call/arguments.ts';
import { callValue, callWith } from '../call/call.ts';
import { callMethod } from '../call/methods.ts';
import { declaredResult, given, type BuiltinCall } from '../call/builtins.ts';
import type { Inference } from '../inference.ts';
import { elementOf, isIterator, nextOf } from '../iterate.ts';
import { hasMember } from '../match.ts';
import { truthyPart } from '../protocols.ts';
import { knownClass } from '../registry.ts';
import { ANY, Bit, NEVER, NONE, RANGE, isAny, partType, within, type Part, type Type } from '../type.ts';
import { binary } from '../walk/operators.ts';
import { accumulated } from './numbers.ts';

function iterator(cx: Inference, elem: Type): Type {
  return cx.generic(cx.iteratorClass, [elem]);
}

/** The elements of the positional arguments from the nth on; null if their number is not known. */
function elementsOf(cx: Inference, { args, node }: BuiltinCall, from: number): Type[] | null {
  const elems = args.positional.slice(from).map((type) => elementOf(cx, type, node));
  return args.rest === null ? elems : null;
}

function anyTuple(cx: Inference, elem: Type): Type {
  return cx.generic(knownClass('tuple'), [elem]);
}

export function zip(cx: Inference, call: BuiltinCall): Type {
  const elems = elementsOf(cx, call, 0);
  if (elems !== null) return iterator(cx, cx.tuple(elems));
  return iterator(cx, anyTuple(cx, elementOf(cx, call.args.rest!, call.node)));
}

export function zipLongest(cx: Inference, call: BuiltinCall): Type {
  const fill = given(call, 'fillvalue') ?? NONE;
  const elems = elementsOf(cx, call, 0);
  if (elems !== null) return iterator(cx, cx.tuple(elems.map((elem) => cx.lattice.join(elem, fill))));
  return iterator(cx, anyTuple(cx, cx.lattice.join(elementOf(cx, call.args.rest!, call.node), fill)));
}

export function product(cx: Inference, call: BuiltinCall): Type {
  const elems = elementsOf(cx, call, 0);
  if (elems !== null && given(call, 'repeat') === undefined) return iterator(cx, cx.tuple(elems));
  const rest = call.args.rest === null ? NEVER : elementOf(cx, call.args.rest, call.node);
  return iterator(cx, anyTuple(cx, cx.lattice.join(cx.lattice.joinAll(elems ?? []), rest)));
}

export function map(cx: Inference, call: BuiltinCall): Type {
  const fn = given(call, 'function')!;
  const elems = elementsOf(cx, call, 1);
  if (elems === null) {
    return cx.unknown(call.node, 'how many iterables map() gets is not known');
  }
  if (elems.length === 0)
    cx.fault(call.node, 'W0512', { callee: 'map', problem: 'must have at least two arguments' });
  return iterator(cx, callValue(cx, fn, elems, call.node));
}

export function filter(cx: Inference, call: BuiltinCall): Type {
  const fn = given(call, 'function')!;
  const elem = call.bindings.get(cx, 'T');
  if (within(fn, Bit.none)) return iterator(cx, truthyPart(elem));
  callValue(cx, fn, [elem], call.node);
  return iterator(cx, elem);
}

export function starmap(cx: Inference, call: BuiltinCall): Type {
  const elem = elementOf(cx, given(call, 'iterable')!, call.node);
  const only = elem.parts.length === 1 && elem.mask === 0 ? elem.parts[0]! : null;
  const fn = given(call, 'function')!;
  if (only?.kind === 'tuple') return iterator(cx, callValue(cx, fn, only.elems, call.node));
  const args = { ...positionalArguments([]), rest: elementOf(cx, elem, call.node) };
  return iterator(cx, callWith(cx, fn, args, call.node));
}

export function accumulate(cx: Inference, call: BuiltinCall): Type {
  const elem = call.bindings.get(cx, 'T');
  const fn = given(call, 'func');
  const start = given(call, 'initial') ?? elem;
  const step = (sofar: Type): Type =>
    fn === undefined || within(fn, Bit.none)
      ? binary(cx, '+', sofar, elem, call.node)
      : callValue(cx, fn, [sofar, elem], call.node);
  return iterator(cx, accumulated(cx, start, step, call.node));
}

export function reduce(cx: Inference, call: BuiltinCall): Type {
  const elem = call.bindings.get(cx, 'T');
  const fn = given(call, 'function')!;
  const start = given(call, 'initial') ?? elem;
  return accumulated(cx, start, (sofar) => callValue(cx, fn, [sofar, elem], call.node), call.node);
}

/** combinations and permutations: tuples whose length is known when it is written as a literal. */
export function picks(cx: Inference, call: BuiltinCall): Type {
  const written = call.args.call?.args[1];
  const count =
    written?.kind === 'Constant' && written.value.type === 'int' ? Number(written.value.value) : null;
  if (count === null || count > 8) return declaredResult(cx, call);
  const elem = call.bindings.get(cx, 'T');
  return iterator(cx, cx.tuple(new Array<Type>(count).fill(elem)));
}

export function next(cx: Inference, call: BuiltinCall): Type {
  const elem = nextOf(cx, given(call, 'iterator')!, call.node);
  return cx.lattice.join(elem, given(call, 'default') ?? NEVER);
}

/** An iterator is its own iterator. */
export function iter(cx: Inference, call: BuiltinCall): Type {
  const iterable = given(call, 'iterable');
  if (iterable === undefined) return declaredResult(cx, call);
  let result = NEVER;
  for (const atom of cx.atoms(iterable)) {
    const part = atom.parts[0];
    const one =
      part?.kind === 'instance' && !part.cls.opaque && hasMember(part.cls, '__iter__')
        ? callMethod(cx, atom, '__iter__', [], call.node)
        : part !== undefined && isIterator(cx, atom)
          ? atom
          : iterator(cx, elementOf(cx, atom, null));
    result = cx.lattice.join(result, one);
  }
  return result;
}

export function reversed(cx: Inference, call: BuiltinCall): Type {
  const sequence = given(call, 'sequence')!;
  if (isAny(sequence)) return ANY;
  let wrong = (sequence.mask & ~(Bit.str | Bit.bytes | RANGE)) !== 0;
  for (const part of sequence.parts) if (!isReversible(part)) wrong = true;
  if (wrong) {
    const expected = 'a sequence';
    cx.fault(call.node, 'W0506', {
      callee: 'reversed',
      param: 'sequence',
      actual: sequence,
      expected,
    });
  }
  for (const part of sequence.parts) {
    if (part.kind === 'instance' && !part.cls.opaque && hasMember(part.cls, '__reversed__')) {
      return callMethod(cx, partType(part), '__reversed__', [], call.node);
    }
  }
  return iterator(cx, elementOf(cx, sequence, null));
}

function isReversible(part: Part): boolean {
  switch (part.kind) {
    case 'tuple':
      return true;
    case 'container':
      return part.cls.name !== 'set' && part.cls.name !== 'Generator';
    case 'generic':
      return /^(tuple|dict_\w+)$/.test(part.cls.name);
    case 'instance':
      if (part.cls.style === 'namedtuple') return true;
      return (
        hasMember(part.cls, '__reversed__') ||
        (hasMember(part.cls, '__len__') && hasMember(part.cls, '__getitem__'))
      );
    case 'class':
      return part.cls.style === 'enum';
    case 'builtin-class':
    case 'function':
    case 'builtin':
    case 'bound':
    case 'wrapped':
    case 'super':
    case 'module':
    case 'callable':
    case 'form':
      return false;
  }
}
