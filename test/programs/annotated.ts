// The programs of this folder and the answers recorded in them: a last comment `# expect:` with a line for each line
// that CPython prints, `# ! ` before the exception that ends the program, and `# lines` with how many `line` events
// there are and a digest of them. `record.ts` writes that comment; it is never written by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../house/sources.ts';
import { runPython } from '../support/python.ts';

export const folder = join(root, 'test/programs');

/** How a program went. */
export interface Answer {
  /** What was printed, then `! ` and the exception that ended the program, if one did. */
  readonly output: string;
  /** The lines in the order they ran, as `sys.settrace` reports them. */
  readonly lines: readonly number[];
}

/** What stands in the comment: the lines only as their number and digest. */
export interface Recorded {
  readonly output: string;
  readonly lines: string;
}

export interface AnnotatedProgram {
  readonly name: string;
  /** The program without the comment. */
  readonly text: string;
  readonly recorded: Recorded | null;
}

const MARK = '\n# expect:\n';

/** All programs of the folder, by name. */
export function annotatedPrograms(): AnnotatedProgram[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => readAnnotated(name, readFileSync(join(folder, name), 'utf8')));
}

function readAnnotated(name: string, whole: string): AnnotatedProgram {
  const at = whole.lastIndexOf(MARK);
  if (at < 0) return { name, text: whole, recorded: null };
  const comments = whole
    .slice(at + MARK.length)
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(2));
  const lines = (comments.pop() ?? '').replace(/^lines /, '');
  return {
    name,
    text: whole.slice(0, at + 1),
    recorded: { output: comments.map((line) => `${line}\n`).join(''), lines },
  };
}

/** The program with the comment. */
export function annotate({ text }: AnnotatedProgram, answer: Answer): string {
  const comments = answer.output
    .trimEnd()
    .split('\n')
    .map((line) => `# ${line}`.trimEnd());
  return `${text.trimEnd()}\n${MARK}${comments.join('\n')}\n# lines ${digest(answer.lines)}\n`;
}

/** The number of lines and 32 bits of FNV-1a over them. */
export function digest(lines: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const line of lines) hash = Math.imul(hash ^ line, 0x01000193);
  return `${lines.length} ${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

/** Trailing blanks are no part of an answer: a comment cannot keep them. */
export const withoutTrailing = (output: string): string => output.replace(/[ ]+$/gm, '').trimEnd();

const SCRIPT = `
import contextlib, io, json, sys
answers = []
for name, text in json.load(sys.stdin):
    out, lines = io.StringIO(), []
    def trace(frame, event, arg):
        if frame.f_code.co_filename != name:
            return None
        if event == 'line':
            lines.append(frame.f_lineno)
        return trace
    code = compile(text, name, 'exec')
    with contextlib.redirect_stdout(out):
        sys.settrace(trace)
        try:
            exec(code, {'__name__': '__main__'})
        except BaseException as error:
            sys.settrace(None)
            print(f'! {type(error).__name__}: {error}')
        sys.settrace(None)
    answers.append({'output': out.getvalue(), 'lines': lines})
json.dump(answers, sys.stdout)
`;

/** What CPython makes of the programs now. */
export function askPythonAbout(programs: readonly AnnotatedProgram[]): Answer[] {
  const job = programs.map(({ name, text }) => [name, text]);
  return JSON.parse(runPython(SCRIPT, JSON.stringify(job))) as Answer[];
}
