// Random patterns of the match statement. No name is bound twice, and nothing stands behind what matches everything.
import fc from 'fast-check';
import type * as ast from '../../grammar/index.ts';
import { ExpressionMaker } from './arbitrary-expressions.ts';

const none = { start: 0, end: 0 };

export class PatternMaker extends ExpressionMaker {
  /** A pattern that does not match everything. */
  pattern(depth: number): ast.Pattern {
    if (depth <= 0) return this.literal();
    const inner = (): ast.Pattern => this.anyPattern(depth - 1);
    switch (this.below(7)) {
      case 0:
        return this.literal();
      case 1:
        return { kind: 'MatchSequence', patterns: this.sequence(depth - 1), span: none };
      case 2: {
        const keys = this.many(0, 2, () => this.key());
        const patterns = keys.map(inner);
        return { kind: 'MatchMapping', keys, patterns, rest: this.maybe(() => this.fresh('r')), span: none };
      }
      case 3: {
        const kwdPatterns = this.many(0, 2, inner);
        const kwdAttrs = kwdPatterns.map(() => this.fresh('k'));
        return {
          kind: 'MatchClass',
          cls: this.dotted(),
          patterns: this.many(0, 2, inner),
          kwdAttrs,
          kwdPatterns,
          span: none,
        };
      }
      case 4:
        return { kind: 'MatchAs', pattern: this.pattern(depth - 1), name: this.fresh('m'), span: none };
      case 5:
        // The alternatives bind no names, so all bind the same.
        return { kind: 'MatchOr', patterns: this.many(2, 3, () => this.literal()), span: none };
      default:
        return { kind: 'MatchValue', value: this.attribute(), span: none };
    }
  }

  /** A pattern, perhaps a capture or the wildcard. */
  anyPattern(depth: number): ast.Pattern {
    if (!this.chance(3)) return this.pattern(depth);
    return { kind: 'MatchAs', pattern: null, name: this.maybe(() => this.fresh('m')), span: none };
  }

  private sequence(depth: number): ast.Pattern[] {
    const patterns = this.many(0, 3, () => this.anyPattern(depth));
    if (this.chance(3)) {
      const star: ast.MatchStar = { kind: 'MatchStar', name: this.maybe(() => this.fresh('m')), span: none };
      patterns.splice(this.below(patterns.length + 1), 0, star);
    }
    return patterns;
  }

  private literal(): ast.Pattern {
    const singletons: readonly ast.ConstantValue[] = [
      { type: 'None' },
      { type: 'bool', value: true },
      { type: 'bool', value: false },
    ];
    if (this.chance(4)) return { kind: 'MatchSingleton', value: this.pick(singletons), span: none };
    return { kind: 'MatchValue', value: this.key(), span: none };
  }

  /** A literal that is no key elsewhere, or a dotted name. */
  private key(): ast.Expr {
    const value = this.below(4);
    if (value === 0) return this.attribute();
    const fresh = this.fresh(value === 1 ? "'" : '');
    if (value === 1) return { kind: 'Constant', value: { type: 'str', value: fresh }, span: none };
    const number: ast.Constant = {
      kind: 'Constant',
      value: { type: 'int', value: Number(fresh) + 2 },
      span: none,
    };
    return value === 2 ? number : { kind: 'UnaryOp', op: '-', operand: number, span: none };
  }

  private dotted(): ast.Name | ast.Attribute {
    return this.below(2) === 0 ? this.className() : this.attribute();
  }

  private attribute(): ast.Attribute {
    const value = this.draw(() => fc.boolean()) ? this.className() : this.attribute();
    return { kind: 'Attribute', value, attr: this.pick(['a', '_', 'match']), span: none };
  }

  private className(): ast.Name {
    return { kind: 'Name', id: this.pick(['A', 'match', 'é']), span: none };
  }
}
