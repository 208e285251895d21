// Rules for conditions: comparisons and properties in words and in code, questions with their answers, and verdicts.
import type { Body, Ref } from '../claims.ts';
import { callOf } from './calls.ts';
import { affirmed, chain, last, ref, rules, type Rule } from './rule.ts';
import type { Caught } from '../grammar.ts';
import { PRONOUNS } from '../words.ts';

export function relation(left: Ref, op: string, right: Ref, truth: boolean | null): Body[] {
  return [{ kind: 'relation', left, op, right, truth }];
}

/** `whether x is not in y` asks what `x not in y` asks; other questions are not turned round. */
function asks(c: Caught, op: string, right: Ref): Body[] {
  if (affirmed(c, 'be')) return relation(ref(c, 's'), op, right, null);
  if (op === 'in') return relation(ref(c, 's'), 'not in', right, null);
  return [{ kind: 'same', subject: { loose: 'that' }, truth: false }];
}

export const NOTHING: Ref = { loose: '' };
const HOLDS = 'true|satisfied|met|fulfilled|so|ok|yes|the case';
const PASSES = 'holds|hold|passes|pass|succeeds|succeed';
const FAILS = 'fails|fail|failed';

function property(c: Caught, truth: boolean | null): Body[] {
  const { op, right } = c['p'] as { op: string; right: string };
  return relation(ref(c, 's'), op, right === '' ? NOTHING : { code: right }, truth);
}

/** `the comparison with wanted = 'o' fails` */
function compared(c: Caught, truth: boolean): Body[] {
  const links = chain(c, 'v');
  const named: Body[] =
    links.length < 2
      ? []
      : [{ kind: 'value', subject: { code: links[0]! }, chain: links.slice(1), mode: 'is', negated: false }];
  return [...named, { kind: 'verdict', truth, answer: false }];
}

/** A side that is any subject, or code alone. */
const sideOf = (c: Caught): Ref => (typeof c['s'] === 'string' ? { code: c['s'] } : ref(c, 's'));

/** `f([1]): not empty` says it of what the call is given. */
function headed(c: Caught): Caught {
  if (typeof c['s'] !== 'string') return c;
  const [only, more] = callOf(c['s'])?.args ?? [];
  const empty = /empty$/.test((c['p'] as { op: string }).op);
  return { ...c, s: { code: empty && only !== undefined && more === undefined ? only : c['s'] } };
}

const code = (c: Caught): Ref => ({ code: c['c'] as string });

export const CONDITION_RULES: readonly Rule[] = [
  ...rules(['<S:s> <BE:be> <COMP:op> <V:v>', '[,] <BE:be> <COMP:op> <V:v>'], (c) =>
    relation(ref(c, 's'), c['op'] as string, { code: last(c, 'v') }, affirmed(c, 'be')),
  ),
  // `6.0 was above it`
  ...rules(
    [
      '<S:s> <BE:be> <COMP:op> (it|that|this|them|those) <END>',
      '<JOINT> <BE:be> <COMP:op> (it|that|this) <END>',
    ],
    (c) => relation(ref(c, 's'), c['op'] as string, { loose: 'that' }, affirmed(c, 'be')),
  ),
  // what would have to be so is only asked
  ...rules(
    [
      '<S:s> (must|should|would have to|has to|have to|needs to|need to|had to|would need to) be <COMP:op> <V:v>',
    ],
    (c) => relation(ref(c, 's'), c['op'] as string, { code: last(c, 'v') }, null),
  ),
  // `three people, more than 1`
  ...rules(['<JOINT> [still|again|also] <THAN:op> <V:v> <END>'], (c) =>
    relation(NOTHING, c['op'] as string, { code: last(c, 'v') }, true),
  ),
  ...rules(['<JOINT> <COMP:op> <V:v> <END>'], (c) => {
    const value = last(c, 'v');
    return !/in$/.test(c['op'] as string) && /^-?\d/.test(value)
      ? relation(NOTHING, c['op'] as string, { code: value }, true)
      : null;
  }),
  ...rules(['<S:s> <BE:be> (greater|larger|bigger|higher) <END>'], (c) =>
    relation(ref(c, 's'), '>', { loose: 'that' }, affirmed(c, 'be')),
  ),
  ...rules(['<S:s> <BE:be> (less|smaller|lower) <END>'], (c) =>
    relation(ref(c, 's'), '<', { loose: 'that' }, affirmed(c, 'be')),
  ),
  ...rules([`[the] <COND> with <V:v> <DO:do> (${FAILS})`], (c) => compared(c, !affirmed(c, 'do'))),
  ...rules([`[the] <COND> with <V:v> <DO:do> (${PASSES})`], (c) => compared(c, affirmed(c, 'do'))),
  ...rules(['there <BE> no match (with|for) <V:v>'], (c) =>
    relation(NOTHING, '==', { code: last(c, 'v') }, false),
  ),
  ...rules(['there <BE> a match (with|for) <V:v>'], (c) =>
    relation(NOTHING, '==', { code: last(c, 'v') }, true),
  ),
  ...rules(['<JOINT> still <COMP:op> <V:v> <END>'], (c) =>
    /in$/.test(c['op'] as string) ? null : relation(NOTHING, c['op'] as string, { code: last(c, 'v') }, true),
  ),
  ...rules(['<JOINT> [still|again|also] not <THAN:op> <V:v> <END>'], (c) =>
    relation(NOTHING, c['op'] as string, { code: last(c, 'v') }, false),
  ),
  // `'n' and 'n' are the same`
  ...rules(
    [
      '<CODE:v> and <CODE:w> <BE:be> (the same|equal|identical|alike)',
      '<CODE:v> and <CODE:w> <DO:be> (match|agree)',
      '<CODE:v> (vs|versus) <CODE:w> [,|:|—|→] (equal|the same|match|identical) <END>',
    ],
    (c) => relation({ code: c['v'] as string }, '==', { code: c['w'] as string }, affirmed(c, 'be')),
  ),
  ...rules(['<CODE:v> (vs|versus) <CODE:w> [,|:|—|→] (different|unequal|not equal|no match) <END>'], (c) =>
    relation({ code: c['v'] as string }, '!=', { code: c['w'] as string }, true),
  ),
  ...rules(['<S:v> and <S:w> [again|also|which] [again|also] <DO:be> (match|agree)'], (c) =>
    relation(ref(c, 'v'), '==', ref(c, 'w'), affirmed(c, 'be')),
  ),
  ...rules(["it (is|'s) <CODE:v> and <CODE:w> <END>"], (c) => {
    const [v, w] = [c['v'] as string, c['w'] as string];
    return /^['"]/.test(v) && /^['"]/.test(w)
      ? relation({ code: v }, v === w ? '==' : '!=', { code: w }, true)
      : null;
  }),
  // `both letters are 'r'`, `we see 'c' in both words`
  ...rules(
    ['both (letters|characters|values|elements|sides|numbers|words) <BE> <V:v>', '<V:v> in both [<NOUN>]'],
    (c) => relation({ code: last(c, 'v') }, '==', { code: last(c, 'v') }, true),
  ),
  ...rules(
    ['<CODE:v> and <CODE:w> <BE:be> (different|unequal|distinct)', '<CODE:v> and <CODE:w> <DO:be> differ'],
    (c) => relation({ code: c['v'] as string }, '!=', { code: c['w'] as string }, affirmed(c, 'be')),
  ),
  ...rules(
    [
      '(the two|they|both|the two of them|these|these two|the two <NOUN>|both <NOUN>) <BE:be> (equal|the same|identical|alike)',
      '(the two|they|both|the two <NOUN>|these two) <DO:be> (match|agree)',
    ],
    (c) => relation(NOTHING, '==', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(
    [
      '(the two|they|both|the two of them|these|these two|the two <NOUN>) <BE:be> (different|unequal|not equal|not the same)',
      '(the two|they|both|the two <NOUN>|these two) <DO:be> differ',
    ],
    (c) => relation(NOTHING, '!=', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(['<S:s> <BE> no <KINDED:p>'], (c) => property(c, false)),
  ...rules(['<S:s> <DO:do> (go|rise|lie|come out) (over|above|beyond) <V:v>'], (c) =>
    relation(ref(c, 's'), '>', { code: last(c, 'v') }, affirmed(c, 'do')),
  ),
  ...rules(['<S:s> <DO:do> (fall|lie|go|come out) (under|below) <V:v>'], (c) =>
    relation(ref(c, 's'), '<', { code: last(c, 'v') }, affirmed(c, 'do')),
  ),
  ...rules(['<CODE:s> [,] does [too|as well|also] <MARK>'], (c) => [
    { kind: 'same', subject: { code: c['s'] as string }, truth: true },
  ]),
  ...rules(['<S:s> <BE:be> <V:v> or (more|greater|above|higher|larger|bigger)'], (c) =>
    relation(ref(c, 's'), '>=', { code: last(c, 'v') }, affirmed(c, 'be')),
  ),
  ...rules(['<S:s> <BE:be> <V:v> or (less|fewer|below|lower|smaller)'], (c) =>
    relation(ref(c, 's'), '<=', { code: last(c, 'v') }, affirmed(c, 'be')),
  ),
  // `n has hit zero`
  ...rules(
    [
      '<S:s> (has|have|had) [now] (hit|reached|become|dropped to|got to|gone to) <V:v>',
      '<S:s> (hits|reaches|reached) <V:v>',
    ],
    (c) =>
      chain(c, 'v').length > 1
        ? null
        : [{ kind: 'value', subject: ref(c, 's'), chain: chain(c, 'v'), mode: 'is', negated: false }],
  ),
  ...rules(
    [
      '<S:s> <BE:be> (uppercase|upper case|in upper case) <END>',
      '<S:s> <BE:be> (capitalised|capitalized) <END>',
    ],
    (c) => relation(ref(c, 's'), 'upper', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(['<S:s> <BE:be> (lowercase|lower case|in lower case) <END>'], (c) =>
    relation(ref(c, 's'), 'lower', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(['<START> [also] (uppercase|upper case) <END>'], () => relation(NOTHING, 'upper', NOTHING, true)),
  ...rules(['not (uppercase|upper case) [either] <END>'], () => relation(NOTHING, 'upper', NOTHING, false)),
  ...rules(['<START> [also] (lowercase|lower case) <END>'], () => relation(NOTHING, 'lower', NOTHING, true)),
  ...rules(['not (lowercase|lower case) [either] <END>'], () => relation(NOTHING, 'lower', NOTHING, false)),
  ...rules(
    [
      '<S:s> [still] (has|have|had|holds) [some|more] (~elements|~items|~entries|~letters|~characters|~words|~values) [left|in it]',
      '<S:s> , which [still] (has|have|had|holds) [some|more] (~elements|~items|~entries|~letters|~characters|~words|~values) [left|in it]',
    ],
    (c) => {
      const subject = ref(c, 's');
      // `both lists still have elements` is of several
      return 'code' in subject || PRONOUNS.has(subject.loose)
        ? relation(subject, 'nonempty', NOTHING, true)
        : null;
    },
  ),
  ...rules(
    [
      '<S:s> (has|have|had|holds) (no (elements|items|entries|letters|characters|words|values)|nothing in it)',
    ],
    (c) => relation(ref(c, 's'), 'empty', NOTHING, true),
  ),
  ...rules(
    [
      'both (checks|tests|conditions|comparisons) <BE:be> (true|met|satisfied)',
      'both (checks|tests|conditions|comparisons) <DO:be> (hold|pass|succeed)',
    ],
    (c) => [
      { kind: 'verdict', truth: affirmed(c, 'be'), answer: false },
      { kind: 'verdict', truth: affirmed(c, 'be'), answer: false },
    ],
  ),
  ...rules(
    [
      'both (checks|tests|conditions|comparisons) <BE:be> false',
      'both (checks|tests|conditions|comparisons) fail',
    ],
    (c) => [
      { kind: 'verdict', truth: !affirmed(c, 'be'), answer: false },
      { kind: 'verdict', truth: !affirmed(c, 'be'), answer: false },
    ],
  ),
  ...rules(['<S:s> not <COMP:op> <V:v>', 'not <COMP:op> <V:v>'], (c) =>
    relation(ref(c, 's'), c['op'] as string, { code: last(c, 'v') }, false),
  ),
  ...rules(
    ['(is|are|does|was|do) <S:s> <COMP:op> <V:v> ?', '(whether|if) <S:s> <BE:be> <COMP:op> <V:v>'],
    (c) => asks(c, c['op'] as string, { code: last(c, 'v') }),
  ),
  ...rules(['(does|do|did) <S:s> (exceed|surpass) <V:v> ?'], (c) =>
    relation(ref(c, 's'), '>', { code: last(c, 'v') }, null),
  ),
  ...rules(['(does|do|did) <S:s> (equal|match) <V:v> ?'], (c) =>
    relation(ref(c, 's'), '==', { code: last(c, 'v') }, null),
  ),
  ...rules(['(does|do|did) <V:v> divide <V:w> [evenly] ?'], (c) =>
    relation({ code: last(c, 'w') }, '%', { code: last(c, 'v') }, null),
  ),
  ...rules(
    ['(does|do|did) <S:s> (appear|occur|exist) in <V:v> ?', '(is|are|was) <S:s> [already] in <V:v> ?'],
    (c) => relation(ref(c, 's'), 'in', { code: last(c, 'v') }, null),
  ),
  ...rules(['(does|do|did) <S:s> (contain|have|include) <V:v> ?'], (c) =>
    relation({ code: last(c, 'v') }, 'in', ref(c, 's'), null),
  ),
  // `not 6 but smaller than it`
  ...rules(['<START> <THAN:op> (it|that|this) <END>', 'but [also] <THAN:op> (it|that|this) <END>'], (c) =>
    relation(NOTHING, c['op'] as string, { loose: 'that' }, true),
  ),
  ...rules(['but [also|is] <THAN:op> <V:v> <END>', 'and [also] <THAN:op> <V:v> <END>'], (c) =>
    relation(NOTHING, c['op'] as string, { code: last(c, 'v') }, true),
  ),
  ...rules(['<S:s> <BE:be> <PROP:p>'], (c) => property(c, affirmed(c, 'be'))),
  ...rules([`<V:v> <DO:do> (divides|goes into|evenly divides) <V:w> [evenly]`], (c) =>
    relation({ code: last(c, 'w') }, '%', { code: last(c, 'v') }, affirmed(c, 'do')),
  ),
  ...rules([`<S:s> <DO:do> (fit|fits|stay|stays) (in|into|within) <V:v>`], (c) =>
    relation(ref(c, 's'), '<=', { code: last(c, 'v') }, affirmed(c, 'do')),
  ),
  ...rules(
    [
      '<S:s> (start|begin|remain|stay|become|end up|turn out|look) [out|off] [as|to be] <PROP:p>',
      '<S:s> <BE> (set|initialized|initialised|made) [to [be]|as] <PROP:p>',
      '<S:s> initially <PROP:p>',
    ],
    (c) => property(c, true),
  ),
  ...rules(['<FN:s> : not <PROP:p>'], (c) => property(headed(c), false)),
  ...rules(['not <PROP:p>', '<S:s> [,|—|:] not <PROP:p>'], (c) => property(c, false)),
  ...rules(['<PROP:p> <END>', '<CODE:s> [—|,|:] <PROP:p>'], (c) => property(headed(c), true)),
  ...rules(['(is|are) <S:s> <PROP:p> ?', '(whether|if) <S:s> <BE> <PROP:p>'], (c) => property(c, null)),
  ...rules(['<S:s> <DO:do> (match|matches|equal|equals|coincides with|agrees with) <V:v>'], (c) =>
    relation(ref(c, 's'), '==', { code: last(c, 'v') }, affirmed(c, 'do')),
  ),
  ...rules(['<S:s> <DO:do> (exceed|exceeds|surpass|surpasses|beat|beats) <V:v>'], (c) =>
    relation(ref(c, 's'), '>', { code: last(c, 'v') }, affirmed(c, 'do')),
  ),
  ...rules(['<S:s> <DO:do> (contain|contains|include|includes) <V:v>'], (c) =>
    relation({ code: last(c, 'v') }, 'in', ref(c, 's'), affirmed(c, 'do')),
  ),
  ...rules(['<S:s> <DO:do> (differ|differs) [from <V:v>]', '<S:s> <BE:do> (different|unequal) <END>'], (c) =>
    relation(ref(c, 's'), '!=', c['v'] === undefined ? NOTHING : { code: last(c, 'v') }, affirmed(c, 'do')),
  ),
  ...rules(
    [
      '<S:s> <DO:do> (match|matches|agree|agrees|coincide) <END>',
      '<S:s> <BE:do> (equal|identical) <END>',
      '<BE:do> a match',
      '<S:s> <BE:do> [exactly] the (goal|target) <END>',
    ],
    (c) => relation(ref(c, 's'), '==', NOTHING, affirmed(c, 'do')),
  ),
  ...rules(['no difference [is found]'], () => relation(NOTHING, '!=', NOTHING, false)),
  ...rules(['a match', 'found <END>'], () => relation(NOTHING, '==', NOTHING, true)),
  ...rules(
    [
      'no match <END>',
      'no difference [is found]',
      'not a match',
      'not the same',
      'no <NOUN> (matched|matches)',
    ],
    () => relation(NOTHING, '==', NOTHING, false),
  ),
  ...rules(['<BE:be> (a|an) <CODE:c> <END>'], (c) => relation(code(c), 'true', NOTHING, affirmed(c, 'be'))),
  // `4, not 5`, `is 18 and not 0`
  ...rules(['[and|but] not <V:v> <END>', '(rather than|instead of) <V:v>'], (c) =>
    relation(NOTHING, '==', { code: last(c, 'v') }, false),
  ),
  ...rules(
    [
      '(move|moves|carry|carries|go|goes|keep|keeps|moving|going) on [to the next <NOUN>]',
      '(keep|keeps) going',
      '(continue|continues) [on] [with the next [one|<NOUN>]]',
      '(it|this) <BE> the same [for <V>]',
    ],
    () => [],
  ),
  // what is compared with what
  ...rules(['(compare|compares|comparing|compared) <V:v> (and|with|to|against) <V:w>'], (c) => [
    ...['v', 'w'].flatMap((name): Body[] => {
      const links = chain(c, name);
      return links.length < 2
        ? []
        : [
            {
              kind: 'value',
              subject: { code: links[0]! },
              chain: links.slice(1),
              mode: 'is',
              negated: false,
            },
          ];
    }),
    ...relation({ code: chain(c, 'v')[0]! }, 'vs', { code: chain(c, 'w')[0]! }, null),
  ]),
  // conditions as code
  ...rules([`<C:c> [,] <BE:be> [both|all] (${HOLDS})`, `<C:c> [and] (${HOLDS}) <END>`], (c) =>
    relation(code(c), 'true', NOTHING, affirmed(c, 'be')),
  ),
  ...rules([`<C:c> [,] <BE:be> (false|wrong)`, `<C:c> (false|wrong|no) <END>`], (c) =>
    relation(code(c), 'true', NOTHING, !affirmed(c, 'be')),
  ),
  ...rules([`<C:c> [,] which <BE:be> (${HOLDS})`], (c) =>
    relation(code(c), 'true', NOTHING, affirmed(c, 'be')),
  ),
  ...rules([`<C:c> [,] which <BE:be> (false|wrong)`], (c) =>
    relation(code(c), 'true', NOTHING, !affirmed(c, 'be')),
  ),
  ...rules([`[<COND>] <C:c> <DO:do> (${PASSES})`], (c) =>
    relation(code(c), 'true', NOTHING, affirmed(c, 'do')),
  ),
  ...rules([`[<COND>] <C:c> <DO:do> (${FAILS})`], (c) =>
    relation(code(c), 'true', NOTHING, !affirmed(c, 'do')),
  ),
  ...rules(
    [
      `[the] [<COND>] <CE:c> <BE:be> [also] (${HOLDS})`,
      `[the] [<COND>] <CE:c> , which <BE:be> [also] (${HOLDS})`,
      `[the] <COND> <CE:c> <DO:be> (${PASSES})`,
      `[the] [<COND>] <CE:c> [,] [which] (evaluates to|gives|is|=|→|comes out|turns out|turns out to be|proves|comes out as|yields) (true|True)`,
    ],
    (c) => relation(code(c), 'true', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(
    [
      `[the] [<COND>] <CE:c> <BE:be> [also] (false|wrong)`,
      `[the] [<COND>] <CE:c> , which <BE:be> [also] (false|wrong)`,
      `[the] <COND> <CE:c> <DO:be> (${FAILS})`,
      `[the] [<COND>] <CE:c> [,] [which] (evaluates to|gives|is|=|→|comes out|turns out|turns out to be|proves|comes out as|yields) (false|False)`,
    ],
    (c) => relation(code(c), 'true', NOTHING, !affirmed(c, 'be')),
  ),
  ...rules([`<C:c> (evaluates to|gives|is|=|→|comes out) (true|True)`], (c) =>
    relation(code(c), 'true', NOTHING, true),
  ),
  ...rules([`<C:c> (evaluates to|gives|is|=|→|comes out) (false|False)`], (c) =>
    relation(code(c), 'true', NOTHING, false),
  ),
  ...rules([`not <C:c>`], (c) => relation(code(c), 'true', NOTHING, false)),
  ...rules(
    [
      `<C:c> ?`,
      `(is|are|was|does) <C:c> ?`,
      `(whether|if) <C:c>`,
      `(tests|checks|evaluates|testing|checking) [whether|if|that] <C:c>`,
      `<C:c> <BE> (checked|tested|evaluated|asked)`,
    ],
    (c) => relation(code(c), 'true', NOTHING, null),
  ),
  ...rules([`<C:c> and <C:d> <BE:be> [both|all] (${HOLDS})`], (c) => [
    ...relation(code(c), 'true', NOTHING, affirmed(c, 'be')),
    ...relation({ code: c['d'] as string }, 'true', NOTHING, affirmed(c, 'be')),
  ]),
  ...rules(['<C:c>'], (c) => relation(code(c), 'true', NOTHING, true)),
  ...rules([`<S:s> <BE:be> (true|truthy)`], (c) => relation(ref(c, 's'), 'true', NOTHING, affirmed(c, 'be'))),
  ...rules(
    [
      `<S:s> <DO:do> (count|counts) as true`,
      `<S:s> , which <DO:do> (count|counts) as true`,
      `<CODE:s> <DO:do> (${PASSES}) <END>`,
    ],
    (c) => relation(sideOf(c), 'true', NOTHING, affirmed(c, 'do')),
  ),
  ...rules(
    [
      `<S:s> <DO:do> (count|counts) as false`,
      `<S:s> , which <DO:do> (count|counts) as false`,
      `<CODE:s> <DO:do> (${FAILS}) <END>`,
    ],
    (c) => relation(sideOf(c), 'true', NOTHING, !affirmed(c, 'do')),
  ),
  ...rules([`<S:s> <BE:be> (false|falsy)`], (c) =>
    relation(ref(c, 's'), 'true', NOTHING, !affirmed(c, 'be')),
  ),
  ...rules(
    [
      '(make|making|made) the <COND> (true|hold)',
      '(satisfy|satisfies|satisfying|meet|meets|meeting|pass|passes|passing) the <COND>',
    ],
    () => [{ kind: 'verdict', truth: true, answer: false }],
  ),
  ...rules(
    [
      '(make|making|made) the <COND> (false|fail)',
      '(fail|fails|failing) the <COND>',
      '(do|does|did) not (satisfy|meet|pass) the <COND>',
    ],
    () => [{ kind: 'verdict', truth: false, answer: false }],
  ),
  // verdicts on the condition at hand
  ...rules(
    [
      `<COND> <BE:be> (${HOLDS})`,
      `<COND> <DO:be> (${PASSES})`,
      `(which|this|that|it|both) <BE:be> (${HOLDS})`,
      `<COND> [now|this time] (comes out|turns out|evaluates to|is again|comes out as|gives|proves) (true|True)`,
      `(which|this|that|it) <DO:be> (${PASSES})`,
    ],
    (c) => [{ kind: 'verdict', truth: affirmed(c, 'be'), answer: false }],
  ),
  ...rules(
    [
      `<COND> <BE:be> (false|not met)`,
      `<COND> [now|this time] (comes out|turns out|evaluates to|is again|comes out as|gives|proves) (false|False)`,
      `<COND> <DO:be> (${FAILS})`,
      `(which|this|that|it|both) <BE:be> false`,
      `(which|this|that|it) <DO:be> (${FAILS})`,
    ],
    (c) => [{ kind: 'verdict', truth: !affirmed(c, 'be'), answer: false }],
  ),
  ...rules(
    [
      '(yes|yep|yeah|yup|sure) [,] [it is|it does|they are|indeed|that is true] <END>',
      '(it|they) does <END>',
    ],
    () => [{ kind: 'verdict', truth: true, answer: true }],
  ),
  ...rules(
    [
      '(no|nope|nah) [,] [it is not|it does not|they are not|that is false] <END>',
      '(it|they) does not <END>',
    ],
    () => [{ kind: 'verdict', truth: false, answer: true }],
  ),
  ...rules(['<S:s> <BE:be> <END>'], (c) => {
    const subject = ref(c, 's');
    return 'loose' in subject && subject.loose === ''
      ? null
      : [{ kind: 'same', subject, truth: affirmed(c, 'be') }];
  }),
];
