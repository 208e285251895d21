// The instruction set: the table over the codes of `op.ts`. The compiler, the verifier, the disassembler, the docs
// and the trace's cursor all derive from the table; only the VM's loop says what an instruction does.
// Knows nothing of values or frames.

import type { Op } from './op.ts';

export { Op } from './op.ts';

/** What an instruction's argument is. */
export type Operand =
  | 'none'
  | 'const' // index into the program's constants
  | 'local' // slot of the frame
  | 'cell' // slot of the frame that holds a closure cell
  | 'name' // index into the program's names
  | 'target' // global pc
  | 'count' // number of items, or depth of one
  | 'flags' // bits, see the doc
  | 'keywords' // `argument count | index into program.keywordNames << 8`
  | 'function'; // `flags | index of the code object << 2`

/** What the value of an instruction's event is. `undefined` stands for none. */
export type EventValue =
  | 'none' // always undefined
  | 'produced' // the one value pushed (an instruction that raises: undefined)
  | 'stored' // the value stored, appended or added
  | 'tested' // true or false: what the condition came to (so the branch is known from the event)
  | 'next' // the element pushed, undefined when exhausted
  | 'unpacked' // a tuple of the values pushed; its first item ends on top of the stack
  | 'method' // the callable; pushed are the callable and, above it, the object it was looked up on
  | 'called' // the result, or undefined when a frame was entered (its RETURN has the result)
  | 'returned' // the value returned, which the caller's stack receives unless native code called
  | 'yielded'; // the value handed to the consumer

/** Pops or pushes: a number, or computed from the argument. */
export type Effect = number | ((arg: number) => number);

/** One row of the instruction set. */
export interface Opcode {
  readonly operand: Operand;
  readonly pops: Effect;
  readonly pushes: Effect;
  /** The effect when a conditional jump is taken, where it differs from falling through. */
  readonly jumped?: { readonly pops: number; readonly pushes: number };
  /** Where control goes: on, to the target, to either, or out of the frame for good. */
  readonly flow: 'next' | 'jump' | 'branch' | 'stop';
  readonly event: EventValue;
  /** One sentence; the stack is written bottom first. */
  readonly doc: string;
}

const itself = (arg: number): number => arg;

function row(
  operand: Operand,
  pops: Effect,
  pushes: Effect,
  event: EventValue,
  doc: string,
  rest: Partial<Pick<Opcode, 'flow' | 'jumped'>> = {},
): Opcode {
  return { operand, pops, pushes, event, doc, flow: 'next', ...rest };
}

const load = (operand: Operand, doc: string): Opcode => row(operand, 0, 1, 'produced', doc);
const store = (operand: Operand, doc: string): Opcode => row(operand, 1, 0, 'stored', doc);
const remove = (operand: Operand, doc: string): Opcode => row(operand, 0, 0, 'none', doc);
const binary = (symbol: string): Opcode => row('none', 2, 1, 'produced', `a b → a ${symbol} b`);
const unary = (symbol: string): Opcode => row('none', 1, 1, 'produced', `a → ${symbol}a`);
const build = (doc: string): Opcode => row('count', itself, 1, 'produced', doc);

/** The instruction set. `pops` and `pushes` describe an instruction that neither raises nor jumps. */
export const OPCODES: { readonly [K in keyof typeof Op]: Opcode } = {
  ENTER: row(
    'none',
    0,
    0,
    'none',
    'First instruction of every frame: makes its cells; the journal gets the frame.',
  ),
  RETURN: row('none', 1, 0, 'returned', 'Leaves the frame with the value on top.', { flow: 'stop' }),
  NOP: row('none', 0, 0, 'none', 'Does nothing; stands for a statement without effect.'),

  LOAD_CONST: load('const', 'Pushes a constant.'),
  LOAD_FAST: load('local', 'Pushes a local variable; UnboundLocalError if it has no value.'),
  STORE_FAST: store('local', 'Gives a local variable a value.'),
  DELETE_FAST: remove('local', 'Unbinds a local variable.'),
  LOAD_DEREF: load('cell', 'Pushes the contents of a closure cell.'),
  STORE_DEREF: store('cell', 'Puts a value into a closure cell.'),
  DELETE_DEREF: remove('cell', 'Empties a closure cell.'),
  LOAD_CLASSDEREF: load(
    'cell',
    'In a class body: the name of that cell in the class namespace, else the contents of the cell.',
  ),
  LOAD_GLOBAL: load('name', 'Pushes a global variable or, failing that, a builtin.'),
  STORE_GLOBAL: store('name', 'Gives a global variable a value.'),
  DELETE_GLOBAL: remove('name', 'Unbinds a global variable.'),
  LOAD_NAME: load('name', 'In a class body: the name in the class namespace, else global, else builtin.'),
  STORE_NAME: store('name', 'In a class body: binds the name in the class namespace.'),
  DELETE_NAME: remove('name', 'In a class body: unbinds the name in the class namespace.'),
  STORE_ANNOTATION: store('name', 'Stores the annotation of a name of the module or class.'),

  POP_TOP: row('none', 1, 0, 'none', 'Drops the top.'),
  COPY: row('count', 0, 1, 'produced', 'Pushes the item at that depth; 1 is the top.'),
  SWAP: row('count', 0, 0, 'none', 'Swaps the top with the item at that depth; 2 is the one below the top.'),
  REVERSE: row('count', 0, 0, 'none', 'Reverses that many items on top of the stack.'),

  BINARY_ADD: binary('+'),
  BINARY_SUB: binary('-'),
  BINARY_MUL: binary('*'),
  BINARY_TRUEDIV: binary('/'),
  BINARY_FLOORDIV: binary('//'),
  BINARY_MOD: binary('%'),
  BINARY_POW: binary('**'),
  BINARY_LSHIFT: binary('<<'),
  BINARY_RSHIFT: binary('>>'),
  BINARY_OR: binary('|'),
  BINARY_XOR: binary('^'),
  BINARY_AND: binary('&'),
  BINARY_MATMUL: binary('@'),
  INPLACE_ADD: binary('+='),
  INPLACE_SUB: binary('-='),
  INPLACE_MUL: binary('*='),
  INPLACE_TRUEDIV: binary('/='),
  INPLACE_FLOORDIV: binary('//='),
  INPLACE_MOD: binary('%='),
  INPLACE_POW: binary('**='),
  INPLACE_LSHIFT: binary('<<='),
  INPLACE_RSHIFT: binary('>>='),
  INPLACE_OR: binary('|='),
  INPLACE_XOR: binary('^='),
  INPLACE_AND: binary('&='),
  INPLACE_MATMUL: binary('@='),
  UNARY_NEGATIVE: unary('-'),
  UNARY_POSITIVE: unary('+'),
  UNARY_INVERT: unary('~'),
  UNARY_NOT: unary('not '),
  COMPARE_EQ: binary('=='),
  COMPARE_NE: binary('!='),
  COMPARE_LT: binary('<'),
  COMPARE_LE: binary('<='),
  COMPARE_GT: binary('>'),
  COMPARE_GE: binary('>='),
  COMPARE_IS: binary('is'),
  COMPARE_IS_NOT: binary('is not'),
  COMPARE_IN: binary('in'),
  COMPARE_NOT_IN: binary('not in'),

  JUMP: row('target', 0, 0, 'none', 'Goes on at the target, which lies ahead.', { flow: 'jump' }),
  JUMP_BACKWARD: row('target', 0, 0, 'none', 'Goes back to the target: the next round of a loop.', {
    flow: 'jump',
  }),
  POP_JUMP_IF_FALSE: row('target', 1, 0, 'tested', 'Pops a condition and jumps if it is false.', {
    flow: 'branch',
  }),
  POP_JUMP_IF_TRUE: row('target', 1, 0, 'tested', 'Pops a condition and jumps if it is true.', {
    flow: 'branch',
  }),
  POP_JUMP_IF_NONE: row(
    'target',
    1,
    0,
    'tested',
    'Pops a value and jumps if it is None (tested: it is None).',
    { flow: 'branch' },
  ),
  JUMP_IF_FALSE_OR_POP: row(
    'target',
    1,
    0,
    'tested',
    'Jumps if the top is false, keeping it; else drops it.',
    {
      flow: 'branch',
      jumped: { pops: 0, pushes: 0 },
    },
  ),
  JUMP_IF_TRUE_OR_POP: row('target', 1, 0, 'tested', 'Jumps if the top is true, keeping it; else drops it.', {
    flow: 'branch',
    jumped: { pops: 0, pushes: 0 },
  }),

  GET_ITER: row('none', 1, 1, 'produced', 'a → iter(a)'),
  FOR_ITER: row(
    'target',
    0,
    1,
    'next',
    'Pushes the next element of the iterator on top, advancing it by one (which is not journalled); at its end drops the iterator and jumps.',
    {
      flow: 'branch',
      jumped: { pops: 1, pushes: 0 },
    },
  ),
  UNPACK_SEQUENCE: row(
    'count',
    1,
    itself,
    'unpacked',
    'Replaces an iterable by its items, of which there must be that many, the first on top.',
  ),
  UNPACK_EX: row(
    'flags',
    1,
    (arg) => (arg & 255) + 1 + (arg >> 8),
    'unpacked',
    'As UNPACK_SEQUENCE with a starred target: `arg & 255` items before it, `arg >> 8` after it.',
  ),

  BUILD_LIST: build('Makes a list of that many items.'),
  BUILD_TUPLE: build('Makes a tuple of that many items.'),
  BUILD_SET: build('Makes a set of that many items.'),
  BUILD_CONST_SET: row(
    'flags',
    (arg) => arg >> 1,
    1,
    'produced',
    'Makes a set of `arg >> 1` constants, which CPython makes from a frozenset; with bit 0 the loop goes over that itself.',
  ),
  BUILD_MAP: row(
    'count',
    (arg) => 2 * arg,
    1,
    'produced',
    'Makes a dict of that many keys and values, alternating.',
  ),
  BUILD_SLICE: build('Makes a slice of two or three bounds.'),
  BUILD_STRING: build('Joins that many strings.'),
  LIST_APPEND: row(
    'count',
    1,
    0,
    'stored',
    'Pops a value and appends it to the list then at that depth (a comprehension).',
  ),
  SET_ADD: row(
    'count',
    1,
    0,
    'stored',
    'Pops a value and adds it to the set then at that depth (a comprehension).',
  ),
  MAP_ADD: row(
    'count',
    2,
    0,
    'stored',
    'Pops key and value (the value on top, the event has it) and puts them into the dict then at that depth.',
  ),
  LIST_EXTEND: row(
    'count',
    1,
    0,
    'stored',
    'Pops an iterable and appends its items to the list then at that depth.',
  ),
  SET_UPDATE: row(
    'count',
    1,
    0,
    'stored',
    'Pops an iterable and adds its items to the set then at that depth.',
  ),
  DICT_UPDATE: row(
    'count',
    1,
    0,
    'stored',
    'Pops a mapping and puts its items into the dict then at that depth.',
  ),
  DICT_MERGE: row(
    'count',
    1,
    0,
    'stored',
    'As DICT_UPDATE for keyword arguments: a key twice is a TypeError.',
  ),
  LIST_TO_TUPLE: row('none', 1, 1, 'produced', 'list → tuple'),
  FORMAT_VALUE: row(
    'flags',
    (arg) => (arg & 4 ? 2 : 1),
    1,
    'produced',
    'Formats a value for an f-string: bits 0–1 convert (0 none, 1 str, 2 repr, 3 ascii), bit 2: a format spec is on top.',
  ),

  LOAD_SUBSCR: row('none', 2, 1, 'produced', 'a b → a[b]'),
  STORE_SUBSCR: row('none', 3, 0, 'stored', 'value a b → ; a[b] = value'),
  DELETE_SUBSCR: row('none', 2, 0, 'none', 'a b → ; del a[b]'),
  LOAD_ATTR: row('name', 1, 1, 'produced', 'a → a.name'),
  STORE_ATTR: row('name', 2, 0, 'stored', 'value a → ; a.name = value'),
  DELETE_ATTR: row('name', 1, 0, 'none', 'a → ; del a.name'),

  LOAD_METHOD: row(
    'name',
    1,
    2,
    'method',
    'a → callable a; looks up a.name to be called at once. A marker takes the place of `a` when it is not passed.',
  ),
  CALL: row('count', (arg) => arg + 1, 1, 'called', 'callable and that many arguments → result'),
  CALL_METHOD: row(
    'count',
    (arg) => arg + 2,
    1,
    'called',
    'callable, receiver and that many arguments → result',
  ),
  CALL_KW: row(
    'keywords',
    (arg) => (arg & 255) + 1,
    1,
    'called',
    'As CALL; the last arguments have the names of `arg >> 8`.',
  ),
  CALL_METHOD_KW: row(
    'keywords',
    (arg) => (arg & 255) + 2,
    1,
    'called',
    'As CALL_METHOD; the last arguments have the names of `arg >> 8`.',
  ),
  CALL_EX: row(
    'flags',
    (arg) => (arg & 1 ? 3 : 2),
    1,
    'called',
    'callable, tuple of arguments and, with bit 0, dict of keyword arguments → result',
  ),
  MAKE_FUNCTION: row(
    'function',
    (arg) => (arg & 1) + ((arg >> 1) & 1),
    1,
    'produced',
    'Makes a function: with bit 0 pops a tuple of defaults, with bit 1 a dict of keyword-only defaults above it. Captures its cells from this frame.',
  ),
  BUILD_CLASS: row(
    'keywords',
    (arg) => (arg & 255) + 1,
    1,
    'produced',
    'body function, bases and keyword arguments → class; the body runs as a frame entered natively.',
  ),
  IMPORT_NAME: load('name', 'Pushes a module.'),
  IMPORT_FROM: row('name', 0, 1, 'produced', 'module → module module.name'),

  RAISE: row(
    'count',
    itself,
    0,
    'none',
    'Raises: 0 the exception being handled, 1 the top, 2 the one below with the top as its cause.',
    { flow: 'stop' },
  ),
  PUSH_HANDLED: row(
    'none',
    1,
    2,
    'none',
    'exception → previous exception; the exception becomes the one being handled. The previous one (or None) goes below.',
  ),
  POP_HANDLED: row(
    'none',
    1,
    0,
    'none',
    'Pops the previously handled exception and makes it the one being handled.',
  ),
  MATCH_EXCEPTION: row('none', 1, 1, 'produced', 'exception types → exception bool'),
  RERAISE: row(
    'count',
    1,
    0,
    'none',
    'Raises the exception on top again; with 1 from where it came, not from here.',
    { flow: 'stop' },
  ),
  END_HANDLER: row(
    'none',
    2,
    0,
    'none',
    'previous exception → ; an exception left a handler: restores the one handled before and raises again.',
    { flow: 'stop' },
  ),
  LOAD_ASSERTION_ERROR: load('none', 'Pushes the class AssertionError.'),
  LOAD_EXIT: row(
    'none',
    1,
    2,
    'method',
    'manager → exit manager; looks up the two methods of a context manager.',
  ),
  ENTER_WITH: row('none', 1, 1, 'produced', 'manager → what its __enter__ returns'),
  CALL_EXIT: row(
    'none',
    0,
    1,
    'produced',
    'exit previous exception → exit previous exception result of exit(type, exception, traceback)',
  ),

  YIELD_VALUE: row(
    'none',
    1,
    1,
    'yielded',
    'Hands the top to the consumer and suspends; once resumed the value sent is on top.',
  ),
  YIELD_FROM: row(
    'none',
    2,
    1,
    'yielded',
    'iterator sent → result of the delegation. While it yields, suspends at this instruction with the iterator on the stack, and runs again with what was sent.',
  ),
  GET_YIELD_FROM_ITER: row('none', 1, 1, 'produced', 'a → iter(a), leaving a generator as it is'),

  MATCH_SEQUENCE: row('none', 0, 1, 'produced', 'subject → subject bool'),
  MATCH_MAPPING: row('none', 0, 1, 'produced', 'subject → subject bool'),
  MATCH_KEYS: row('none', 0, 1, 'produced', 'subject keys → subject keys (tuple of values, or None)'),
  MATCH_CLASS: row(
    'count',
    3,
    1,
    'produced',
    'subject class names → tuple of attributes, or None; that many are positional.',
  ),
  GET_LEN: row('none', 0, 1, 'produced', 'subject → subject len(subject)'),
  MAPPING_REST: row('none', 2, 1, 'produced', 'subject keys → dict of the items of other keys'),
};

/** Names of the operations by code. */
export const OP_NAMES = Object.keys(OPCODES) as readonly (keyof typeof Op)[];

/** The rows by operation code. */
export const OPCODE_ROWS: readonly Opcode[] = OP_NAMES.map((name) => OPCODES[name]);

/** Events whose value, if it is an object, the trace has had before: variables, constants, what was on the stack. */
function isKnown({ event, operand, pops }: Opcode): boolean {
  if (event === 'produced') return pops === 0 && operand !== 'none';
  return event === 'none' || event === 'stored' || event === 'tested' || event === 'returned';
}

/** By operation code: 1 where the value of an event can be an object that the trace has not seen. */
export const MAY_BE_NEW = Uint8Array.from(OPCODE_ROWS, (opcode) => (isKnown(opcode) ? 0 : 1));

/** Evaluates an effect for an argument. */
export function effectOf(effect: Effect, arg: number): number {
  return typeof effect === 'number' ? effect : effect(arg);
}
