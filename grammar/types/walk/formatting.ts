// Formatting: `%` with a template, str.format, and the specifications of f-strings. A template that is a
// literal is read; one that is computed could ask for anything. Source: the Python 3.11 library reference,
// "printf-style String Formatting" and "Format String Syntax".
import type { Expr, Node } from '../../ast.ts';
import type { Inference } from '../inference.ts';
import { hasMember } from '../match.ts';
import { Bit, INT_LIKE, REAL, isAny, within, type Type } from '../type.ts';

const PERCENT = /%(?:\((\w*)\))?([-#0 +]*)(\*|\d+)?(?:\.(\*|\d+)?)?[hlL]?(.?)/gs;

/** Checks `template % values` where `node` is that expression. */
export function checkPercent(cx: Inference, node: Node, right: Type): void {
  const template = node.kind === 'BinOp' ? literalText(node.left) : null;
  if (template === null) {
    cx.loose(node, 'the template of % is not a literal');
    return;
  }
  if (isAny(right)) return;
  const wanted: string[] = [];
  let named = false;
  for (const [, key, , width, precision, conversion] of template.matchAll(PERCENT)) {
    if (conversion === '%' && key === undefined && width !== '*') continue;
    if (key !== undefined) named = true;
    if (width === '*') wanted.push('d');
    if (precision === '*') wanted.push('d');
    wanted.push(conversion!);
  }
  if (named) {
    const isDict =
      right.mask === 0 && right.parts.every((p) => p.kind === 'container' && p.cls.params[0] === 'K');
    if (!isDict) cx.fault(node, 'W0506', { callee: '%', param: 'values', actual: right, expected: 'dict' });
    else if (wanted.some((w) => w !== 's' && w !== 'r'))
      cx.loose(node, '% formats the values of a dict as numbers');
    return;
  }
  checkPositions(cx, node, wanted, right);
}

function checkPositions(cx: Inference, node: Node, wanted: readonly string[], right: Type): void {
  const first = right.parts[0];
  const values =
    first?.kind === 'tuple' && right.parts.length === 1 && right.mask === 0 ? first.elems : [right];
  const mayBeTuple =
    values[0] === right && right.parts.some((p) => p.kind === 'tuple' || isTupleLike(p.kind, p));
  if (mayBeTuple) {
    cx.loose(node, 'the number of values for % is not known');
    return;
  }
  if (values.length !== wanted.length) {
    cx.fault(node, 'W0506', {
      callee: '%',
      param: 'values',
      actual: right,
      expected: `${wanted.length} ${wanted.length === 1 ? 'value' : 'values'}`,
    });
    return;
  }
  wanted.forEach((conversion, i) => {
    const value = values[i]!;
    if (isAny(value) || percentTakes(conversion, value)) return;
    cx.fault(node, 'W0506', {
      callee: '%',
      param: `%${conversion}`,
      actual: value,
      expected: 'a number',
    });
  });
}

function isTupleLike(kind: string, part: Type['parts'][number]): boolean {
  return kind === 'generic' && part.kind === 'generic' && part.cls.name === 'tuple';
}

function percentTakes(conversion: string, value: Type): boolean {
  if (/[sra]/.test(conversion)) return true;
  if (/[diueEfFgG]/.test(conversion)) return within(value, REAL);
  if (/[oxXc]/.test(conversion)) return within(value, INT_LIKE);
  return false;
}

/** Checks `template.format(...)`; the fields' own mistakes are ValueErrors, but their types are not. */
export function checkFormat(
  cx: Inference,
  node: Node,
  template: string | null,
  positional: readonly Type[],
  named: ReadonlyMap<string, Type> | null,
): void {
  if (template === null) {
    cx.loose(node, 'the template of format() is not a literal');
    return;
  }
  let next = 0;
  for (const [, name, tail, conversion, spec] of template.matchAll(
    /(?<!\{)\{(\w*)([^{}:!]*)(![rsa])?(?::([^{}]*))?/g,
  )) {
    if (tail !== '') {
      cx.loose(node, 'format() looks into its arguments');
      return;
    }
    const value =
      name === '' ? positional[next++] : /^\d+$/.test(name!) ? positional[Number(name)] : named?.get(name!);
    if (conversion === undefined && value !== undefined) checkSpec(cx, node, value, spec ?? '');
  }
}

/** Checks one value under a format specification; the empty one takes anything. */
export function checkSpec(cx: Inference, node: Node, value: Type, spec: string): void {
  if (spec === '' || isAny(value)) return;
  const formattable = within({ ...value, parts: [] }, REAL | Bit.str) && value.parts.every(isFormattable);
  if (!formattable) {
    cx.fault(node, 'W0506', {
      callee: 'format',
      param: spec,
      actual: value,
      expected: 'a number or str',
    });
  }
}

function isFormattable(part: Type['parts'][number]): boolean {
  return part.kind === 'instance' && hasMember(part.cls, '__format__');
}

/** The text of a literal string, or null. */
export function literalText(node: Expr): string | null {
  if (node.kind !== 'Constant') return null;
  if (node.value.type === 'str') return node.value.value;
  if (node.value.type === 'bytes') return String.fromCharCode(...node.value.value);
  return null;
}
