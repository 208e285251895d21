// What all prompts share: the program as a block of code, the call, what it reads.
import type { ProgramText } from '../pipeline/program.ts';

/** A block of code, fenced so that nothing in it ends it. */
export function codeBlock(source: string, language = 'python'): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${source.trimEnd()}\n${fence}`;
}

/** The source with line numbers, from 1. */
export function numbered(source: string): string {
  const lines = source.trimEnd().split('\n');
  const width = String(lines.length).length;
  return lines.map((line, i) => `${String(i + 1).padStart(width)} | ${line}`.trimEnd()).join('\n');
}

/** What is run, as a sentence: `The program is run, and then …`. */
export function runOf({ call, input }: Pick<ProgramText, 'call' | 'input'>): string {
  const reads = input === '' ? '' : ` Its standard input is:\n\n${codeBlock(input, '')}\n`;
  return call === null
    ? `The program is run.${reads}`
    : `The program is run, and then the call \`${call}\` is made.${reads}`;
}

/** The beginning of a prompt that speaks of lines. */
export function numberedProgram(text: ProgramText): string {
  return `Here is a Python program, with its lines numbered.\n\n${codeBlock(numbered(text.source))}\n\n${runOf(text)}`;
}

/** `1st`, `2nd`, as people are asked. */
export { ordinal } from '../../verbalizer/text/slots.ts';
