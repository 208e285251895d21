// Watches the variables of frames along a walk and says what changed in one since it was asked last. A long list,
// dict or object is told by the few parts that changed. The cost of a look is bounded by what is shown of a value.
import { OPCODE_ROWS, Op } from '../../interpreter/opcodes.ts';
import type { CodeObject, Program } from '../../interpreter/code.ts';
import type { Cursor, CursorFrame } from '../../interpreter/trace/index.ts';
import { PyClass, PyInstance } from '../../interpreter/values/class.ts';
import { PyDict } from '../../interpreter/values/dict.ts';
import { PyFunction } from '../../interpreter/values/function.ts';
import { PyList } from '../../interpreter/values/list.ts';
import { PyModule } from '../../interpreter/values/module.ts';
import { HeapObject, PyFloat, type Value } from '../../interpreter/values/objects.ts';
import { InnerChanges, type ObjectChange } from './inner-changes.ts';
import { valueText } from './shown.ts';
import type { Change } from './moment.ts';

/** From this length on, a container is told by its changed parts. */
const LONG = 100;
/** More changed parts than this: the whole is shown again. */
const MOST_PARTS = 3;
/** Larger containers are not compared part by part. */
const MOST_ITEMS = 4096;

interface Known {
  readonly value: Value;
  readonly text: string;
  /** Changes of objects in the run when the text was made. */
  readonly at: number;
  /** The parts of a long container when it was shown, by what they are called. */
  readonly parts: ReadonlyMap<string, Value> | null;
}

type Names = Map<string, Known>;

export class Watch {
  private readonly cursor: Cursor;
  private readonly program: Program;
  private readonly frames = new Map<number, Names>();
  private readonly globals: Names = new Map();
  private readonly globalNames = new Map<CodeObject, readonly string[]>();
  private readonly inner = new InnerChanges();

  constructor(cursor: Cursor, program: Program) {
    this.cursor = cursor;
    this.program = program;
  }

  /** To be called for every change of an object. */
  mutated(change: ObjectChange): void {
    this.inner.mutated(change);
  }

  forget(frame: number): void {
    this.frames.delete(frame);
  }

  /** What changed in the frame since the last call for it; names in `touched` were stored to and are always told. */
  take(frame: CursorFrame, touched: ReadonlySet<string> | null): Change[] {
    const changes: Change[] = [];
    if (frame.code.kind === 'module') {
      this.compare(this.globals, this.cursor.globals, touched, changes);
      return changes;
    }
    let known = this.frames.get(frame.id);
    if (known === undefined) this.frames.set(frame.id, (known = new Map()));
    this.compare(known, this.variables(frame, touched), touched, changes);
    this.compareGlobals(frame.code, touched, changes);
    return changes;
  }

  /** The frame's variables without the functions and classes that it only sees. */
  private variables(frame: CursorFrame, touched: ReadonlySet<string> | null): Map<string, Value> {
    const found = new Map<string, Value>();
    const known = this.frames.get(frame.id);
    const { slotNames, paramSlots } = frame.code;
    for (const [name, value] of this.cursor.locals(frame)) {
      if (name.startsWith('.')) continue;
      if (isCode(value) && touched?.has(name) !== true && known?.has(name) !== true) {
        const slot = slotNames.indexOf(name);
        if (slot < 0 || slot >= paramSlots) continue;
      }
      found.set(name, value);
    }
    return found;
  }

  private compare(
    known: Names,
    now: ReadonlyMap<string, Value>,
    touched: ReadonlySet<string> | null,
    changes: Change[],
  ): void {
    let seen = 0;
    for (const [name, value] of now) {
      seen++;
      this.one(known, name, value, touched?.has(name) === true, changes);
    }
    if (seen === known.size) return;
    for (const [name, { text }] of known)
      if (!now.has(name)) {
        known.delete(name);
        changes.push({ name, text: null, old: text });
      }
  }

  /** Globals that the code speaks of and that hold data. */
  private compareGlobals(code: CodeObject, touched: ReadonlySet<string> | null, changes: Change[]): void {
    for (const name of this.namesOf(code)) {
      const value = this.cursor.globals.get(name);
      if (value !== undefined && isCode(value)) continue;
      if (value === undefined) {
        const before = this.globals.get(name);
        if (before === undefined) continue;
        this.globals.delete(name);
        changes.push({ name, text: null, old: before.text });
      } else this.one(this.globals, name, value, touched?.has(name) === true, changes);
    }
  }

  private namesOf(code: CodeObject): readonly string[] {
    let names = this.globalNames.get(code);
    if (names === undefined) {
      const found = new Set<string>();
      for (let pc = code.start; pc < code.end; pc++) {
        const word = this.program.code[pc];
        const op: Op = word & 255;
        if (op === Op.LOAD_GLOBAL || op === Op.STORE_GLOBAL) found.add(this.program.names[word >>> 8]);
      }
      this.globalNames.set(code, (names = [...found]));
    }
    return names;
  }

  private one(known: Names, name: string, value: Value, told: boolean, changes: Change[]): void {
    const before = known.get(name);
    if (before !== undefined && before.value === value) {
      if (!told && !this.mayDiffer(before)) return;
    }
    const text = valueText(value);
    const parts = text.length < LONG ? null : partsOf(value);
    known.set(name, { value, text, at: this.inner.count, parts });
    const same = before?.value === value;
    if (same && parts !== null && before.parts !== null) {
      const whole: Change = { name, text, old: before.text };
      const within = before.text === text && this.inner.within(value, before.at) !== null;
      const partial = this.partChanges(before, parts, within ? { ...whole, within } : whole);
      if (partial !== null) {
        changes.push(...partial);
        if (partial.length > 0 || !told) return;
      }
    }
    if (same && !told && parts === null && text.includes('...')) {
      const set = this.elementsSet(before, { name, text, old: before.text });
      if (set !== null) {
        changes.push(...set);
        return;
      }
    }
    if (told || before?.text !== text) changes.push({ name, text, old: before?.text ?? null });
    else if (text.includes('...')) this.hidden(before, { name, text, old: text, within: true }, changes);
  }

  /** The elements that were set in a list or dict too large to be compared; null when more happened to it. */
  private elementsSet({ value, at }: Known, whole: Change): Change[] | null {
    if (!(value instanceof PyList || value instanceof PyDict)) return null;
    const set = this.inner.elementsSet(value, at);
    if (set === null || set.size === 0 || set.size > MOST_PARTS) return null;
    const now: Change = whole.text === whole.old ? { ...whole, within: true } : whole;
    const changes: Change[] = [];
    for (const [key, { now: item, was }] of set) {
      if (item === undefined) return null;
      const old = was === undefined ? null : valueText(was);
      changes.push({ name: whole.name + key, text: valueText(item), old, whole: now });
    }
    return changes;
  }

  /** A change that an abbreviated value does not show is told where it was made. */
  private hidden({ value, at }: Known, whole: Change, changes: Change[]): void {
    const object = this.inner.within(value, at);
    if (object === null) return;
    const path = this.inner.pathTo(value, object);
    changes.push(
      path === null ? whole : { name: whole.name + path, text: valueText(object), old: null, whole },
    );
  }

  private mayDiffer({ value, at }: Known): boolean {
    if (typeof value !== 'object' || value === null || value instanceof PyFloat) return false;
    return at !== this.inner.count;
  }

  /** The parts that changed; null when they are too many. */
  private partChanges(before: Known, now: ReadonlyMap<string, Value>, whole: Change): Change[] | null {
    const { name } = whole;
    const changes: Change[] = [];
    const old = before.parts!;
    for (const [key, value] of now) {
      const was = old.get(key);
      if (was === value && this.inner.within(value, before.at) === null) continue;
      if (changes.length === MOST_PARTS) return null;
      changes.push({
        name: name + key,
        text: valueText(value),
        old: was === undefined || was === value ? null : valueText(was),
        whole,
      });
    }
    for (const [key, value] of old)
      if (!now.has(key)) {
        if (changes.length === MOST_PARTS) return null;
        changes.push({ name: name + key, text: null, old: valueText(value), whole });
      }
    return changes;
  }
}

/** Functions, classes and modules: what a program is made of rather than what it works on. */
function isCode(value: Value): boolean {
  return (
    value instanceof PyFunction ||
    value instanceof PyClass ||
    value instanceof PyModule ||
    (value instanceof HeapObject && value.cls.name === 'builtin_function_or_method')
  );
}

/** The parts of a container by what stands behind its name: `[3]`, `['a']`, `.x`; null for other values. */
function partsOf(value: Value): ReadonlyMap<string, Value> | null {
  const parts = new Map<string, Value>();
  if (value instanceof PyList && value.cls.builtin) {
    if (value.items.length > MOST_ITEMS) return null;
    value.items.forEach((item, i) => parts.set(`[${i}]`, item));
    return parts;
  }
  if (value instanceof PyDict) {
    if (value.size > MOST_ITEMS) return null;
    for (const [key, item] of value.entries()) {
      const text = valueText(key, 40);
      if (parts.has(`[${text}]`)) return null;
      parts.set(`[${text}]`, item);
    }
    return parts;
  }
  if (value instanceof PyInstance) {
    for (const [name, item] of value.attrs) parts.set(`.${name}`, item);
    return parts;
  }
  return null;
}

/** Whether the instruction stores to the name that is its operand. */
export function storesName(op: Op): boolean {
  return OPCODE_ROWS[op].event === 'stored' && NAMED.has(OPCODE_ROWS[op].operand) && op !== Op.STORE_ATTR;
}

const NAMED: ReadonlySet<string> = new Set(['local', 'cell', 'name']);
