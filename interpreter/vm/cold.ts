// The less frequent instructions. Each finds its operands on the stack below `machine.sp`, leaves its results there,
// and returns the value of its event.
import { Op } from '../op.ts';
import { exceptionClasses } from '../values/builtin-classes.ts';
import type { PyException } from '../values/class.ts';
import { moduleAttr } from '../values/attributes.ts';
import { PyDict } from '../values/dict.ts';
import { raise, typeError } from '../values/errors.ts';
import type { PyCell } from '../values/function.ts';
import { PyFunction, PyGenerator } from '../values/function.ts';
import { drain, gather, iterateOr, iteratorOf } from '../values/iterate.ts';
import type { PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import {
  ascii,
  delAttr,
  delItem,
  format,
  getAttr,
  getItem,
  iterate,
  length,
  lookupSpecial,
  repr,
  str,
  toArray,
  truth,
  typeOf,
  unaryOp,
} from '../values/operators.ts';
import { typeName } from '../values/type-of.ts';
import type { PyModule } from '../values/module.ts';
import { PySet } from '../values/set.ts';
import { sharedId } from '../values/shared.ts';
import { constantSet } from '../values/set-algebra.ts';
import { PySlice } from '../values/slice.ts';
import { PyTuple } from '../values/tuple.ts';
import { isOutside, PyOutside } from '../modules/outside.ts';
import { calleeName } from './call.ts';
import { buildClass } from './classes.ts';
import { matchesException, raiseStatement, reraise, makeTraceback } from './exceptions.ts';
import { moduleFor } from './library.ts';
import type { Machine } from './machine.ts';
import { loadClassDeref, loadName, namespaceOf, noFree, noGlobal, noLocal } from './names.ts';
import { isMapping, isSequence, mappingRest, matchClass, matchKeys } from './patterns.ts';
import { unpackStarred } from './unpack.ts';

/** Executes an instruction of the frame whose slots begin at `base`. @throws PyRaise and the abrupt ends of a run */
export function cold(m: Machine, op: number, arg: number, base: number): Value | undefined {
  const { stack } = m;
  const pop = (): Value => stack[--m.sp] as Value;
  const top = (depth = 1): Value => stack[m.sp - depth] as Value;
  const push = (value: Value): Value => (stack[m.sp++] = value);
  const replace = (count: number, value: Value): Value => {
    m.sp -= count;
    return push(value);
  };
  const popMany = (count: number): Value[] => {
    m.sp -= count;
    return stack.slice(m.sp, m.sp + count) as Value[];
  };
  const name = (): string => m.program.names[arg];

  switch (op as Op) {
    // ---- variables ----
    case Op.DELETE_FAST:
      if (stack[base + arg] === undefined) noLocal(m, arg);
      stack[base + arg] = undefined;
      return undefined;
    case Op.DELETE_DEREF: {
      const cell = stack[base + arg] as PyCell;
      if (cell.value === undefined) noFree(m, arg);
      cell.set(undefined);
      return undefined;
    }
    case Op.LOAD_CLASSDEREF:
      return push(loadClassDeref(m, arg, stack[base + arg] as PyCell));
    case Op.DELETE_GLOBAL:
      if (m.globals[arg] === undefined) noGlobal(m, arg);
      m.globals[arg] = undefined;
      return undefined;
    case Op.LOAD_NAME:
      return push(loadName(m, arg));
    case Op.STORE_NAME: {
      const value = pop();
      namespaceOf(m).set(name(), value);
      return value;
    }
    case Op.DELETE_NAME:
      if (!namespaceOf(m).delete(name())) raise('NameError', `name '${name()}' is not defined`);
      return undefined;
    case Op.STORE_ANNOTATION: {
      const value = pop();
      const namespace = namespaceOf(m);
      let annotations = namespace.get('__annotations__');
      if (!(annotations instanceof PyDict)) namespace.set('__annotations__', (annotations = new PyDict()));
      (annotations as PyDict).set(m, name(), value);
      return value;
    }
    case Op.REVERSE: {
      const items = popMany(arg);
      while (items.length > 0) push(items.pop() as Value);
      return undefined;
    }

    // ---- values ----
    case Op.UNARY_NEGATIVE:
      return replace(1, unaryOp(m, '-', top()));
    case Op.UNARY_POSITIVE:
      return replace(1, unaryOp(m, '+', top()));
    case Op.UNARY_NOT:
      return replace(1, !truth(m, top()));
    case Op.UNARY_INVERT:
      return replace(1, unaryOp(m, '~', top()));
    case Op.UNPACK_EX: {
      const items = unpackStarred(m, pop(), arg & 255, arg >> 8);
      for (let i = items.items.length - 1; i >= 0; i--) push(items.items[i]);
      return items;
    }
    case Op.BUILD_SET: {
      const set = new PySet();
      for (const item of popMany(arg)) set.add(m, item);
      return push(set);
    }
    case Op.BUILD_CONST_SET:
      return push(constantSet(m, popMany(arg >> 1), (arg & 1) === 1));
    case Op.BUILD_MAP: {
      const dict = new PyDict();
      const items = popMany(2 * arg);
      for (let i = 0; i < items.length; i += 2) dict.set(m, items[i], items[i + 1]);
      return push(dict);
    }
    case Op.BUILD_SLICE: {
      const [start, stop, step] = popMany(arg);
      return push(new PySlice(start, stop, step ?? null));
    }
    case Op.BUILD_STRING: {
      const text = (popMany(arg) as string[]).join('');
      m.charge(text.length);
      return push(text);
    }
    case Op.FORMAT_VALUE: {
      const spec = arg & 4 ? (pop() as string) : '';
      return push(formatValue(m, pop(), arg & 3, spec));
    }
    case Op.LIST_TO_TUPLE:
      return push(new PyTuple((pop() as PyList).items.slice()));
    case Op.SET_ADD: {
      const value = pop();
      (top(arg) as PySet).add(m, value);
      return value;
    }
    case Op.MAP_ADD: {
      const value = pop();
      const key = pop();
      (top(arg) as PyDict).set(m, key, value);
      return value;
    }
    case Op.LIST_EXTEND: {
      const value = pop();
      const text = `Value after * must be an iterable, not ${typeOf(value).name}`;
      const items = gather(m, value, iterateOr(m, value, text));
      (top(arg) as PyList).extend(items);
      return value;
    }
    case Op.SET_UPDATE: {
      const value = pop();
      for (const item of drain(m, iterate(m, value))) (top(arg) as PySet).add(m, item);
      return value;
    }
    case Op.DICT_UPDATE: {
      const value = pop();
      mergeInto(m, top(arg) as PyDict, value, `'${typeOf(value).name}' object is not a mapping`, null);
      return value;
    }
    case Op.DICT_MERGE: {
      const value = pop();
      const callee = calleeName(top(arg + 2));
      const text = `${callee} argument after ** must be a mapping, not ${typeOf(value).name}`;
      mergeInto(m, top(arg) as PyDict, value, text, callee);
      return value;
    }

    // ---- parts of objects ----
    case Op.DELETE_SUBSCR: {
      const [object, index] = popMany(2);
      delItem(m, object, index);
      return undefined;
    }
    case Op.DELETE_ATTR:
      delAttr(m, pop(), name());
      return undefined;

    // ---- definitions ----
    case Op.MAKE_FUNCTION: {
      const code = m.program.codes[arg >> 2];
      const keywordDefaults = arg & 2 ? new Map((pop() as PyDict).entries() as [string, Value][]) : null;
      const defaults = arg & 1 ? (pop() as PyTuple).items : [];
      const closure = code.captures.map((slot) => stack[base + slot] as PyCell);
      const made = new PyFunction(code, defaults, keywordDefaults, closure);
      if (m.library !== null && closure.length === 0)
        made.id = sharedId(`${m.library.name}.${code.qualname}`);
      return push(made);
    }
    case Op.BUILD_CLASS: {
      const items = popMany(arg & 255);
      const body = pop() as PyFunction;
      return push(buildClass(m, body, items, m.program.keywordNames[arg >> 8]));
    }
    case Op.IMPORT_NAME:
      return push(moduleFor(m, name()));
    case Op.IMPORT_FROM: {
      const module = top() as PyModule;
      if (isOutside(module)) return push(new PyOutside(`${module.name}.${name()}`));
      const value = moduleAttr(m, module, name());
      return push(value === undefined ? m.unsupported(`${module.name}.${name()}`) : value);
    }

    // ---- exceptions and with ----
    case Op.RAISE:
      return raiseStatement(m, popMany(arg));
    case Op.PUSH_HANDLED: {
      const exception = pop() as PyException;
      push(m.handled);
      push(exception);
      m.handled = exception;
      return undefined;
    }
    case Op.POP_HANDLED:
      m.handled = pop() as PyException | null;
      return undefined;
    case Op.MATCH_EXCEPTION: {
      const types = pop();
      return push(matchesException(m, top() as PyException, types));
    }
    case Op.RERAISE:
      return reraise(m, pop() as PyException);
    case Op.END_HANDLER: {
      const exception = pop() as PyException;
      m.handled = pop() as PyException | null;
      return reraise(m, exception);
    }
    case Op.LOAD_ASSERTION_ERROR:
      return push(exceptionClasses.AssertionError);
    case Op.LOAD_EXIT: {
      const manager = pop();
      const complaint = `'${typeOf(manager).name}' object does not support the context manager protocol`;
      if (lookupSpecial(m, manager, '__enter__') === undefined) typeError(complaint);
      const exit =
        lookupSpecial(m, manager, '__exit__') ?? typeError(`${complaint} (missed __exit__ method)`);
      push(exit);
      push(manager);
      return exit;
    }
    case Op.ENTER_WITH:
      return replace(1, m.call(lookupSpecial(m, top(), '__enter__') as Value, []));
    case Op.CALL_EXIT: {
      const exception = top() as PyException;
      return push(m.call(top(3), [exception.cls, exception, makeTraceback()]));
    }

    // ---- generators ----
    case Op.GET_YIELD_FROM_ITER: {
      const value = top();
      if (value instanceof PyGenerator) return replace(1, value);
      // Its own iterator: what is sent and thrown goes on to it, and what it returns comes back.
      const iterator = iteratorOf(m, value);
      return replace(
        1,
        iterator === undefined ? typeError(`'${typeName(value)}' object is not iterable`) : iterator,
      );
    }

    // ---- match ----
    case Op.MATCH_SEQUENCE:
      return push(isSequence(m, top()));
    case Op.MATCH_MAPPING:
      return push(isMapping(m, top()));
    case Op.GET_LEN:
      return push(length(m, top()));
    case Op.MATCH_KEYS:
      return push(matchKeys(m, top(2), (top() as PyTuple).items));
    case Op.MATCH_CLASS: {
      const [subject, cls, names] = popMany(3);
      return push(matchClass(m, subject, cls, arg, (names as PyTuple).items as readonly string[]));
    }
    case Op.MAPPING_REST: {
      const [subject, keys] = popMany(2);
      return push(mappingRest(m, subject, (keys as PyTuple).items));
    }

    default:
      throw new Error(`no such instruction: ${op}`);
  }
}

function formatValue(m: Machine, value: Value, conversion: number, spec: string): string {
  switch (conversion) {
    case 1:
      return format(m, str(m, value), spec);
    case 2:
      return format(m, repr(m, value), spec);
    case 3:
      return format(m, ascii(m, value), spec);
    default:
      return format(m, value, spec);
  }
}

/**
 * Puts the items of a mapping into `dict`.
 * @param complaint the TypeError for what is not a mapping
 * @param callee in a call, whose keyword arguments these are: none may come twice
 */
function mergeInto(m: Machine, dict: PyDict, mapping: Value, complaint: string, callee: string | null): void {
  const put = (key: Value, value: Value): void => {
    if (callee !== null && dict.has(m, key)) {
      typeError(`${callee} got multiple values for keyword argument '${str(m, key)}'`);
    }
    dict.set(m, key, value);
  };
  if (mapping instanceof PyDict) {
    m.charge(mapping.size);
    for (const [key, value] of mapping.entries()) put(key, value);
    return;
  }
  if (lookupSpecial(m, mapping, 'keys') === undefined) typeError(complaint);
  for (const key of toArray(m, m.call(getAttr(m, mapping, 'keys'), []))) put(key, getItem(m, mapping, key));
}
