// Gives the table of builtins its structure: classes, functions and modules by name, each parsed when it
// is first asked for. The table itself is text, in table/. Knows nothing of programs.
import type { BuiltinClass, BuiltinFunction, Member } from './entities.ts';
import { CLASSES } from './table/classes.ts';
import { COLLECTIONS } from './table/collections.ts';
import { EXCEPTIONS } from './table/exceptions.ts';
import { FUNCTIONS } from './table/functions.ts';
import { MODULES } from './table/modules.ts';
import { STRINGS } from './table/strings.ts';
import { COMMON_MEANINGS, compileSignature, compileTerm, type Meaning, type Resolve } from './terms.ts';
import { readSignature, readType } from './type-text.ts';
import { Bit, INT_LIKE } from './type.ts';

/** A block of the table: its heading's words and its lines by name. */
interface Block {
  readonly heading: string;
  readonly rows: Map<string, string[]>;
}

/** Cuts a table into blocks. A heading starts with `class` or `module`; a row is `name: text`. */
function readBlocks(table: string, into: Map<string, Block>): void {
  let rows = new Map<string, string[]>();
  for (const line of table.split('\n')) {
    const heading = /^(?:class|module) ([\w.]+)/.exec(line);
    if (heading !== null) {
      rows = new Map();
      into.set(heading[1]!, { heading: line, rows });
      continue;
    }
    const row = /^(\w+): (.+)$/.exec(line);
    if (row === null) continue;
    const known = rows.get(row[1]!);
    if (known === undefined) rows.set(row[1]!, [row[2]!]);
    else known.push(row[2]!);
  }
}

const classBlocks = new Map<string, Block>();
const moduleBlocks = new Map<string, Block>();
for (const table of [CLASSES, STRINGS, COLLECTIONS, EXCEPTIONS]) readBlocks(table, classBlocks);
for (const table of [FUNCTIONS, MODULES]) readBlocks(table, moduleBlocks);

const HEADING = /^class ([\w.]+)(?:\[([\w, ]+)\])?(?: (mutable))?(?: (hashed))?(?: < (\w+))?$/;
const classes = new Map<string, BuiltinClass | null>();

/** The builtin class of that name, or null. Names are those of Python: `list`, `ValueError`, `deque`. */
export function builtinClass(name: string): BuiltinClass | null {
  const known = classes.get(name);
  if (known !== undefined) return known;
  const block = classBlocks.get(name);
  const heading = block === undefined ? null : HEADING.exec(block.heading);
  if (block !== undefined && heading === null) throw new Error(`malformed heading: ${block.heading}`);
  const cls = block === undefined || heading === null ? null : makeClass(block, heading);
  classes.set(name, cls);
  return cls;
}

/** A class that the table is known to have. */
export function knownClass(name: string): BuiltinClass {
  const cls = builtinClass(name);
  if (cls === null) throw new Error(`the table has no class ${name}`);
  return cls;
}

function makeClass(block: Block, heading: RegExpExecArray): BuiltinClass {
  const [, name, params, mutable, hashed, baseName] = heading;
  const base = baseName === undefined ? null : knownClass(baseName);
  const members = new Map<string, Member | null>();
  const cls: BuiltinClass = {
    name: name!,
    params: params === undefined ? [] : params.split(', '),
    mutable: mutable !== undefined,
    hashable: (mutable === undefined || name === 'Generator') && name !== 'slice',
    hashed: hashed !== undefined,
    base,
    member(key) {
      let member = members.get(key);
      if (member === undefined) {
        member = readMember(block, key, `${name}.${key}`, cls) ?? base?.member(key) ?? null;
        members.set(key, member);
      }
      return member;
    },
  };
  return cls;
}

function readMember(block: Block, key: string, fullName: string, owner: BuiltinClass | null): Member | null {
  const texts = block.rows.get(key);
  if (texts === undefined) return null;
  const isStatic = texts[0]!.startsWith('static ');
  if (!isStatic && !texts[0]!.startsWith('('))
    return { kind: 'value', term: compileTerm(readType(texts[0]!), resolveInTable) };
  const signatures = texts.map((text) => readSignature(isStatic ? text.slice('static '.length) : text));
  const fn: BuiltinFunction = {
    name: fullName,
    overloads: signatures.map((signature) => compileSignature(signature, resolveInTable)),
    special: signatures.find((signature) => signature.special !== null)?.special ?? null,
    detail: null,
    owner: isStatic || key === '__new__' ? null : owner,
  };
  return { kind: 'function', fn, static: isStatic };
}

const moduleMembers = new Map<string, Member | null>();

/** What a module of the table has by that name, or null. */
export function moduleMember(module: string, name: string): Member | null {
  const full = `${module}.${name}`;
  let member = moduleMembers.get(full);
  if (member === undefined) {
    const block = moduleBlocks.get(module);
    const shown = module === 'builtins' ? name : full;
    member = block === undefined ? null : readMember(block, name, shown, null);
    moduleMembers.set(full, member);
  }
  return member;
}

export function isKnownModule(name: string): boolean {
  return moduleBlocks.has(name);
}

/** Every row of the table, for tests: all must parse. */
export function tableRows(): { block: string; name: string }[] {
  const rows: { block: string; name: string }[] = [];
  for (const [kind, blocks] of [
    ['class', classBlocks],
    ['module', moduleBlocks],
  ] as const) {
    for (const [block, { rows: names }] of blocks) {
      for (const name of names.keys()) rows.push({ block: `${kind} ${block}`, name });
    }
  }
  return rows;
}

const PROTOCOLS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['Iterable', { kind: 'protocol', name: 'Iterable' }],
  ['Sequence', { kind: 'protocol', name: 'Sequence' }],
  ['Mapping', { kind: 'protocol', name: 'Mapping' }],
  ['Sized', { kind: 'protocol', name: 'Sized' }],
  ['Hashable', { kind: 'protocol', name: 'Hashable' }],
  ['Comparable', { kind: 'protocol', name: 'Comparable' }],
  ['Index', { kind: 'protocol', name: 'Index' }],
]);

/** What the names of typing and collections.abc mean in an annotation. */
const TYPING: ReadonlyMap<string, Meaning | string> = new Map<string, Meaning | string>([
  ...PROTOCOLS,
  ['Iterator', { kind: 'protocol', name: 'Iterator' }],
  ['Generator', { kind: 'protocol', name: 'Iterator' }],
  ['Collection', { kind: 'protocol', name: 'Iterable' }],
  ['Reversible', { kind: 'protocol', name: 'Iterable' }],
  ['Container', { kind: 'term', term: { kind: 'any' } }],
  ['MutableSequence', { kind: 'protocol', name: 'Sequence' }],
  ['MutableMapping', { kind: 'protocol', name: 'Mapping' }],
  ['AbstractSet', { kind: 'protocol', name: 'Iterable' }],
  ['MutableSet', { kind: 'protocol', name: 'Iterable' }],
  ['SupportsIndex', { kind: 'protocol', name: 'Index' }],
  ['Any', { kind: 'term', term: { kind: 'any' } }],
  ['Optional', { kind: 'form', form: 'Optional' }],
  ['Union', { kind: 'form', form: 'Union' }],
  ['Callable', { kind: 'form', form: 'Callable' }],
  ['NoReturn', { kind: 'term', term: { kind: 'scalar', accepts: 0, gives: 0 } }],
  ['Never', { kind: 'term', term: { kind: 'scalar', accepts: 0, gives: 0 } }],
  ['Final', { kind: 'form', form: 'first' }],
  ['ClassVar', { kind: 'form', form: 'first' }],
  ['Annotated', { kind: 'form', form: 'first' }],
  ['Type', { kind: 'form', form: 'type' }],
  ['List', 'list'],
  ['Dict', 'dict'],
  ['Set', 'set'],
  ['FrozenSet', 'frozenset'],
  ['Tuple', 'tuple'],
  ['Text', 'str'],
  ['Deque', 'deque'],
  ['DefaultDict', 'defaultdict'],
  ['OrderedDict', 'OrderedDict'],
  ['Counter', 'Counter'],
  ['Pattern', 'Pattern'],
  ['Match', 'Match'],
]);

/** What a name imported from `typing` or `collections.abc` means in an annotation, or null. */
export function typingMeaning(name: string): Meaning | null {
  const meaning = TYPING.get(name);
  return typeof meaning === 'string' ? builtinMeaning(meaning) : (meaning ?? null);
}

/** Whether the checker knows the name as one of typing's. */
export function isTypingName(name: string): boolean {
  return TYPING.has(name);
}

/** What a name that the program does not define means in an annotation, or null. */
export function builtinMeaning(name: string): Meaning | null {
  const common = COMMON_MEANINGS.get(name);
  if (common !== undefined) return common;
  const cls = builtinClass(name);
  if (cls === null) return null;
  return name === 'tuple' ? { kind: 'tuple', cls } : { kind: 'class', cls };
}

/** Names that the table has for itself. */
const TABLE_NAMES: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['nat', { kind: 'term', term: { kind: 'scalar', accepts: INT_LIKE, gives: Bit.nat } }],
  ['Never', { kind: 'term', term: { kind: 'scalar', accepts: 0, gives: 0 } }],
]);

/** In the table a single capital is a type variable, and so is Self. */
const resolveInTable: Resolve = (name) => {
  if (/^([A-Z]|Self)$/.test(name)) return { kind: 'term', term: { kind: 'var', name } };
  const meaning = TABLE_NAMES.get(name) ?? PROTOCOLS.get(name) ?? builtinMeaning(name) ?? TYPING.get(name);
  if (meaning === undefined || meaning === null || typeof meaning === 'string') {
    throw new Error(`the table uses an unknown name: ${name}`);
  }
  return meaning;
};
