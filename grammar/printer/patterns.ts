// Patterns of the match statement as text.
import type { Pattern } from '../ast.ts';
import { constantText } from '../literals.ts';
import { LEVEL } from '../precedence.ts';
import type { NodeOf } from '../visit.ts';
import { ExpressionPrinter } from './expressions.ts';

type Printers = { readonly [K in Pattern['kind']]: (node: NodeOf<K>) => void };

/** How closely patterns bind: `as` loosest, then `|`. */
const AS = 0;
const OR = 1;
const CLOSED = 2;

function levelOf(pattern: Pattern): number {
  if (pattern.kind === 'MatchOr') return OR;
  return pattern.kind === 'MatchAs' && pattern.pattern !== null ? AS : CLOSED;
}

export class PatternPrinter extends ExpressionPrinter {
  /** Writes a pattern, in parentheses if it binds looser than `level`. */
  pattern(pattern: Pattern, level = AS): void {
    const isLoose = levelOf(pattern) < level;
    if (isLoose) this.write('(');
    this.node(pattern, this.patternPrinters[pattern.kind] as (node: Pattern) => void);
    if (isLoose) this.write(')');
  }

  private readonly patternPrinters: Printers = {
    MatchValue: ({ value }) => this.expr(value, LEVEL.TEST),
    MatchSingleton: ({ value }) => this.write(constantText(value)),
    MatchSequence: ({ patterns }) => {
      this.write('[');
      this.separated(patterns, (pattern) => this.pattern(pattern));
      this.write(']');
    },
    MatchMapping: ({ keys, patterns, rest }) => {
      const writers = patterns.map((pattern, i) => () => {
        this.expr(keys[i]!, LEVEL.TEST);
        this.write(': ');
        this.pattern(pattern);
      });
      if (rest !== null) writers.push(() => this.write(`**${rest}`));
      this.write('{');
      this.separated(writers, (write) => write());
      this.write('}');
    },
    MatchClass: ({ cls, patterns, kwdAttrs, kwdPatterns }) => {
      this.expr(cls, LEVEL.PRIMARY);
      const writers = patterns.map((pattern) => () => this.pattern(pattern));
      kwdPatterns.forEach((pattern, i) =>
        writers.push(() => {
          this.write(`${kwdAttrs[i]!}=`);
          this.pattern(pattern);
        }),
      );
      this.write('(');
      this.separated(writers, (write) => write());
      this.write(')');
    },
    MatchStar: ({ name }) => this.write(`*${name ?? '_'}`),
    MatchAs: ({ pattern, name }) => {
      if (pattern !== null) {
        this.pattern(pattern, OR);
        this.write(' as ');
      }
      this.write(name ?? '_');
    },
    MatchOr: ({ patterns }) => this.separated(patterns, (pattern) => this.pattern(pattern, CLOSED), ' | '),
  };
}
