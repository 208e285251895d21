// From the tree of a pattern to the instructions of the matcher. https://docs.python.org/3.11/library/re.html
import type { Runtime } from '../../runtime.ts';
import { type CharacterTest, onlyCharacter, setTest } from './characters.ts';
import { regexError } from './source.ts';
import { type Anchor, FLAG, type Regex, type RegexNode, type Sequence } from './syntax.ts';
import { widthOf } from './width.ts';

/** An instruction; `next` and its kin are indices of instructions. The one after it follows where none is named. */
export type Instruction =
  | { readonly op: 'character'; readonly point: number }
  | { readonly op: 'test'; readonly test: CharacterTest }
  | { readonly op: 'anchor'; readonly anchor: Anchor; readonly flags: number }
  /** Goes to `first`; when that fails, to `second`. */
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; next: number }
  /** Notes where a group begins (`close` false) or ends. */
  | { readonly op: 'mark'; readonly group: number; readonly close: boolean }
  | { readonly op: 'reference'; readonly group: number; readonly flags: number }
  /** Goes on if the group has matched, else to `otherwise`. */
  | { readonly op: 'condition'; readonly group: number; otherwise: number }
  /** Takes characters one by one. */
  | {
      readonly op: 'run';
      readonly test: CharacterTest;
      readonly min: number;
      readonly max: number;
      readonly eagerness: 'greedy' | 'lazy' | 'possessive';
    }
  /** Begins a repetition: its count is 0. */
  | { readonly op: 'enter'; readonly loop: number }
  /** Decides whether the body, which follows, is gone through once more; else goes to `exit`. */
  | {
      readonly op: 'again';
      readonly loop: number;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
      exit: number;
    }
  /** Matches what follows up to its `end`, once and for all, then goes to `exit`. */
  | { readonly op: 'atomic'; exit: number }
  /** The same, as often as it goes. */
  | { readonly op: 'possess'; readonly min: number; readonly max: number; exit: number }
  /** Looks whether what follows matches up to its `end`, `back` characters before; then goes to `exit`. */
  | { readonly op: 'look'; readonly back: number; readonly negated: boolean; exit: number }
  /** The end of the pattern, or of a part that is matched once and for all. */
  | { readonly op: 'end' };

/** A pattern ready to be matched. */
export interface RegexProgram {
  readonly code: readonly Instruction[];
  readonly groups: number;
  /** How many repetitions need a count. */
  readonly loops: number;
}

const isAnything: CharacterTest = () => true;
const isNoNewline: CharacterTest = (point) => point !== 10;

class Compiler {
  readonly code: Instruction[] = [];
  loops = 0;
  private readonly rt: Runtime;
  private readonly regex: Regex;

  constructor(rt: Runtime, regex: Regex) {
    this.rt = rt;
    this.regex = regex;
  }

  private add<T extends Instruction>(instruction: T): T {
    this.code.push(instruction);
    return instruction;
  }

  private get here(): number {
    return this.code.length;
  }

  sequence(nodes: Sequence): void {
    for (const node of nodes) this.node(node);
  }

  /** A part that is matched once and for all. */
  private closed(nodes: Sequence): void {
    this.sequence(nodes);
    this.add({ op: 'end' });
  }

  private node(node: RegexNode): void {
    this.rt.charge(1);
    switch (node.kind) {
      case 'set': {
        const only = onlyCharacter(node);
        if (only !== undefined) this.add({ op: 'character', point: only });
        else this.add({ op: 'test', test: setTest(this.rt, node) });
        return;
      }
      case 'any':
        this.add({ op: 'test', test: anyTest(node.flags) });
        return;
      case 'anchor':
        this.add({ op: 'anchor', anchor: node.anchor, flags: node.flags });
        return;
      case 'branch':
        return this.branch(node.options);
      case 'group':
        if (node.group !== null) this.add({ op: 'mark', group: node.group, close: false });
        this.sequence(node.body);
        if (node.group !== null) this.add({ op: 'mark', group: node.group, close: true });
        return;
      case 'repeat':
        return this.repeat(node);
      case 'atomic': {
        const atomic = this.add({ op: 'atomic', exit: 0 });
        this.closed(node.body);
        atomic.exit = this.here;
        return;
      }
      case 'look': {
        const back = node.behind ? this.fixedWidth(node.body) : 0;
        const look = this.add({ op: 'look', back, negated: node.negated, exit: 0 });
        this.closed(node.body);
        look.exit = this.here;
        return;
      }
      case 'reference':
        this.add({ op: 'reference', group: node.group, flags: node.flags });
        return;
      case 'conditional':
        return this.conditional(node.group, node.yes, node.no);
    }
  }

  private fixedWidth(body: Sequence): number {
    const { min, max } = widthOf(body, this.regex);
    if (min >= 2 ** 32) regexError('looks too much behind', null, null);
    if (min !== max) regexError('look-behind requires fixed-width pattern', null, null);
    return min;
  }

  private branch(options: readonly Sequence[]): void {
    const jumps: { next: number }[] = [];
    options.forEach((option, i) => {
      if (i === options.length - 1) return this.sequence(option);
      const split = this.add({ op: 'split', first: this.here + 1, second: 0 });
      this.sequence(option);
      jumps.push(this.add({ op: 'jump', next: 0 }));
      split.second = this.here;
    });
    for (const jump of jumps) jump.next = this.here;
  }

  private conditional(group: number, yes: Sequence, no: Sequence | null): void {
    const condition = this.add({ op: 'condition', group, otherwise: 0 });
    this.sequence(yes);
    const jump = this.add({ op: 'jump', next: 0 });
    condition.otherwise = this.here;
    this.sequence(no ?? []);
    jump.next = this.here;
  }

  private repeat({ min, max, eagerness, body }: RegexNode & { kind: 'repeat' }): void {
    const test = this.singleTest(body);
    if (test !== undefined) {
      this.add({ op: 'run', test, min, max, eagerness });
      return;
    }
    if (eagerness === 'possessive') {
      // CPython 3.11 leaves in the groups what a round that failed had put there.
      if (body.some(captures)) this.rt.unsupported('a possessive repetition of a capturing group');
      const possess = this.add({ op: 'possess', min, max, exit: 0 });
      this.closed(body);
      possess.exit = this.here;
      return;
    }
    const loop = this.loops++;
    this.add({ op: 'enter', loop });
    const start = this.here;
    const again = this.add({ op: 'again', loop, min, max, lazy: eagerness === 'lazy', exit: 0 });
    this.sequence(body);
    this.add({ op: 'jump', next: start });
    again.exit = this.here;
  }

  /** The test of a body that is one character. */
  private singleTest(body: Sequence): CharacterTest | undefined {
    const [node] = body;
    if (body.length !== 1) return undefined;
    if (node.kind === 'any') return anyTest(node.flags);
    if (node.kind !== 'set') return undefined;
    const only = onlyCharacter(node);
    return only === undefined ? setTest(this.rt, node) : (point) => point === only;
  }
}

/** Whether there is a capturing group in a part of a pattern. */
function captures(node: RegexNode): boolean {
  switch (node.kind) {
    case 'set':
    case 'any':
    case 'anchor':
    case 'reference':
      return false;
    case 'branch':
      return node.options.some((option) => option.some(captures));
    case 'group':
      return node.group !== null || node.body.some(captures);
    case 'repeat':
    case 'atomic':
    case 'look':
      return node.body.some(captures);
    case 'conditional':
      return node.yes.some(captures) || (node.no?.some(captures) ?? false);
  }
}

function anyTest(flags: number): CharacterTest {
  return (flags & FLAG.DOTALL) !== 0 ? isAnything : isNoNewline;
}

/** The instructions of a pattern. @throws PyRaise re.error for `(?<…)` whose width is not fixed */
export function compileRegex(rt: Runtime, regex: Regex): RegexProgram {
  const compiler = new Compiler(rt, regex);
  compiler.sequence(regex.body);
  compiler.code.push({ op: 'end' });
  return { code: compiler.code, groups: regex.groups, loops: compiler.loops };
}
