// Output prediction: what does this call return, or what does this program print? A call that prints and returns nothing
// is asked about as a program is.
import { z } from 'zod';
import { codeBlock } from './prompt.ts';
import type { TracedRun } from './run.ts';
import { defineTask, onlyAnswer } from './task.ts';

export const output = defineTask({
  name: 'output',
  followsLines: false,
  question: z.null(),
  choose: () => ({ question: null }),
  pose(run) {
    const answer = answerOf(run);
    const { story } = run;
    return { prompt: promptOf(run), story, answer, check: onlyAnswer(answer, story) };
  },
});

function asksForOutput({ ending, text, stdout }: TracedRun): boolean {
  return text.call === null || (ending.kind === 'returned' && ending.result === 'None' && stdout !== '');
}

function promptOf(run: TracedRun): string {
  const { source, call, input } = run.text;
  const reads = input === '' ? '' : `Its standard input is:\n\n${codeBlock(input, '')}\n\n`;
  const does = asksForOutput(run) ? 'print' : 'return';
  const asked =
    call === null
      ? 'What does it print?'
      : does === 'print'
        ? `What do the program and then the call \`${call}\` print?`
        : `What does \`${call}\` return?`;
  const form =
    does === 'print'
      ? 'If it ends with an exception, give the type and the message of the exception instead.'
      : 'Give the value as `repr` writes it; if an exception is raised, give its type and its message instead.';
  return `Here is a Python program.\n\n${codeBlock(source)}\n\n${reads}${asked} Reason step by step. ${form}`;
}

function answerOf(run: TracedRun): string {
  const { ending, stdout } = run;
  if (ending.kind === 'raised') return ending.message;
  return asksForOutput(run) ? stdout : ending.result;
}
