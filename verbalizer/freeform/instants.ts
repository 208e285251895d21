// When a claim holds: at no time, always, or in which stretches of steps. The ground on which claims are bound in order.
import { codeOf, exprOf } from './code.ts';
import { walk } from '../../grammar/index.ts';
import type { Step } from '../steps/step.ts';
import type { Claim, Ref } from './claims.ts';
import type { Meaning } from './meaning.ts';
import { relationCode, setBy, type Referents } from './meaning.ts';
import type { Stretch } from './timeline.ts';

/** `fixed`: says the same at any time; `times`: the stretches in which it holds; `unknown`: nothing can be said. */
export type Instants =
  | { readonly kind: 'fixed'; readonly truth: boolean }
  | { readonly kind: 'times'; readonly stretches: readonly Stretch[]; readonly event: boolean }
  | { readonly kind: 'unknown' };

const UNKNOWN: Instants = { kind: 'unknown' };

export class Instant {
  private readonly meaning: Meaning;
  private readonly steps: readonly Step[];
  constructor(meaning: Meaning) {
    this.meaning = meaning;
    this.steps = meaning.view.story.steps;
  }

  /** @param after in the claim's sentence nothing says that the loop is over: rounds counted so far will do */
  of(claim: Claim, referents: Referents, after: boolean): Instants {
    const { meaning } = this;
    switch (claim.kind) {
      case 'value': {
        // what is looked up or divided by is only a value that comes up
        if ('loose' in claim.subject && /^(?:lookup|divisor|amount)$/.test(claim.subject.loose))
          return this.mention(claim.chain.at(-1)!);
        const codes = [...meaning.codesOf(claim.subject, referents), ...claim.chain];
        const set =
          claim.mode === 'becomes' && !claim.negated
            ? this.setting(claim.subject, claim.chain, referents)
            : null;
        if (set !== null) return set;
        return this.states(codes, 'loose' in claim.subject, (k) => meaning.value(claim, referents, k));
      }
      case 'relation': {
        if (claim.truth === null) return { kind: 'fixed', truth: true };
        const codes = [
          ...meaning.codesOf(claim.left, referents),
          ...(claim.op === 'true' ? [] : meaning.codesOf(claim.right, referents)),
        ];
        return this.states(codes, false, (k) => meaning.relation(claim, referents, k));
      }
      case 'verdict':
        return this.events((s) => s.kind === 'test' && (s.facts['truth'] === '1') === claim.truth);
      case 'same':
      case 'word':
        return UNKNOWN;
      case 'effect': {
        const found = this.events((s) => meaning.isEffect(s, claim));
        const never = found.kind === 'times' && found.stretches.length === 0;
        return never && claim.what !== 'else' && claim.what !== 'break' ? UNKNOWN : found;
      }
      case 'item':
        return this.item(claim.code, claim.noun);
      case 'mention':
        return this.mention(claim.code);
      case 'round':
        return claim.call === true ? UNKNOWN : this.rounds(claim.nth);
      case 'count':
        return this.counted(claim, after);
      case 'loop': {
        const found = this.events((s) =>
          meaning.isLoop(s, claim.target, claim.items, claim.range, claim.over),
        );
        return found.kind === 'times' && found.stretches.length === 0 ? UNKNOWN : found;
      }
      case 'kept':
        return this.events((s) => meaning.isKept(s, claim.name));
      case 'each':
        return this.events((s) => meaning.isEach(s, claim));
      case 'call':
        if (!meaning.view.functions.has(claim.func.replace(/\.__init__$/, ''))) return UNKNOWN;
        return this.events((s) => meaning.isCall(s, claim.func, claim.args));
      case 'return':
        return this.events((s) => meaning.isReturn(s, claim));
      case 'print':
        if (claim.result === true && meaning.view.answer !== null)
          return this.events(
            (s) =>
              meaning.isPrint(s, claim.code) ||
              (s.kind === 'result' && meaning.sameAt(meaning.view.answer!, claim.code, s.index)),
          );
        return this.printed(claim.code, claim.times);
      case 'raise':
        return this.events((s) => meaning.isRaise(s, claim));
      case 'catch': {
        const found = this.events(
          (s) => s.kind === 'catch' && (claim.type === null || s.facts['type'] === claim.type),
        );
        if (!claim.negated) return found;
        return { kind: 'fixed', truth: found.kind === 'times' && found.stretches.length === 0 };
      }
      case 'mutate': {
        const found = this.events((s) => meaning.isMutation(s, claim, referents));
        return claim.negated ? UNKNOWN : found;
      }
      case 'delta':
        return this.events((s) => meaning.isDelta(s, claim));
      case 'change': {
        const changes = this.events((s) => meaning.isChange(s, claim, referents));
        if (changes.kind === 'times' && changes.stretches.length > 0) return changes;
        const target = 'code' in claim.subject ? claim.subject.code : null;
        return this.events((s) => meaning.isLoop(s, target, [claim.from, claim.chain.at(-1)!], true));
      }
      case 'sequence':
        return this.sequence(claim.subject, claim.items);
      case 'goes-into':
        return this.states([claim.divisor, claim.dividend], false, (k) =>
          meaning.equals(`(${claim.dividend}) // (${claim.divisor})`, String(claim.times), k),
        );
      case 'left-over':
        return this.mention(claim.rest);
    }
  }

  private events(holds: (step: Step) => boolean): Instants {
    const stretches = this.steps.filter(holds).map((s) => ({ from: s.index, to: s.index + 1 }));
    return { kind: 'times', stretches, event: true };
  }

  /** Steps that set the subject to the value; null when its value cannot be set (`3 % 2`, `len(xs)`). */
  private setting(subject: Ref, chain: readonly string[], referents: Referents): Instants | null {
    const { meaning } = this;
    const codes = meaning.codesOf(subject, referents).filter((code) => {
      const expr = exprOf(code);
      return expr !== null && ['Name', 'Subscript', 'Attribute'].includes(expr.kind);
    });
    if (codes.length === 0) return null;
    const settable = this.steps.some((s) =>
      setBy(s).some(([name]) => codes.some((c) => meaning.sameTarget(name, c, s.index))),
    );
    if (!settable) return null;
    const value = chain.at(-1)!;
    return this.events(
      (s) => codes.some((c) => meaning.sets(s, c, value)) && meaning.brokenLink(chain, s.index) === null,
    );
  }

  /** Stretches in which a predicate of the values holds. */
  private states(codes: readonly string[], always: boolean, holds: (k: number) => boolean | null): Instants {
    const names = codes.flatMap((code) => this.namesIn(code));
    if (names.length === 0 && !always) {
      const truth = holds(0);
      return truth === null ? UNKNOWN : { kind: 'fixed', truth };
    }
    const points = always ? this.steps.map((_, k) => k) : this.meaning.view.timeline.changesOf(names);
    const stretches: Stretch[] = [];
    let known = false;
    points.forEach((k, i) => {
      const truth = holds(k);
      if (truth !== null) known = true;
      if (truth === true) stretches.push({ from: k, to: points[i + 1] ?? this.steps.length });
    });
    return known ? { kind: 'times', stretches, event: false } : UNKNOWN;
  }

  private namesIn(code: string): string[] {
    const names = new Set<string>();
    const expr = exprOf(code);
    if (expr !== null)
      walk(expr, (node) => {
        if (node.kind === 'Name' && this.meaning.view.names.has(node.id)) names.add(node.id);
        if (node.kind === 'Subscript' || node.kind === 'Attribute') names.add(code);
      });
    return [...names];
  }

  private item(code: string, noun: string | null): Instants {
    const { view } = this.meaning;
    if (noun !== null && view.names.has(noun)) {
      const value: Claim = {
        kind: 'value',
        subject: { code: noun },
        chain: [code],
        mode: 'is',
        negated: false,
        span: [0, 0],
        sentence: 0,
        paragraph: 0,
        reason: false,
        header: false,
      };
      const exact = this.of(value, [], false);
      if (exact.kind === 'times' && exact.stretches.length > 0) return exact;
      return this.states([noun], false, (k) => {
        const value = view.evaluate(noun, k);
        if (value === null) return null;
        return view.truthOf(`(${code}) in (${noun})`, k) === true ||
          view.truthOf(`len(${noun}) == (${code})`, k) === true
          ? true
          : null;
      });
    }
    return this.mention(code);
  }

  /** A value alone: it holds while a variable has it; a call alone while it lasts. */
  private mention(code: string): Instants {
    const { view } = this.meaning;
    // a function's name says nothing yet
    if (view.functions.has(code)) return { kind: 'fixed', truth: true };
    const call = exprOf(code);
    if (call?.kind === 'Call' && call.func.kind === 'Name' && view.functions.has(call.func.id))
      return this.called(call.func.id, call.args.map(codeOf));
    const names = [...view.names];
    const found = this.states([...names, code], false, (k) => {
      for (const [, text] of view.timeline.variablesAt(k))
        if (this.meaning.sameAt(text, code, k)) return true;
      return null;
    });
    return found.kind === 'times' && found.stretches.length > 0 ? found : UNKNOWN;
  }

  /** While a call with these arguments lasts. */
  private called(func: string, args: readonly string[]): Instants {
    const { story } = this.meaning.view;
    const stretches = story.calls
      .filter(({ step }) => this.meaning.isCall(this.steps[step]!, func, args))
      .map(({ step, returned }) => ({ from: step, to: returned < 0 ? this.steps.length : returned + 1 }));
    return stretches.length > 0 ? { kind: 'times', stretches, event: false } : UNKNOWN;
  }

  private rounds(nth: number): Instants {
    const { loops } = this.meaning.view.story;
    const stretches = loops.flatMap((loop) => {
      const from = loop.rounds[nth - 1];
      return from === undefined ? [] : [{ from, to: loop.rounds[nth] ?? loop.end }];
    });
    if (loops.length === 0) return UNKNOWN;
    return { kind: 'times', stretches: stretches.sort((a, b) => a.from - b.from), event: false };
  }

  private counted(claim: Claim & { kind: 'count' }, after: boolean): Instants {
    const { loops } = this.meaning.view.story;
    if (loops.length === 0) return UNKNOWN;
    if (claim.more) return { kind: 'fixed', truth: loops.some((loop) => loop.rounds.length >= claim.n) };
    const partial = claim.after && after;
    const truth = loops.some((loop) =>
      partial ? loop.rounds.length >= claim.n : loop.rounds.length === claim.n,
    );
    return { kind: 'fixed', truth };
  }

  private printed(code: string, times: number): Instants {
    const all = this.steps.filter((s) => this.meaning.isPrint(s, code));
    const stretches = all.length < times ? [] : all.map((s) => ({ from: s.index, to: s.index + 1 }));
    return { kind: 'times', stretches, event: true };
  }

  /** Values one after the other of a variable, or of any. */
  private sequence(subject: string | null, items: readonly string[]): Instants {
    const { view } = this.meaning;
    const names = subject === null ? [...view.names] : [subject];
    for (const name of names) {
      const values = [...view.timeline.valuesOf(name)];
      for (let start = 0; start + items.length <= values.length; start++)
        if (items.every((item, i) => view.same(values[start + i]!.text, item)))
          return {
            kind: 'times',
            stretches: [{ from: values[start]!.step, to: this.steps.length }],
            event: false,
          };
    }
    if (subject !== null) {
      // a loop's variable that only goes over them
      const loop = this.steps.some((s) => this.meaning.isLoop(s, subject, items, false));
      if (loop) return { kind: 'fixed', truth: true };
      return [...view.timeline.valuesOf(subject)].length === 0 ? UNKNOWN : { kind: 'fixed', truth: false };
    }
    // `'red' → 1` maps a key to its value, or the first to a later
    if (items.length === 2) return UNKNOWN;
    return this.resembles(items) ? { kind: 'fixed', truth: false } : UNKNOWN;
  }

  /** True when some variable has most of these values: then they are meant to be its own. */
  private resembles(items: readonly string[]): boolean {
    const { view } = this.meaning;
    return [...view.names].some((name) => {
      const values = [...view.timeline.valuesOf(name)].map((v) => v.text);
      const shared = items.filter((item) => values.some((v) => view.same(v, item))).length;
      return shared >= 2 && shared >= items.length / 2;
    });
  }
}

export { relationCode };
