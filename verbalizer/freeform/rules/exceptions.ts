// Rules for exceptions: raised, caught, or not caught.
import type { Body } from '../claims.ts';
import type { Caught } from '../grammar.ts';
import { callOf } from './calls.ts';
import { affirmed, last, ref, rules, type Rule } from './rule.ts';

/** What a handler is called. */
const HANDLER =
  'except|handler|except clause|except block|except branch|exception handler|try block|try|caller';
const SAYING =
  '[with] [the|a|its] [error] [message|text|reason] [saying|reading|:|,|that says|that reads|of]';

const MESSAGES = [
  'division by zero',
  'integer division or modulo by zero',
  'list index out of range',
  'string index out of range',
  'pop from empty list',
  'tuple index out of range',
];

function raised(c: Caught): Body[] {
  const { type, text } = c['t'] as { type: string; text: string | null };
  return [{ kind: 'raise', type, text: c['v'] === undefined ? text : last(c, 'v') }];
}

function caught(c: Caught, negated: boolean): Body[] {
  return [{ kind: 'catch', type: (c['t'] as { type: string } | undefined)?.type ?? null, negated }];
}

export const EXCEPTION_RULES: readonly Rule[] = [
  ...rules(
    [
      `(raise|raises|raising|throws|throw|raised|trigger|cause|hit|meet|produce|=causing) [a|an|the] <TYPE:t> [${SAYING} <V:v>]`,
      `(fail|end|stop|result|crash) (with|in) [a|an|the] <TYPE:t> [${SAYING} <V:v>]`,
      `<TYPE:t> <BE> (raised|thrown|triggered|the result) [${SAYING} <V:v>]`,
      `<TYPE:t> (occur|happen|come up|arise|result|appear|follow) [${SAYING} <V:v>]`,
      `<TYPE:t> (saying|with the message|with message|with the text|:) <V:v> [<BE> (raised|thrown|triggered)]`,
    ],
    raised,
  ),
  // messages of CPython's own that nobody puts into quotes
  ...MESSAGES.flatMap((message) =>
    rules(
      [
        `(raise|raises|raising|throws|throw|raised|trigger|cause|hit|meet|produce|=causing) [a|an|the] <TYPE:t> [${SAYING}] ${message}`,
        `<TYPE:t> [${SAYING}] ${message} [<BE> (raised|thrown|triggered)]`,
      ],
      (c) => raised(c).map((b) => (b.kind === 'raise' ? { ...b, text: `'${message}'` } : b)),
    ),
  ),
  // `7 // 0 cannot be evaluated`
  ...rules(
    [
      `(cannot|can not|could not) be (evaluated|computed|worked out|calculated|read|accessed|carried out|done)`,
    ],
    () => [{ kind: 'word', word: 'raised', opens: false, of: null }],
  ),
  ...rules(
    [
      `[the] (${HANDLER}) [clause|block|branch] (catch|take|handle|run|intercept) [it|this|that|the exception|the error] [the|a|an] [<TYPE:t>]`,
      `(catch|handle|intercept) [it|this|that|the] [<TYPE:t>]`,
      `[the] (${HANDLER}) for <TYPE:t> (takes over|take over|took over|is entered|run|runs|ran)`,
      `(reach|enter|go to|jump to|land in|end up in|take) [the] (except|handler|exception handler) [block|clause|branch]`,
    ],
    (c) => caught(c, false),
  ),
  ...rules(
    [`<FN:f> (does|did) not (catch|handle) [the|a|an] <TYPE:t>`, `<TYPE:t> (leaves|left) <FN:f>`],
    (c) => caught(c, true).map((b) => ({ ...b, func: callOf(c['f'] as string)?.func ?? '' })),
  ),
  ...rules(
    [
      `(never|not|do not|does not) (reach|enter|run) [the] except [block|clause|branch]`,
      `(nothing|nobody|no one|no handler|no except clause|no except block|nothing here) (catch|handle|intercept) [it|this|that|the exception|the error|the] [<TYPE:t>]`,
      `(do|does|did|is|was) not (catch|handle|intercept) [it|this|that|the exception|the error|the] [<TYPE:t>]`,
      `there <BE> (no|nothing) (except|handler|except clause|except block|try block|to catch) [block|clause] [it|this|that|for it|for this|to catch it]`,
      `without (being|getting) (caught|handled)`,
    ],
    (c) => caught(c, true),
  ),
  ...rules(
    [
      `[<TYPE:t>] <BE:be> (caught|handled|intercepted)`,
      `[the] (~it|which|~error|~exception|~this) <BE:be> (caught|handled|intercepted)`,
    ],
    (c) => caught(c, !affirmed(c, 'be')),
  ),
  ...rules([`[<TYPE:t>] (go|goes) (uncaught|unhandled)`, `[<TYPE:t>] <BE> (uncaught|unhandled)`], (c) =>
    caught(c, true),
  ),
  ...rules([`<S:s> <BE:be> (caught|handled|intercepted)`], (c) => {
    const subject = ref(c, 's');
    if ('code' in subject) return [{ kind: 'word', word: 'caught', opens: false, of: subject.code }];
    return caught(c, !affirmed(c, 'be'));
  }),
];
