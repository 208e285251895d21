// Whether a piece of code in a text stems from the program: an expression of it with values put in for some parts
// (`0 + 4` for `total + n`), or a value that is at hand.
import { codeOf, exprOf } from '../freeform/code.ts';
import { children, walk, type Expr } from '../../grammar/index.ts';
import type { Meaning } from '../freeform/meaning.ts';
import { links, valuesOf } from '../freeform/meaning.ts';
import { isExpression } from '../../grammar/expressions.ts';
import type { Step } from '../steps/step.ts';

const LITERALS = new Set(['Constant', 'List', 'Tuple', 'Dict', 'Set']);

export function isLiteral(expr: Expr): boolean {
  if (expr.kind === 'Call')
    // the only way to write it
    return expr.func.kind === 'Name' && expr.func.id === 'set' && expr.args.length === 0;
  return LITERALS.has(expr.kind) || (expr.kind === 'UnaryOp' && expr.operand.kind === 'Constant');
}

/** Whether text is an expression of the program in which some parts are replaced by their values after step `k`. */
export function instantiates(text: Expr, program: Expr, k: number, meaning: Meaning): boolean {
  if (isLiteral(text)) {
    if (!isExpression(program) || program.kind === 'FormattedValue') return false; // an argument's name, a clause of a comprehension
    if (codeOf(text) === codeOf(program)) return true;
    const value = meaning.view.evaluateExpr(program, k);
    return value !== null && meaning.sameAt(value, codeOf(text), k);
  }
  if (text.kind !== program.kind) return false;
  if (text.kind === 'Name') return text.id === (program as typeof text).id;
  if (text.kind === 'BinOp' && text.op !== (program as typeof text).op) return false;
  if (text.kind === 'UnaryOp' && text.op !== (program as typeof text).op) return false;
  if (text.kind === 'BoolOp' && text.op !== (program as typeof text).op) return false;
  if (text.kind === 'Attribute' && text.attr !== (program as typeof text).attr) return false;
  if (text.kind === 'Compare' && text.ops.join() !== (program as typeof text).ops.join()) return false;
  const a = children(text);
  // `d.get(k)` for `d.get(k, 0)`
  const got = text.kind === 'Call' && text.func.kind === 'Attribute' && text.func.attr === 'get';
  const b = got ? children(program).slice(0, Math.max(2, a.length)) : children(program);
  if (a.length !== b.length) return false;
  return a.every((child, i) => instantiates(child as Expr, b[i] as Expr, k, meaning));
}

/** The program's expressions that a step is about, from its line and from its working. */
export function* expressionsOf(step: Step, meaning: Meaning): Iterable<Expr> {
  yield* meaning.view.expressionsAt(step);
  // the arguments of a call are worked out where it is made
  if (step.kind === 'call') {
    const { calls, steps } = meaning.view.story;
    const span = calls.find((c) => c.step === step.index);
    const after = span === undefined ? undefined : steps[span.end + 1];
    if (after !== undefined) yield* meaning.view.expressionsAt(after);
  }
  for (const slot of ['chain', 'over', 'from', 'by', 'call', 'source'])
    for (const stage of links(step.facts[slot])) {
      const whole = exprOf(stage);
      if (whole === null) continue;
      const parts: Expr[] = [];
      walk(whole, (node) => {
        if (isExpression(node)) parts.push(node);
      });
      yield* parts;
    }
}

/** A call that changes something: it cannot be evaluated again. */
export function isImpure(code: string): boolean {
  return /\.(?:pop|popleft|popitem)\(|\b(?:next|heappop|input)\(/.test(code);
}

/** Whether a step shows that such a call came to a value. */
export function showsValue(code: string, value: string, step: Step, meaning: Meaning): boolean {
  const { facts, index } = step;
  const chain = links(facts['chain']);
  const shown = facts['call'] === code ? facts['item'] : chain.includes(code) ? chain.at(-1) : undefined;
  return shown !== undefined && meaning.sameAt(shown as string, value, index);
}

/** Whether code stems from what one of the steps evaluates. */
export function stems(code: string, steps: readonly Step[], meaning: Meaning): boolean {
  const text = exprOf(code);
  if (text === null) return false;
  if (text.kind === 'Name') return meaning.view.names.has(text.id);
  for (const step of steps)
    for (const program of expressionsOf(step, meaning))
      for (const k of [step.index - 1, step.index])
        if (k >= 0 && instantiates(text, program, k, meaning)) return true;
  return false;
}

/** Whether a value is at hand: a variable has it, a step brings it forth, or the source has it there. */
export function atHand(
  code: string,
  steps: readonly Step[],
  ks: readonly number[],
  meaning: Meaning,
): boolean {
  const { view } = meaning;
  for (const step of steps) {
    if (valuesOf(step).some((v) => meaning.sameAt(v, code, step.index))) return true;
    if (stems(code, [step], meaning)) return true;
  }
  for (const k of ks)
    for (const [name, text] of view.timeline.variablesAt(k)) {
      if (view.same(text, code)) return true;
      // an element of a container, or how many it has
      if (
        /^[[({'"]/.test(text) &&
        view.truthOf(`(${code}) in (${name})`, k) === true &&
        exprOf(code)?.kind === 'Constant'
      )
        return true;
    }
  return false;
}
