// Reads a clause that is expected: the step that the telling has come to says what every slot holds, so its text is
// compared in place and nothing is cut out or scanned. Finds true clauses only; of all others it knows nothing.
import type { ClaimKind } from '../claims.ts';
import { factsOf, tellsWith, type Facts } from '../entail.ts';
import type { Step } from '../steps/step.ts';
import type { Template } from '../template.ts';
import { capitalEdge, Node, nodeOf } from './tree-node.ts';

/** The wordings of a style by the kind of step that they speak of. `mayEnd` says whether a clause may end there. */
export class ExpectedTree {
  private readonly roots = new Map<ClaimKind, Node<Template>>();
  private readonly mayEnd: (text: string, at: number) => boolean;
  private text = '';
  private step: Step | null = null;
  /** What the step has, once asked for. */
  private facts: Facts | null = null;
  private best = -1;
  /** Whether the clause found last says enough for its step to count as told. */
  told = false;

  constructor(templates: readonly Template[], mayEnd: (text: string, at: number) => boolean) {
    this.mayEnd = mayEnd;
    for (const t of templates) {
      let root = this.roots.get(t.kind);
      if (root === undefined) this.roots.set(t.kind, (root = new Node<Template>()));
      nodeOf(root, t, true).ends.push(t);
    }
    for (const root of this.roots.values()) root.settle();
  }

  /**
   * The end of the longest clause at `at` that is true of the step; -1 when there is none.
   * @param capital whether the clause may begin with a capital letter, as at the start of a sentence
   */
  longestAt(step: Step, text: string, at: number, capital: boolean): number {
    const root = this.roots.get(step.kind);
    if (root === undefined) return -1;
    this.text = text;
    if (this.step !== step) this.facts = null;
    this.step = step;
    this.best = -1;
    this.told = false;
    const opening = capital ? capitalEdge(root, text, at) : null;
    if (opening !== null) this.walk(opening.node, at + opening.text.length);
    this.walk(root, at);
    return this.best;
  }

  private walk(node: Node<Template>, at: number): void {
    const { text } = this;
    if (node.ends.length > 0) this.end(node, at);
    if (node.onlyCode >= 0) {
      const edge = node.only!;
      if (text.charCodeAt(at) === node.onlyCode && text.startsWith(edge.text, at))
        this.walk(edge.node, at + edge.text.length);
    } else if (node.literals.size > 0) {
      const edge = node.literals.get(text.charCodeAt(at));
      if (edge !== undefined && text.startsWith(edge.text, at)) this.walk(edge.node, at + edge.text.length);
    }
    for (const { slot, form, node: behind } of node.slots) {
      const fact = this.step!.facts[slot];
      if (fact === undefined) continue;
      const stop = form.fits(text, at, fact);
      if (stop >= 0) this.walk(behind, stop);
    }
  }

  private end(node: Node<Template>, at: number): void {
    if (at < this.best || !this.mayEnd(this.text, at)) return;
    for (const end of node.ends) {
      if (!this.holds(end)) continue;
      if (at > this.best) this.told = false;
      this.best = at;
      if (!this.told) this.told = tellsWith(end, (this.facts ??= factsOf(this.step!)));
    }
  }

  /** Whether what the words themselves say, apart from their slots, is true of the step. */
  private holds({ asserts, denies, fixings }: Template): boolean {
    const { facts, hints } = this.step!;
    if ((asserts & ~hints) !== 0 || (denies & hints) !== 0) return false;
    for (const [slot, value] of fixings) if (facts[slot] !== value) return false;
    return true;
  }
}
