// What is known of an exception that is raised: its class, its text, and what raises it. Facts for sentences; knows
// frames and nodes, no wording.
import type { Node } from '../../grammar/ast.ts';
import type { PyException } from '../../interpreter/values/class.ts';
import { display } from '../../interpreter/values/display.ts';
import type { SlotValue } from '../claims.ts';
import { LONGEST_ITEM } from './effects.ts';
import { isExpression } from '../../grammar/expressions.ts';
import type { FrameState } from './frame.ts';
import { shortText, shown } from './shown.ts';
import type { Workings } from './working.ts';

type Facts = Record<string, SlotValue>;

/** What can be said of an exception that the node raises in the frame. */
export function raiseFacts(exception: PyException, frame: FrameState, node: Node, workings: Workings): Facts {
  const facts: Facts = { type: exception.cls.name };
  const text = exceptionText(exception);
  if (text !== null) facts['text'] = text;
  if (frame.kind === 'function') facts['func'] = frame.name;
  const key = missingKey(exception, node);
  if (key !== null) facts['key'] = key;
  return Object.assign(facts, raiser(frame, node, workings));
}

/** What raises: a statement made for it, or an expression that cannot be worked out. */
function raiser(frame: FrameState, node: Node, workings: Workings): Facts {
  if (node.kind === 'Raise' || node.kind === 'Assert') return { what: node.kind.toLowerCase() };
  if (node.kind === 'AugAssign') return { call: workings.brief(workings.sumOf(node), frame.values) };
  if (!isExpression(node) || frame.telling === 'quiet') return {};
  if (node.kind === 'FormattedValue') return { call: workings.brief(workings.stringOf(node), frame.values) };
  return { call: workings.brief(node, frame.values) };
}

/** The key that a lookup has not found; null for other exceptions. */
function missingKey(exception: PyException, node: Node): string | null {
  if (exception.cls.name !== 'KeyError' || node.kind !== 'Subscript' || exception.args.length !== 1)
    return null;
  return shortText(exception.args[0]!, LONGEST_ITEM);
}

/** `str(exception)` as a value, or null when there is none or only user code could say. */
export function exceptionText(exception: PyException): string | null {
  if (exception.args.length !== 1) return null;
  const only = exception.args[0]!;
  if (exception.cls.name === 'KeyError' || typeof only !== 'string') return shown(display(only));
  return shown(only);
}
