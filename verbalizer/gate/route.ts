// The way of a text along the essential claims: which of them each sentence tells by the wordings that are known, so that
// every sentence passes, nothing is to be said against it, and every claim is told.
import { readerOf } from '../freeform/check.ts';
import type { FreeReading } from '../freeform/claims.ts';
import { referentsOf, type Meaning, type Referents } from '../freeform/meaning.ts';
import type { Token } from '../freeform/tokens.ts';
import type { Piece } from './objections/ground.ts';
import { Objections } from './objections/objections.ts';
import { Presence } from './presence.ts';
import { Quest } from './quest.ts';
import { Sentence } from './sentence.ts';
import type { Target } from './targets.ts';
import type { GateViolation } from './verdict.ts';
import { GateWalk } from './walk.ts';

/** Sentences that the known wordings may take together: what one leaves open, the next may tell. */
const TOGETHER = 5;

type Spans = readonly (readonly [number, number])[];

/** Sentences from `from` up to but not including `to`: a question goes with its answer. */
interface Unit {
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
}

interface Edge {
  /** The unit after it and the first target not told. */
  readonly unit: number;
  readonly next: number;
  readonly tellings: readonly (readonly [number, Spans])[];
}

export class Route {
  private readonly text: string;
  private readonly targets: readonly Target[];
  private readonly meaning: Meaning;
  private readonly start: number;
  private readonly reading: FreeReading;
  private readonly referents: readonly Referents[];
  private readonly units: readonly Unit[];
  private readonly placeAt: (from: number, to: number) => Presence;
  private readonly dead = new Set<string>();
  readonly tellings = new Map<number, Spans>();
  private readonly objections: string[] = [];
  /** How far it came, and what was wrong there. */
  private furthest = { unit: 0, next: 0 };

  constructor(
    text: string,
    targets: readonly Target[],
    meaning: Meaning,
    start: number,
    reading: FreeReading,
  ) {
    this.text = text;
    this.targets = targets;
    this.meaning = meaning;
    this.start = start;
    this.reading = reading;
    this.referents = referentsOf(reading.claims);
    this.units = unitsOf(readerOf(meaning.view).sentences(text));
    const quests = targets.map((target) => new Quest(target, meaning, () => Sentence.NONE));
    this.placeAt = (from, to): Presence => {
      const place = new Presence(quests, meaning, start);
      place.next = to;
      place.told = to - 1;
      place.before = from - 1;
      return place;
    };
  }

  /** Whether there is a way to the end. */
  find(unit = 0, next = 0): boolean {
    if (unit === this.units.length) return next === this.targets.length;
    const key = `${unit}:${next}`;
    if (this.dead.has(key)) return false;
    this.dead.add(key);
    for (const edge of this.edges(unit, next)) {
      if (!this.find(edge.unit, edge.next)) continue;
      for (const [target, spans] of edge.tellings) this.tellings.set(target, spans);
      return true;
    }
    return false;
  }

  /** What stands in the way, where it came furthest. */
  fault(): GateViolation {
    const { unit } = this.furthest;
    const tokens = this.units[Math.min(unit, this.units.length - 1)]!.tokens;
    const span: readonly [number, number] = [tokens[0]!.span[0], tokens.at(-1)!.span[1]];
    const why = this.objections[0] ?? 'not all of this is in the run here';
    return { reason: 'not understood', span, quote: this.text.slice(...span), message: why, line: null };
  }

  private edges(unit: number, next: number): Edge[] {
    const found = this.byWordings(unit, next);
    if (found.length === 0 && next >= this.furthest.next) this.furthest = { unit, next };
    return found.sort((a, b) => b.next - a.next || a.unit - b.unit);
  }

  private byWordings(unit: number, next: number): Edge[] {
    const found: Edge[] = [];
    const pieces: Piece[] = [];
    const walk = new GateWalk(this.text, this.targets, this.meaning, this.start, next);
    for (let u = unit; u < this.units.length && u < unit + TOGETHER; u++) {
      const { from, to, tokens } = this.units[u]!;
      const [a, b] = [tokens[0]!.span[0], tokens.at(-1)!.span[1]];
      if (this.reading.strange.some(({ span }) => span[0] < b && span[1] > a)) break;
      const own = this.reading.claims.flatMap((c, i) => (c.sentence >= from && c.sentence < to ? [i] : []));
      pieces.push({
        tokens,
        span: [a, b],
        claims: own.map((i) => [this.reading.claims[i]!, this.referents[i]!]),
      });
      walk.takeAll(
        own.map((i) => this.reading.claims[i]!),
        own.map((i) => this.referents[i]!),
      );
      if (walk.violations.length > 0) break;
      if (walk.reached < 0) continue;
      const objection = this.objectionTo(pieces, next, walk);
      if (objection !== null) this.objections.push(objection);
      else found.push({ unit: u + 1, next: walk.reached, tellings: [...walk.tellings] });
    }
    return found;
  }

  /** What is wrong with one of the sentences, each with what it tells itself. */
  private objectionTo(
    pieces: readonly Piece[],
    next: number,
    { reached, tellings }: GateWalk,
  ): string | null {
    let at = next;
    for (const piece of pieces) {
      const [a, b] = piece.span;
      const told: number[] = [];
      for (let target = next; target < reached; target++) {
        const first = tellings.get(target)?.[0];
        if (first !== undefined && a <= first[0] && first[1] <= b) told.push(target);
      }
      const from = Math.min(...told, at);
      const to = Math.max(...told.map((n) => n + 1), at);
      const said = { piece, from, to, tellings };
      const objection = new Objections(said, this.targets, this.meaning, this.placeAt(from, to)).first();
      if (objection !== null) return objection;
      at = to;
    }
    return null;
  }
}

function unitsOf(sentences: readonly (readonly Token[])[]): Unit[] {
  const units: Unit[] = [];
  let from = 0;
  sentences.forEach((tokens, i) => {
    const asks = tokens.at(-1)!.text === '?';
    if (asks && i + 1 < sentences.length) return;
    units.push({ from, to: i + 1, tokens: sentences.slice(from, i + 1).flat() });
    from = i + 1;
  });
  return units;
}
