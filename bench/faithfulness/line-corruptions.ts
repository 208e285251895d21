// Ways to make a true text in a line style false: the same kinds of error as in `corruptions.ts`, as they look in texts
// of lines. A corruption returns a changed text, or null when the text offers nothing to change.
import type { ExplainedClaim } from '../../verbalizer/index.ts';
import type { Chooser } from '../../verbalizer/text/random.ts';
import { FLIPS, swapDigits } from '../../verbalizer/corrupt/in-place.ts';
import { alternatives, changeOne, NUMBER } from '../../verbalizer/corrupt/tools.ts';

/** A claim with its place: of a line, or of a sentence between lines. */
export type PlacedClaim = ExplainedClaim['claim'] & Pick<ExplainedClaim, 'span'>;

export interface LineSubject {
  readonly text: string;
  readonly claims: readonly PlacedClaim[];
  /** A text about another run in the same style. */
  readonly other: string;
}

export type LineCorruption = (subject: LineSubject, chooser: Chooser) => string | null;

const TURNS: Record<string, string> = {
  '# True': '# False',
  '# False': '# True',
  ') True': ') False',
  ') False': ') True',
  'pops True; goes on': 'pops False; goes on',
  'pops False; goes on': 'pops True; goes on',
  'goes on': 'jumps to 3',
  '"True"': '"False"',
  '"False"': '"True"',
  done: 'i = 0',
};

const NEGATIONS: Record<string, string> = {
  ' = ': ' != ',
  ' returns ': ' never returns ',
  True: 'not True',
  '": "': '": not "',
  pushes: 'does not push',
  ' → ': ' not → ',
};

/** The text with the stretches exchanged; null when they say the same. */
function exchanged(text: string, a: readonly [number, number], b: readonly [number, number]): string | null {
  const [first, second] = a[0] < b[0] ? [a, b] : [b, a];
  const [x, y] = [text.slice(...first), text.slice(...second)];
  return x === y
    ? null
    : text.slice(0, first[0]) + y + text.slice(first[1], second[0]) + x + text.slice(second[1]);
}

/** Names that the text speaks of. */
function namesOf({ claims }: LineSubject): string[] {
  const names = new Set<string>();
  for (const { slots } of claims)
    for (const slot of ['changes', 'locals']) {
      const flat = slots[slot];
      if (Array.isArray(flat)) flat.forEach((name: string, i) => i % 2 === 0 && names.add(name));
    }
  return [...names].filter((name) => /^\w+$/.test(name));
}

function isFold({ kind }: PlacedClaim): boolean {
  return kind === 'rounds' || kind === 'activation' || kind === 'stretch';
}

/** Changes one stretch of the text that a claim stands in. */
function inside(
  text: string,
  claim: PlacedClaim | undefined,
  change: (said: string) => string | null,
): string | null {
  if (claim === undefined) return null;
  const changed = change(text.slice(...claim.span));
  return changed === null ? null : text.slice(0, claim.span[0]) + changed + text.slice(claim.span[1]);
}

/** The text with a claim's words taken out, and with what stands between them and the next. */
function without(text: string, [from, to]: readonly [number, number]): string {
  const rest = text.slice(to);
  const separator = /^(?:; |\n)/.exec(rest)?.[0] ?? '';
  return text.slice(0, from) + rest.slice(separator.length);
}

/** What a fold says of exceptions: a name, how often, a line. */
const RAISES =
  /\w+(?= raised (?:once|\d))|(?<= raised )(?:once|\d+ times)|(?<= raised (?:once|\d+ times) at line )\d+/g;

/** The kinds of corruption, by what they are called in the table. */
export const LINE_CORRUPTIONS: Record<string, LineCorruption> = {
  'a value off by one': ({ text }, c) =>
    changeOne(text, NUMBER, c, (n) => String(BigInt(n) + (c.chance(0.5) || n === '0' ? 1n : -1n))),
  'swapped digits': ({ text }, c) => changeOne(text, /(?<![\w.])\d{2,}(?![\w.]*\w)/g, c, swapDigits),
  "another variable's name": (subject, c) => {
    const names = namesOf(subject);
    if (names.length < 2) return null;
    const pattern = new RegExp(`(?<![\\w.'])(?:${names.join('|')})(?![\\w'(])`, 'g');
    return changeOne(subject.text, pattern, c, (name) => c.pick(names.filter((n) => n !== name)));
  },
  'a flipped comparison': ({ text }, c) => changeOne(text, alternatives(FLIPS), c, (op) => FLIPS[op]!),
  'a flipped branch': ({ text }, c) => changeOne(text, alternatives(TURNS), c, (turn) => TURNS[turn]!),
  'two steps swapped': ({ text, claims }, c) => {
    if (claims.length < 2) return null;
    const i = Math.floor(c.next() * (claims.length - 1));
    return exchanged(text, claims[i]!.span, claims[i + 1]!.span);
  },
  'a step dropped': ({ text, claims }, c) => (claims.length < 2 ? null : without(text, c.pick(claims).span)),
  'a step invented': ({ text, claims }, c) => {
    const { span } = c.pick(claims);
    const line = text.slice(...span);
    const invented = changeOne(line, NUMBER, c, (n) => String(BigInt(n) + 1000n)) ?? line;
    const separator = line.startsWith('(') ? '; ' : '\n';
    return text.slice(0, span[1]) + separator + invented + text.slice(span[1]);
  },
  'a step from another run': ({ text, claims, other }, c) => {
    const foreign = other.split('\n').filter((line) => line.length > 10);
    if (foreign.length === 0) return null;
    const lines = text.split('\n');
    lines.splice(Math.floor(c.next() * (lines.length + 1)), 0, c.pick(foreign));
    return claims.length === 0 ? null : lines.join('\n');
  },
  'a wrong fold count': ({ text, claims }, c) => {
    const folds = claims.filter(isFold);
    if (folds.length === 0) return null;
    return inside(text, c.pick(folds), (said) =>
      changeOne(said, /\b\d+(?= (?:rounds?|lines?|calls?|instructions?))/g, c, (n) =>
        String(Number(n) + 1 + Math.floor(c.next() * 5)),
      ),
    );
  },
  'wrong exceptions in a fold': ({ text, claims }, c) => {
    const folds = claims.filter((claim) => isFold(claim) && claim.slots['raises'] !== undefined);
    if (folds.length === 0) return null;
    return inside(text, c.pick(folds), (said) =>
      changeOne(said, RAISES, c, (part) => {
        if (/^\d+$/.test(part)) return String(Number(part) + (c.chance(0.5) ? 1 : -1));
        if (part === 'once') return '2 times';
        if (part.endsWith(' times')) return c.chance(0.5) ? 'once' : `${parseInt(part, 10) + 1} times`;
        return part === 'ValueError' ? 'KeyError' : 'ValueError';
      }),
    );
  },
  'a wrong final answer': ({ text, claims }, c) => {
    const last = claims.findLast(
      ({ slots }) => slots['returned'] !== undefined || slots['event'] === 'return',
    );
    return inside(text, last, (said) => {
      const answer = (last!.slots['returned'] ?? last!.slots['value']) as string;
      const at = said.lastIndexOf(answer);
      if (at < 0) return null;
      const wrong = /^-?\d+$/.test(answer)
        ? String(BigInt(answer) + 1n)
        : answer === 'True'
          ? 'False'
          : answer === 'False'
            ? 'True'
            : c.chance(0.5)
              ? '0'
              : 'None';
      return wrong === answer ? null : said.slice(0, at) + wrong + said.slice(at + answer.length);
    });
  },
  'a right answer with wrong steps': ({ text, claims }, c) => {
    const end = claims.at(-1)?.span[0] ?? 0;
    const changed = changeOne(text.slice(0, end), NUMBER, c, (n) => String(BigInt(n) + 7n));
    return changed === null ? null : changed + text.slice(end);
  },
  'a negation added': ({ text }, c) =>
    changeOne(text, alternatives(NEGATIONS), c, (said) => NEGATIONS[said]!),
};
