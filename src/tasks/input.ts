// Input: arguments with which a call gives a result. Any that work are right: a claimed call is run, and reasoning to
// it is held against the way back of its own run.
import { z } from 'zod';
import type { Expr } from '../../grammar/ast.ts';
import { parseExpression, Source } from '../../grammar/index.ts';
import { foldToCost } from '../../verbalizer/fold/budget.ts';
import { calledName, wayBack, type WayBack } from './backward.ts';
import { isLiteral, isPlainValue } from './literal.ts';
import { codeBlock } from './prompt.ts';
import type { TracedRun } from './run.ts';
import { BadQuestion, defineTask, type Judged } from './task.ts';

const questionSchema = z.strictObject({
  /** The function to be called. */
  function: z.string().min(1),
  /** What the call has to give, as `repr` writes it. */
  result: z.string(),
});
type Question = z.infer<typeof questionSchema>;

/** Characters of a result that is asked for. */
const LONGEST_RESULT = 200;
/** Steps back that a question may take, with rounds of loops told together: longer ways are nobody's reasoning. */
const LONGEST_WAY = 80;

export const input = defineTask({
  name: 'input',
  followsLines: false,
  question: questionSchema,
  choose(run, _draw, folds) {
    const asked = questionOf(run);
    if ('why' in asked) return asked;
    const way = wayOf(run, asked);
    if (way === null) return { why: 'the result does not come straight from the function that is called' };
    if (way.length > LONGEST_WAY && (folds ? run.isLong : foldToCost(way.story, 0).told.length > LONGEST_WAY))
      return { why: `the way back from the result takes ${way.length} steps, and loops are not most of it` };
    return { question: asked };
  },
  pose(run, question) {
    const asked = questionOf(run);
    if ('why' in asked) throw new BadQuestion(`cannot be asked: ${asked.why}`);
    const way = wayOf(run, asked);
    if (way === null || asked.function !== question.function || asked.result !== question.result)
      throw new BadQuestion(`is not what the run gives: ${asked.function} gives ${asked.result}`);
    const answer = run.text.call!;
    return {
      prompt: promptOf(run, question),
      story: way.story,
      answer,
      check: (given) => judge(run, question, given),
    };
  },
});

function promptOf({ text }: TracedRun, { function: name, result }: Question): string {
  return (
    `Here is a Python program.\n\n${codeBlock(text.source)}\n\n` +
    `Find arguments with which \`${name}\` returns \`${result}\`. Any that work are right. ` +
    'Reason step by step, backwards from the result. ' +
    `Give the whole call alone, such as \`${name}(…)\`, with its arguments written as literals.`
  );
}

/** What can be asked of the run, or why nothing can. */
function questionOf({ ending, compiled, text }: TracedRun): Question | { why: string } {
  const name = compiled.call === null ? null : calledName(compiled.call.expr);
  if (name === null) return { why: 'the run is not a call of a function with arguments' };
  if (!argumentsAreLiteral(compiled.call!.expr)) return { why: 'the arguments are not written as literals' };
  if (text.input !== '') return { why: 'the program reads its standard input' };
  if (ending.kind !== 'returned') return { why: 'the call gives no result' };
  if (!isPlainValue(ending.result) || ending.result.length > LONGEST_RESULT)
    return { why: 'the result is none that can be written down shortly' };
  return { function: name, result: ending.result };
}

function argumentsAreLiteral(call: Expr): boolean {
  return (
    call.kind === 'Call' &&
    call.args.every(isLiteral) &&
    call.keywords.every((keyword) => keyword.name !== null && isLiteral(keyword.value))
  );
}

function wayOf(run: TracedRun, { function: func, result: value }: Question): WayBack | null {
  const { compiled, module, story, text, events } = run;
  const { source } = compiled;
  return wayBack(story, module, (node) => source.lineAt(node.span.start), {
    func,
    value,
    call: text.call!,
    events,
  });
}

/** Runs a claimed call. */
function judge(run: TracedRun, question: Question, given: string): Judged {
  const call = given.trim().replace(/^`(.*)`$/s, '$1');
  const wrong = (message: string): Judged => ({ right: false, message, story: null });
  const { expr } = parseExpression(new Source(call));
  if (expr === null || calledName(expr) !== question.function || !argumentsAreLiteral(expr))
    return wrong(`is no call of ${question.function} with literals as arguments`);
  const again = call === run.text.call ? run : run.again({ call });
  if (again === null) return wrong('the call cannot be run to its end');
  if (again.ending.kind !== 'returned') return wrong(`the call raises ${again.ending.message}`);
  if (again.ending.result !== question.result)
    return wrong(`the call gives ${again.ending.result}, not ${question.result}`);
  return {
    right: true,
    message: `the call gives ${question.result}`,
    story: wayOf(again, question)?.story ?? null,
  };
}
