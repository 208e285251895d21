// All templates of a reader in one tree, so that what they have in common is read once: from the root along literal
// words and slots to the templates that end there. Knows templates and slots, not sentences.
import type { Claim, SlotValue } from './claims.ts';
import type { Template } from './template.ts';
import type { SlotForm } from './text/slots.ts';

interface LiteralEdge {
  text: string;
  node: Node;
}

interface SlotEdge {
  readonly form: SlotForm;
  readonly node: Node;
}

class Node {
  /** By the code of their first character, which no two share. */
  readonly literals = new Map<number, LiteralEdge>();
  /** The only literal edge of a node that has just one, as most have; the code is -1 for the others. */
  only: LiteralEdge | null = null;
  onlyCode = -1;
  readonly slots: SlotEdge[] = [];
  readonly ends: Template[] = [];

  /** The node behind `literal`, made when there is none; edges are split where words part. */
  behindLiteral(literal: string): Node {
    const edge = this.literals.get(literal.charCodeAt(0));
    if (edge === undefined) {
      const node = new Node();
      this.literals.set(literal.charCodeAt(0), { text: literal, node });
      return node;
    }
    let common = 1;
    while (common < literal.length && literal.charCodeAt(common) === edge.text.charCodeAt(common)) common++;
    if (common < edge.text.length) {
      const middle = new Node();
      middle.literals.set(edge.text.charCodeAt(common), { text: edge.text.slice(common), node: edge.node });
      edge.text = edge.text.slice(0, common);
      edge.node = middle;
    }
    return common === literal.length ? edge.node : edge.node.behindLiteral(literal.slice(common));
  }

  /** Notes, once the tree is built, where there is no choice. */
  settle(): void {
    if (this.literals.size === 1)
      for (const [code, edge] of this.literals) {
        this.onlyCode = code;
        this.only = edge;
      }
    for (const { node } of this.literals.values()) node.settle();
    for (const { node } of this.slots) node.settle();
  }

  behindSlot(form: SlotForm): Node {
    const known = this.slots.find((edge) => edge.form === form);
    if (known !== undefined) return known.node;
    const node = new Node();
    this.slots.push({ form, node });
    return node;
  }
}

/** A clause found: where it ends, and every claim that templates ending there make of it. */
export interface Found {
  readonly end: number;
  readonly readings: Claim[];
}

const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const TO_LOWER = 32;

/** Finds the longest clause at a place. `mayEnd` says whether a clause may end at an offset. */
export class TemplateTree {
  private readonly root = new Node();
  private readonly mayEnd: (text: string, at: number) => boolean;
  private text = '';
  private readonly starts: number[] = [];
  private readonly stops: number[] = [];
  private best: { end: number; readings: Claim[] } | null = null;

  constructor(templates: readonly Template[], mayEnd: (text: string, at: number) => boolean) {
    this.mayEnd = mayEnd;
    for (const t of templates) {
      let node = this.root;
      for (const part of t.parts)
        node = 'literal' in part ? node.behindLiteral(part.literal) : node.behindSlot(part.form);
      node.ends.push(t);
    }
    this.root.settle();
  }

  /** @param capital whether the clause may begin with a capital letter, as at the start of a sentence */
  longestAt(text: string, at: number, capital: boolean): Found | null {
    this.text = text;
    this.best = null;
    const first = text.charCodeAt(at);
    if (capital && first >= CAPITAL_A && first <= CAPITAL_Z) {
      const edge = this.root.literals.get(first + TO_LOWER);
      if (edge !== undefined && startsWithRest(text, at + 1, edge.text))
        this.walk(edge.node, at + edge.text.length, 0);
    }
    this.walk(this.root, at, 0);
    return this.best;
  }

  private walk(node: Node, at: number, depth: number): void {
    const { text } = this;
    if (node.ends.length > 0) this.end(node, at, depth);
    if (node.onlyCode >= 0) {
      const edge = node.only!;
      if (text.charCodeAt(at) === node.onlyCode && text.startsWith(edge.text, at))
        this.walk(edge.node, at + edge.text.length, depth);
    } else if (node.literals.size > 0) {
      const edge = node.literals.get(text.charCodeAt(at));
      if (edge !== undefined && text.startsWith(edge.text, at))
        this.walk(edge.node, at + edge.text.length, depth);
    }
    for (const edge of node.slots) {
      const stop = edge.form.find(text, at);
      if (stop < 0) continue;
      this.starts[depth] = at;
      this.stops[depth] = stop;
      this.walk(edge.node, stop, depth + 1);
    }
  }

  private end(node: Node, at: number, depth: number): void {
    const { best } = this;
    if ((best !== null && at < best.end) || !this.mayEnd(this.text, at)) return;
    const readings = best !== null && at === best.end ? best.readings : [];
    for (const t of node.ends) {
      const claim = this.claimOf(t, depth);
      if (claim !== null) readings.push(claim);
    }
    if (readings.length > 0) this.best = { end: at, readings };
  }

  /** The claim that the slots read so far make by a template; null when one slot is said twice and differs. */
  private claimOf(t: Template, depth: number): Claim | null {
    const slots: Record<string, SlotValue> = {};
    for (let i = 0; i < depth; i++) {
      const slot = t.slots[i]!;
      const value = t.forms[i]!.take(this.text, this.starts[i]!, this.stops[i]!);
      if (t.repeats && slots[slot] !== undefined && String(slots[slot]) !== String(value)) return null;
      slots[slot] = value;
    }
    for (const slot in t.fixed) slots[slot] = t.fixed[slot]!;
    return t.asserts === 0 && t.denies === 0
      ? { kind: t.kind, slots }
      : { kind: t.kind, slots, asserts: t.asserts, denies: t.denies };
  }
}

function startsWithRest(text: string, at: number, literal: string): boolean {
  return literal.length === 1 || text.startsWith(literal.slice(1), at);
}
