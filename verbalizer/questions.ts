// The words for questions about a run: visits of lines, the answers, and the way back from a result. Every style uses
// them for the kinds that it has no words of its own for. Knows nothing of how questions are chosen.
import { say, wordings, type Style } from './style.ts';
import { mixes } from './styles/mixes.ts';

const BEFORE = { when: 'before' };
const AFTER = { when: 'after' };
const TRUE = { truth: '1' };
const FALSE = { truth: '0' };
const SECOND = { which: 'second' };

/** Wordings by kind of claim, for all styles. */
export const QUESTION_WORDS: Style['wordings'] = wordings([
  say('visit', 'we reach line {line} for the {nth} time'),
  say('visit', 'this is the {nth} visit of line {line}'),
  say('visit', 'we come to line {line} for the {nth} time'),
  say('visit', 'we are at line {line} for the {nth} time'),
  say('visit', 'this brings us to line {line} for the {nth} time'),

  say('lap', 'this is the {nth} round of the loop on line {line}'),
  say('lap', 'the loop on line {line} begins its {nth} round'),
  say('lap', 'we begin the {nth} round of the loop on line {line}'),
  say('lap', 'we are in the {nth} round of the loop on line {line}'),

  say('state', 'just before line {line} runs for the {nth} time, {target} = {value}', '', BEFORE),
  say('state', 'before the {nth} run of line {line}, {target} = {value}', '', BEFORE),
  say(
    'state',
    'this is the point asked for: before the {nth} run of line {line}, {target} = {value}',
    '',
    BEFORE,
  ),
  say('state', 'at this point {target} = {value}', '', BEFORE, 2),
  say('state', 'just after line {line} has run for the {nth} time, {target} = {value}', '', AFTER),
  say('state', 'after the {nth} run of line {line}, {target} = {value}', '', AFTER),
  say(
    'state',
    'this is the point asked for: after the {nth} run of line {line}, {target} = {value}',
    '',
    AFTER,
  ),

  say('spent', 'the loop on line {line} has nothing left to take'),
  say('spent', 'nothing is left for the loop on line {line} to take'),
  say('spent', 'the loop on line {line} is through with its elements'),

  say('next', 'this means that after the {nth} visit of line {line} control goes to line {next}'),
  say('next', 'control goes on to line {next}', '', {}, 2),
  say('next', 'we go on from the {nth} visit of line {line} to line {next}'),
  say('next', 'the line that runs after the {nth} visit of line {line} is line {next}'),

  say('tally', 'this makes {count} runs of line {line} in all', '', { what: 'line' }),
  say('tally', 'in all, line {line} runs {count} times', '', { what: 'line' }),
  say('tally', 'the run is over, and line {line} has run {count} times', '', { what: 'line' }),
  say('tally', 'this makes {count} rounds of the loop on line {line} in all', '', { what: 'loop' }),
  say('tally', 'in all, the loop on line {line} runs {count} rounds', '', { what: 'loop' }),
  say('tally', 'the run is over, and the loop on line {line} has run {count} rounds', '', { what: 'loop' }),

  say('exception', 'the first exception is {type}, raised on line {line}', '', { what: 'raised' }),
  say('exception', 'this {type} on line {line} is the first exception of the run', '', { what: 'raised' }),
  say('exception', 'no exception is raised in this run', '', { what: 'none' }),
  say('exception', 'the run is over without any exception', '', { what: 'none' }),

  say('program', 'in the second program all is the same up to there, but for line {line}', '', SECOND),
  say('program', 'in the second program', '', SECOND),
  say('program', 'with the second program', '', SECOND),
  say('program', 'for the second program', '', SECOND),
  say('alike', 'both programs go on alike after line {line}'),
  say('alike', 'the two runs stay the same after line {line}'),
  say('alike', 'this makes no difference on line {line} yet'),
  ...partings(),

  say('suppose', 'suppose the blank is {filling}'),
  say('suppose', 'we put {filling} into the blank'),
  say('suppose', 'let the blank be {filling}'),
  say('verdict', 'the result {found} differs from {wanted}, which rules out {filling}', '', FALSE),
  say('verdict', 'this gives {found} instead of {wanted}, and {filling} is wrong', '', FALSE),
  say('verdict', 'the result is {wanted} as asked, and {filling} fits the blank', '', TRUE),
  say('verdict', 'this gives the wanted {wanted}, which makes {filling} right', '', TRUE),

  say('goal', 'we need {func} to return {value}'),
  say('goal', 'the call of {func} has to give {value}'),
  say('goal', 'we want {value} from {func}, and go back from there'),

  say('backReturn', 'this comes from the return of {func} on line {line}: {chain}'),
  say('backReturn', 'on line {line} {func} returned {chain}'),
  say('backReturn', 'the return on line {line} of {func} gave {chain}'),
  say('backYield', 'on line {line} {func} had yielded {chain}'),
  say('backYield', 'this was yielded by {func} on line {line}: {chain}'),

  say('backBind', '{target} came from line {line}: {chain}', '', {}, 2),
  say('backBind', 'on line {line} {target} was set to {chain}'),
  say('backBind', 'before that, line {line} had set {target} = {chain}'),
  say('backBind', '{target} was {old} before line {line} made it {chain}', '!same', {}, 3),
  say('backBind', 'on line {line} {target} went from {old} to {chain}', '!same', {}, 2),
  say('backBind', 'until line {line} {target} was {old}, then {chain}', '!same'),
  say('backUnpack', 'on line {line} unpacking had given {pairs}'),
  say('backUnpack', 'this came from line {line}, which set {pairs}'),

  say('backTest', 'for that, {chain} was true on line {line}', '', TRUE, 2),
  say('backTest', 'on line {line} {chain} was true', '', TRUE, 2),
  say('backTest', 'the condition on line {line} must have held: {chain}', '', TRUE, 2),
  say('backTest', 'to get there, {source} on line {line} had to hold: {chain}', 'compare', TRUE),
  say('backTest', 'for that, {chain} was false on line {line}', '', FALSE, 2),
  say('backTest', 'on line {line} {chain} was false', '', FALSE, 2),
  say('backTest', 'the condition on line {line} must have failed: {chain} was false', '', FALSE, 2),
  say(
    'backTest',
    'to get there, {source} on line {line} had to be false: {chain} did not hold',
    'compare',
    FALSE,
  ),

  say('backRound', 'this was the round of line {line} with {pairs}'),
  say('backRound', 'the loop on line {line} was at {pairs}'),
  say('backRound', 'that round of line {line} had {pairs}'),
  ...foldsBack(),
  say('backBreak', 'the loop was left by the break on line {line}'),
  say('backBreak', 'on line {line} a break ended the loop'),

  say('backMutate', 'on line {line} {call} had made {object} = {after}'),
  say('backMutate', 'the call {call} on line {line} had turned {object} into {after}'),
  say('backMutate', '{object} = {after} came from {call} on line {line}'),
  say('backMutate', 'on line {line} {call} had left {object} with {size} elements', 'long'),
  say('backDelete', 'on line {line} {target} was deleted'),
  say('backRaise', 'on line {line} {type} was raised'),
  say('backCatch', 'on line {line} {type} was caught'),

  say('backCall', '{func} was called with {args}'),
  say('backCall', 'the arguments of {func} were {args}'),
  say('backCall', 'this call of {func} had {args}'),
  say('backCall', 'this call of {func} had no arguments', 'empty'),

  say('input', 'this makes {call} a call that gives {value}'),
  say('input', 'with {call} we get {value}'),
  say('input', 'the call {call} gives {value}'),
]);

/** Rounds told together on the way back. */
function foldsBack(): ReturnType<typeof say>[] {
  return mixes([', taking {moves}', ', leading to {changes}']).flatMap((rest) =>
    [', from {first} to {last}', '']
      .flatMap((span) => [
        say('backFold', `before that, the loop on line {line} had made {count} more rounds${span}${rest}`),
        say('backFold', `{count} more rounds of line {line} had come before${span}${rest}`),
        say('backFold', `the {count} rounds of line {line} before that had run${span}${rest}`),
      ])
      .concat(
        [', with {first}', ''].map((within) =>
          say('backFold', `one more round of line {line} had come before${within}${rest}`, '', {
            count: '1',
          }),
        ),
      ),
  );
}

function partings(): ReturnType<typeof say>[] {
  return ['this is where they part', 'here the two runs part'].flatMap((begin) => [
    say(
      'differ',
      `${begin}: the {nth} run of line {line} leaves {target} = {first} in the first program and {target} = {second} in the second`,
      '',
      { what: 'value' },
    ),
    say(
      'differ',
      `${begin}: after the {nth} run of line {line} the first program goes to line {first} and the second to line {second}`,
      '',
      { what: 'next' },
    ),
    say(
      'differ',
      `${begin}: the {nth} run of line {line} returns {first} in the first program and {second} in the second`,
      '',
      { what: 'returns' },
    ),
  ]);
}
