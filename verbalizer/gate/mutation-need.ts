// What must be said of a step that changes an object: its value after it, or what is done to it and with what.
import type { Claim } from '../freeform/claims.ts';
import type { Meaning, Referents } from '../freeform/meaning.ts';
import { actOf, type Act } from '../freeform/verbs.ts';
import type { Step } from '../steps/step.ts';
import { yes, type Effect, type Need } from './need.ts';
import type { Sentence } from './sentence.ts';

/** @param said what the sentence under way says besides its claims */
export function mutationNeed(step: Step, meaning: Meaning, said: () => Sentence): Need {
  const object = step.facts['object'] as string;
  const after = step.facts['after'] as string | undefined;
  const item = step.facts['item'] as string | undefined;
  const isItem = (code: string, k: number): boolean => item !== undefined && meaning.sameAt(item, code, k);
  const before = Math.max(0, step.index - 1);
  const met = (claim: Claim, referents: Referents): Effect => {
    switch (claim.kind) {
      case 'value': {
        if (claim.negated || claim.mode === 'was' || after === undefined) return 'none';
        const last = claim.chain.at(-1)!;
        if (claim.put === true && 'code' in claim.subject && meaning.puts(step, claim.subject.code, last))
          return 'tells';
        if (!meaning.sameAt(after, last, step.index)) return 'none';
        return yes(
          'loose' in claim.subject ||
            claim.subject.code === object ||
            claim.subject.code === step.facts['call'] ||
            referents.includes(object),
        );
      }
      case 'mutate': {
        if (claim.negated || !meaning.isMutation(step, claim, referents)) return 'none';
        if (claim.item === null) return yes(item === undefined && ['reverse', 'sort'].includes(claim.verb));
        return yes(
          meaning.codesOf(claim.item, referents.slice(0, 3)).some((code) => isItem(code, step.index)),
        );
      }
      case 'word':
        return yes(
          does(step, actOf(claim.word)) && referents.slice(0, 3).some((code) => isItem(code, step.index - 1)),
        );
      case 'mention':
        // `leaving [1, 2]`, `in goes 'K'`
        if (after !== undefined && meaning.sameAt(after, claim.code, step.index)) return 'tells';
        return yes([...said().acts].some((act) => does(step, act)) && isItem(claim.code, step.index));
      case 'delta': {
        // `add it to seen`
        const codes = claim.by === '' ? referents : [claim.by];
        return yes(meaning.isDelta(step, claim) && codes.some((code) => isItem(code, before)));
      }
      default:
        return 'none';
    }
  };
  const what =
    after === undefined ? `${object} has ${step.facts['size'] as string} elements` : `${object} is ${after}`;
  return { what, done: false, met };
}

/** Whether an act is what the step does to its object. */
function does(step: Step, act: Act | null): boolean {
  const call = (step.facts['call'] as string | undefined) ?? '';
  if (act === 'append')
    return /\.(?:append|appendleft|add|insert|extend|update|setdefault)\(|heappush\(/.test(call);
  return act === 'remove' && /\.(?:pop|popleft|popitem|remove|discard|clear)\(|heappop\(/.test(call);
}
