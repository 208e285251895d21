// Rules for conditions: comparisons and properties in words and in code, questions with their answers, verdicts, and
// where control goes.
import type { Body, EffectName, Ref } from '../claims.ts';
import { affirmed, chain, last, ref, rules, type Rule } from './rule.ts';
import type { Caught } from '../grammar.ts';

function relation(left: Ref, op: string, right: Ref, truth: boolean | null): Body[] {
  return [{ kind: 'relation', left, op, right, truth }];
}

/** `whether x is not in y` asks what `x not in y` asks; other questions are not turned round. */
function asks(c: Caught, op: string, right: Ref): Body[] {
  if (affirmed(c, 'be')) return relation(ref(c, 's'), op, right, null);
  if (op === 'in') return relation(ref(c, 's'), 'not in', right, null);
  return [{ kind: 'same', subject: { loose: 'that' }, truth: false }];
}

const NOTHING: Ref = { loose: '' };
const HOLDS = 'true|satisfied|met|fulfilled|so|ok|yes';
const PASSES = 'holds|hold|passes|pass|succeeds|succeed';
const FAILS = 'fails|fail|failed';

function property(c: Caught, truth: boolean | null): Body[] {
  const { op, right } = c['p'] as { op: string; right: string };
  return relation(ref(c, 's'), op, right === '' ? NOTHING : { code: right }, truth);
}

const code = (c: Caught): Ref => ({ code: c['c'] as string });

function effects(what: EffectName, wordings: readonly string[], negated = false): Rule[] {
  return rules(wordings, () => [{ kind: 'effect', what, negated }]);
}

export const CONDITION_RULES: readonly Rule[] = [
  ...rules(['<S:s> <BE:be> <COMP:op> <V:v>', '[,] <BE:be> <COMP:op> <V:v>'], (c) =>
    relation(ref(c, 's'), c['op'] as string, { code: last(c, 'v') }, affirmed(c, 'be')),
  ),
  ...rules(['<S:s> not <COMP:op> <V:v>', 'not <COMP:op> <V:v>'], (c) =>
    relation(ref(c, 's'), c['op'] as string, { code: last(c, 'v') }, false),
  ),
  ...rules(
    ['(is|are|does|was|do) <S:s> <COMP:op> <V:v> ?', '(whether|if) <S:s> <BE:be> <COMP:op> <V:v>'],
    (c) => asks(c, c['op'] as string, { code: last(c, 'v') }),
  ),
  ...rules(['<S:s> <BE:be> <PROP:p>'], (c) => property(c, affirmed(c, 'be'))),
  ...rules(
    [
      `<S:s> <DO:be> (appear|exist|occur) (in it|there|<END>)`,
      `<S:s> <BE:be> (a key|one of the keys|among the keys|one of the elements) <END>`,
    ],
    (c) => relation(ref(c, 's'), 'in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(
    [
      `<S:s> <BE:be> [already|present|found|contained] (in|inside|among) the <KIND:k>`,
      `<S:s> <BE:be> (in|inside) the <KIND:k> (already|yet)`,
    ],
    (c) => relation(ref(c, 's'), 'in', { loose: c['k'] as string }, affirmed(c, 'be')),
  ),
  ...rules(
    [
      `<S:s> <DO:do> (appear|exist|occur|show up) in <V:v>`,
      `<S:s> <BE:do> (a key|an element|one) (of|in) <V:v>`,
    ],
    (c) => relation(ref(c, 's'), 'in', { code: last(c, 'v') }, affirmed(c, 'do')),
  ),
  ...rules([`there <BE:be> such (key|entry|element|item)`], (c) =>
    relation({ loose: 'it' }, 'in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules([`(there <BE>|has) no such (key|entry|element|item)`, `cannot be found`, `can not be found`], () =>
    relation({ loose: 'it' }, 'in', NOTHING, false),
  ),
  ...rules([`<S:s> (cannot|can not) (be found|find) [in <V:v>]`], (c) =>
    relation(ref(c, 's'), 'in', c['v'] === undefined ? NOTHING : { code: last(c, 'v') }, false),
  ),
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
  ...rules(['not <PROP:p>', '<S:s> [,|—|:] not <PROP:p>'], (c) => property(c, false)),
  ...rules(['<PROP:p> <END>', '<CODE:s> [—|,|:] <PROP:p>'], (c) =>
    property(typeof c['s'] === 'string' ? { ...c, s: { code: c['s'] } } : c, true),
  ),
  ...rules(['(is|are) <S:s> <PROP:p> ?', '(whether|if) <S:s> <BE> <PROP:p>'], (c) => property(c, null)),
  ...rules(['<S:s> <DO:do> (match|matches|equal|equals|coincides with|agrees with) <V:v>'], (c) =>
    relation(ref(c, 's'), '==', { code: last(c, 'v') }, affirmed(c, 'do')),
  ),
  ...rules(['<S:s> <DO:do> (exceed|exceeds|surpass|surpasses) <V:v>'], (c) =>
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
  ...rules(['<S:s> <BE:be> [already] (in it|in there|there|in <END>|present|known|among them)'], (c) =>
    relation(ref(c, 's'), 'in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(['[<S:s>] not (in it|in there|there|in <END>|present)'], (c) =>
    relation(ref(c, 's'), 'in', NOTHING, false),
  ),
  ...rules(['in it <END>', 'in there <END>', 'already there'], () => relation(NOTHING, 'in', NOTHING, true)),
  ...rules(['<S:s> <BE:be> (new|missing|absent) <END>'], (c) =>
    relation(ref(c, 's'), 'not in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(['(has|have) not been (counted|seen|added|met|visited) [before|yet|so far]'], () =>
    relation({ loose: 'it' }, 'in', { loose: 'container' }, false),
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
  ...rules(['<S:s> has no entry [yet|so far]'], (c) =>
    relation({ loose: 'it' }, 'not in', ref(c, 's'), true),
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
    ...relation({ code: last(c, 'v') }, 'vs', { code: last(c, 'w') }, null),
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
  ...rules([`<S:s> <BE:be> (false|falsy)`], (c) =>
    relation(ref(c, 's'), 'true', NOTHING, !affirmed(c, 'be')),
  ),
  // verdicts on the condition at hand
  ...rules(
    [
      `<COND> <BE:be> (${HOLDS})`,
      `<COND> <DO:be> (${PASSES})`,
      `(which|this|that|it|both) <BE:be> (${HOLDS})`,
      `(which|this|that|it) <DO:be> (${PASSES})`,
    ],
    (c) => [{ kind: 'verdict', truth: affirmed(c, 'be'), answer: false }],
  ),
  ...rules(
    [
      `<COND> <BE:be> (false|not met)`,
      `<COND> <DO:be> (${FAILS})`,
      `(which|this|that|it|both) <BE:be> false`,
      `(which|this|that|it) <DO:be> (${FAILS})`,
    ],
    (c) => [{ kind: 'verdict', truth: !affirmed(c, 'be'), answer: false }],
  ),
  ...rules(['(yes|yep|yeah|sure) [,] [it is|it does|they are|indeed] <END>', '(it|they) does <END>'], () => [
    { kind: 'verdict', truth: true, answer: true },
  ]),
  ...rules(['(no|nope) [,] [it is not|it does not|they are not] <END>', '(it|they) does not <END>'], () => [
    { kind: 'verdict', truth: false, answer: true },
  ]),
  ...rules(['<S:s> <BE:be> <END>'], (c) => {
    const subject = ref(c, 's');
    return 'loose' in subject && subject.loose === ''
      ? null
      : [{ kind: 'same', subject, truth: affirmed(c, 'be') }];
  }),
  ...effects('skip', [
    '(skip|skips|skipping|skipped) [over] [it|this|that|them|the body|the branch|the if|the early return|the rest]',
    '[we] <BE> skipped',
    '(body|branch|if|early return|block|path|return) (is|are|was) not (taken|executed|run|entered|reached|used|applied)',
    'no (change|changes) [is made|are made|happens|occurs] <END>',
    '[the] rest of the (body|round|iteration|loop|loop body) <BE> (skipped|ignored)',
    '[it] <BE> (passed over|left out|left unchanged)',
    '<E> <BE> left unchanged',
    'nothing (happens|changes|is done|to do|is added|is appended)',

    '(leave|leaves) <E> (alone|unchanged|as it is)',
    '<E> <BE> (left alone|unchanged|untouched|left as it is)',
    '<E> (stays|remains) (the same|unchanged|as it is)',
    '(keep|keeps) <E> as it is',
    '(do|does|did) not (append|add|do|change|count|run|enter|take|execute) [at all|anything|it|that|the branch|the body|this branch] [to <E>]',
    '(body|branch) [of the if] (does not|is not) (run|executed|taken)',
  ]),
  ...rules(['(continue|go on|move on|proceed|carry on) [on] (with|to) the next <N:n> [<NOUN>]'], (c) =>
    c['n'] === 1 ? [] : [{ kind: 'same', subject: { loose: 'that' }, truth: true }],
  ),
  ...effects('else', [
    '[the] else (branch|block|part|clause|case) [runs|is taken|applies|executes|again|is executed]',
    '(go|goes|land|lands|fall|falls) (to|in|into|through to) the else [branch|block|part]',
    'else (runs|applies)',
  ]),
  ...effects('body', [
    '(take|takes|enter|enters) the (branch|body|if|elif|if block|if branch)',
    '(go|goes) into the (if|elif|body|branch)',
    'the (guard|branch) (fires|is taken|runs|applies)',
    '(take|takes|taking) it',
    '(early return|return|if|branch|block|path|assignment) <BE> (taken|executed|reached|entered|run)',
    'the if (branch|block|body) [fires|is taken|runs|applies|executes]',
    'the body runs',
    '[loop] body <BE> (executed|run|entered)',
  ]),
  ...effects('again', [
    '(enter|enters) the loop',
    '(continue|repeat) the loop',
    'loop <BE> entered',
    '(go|goes|step|steps) (in|into the loop)',
    '(go|goes|loop|loops) (around|round) again',
    '[the] loop (runs|continues|goes on|goes around|runs again|continues again)',
    'there is another round',
    'in the loop',
  ]),
  ...rules(
    [
      'the [outer|inner] loop (visits|takes|goes through|walks through|goes over|looks at|handles|works through) (each|every|the|all) [remaining] <NOUN:n> [in turn|in order|one by one|one after the other]',
    ],
    (c) => [
      { kind: 'effect', what: 'again', negated: false },
      { kind: 'word', word: c['n'] as string, opens: false, of: null },
    ],
  ),
  ...effects('leave', [
    '[the] loop (ends|end|stops|stop|exits|terminates|finishes|quits|stops here|is left)',
    '(leave|leaves|exit|exits|left) the loop',
    'loop <BE> (left|exited)',
    'loop terminates',
    '(out of|done with) the loop',
    '(do|does) not loop again',
    '(we|so we) (stop|stops) [here]',
    'stop <END>',
  ]),
  ...effects('end', [
    '[the|both|inner|outer] (loop|loops) (is|are) (over|done|finished|complete)',
    'loop over <END>',
    '[the] (loop|loops) (has|have) (finished|ended|run through)',
    'after [the|both] (loop|loops)',
    'there (is|are) no [more] (<NOUN>|<CODE>) [left]',
    'no [more] (<NOUN>|<CODE>) left',
    'no <CODE>',
    'has nothing to do',
    'that <BE> the last (<NOUN>|<ROUND>)',
    'reached the end',
    'out of the loop',
    'once the loop is over',
    'with all <NOUN> seen',
    '<S> has reached the end of <E>',
  ]),
  ...effects('break', [
    '(break|breaks|breaking) [out of the loop|out|off|here]',
    'loop <BE> broken (out of|off)',
    'the loop (stops|ends) (with|by|at|through) [a] break',
    'a break',
  ]),
];
