// Rules for where control goes: branches taken and passed over, loops that go on and end.
import type { EffectName } from '../claims.ts';
import { rules, type Rule } from './rule.ts';

function effects(what: EffectName, wordings: readonly string[], negated = false): Rule[] {
  return rules(wordings, () => [{ kind: 'effect', what, negated }]);
}

const BRANCH = 'branch|block|body|clause|case|part|arm';
const DEED = 'increment|addition|append|update|assignment|return|swap|print|early return|line|statement|step';

export const FLOW_RULES: readonly Rule[] = [
  ...effects('skip', [
    '(skip|skips|skipping|skipped) [over] [it|this|that|them|the body|the branch|the if|the early return|the rest]',
    '[we] <BE> skipped',
    '(body|branch|if|early return|block|path|return) (is|are|was) not (taken|executed|run|entered|reached|used|applied)',
    'no (change|changes) [is made|are made|happens|occurs] <END>',
    '[the] rest of the (body|round|iteration|loop|loop body) <BE> (skipped|ignored)',
    '[it] <BE> (passed over|left out|left unchanged)',
    '<E> <BE> left unchanged',
    'nothing (happens|happened|changes|changed|to do|to add)',
    'nothing [else|more] <BE> [being] (done|added|appended|counted|changed|stored|kept|removed|recorded|updated|printed|put in|collected)',
    'nothing gets (done|added|appended|counted|changed|stored|kept|removed|recorded|updated)',
    '(do|does|did|doing) nothing [here|with it|with this one|for it|about it]',
    '(make|makes|making|made) no change [to <E>]',
    'there is nothing to (do|add|change|count|append|update)',
    '(without|not) (changing|adding|counting|doing|appending|updating) (anything|it|that)',
    '(ignore|ignores|pass over|passes over|leave out|leaves out) (it|this|that|this one|that one|them)',
    '<S> <BE> (ignored|disregarded|left out|not counted|not added|not appended|not kept|not included)',
    '<S> (do|does|did) not get (counted|added|appended|kept|included)',
    '[the] (' + BRANCH + '|' + DEED + ') <BE> (skipped|passed over|bypassed)',
    '(skip|skips) the (' + BRANCH + '|' + DEED + ')',
    '<E> (do|does|did) not (change|move|grow)',
    '(do|does|did) not (touch|update|change|increase|increment) <E>',

    '(leave|leaves) <E> (alone|unchanged|as it is)',
    '<E> <BE> (left alone|unchanged|untouched|left as it is)',
    '<E> (stays|remains) (the same|unchanged|as it is)',
    '(keep|keeps) <E> as it is',
    '(do|does|did) not (append|add|do|change|count|run|enter|take|execute) [at all|anything|it|that|the branch|the body|this branch] [to <E>]',
    '(body|branch) [of the if] (does not|is not) (run|executed|taken)',
    '[inner|outer] loop (does|do|did) not run [at all]',
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
  ...effects('base', [
    '[the|this|that|our] base case [now] (apply|hold|fire|is reached|is hit|kicks in|takes over)',
    '(hit|reach|reached) the base case',
    '(this|that|which|it) is the base case',
  ]),
  ...effects('again', [
    '(enter|enters|entered|go into|goes into) the loop',
    'into the loop (we|i|you) go',
    '(round|around) (we|i|you) go again',
    '(loop|while loop) (keeps|keep) (going|running)',
    '(stay|stays|remain) in the loop',
    '(go|goes) (round|around) (once more|one more time)',
    '<START> one more (time|round|pass|iteration) <MARK>',
    '<START> once more <MARK>',
    '(run|runs|executed|runs through) (once more|one more time)',
    '[the] [loop] body [of the loop] (<BE> (executed|run)|runs) [once more|again]',
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
    '(leave|leaves|exit|exits|left|quit|drop out of|fall out of|come out of|get out of|finish) the loop',
    '[we] <BE> (done|finished|through) <END>',
    '(ends|finishes|terminates|stops) the loop',
    'out of the loop (we|i|you) (go|come)',
    '[that] (is|are) the end of the loop',
    'loop <BE> (left|exited)',
    'loop terminates',
    '(out of|done with) the loop',
    '(do|does) not loop again',
    '(we|so we) (stop|stops) [here]',
    'stop <END>',
  ]),
  ...effects('end', [
    '[the|both|inner|outer|while|for] (loop|loops) (is|are|was|were) [now] (over|done|finished|complete|exhausted)',
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
