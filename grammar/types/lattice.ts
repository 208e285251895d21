// Joining of types, and the cells that hold what containers, attributes and captured variables may be.
// Every join keeps identity: it returns its first argument itself when the second adds nothing, which is
// how fixpoints notice that they are done. Knows nothing of programs.
import type { Cell } from './entities.ts';
import {
  ANY,
  Bit,
  NEVER,
  makeType,
  partDepth,
  scalar,
  type ContainerPart,
  type GenericPart,
  type Part,
  type TuplePart,
  type Type,
} from './type.ts';
import type { BuiltinClass } from './entities.ts';
import type { Term } from './terms.ts';

/** Containers of one class made at different places that a type tells apart, before they are merged. */
const MAX_SITES = 6;
/** Tuple lengths that a type tells apart, before it forgets lengths. */
const MAX_LENGTHS = 4;
const MAX_PARTS = 48;
const MAX_DEPTH = 7;

/** Thrown when the budget of the analysis is spent; the program is then gradual as a whole. */
export class GaveUp extends Error {
  override name = 'GaveUp';
}

/** Hears of what a join cannot report itself, not knowing the program. */
export interface LatticeListener {
  /** A cell under an annotation grew; `added` is what came in. */
  grew(bounds: readonly Term[], added: Type): void;
  /** A type was cut down to Any. */
  overflow(reason: string): void;
}

export class Lattice {
  /** Passes are counted from 1; cells remember the pass that last read them. */
  pass = 1;
  /** A cell grew after being read in this pass. */
  changed = false;
  fuel: number;
  /** Reading is looking only. */
  isQuiet = false;
  private ids = 0;
  private readonly listener: LatticeListener;
  private readonly tupleClass: BuiltinClass;

  constructor(fuel: number, tupleClass: BuiltinClass, listener: LatticeListener) {
    this.fuel = fuel;
    this.tupleClass = tupleClass;
    this.listener = listener;
  }

  /** A number never given before, for keys. */
  id(): number {
    return this.ids++;
  }

  /** @throws GaveUp when the budget is spent */
  spend(amount: number): void {
    this.fuel -= amount;
    if (this.fuel < 0) throw new GaveUp('the program is too large to infer types for');
  }

  // ---- cells -------------------------------------------------------------------------------------

  cell(type: Type): Cell {
    return { type, parent: null, readAt: 0, bounds: null, id: this.ids++ };
  }

  find(cell: Cell): Cell {
    let root = cell;
    while (root.parent !== null) root = root.parent;
    if (cell.parent !== null && cell.parent !== root) cell.parent = root;
    return root;
  }

  /** What a cell holds, remembering that somebody has relied on it. */
  read(cell: Cell): Type {
    const root = this.find(cell);
    if (!this.isQuiet) root.readAt = this.pass;
    return root.type;
  }

  /** What a cell holds, for looking without relying on it. */
  peek(cell: Cell): Type {
    return this.find(cell).type;
  }

  /** Puts a value into a container: containers that meet inside one are merged. */
  grow(cell: Cell, type: Type): void {
    this.add(cell, type, true);
  }

  /** Adds to what a variable, attribute or result may be; containers that meet there stay apart. */
  widen(cell: Cell, type: Type): void {
    this.add(cell, type, false);
  }

  private add(cell: Cell, type: Type, merge: boolean): void {
    for (;;) {
      const root = this.find(cell);
      const before = root.type;
      if (before === type) return;
      const after = this.join(before, type, merge);
      if (this.find(root) !== root || root.type !== before) continue; // a merge inside reached this very cell
      if (after === before) return;
      root.type = after;
      if (root.readAt === this.pass) this.changed = true;
      if (root.bounds !== null) this.listener.grew(root.bounds, type);
      return;
    }
  }

  /** Makes two cells one. */
  unify(left: Cell, right: Cell): void {
    const a = this.find(left);
    const b = this.find(right);
    if (a === b) return;
    this.spend(1);
    const [fromA, fromB] = [a.type, b.type];
    b.parent = a;
    if (b.bounds !== null) a.bounds = a.bounds === null ? b.bounds : [...a.bounds, ...b.bounds];
    if (b.readAt === this.pass && this.join(fromB, fromA, false) !== fromB) this.changed = true;
    this.grow(a, fromB);
    const root = this.find(a);
    if (b.bounds !== null && fromA !== fromB) this.listener.grew(b.bounds, fromA);
    if (b.readAt > root.readAt) root.readAt = b.readAt;
  }

  // ---- joins -------------------------------------------------------------------------------------

  /** The union of two types. With `merge`, containers of one class become one container. */
  join(a: Type, b: Type, merge = false): Type {
    if (a === b) return a;
    const mask = a.mask | b.mask;
    if ((mask & Bit.any) !== 0) return ANY;
    if (b.parts.length === 0) {
      if (mask === a.mask) return a;
      return a.parts.length === 0 ? scalar(mask) : { mask, parts: a.parts, depth: a.depth };
    }
    if (a.parts.length === 0) {
      return mask === b.mask ? b : { mask, parts: b.parts, depth: b.depth };
    }
    this.spend(1);
    let parts = a.parts;
    for (const part of b.parts) parts = this.withPart(parts, part, merge);
    if (parts === a.parts) return mask === a.mask ? a : { mask, parts, depth: a.depth };
    if (parts.length > MAX_PARTS) return this.overflow('too many kinds of value meet here');
    return this.bounded(makeType(mask, parts));
  }

  joinAll(types: readonly Type[]): Type {
    let all = NEVER;
    for (const type of types) all = this.join(all, type);
    return all;
  }

  /** The type itself, or Any if it nests too deep. */
  bounded(type: Type): Type {
    return type.depth > MAX_DEPTH ? this.overflow('the type nests too deep') : type;
  }

  private overflow(reason: string): Type {
    this.listener.overflow(reason);
    return ANY;
  }

  /** Whether `b` adds nothing to `a`. */
  includes(a: Type, b: Type): boolean {
    return this.join(a, b) === a;
  }

  private withPart(parts: readonly Part[], part: Part, merge: boolean): readonly Part[] {
    switch (part.kind) {
      case 'container':
        return this.withContainer(parts, part, merge);
      case 'tuple':
        return this.withTuple(parts, part, merge);
      case 'generic':
        return this.withGeneric(parts, part, merge);
      case 'instance':
      case 'class':
        return parts.some((p) => p.kind === part.kind && p.cls === part.cls) ? parts : [...parts, part];
      case 'builtin-class':
        return parts.some((p) => p.kind === 'builtin-class' && p.cls === part.cls) ? parts : [...parts, part];
      case 'function':
        return parts.some((p) => p.kind === 'function' && p.closure === part.closure)
          ? parts
          : [...parts, part];
      case 'builtin':
        return parts.some((p) => p.kind === 'builtin' && p.fn === part.fn) ? parts : [...parts, part];
      case 'module':
        return parts.some((p) => p.kind === 'module' && p.name === part.name) ? parts : [...parts, part];
      case 'form':
        return parts.some((p) => p.kind === 'form' && p.name === part.name && p.term === part.term)
          ? parts
          : [...parts, part];
      case 'bound':
      case 'wrapped':
      case 'super':
      case 'callable':
        return this.withWrapper(parts, part);
    }
  }

  private withContainer(parts: readonly Part[], part: ContainerPart, merge: boolean): readonly Part[] {
    let first: ContainerPart | null = null;
    let sites = 0;
    for (const p of parts) {
      if (p.kind !== 'container' || p.cls !== part.cls) continue;
      if (this.sameCells(p.cells, part.cells)) return parts;
      first ??= p;
      sites++;
    }
    if (first === null || (!merge && sites < MAX_SITES)) return [...parts, part];
    for (let i = 0; i < part.cells.length; i++) this.unify(first.cells[i]!, part.cells[i]!);
    return parts;
  }

  sameCells(a: readonly Cell[], b: readonly Cell[]): boolean {
    for (let i = 0; i < a.length; i++) if (this.find(a[i]!) !== this.find(b[i]!)) return false;
    return true;
  }

  private withTuple(parts: readonly Part[], part: TuplePart, merge: boolean): readonly Part[] {
    let lengths = 0;
    for (let i = 0; i < parts.length; i++) {
      const p = parts[i]!;
      if (p.kind === 'generic' && p.cls === this.tupleClass) {
        return this.withGeneric(parts, this.anyLength([part], merge), merge);
      }
      if (p.kind !== 'tuple') continue;
      lengths++;
      if (p.elems.length !== part.elems.length) continue;
      const elems = this.joinEach(p.elems, part.elems, merge);
      return elems === p.elems ? parts : replaced(parts, i, { kind: 'tuple', elems });
    }
    if (lengths < MAX_LENGTHS) return [...parts, part];
    return this.withGeneric(parts, this.anyLength([part], merge), merge);
  }

  /** Tuples whose length is forgotten. */
  private anyLength(tuples: readonly TuplePart[], merge: boolean): GenericPart {
    let elem = NEVER;
    for (const tuple of tuples) for (const e of tuple.elems) elem = this.join(elem, e, merge);
    return { kind: 'generic', cls: this.tupleClass, args: [elem] };
  }

  private withGeneric(parts: readonly Part[], part: GenericPart, merge: boolean): readonly Part[] {
    if (part.cls === this.tupleClass) {
      const fixed = parts.filter((p) => p.kind === 'tuple');
      if (fixed.length > 0) {
        const rest = parts.filter((p) => p.kind !== 'tuple');
        return this.withGeneric(this.withGeneric(rest, this.anyLength(fixed, merge), merge), part, merge);
      }
    }
    for (let i = 0; i < parts.length; i++) {
      const p = parts[i]!;
      if (p.kind !== 'generic' || p.cls !== part.cls) continue;
      const args = this.joinEach(p.args, part.args, merge);
      return args === p.args ? parts : replaced(parts, i, { kind: 'generic', cls: p.cls, args });
    }
    return [...parts, part];
  }

  private withWrapper(parts: readonly Part[], part: Part): readonly Part[] {
    for (let i = 0; i < parts.length; i++) {
      const p = parts[i]!;
      if (p.kind === 'bound' && part.kind === 'bound' && p.args.length === part.args.length) {
        if (!this.includes(p.fn, part.fn)) continue;
        const args = this.joinEach(p.args, part.args, false);
        return args === p.args ? parts : replaced(parts, i, { kind: 'bound', fn: p.fn, args });
      }
      if (p.kind === 'wrapped' && part.kind === 'wrapped' && p.how === part.how) {
        const same = this.includes(p.fn, part.fn) && (p.setter ?? NEVER) === (part.setter ?? NEVER);
        if (same) return parts;
      }
      if (p.kind === 'super' && part.kind === 'super' && p.cls === part.cls) {
        const self = this.join(p.self, part.self);
        return self === p.self ? parts : replaced(parts, i, { kind: 'super', cls: p.cls, self });
      }
      if (p.kind === 'callable' && part.kind === 'callable' && p.params === null && part.params === null) {
        const returns = this.join(p.returns, part.returns);
        return returns === p.returns
          ? parts
          : replaced(parts, i, { kind: 'callable', params: null, returns });
      }
      if (p === part) return parts;
    }
    return [...parts, part];
  }

  private joinEach(a: readonly Type[], b: readonly Type[], merge: boolean): readonly Type[] {
    let result: Type[] | null = null;
    for (let i = 0; i < a.length; i++) {
      const joined = this.join(a[i]!, b[i]!, merge);
      if (result === null && joined !== a[i]) result = a.slice(0, i);
      result?.push(joined);
    }
    return result ?? a;
  }

  // ---- keys --------------------------------------------------------------------------------------

  /**
   * A text equal for types that a function may be analysed once for. Empty containers are told apart, as
   * what will be put in them is not known yet.
   */
  key(type: Type, depth = 0): string {
    let text = String(type.mask);
    for (const part of type.parts) text += `,${this.partKey(part, depth)}`;
    return text;
  }

  private partKey(part: Part, depth: number): string {
    this.spend(1);
    switch (part.kind) {
      case 'container': {
        const contents = part.cells.map((cell) => {
          const root = this.find(cell);
          const open = depth >= 3 || (root.type.mask === 0 && root.type.parts.length === 0);
          return open ? `#${root.id}` : this.key(root.type, depth + 1);
        });
        return `${part.cls.name}[${contents.join(';')}]`;
      }
      case 'generic':
        return `${part.cls.name}(${part.args.map((arg) => this.key(arg, depth)).join(';')})`;
      case 'tuple':
        return `(${part.elems.map((elem) => this.key(elem, depth)).join(';')})`;
      case 'instance':
        return `i${part.cls.id}`;
      case 'class':
        return `c${part.cls.id}`;
      case 'builtin-class':
        return `t${part.cls.name}`;
      case 'function':
        return `f${part.closure.id}`;
      case 'builtin':
        return `b${part.fn.name}`;
      case 'bound':
        return `${this.key(part.fn, depth)}<${part.args.map((arg) => this.key(arg, depth)).join(';')}>`;
      case 'wrapped':
        return `${part.how}<${this.key(part.fn, depth)}>`;
      case 'super':
        return `s${part.cls.id}`;
      case 'module':
        return `m${part.name}`;
      case 'callable':
        return `->${this.key(part.returns, depth)}`;
      case 'form':
        return `form${part.name}`;
    }
  }
}

function replaced(parts: readonly Part[], index: number, part: Part): readonly Part[] {
  const copy = [...parts];
  copy[index] = part;
  return copy;
}

/** Whether a part nests deeper than the lattice allows; for makers of parts. */
export function tooDeep(part: Part): boolean {
  return partDepth(part) > MAX_DEPTH;
}
