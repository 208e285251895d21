// Which attributes an instance has for certain once it is made, read off the text of `__init__`: those that
// every way through it assigns. And where it might look at one too early.
// Knows syntax and the classes, not the flow of types.
import type { Expr, FunctionDef, Node, Stmt } from '../../ast.ts';
import type { UserClass } from '../entities.ts';
import type { Inference } from '../inference.ts';
import { forEachChild } from '../../visit.ts';

/** A place in a constructor that may run before an attribute is there. */
export interface Risk {
  readonly node: Node;
  readonly reason: string;
}

interface Construction {
  readonly definite: ReadonlySet<string>;
  readonly risks: readonly Risk[];
}

/** Whether an instance of the class may be without the attribute. */
export function mayLack(cx: Inference, cls: UserClass, name: string): boolean {
  if (cls.opaque) return false;
  if (
    cls.style !== 'plain' &&
    cls.fields.some((field) => field.name === name && (field.init || field.hasDefault))
  ) {
    return false;
  }
  return !construction(cx, cls).definite.has(name);
}

/** Where the constructor of a class may look at what it has not assigned yet. */
export function constructionRisks(cx: Inference, cls: UserClass): readonly Risk[] {
  return construction(cx, cls).risks;
}

function construction(cx: Inference, cls: UserClass): Construction {
  let known = cx.constructions.get(cls) as Construction | undefined;
  if (known === undefined) {
    known = readConstruction(cx, cls);
    cx.constructions.set(cls, known);
  }
  return known;
}

const CONSTRUCTORS = ['__init__', '__post_init__'];

function readConstruction(cx: Inference, cls: UserClass): Construction {
  for (const name of CONSTRUCTORS) {
    const found = methodOf(cx, cls, name, 0);
    if (found === null) continue;
    const first = new Walk(cx, cls, null);
    const definite = first.method(found, new Set());
    const second = new Walk(cx, cls, definite);
    second.method(found, new Set());
    return { definite, risks: second.risks };
  }
  return { definite: new Set(), risks: [] };
}

interface Method {
  readonly node: FunctionDef;
  /** Where its class stands in the mro. */
  readonly at: number;
}

/** The method that a name leads to, from a place in the mro on. */
function methodOf(cx: Inference, cls: UserClass, name: string, from: number): Method | null {
  for (let at = from; at < cls.mro.length; at++) {
    const cell = cls.mro[at]!.members.get(name);
    if (cell === undefined) continue;
    const { parts } = cx.lattice.peek(cell);
    const part = parts.length === 1 ? parts[0]! : null;
    return part?.kind === 'function' && part.closure.node.kind === 'FunctionDef'
      ? { node: part.closure.node, at }
      : null;
  }
  return null;
}

const MAX_DEPTH = 6;

/** Walks a constructor in the order of its execution, keeping the set of attributes assigned so far. */
class Walk {
  readonly risks: Risk[] = [];
  private self = '';
  private at = 0;
  private depth = 0;
  /** States in which the method returns early. */
  private returned: Set<string> | null = null;
  private readonly cx: Inference;
  private readonly cls: UserClass;
  private readonly definite: ReadonlySet<string> | null;

  /** @param definite what is there in the end; null while that is being found out */
  constructor(cx: Inference, cls: UserClass, definite: ReadonlySet<string> | null) {
    this.cx = cx;
    this.cls = cls;
    this.definite = definite;
  }

  /** Runs a method on `self`; adds to the set what it assigns on every way through. */
  method({ node, at }: Method, assigned: Set<string>): Set<string> {
    const param = node.params.posonly[0] ?? node.params.args[0];
    if (param === undefined || this.depth > MAX_DEPTH) return assigned;
    const saved = { self: this.self, at: this.at, returned: this.returned };
    this.self = param.name;
    this.at = at;
    this.returned = null;
    this.depth++;
    const end = this.block(node.body, new Set(assigned));
    const returned = this.returned as Set<string> | null;
    const all = end === null ? returned : returned === null ? end : intersection(end, returned);
    Object.assign(this, saved);
    this.depth--;
    // A method that never returns leaves nothing to complain of.
    for (const name of all ?? []) assigned.add(name);
    return assigned;
  }

  /** The state after the statements; null if they never end. */
  private block(body: readonly Stmt[], assigned: Set<string>): Set<string> | null {
    let state: Set<string> | null = assigned;
    for (const node of body) {
      if (state === null) return null;
      state = this.statement(node, state);
    }
    return state;
  }

  private statement(node: Stmt, state: Set<string>): Set<string> | null {
    switch (node.kind) {
      case 'Assign':
        this.expression(node.value, state);
        for (const target of node.targets) this.target(target, state);
        return state;
      case 'AnnAssign':
        if (node.value !== null) {
          this.expression(node.value, state);
          this.target(node.target, state);
        }
        return state;
      case 'If': {
        this.expression(node.test, state);
        const yes = this.block(node.body, new Set(state));
        const no = this.block(node.orelse, new Set(state));
        return yes === null ? no : no === null ? yes : intersection(yes, no);
      }
      case 'Return':
        if (node.value !== null) this.expression(node.value, state);
        this.returned = this.returned === null ? state : intersection(this.returned, state);
        return null;
      case 'Raise':
        if (node.exc !== null) this.expression(node.exc, state);
        return null;
      case 'For':
        this.expression(node.iter, state);
        this.block(node.body, new Set(state));
        this.block(node.orelse, new Set(state));
        return state;
      case 'While':
        this.expression(node.test, state);
        this.block(node.body, new Set(state));
        this.block(node.orelse, new Set(state));
        return state;
      case 'Try': {
        this.block(node.body, new Set(state));
        for (const handler of node.handlers) this.block(handler.body, new Set(state));
        this.block(node.orelse, new Set(state));
        return this.block(node.finalbody, state);
      }
      case 'With':
      case 'Match':
        forEachChild(node, (child) => this.anything(child, state));
        return state;
      case 'FunctionDef':
      case 'ClassDef':
        // Its body runs later; a method object cannot run before the constructor hands it out.
        this.captured(node, state);
        return state;
      case 'Expr':
      case 'AugAssign':
      case 'Delete':
      case 'Assert':
        forEachChild(node, (child) => this.anything(child, state));
        return state;
      case 'Import':
      case 'ImportFrom':
      case 'Global':
      case 'Nonlocal':
      case 'Pass':
      case 'Break':
      case 'Continue':
        return state;
    }
  }

  private target(node: Expr, state: Set<string>): void {
    if (node.kind === 'Attribute' && this.isSelf(node.value))
      state.add(this.cx.mangledIn(this.cls, node.attr));
    else if (node.kind === 'Tuple' || node.kind === 'List')
      for (const elt of node.elts) this.target(elt, state);
    else if (node.kind !== 'Name') forEachChild(node, (child) => this.anything(child, state));
  }

  private isSelf(node: Expr): boolean {
    return node.kind === 'Name' && node.id === this.self;
  }

  private expression(node: Expr, state: Set<string>): void {
    this.anything(node, state);
  }

  /** Looks for uses of `self` below a node. */
  private anything(node: Node, state: Set<string>): void {
    if (node.kind === 'Name' && node.id === this.self) {
      this.escapes(node, state);
      return;
    }
    if (node.kind === 'Attribute' && this.isSelf(node.value)) {
      this.read(node, this.cx.mangledIn(this.cls, node.attr), state);
      return;
    }
    if (node.kind === 'Call') {
      this.call(node, state);
      return;
    }
    if (node.kind === 'Lambda') {
      this.captured(node, state);
      return;
    }
    forEachChild(node, (child) => this.anything(child, state));
  }

  private call(node: Extract<Expr, { kind: 'Call' }>, state: Set<string>): void {
    const { func } = node;
    const isInit = func.kind === 'Attribute' && func.attr === '__init__';
    const viaSuper =
      isInit &&
      func.value.kind === 'Call' &&
      func.value.func.kind === 'Name' &&
      func.value.func.id === 'super';
    const viaClass = isInit && node.args[0] !== undefined && this.isSelf(node.args[0]);
    const args = viaClass ? node.args.slice(1) : node.args;
    for (const arg of args) this.anything(arg, state);
    for (const keyword of node.keywords) this.anything(keyword.value, state);
    if (viaSuper) {
      const next = methodOf(this.cx, this.cls, '__init__', this.at + 1);
      if (next !== null) this.method(next, state);
    } else if (viaClass) {
      const at = this.cls.mro.findIndex((base) => func.value.kind === 'Name' && base.name === func.value.id);
      const next = at < 0 ? null : methodOf(this.cx, this.cls, '__init__', at);
      if (next !== null) this.method(next, state);
      else this.escapes(node, state);
    } else if (func.kind === 'Attribute' && this.isSelf(func.value)) {
      const next = methodOf(this.cx, this.cls, this.cx.mangledIn(this.cls, func.attr), 0);
      if (next !== null && this.depth <= MAX_DEPTH) this.method(next, state);
      else {
        this.read(func, this.cx.mangledIn(this.cls, func.attr), state);
        this.escapes(node, state);
      }
    } else this.anything(func, state);
  }

  private read(node: Node, name: string, state: ReadonlySet<string>): void {
    if (this.definite?.has(name) !== true || state.has(name)) return;
    if (this.cls.mro.some((base) => base.members.has(name))) {
      if (this.isProperty(name)) this.escapes(node, state);
      return;
    }
    this.risks.push({ node, reason: `${name} may be looked at before ${this.cls.name} has assigned it` });
  }

  private isProperty(name: string): boolean {
    const cell = this.cls.mro.find((base) => base.members.has(name))?.members.get(name);
    return cell !== undefined && this.cx.lattice.peek(cell).parts.some((part) => part.kind === 'wrapped');
  }

  /** `self` goes where it may be looked at, before all of it is there. */
  private escapes(node: Node, state: ReadonlySet<string>): void {
    if (this.definite === null) return;
    for (const name of this.definite) {
      if (state.has(name)) continue;
      this.risks.push({ node, reason: `${this.cls.name} is handed out before it has assigned ${name}` });
      return;
    }
  }

  /** A function that uses `self` may be called at any time from here on. */
  private captured(node: Node, state: ReadonlySet<string>): void {
    const uses = (child: Node): boolean => {
      if (child.kind === 'Name' && child.id === this.self) return true;
      let found = false;
      forEachChild(child, (inner) => {
        found ||= uses(inner);
      });
      return found;
    };
    if (uses(node)) this.escapes(node, state);
  }
}

function intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  const both = new Set<string>();
  for (const name of a) if (b.has(name)) both.add(name);
  return both;
}
