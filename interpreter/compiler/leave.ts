// Leaving constructs by `return`, `break` and `continue`: what each construct on the way out needs done, in order.
// A `finally` body is compiled anew for every way out, as CPython does.
// https://docs.python.org/3.11/reference/compound_stmts.html#finally-clause
import type { Break, Continue, Node, Return } from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import { constantValue } from './constants.ts';
import type { Region } from './emitter.ts';
import { compileExpr } from './expressions.ts';
import { unbindName } from './names.ts';
import { compileBody } from './statements.ts';
import type { Block, Unit } from './unit.ts';

type Leaving = Break | Continue | Return;

/** The regions that no longer protect once a block is left. */
function regionsOf(block: Block): readonly Region[] {
  switch (block.kind) {
    case 'loop':
    case 'pending-return':
      return [];
    case 'try':
    case 'finally':
    case 'finally-raised':
    case 'with':
      return [block.region];
    case 'handler':
      return block.unbind === null ? [block.region] : [block.unbind.region, block.region];
  }
}

/**
 * Emits what leaving `block` takes, as part of the statement that leaves it.
 * `keep`: a value to return lies on top and must stay there. `line`: on which it is, 0 once code of other lines ran.
 */
function unwind(unit: Unit, block: Block, statement: Leaving, keep: boolean, line: number): void {
  const drop = (): void => {
    if (keep) unit.opOn(line, Op.SWAP, statement, 2);
    unit.opOn(line, Op.POP_TOP, statement);
  };
  const { emitter } = unit;
  const restoreHandled = (): void => {
    if (keep) unit.opOn(line, Op.SWAP, statement, 2);
    emitter.also('plain', line);
    unit.opOn(line, Op.POP_HANDLED, statement);
  };
  switch (block.kind) {
    case 'try':
      return emitter.also('plain', line);
    case 'loop':
      if (block.iterator) drop();
      return;
    case 'pending-return':
      return drop();
    case 'finally':
      emitter.also('plain', line);
      if (keep) unit.blocks.push({ kind: 'pending-return' });
      compileBody(unit, block.body);
      if (keep) unit.blocks.pop();
      return;
    case 'finally-raised':
      drop();
      return restoreHandled();
    case 'with':
      emitter.also('plain', unit.lineAt(block.node));
      if (keep) unit.op(Op.SWAP, block.node, 2);
      callExit(unit, block.node);
      return;
    case 'handler':
      if (block.unbind !== null) emitter.also('plain', line);
      restoreHandled();
      if (block.unbind !== null) unbindName(unit, block.unbind.name, block.unbind.node, line);
      return;
  }
}

/** Calls the exit function on top of the stack for a body that did not raise. */
export function callExit(unit: Unit, node: Node): void {
  for (let i = 0; i < 3; i++) unit.constant(Op.LOAD_CONST, node, null);
  unit.op(Op.CALL, node, 3);
  unit.op(Op.POP_TOP, node);
}

/**
 * Leaves blocks from the innermost outwards until `isTarget` says stop, then emits `last`.
 * While a block's clean-up is emitted, its own regions and blocks do not apply.
 */
function leave(
  unit: Unit,
  statement: Leaving,
  keep: boolean,
  isTarget: (block: Block) => boolean,
  last: (target: Block | undefined, line: number) => void,
): void {
  const taken: Block[] = [];
  let line = unit.lineAt(statement);
  const interrupted: Region[] = [];
  let target = unit.blocks.at(-1);
  while (target !== undefined && !isTarget(target)) {
    taken.push(target);
    unit.blocks.pop();
    for (const region of regionsOf(target)) {
      unit.emitter.interrupt(region);
      interrupted.push(region);
    }
    unwind(unit, target, statement, keep, line);
    if (runsCode(target)) line = 0;
    target = unit.blocks.at(-1);
  }
  last(target, line);
  unit.blocks.push(...taken.reverse());
  for (const region of interrupted) unit.emitter.resume(region);
}

/** Whether leaving the block runs code of other lines. */
const runsCode = ({ kind }: Block): boolean => kind === 'finally' || kind === 'with';

/** The statement's own line is come by before code of other lines runs: CPython has an instruction there in any case. */
function comeBy(unit: Unit, statement: Leaving, needed: boolean): void {
  if (needed) unit.op(Op.NOP, statement);
  else unit.emitter.also('nop', unit.lineAt(statement));
}

export function compileReturn(unit: Unit, statement: Return): void {
  const { value } = statement;
  // A constant is pushed last, so that clean-up need not work around it.
  const keep = value !== null && value.kind !== 'Constant';
  if (keep) compileExpr(unit, value);
  else comeBy(unit, statement, unit.blocks.some(runsCode));
  leave(
    unit,
    statement,
    keep,
    () => false,
    (_, line) => {
      if (!keep) {
        const constant = value?.kind === 'Constant' ? constantValue(value.value) : null;
        unit.opOn(line, Op.LOAD_CONST, statement, unit.pool.constant(constant));
      }
      unit.opOn(line, Op.RETURN, statement);
    },
  );
}

/** `break` and `continue`: leaves everything inside the innermost loop, then the loop or its round. */
export function compileLoopJump(unit: Unit, statement: Break | Continue): void {
  const at = unit.blocks.findLastIndex((block) => block.kind === 'loop');
  comeBy(unit, statement, unit.blocks.slice(at + 1).some(runsCode));
  leave(
    unit,
    statement,
    false,
    (block) => block.kind === 'loop',
    (loop, line) => {
      if (loop?.kind !== 'loop') return unit.unsupported(`${statement.kind} outside a loop`, statement);
      if (statement.kind === 'Continue') {
        return unit.emitter.jump(Op.JUMP_BACKWARD, loop.next, statement, line);
      }
      if (loop.iterator) unit.emitter.emit(Op.POP_TOP, 0, statement, line);
      unit.emitter.jump(Op.JUMP, loop.end, statement, line);
    },
  );
}
