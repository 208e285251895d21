// docs/diagnostics.md, made from the table of codes and from what their examples really lead to.
import {
  analyzeScopes,
  CODES,
  kindOf,
  parse,
  renderDiagnostic,
  Source,
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticKind,
} from '../../grammar/index.ts';
import { checkTypes } from '../../grammar/types/check.ts';

/** Longer examples are programs that only a machine writes. */
const MAX_EXAMPLE = 300;

const HEADINGS: Readonly<Record<DiagnosticKind, string>> = {
  lexical: 'Text that cannot be cut into tokens',
  syntax: 'Text that is no Python',
  scope: 'Names that Python refuses',
  unsupported: 'Python that is not part of Primer',
  type: 'Types that do not fit',
};

/** The first diagnostic of a code that its own example leads to. @throws Error when there is none */
export function producedBy(code: DiagnosticCode): { found: Diagnostic; source: Source } {
  const source = new Source(CODES[code].example, 'example.py');
  const { module, diagnostics } = parse(source);
  const types = module === null ? [] : checkTypes(module, analyzeScopes(module)).diagnostics;
  const found = [...diagnostics, ...types].find((diagnostic) => diagnostic.code === code);
  if (found === undefined) throw new Error(`the example of ${code} does not produce it`);
  return { found, source };
}

function section(code: DiagnosticCode): string {
  const { message, doc, hint, example } = CODES[code];
  const { found, source } = producedBy(code);
  const shown =
    example.length > MAX_EXAMPLE
      ? ''
      : `\n\`\`\`text\n${renderDiagnostic({ ...found, hint: null }, source).trimEnd()}\n\`\`\`\n`;
  const help = hint === null ? '' : ` ${hint}`;
  return `### ${code}\n\n**${message.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '\\<')}**\n\n${doc}${help}\n${shown}`;
}

export const diagnosticsDoc = {
  path: 'docs/diagnostics.md',
  render(): string {
    const codes = Object.keys(CODES) as DiagnosticCode[];
    const parts = (Object.keys(HEADINGS) as DiagnosticKind[]).map((kind) => {
      const rows = codes.filter((code) => kindOf(code) === kind).sort();
      return `## ${HEADINGS[kind]}\n\n${rows.map(section).join('\n')}`;
    });
    return `${OPENING}\n${parts.join('\n')}`;
  },
};

const OPENING = `# Diagnostics

<!-- Made by \`npm run docs\` from grammar/diagnostics/codes and grammar/supported.ts; a test holds it current. -->

What Lockstep says about a program before it runs. A code never changes its meaning, so that tools can rely on it.
Codes that begin with E stop a program: it is no Python 3.11 (the words are then CPython's, where it has some), or it is Python
that is not part of Primer. Codes that begin with W do not: they name a place where the types of a program do not rule out an
error, which makes the program *gradual*; \`lockstep run --types\` shows them. One run reports up to 50 errors of a file.

What only shows while a program is compiled or run (a module that Primer has not, say) has a reason in place of a code:
\`unsupported/\` and what it is called.

Each code stands here with the words of its message ({braces} are filled in), what it means, what to do, and what a small
program leads to.
`;
