// `function.__annotations__`: annotations are evaluated where a function is made and not kept; those that can only mean
// what they meant then are evaluated again when they are asked for, and the others refused.
// https://docs.python.org/3.11/howto/annotations.html
import { annotationText } from '../../grammar/annotation-text.ts';
import type { Expr, FunctionDef } from '../../grammar/ast.ts';
import { walk } from '../../grammar/visit.ts';
import type { Runtime } from '../runtime.ts';
import { PyClass } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import type { PyFunction } from '../values/function.ts';
import { PyModule } from '../values/module.ts';
import type { Value } from '../values/objects.ts';
import { typeOf } from '../values/type-of.ts';

/** The annotations of a function: parameters in CPython's order, then what it returns. */
export function functionAnnotations(rt: Runtime, func: PyFunction): Value {
  const { code } = func;
  if (code.kind !== 'function') return new PyDict();
  if (code.library !== null) return rt.unsupported('the annotations of a function of the library');
  const { params, returns } = code.node as FunctionDef;
  const { posonly, args, vararg, kwonly, kwarg } = params;
  const all = [...posonly, ...args, ...(vararg === null ? [] : [vararg]), ...kwonly];
  const noted: [string, Expr][] = [...all, ...(kwarg === null ? [] : [kwarg])].flatMap((param) =>
    param.annotation === null ? [] : [[param.name, param.annotation]],
  );
  if (returns !== null) noted.push(['return', returns]);
  if (/^from __future__ import .*annotations/m.test(code.source.text)) return postponed(rt, noted);
  const globals = new Map(rt.programGlobals());
  return PyDict.ofStrings(
    noted.map(([name, annotation]) => {
      checkLasting(rt, func, annotation, globals);
      const { start, end } = annotation.span;
      return [name, rt.evaluate(code.source.text.slice(start, end), globals)] as const;
    }),
  );
}

/** Where annotations are postponed, they are texts. */
function postponed(rt: Runtime, noted: readonly (readonly [string, Expr])[]): PyDict {
  return PyDict.ofStrings(
    noted.map(([name, annotation]) => [
      name,
      annotationText(annotation) ?? rt.unsupported('the __annotations__ of such a function'),
    ]),
  );
}

/** Refuses an annotation whose names may have meant something else when the function was made. */
function checkLasting(
  rt: Runtime,
  func: PyFunction,
  annotation: Expr,
  globals: ReadonlyMap<string, Value>,
): void {
  walk(annotation, (node) => {
    if (node.kind !== 'Name') return;
    const value = globals.get(node.id);
    // A builtin, a class under its own name, or a name of a module: nobody binds those twice.
    const lasting =
      value === undefined ||
      value instanceof PyModule ||
      (value instanceof PyClass ? value.name === node.id : typeOf(value).module === 'typing');
    if (!lasting || func.code.qualname.includes('<locals>'))
      rt.unsupported('the __annotations__ of such a function');
  });
}
