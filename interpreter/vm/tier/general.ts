// The second tier where it has met more than ints and lists: fast paths for floats, texts, dicts and attributes beside
// those, for code that would leave too often otherwise. What is no few instructions of JavaScript is asked of `plain.ts`,
// which says undefined where the loop has to do it.
import type { Op } from '../../op.ts';
import { operand, type Operand } from './fold.ts';
import { MAX, MIN } from './paid.ts';
import type { Translation } from './translate.ts';

/** Says of an operand that it is a slice. */
export const SLICE = Symbol('slice');

/** The result of an instruction takes the place of `count` operands; its event has it. */
export function result(t: Translation, pc: number, count: number, value: Operand): true {
  t.drop(count);
  t.push(value);
  t.event(pc, value);
  return true;
}

/** What `text`, a call of `plain.ts`, comes to; leaves where that is undefined. */
function asked(t: Translation, pc: number, text: string): string {
  const name = t.temp(text);
  t.guard(`${name}!==undefined`, pc);
  return name;
}

/** The text of an operand as a JavaScript number, if it is an int or a float. */
function number(t: Translation, { text, kind }: Operand): string {
  if (kind === 'int') return text;
  if (kind === 'float') return `${text}.value`;
  return t.temp(`${text} instanceof PyFloat?${text}.value:${text}`);
}

/** Whether it is known that the operands are an int and a float, or two floats. */
function isFloat(a: Operand, b: Operand): boolean {
  const kinds = [a.kind, b.kind];
  return kinds.includes('float') && kinds.every((kind) => kind === 'int' || kind === 'float');
}

/** Addition and the like, of ints and floats; what else it may be of `plain.ts` knows. */
export function arithmetic(
  t: Translation,
  pc: number,
  op: Op,
  symbol: string,
  end: string,
  most: number,
): true {
  const [a, b] = [t.peek(2), t.peek(1)];
  const [x, y] = [number(t, a), number(t, b)];
  if (isFloat(a, b)) return result(t, pc, 2, operand(t.temp(`new PyFloat(${x}${symbol}${y})`), 'float'));
  const name = `v${t.name()}`;
  const leave = t.leaving(pc);
  t.emit(
    `let ${name};if(typeof ${x}==='number'&&typeof ${y}==='number'){if(${x}===${a.text}&&${y}===${b.text}){` +
      `${name}=${x}${symbol}${y}${end};if(!(${name}<=${most}&&${name}>=-${most}))${leave}}` +
      `else ${name}=new PyFloat(${x}${symbol}${y});}` +
      `else if((${name}=OPERATE(E.machine,${op},${a.text},${b.text}))===undefined)${leave}`,
  );
  return result(t, pc, 2, operand(name));
}

/** True division: of two ints too it is a float. */
export function division(t: Translation, pc: number): true {
  const [x, y] = [number(t, t.peek(2)), number(t, t.peek(1))];
  t.guard(`typeof ${x}==='number'&&typeof ${y}==='number'&&${y}!==0`, pc);
  return result(t, pc, 2, operand(t.temp(`new PyFloat(${x}/${y})`), 'float'));
}

/** A comparison of ints, floats or texts. */
export function comparison(t: Translation, pc: number, op: Op, symbol: string): true {
  const [a, b] = [t.peek(2), t.peek(1)];
  const [x, y] = [number(t, a), number(t, b)];
  if (isFloat(a, b)) return result(t, pc, 2, operand(t.temp(`${x}${symbol}${y}`), 'bool'));
  const name = `v${t.name()}`;
  t.emit(
    `let ${name};if(typeof ${x}==='number'&&typeof ${y}==='number')${name}=${x}${symbol}${y};` +
      `else if((${name}=OPERATE(E.machine,${op},${a.text},${b.text}))===undefined)${t.leaving(pc)}`,
  );
  return result(t, pc, 2, operand(name, 'bool'));
}

/** `in` and `not in`. */
export function membership(t: Translation, pc: number, op: Op): true {
  const made = asked(t, pc, `OPERATE(E.machine,${op},${t.peek(2).text},${t.peek(1).text})`);
  return result(t, pc, 2, operand(made, 'bool'));
}

/** A slice, whose number is known to the trace from here on. */
export function slice(t: Translation, pc: number, count: number): true {
  const parts = t.state.stack.slice(t.state.stack.length - count).map(({ text }) => text);
  const made = t.temp(`new PySlice(${parts.join()}${count < 3 ? ',null' : ''})`);
  t.see(made);
  return result(t, pc, count, operand(made, 'object', SLICE));
}

export function item(t: Translation, pc: number): true {
  if (t.peek(1).is === SLICE) {
    t.flush();
    const made = asked(t, pc, `SLICED(E.machine,${t.peek(2).text},${t.peek(1).text})`);
    return result(t, pc, 2, operand(made));
  }
  const [{ text: container }, { text: index }] = [t.peek(2), t.peek(1)];
  const plain =
    `${container} instanceof PyList&&${container}.cls===listClass&&typeof ${index}==='number'` +
    `&&${index}>=0&&${index}<${container}.items.length`;
  const text = `${plain}?${container}.items[${index}]:ITEM(E.machine,${container},${index})`;
  return result(t, pc, 2, operand(asked(t, pc, text)));
}

/** The change is told to the journal by whoever does it, so that all before it has to be in the hash. */
export function storeItem(t: Translation, pc: number): true {
  const [value, container, index] = [t.peek(3), t.peek(2), t.peek(1)];
  t.flushAll();
  t.guard(`STORE(E.machine,${container.text},${index.text},${value.text})`, pc);
  t.drop(3);
  t.event(pc, value);
  return true;
}

export function attribute(t: Translation, pc: number, name: string): true {
  return result(t, pc, 1, operand(asked(t, pc, `ATTRIBUTE(${t.peek(1).text},${JSON.stringify(name)})`)));
}

export function storeAttribute(t: Translation, pc: number, name: string): true {
  const [value, object] = [t.peek(2), t.peek(1)];
  t.flushAll();
  t.guard(`SET_ATTRIBUTE(E.machine,${object.text},${JSON.stringify(name)},${value.text})`, pc);
  t.drop(2);
  t.event(pc, value);
  return true;
}

/** A method that is found in a class, and its object. */
export function method(t: Translation, pc: number, name: string): true {
  const object = t.peek(1);
  const found = asked(t, pc, `METHOD(${object.text},${JSON.stringify(name)})`);
  if (t.traced) t.guard(`${found}.journal===E.recorder||${found}.id<0`, pc);
  const value = operand(found);
  t.drop(1);
  t.push(value);
  t.push(object);
  t.event(pc, value);
  return true;
}

/** A call of a builtin method with `count` arguments beside its object. */
export function methodCall(t: Translation, pc: number, count: number): true {
  const args = t.state.stack.slice(t.state.stack.length - count - 1).map(({ text }) => text);
  const made = asked(t, pc, `METHOD_CALL(E.machine,${t.peek(count + 2).text},[${args.join()}])`);
  return result(t, pc, count + 2, operand(made));
}

/** A call of a builtin function. What makes a new object is left to the loop. */
export function call(t: Translation, pc: number, count: number): true {
  const args = t.state.stack.slice(t.state.stack.length - count).map(({ text }) => text);
  const callee = t.peek(count + 1);
  if (count === 2 && callee.is !== null && (callee.is === MIN || callee.is === MAX)) {
    t.flush();
    const extreme = asked(t, pc, `EXTREME(E.machine,${callee.text},${args.join()})`);
    return result(t, pc, 3, operand(extreme, 'int'));
  }
  const made = asked(t, pc, `CALL(${t.peek(count + 1).text},[${args.join()}],0,${count})`);
  t.guard(`!(${made} instanceof PyRange)`, pc);
  return result(t, pc, count + 1, operand(made));
}
