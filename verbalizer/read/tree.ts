// All templates of a reader in one tree, so that what they have in common is read once. Finds clauses and makes every
// claim that their words can mean. Knows templates and slots, not sentences.
import type { Claim, SlotValue } from '../claims.ts';
import type { Template } from '../template.ts';
import { capitalEdge, Node, nodeOf } from './tree-node.ts';

/** A clause found: where it ends, and every claim that templates ending there make of it. */
export interface Found {
  readonly end: number;
  readonly readings: Claim[];
}

/** Finds the longest clause at a place. `mayEnd` says whether a clause may end at an offset. */
export class TemplateTree {
  private readonly root = new Node<Template>();
  private readonly mayEnd: (text: string, at: number) => boolean;
  private text = '';
  private readonly starts: number[] = [];
  private readonly stops: number[] = [];
  private best: { end: number; readings: Claim[] } | null = null;

  constructor(templates: readonly Template[], mayEnd: (text: string, at: number) => boolean) {
    this.mayEnd = mayEnd;
    for (const t of templates) nodeOf(this.root, t, false).ends.push(t);
    this.root.settle();
  }

  /** @param capital whether the clause may begin with a capital letter, as at the start of a sentence */
  longestAt(text: string, at: number, capital: boolean): Found | null {
    this.text = text;
    this.best = null;
    const opening = capital ? capitalEdge(this.root, text, at) : null;
    if (opening !== null) this.walk(opening.node, at + opening.text.length, 0);
    this.walk(this.root, at, 0);
    return this.best;
  }

  private walk(node: Node<Template>, at: number, depth: number): void {
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

  private end(node: Node<Template>, at: number, depth: number): void {
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
