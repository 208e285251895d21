// The inline style: the program's code, and behind each line what it did, in comments numbered in the order of the
// run: `# (3) i = 0; (8) i = 1`. After NExT, https://arxiv.org/abs/2404.14662.
import type { PlacedLineClaim, LineClaim, ToldLineClaim } from '../lines/claim.ts';
import { isFold, LINE_PLANS, type Item, type LinePlan } from '../lines/plans.ts';
import { MARK, readFold, writeHead } from '../lines/heads.ts';
import { listingOf, type Listing } from '../lines/listing.ts';
import { isSilent, type Account, type Moment } from '../lines/moment.ts';
import { readNotes, writeNotes } from '../lines/notes.ts';
import { noteSlots, type LineStyle, type LineText } from '../lines/style.ts';
import type { Unread } from '../read/read.ts';

/** Stands between the entries of a line. */
const NEXT = '; ';
const ELISION = '… ';

function isTold(moment: Moment): boolean {
  return (moment.kind !== 'back' && moment.kind !== 'result') || !isSilent(moment);
}

const numbers = new WeakMap<Account, Int32Array>();

/** The number of each moment among those told, from 1; one more for the end. */
function numbersOf(account: Account): Int32Array {
  let found = numbers.get(account);
  if (found === undefined) {
    found = new Int32Array(account.moments.length + 1);
    let next = 1;
    account.moments.forEach((moment, i) => {
      found![i] = next;
      if (isTold(moment)) next++;
    });
    found[account.moments.length] = next;
    numbers.set(account, found);
  }
  return found;
}

function lineOf({ kind, line }: Moment): string {
  return kind === 'result' ? 'call' : String(line);
}

function momentClaims(account: Account, index: number): readonly LineClaim[] {
  const moment = account.moments[index]!;
  if (!isTold(moment)) return [];
  const step = String(numbersOf(account)[index]!);
  return [{ kind: 'note', slots: { step, line: lineOf(moment), ...noteSlots(moment) } }];
}

/** A fold stands on the line with which it begins; the lines of its rounds are there to be seen. */
function foldClaim(account: Account, { kind, slots }: LineClaim, from: number, to: number): LineClaim {
  const number = numbersOf(account);
  const { range: _, ...rest } = slots;
  const step = `${number[from]!}-${number[to]! - 1}`;
  return { kind, slots: { ...rest, step, line: lineOf(account.moments[from]!) } };
}

function claimsOf(account: Account, item: Item): readonly LineClaim[] {
  return isFold(item)
    ? [foldClaim(account, item.claim, item.from, item.to)]
    : momentClaims(account, item.index);
}

/** `(3) i = 0`, `(5-80) … 25 rounds: i 1 → 26`. */
function writeEntry(claim: LineClaim, listing: Listing): string {
  const { step, line: _, ...slots } = claim.slots;
  const said = claim.kind === 'note' ? writeNotes(slots) : writeHead({ kind: claim.kind, slots }, listing);
  return said === '' ? `(${step as string})` : `(${step as string}) ${said}`;
}

function write(account: Account, items: readonly Item[], plan: LinePlan): LineText {
  const listing = listingOf(account.program);
  const entries = new Map<string, { claim: LineClaim; step: number }[]>();
  for (const item of items)
    for (const claim of claimsOf(account, item)) {
      const line = claim.slots['line'] as string;
      const entry = { claim, step: isFold(item) ? item.from : item.index };
      const there = entries.get(line);
      if (there === undefined) entries.set(line, [entry]);
      else there.push(entry);
    }
  const claims: ToldLineClaim[] = [];
  let text = '';
  const put = (code: string, line: string): void => {
    if (text !== '') text += '\n';
    text += code;
    (entries.get(line) ?? []).forEach(({ claim, step }, i) => {
      text += i > 0 ? NEXT : code === '' ? MARK.trimStart() : MARK;
      const from = text.length;
      text += writeEntry(claim, listing);
      claims.push({ ...claim, span: [from, text.length], step });
    });
  };
  let left = 0;
  const { code } = listing;
  const shown = (line: number): boolean => plan.touched !== true || entries.has(String(line));
  for (let line = 1; line <= code.length; line++) {
    if (line < code.length && code[line] === '') continue;
    if (left > 0 && (line === code.length || shown(line))) {
      const last = lastCode(listing, line - 1);
      put(`${ELISION}${left === last ? `line ${left}` : `lines ${left}-${last}`}`, '');
      left = 0;
    }
    if (line === code.length) break;
    if (shown(line)) put(code[line]!, String(line));
    else if (left === 0) left = line;
  }
  if (entries.has('call')) put('', 'call');
  return { text, claims: claims.sort((a, b) => a.step - b.step) };
}

/** The last line up to `line` that has code. */
function lastCode({ code }: Listing, line: number): number {
  let at = line;
  while (at > 0 && code[at] === '') at--;
  return at;
}

function nextCode({ code }: Listing, line: number): number {
  let at = line;
  while (at < code.length && code[at] === '') at++;
  return at;
}

const STEP = /\((\d+)(?:-(\d+))?\)/y;
const LEFT_OUT = /^… (?:line (\d+)|lines (\d+)-(\d+))$/;

class InlineReader {
  readonly claims: PlacedLineClaim[] = [];
  readonly unread: Unread[] = [];
  private readonly listing: Listing;
  private readonly text: string;
  private line: number;

  constructor(text: string, listing: Listing) {
    this.text = text;
    this.listing = listing;
    this.line = nextCode(listing, 1);
  }

  read(): void {
    let at = 0;
    for (const line of this.text.split('\n')) {
      if (line.trim() !== '') this.one(line, at);
      at += line.length + 1;
    }
    if (this.line < this.listing.code.length)
      this.refuse(this.text.length, this.text.length, `the code from line ${this.line} on is not there`);
    this.claims.sort((a, b) => firstStep(a) - firstStep(b));
  }

  private refuse(from: number, to: number, text = this.text.slice(from, to)): void {
    this.unread.push({ span: [from, to], text });
  }

  private one(line: string, at: number): void {
    const { code } = this.listing;
    const out = LEFT_OUT.exec(line);
    if (out !== null) {
      const [first, last] = [Number(out[1] ?? out[2]), Number(out[1] ?? out[3])];
      if (first === this.line && last >= first && last < code.length && code[last] !== '')
        this.line = nextCode(this.listing, last + 1);
      else this.refuse(at, at + line.length);
      return;
    }
    if (line.startsWith('# (')) return this.entries('call', at + 2, at + line.length);
    const own = this.place(line);
    if (own === null) return this.refuse(at, at + line.length);
    if (own !== this.line) this.refuse(at, at + line.length);
    this.line = nextCode(this.listing, own + 1);
    const end = code[own]!.length;
    if (end === line.length) return;
    this.entries(String(own), at + end + MARK.length, at + line.length);
  }

  /** The line of the program that this is: the next one, or any other. */
  private place(line: string): number | null {
    const { code } = this.listing;
    const fits = (n: number): boolean =>
      code[n] !== undefined &&
      code[n] !== '' &&
      line.startsWith(code[n]) &&
      (line.length === code[n].length || line.startsWith(MARK, code[n].length));
    if (fits(this.line)) return this.line;
    for (let n = 1; n < code.length; n++) if (fits(n)) return n;
    return null;
  }

  private entries(line: string, from: number, to: number): void {
    const { text } = this;
    let before = 0;
    for (let i = from; ;) {
      STEP.lastIndex = i;
      const step = STEP.exec(text);
      // a line's entries stand in the order of their numbers
      if (step === null || STEP.lastIndex > to || Number(step[1]) <= before) return this.refuse(i, to);
      before = Number(step[1]);
      const said = STEP.lastIndex;
      const head = { step: step[2] === undefined ? step[1]! : `${step[1]!}-${step[2]}`, line };
      let end = said;
      let claim: LineClaim = { kind: 'note', slots: head };
      if (said < to && !text.startsWith(NEXT, said)) {
        if (text.charCodeAt(said) !== 32) return this.refuse(i, to);
        const fold = readFold(text, said + 1);
        if (fold === null) {
          const notes = readNotes(text, said + 1);
          if (Object.keys(notes.slots).length === 0) return this.refuse(i, to);
          claim = { kind: 'note', slots: { ...head, ...notes.slots } };
          ({ end } = notes);
        } else {
          claim = { kind: fold.claim.kind, slots: { ...head, ...fold.claim.slots } };
          ({ end } = fold);
        }
      }
      if (end > to) return this.refuse(i, to);
      this.claims.push({ ...claim, span: [i, end] });
      if (end === to) return;
      if (!text.startsWith(NEXT, end)) return this.refuse(end, to);
      i = end + NEXT.length;
    }
  }
}

function firstStep({ slots }: LineClaim): number {
  return parseInt(slots['step'] as string, 10);
}

const PLANS: readonly LinePlan[] = LINE_PLANS.flatMap((plan) =>
  plan.rounds > 1 ? [plan] : [plan, { ...plan, touched: true }],
);

export const inline: LineStyle = {
  form: 'lines',
  name: 'inline',
  title: 'the code with what each line did in numbered comments',
  tellsBackwards: true,
  plans: PLANS,
  facts: (account, moment) => [momentClaims(account, moment)],
  folded: foldClaim,
  write,
  read(text, listing) {
    const reader = new InlineReader(text, listing);
    reader.read();
    return { claims: reader.claims, unread: reader.unread };
  },
};
