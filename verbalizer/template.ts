// A template is one declaration of wording that runs both ways: it renders a claim to a clause and reads the clause
// back to the claim. Knows nothing of particular claims' meaning or of the run.
import { slotBits, slotType, type Claim, type ClaimKind, type SlotType } from './claims.ts';
import { slotsToTell } from './entail.ts';
import { reserveAfterIs } from './text/scan.ts';
import { CHAIN_IN_WORDS, SLOT_FORMS, type SlotForm } from './text/slots.ts';

type Part =
  | { readonly literal: string }
  | {
      readonly slot: string;
      readonly form: SlotForm;
      readonly type: SlotType;
    };

/** A compiled template. */
export interface Template {
  readonly kind: ClaimKind;
  /** The declaration, e.g. `{target} goes from {old} to {chain}`; also the name of the sentence frame. */
  readonly text: string;
  readonly parts: readonly Part[];
  /** Slots that the wording itself fixes, e.g. truth = '1' in `{chain} is true`. */
  readonly fixed: Readonly<Record<string, string>>;
  /** The same as pairs. */
  readonly fixings: readonly (readonly [slot: string, value: string])[];
  /** Hints that its words state, and that they deny, as bits: part of the claim's truth. */
  readonly asserts: number;
  readonly denies: number;
  /** The slots that stand in the text, in order, and how they are written and read. */
  readonly slots: readonly string[];
  readonly forms: readonly SlotForm[];
  /** Which of the slots in the text are chains. */
  readonly chains: readonly boolean[];
  /** What a step must have for the template, as bits of `slotBits`: facts for its slots; workings of two stages. */
  readonly filled: number;
  readonly worked: number;
  /** For each way to say enough of a step of the kind: the slots that the step must not have, as bits. */
  readonly unsaid: readonly number[];
  /** What a clause begins with, as a reader sees it: its first word in lower case; empty for code. */
  readonly opening: string;
  /** It can only begin a sentence: such wordings are declared in upper case. */
  readonly opens: boolean;
  /** It cannot stand alone: another clause must follow in the sentence. */
  readonly subordinate: boolean;
  /** Whether a slot stands in it twice. */
  readonly repeats: boolean;
  /** For chain slots with a mark behind the name (`{chain:value}`): how much working goes with this wording. */
  readonly working: Readonly<Record<string, Working>>;
}

/**
 * How much of a chain is said: the value alone; the last stage of the working with it; the source and the value, with
 * `which is` between or `=`; at least two stages; or what the planner thinks fit.
 */
export type Working = 'value' | 'worked' | 'which' | 'named' | 'long' | 'any';

function isWorking(mark: string | undefined): mark is Working {
  return mark === 'value' || mark === 'worked' || mark === 'which' || mark === 'named' || mark === 'long';
}

const HOLE = /\{(\w+)(?::(\w+))?\}/g;
const IS_WORD = /^ is (?:not )?([a-z]+)?/;

/**
 * Compiles a template. `text` is English with `{slot}` holes; a clause begins in lower case and has no final stop.
 * @throws Error when a hole names no slot of the claim kind, or when the wording could not be read back.
 */
export function template(
  kind: ClaimKind,
  text: string,
  fixed: Record<string, string> = {},
  asserts = 0,
  denies = 0,
): Template {
  const parts: Part[] = [];
  const slots: string[] = [];
  const working: Record<string, Working> = {};
  let last = 0;
  for (const hole of text.matchAll(HOLE)) {
    if (hole.index > last) parts.push({ literal: text.slice(last, hole.index) });
    const slot = hole[1]!;
    const type = slotType(kind, slot);
    const mark = hole[2];
    parts.push({ slot, type, form: mark === 'which' ? CHAIN_IN_WORDS : SLOT_FORMS[type] });
    slots.push(slot);
    if (isWorking(mark)) working[slot] = mark;
    else if (mark !== undefined) throw new Error(`template "${text}" has an unknown mark ${mark}`);
    last = hole.index + hole[0].length;
  }
  if (last < text.length) parts.push({ literal: text.slice(last) });
  for (const slot of Object.keys(fixed)) slotType(kind, slot);
  parts.forEach((part, i) => {
    const before = parts[i - 1];
    if (!('literal' in part) || before === undefined || !('slot' in before)) return;
    if (before.type !== 'expr' && before.type !== 'chain') return;
    const is = IS_WORD.exec(part.literal);
    if (is === null) return;
    // `{expr} is {value}` could not be told from Python's own `is`
    if (is[1] === undefined) throw new Error(`template "${text}" has a bare "is" between slots`);
    reserveAfterIs(is[1]);
  });
  const forms = parts.flatMap((part) => ('slot' in part ? [part.form] : []));
  const repeats = new Set([...slots, ...Object.keys(fixed)]).size < slots.length + Object.keys(fixed).length;
  const said = new Set([...slots, ...Object.keys(fixed)]);
  const first = parts[0]!;
  const words = 'literal' in first ? first.literal : '';
  return {
    kind,
    text,
    parts,
    fixed,
    fixings: Object.entries(fixed),
    asserts,
    denies,
    slots,
    forms,
    chains: slots.map((slot) => slotType(kind, slot) === 'chain'),
    filled: slotBits(kind, slots),
    worked: slotBits(
      kind,
      slots.filter((slot) => working[slot] === 'long' || working[slot] === 'which'),
    ),
    unsaid: slotsToTell(kind)
      .filter(({ required }) => required.every((slot) => said.has(slot)))
      .map(({ optional }) =>
        slotBits(
          kind,
          optional.filter((slot) => !said.has(slot)),
        ),
      ),
    opening: words.slice(0, (words + ' ').indexOf(' ')).toLowerCase(),
    opens: /^[A-Z]/.test(words),
    subordinate: /^(since|as|because) /.test(words),
    repeats,
    working,
  };
}

export function beginsWithPairs(t: Template): boolean {
  const first = t.parts[0]!;
  return 'slot' in first && first.type === 'bindings';
}

/** The clause for a claim, beginning in upper case at the start of a sentence (code keeps its case). */
export function renderClause(t: Template, claim: Claim, sentenceStart: boolean): string {
  let out = '';
  for (const part of t.parts)
    out += 'literal' in part ? part.literal : part.form.write(claim.slots[part.slot]!);
  return sentenceStart && 'literal' in t.parts[0]! ? out.charAt(0).toUpperCase() + out.slice(1) : out;
}
