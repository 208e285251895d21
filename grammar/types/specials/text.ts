// Results of the builtins on text whose arguments are small languages: format strings, regular
// expressions, JSON. Source: the Python 3.11 library reference, "string", "re" and "json".
import { declaredResult, given, type BuiltinCall } from '../call/builtins.ts';
import type { Inference } from '../inference.ts';
import { knownClass } from '../registry.ts';
import { Bit, NEVER, REAL, STR, isAny, makeType, type Part, type Type } from '../type.ts';
import { checkFormat, checkSpec, literalText } from '../walk/formatting.ts';
import { filled } from '../walk/operators.ts';
import type { Expr } from '../../ast.ts';

export function format(cx: Inference, call: BuiltinCall): Type {
  const { args, node } = call;
  const func = args.call?.func;
  const template = func?.kind === 'Attribute' && func.attr === 'format' ? literalText(func.value) : null;
  if (args.rest !== null || args.restNamed !== null) cx.loose(node, 'what is formatted is not known');
  checkFormat(cx, node, template, args.positional, args.named);
  return STR;
}

export function formatValue(cx: Inference, call: BuiltinCall): Type {
  const spec = given(call, 'spec');
  if (spec !== undefined) checkSpec(cx, call.node, given(call, 'value')!, 'spec');
  return STR;
}

// ---- regular expressions ---------------------------------------------------------------------------

/** How many groups a literal pattern captures; null for one that is computed. */
function groupsOf(call: BuiltinCall): number | null {
  const node: Expr | undefined = call.args.call?.args[0];
  const text = node === undefined ? null : literalText(node);
  if (text === null || text.includes('#')) return null;
  let groups = 0;
  let inClass = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') {
      inClass = true;
      if (text[i + 1] === '^') i++;
      if (text[i + 1] === ']') i++;
    } else if (char === '(' && (text[i + 1] !== '?' || text.startsWith('(?P<', i))) groups++;
  }
  return groups;
}

/** What findall collects for a pattern with so many groups. */
function foundBy(cx: Inference, groups: number | null): Type {
  if (groups === null) return cx.lattice.join(STR, cx.generic(knownClass('tuple'), [STR]));
  return groups <= 1 ? STR : cx.tuple(new Array<Type>(groups).fill(STR));
}

export function compilePattern(cx: Inference, call: BuiltinCall): Type {
  return cx.generic(knownClass('Pattern'), [foundBy(cx, groupsOf(call))]);
}

export function findall(cx: Inference, call: BuiltinCall): Type {
  const pattern = given(call, 'pattern')!;
  let elem = (pattern.mask & Bit.str) === 0 ? NEVER : foundBy(cx, groupsOf(call));
  for (const part of pattern.parts)
    if (part.kind === 'generic') elem = cx.lattice.join(elem, part.args[0] ?? NEVER);
  return filled(cx, call.node, knownClass('list'), elem);
}

/** Without groups a split gives the text between; a group that took no part gives None. */
export function split(cx: Inference, call: BuiltinCall): Type {
  if (groupsOf(call) !== 0) return declaredResult(cx, call);
  return filled(cx, call.node, knownClass('list'), STR);
}

export function group(cx: Inference, call: BuiltinCall): Type {
  const { args } = call;
  const optional = makeType(Bit.str | Bit.none, []);
  if (args.rest !== null) return cx.unknown(call.node, 'which groups are asked for is not known');
  if (args.positional.length === 0) return STR;
  if (args.positional.length > 1) return cx.tuple(args.positional.map(() => optional));
  const asked = args.call?.args[0];
  const isWhole = asked?.kind === 'Constant' && asked.value.type === 'int' && asked.value.value === 0;
  return isWhole ? STR : optional;
}

// ---- JSON ------------------------------------------------------------------------------------------

const JSON_SCALARS = REAL | Bit.str | Bit.none;

export function dumps(cx: Inference, call: BuiltinCall): Type {
  const value = given(call, 'obj')!;
  if (given(call, 'default') !== undefined)
    cx.loose(call.node, 'what json makes of other objects is not known');
  else if (!isSerializable(cx, value, 0)) {
    cx.fault(call.node, 'W0506', {
      callee: 'json.dumps',
      param: 'obj',
      actual: value,
      expected: 'JSON data',
    });
  }
  return STR;
}

function isSerializable(cx: Inference, type: Type, depth: number): boolean {
  if (isAny(type) || depth > 8) return true;
  return (
    (type.mask & ~JSON_SCALARS) === 0 && type.parts.every((part) => isSerializablePart(cx, part, depth + 1))
  );
}

function isSerializablePart(cx: Inference, part: Part, depth: number): boolean {
  if (part.kind === 'tuple') return part.elems.every((elem) => isSerializable(cx, elem, depth));
  if (part.kind === 'generic') return part.cls.name === 'tuple' && isSerializable(cx, part.args[0]!, depth);
  if (part.kind !== 'container') return false;
  if (part.cls.name === 'list') return isSerializable(cx, cx.held(part), depth);
  if (part.cls.params[0] !== 'K') return false;
  const keys = cx.held(part);
  return (
    (keys.mask & ~(JSON_SCALARS | Bit.any)) === 0 &&
    keys.parts.length === 0 &&
    isSerializable(cx, cx.held(part, 1), depth)
  );
}
