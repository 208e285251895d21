// What the step builder needs to know of calls: whose constructor runs, which arguments are as they were, what of a
// long string is known where it is handed over. Knows frames, no events.
import type { Expr, Node } from '../../grammar/ast.ts';
import type { Value } from '../../interpreter/values/objects.ts';
import { PyInstance } from '../../interpreter/values/class.ts';
import type { SlotValue } from '../claims.ts';
import type { FrameState } from './frame.ts';
import { LONG, type Ends } from './long-texts.ts';
import { isExpression } from '../../grammar/expressions.ts';
import type { FrameEntry } from './replay.ts';
import { shortText } from './shown.ts';
import type { Workings } from './working.ts';

/** The arguments that functions were called with last. */
export class LastArgs {
  private readonly last = new Map<string, readonly string[]>();

  /** Which arguments are long and the same as in the last call of the function, and which are not. */
  repeated(func: string, args: readonly string[]): Record<string, SlotValue> {
    const before = this.last.get(func);
    this.last.set(func, args);
    const news: string[] = [];
    const same: string[] = [];
    for (let i = 0; i < args.length; i += 2) {
      const text = args[i + 1]!;
      if (text.length > LONG_ARGUMENT && before?.[i + 1] === text) same.push(args[i]!);
      else news.push(args[i]!, text);
    }
    return same.length === 0 || news.length === 0 ? {} : { news, same };
  }
}

/** The ends of a long string that a call of the frame gives as it stands; undefined when they are not known. */
export function givenEnds({ awaiting, values }: FrameState, value: Value): Ends | undefined {
  if (typeof value !== 'string' || value.length <= LONG || awaiting?.kind !== 'Call') return undefined;
  for (const arg of awaiting.args) {
    const given = values.get(arg);
    if (typeof given === 'string' && given.length === value.length && given === value)
      return values.endsOf(arg);
  }
  return undefined;
}

/** Longer objects are not said with a call of their methods. */
const LONGEST_ON = 60;
/** Longer expressions are not said to make a call. */
const LONGEST_SITE = 60;

/** How a function came to be called where that is not plain: the object of a method, what calls it unseen. */
export function siteOf(entry: FrameEntry, caller: FrameState, workings: Workings): Record<string, SlotValue> {
  const facts: Record<string, SlotValue> = {};
  if (caller.stmt?.kind === 'With' && /\.__(enter|exit)__$/.test(entry.name)) return { what: 'with' };
  const { site } = entry;
  if (site !== null) {
    const expr = site.kind === 'AugAssign' ? workings.sumOf(site) : isExpression(site) ? site : null;
    const text = expr === null ? '' : workings.addressed(expr, caller.values);
    if (text !== '' && text.length <= LONGEST_SITE) facts[isTarget(site, caller) ? 'sets' : 'site'] = text;
  }
  const self = entry.method && entry.args[0]?.[0] === 'self' ? entry.args[0][1] : undefined;
  if (self !== undefined && site === null && entry.args.length === 1) {
    const text = shortText(self, LONGEST_ON);
    if (text !== null) facts['on'] = text;
  }
  return facts;
}

function isTarget(site: Node, { stmt }: FrameState): boolean {
  if (stmt?.kind === 'AugAssign') return false;
  return stmt?.kind === 'Assign' && stmt.targets.includes(site as Expr);
}

/** True when the constructor of an object's own class runs, not that of a base. */
export function isMaking(entry: FrameEntry): boolean {
  const object = entry.args[0]?.[1];
  return (
    entry.name.endsWith('.__init__') &&
    object instanceof PyInstance &&
    entry.name === `${object.cls.name}.__init__`
  );
}

/** An argument by which a call can be told from others later on: short, and nothing that may have changed since. */
const LASTING = /^(?:-?[\d.]+|True|False|None|'[^'\\]{0,14}')$/;

/** What can be said of a function that goes on. */
export function resumed(call: Readonly<Record<string, SlotValue>>): Record<string, SlotValue> {
  const func = call['func']!;
  const all = (call['args'] ?? []) as readonly string[];
  const args = all.filter((_, i) => LASTING.test(all[i | 1]!));
  return args.length === 0 ? { func } : { func, args };
}

/** Longer arguments are not repeated when the next call has them as well. */
const LONG_ARGUMENT = 16;

/** Names like `__init__`, whose returning nothing is not worth a word. */
export function isSpecial(name: string): boolean {
  return /(^|\.)__\w+__$/.test(name);
}
