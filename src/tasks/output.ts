// Output prediction: what does this call return, or what does this program print?
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

function promptOf({ text: { source, call, input } }: TracedRun): string {
  const reads = input === '' ? '' : `Its standard input is:\n\n${codeBlock(input, '')}\n\n`;
  const asked = call === null ? 'What does it print?' : `What does \`${call}\` return?`;
  const form =
    call === null
      ? 'If it ends with an exception, give the type and the message of the exception instead.'
      : 'Give the value as `repr` writes it; if an exception is raised, give its type and its message instead.';
  return `Here is a Python program.\n\n${codeBlock(source)}\n\n${reads}${asked} Reason step by step. ${form}`;
}

function answerOf({ ending, text, stdout }: TracedRun): string {
  if (ending.kind === 'raised') return ending.message;
  return text.call === null ? stdout : ending.result;
}
