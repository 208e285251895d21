// The account of a sentence, in whatever words: which essential claims it tells, one after the other, and whether every
// piece of code, comparison, negation and deed in it belongs to them. What is not accounted for makes the account fail.
import { links, type Meaning } from '../../freeform/meaning.ts';
import type { Token } from '../../freeform/tokens.ts';
import type { Step } from '../../steps/step.ts';
import type { Presence } from '../presence.ts';
import type { Target } from '../targets.ts';
import { Account } from './account.ts';
import type { Way } from './scene.ts';
import { atomsOf } from './atoms.ts';
import { Tellers, type Before, type Telling } from './tellers.ts';

/** Accounts that are tried for one sentence, at most. */
const TRIES = 400;

/** Goes on with one more target; null when that is out of order, or told by what has told something else. */
function follow(way: Way, { atoms, anchor, reason }: Telling, { step: { kind } }: Target): Way | null {
  const test = kind === 'test';
  const behind = reason && (test || kind === 'round');
  if (anchor < way.at && !behind) return null;
  // a reason given after a condition is that condition's
  if (reason && test && anchor >= way.at && way.test) return null;
  const own = test || kind === 'bind' || kind === 'unpack' || kind === 'round';
  if ((test || kind === 'bind') && way.decided.has(anchor)) return null;
  return {
    used: new Set([...way.used, ...atoms]),
    decided: own ? new Set([...way.decided, anchor]) : way.decided,
    anchors: [...way.anchors, behind ? way.at : anchor],
    starts: [...way.starts, Math.min(anchor, ...atoms)],
    at: behind ? way.at : Math.max(way.at, anchor),
    test,
  };
}

export class Ledger {
  private readonly targets: readonly Target[];
  private readonly meaning: Meaning;
  private readonly placeAt: (from: number, to: number) => Presence;
  /** What was wrong with the accounts of the last sentence, those that tell most first. */
  why: string[] = [];

  /** @param placeAt the place at which targets `from … to − 1` have just been told */
  constructor(targets: readonly Target[], meaning: Meaning, placeAt: (from: number, to: number) => Presence) {
    this.targets = targets;
    this.meaning = meaning;
    this.placeAt = placeAt;
  }

  /** How many targets may be told when the sentence is over, most first; none when it cannot be accounted for. */
  accounts(tokens: readonly Token[], from: number, referents: readonly string[]): number[] {
    const atoms = atomsOf(tokens);
    const before: Before = { names: this.namesOf(this.targets[from - 1]?.step), referents };
    const tellers = new Tellers(
      atoms,
      new Set(tokens.flatMap((t) => (t.kind === 'word' ? [t.text] : []))),
      this.meaning,
      before,
    );
    const ends = new Set<number>();
    let tries = 0;
    this.why = [];
    const go = (t: number, way: Way): void => {
      if (++tries > TRIES) return;
      const target = this.targets[t];
      if (target !== undefined)
        for (const telling of tellers.of(target)) {
          const next = follow(way, telling, target);
          if (next !== null) go(t + 1, next);
        }
      // a sentence that tells nothing is left to the known wordings
      if (t === from || ends.has(t)) return;
      const account = new Account(
        atoms,
        tellers,
        way,
        this.targets,
        from,
        t,
        this.meaning,
        this.placeAt(from, t),
      );
      const fault = account.fault();
      if (fault === null) ends.add(t);
      else this.why.push(fault);
    };
    go(from, { used: new Set(), decided: new Set(), anchors: [], starts: [], at: -1, test: false });
    return [...ends].sort((a, b) => b - a);
  }

  /**
   * Whether a sentence that tells targets `from … to − 1` by known wordings is right in its order, its places and what it
   * sets equal: null, or what is wrong.
   */
  objection(
    tokens: readonly Token[],
    from: number,
    to: number,
    tellings: ReadonlyMap<number, readonly (readonly [number, number])[]>,
  ): string | null {
    const atoms = atomsOf(tokens);
    const words = new Set(tokens.flatMap((t) => (t.kind === 'word' ? [t.text] : [])));
    const tellers = new Tellers(atoms, words, this.meaning, { names: [], referents: [] });
    const anchors: number[] = [];
    for (let t = from; t < to; t++) {
      const at = tellings.get(t)?.[0]?.[0] ?? 0;
      anchors.push(
        Math.max(
          0,
          atoms.findIndex((a) => a.span[0] >= at),
        ),
      );
    }
    const way: Way = { used: new Set(), decided: new Set(), anchors, starts: anchors, at: -1, test: false };
    return new Account(
      atoms,
      tellers,
      way,
      this.targets,
      from,
      to,
      this.meaning,
      this.placeAt(from, to),
    ).objection();
  }

  private namesOf(step: Step | undefined): string[] {
    if (step === undefined) return [];
    const { target, object, pairs, args } = step.facts;
    return [
      ...links(target),
      ...links(object),
      ...[...links(pairs), ...links(args)].filter((_, i) => i % 2 === 0),
    ];
  }
}
