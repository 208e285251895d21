// The state of the flow at a point of a function: the type of every slot, and what has been found out
// about attributes (`node.next` is not None). Joined where paths meet. Knows nothing of statements.
import type { Lattice } from './lattice.ts';
import { NEVER, type Type } from './type.ts';

export interface Env {
  /** By slot; Never where unassigned. */
  readonly vars: Type[];
  /**
   * By path such as `3.next` (slot 3): narrower types than the attribute's own, which hold until somebody
   * might have changed it. null when there are none, which is the usual case.
   */
  facts: Map<string, Type> | null;
}

export function freshEnv(size: number): Env {
  return { vars: new Array<Type>(size).fill(NEVER), facts: null };
}

export function copyEnv(env: Env): Env {
  return { vars: env.vars.slice(), facts: env.facts === null ? null : new Map(env.facts) };
}

/** The state after either path. null is a path that is never taken. Keeps the identity of `a` if it can. */
export function joinEnvs(lattice: Lattice, a: Env | null, b: Env | null): Env | null {
  if (a === null || a === b) return b;
  if (b === null) return a;
  let vars: Type[] | null = null;
  const size = Math.max(a.vars.length, b.vars.length);
  for (let i = 0; i < size; i++) {
    const before = a.vars[i] ?? NEVER;
    const joined = lattice.join(before, b.vars[i] ?? NEVER);
    if (joined !== before) vars ??= a.vars.slice();
    if (vars !== null) vars[i] = joined;
  }
  const facts = joinFacts(lattice, a.facts, b.facts);
  return vars === null && facts === a.facts ? a : { vars: vars ?? a.vars.slice(), facts };
}

function joinFacts(
  lattice: Lattice,
  a: Map<string, Type> | null,
  b: Map<string, Type> | null,
): Map<string, Type> | null {
  if (a === null || b === null) return null;
  let same = true;
  const facts = new Map<string, Type>();
  for (const [path, type] of a) {
    const other = b.get(path);
    const joined = other === undefined ? null : lattice.join(type, other);
    if (joined !== type) same = false;
    if (joined !== null) facts.set(path, joined);
  }
  if (same) return a;
  return facts.size === 0 ? null : facts;
}

/** Forgets what was known of a variable's attributes, since it is another object now. */
export function forgetVariable(env: Env, root: string): void {
  if (env.facts === null) return;
  for (const path of env.facts.keys()) {
    if (path === root || path.startsWith(`${root}.`)) env.facts.delete(path);
  }
}

/** Forgets what was known of any object's attribute of that name, and of what lies behind it. */
export function forgetAttribute(env: Env, name: string): void {
  if (env.facts === null) return;
  for (const path of env.facts.keys()) {
    if (path.endsWith(`.${name}`) || path.includes(`.${name}.`)) env.facts.delete(path);
  }
}

export function setFact(env: Env, path: string, type: Type): void {
  (env.facts ??= new Map()).set(path, type);
}
