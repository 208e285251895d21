// A tree of templates: from the root along literal words and slots to what ends there, so that what templates have in
// common is read once. Knows the shape of wordings only: what a slot holds is the business of those who walk the tree.
import type { Template } from '../template.ts';
import type { SlotForm } from '../text/slots.ts';

export interface LiteralEdge<T> {
  text: string;
  node: Node<T>;
}

export interface SlotEdge<T> {
  readonly form: SlotForm;
  /** Which slot stands here, where that matters. */
  readonly slot: string;
  readonly node: Node<T>;
}

/** A place in the tree; `T` is what can end there. */
export class Node<T> {
  /** By the code of their first character, which no two share. */
  readonly literals = new Map<number, LiteralEdge<T>>();
  /** The only literal edge of a node that has just one, as most have; the code is -1 for the others. */
  only: LiteralEdge<T> | null = null;
  onlyCode = -1;
  readonly slots: SlotEdge<T>[] = [];
  readonly ends: T[] = [];

  /** The node behind `literal`, made when there is none; edges are split where words part. */
  behindLiteral(literal: string): Node<T> {
    const edge = this.literals.get(literal.charCodeAt(0));
    if (edge === undefined) {
      const node = new Node<T>();
      this.literals.set(literal.charCodeAt(0), { text: literal, node });
      return node;
    }
    let common = 1;
    while (common < literal.length && literal.charCodeAt(common) === edge.text.charCodeAt(common)) common++;
    if (common < edge.text.length) {
      const middle = new Node<T>();
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

  behindSlot(form: SlotForm, slot: string): Node<T> {
    const known = this.slots.find((edge) => edge.form === form && edge.slot === slot);
    if (known !== undefined) return known.node;
    const node = new Node<T>();
    this.slots.push({ form, slot, node });
    return node;
  }
}

/** The node behind all parts of a template, made when there is none. `named`: slots of other names part ways. */
export function nodeOf<T>(root: Node<T>, { parts }: Template, named: boolean): Node<T> {
  return parts.reduce(
    (node, part) =>
      'literal' in part
        ? node.behindLiteral(part.literal)
        : node.behindSlot(part.form, named ? part.slot : ''),
    root,
  );
}

const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const TO_LOWER = 32;

/** At a clause that begins with a capital: the edge with its first words, or null. */
export function capitalEdge<T>(root: Node<T>, text: string, at: number): LiteralEdge<T> | null {
  const first = text.charCodeAt(at);
  if (first < CAPITAL_A || first > CAPITAL_Z) return null;
  const edge = root.literals.get(first + TO_LOWER);
  return edge !== undefined && startsWithRest(text, at + 1, edge.text) ? edge : null;
}

function startsWithRest(text: string, at: number, literal: string): boolean {
  return literal.length === 1 || text.startsWith(literal.slice(1), at);
}
