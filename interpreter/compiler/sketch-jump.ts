// A condition that CPython evaluates once more, at the end of every round of a `while`, and we need not: what its blocks
// are, for the sketch only. Follows `compileJump`.
import type { Expr } from '../../grammar/ast.ts';
import { constantTruth } from './constants.ts';
import { Label } from './emitter.ts';
import type { Unit } from './unit.ts';

/**
 * Goes to `target` if the condition comes to `when`.
 * @param line the line of the statement that asks
 * @returns the line where the compiler is left
 */
export function sketchJump(unit: Unit, test: Expr, target: Label, when: boolean, line: number): number {
  const { emitter } = unit;
  if (test.kind === 'UnaryOp' && test.op === 'not')
    return sketchJump(unit, test.operand, target, !when, line);
  if (test.kind === 'BoolOp') {
    const settles = test.op === 'or';
    const settled = settles === when ? target : new Label();
    const last = test.values.length - 1;
    let at = line;
    test.values.forEach((value, i) => {
      at =
        i < last ? sketchJump(unit, value, settled, settles, at) : sketchJump(unit, value, target, when, at);
    });
    if (settled !== target) emitter.begin(settled);
    return at;
  }
  if (test.kind === 'IfExp') {
    const end = new Label();
    const other = new Label();
    let at = sketchJump(unit, test.test, other, false, line);
    at = sketchJump(unit, test.body, target, when, at);
    emitter.also('jump', 0, end);
    emitter.begin(other);
    at = sketchJump(unit, test.orelse, target, when, at);
    emitter.begin(end);
    return at;
  }
  if (test.kind === 'Constant') {
    emitter.also('plain', unit.lineAt(test), null, 'nop');
    emitter.also('branch', line, target, constantTruth(test.value) === when ? 'jump' : 'nop');
    return line;
  }
  const own = test.kind === 'Compare' ? unit.lineOf(test.span.start) : line;
  emitter.also('plain', unit.lineAt(test));
  if (test.kind === 'Compare' && test.ops.length > 1) {
    const failed = new Label();
    for (let i = 1; i < test.ops.length; i++) {
      emitter.also('branch', own, failed);
      emitter.also('plain', own);
    }
    emitter.also('branch', own, target);
    const end = new Label();
    emitter.also('jump', 0, end);
    emitter.begin(failed);
    emitter.also('plain', own);
    if (!when) emitter.also('jump', 0, target);
    emitter.begin(end);
  } else emitter.also('branch', own, target);
  return own;
}
