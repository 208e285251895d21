// What the second tier does for each instruction: its fast path as JavaScript. What is not a fast path leaves. The
// counterpart of `loop.ts`; the two must do the same.
import { Op } from '../../op.ts';
import { MUTATION_WORDS } from '../../trace/journal.ts';
import { PyFloat, type Value } from '../../values/objects.ts';
import { intWords, known, NONE_WORDS, operand, type Operand } from './fold.ts';
import * as general from './general.ts';
import { result } from './general.ts';
import type { Translation } from './translate.ts';
import { isFunctionOf, type Unit } from './unit.ts';

const MAX = Number.MAX_SAFE_INTEGER;
/** Says of an operand that it is a list of the builtin class. */
const LIST = Symbol('list');

type Emit = (t: Translation, arg: number, pc: number, op: Op) => boolean;

const EMITTERS = new Map<Op, Emit>();

/** The instructions that have a fast path here. */
export const TRANSLATED: ReadonlySet<Op> = new Set<Op>();

function on(ops: readonly Op[], emit: Emit): void {
  for (const op of ops) {
    EMITTERS.set(op, emit);
    (TRANSLATED as Set<Op>).add(op);
  }
}

/** Emits an instruction. @returns whether control goes on to the one after it */
export function translate(t: Translation, op: Op, arg: number, pc: number): boolean {
  const emit = EMITTERS.get(op);
  if (emit === undefined) {
    t.emit(t.leaving(pc));
    return false;
  }
  return emit(t, arg, pc, op);
}

// ---- operands ----

/** Makes sure that operands are small or large ints, not bigints. */
function ints(t: Translation, pc: number, ...operands: readonly Operand[]): void {
  const unsure = operands.filter(({ kind }) => kind !== 'int');
  if (unsure.length > 0) t.guard(unsure.map(({ text }) => `typeof ${text}==='number'`).join('&&'), pc);
  for (const value of unsure) if (value.words === null) value.kind = 'int';
}

function lists(t: Translation, pc: number, list: Operand): void {
  if (list.is === LIST) return;
  t.guard(`${list.text} instanceof PyList&&${list.text}.cls===listClass`, pc);
  list.is ??= LIST;
  // The trace knows it, so that its number tells of it.
  list.kind = 'object';
}

function constant(value: Value | undefined, unit: Unit, text: string): Operand {
  if (typeof value === 'number')
    return known(value < 0 ? `(${value})` : String(value), unit.wordsOf(value), 'int', value);
  if (value === null || typeof value === 'boolean')
    return known(String(value), unit.wordsOf(value), value === null ? 'any' : 'bool', value);
  return known(text, unit.wordsOf(value), value instanceof PyFloat ? 'float' : 'any', value);
}

/** Whether these may be other than ints, as far as is known. */
function isOpen(t: Translation, ...operands: readonly Operand[]): boolean {
  return (
    operands.some(({ kind }) => kind === 'float') ||
    (t.general && operands.some(({ kind }) => kind !== 'int'))
  );
}

// ---- variables ----

on([Op.LOAD_CONST], (t, arg, pc) => {
  const value = constant(t.program.consts[arg], t.unit, `K[${arg}]`);
  t.push(value);
  t.event(pc, value);
  return true;
});

on([Op.LOAD_FAST], (t, arg, pc) => {
  let value = t.local(arg);
  if (value === null) {
    value = operand(t.temp(`l${arg}`));
    t.guard(`${value.text}!==undefined`, pc);
    t.setLocal(arg, value);
  }
  t.push(value);
  t.event(pc, value);
  return true;
});

on([Op.STORE_FAST], (t, arg, pc) => {
  const value = t.peek(1);
  t.drop(1);
  t.emit(`l${arg}=${value.text};`);
  t.setLocal(arg, value);
  t.event(pc, value);
  return true;
});

on([Op.LOAD_GLOBAL], (t, arg, pc) => {
  const { unit } = t;
  const now = unit.globals[arg];
  if (now === undefined) {
    const builtin = unit.builtins[arg];
    if (builtin === undefined) {
      t.emit(t.leaving(pc));
      return false;
    }
    t.guard(`G[${arg}]===undefined`, pc);
    const value = constant(builtin, unit, `U[${arg}]`);
    t.push(value);
    t.event(pc, value);
    return true;
  }
  const text = t.temp(`G[${arg}]`);
  let value: Operand;
  if (isFunctionOf(unit.program, now)) {
    t.guard(`${text} instanceof PyFunction&&${text}.code===P[${now.code.index}]`, pc);
    value = operand(text, 'object', now.code);
  } else {
    t.guard(`${text}!==undefined`, pc);
    value = operand(text);
  }
  t.push(value);
  t.event(pc, value);
  return true;
});

on([Op.STORE_GLOBAL], (t, arg, pc) => {
  const value = t.peek(1);
  t.drop(1);
  t.emit(`G[${arg}]=${value.text};`);
  t.event(pc, value);
  return true;
});

// ---- the operand stack ----

on([Op.NOP], (t, _arg, pc) => {
  t.event(pc, null);
  return true;
});
on([Op.POP_TOP], (t, _arg, pc) => {
  t.drop(1);
  t.event(pc, null);
  return true;
});
on([Op.COPY], (t, arg, pc) => {
  const value = t.peek(arg);
  t.push(value);
  t.event(pc, value);
  return true;
});
on([Op.SWAP], (t, arg, pc) => {
  const { stack } = t.state;
  const [top, other] = [stack.length - 1, stack.length - arg];
  [stack[top], stack[other]] = [stack[other], stack[top]];
  t.event(pc, null);
  return true;
});

// ---- operators ----

function arithmetic(ops: readonly Op[], symbol: string, end: string): void {
  on(ops, (t, _arg, pc, op) => {
    const [a, b] = [t.peek(2), t.peek(1)];
    if (isOpen(t, a, b)) return general.arithmetic(t, pc, op, symbol, end, MAX);
    ints(t, pc, a, b);
    const text = t.temp(`${a.text}${symbol}${b.text}${end}`);
    t.guard(`${text}<=${MAX}&&${text}>=-${MAX}`, pc);
    return result(t, pc, 2, operand(text, 'int'));
  });
}
arithmetic([Op.BINARY_ADD, Op.INPLACE_ADD], '+', '');
arithmetic([Op.BINARY_SUB, Op.INPLACE_SUB], '-', '');
// Adding 0 makes 0 of -0.
arithmetic([Op.BINARY_MUL, Op.INPLACE_MUL], '*', '+0');

on([Op.BINARY_TRUEDIV, Op.INPLACE_TRUEDIV], (t, _arg, pc) => general.division(t, pc));
on([Op.BINARY_FLOORDIV, Op.INPLACE_FLOORDIV], (t, _arg, pc) => {
  const [a, b] = [t.peek(2), t.peek(1)];
  ints(t, pc, a, b);
  t.guard(`${b.text}!==0`, pc);
  return result(t, pc, 2, operand(t.temp(`Math.floor(${a.text}/${b.text})+0`), 'int'));
});
on([Op.BINARY_MOD, Op.INPLACE_MOD], (t, _arg, pc) => {
  const [a, b] = [t.peek(2), t.peek(1)];
  ints(t, pc, a, b);
  t.guard(`${b.text}!==0`, pc);
  const rest = `r${t.name()}`;
  const wrong = typeof b.is === 'number' && b.is > 0 ? `${rest}<0` : `${rest}!==0&&${rest}<0!==${b.text}<0`;
  t.emit(`let ${rest}=${a.text}%${b.text};if(${wrong})${rest}+=${b.text};`);
  return result(t, pc, 2, operand(t.temp(`${rest}+0`), 'int'));
});

function bitwise(ops: readonly Op[], symbol: string): void {
  on(ops, (t, _arg, pc) => {
    const [a, b] = [t.peek(2), t.peek(1)];
    ints(t, pc, a, b);
    t.guard(`(${a.text}|0)===${a.text}&&(${b.text}|0)===${b.text}`, pc);
    return result(t, pc, 2, operand(t.temp(`${a.text}${symbol}${b.text}`), 'int'));
  });
}
bitwise([Op.BINARY_AND, Op.INPLACE_AND], '&');
bitwise([Op.BINARY_OR, Op.INPLACE_OR], '|');
bitwise([Op.BINARY_XOR, Op.INPLACE_XOR], '^');
on([Op.BINARY_RSHIFT, Op.INPLACE_RSHIFT], (t, _arg, pc) => {
  const [a, b] = [t.peek(2), t.peek(1)];
  ints(t, pc, a, b);
  t.guard(`(${a.text}|0)===${a.text}&&${b.text}>=0&&${b.text}<32`, pc);
  return result(t, pc, 2, operand(t.temp(`${a.text}>>${b.text}`), 'int'));
});
on([Op.UNARY_NEGATIVE], (t, _arg, pc) => {
  const a = t.peek(1);
  ints(t, pc, a);
  return result(t, pc, 1, operand(t.temp(`0-${a.text}`), 'int'));
});
on([Op.UNARY_NOT], (t, _arg, pc) => {
  const a = t.peek(1);
  if (a.kind !== 'bool') t.guard(`typeof ${a.text}==='boolean'`, pc);
  return result(t, pc, 1, operand(t.temp(`!${a.text}`), 'bool'));
});

function comparison(op: Op, symbol: string): void {
  on([op], (t, _arg, pc) => {
    const [a, b] = [t.peek(2), t.peek(1)];
    const text = typeof a.is === 'string' ? a : b;
    if (!t.general && typeof text.is === 'string' && /===|!==/.test(symbol)) {
      const other = text === a ? b : a;
      t.guard(`typeof ${other.text}==='string'`, pc);
    } else if (isOpen(t, a, b)) return general.comparison(t, pc, op, symbol);
    else ints(t, pc, a, b);
    return result(t, pc, 2, operand(t.temp(`${a.text}${symbol}${b.text}`), 'bool'));
  });
}
comparison(Op.COMPARE_EQ, '===');
comparison(Op.COMPARE_NE, '!==');
comparison(Op.COMPARE_LT, '<');
comparison(Op.COMPARE_LE, '<=');
comparison(Op.COMPARE_GT, '>');
comparison(Op.COMPARE_GE, '>=');

on([Op.COMPARE_IN, Op.COMPARE_NOT_IN], (t, _arg, pc, op) => general.membership(t, pc, op));

function identity(op: Op, symbol: string): void {
  on([op], (t, _arg, pc) => {
    const [a, b] = [t.peek(2), t.peek(1)];
    if (a.text !== 'null' && b.text !== 'null') {
      t.emit(t.leaving(pc));
      return false;
    }
    return result(t, pc, 2, operand(t.temp(`${a.text}${symbol}${b.text}`), 'bool'));
  });
}
identity(Op.COMPARE_IS, '===');
identity(Op.COMPARE_IS_NOT, '!==');

// ---- jumps ----

on([Op.JUMP], (t, arg, pc) => {
  t.event(pc, null);
  t.jump(pc, arg);
  return false;
});
on([Op.JUMP_BACKWARD], (t, arg, pc) => {
  t.guard(`C[0]+${t.state.uncounted}+C[1]<=C[2]`, pc);
  t.event(pc, null);
  t.jump(pc, arg);
  return false;
});

/** The condition that a value comes to, as an operand of its own. */
function condition(t: Translation, pc: number, value: Operand): Operand {
  if (value.kind === 'bool') return value.text === 'true' || value.text === 'false' ? { ...value } : value;
  if (value.kind === 'int') return operand(t.temp(`${value.text}!==0`), 'bool');
  const { text } = value;
  t.guard(`typeof ${text}==='boolean'||typeof ${text}==='number'`, pc);
  return operand(t.temp(`${text}===true||typeof ${text}==='number'&&${text}!==0`), 'bool');
}

function conditional(op: Op, jumpsWhen: boolean, keeps: boolean): void {
  on([op], (t, arg, pc) => {
    const test = condition(t, pc, t.peek(1));
    if (!keeps) t.drop(1);
    t.event(pc, test);
    t.branch(test, pc, arg, jumpsWhen, (jumped) => {
      if (keeps && !jumped) t.drop(1);
    });
    return false;
  });
}
conditional(Op.POP_JUMP_IF_FALSE, false, false);
conditional(Op.POP_JUMP_IF_TRUE, true, false);
conditional(Op.JUMP_IF_FALSE_OR_POP, false, true);
conditional(Op.JUMP_IF_TRUE_OR_POP, true, true);
on([Op.POP_JUMP_IF_NONE], (t, arg, pc) => {
  const test = operand(t.temp(`${t.peek(1).text}===null`), 'bool');
  t.drop(1);
  t.event(pc, test);
  t.branch(test, pc, arg, true, () => undefined);
  return false;
});

// ---- iteration ----

on([Op.GET_ITER], (t, _arg, pc) => {
  const { text } = t.peek(1);
  const isText = t.general ? `typeof ${text}==='string'` : 'false';
  t.guard(`${text} instanceof PyRange||${text} instanceof PyList&&${text}.cls===listClass||${isText}`, pc);
  const iterator = t.temp(
    `${text} instanceof PyRange?new RangeIterator(${text}):${isText}?new StrIterator(${text}):new ListIterator(${text})`,
  );
  t.see(iterator);
  return result(t, pc, 1, operand(iterator, 'object'));
});

on([Op.FOR_ITER], (t, arg, pc) => {
  const { text } = t.peek(1);
  const value = `v${t.name()}`;
  t.emit(
    `let ${value};if(${text} instanceof RangeIterator){if(${text}.left!==0){${text}.left--;` +
      `${value}=${text}.current;${text}.current+=${text}.stride;}}` +
      `else if(${text} instanceof ListIterator${t.general ? `||${text} instanceof StrIterator` : ''})${value}=${text}.step();` +
      `else ${t.leaving(pc)}`,
  );
  t.fork(`${value}!==undefined`, [
    () => {
      const element = operand(value);
      t.push(element);
      t.event(pc, element);
      t.jump(pc, pc + 1);
    },
    () => {
      t.drop(1);
      t.event(pc, null);
      t.jump(pc, arg);
    },
  ]);
  return false;
});

on([Op.UNPACK_SEQUENCE], (t, arg, pc) => {
  const tuple = t.peek(1);
  const { text } = tuple;
  t.guard(`${text} instanceof PyTuple&&${text}.cls===tupleClass&&${text}.items.length===${arg}`, pc);
  t.drop(1);
  t.event(pc, tuple);
  for (let i = arg - 1; i >= 0; i--) t.push(operand(t.temp(`${text}.items[${i}]`)));
  return true;
});

// ---- building and parts ----

function building(op: Op, cls: string, is: symbol | null): void {
  on([op], (t, arg, pc) => {
    const items = t.state.stack.slice(t.state.stack.length - arg).map(({ text }) => text);
    const made = t.temp(`new ${cls}([${items.join()}])`);
    t.see(made);
    return result(t, pc, arg, operand(made, 'object', is));
  });
}
building(Op.BUILD_LIST, 'PyList', LIST);
building(Op.BUILD_TUPLE, 'PyTuple', null);

/** Guards that mutations of a list are told to this run's journal and no other. */
function journalled(t: Translation, pc: number, list: Operand): void {
  t.guard(`${list.text}.journal===${t.traced ? 'E.recorder' : 'null'}`, pc);
}

/** The journal entry of a mutation. */
function mutation(
  t: Translation,
  kind: keyof typeof MUTATION_WORDS,
  list: Operand,
  a: Operand,
  b: Operand | null,
): void {
  if (!t.traced) return;
  const id = operand(t.temp(`${list.text}.id`), 'int');
  t.note([known('', intWords(MUTATION_WORDS[kind])), id, a, b ?? known('', NONE_WORDS)]);
}

function append(t: Translation, pc: number, list: Operand, value: Operand): void {
  journalled(t, pc, list);
  t.emit(`${list.text}.items.push(${value.text});`);
  mutation(t, 'append', list, value, null);
}

on([Op.LIST_APPEND], (t, arg, pc) => {
  const value = t.peek(1);
  const list = t.peek(arg + 1);
  append(t, pc, list, value);
  t.drop(1);
  t.event(pc, value);
  return true;
});

on([Op.LOAD_SUBSCR], (t, _arg, pc) => {
  const [list, index] = [t.peek(2), t.peek(1)];
  if (t.general || index.is === general.SLICE) return general.item(t, pc);
  ints(t, pc, index);
  lists(t, pc, list);
  const items = t.temp(`${list.text}.items`);
  const place = t.temp(`${index.text}<0?${index.text}+${items}.length:${index.text}`);
  t.guard(`${place}>=0&&${place}<${items}.length`, pc);
  return result(t, pc, 2, operand(t.temp(`${items}[${place}]`)));
});

on([Op.STORE_SUBSCR], (t, _arg, pc) => {
  const [value, list, index] = [t.peek(3), t.peek(2), t.peek(1)];
  if (t.general) return general.storeItem(t, pc);
  ints(t, pc, index);
  lists(t, pc, list);
  const items = t.temp(`${list.text}.items`);
  t.guard(`${index.text}>=0&&${index.text}<${items}.length`, pc);
  journalled(t, pc, list);
  t.emit(`${items}[${index.text}]=${value.text};`);
  mutation(t, 'set-item', list, index, value);
  t.drop(3);
  t.event(pc, value);
  return true;
});

on([Op.BUILD_SLICE], (t, arg, pc) => general.slice(t, pc, arg));
on([Op.LOAD_ATTR], (t, arg, pc) => general.attribute(t, pc, t.program.names[arg]));
on([Op.STORE_ATTR], (t, arg, pc) => general.storeAttribute(t, pc, t.program.names[arg]));

// ---- calls ----

on([Op.LOAD_METHOD], (t, arg, pc) => {
  const { unit } = t;
  const method = unit.listMethod(t.program.names[arg]);
  if (method === null) return general.method(t, pc, t.program.names[arg]);
  const list = t.peek(1);
  lists(t, pc, list);
  const value = known(method.text, unit.wordsOf(method.value), 'any', method.value);
  t.drop(1);
  t.push(value);
  t.push(list);
  t.event(pc, value);
  return true;
});

on([Op.CALL_METHOD], (t, arg, pc) => {
  const [method, list] = [t.peek(arg + 2), t.peek(arg + 1)];
  if (arg !== 1 || method.is !== t.unit.append) return general.methodCall(t, pc, arg);
  append(t, pc, list, t.peek(1));
  return result(t, pc, 3, known('null', t.unit.wordsOf(null)));
});

on([Op.CALL], (t, arg, pc) => {
  const { unit } = t;
  const callee = t.peek(arg + 1);
  const args = t.state.stack.slice(t.state.stack.length - arg);
  const target = unit.codeOf(callee.is);
  if (target !== null && target.direct === arg && unit.canCompile(target)) {
    t.call(callee, target, arg, pc);
    return true;
  }
  if (callee.is === unit.len && arg === 1 && !t.general) {
    lists(t, pc, args[0]);
    return result(t, pc, 2, operand(t.temp(`${args[0].text}.items.length`), 'int'));
  }
  if (callee.is === unit.range && arg >= 1 && arg <= 3) {
    ints(t, pc, ...args);
    const [first, stop, step] = args.map(({ text }) => text);
    if (step !== undefined) t.guard(`${step}!==0`, pc);
    const made = t.temp(
      `new PyRange(${stop === undefined ? `0,${first}` : `${first},${stop}`},${step ?? 1})`,
    );
    t.see(made);
    return result(t, pc, arg + 1, operand(made, 'object'));
  }
  return general.call(t, pc, arg);
});

on([Op.RETURN], (t, _arg, pc) => {
  const value = t.peek(1);
  t.note(t.unit.leaveWords());
  t.event(pc, value);
  t.flushAll();
  t.emit(`return ${value.text};`);
  return false;
});
