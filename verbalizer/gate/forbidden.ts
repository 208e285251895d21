// What a rewritten text must not hold, whatever it says of the run: talk of how it was made, and code blocks.
import type { GateViolation } from './verdict.ts';

const TALK =
  /\b(?:execution )?(?:traces?|traced|tracing|tracer|templates?|debuggers?|bytecode|interpreter|verifier|checker|rewritten|rewriting|rewrite|paraphrased?|rephrased?|original text|source text|prompt|as an ai|language model|language models)\b/gi;
const FENCE = /```|~~~/g;
const SOURCE_LINE =
  /^[ \t]*(?:def \w+\(|class \w+[:(]|for \w+ in .*:$|while .*:$|if .*:$|elif .*:$|else:$|return\b.*=|import \w|@\w+|>>> )/gm;

/** All forbidden stretches. @param names of the program: its own words may be used */
export function forbidden(text: string, names: ReadonlySet<string>): GateViolation[] {
  const found: GateViolation[] = [];
  const note = (pattern: RegExp, message: (quote: string) => string): void => {
    for (const match of text.matchAll(pattern)) {
      if (names.has(match[0])) continue;
      const span = [match.index, match.index + match[0].length] as const;
      found.push({ reason: 'forbidden', span, quote: match[0], message: message(match[0]), line: null });
    }
  };
  note(
    TALK,
    (quote) => `do not speak of how the text came about ("${quote}"): tell only what the program does`,
  );
  note(FENCE, () => 'no code blocks: tell it in sentences');
  note(SOURCE_LINE, () => 'no lines of source code: tell it in sentences');
  return found;
}
