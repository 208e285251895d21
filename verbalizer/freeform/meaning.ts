// What claims mean in a run: the code that their words stand for, and whether they hold at an instant. An instant is a step:
// what it did, and the values after it. Decides nothing of order; that is the business of those who bind claims.
import { canonical, codeOf, exprOf } from './code.ts';
import type { Expr } from '../../grammar/index.ts';
import type { SlotValue } from '../claims.ts';
import type { Step } from '../steps/step.ts';
import type { ClaimOf, Ref } from './claims.ts';
import type { Referents } from './referents.ts';
import { ONE_SIDED, relationCode } from './relation-code.ts';
import type { RunView } from './run-view.ts';

export { mentionedBy, referentsOf, type Referents } from './referents.ts';
export { ONE_SIDED, relationCode } from './relation-code.ts';

/** How the texts of containers begin, by what they may be called. */
const HOLDERS: Readonly<Record<string, RegExp>> = {
  dictionary: /^\{/,
  dict: /^\{/,
  keys: /^\{/,
  set: /^\{|^set\(/,
  list: /^\[/,
  tuple: /^\(/,
  string: /^['"]/,
  text: /^['"]/,
  word: /^['"]/,
};

export function links(slot: SlotValue | undefined): readonly string[] {
  return slot === undefined ? [] : typeof slot === 'string' ? [slot] : slot;
}

/** `name value name value …` as pairs. */
export function pairsOf(slot: SlotValue | undefined): (readonly [string, string])[] {
  const flat = links(slot);
  const pairs: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) pairs.push([flat[i]!, flat[i + 1]!]);
  return pairs;
}

/** Names and values that a step sets, in order. */
export function setBy(step: Step): (readonly [string, string])[] {
  const { facts } = step;
  switch (step.kind) {
    case 'bind':
      return [[facts['target'] as string, links(facts['chain']).at(-1)!]];
    case 'unpack':
    case 'round':
      return pairsOf(facts['pairs']);
    case 'call':
      return pairsOf(facts['args']);
    case 'mutate':
      return facts['after'] === undefined
        ? [[`len(${facts['object'] as string})`, facts['size'] as string]]
        : [[facts['object'] as string, facts['after'] as string]];
    case 'fold':
      return [...pairsOf(facts['changes']), ...pairsOf(facts['first']), ...pairsOf(facts['last'])];
    default:
      return [];
  }
}

/** Values that a step brings forth, named or not. */
export function valuesOf(step: Step): string[] {
  const values = setBy(step).map(([, value]) => value);
  const last = links(step.facts['chain']).at(-1);
  // what a condition ends in is no value but a comparison
  if (last !== undefined && step.kind !== 'test') values.push(last);
  if (step.facts['item'] !== undefined) values.push(step.facts['item'] as string);
  if (step.kind === 'print') values.push(step.facts['text'] as string);
  return values;
}

export class Meaning {
  readonly view: RunView;
  constructor(view: RunView) {
    this.view = view;
  }

  /** The codes that a reference can stand for. */
  codesOf(ref: Ref, referents: Referents): readonly string[] {
    if ('code' in ref) return [ref.code];
    return ref.loose === 'length' ? referents.map((code) => `len(${code})`) : referents;
  }

  /** Whether code has that value at an instant; null when it cannot be known. */
  equals(code: string, value: string, k: number): boolean | null {
    const got = this.view.evaluate(code, k);
    const wanted = this.view.evaluate(value, k);
    if (got === null || wanted === null) return null;
    return this.view.same(got, wanted);
  }

  /** Whether all links of a chain come to its last, before or after the step; the first that does not, or null. */
  brokenLink(chain: readonly string[], k: number): string | null {
    const last = chain.at(-1)!;
    for (const link of chain.slice(0, -1)) {
      const after = this.equals(link, last, k);
      if (after === true) continue;
      const wanted = this.view.evaluate(last, k);
      const before = k > 0 ? this.view.evaluate(link, k - 1) : null;
      if (before !== null && wanted !== null && this.view.same(before, wanted)) continue;
      if (after === null && before === null) continue;
      return link;
    }
    return null;
  }

  /** The truth of a relation at an instant; null when it cannot be known. */
  relation(claim: ClaimOf<'relation'>, referents: Referents, k: number): boolean | null {
    let known: boolean | null = null;
    const contained = 'loose' in claim.right && (claim.op === 'in' || claim.op === 'not in');
    const holder = contained ? HOLDERS[(claim.right as { loose: string }).loose] : undefined;
    const variables = contained
      ? [...this.view.timeline.variablesAt(k)]
          .filter(([, text]) => holder?.test(text) ?? true)
          .map(([name]) => name)
      : [];
    for (const left of this.codesOf(claim.left, referents))
      for (const right of ONE_SIDED.has(claim.op)
        ? ['']
        : [...this.codesOf(claim.right, referents), ...variables]) {
        if (holder !== undefined && !variables.includes(right)) continue;
        // nothing is in itself
        if ('loose' in claim.right && (left === right || this.equals(left, right, k) === true)) continue;
        const truth = this.view.truthOf(relationCode(left, claim.op, right), k);
        if (truth === null) continue;
        if (claim.truth === null || truth === claim.truth) return true;
        known = false;
      }
    return known;
  }

  /** Whether a claim of a value holds at an instant. */
  value(claim: ClaimOf<'value'>, referents: Referents, k: number): boolean | null {
    const last = claim.chain.at(-1)!;
    let known: boolean | null = null;
    const loose = 'loose' in claim.subject ? claim.subject.loose : null;
    const codes = this.codesOf(claim.subject, referents);
    // `its length` may be of whatever has one
    const all =
      loose === 'length'
        ? [...codes, ...[...this.view.timeline.variablesAt(k)].map(([name]) => `len(${name})`)]
        : codes;
    for (const code of all) {
      let truth = this.equals(code, last, k);
      if (claim.mode === 'was' && truth !== true && k > 0) truth = this.equals(code, last, k - 1);
      if (truth === null) continue;
      if (truth !== claim.negated) return claim.negated || this.brokenLink(claim.chain, k) === null;
      known = false;
    }
    const step = this.view.story.steps[k];
    if (
      claim.put === true &&
      'code' in claim.subject &&
      step !== undefined &&
      this.puts(step, claim.subject.code, last)
    )
      return true;
    if (!claim.negated && 'loose' in claim.subject && step !== undefined)
      if (valuesOf(step).some((v) => this.sameAt(v, last, k)))
        return this.brokenLink(claim.chain, k) === null;
    return known;
  }

  /** True when code comes to this value at an instant. */
  sameAt(value: string, code: string, k: number): boolean {
    if (value === code) return true;
    const got = this.view.evaluate(code, k);
    return got !== null && this.view.same(got, value);
  }

  /** Whether a step sets this name to this value. */
  sets(step: Step, code: string, value: string): boolean {
    return setBy(step).some(
      ([name, got]) => this.sameTarget(name, code, step.index) && this.sameAt(got, value, step.index),
    );
  }

  /** `xs[i]` and `xs[0]` are the same target while i is 0. */
  sameTarget(a: string, b: string, k: number): boolean {
    if (a === b) return true;
    const [x, y] = [exprOf(a), exprOf(b)];
    if (x?.kind !== 'Subscript' || y?.kind !== 'Subscript') return false;
    if (codeOf(x.value) !== codeOf(y.value)) return false;
    const [i, j] = [this.view.evaluateExpr(x.index as Expr, k), this.view.evaluateExpr(y.index as Expr, k)];
    if (i === null || j === null) return false;
    if (i === j) return true;
    // only a negative index is another way to say the same place
    if (i.startsWith('-') === j.startsWith('-')) return false;
    const size = this.view.evaluate(`len(${codeOf(x.value)})`, k);
    return size !== null && (Number(i) - Number(j)) % Number(size) === 0;
  }

  /** Whether a call step is a call of this function with these arguments. */
  isCall(step: Step, func: string, args: readonly string[]): boolean {
    if (step.kind !== 'call') return false;
    const name = step.facts['func'] as string;
    if (name !== func && name.split('.').at(-1) !== func && name !== `${func}.__init__`) return false;
    const given = pairsOf(step.facts['args']);
    return args.length <= given.length && args.every((arg, i) => this.sameAt(given[i]![1], arg, step.index));
  }

  /** The call that a return step ends; −1 when there is none. */
  callOf(back: Step): number {
    for (const span of this.view.story.calls) if (span.returned === back.index) return span.step;
    return -1;
  }

  /** The number of the call that a return step ends, from 1, among those of its function; 0 when it ends none. */
  numberOf(back: Step): number {
    const { calls, steps } = this.view.story;
    const at = this.callOf(back);
    if (at < 0) return 0;
    return calls.filter((c) => c.step <= at && steps[c.step]!.facts['func'] === steps[at]!.facts['func'])
      .length;
  }

  /** Whether a return step is the one a claim speaks of. */
  isReturn(step: Step, claim: ClaimOf<'return'>): boolean {
    if (step.kind !== 'return' && step.kind !== 'result') return false;
    if (claim.func !== null && this.view.functions.has(claim.func) && step.kind === 'return') {
      const name = step.facts['func'] as string;
      if (name !== claim.func && name.split('.').at(-1) !== claim.func) return false;
      const call = this.callOf(step);
      if (
        claim.args.length > 0 &&
        call >= 0 &&
        !this.isCall(this.view.story.steps[call]!, claim.func, claim.args)
      )
        return false;
    }
    if (claim.nth !== undefined && this.numberOf(step) !== claim.nth) return false;
    if (claim.chain.length === 0) return true;
    const stages = links(step.facts['chain']);
    const final = stages.at(-1)!;
    const before = Math.max(0, step.index - 1);
    return claim.chain.every((link) => stages.includes(canonical(link)) || this.sameAt(final, link, before));
  }

  isPrint(step: Step, code: string): boolean {
    if (step.kind !== 'print') return false;
    const text = step.facts['text'] as string;
    if (text === code || text === `'${code}'`) return true;
    const said = this.view.evaluate(`str(${code})`, step.index);
    return said !== null && this.view.same(said, text);
  }

  isRaise(step: Step, claim: ClaimOf<'raise'>): boolean {
    if (step.kind !== 'raise' || step.facts['type'] !== claim.type) return false;
    return (
      claim.text === null ||
      step.facts['text'] === undefined ||
      this.view.same(step.facts['text'] as string, claim.text)
    );
  }

  /** Whether a step changes an object as a claim says. */
  isMutation(step: Step, claim: ClaimOf<'mutate'>, referents: Referents): boolean {
    if (claim.verb === 'swap') return step.kind === 'unpack';
    if (claim.verb === 'split' || claim.verb === 'join') {
      const said = [...links(step.facts['chain']), ...links(step.facts['from'])].join(' ');
      return said.includes(`.${claim.verb}(`) || said.includes(`.r${claim.verb}(`);
    }
    if (claim.key !== undefined && !this.isKeyOf(step, claim.key)) return false;
    if (claim.call !== undefined && canonical(claim.call) !== step.facts['call']) return false;
    if (claim.verb === 'insert' && step.kind === 'bind')
      return (
        claim.item !== null &&
        this.codesOf(claim.item, referents).some((c) => this.sameAt(valuesOf(step)[0] ?? '', c, step.index))
      );
    // strings and lists grow by `+=` too
    if (claim.verb === 'append' && step.kind === 'bind') {
      const grown = this.isDelta(step, {
        ...claim,
        kind: 'delta',
        target: claim.object ?? { loose: 'it' },
        op: '+',
        by: claim.item !== null && 'code' in claim.item ? claim.item.code : '',
      });
      return grown && /^['"[(]/.test(links(step.facts['chain']).at(-1)!);
    }
    if (step.kind === 'delete') return claim.verb === 'remove' || claim.verb === 'pop';
    if (step.kind !== 'mutate') return false;
    const call = step.facts['call'] as string;
    const methods: Record<string, RegExp> = {
      append: /\.(?:append|appendleft|add|extend|insert|push)\(|heappush\(/,
      insert: /\.(?:insert|append|add|update|setdefault)\(/,
      pop: /\.(?:pop|popleft|popitem)\(|heappop\(/,
      remove: /\.(?:remove|discard|pop|clear)\(/,
      reverse: /\.reverse\(/,
      sort: /\.sort\(|heapify\(/,
    };
    if (!methods[claim.verb]!.test(call)) return false;
    if (claim.object !== null && 'code' in claim.object && claim.object.code !== step.facts['object'])
      return false;
    if (claim.item === null || 'loose' in claim.item) return true;
    const item = step.facts['item'] as string | undefined;
    // what is popped has its name only afterwards
    if (
      exprOf(claim.item.code)?.kind === 'Name' &&
      this.view.evaluate(claim.item.code, step.index - 1) === null
    )
      return true;
    if (item !== undefined)
      return (
        this.sameAt(item, claim.item.code, step.index) || this.sameAt(item, claim.item.code, step.index - 1)
      );
    // what was taken out was there before
    const before = this.view.evaluate(
      `(${claim.item.code}) in (${step.facts['object'] as string})`,
      step.index - 1,
    );
    return before === 'True';
  }

  /** Whether a step sets the element at this key. */
  private isKeyOf(step: Step, key: string): boolean {
    const { at } = step.facts;
    if (step.kind === 'mutate') return at !== undefined && this.sameAt(at as string, key, step.index - 1);
    const target = step.kind === 'bind' ? exprOf(step.facts['target'] as string) : null;
    if (target?.kind !== 'Subscript') return false;
    const index = this.view.evaluateExpr(target.index as Expr, step.index);
    return index !== null && this.sameAt(index, key, step.index);
  }

  /** Whether a step puts this into this object. */
  puts(step: Step, object: string, item: string): boolean {
    const { facts, index } = step;
    return (
      facts['object'] === object &&
      facts['item'] !== undefined &&
      this.sameAt(facts['item'] as string, item, index - 1)
    );
  }

  /** Whether a step adds (multiplies …) the amount that a claim says. */
  isDelta(step: Step, claim: ClaimOf<'delta'>): boolean {
    if (claim.op === '+' && step.kind === 'mutate') {
      const item = step.facts['item'] as string | undefined;
      if ('code' in claim.target && claim.target.code !== step.facts['object']) return false;
      return (
        /\.(?:append|add|appendleft)\(/.test(step.facts['call'] as string) &&
        (claim.by === '' || item === undefined || this.sameAt(item, claim.by, step.index))
      );
    }
    if (step.kind !== 'bind') return false;
    const target = step.facts['target'] as string;
    if ('code' in claim.target && !this.sameTarget(target, claim.target.code, step.index)) return false;
    if (claim.by === '') return true;
    const k = step.index - 1;
    const old = this.view.evaluate(target, k);
    const by = this.view.evaluate(claim.by, k);
    if (old === null || by === null) return false;
    const got = this.view.evaluate(`(${old}) ${claim.op} (${by})`, k);
    return got !== null && this.view.same(got, links(step.facts['chain']).at(-1)!);
  }

  isChange(step: Step, claim: ClaimOf<'change'>, referents: Referents): boolean {
    const to = claim.chain.at(-1)!;
    for (const code of this.codesOf(claim.subject, referents)) {
      if (!this.sets(step, code, to)) continue;
      const old = this.view.evaluate(code, step.index - 1);
      if (old !== null && this.sameAt(old, claim.from, step.index - 1))
        return this.brokenLink(claim.chain, step.index) === null;
    }
    return false;
  }

  /** Whether a loop step goes over what a claim says. */
  isLoop(
    step: Step,
    target: string | null,
    items: readonly string[],
    range: boolean,
    written: readonly string[] = [],
  ): boolean {
    if (step.kind !== 'loop') return false;
    if (target !== null && canonical(target) !== step.facts['target']) return false;
    const k = Math.max(0, step.index - 1);
    const over = links(step.facts['over']);
    if (over.length === 0) return false;
    if (!written.every((link) => over.includes(canonical(link)) || this.sameAt(over.at(-1)!, link, k)))
      return false;
    if (
      !range &&
      items.length === 1 &&
      over.some((stage) => this.sameAt(stage, items[0]!, k) || stage === items[0])
    )
      return true;
    const all = this.view.evaluate(`list(${over.at(-1)!})`, k);
    const list = all === null ? null : exprOf(all);
    const values = list?.kind === 'List' ? list.elts.map((e) => codeOf(e)) : links(step.facts['items']);
    if (values.length === 0 && (items.length > 0 || all === null)) return false;
    const said = items.map((item) => this.view.evaluate(item, k) ?? item);
    if (range && said.length > 1 && !this.view.same(values[0]!, said[0]!)) return false;
    if (range) return this.view.same(values.at(-1)!, said.at(-1)!);
    return values.length === said.length && values.every((v, i) => this.view.same(v, said[i]!));
  }

  /** Whether a step did with each element what a claim says. */
  isEach({ kind, facts, index }: Step, claim: ClaimOf<'each'>): boolean {
    if (kind !== 'each') return false;
    const k = Math.max(0, index - 1);
    const code = (said: string | null, slot: string): boolean =>
      said === null || (facts[slot] !== undefined && canonical(said) === canonical(facts[slot] as string));
    const list = (said: readonly string[] | null, slot: string): boolean => {
      const got = links(facts[slot]);
      return (
        said === null || (said.length === got.length && said.every((v, i) => this.sameAt(got[i]!, v, k)))
      );
    };
    const all =
      claim.all === null ||
      (facts['all'] !== undefined
        ? this.sameAt(facts['all'] as string, claim.all, k)
        : list(
            links(facts['items']).map(() => claim.all!),
            'results',
          ));
    return (
      code(claim.target, 'target') &&
      code(claim.test, 'test') &&
      code(claim.source, 'source') &&
      list(claim.items, 'items') &&
      list(claim.kept, 'kept') &&
      list(claim.results, 'results') &&
      all
    );
  }

  /** Whether an argument of a call is what it was in the last call of the function. */
  isKept(step: Step, name: string): boolean {
    if (step.kind !== 'call') return false;
    const { calls, steps } = this.view.story;
    const before = calls.findLast(
      (c) => c.step < step.index && steps[c.step]!.facts['func'] === step.facts['func'],
    );
    const given = (s: Step): string | undefined =>
      pairsOf(s.facts['args']).find(([arg]) => arg === name)?.[1];
    const [was, is] = [before === undefined ? undefined : given(steps[before.step]!), given(step)];
    return was !== undefined && is !== undefined && this.view.same(was, is);
  }

  /** What a claim of control flow speaks of. */
  isEffect(step: Step, claim: Pick<ClaimOf<'effect'>, 'what'>): boolean {
    const what = step.kind === 'effect' ? (step.facts['what'] as string) : '';
    switch (claim.what) {
      case 'skip':
        return what === 'skip' || what === 'elif' || what === 'else';
      case 'else':
        return what === 'else';
      case 'base':
        return step.kind === 'return';
      case 'body':
        return what === 'body' || what === 'again';
      case 'again':
        return what === 'again' || step.kind === 'round' || step.kind === 'loop';
      case 'leave':
      case 'end':
        return what === 'leave' || step.kind === 'done';
      case 'break':
        return step.kind === 'done' && step.facts['why'] === 'break';
    }
  }

  /** Rounds of every loop of the run. */
  roundsOfLoops(): number[] {
    return this.view.story.loops.map((loop) => loop.rounds.length);
  }
}
