// Variables: what a name is where it is read, and what assigning it does to the state of the flow.
// Source: the Python 3.11 language reference, section 4.2 (naming and binding).
import type { Name, Node } from '../../ast.ts';
import type { Cell } from '../entities.ts';
import { forgetVariable, setFact } from '../env.ts';
import type { Inference } from '../inference.ts';
import type { Frame, Layout, LoopScope } from '../layout.ts';
import { Bindings, give } from '../match.ts';
import { builtinClass, isTypingName, moduleMember } from '../registry.ts';
import { Bit, NEVER, STR, isNever, partType, scalar, type Type } from '../type.ts';

/** Where a name leads from where it stands. */
export interface Place {
  readonly frame: Frame;
  readonly slot: number;
  /** It is a variable of the frame being analysed, whose type the flow knows. */
  readonly own: boolean;
}

/** Finds a variable by Python's rules; null if only a builtin can be meant. */
export function resolve(cx: Inference, name: string): Place | null {
  const { frame } = cx;
  const own = slotIn(frame, frame.loops, name);
  if (own !== null) return { frame, slot: own, own: true };
  if (frame.layout.outside.get(name) === 'global') return inModule(cx, name);
  let loops = frame.outerLoops;
  let immediate = frame.immediate;
  for (let outer = frame.outer; outer !== null; outer = outer.outer) {
    const isClass = outer.layout.node.kind === 'ClassDef';
    const slot = isClass ? null : slotIn(outer, loops, name);
    if (slot !== null) return { frame: outer, slot, own: immediate };
    if (!isClass && outer.layout.outside.get(name) === 'global') return inModule(cx, name);
    immediate &&= outer.immediate;
    loops = outer.outerLoops;
  }
  return null;
}

function slotIn(frame: Frame, loops: LoopScope | null, name: string): number | null {
  for (let scope = loops; scope !== null; scope = scope.outer) {
    const slot = scope.names.get(name);
    if (slot !== undefined) return slot;
  }
  return frame.layout.index.get(name) ?? null;
}

function inModule(cx: Inference, name: string): Place | null {
  const slot = cx.module.layout.index.get(name);
  return slot === undefined ? null : { frame: cx.module, slot, own: cx.frame === cx.module };
}

/** The cell of all that a variable may ever be. */
export function variableCell(cx: Inference, frame: Frame, slot: number): Cell {
  return (frame.variables[slot] ??= cx.lattice.cell(NEVER));
}

export function readName(cx: Inference, node: Name): Type {
  const { frame } = cx;
  if (frame.loops === null) {
    // The usual case first: a variable of this function that only it assigns.
    const slot = frame.layout.index.get(node.id);
    if (slot !== undefined && !frame.layout.shared[slot]) {
      const type = frame.env!.vars[slot]!;
      return isNever(type) ? unassigned(cx, node, frame, slot) : type;
    }
  }
  const place = resolve(cx, node.id);
  if (place === null) return builtinValue(cx, node);
  return readPlace(cx, node, place);
}

function readPlace(cx: Inference, node: Name, { frame, slot, own }: Place): Type {
  if (own && !frame.layout.shared[slot]) {
    const type = frame.env?.vars[slot] ?? NEVER;
    if (frame === cx.frame || !isNever(type)) return isNever(type) ? unassigned(cx, node, frame, slot) : type;
  }
  const fact = cx.frame.env?.facts?.get(pathRoot(cx, frame, slot));
  if (fact !== undefined) return fact;
  const type = cx.lattice.read(variableCell(cx, frame, slot));
  return isNever(type) ? unassigned(cx, node, frame, slot) : type;
}

/** Module and class level fall back to builtins until a name is assigned; elsewhere it is an error by then. */
function unassigned(cx: Inference, node: Name, frame: Frame, slot: number): Type {
  if (frame.layout.node.kind === 'ClassDef' && frame === cx.frame) {
    const saved = { loops: frame.loops };
    const outer = resolveOutside(cx, node.id);
    frame.loops = saved.loops;
    if (outer !== null) return readPlace(cx, node, outer);
  }
  if (frame.layout.node.kind === 'Module' || frame.layout.node.kind === 'ClassDef') {
    const cell = frame.variables[slot];
    const everAssigned = cell !== undefined && !isNever(cx.lattice.read(cell));
    const builtin = everAssigned ? NEVER : builtinOf(node.id);
    if (builtin !== null) return builtin;
  }
  return NEVER;
}

/** As resolve, but from the frame around this one. */
function resolveOutside(cx: Inference, name: string): Place | null {
  const { frame } = cx;
  let loops = frame.outerLoops;
  for (let outer = frame.outer; outer !== null; outer = outer.outer) {
    const slot = outer.layout.node.kind === 'ClassDef' ? null : slotIn(outer, loops, name);
    if (slot !== null) return { frame: outer, slot, own: frame.immediate && outer === frame.outer };
    loops = outer.outerLoops;
  }
  return null;
}

function builtinValue(cx: Inference, node: Name): Type {
  return builtinOf(node.id) ?? cx.unknown(node, `the checker does not know the name ${node.id}`);
}

const builtinTypes = new Map<string, Type | null>();

/** The type of a builtin by name. */
export function builtinOf(name: string): Type | null {
  let type = builtinTypes.get(name);
  if (type === undefined) {
    type = findBuiltin(name);
    builtinTypes.set(name, type);
  }
  return type;
}

/** Classes of the table that are builtins; the others must be imported. */
const IMPORTED =
  /^(chain|deque|defaultdict|OrderedDict|Counter|Pattern|Match|Iterator|Generator|dict_\w+|NoneType|ellipsis|partial|Enum|IntEnum|Flag|ABC|Generic|Protocol|NamedTuple)$/;

function findBuiltin(name: string): Type | null {
  if (name === 'NotImplemented') return scalar(Bit.notImplemented);
  if (name === 'Ellipsis') return scalar(Bit.ellipsis);
  if (name === '__name__') return STR;
  const member = moduleMember('builtins', name);
  if (member?.kind === 'function') return partType({ kind: 'builtin', fn: member.fn });
  const cls = IMPORTED.test(name) ? null : builtinClass(name);
  return cls === null ? null : partType({ kind: 'builtin-class', cls });
}

/** What importing a name from a module of the table gives; null when the table has no such name. */
export function importedValue(cx: Inference, module: string, name: string, node: Node): Type | null {
  const member = moduleMember(module, name);
  if (member?.kind === 'function') return partType({ kind: 'builtin', fn: member.fn });
  if (member?.kind === 'value') return give(cx, member.term, new Bindings(), node);
  const holder = CLASS_MODULES.get(name);
  if (holder !== undefined && holder.includes(module)) {
    return partType({ kind: 'builtin-class', cls: builtinClass(name)! });
  }
  const full = `${module}.${name}`;
  const isTyping = (module === 'typing' || module === 'collections.abc') && isTypingName(name);
  return isTyping || FORMS.has(full) ? partType({ kind: 'form', name: full, term: null }) : null;
}

const CLASS_MODULES: ReadonlyMap<string, readonly string[]> = new Map([
  ['chain', ['itertools']],
  ['deque', ['collections']],
  ['defaultdict', ['collections']],
  ['OrderedDict', ['collections', 'typing']],
  ['Counter', ['collections', 'typing']],
  ['Pattern', ['re', 'typing']],
  ['Match', ['re', 'typing']],
]);

/** What the checker knows by name: decorators, makers of classes, bases of classes. */
const FORMS: ReadonlySet<string> = new Set([
  'dataclasses.dataclass',
  'dataclasses.field',
  'functools.lru_cache',
  'functools.cache',
  'functools.cached_property',
  'functools.total_ordering',
  'abc.abstractmethod',
  'abc.ABC',
  'enum.auto',
  'enum.unique',
  'enum.Enum',
  'enum.IntEnum',
  'collections.namedtuple',
  'typing.final',
  'typing.Generic',
  'typing.NamedTuple',
  'typing.Protocol',
  'typing.TypeVar',
  '__future__.annotations',
]);

// ---- assigning -------------------------------------------------------------------------------------

export function assignName(cx: Inference, name: string, type: Type): void {
  const { frame } = cx;
  const place = frame.loops === null && frame.layout.outside.size === 0 ? null : resolve(cx, name);
  const slot = place === null ? frame.layout.index.get(name) : place.slot;
  if (slot === undefined) return;
  assignSlot(cx, place === null ? frame : place.frame, slot, type);
}

/** Assigns a variable of this frame or of one around it. */
export function assignSlot(cx: Inference, frame: Frame, slot: number, type: Type): void {
  const { layout } = frame;
  if (cx.recorded !== null) recordVariable(cx, layout, slot, type);
  if (frame === cx.frame) {
    frame.env!.vars[slot] = type;
    for (const state of frame.handlers) {
      state.vars[slot] = cx.lattice.join(state.vars[slot] ?? NEVER, type);
    }
  }
  if (frame !== cx.frame || layout.captured[slot] || layout.shared[slot] || slot >= layout.index.size) {
    cx.lattice.widen(variableCell(cx, frame, slot), type);
  }
  const env = cx.frame.env!;
  if (env.facts === null && !layout.shared[slot]) return;
  const root = pathRoot(cx, frame, slot);
  forgetVariable(env, root);
  if (layout.shared[slot]) setFact(env, root, type);
}

/** Writes down what a variable is assigned, in the recording pass. */
function recordVariable(cx: Inference, layout: Layout, slot: number, type: Type): void {
  const blocks = cx.recorded!.variables;
  let names = blocks.get(layout.node);
  if (names === undefined) {
    names = new Map();
    blocks.set(layout.node, names);
  }
  for (const [name, at] of layout.index) {
    if (at === slot) names.set(name, cx.lattice.join(names.get(name) ?? NEVER, type));
  }
}

/** How a variable is named in paths. */
export function pathRoot(cx: Inference, frame: Frame, slot: number): string {
  if (frame === cx.frame) return String(slot);
  let distance = 1;
  for (let outer = cx.frame.outer; outer !== null && outer !== frame; outer = outer.outer) distance++;
  return `^${distance}:${slot}`;
}
