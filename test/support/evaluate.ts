// Evaluates Python expressions over our values without compiler or VM: enough of them to put builtins to the test.
import { parseExpression, Source, type Expr } from '../../grammar/index.ts';
import { PyBuiltin, PyBoundMethod } from '../../interpreter/builtins/builtin.ts';
import { builtinNames } from '../../interpreter/builtins/index.ts';
import { PyBytes } from '../../interpreter/values/bytes.ts';
import { PyClass } from '../../interpreter/values/class.ts';
import { PyDict } from '../../interpreter/values/dict.ts';
import { raise } from '../../interpreter/values/errors.ts';
import { instantiate } from '../../interpreter/values/instantiate.ts';
import { PyList } from '../../interpreter/values/list.ts';
import { PyFloat, type Value } from '../../interpreter/values/objects.ts';
import {
  ascii,
  binaryOp,
  compareOp,
  format,
  getAttr,
  getItem,
  repr,
  str,
  toArray,
  truth,
  unaryOp,
} from '../../interpreter/values/operators.ts';
import { PySet } from '../../interpreter/values/set.ts';
import { PySlice } from '../../interpreter/values/slice.ts';
import { PyTuple } from '../../interpreter/values/tuple.ts';
import { typeOf } from '../../interpreter/values/type-of.ts';
import type { Keywords, Runtime } from '../../interpreter/runtime.ts';
import { nativeRuntime, outcomeOf, Stopped } from './native.ts';
import type { Answer } from './python.ts';

const CONVERT = { s: str, r: repr, a: ascii };

/** An evaluator with names of its own beside the builtin classes. */
export class Evaluator {
  readonly rt: Runtime;
  readonly names: Map<string, Value>;

  constructor(names: Iterable<readonly [string, Value]> = []) {
    this.names = new Map([...builtinNames, ...names]);
    const base = nativeRuntime();
    this.rt = { ...base, call: (callee, args, keywords = null) => this.call(callee, args, keywords) };
  }

  private call(callee: Value, args: readonly Value[], keywords: Keywords): Value {
    if (callee instanceof PyBuiltin) return callee.impl(this.rt, args, keywords);
    if (callee instanceof PyBoundMethod) return this.call(callee.func, [callee.self, ...args], keywords);
    if (callee instanceof PyClass) return instantiate(this.rt, callee, args, keywords);
    throw new Error(`evaluate: cannot call ${typeOf(callee).name}`);
  }

  /** The value of the expression `source`. */
  evaluate(source: string): Value {
    const { expr, diagnostics } = parseExpression(new Source(source));
    if (expr === null) throw new Error(`evaluate: ${source}: ${JSON.stringify(diagnostics)}`);
    return this.value(expr);
  }

  /** What `source` gives, as CPython's answers are written; `skipped` when it is unsupported. */
  answer(source: string): Answer | 'skipped' {
    try {
      let type = '';
      const outcome = outcomeOf(() => {
        const value = this.evaluate(source);
        type = typeOf(value).name;
        return repr(this.rt, value);
      });
      return 'repr' in outcome ? { ...outcome, type } : outcome;
    } catch (error) {
      if (error instanceof Stopped) return 'skipped';
      throw error;
    }
  }

  private list(exprs: readonly Expr[]): Value[] {
    return exprs.flatMap((expr) =>
      expr.kind === 'Starred' ? toArray(this.rt, this.value(expr.value)) : [this.value(expr)],
    );
  }

  private optional(expr: Expr | null): Value {
    return expr === null ? null : this.value(expr);
  }

  private value(expr: Expr): Value {
    const { rt } = this;
    switch (expr.kind) {
      case 'Constant': {
        const { value: constant } = expr;
        if (constant.type === 'float') return new PyFloat(constant.value);
        if (constant.type === 'bytes') return new PyBytes(constant.value);
        return constant.type === 'None' || constant.type === 'Ellipsis' ? null : constant.value;
      }
      case 'Name':
        return this.names.get(expr.id) ?? (this.names.has(expr.id) ? null : raise('NameError', expr.id));
      case 'Attribute':
        return getAttr(rt, this.value(expr.value), expr.attr);
      case 'Subscript':
        return getItem(rt, this.value(expr.value), this.value(expr.index));
      case 'Slice':
        return new PySlice(this.optional(expr.lower), this.optional(expr.upper), this.optional(expr.step));
      case 'List':
        return new PyList(this.list(expr.elts));
      case 'Tuple':
        return new PyTuple(this.list(expr.elts));
      case 'Set': {
        const set = new PySet();
        for (const item of this.list(expr.elts)) set.add(rt, item);
        return set;
      }
      case 'Dict': {
        const dict = new PyDict();
        expr.keys.forEach((key, i) => dict.set(rt, this.optional(key), this.value(expr.values[i])));
        return dict;
      }
      case 'BinOp':
        return binaryOp(rt, expr.op, this.value(expr.left), this.value(expr.right));
      case 'UnaryOp':
        return unaryOp(rt, expr.op, this.value(expr.operand));
      case 'IfExp':
        return this.value(truth(rt, this.value(expr.test)) ? expr.body : expr.orelse);
      case 'Compare':
        return compareOp(rt, expr.ops[0], this.value(expr.left), this.value(expr.comparators[0]));
      case 'Call': {
        const callee = this.value(expr.func);
        const args = this.list(expr.args);
        const keywords = new Map<string, Value>();
        for (const keyword of expr.keywords) {
          const value = this.value(keyword.value);
          if (keyword.name !== null) keywords.set(keyword.name, value);
          else if (value instanceof PyDict)
            for (const [key, each] of value.entries()) keywords.set(String(key), each);
        }
        return this.call(callee, args, keywords.size > 0 ? keywords : null);
      }
      case 'JoinedStr':
        return expr.values.map((part) => this.value(part) as string).join('');
      case 'FormattedValue': {
        const value = this.value(expr.value);
        const shown = expr.conversion === null ? value : CONVERT[expr.conversion](rt, value);
        return format(rt, shown, expr.formatSpec === null ? '' : (this.value(expr.formatSpec) as string));
      }
      default:
        throw new Error(`evaluate: ${expr.kind} is not for these tests`);
    }
  }
}
