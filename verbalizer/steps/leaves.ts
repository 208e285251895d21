// What a call leaves changed when it is over: objects that it was given, variables of the module and of functions
// around it. Found by what was changed since the call began, so that a call which changes nothing costs nothing.
import type { Node } from '../../grammar/ast.ts';
import { children } from '../../grammar/index.ts';
import { HeapObject, type Value } from '../../interpreter/values/objects.ts';
import type { FrameState } from './frame.ts';
import type { Ends } from './long-texts.ts';
import type { Replay } from './replay.ts';
import { partsOf, shown } from './shown.ts';

/** Characters that a changed value takes at most. */
const ROOM = 100;
/** Objects looked at, within one argument, for something changed inside it. */
const MOST_INSIDE = 300;
/** And in a whole run: beyond it only what is changed itself is found. */
const MOST_LOOKS = 20_000_000;

/** Names and texts in turn. */
type Pairs = string[];

export class Leaves {
  private readonly replay: Replay;
  /** Changes so far, and the number of the last one by object and by outer variable. */
  private count = 0;
  private readonly objects = new WeakMap<HeapObject, number>();
  private readonly variables = new Map<string, { at: number; value: Value; ends: Ends | undefined }>();
  private readonly outer = new WeakMap<Node, ReadonlySet<string>>();
  private looks = 0;

  constructor(replay: Replay) {
    this.replay = replay;
  }

  /** A call begins. */
  begin(frame: FrameState, given: FrameState['given'], node: Node): void {
    frame.given = given;
    frame.mark = this.count;
    frame.outer = this.outerNames(node);
    for (const name of frame.outer) {
      const known = this.variables.get(name);
      if (known !== undefined) frame.keepLong(name, known.value, known.ends);
    }
  }

  /** An object changed. */
  changed(object: HeapObject): void {
    this.objects.set(object, ++this.count);
  }

  /** Something got a value in the frame, and has been told. */
  rebound(frame: FrameState, node: Node, value: Value): void {
    const target = node.kind === 'AugAssign' ? node.target : node;
    if (target.kind === 'Name' && frame.outer?.has(target.id) === true)
      this.variables.set(target.id, { at: ++this.count, value, ends: frame.longs?.get(target.id)?.ends });
  }

  /**
   * A call is over: what it leaves changed, by its own names and by those of its caller.
   * @param nameThere how the caller names an object, null when it has no name for it
   */
  end(
    frame: FrameState,
    nameThere: (object: HeapObject) => string | null,
  ): { own: Pairs; there: Pairs } | null {
    if (this.count === frame.mark) return null;
    const own: Pairs = [];
    const there: Pairs = [];
    const seen = new Set<Value>();
    for (const [name, value] of frame.given) {
      if (!(value instanceof HeapObject) || seen.has(value) || !this.isTouched(value, frame.mark)) continue;
      seen.add(value);
      const text = shown(value, ROOM);
      own.push(name, text);
      const known = nameThere(value);
      if (known !== null) there.push(known, text);
    }
    for (const [name, value] of this.replay.globals()) {
      const rebound = this.variables.get(name);
      const changed = rebound !== undefined && rebound.value === value && rebound.at > frame.mark;
      if (!changed && (!(value instanceof HeapObject) || seen.has(value))) continue;
      if (!changed && !this.isTouched(value as HeapObject, frame.mark)) continue;
      const text = shown(value, ROOM, changed ? rebound.ends : undefined);
      own.push(name, text);
      there.push(name, text);
    }
    this.around(frame, own, there);
    return own.length === 0 ? null : { own, there };
  }

  /** Variables of functions around, and not those of the function itself. */
  private around(frame: FrameState, own: Pairs, there: Pairs): void {
    for (const [name, { at, value, ends }] of this.variables) {
      if (at <= frame.mark || own.includes(name)) continue;
      if (frame.known.has(name) && frame.outer?.has(name) !== true) {
        this.variables.delete(name);
        continue;
      }
      const text = shown(value, ROOM, ends);
      own.push(name, text);
      there.push(name, text);
    }
  }

  private isTouched(value: HeapObject, mark: number): boolean {
    if ((this.objects.get(value) ?? 0) > mark) return true;
    let left = this.looks > MOST_LOOKS ? 0 : MOST_INSIDE;
    const seen = new Set<Value>([value]);
    const inside: Value[] = [value];
    for (let i = 0; i < inside.length && left > 0; i++) {
      for (const part of partsOf(inside[i] as HeapObject, left) ?? []) {
        left--;
        this.looks++;
        if (!(part instanceof HeapObject) || seen.has(part)) continue;
        if ((this.objects.get(part) ?? 0) > mark) return true;
        seen.add(part);
        inside.push(part);
      }
    }
    return false;
  }

  private outerNames(node: Node): ReadonlySet<string> {
    let names = this.outer.get(node);
    if (names === undefined) {
      const found = new Set<string>();
      if (node.kind === 'FunctionDef') for (const stmt of node.body) namesIn(stmt, found);
      this.outer.set(node, (names = found));
    }
    return names;
  }
}

/** Names that `global` and `nonlocal` statements declare, not those of functions inside. */
function namesIn(node: Node, found: Set<string>): void {
  if (node.kind === 'Global' || node.kind === 'Nonlocal') for (const name of node.names) found.add(name);
  else if (node.kind !== 'FunctionDef' && node.kind !== 'ClassDef')
    for (const child of children(node)) namesIn(child, found);
}
