// The rows of a run as frames: what stands in the variables of a frame when it is called, before each of its lines,
// when it returns and when it raises. Rows are made on the way forward, because the state of all frames at all times
// would be too much to keep.
import type { LineClaim } from './claim.ts';
import type { Account, Change, Moment } from './moment.ts';
import { valueText } from './shown.ts';
import { countSlots } from './style.ts';

/** Stands for a value that is as it was in the frame's last row. */
export const UNCHANGED = '..';
/** Rows of this many moments are kept, for looking back and ahead. */
const KEPT = 512;
/** Of the moments passed on the way to one, so many have their rows made. */
const NEAR = 64;

interface State {
  /** Texts by name. */
  readonly texts: Map<string, string>;
  /** Names that changed since the frame's last row. */
  readonly changed: Set<string>;
}

export class FrameRows {
  private readonly account: Account;
  private readonly states = new Map<number, State>();
  private readonly kept = new Map<number, readonly LineClaim[]>();
  private next = 0;
  private turned: readonly (readonly LineClaim[])[] | null = null;

  constructor(account: Account) {
    this.account = account;
  }

  /** The rows of a moment. */
  of(moment: number): readonly LineClaim[] {
    if (this.account.backwards === true) return (this.turned ??= this.allTurned())[moment]!;
    const known = this.kept.get(moment);
    if (known !== undefined) return known;
    if (moment < this.next) {
      this.states.clear();
      this.kept.clear();
      this.next = 0;
    }
    const { moments } = this.account;
    // what lies far before is only passed
    while (this.next < moment - NEAR) this.pass(moments[this.next++]!);
    if (this.kept.size > KEPT) this.kept.clear();
    let rows: readonly LineClaim[] = [];
    while (this.next <= moment) {
      rows = this.rows(moments[this.next]!);
      this.kept.set(this.next++, rows);
    }
    return rows;
  }

  private stateOf({ frame }: Moment): State {
    let state = this.states.get(frame);
    if (state === undefined) this.states.set(frame, (state = { texts: new Map(), changed: new Set() }));
    return state;
  }

  /** All rows of a way back, which is told in the reverse order: what is unchanged is as in the row told before. */
  private allTurned(): LineClaim[][] {
    const { moments } = this.account;
    const texts = new Map<number, Map<string, string>>();
    const all: LineClaim[][] = [];
    // for each row with variables, what they were in full; and the frame's next row
    const whole = new Map<LineClaim, ReadonlyMap<string, string>>();
    const nextRow = new Map<LineClaim, LineClaim>();
    const last = new Map<number, LineClaim>();
    for (let i = moments.length - 1; i >= 0; i--) {
      const { frame } = moments[i]!;
      const rows = this.rows(moments[i]!);
      for (const claim of rows) {
        if (claim.slots['locals'] === undefined) continue;
        const now = new Map<string, string>();
        for (const [name, text] of pairsOf(claim))
          now.set(name, text === UNCHANGED ? texts.get(frame)!.get(name)! : text);
        texts.set(frame, now);
        whole.set(claim, now);
        const before = last.get(frame);
        if (before !== undefined) nextRow.set(before, claim);
        last.set(frame, claim);
      }
      all[i] = rows.reverse();
    }
    const turned = (claim: LineClaim): LineClaim => {
      const now = whole.get(claim);
      if (now === undefined) return claim;
      const next = nextRow.get(claim);
      const same = new Set(
        (next === undefined ? [] : pairsOf(next)).flatMap(([name, text]) =>
          text === UNCHANGED ? [name] : [],
        ),
      );
      const locals = [...now].flatMap(([name, text]) => [name, same.has(name) ? UNCHANGED : text]);
      return { ...claim, slots: { ...claim.slots, locals } };
    };
    return all.map((rows) => rows.map(turned));
  }

  /** Notes what the moments before it changed that are not told of. */
  private noteSkipped({ skipped = [] }: Moment): void {
    for (const one of skipped) {
      const state = this.stateOf(one);
      for (const change of one.changes) note(state, change);
      this.forget(one);
    }
  }

  /** Goes past a moment: the state afterwards is as if its rows had been made. */
  private pass(moment: Moment): void {
    this.noteSkipped(moment);
    const state = this.stateOf(moment);
    const { kind, changes } = moment;
    // a row at the beginning shows what changed until then
    if (kind === 'line' || kind === 'resume') state.changed.clear();
    for (const change of changes) note(state, change);
    if (kind === 'call' || moment.raised !== null || moment.yielded !== null || moment.returned !== null)
      state.changed.clear();
    this.forget(moment);
  }

  /** Drops the state of a frame that is left for good. */
  private forget({ frame, returned, left }: Moment): void {
    if (returned !== null || left) this.states.delete(frame);
  }

  private rows(moment: Moment): LineClaim[] {
    this.noteSkipped(moment);
    const state = this.stateOf(moment);
    const rows: LineClaim[] = [];
    const line = String(moment.line);
    const { kind, changes } = moment;
    if (kind === 'call') for (const change of changes) note(state, change);
    if (kind === 'call' || kind === 'resume')
      rows.push(row(kind, { func: moment.func, locals: localsOf(state) }));
    if (kind === 'line') rows.push(row('line', { line, locals: localsOf(state), ...countSlots(moment) }));
    if (kind !== 'call') for (const change of changes) note(state, change);
    if (moment.printed !== '') rows.push({ kind: 'output', slots: { text: valueText(moment.printed) } });
    const end = (event: string, value: string): void => {
      const where = kind === 'result' ? {} : { line, locals: localsOf(state) };
      rows.push(row(event, { ...where, value }));
    };
    if (moment.raised !== null) end('exception', moment.raised);
    if (moment.yielded !== null) end('yield', moment.yielded);
    if (moment.returned !== null) end('return', moment.returned);
    if (moment.left) rows.push(row('leave', { func: moment.func }));
    this.forget(moment);
    return rows;
  }
}

function pairsOf({ slots }: LineClaim): [string, string][] {
  const flat = slots['locals'] as readonly string[];
  return flat.flatMap((name, i): [string, string][] => (i % 2 === 0 ? [[name, flat[i + 1]!]] : []));
}

function row(event: string, slots: LineClaim['slots']): LineClaim {
  return { kind: 'frame', slots: { event, ...slots } };
}

function note({ texts, changed }: State, change: Change): void {
  const { name, text, within } = change.whole ?? change;
  if (text === null) {
    texts.delete(name);
    changed.delete(name);
  } else if (within === true || texts.get(name) !== text) {
    texts.set(name, text);
    changed.add(name);
  }
}

/** Name, text, name, text …; unchanged texts are not repeated. */
function localsOf({ texts, changed }: State): string[] {
  const flat: string[] = [];
  for (const [name, text] of texts) flat.push(name, changed.has(name) ? text : UNCHANGED);
  changed.clear();
  return flat;
}
