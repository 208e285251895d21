// Output prediction: what does this call return, or what does this program print?
import type { Finished, Question, Task } from './task.ts';

export const output: Task = {
  name: 'output',
  summary: 'what the call returns, or what the program prints',
  prompt({ source, call }: Question): string {
    const program = `\`\`\`python\n${source.trimEnd()}\n\`\`\``;
    const asked = call === null ? 'What does it print?' : `What does \`${call}\` return?`;
    const form =
      call === null
        ? 'If it ends with an exception, give the type and the message of the exception instead.'
        : 'Give the value as `repr` writes it; if an exception is raised, give its type and its message instead.';
    return `Here is a Python program.\n\n${program}\n\n${asked} Reason step by step. ${form}`;
  },
  answer({ call }: Question, { ending, stdout }: Finished): string {
    if (ending.kind === 'raised') return ending.message;
    return call === null ? stdout : ending.result;
  },
};
