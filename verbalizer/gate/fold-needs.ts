// What must be said of rounds that are told as one: how many, where they begin and end, what they leave.
import { links, pairsOf, type Meaning } from '../freeform/meaning.ts';
import type { Step } from '../steps/step.ts';
import { yes, type Need } from './need.ts';

/** What folds count. */
const ONES: Readonly<Record<string, string>> = { fold: 'rounds', descent: 'calls', ascent: 'calls' };

/**
 * The needs of a fold.
 * @param bound the need of a name that has a value after it
 */
export function foldNeeds(
  { facts, kind }: Step,
  { view }: Meaning,
  bound: (name: string, value: string) => Need,
): Need[] {
  const count = Number(facts['count']);
  const needs: Need[] = [
    {
      what: `${count} ${ONES[kind] ?? 'steps'} are told together`,
      done: false,
      met: (c) => yes(c.kind === 'count' && c.n === count),
    },
  ];
  const moves = links(facts['moves']);
  for (let i = 0; i + 2 < moves.length; i += 3) needs.push(bound(moves[i]!, moves[i + 2]!));
  for (const [name, value] of pairsOf(facts['changes'])) needs.push(bound(name, value));
  const [first, last] = [pairsOf(facts['first']), pairsOf(facts['last'])];
  first.forEach(([name, value], i) => {
    const end = last[i]![1];
    for (const [side, wanted] of [
      ['first', value],
      ['last', end],
    ] as const)
      needs.push({
        what: `the ${side} of these rounds has ${name} = ${wanted}`,
        done: false,
        met: (c) => {
          if (c.kind === 'change' || (c.kind === 'loop' && c.range)) {
            const [from, to] =
              c.kind === 'change' ? [c.from, c.chain.at(-1)!] : [c.items[0]!, c.items.at(-1)!];
            return yes(view.same(side === 'first' ? value : end, side === 'first' ? from : to));
          }
          return yes(
            c.kind === 'value' &&
              'code' in c.subject &&
              c.subject.code === name &&
              view.same(c.chain.at(-1)!, wanted),
          );
        },
      });
  });
  const lines = facts['lines'] as string | undefined;
  if (lines !== undefined)
    needs.push({
      what: `they print ${lines} lines`,
      done: false,
      met: (c) => yes((c.kind === 'mention' || c.kind === 'item' || c.kind === 'print') && c.code === lines),
    });
  return needs;
}
