// `collections.namedtuple('Point', 'x y')`: a class made by a call. Source: the Python 3.11 library reference.
import type { Call, Expr } from '../../ast.ts';
import type { Field } from '../entities.ts';
import type { Inference } from '../inference.ts';
import { expression } from '../walk/expressions.ts';
import { literalText } from '../walk/formatting.ts';
import type { Type } from '../type.ts';
import { NO_HERITAGE, knownUserClass, makeUserClass } from './make.ts';

export function namedtupleCall(cx: Inference, node: Call): Type {
  for (const arg of node.args) expression(cx, arg);
  const [nameNode, fieldsNode] = node.args;
  const name = nameNode === undefined ? null : literalText(nameNode);
  const names = fieldsNode === undefined ? null : fieldNames(fieldsNode);
  if (name === null || names === null || node.keywords.length > 0 || node.args.length !== 2) {
    return cx.unknown(node, 'a namedtuple whose fields are not literals');
  }
  const known = knownUserClass(cx, node);
  if (known !== null) return known.object;
  const fields: Field[] = names.map((field) => ({
    name: field,
    declared: null,
    hasDefault: false,
    keywordOnly: false,
    init: true,
    annotation: null,
  }));
  return makeUserClass(cx, name, node, NO_HERITAGE, { style: 'namedtuple', fields }).object;
}

function fieldNames(node: Expr): string[] | null {
  const text = literalText(node);
  if (text !== null)
    return text
      .replaceAll(',', ' ')
      .split(' ')
      .filter((word) => word !== '');
  if (node.kind !== 'List' && node.kind !== 'Tuple') return null;
  const names: string[] = [];
  for (const elt of node.elts) {
    const name = literalText(elt);
    if (name === null) return null;
    names.push(name);
  }
  return names;
}
