// Types as a person writes them: Python annotations. Knows nothing of programs.
import type { Cell } from './entities.ts';
import type { Lattice } from './lattice.ts';
import type { Term } from './terms.ts';
import { Bit, INT, RANGE, isAny, type Part, type Type } from './type.ts';

/** What is nested deeper is cut short. */
const MAX_DEPTH = 4;
/** A longer union is cut short. */
const MAX_NAMES = 6;

/** Names of scalar types in the order in which a union lists them; None comes last. */
const SCALAR_NAMES: readonly (readonly [number, string])[] = [
  [Bit.complex, 'complex'],
  [Bit.str, 'str'],
  [Bit.bytes, 'bytes'],
  [RANGE, 'range'],
  [Bit.ellipsis, 'ellipsis'],
  [Bit.notImplemented, 'NotImplementedType'],
  [Bit.slice, 'slice'],
  [Bit.object, 'object'],
];

/**
 * The type as a Python annotation: `list[int] | None`, `float` where both float and int may be (PEP 484).
 * A type that contains itself is cut short with Any.
 */
export function printType(type: Type, lattice: Lattice): string {
  return print(type, { lattice, depth: 0, open: [] });
}

interface Printing {
  readonly lattice: Lattice;
  readonly depth: number;
  /** The cells being printed, outermost first. */
  readonly open: readonly Cell[];
}

function print(type: Type, at: Printing): string {
  const { depth } = at;
  if (isAny(type) || depth > MAX_DEPTH) return 'Any';
  const names = new Set(scalarNames(type.mask));
  for (const part of type.parts) {
    if (names.size >= MAX_NAMES) return 'Any';
    if (part.kind === 'instance' && part.cls.mro.some((base, i) => i > 0 && hasInstance(type, base.id)))
      continue;
    names.add(printPart(part, { ...at, depth: depth + 1 }));
  }
  if ((type.mask & Bit.none) !== 0) names.add('None');
  return names.size === 0 ? 'Never' : [...names].join(' | ');
}

function hasInstance(type: Type, id: number): boolean {
  return type.parts.some((part) => part.kind === 'instance' && part.cls.id === id);
}

/** What a cell holds; Any for a cell that holds itself. */
function printCell(cell: Cell, at: Printing): string {
  const root = at.lattice.find(cell);
  return at.open.includes(root) ? 'Any' : print(root.type, { ...at, open: [...at.open, root] });
}

function printPart(part: Part, at: Printing): string {
  switch (part.kind) {
    case 'container': {
      if (part.cls.params.length === 0) return part.cls.name;
      const shown = part.cls.name === 'Counter' ? part.cells.slice(0, 1) : part.cells;
      return `${part.cls.name}[${shown.map((cell) => printCell(cell, at)).join(', ')}]`;
    }
    case 'generic': {
      if (part.args.length === 0) return part.cls.name;
      const args = part.args.map((arg) => print(arg, at)).join(', ');
      return part.cls.name === 'tuple' ? `tuple[${args}, ...]` : `${part.cls.name}[${args}]`;
    }
    case 'tuple': {
      const elems = part.elems.map((elem) => print(elem, at)).join(', ');
      return elems === '' ? 'tuple[()]' : `tuple[${elems}]`;
    }
    case 'instance':
      return part.cls.name;
    case 'class':
    case 'builtin-class':
      return `type[${part.cls.name}]`;
    case 'function':
    case 'builtin':
    case 'bound':
      return 'Callable[..., Any]';
    case 'callable': {
      const params = part.params?.map((param) => print(param, at)).join(', ');
      return `Callable[${params === undefined ? '...' : `[${params}]`}, ${print(part.returns, at)}]`;
    }
    case 'wrapped':
      return part.how === 'cached'
        ? 'Callable[..., Any]'
        : `${part.how === 'property' ? part.how : `${part.how}method`}`;
    case 'super':
      return 'super';
    case 'module':
      return 'ModuleType';
    case 'form':
      return 'object';
  }
}

/** A term as it would be written in an annotation. */
export function printTerm(term: Term): string {
  switch (term.kind) {
    case 'scalar':
      return printScalars(term.accepts);
    case 'object':
      return 'object';
    case 'any':
      return 'Any';
    case 'var':
      return term.name;
    case 'class': {
      const args = term.args.map(printTerm).join(', ');
      if (args === '') return term.cls.name;
      return term.cls.name === 'tuple' ? `tuple[${args}, ...]` : `${term.cls.name}[${args}]`;
    }
    case 'tuple':
      return term.elems.length === 0 ? 'tuple[()]' : `tuple[${term.elems.map(printTerm).join(', ')}]`;
    case 'instance':
      return term.cls.name;
    case 'protocol':
      return term.args.length === 0 ? term.name : `${term.name}[${term.args.map(printTerm).join(', ')}]`;
    case 'callable': {
      const params = term.params === null ? '...' : `[${term.params.map(printTerm).join(', ')}]`;
      return `Callable[${params}, ${printTerm(term.returns)}]`;
    }
    case 'class-object':
      return `type[${printTerm(term.of)}]`;
    case 'union':
      return term.members.map(printTerm).join(' | ');
  }
}

/** The scalars that a term accepts, by the names they are accepted under. */
function printScalars(mask: number): string {
  const names = scalarNames(mask);
  if ((mask & Bit.none) !== 0) names.push('None');
  return names.length === 0 ? 'Never' : names.join(' | ');
}

/** The names for scalars other than None. float takes in int, and int bool (PEP 484). */
function scalarNames(mask: number): string[] {
  const names: string[] = [];
  if ((mask & Bit.float) !== 0) names.push('float');
  else if ((mask & INT) !== 0) names.push('int');
  else if ((mask & Bit.bool) !== 0) names.push('bool');
  for (const [bits, name] of SCALAR_NAMES) if ((mask & bits) !== 0) names.push(name);
  return names;
}
