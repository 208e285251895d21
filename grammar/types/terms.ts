// Terms: what a type expression means, as a pattern to hold types against and to make types from.
// Annotations and the signatures of builtins share them. Knows nothing of scopes: names are resolved by
// whoever asks.
import type { BuiltinClass, UserClass } from './entities.ts';
import type { ParamExpr, SignatureExpr, TypeExpr } from './type-text.ts';
import { Bit, INT_LIKE, RANGE, REAL, INT } from './type.ts';

/** Abstract classes, which say what a value can do but not what it is. */
export type ProtocolName =
  'Iterable' | 'Iterator' | 'Sequence' | 'Mapping' | 'Sized' | 'Hashable' | 'Comparable' | 'Index';

export type Term =
  /** Scalars: those a place takes, and those it gives when the table says so. */
  | { readonly kind: 'scalar'; readonly accepts: number; readonly gives: number }
  /** `object`: any value; says nothing about it. */
  | { readonly kind: 'object' }
  /** `Any`, or a type the checker cannot read. */
  | { readonly kind: 'any' }
  | { readonly kind: 'var'; readonly name: string }
  /** A builtin class; no args where it was written bare. */
  | { readonly kind: 'class'; readonly cls: BuiltinClass; readonly args: readonly Term[] }
  | { readonly kind: 'tuple'; readonly elems: readonly Term[] }
  | { readonly kind: 'instance'; readonly cls: UserClass }
  | { readonly kind: 'protocol'; readonly name: ProtocolName; readonly args: readonly Term[] }
  | { readonly kind: 'callable'; readonly params: readonly Term[] | null; readonly returns: Term }
  /** `type[C]` */
  | { readonly kind: 'class-object'; readonly of: Term }
  | { readonly kind: 'union'; readonly members: readonly Term[] };

/** Ways of building types that are no classes; `first` stands for Final, ClassVar and Annotated. */
export type Form = 'Optional' | 'Union' | 'Callable' | 'type' | 'first';

/** What a name in a type expression stands for. */
export type Meaning =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'class'; readonly cls: BuiltinClass }
  | { readonly kind: 'protocol'; readonly name: ProtocolName }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'tuple'; readonly cls: BuiltinClass };

export type Resolve = (name: string) => Meaning | null;

const ANY_TERM: Term = { kind: 'any' };
const OBJECT_TERM: Term = { kind: 'object' };

function scalarTerm(accepts: number, gives = accepts): Meaning {
  return { kind: 'term', term: { kind: 'scalar', accepts, gives } };
}

/** Names that mean the same everywhere they are not hidden. `nat` is the table's own: an int >= 0. */
export const COMMON_MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['None', scalarTerm(Bit.none)],
  ['bool', scalarTerm(Bit.bool)],
  ['int', scalarTerm(INT_LIKE, INT)],
  ['float', scalarTerm(REAL, Bit.float)],
  ['complex', scalarTerm(REAL | Bit.complex, Bit.complex)],
  ['str', scalarTerm(Bit.str)],
  ['bytes', scalarTerm(Bit.bytes)],
  ['range', scalarTerm(RANGE, Bit.intRange)],
  ['object', { kind: 'term', term: OBJECT_TERM }],
  ['type', { kind: 'form', form: 'type' }],
]);

/** Compiles a type expression. What cannot be read becomes Any. */
export function compileTerm(expr: TypeExpr, resolve: Resolve): Term {
  switch (expr.kind) {
    case 'unreadable':
    case 'ellipsis':
    case 'list':
      return ANY_TERM;
    case 'union':
      return unionTerm(expr.members.map((member) => compileTerm(member, resolve)));
    case 'name': {
      const meaning = resolve(expr.name);
      return meaning === null ? ANY_TERM : applyMeaning(meaning, expr.args, resolve);
    }
  }
}

function applyMeaning(meaning: Meaning, args: readonly TypeExpr[], resolve: Resolve): Term {
  switch (meaning.kind) {
    case 'term':
      return meaning.term;
    case 'class':
      return { kind: 'class', cls: meaning.cls, args: args.map((arg) => compileTerm(arg, resolve)) };
    case 'protocol':
      return { kind: 'protocol', name: meaning.name, args: args.map((arg) => compileTerm(arg, resolve)) };
    case 'form':
      return applyForm(meaning.form, args, resolve);
    case 'tuple':
      return tupleTerm(meaning.cls, args, resolve);
  }
}

function applyForm(form: Form, args: readonly TypeExpr[], resolve: Resolve): Term {
  const first = args[0];
  switch (form) {
    case 'Optional':
      return unionTerm([
        first === undefined ? ANY_TERM : compileTerm(first, resolve),
        { kind: 'scalar', accepts: Bit.none, gives: Bit.none },
      ]);
    case 'Union':
      return args.length === 0 ? ANY_TERM : unionTerm(args.map((arg) => compileTerm(arg, resolve)));
    case 'first': // Final[int], ClassVar[int], Annotated[int, ...]
      return first === undefined ? ANY_TERM : compileTerm(first, resolve);
    case 'type':
      return { kind: 'class-object', of: first === undefined ? ANY_TERM : compileTerm(first, resolve) };
    case 'Callable': {
      const params = first?.kind === 'list' ? first.items.map((item) => compileTerm(item, resolve)) : null;
      return {
        kind: 'callable',
        params,
        returns: args[1] === undefined ? ANY_TERM : compileTerm(args[1], resolve),
      };
    }
  }
}

/** `tuple[int, str]` has elements; `tuple[int, ...]` and bare `tuple` are of unknown length. */
function tupleTerm(cls: BuiltinClass, args: readonly TypeExpr[], resolve: Resolve): Term {
  const first = args[0];
  if (first === undefined) return { kind: 'class', cls, args: [] };
  if (args[1]?.kind === 'ellipsis') return { kind: 'class', cls, args: [compileTerm(first, resolve)] };
  if (first.kind === 'list') return { kind: 'tuple', elems: [] }; // tuple[()]
  return { kind: 'tuple', elems: args.map((arg) => compileTerm(arg, resolve)) };
}

/** A union, flattened; scalars are put together. */
export function unionTerm(members: readonly Term[]): Term {
  const flat: Term[] = [];
  let accepts = 0;
  let gives = 0;
  for (const member of members) {
    for (const term of member.kind === 'union' ? member.members : [member]) {
      if (term.kind === 'any' || term.kind === 'object') return term;
      if (term.kind === 'scalar') {
        accepts |= term.accepts;
        gives |= term.gives;
      } else flat.push(term);
    }
  }
  if (accepts !== 0 || gives !== 0) flat.push({ kind: 'scalar', accepts, gives });
  return flat.length === 1 ? flat[0]! : { kind: 'union', members: flat };
}

/** One parameter of a builtin. */
export interface SignatureParam {
  readonly name: string;
  readonly term: Term;
  readonly how: ParamExpr['how'];
  readonly required: boolean;
  /** Whether it is None when left out, which a type variable in its place then stands for. */
  readonly noneByDefault: boolean;
}

export interface Signature {
  readonly params: readonly SignatureParam[];
  readonly returns: Term;
}

export function compileSignature(expr: SignatureExpr, resolve: Resolve): Signature {
  const params = expr.params.map((param) => ({
    name: param.name,
    term: compileTerm(param.type, resolve),
    how: param.how,
    required: param.default === null && param.how !== 'star' && param.how !== 'double-star',
    noneByDefault: param.default === 'None',
  }));
  return { params, returns: compileTerm(expr.returns, resolve) };
}

/** Whether a term says everything about a value, so that a function can be analysed by it alone. */
export function isClosed(term: Term): boolean {
  switch (term.kind) {
    case 'scalar':
    case 'instance':
      return true;
    case 'object':
    case 'any':
    case 'var':
    case 'protocol':
    case 'callable':
    case 'class-object':
      return false;
    case 'class':
      return term.args.length === term.cls.params.length && term.args.every(isClosed);
    case 'tuple':
      return term.elems.every(isClosed);
    case 'union':
      return term.members.every(isClosed);
  }
}
