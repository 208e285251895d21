// The parts of a program shared by all its code objects while it is being compiled: the instruction array,
// constants, names. Knows nothing of syntax.
import type { Node } from '../../grammar/ast.ts';
import type { CodeObject, Program } from '../code.ts';
import { HeapObject, PyFloat, type Value } from '../values/objects.ts';
import { constantId } from '../values/shared.ts';
import { PyTuple } from '../values/tuple.ts';

/** Key under which equal constants share an entry: 1, 1.0, True and '1' are four constants, 0.0 and -0.0 two. */
function constKey(value: Value): string | null {
  if (value instanceof PyFloat) return `float ${Object.is(value.value, -0) ? '-0' : value.value}`;
  if (typeof value === 'object' && value !== null) return null;
  return `${typeof value} ${String(value)}`;
}

/** Interns strings: each gets the index at which it first came. */
class Interner {
  readonly items: string[] = [];
  private readonly indices = new Map<string, number>();

  indexOf(item: string): number {
    let index = this.indices.get(item);
    if (index === undefined) {
      index = this.items.push(item) - 1;
      this.indices.set(item, index);
    }
    return index;
  }
}

/** A program in the making. */
export class Pool {
  readonly code: number[] = [];
  readonly codes: CodeObject[] = [];
  readonly nodeAt: Node[] = [];
  readonly lineAt: number[] = [];
  /** Whether there is a `from m import *`. */
  starred = false;
  private readonly consts: Value[] = [];
  /** Objects among the constants and inside them. */
  private objects = 0;
  private readonly constIndices = new Map<string, number>();
  private readonly names = new Interner();
  private readonly keywordNames: (readonly string[])[] = [];

  constant(value: Value): number {
    const key = constKey(value);
    const known = key === null ? undefined : this.constIndices.get(key);
    if (known !== undefined) return known;
    this.share(value);
    const index = this.consts.push(value) - 1;
    if (key !== null) this.constIndices.set(key, index);
    return index;
  }

  /** All runs share the constants, so no run may number them. */
  private share(value: Value): void {
    if (!(value instanceof HeapObject) || value.id !== 0) return;
    value.id = constantId(this.objects++);
    if (value instanceof PyTuple) for (const item of value.items) this.share(item);
  }

  name(name: string): number {
    return this.names.indexOf(name);
  }

  keywords(names: readonly string[]): number {
    const key = names.join();
    const known = this.keywordNames.findIndex((other) => other.join() === key);
    return known >= 0 ? known : this.keywordNames.push(names) - 1;
  }

  finish(module: CodeObject, call: CodeObject | null): Program {
    return {
      code: new Int32Array(this.code),
      codes: this.codes,
      consts: this.consts,
      names: this.names.items,
      keywordNames: this.keywordNames,
      nodeAt: this.nodeAt,
      lineAt: new Int32Array(this.lineAt),
      starred: this.starred,
      module,
      call,
    };
  }
}
