// Which way to go, from the next token alone. Replaces Chevrotain's general lookahead, which works out the same
// tables far more slowly when the parser is made: first sets are computed once for each rule and then looked up.
import {
  Alternation,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type ILookaheadStrategy,
  type IOrAlt,
  type IProduction,
  type IToken,
  type Rule,
} from 'chevrotain';

/** What the finished functions need of the parser they are called on. */
interface TokenReader {
  LA(distance: number): IToken;
}

/** What an expression of the grammar can start with, by token type. */
interface First {
  tokens: Set<number>;
  /** Whether it can be empty. */
  isNullable: boolean;
}

const OPTIONAL = {
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
};

type Parent = IProduction & { definition: IProduction[] };

function isParent(production: IProduction): production is Parent {
  return 'definition' in production && !(production instanceof NonTerminal);
}

export class OneTokenLookahead implements ILookaheadStrategy {
  private readonly rules = new Map<Rule, First>();

  validate(): [] {
    return [];
  }

  buildLookaheadForAlternation({
    prodOccurrence,
    rule,
    hasPredicates,
  }: Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0]): (
    this: unknown,
    alternatives?: IOrAlt<unknown>[],
  ) => number | undefined {
    const found = find(rule.definition, (node) => node instanceof Alternation && node.idx === prodOccurrence);
    const firsts = found.definition.map((alternative) => this.first(alternative));
    if (hasPredicates) return gated(firsts);
    const choices: number[] = [];
    firsts.forEach(({ tokens }, i) => tokens.forEach((type) => (choices[type] ??= i)));
    const empty = firsts.findIndex(({ isNullable }) => isNullable);
    const otherwise = empty < 0 ? undefined : empty;
    return function (this: unknown): number | undefined {
      return choices[(this as TokenReader).LA(1).tokenTypeIdx] ?? otherwise;
    };
  }

  buildLookaheadForOptional({
    prodOccurrence,
    prodType,
    rule,
  }: Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0]): (this: unknown) => boolean {
    const found = find(
      rule.definition,
      (node) => node instanceof OPTIONAL[prodType] && node.idx === prodOccurrence,
    );
    const { tokens } = this.firstOfAll(found.definition);
    const flags = new Uint8Array(1 + Math.max(...tokens));
    for (const type of tokens) flags[type] = 1;
    return function (this: unknown): boolean {
      return flags[(this as TokenReader).LA(1).tokenTypeIdx] === 1;
    };
  }

  private firstOfAll(sequence: readonly IProduction[]): First {
    const tokens = new Set<number>();
    for (const production of sequence) {
      const first = this.first(production);
      first.tokens.forEach((type) => tokens.add(type));
      if (!first.isNullable) return { tokens, isNullable: false };
    }
    return { tokens, isNullable: true };
  }

  private first(production: IProduction): First {
    if (production instanceof Terminal) {
      return { tokens: new Set([production.terminalType.tokenTypeIdx!]), isNullable: false };
    }
    if (production instanceof NonTerminal) return this.firstOfRule(production.referencedRule);
    if (!isParent(production)) throw new Error('an unknown kind of production');
    if (production instanceof Alternation) return this.firstOfAny(production.definition);
    const inner = this.firstOfAll(production.definition);
    const isOptional =
      production instanceof Option ||
      production instanceof Repetition ||
      production instanceof RepetitionWithSeparator;
    return isOptional ? { tokens: inner.tokens, isNullable: true } : inner;
  }

  private firstOfAny(alternatives: readonly IProduction[]): First {
    const tokens = new Set<number>();
    let isNullable = false;
    for (const alternative of alternatives) {
      const first = this.first(alternative);
      first.tokens.forEach((type) => tokens.add(type));
      isNullable ||= first.isNullable;
    }
    return { tokens, isNullable };
  }

  private firstOfRule(rule: Rule): First {
    let first = this.rules.get(rule);
    if (first === undefined) this.rules.set(rule, (first = this.firstOfAll(rule.definition)));
    return first;
  }
}

/** Alternatives with conditions are tried in order. */
function gated(firsts: readonly First[]) {
  return function (this: unknown, alternatives: IOrAlt<unknown>[] = []): number | undefined {
    const type = (this as TokenReader).LA(1).tokenTypeIdx;
    const found = alternatives.findIndex(
      ({ GATE }, i) => GATE?.call(this) !== false && firsts[i]!.tokens.has(type),
    );
    return found < 0 ? undefined : found;
  };
}

function find(productions: readonly IProduction[], matches: (production: IProduction) => boolean): Parent {
  const stack = [...productions];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isParent(node)) continue;
    if (matches(node)) return node;
    stack.push(...node.definition);
  }
  throw new Error('no such production');
}
