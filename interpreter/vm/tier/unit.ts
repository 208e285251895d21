// What is compiled at once: the function that is hot, and those it calls that are not compiled yet. Also what the
// translation may know of the run it is made in: what globals are functions, what builtins there are.
import { builtinNames } from '../../builtins/index.ts';
import type { CodeObject, Program } from '../../code.ts';
import { JOURNAL_WORDS } from '../../trace/journal.ts';
import { TraceHash } from '../../trace/hash.ts';
import { listClass, rangeClass } from '../../values/builtin-classes.ts';
import { PyFunction } from '../../values/function.ts';
import type { Value } from '../../values/objects.ts';
import { intWords, known, operand, type Operand } from './fold.ts';
import { Translation } from './translate.ts';

/** A function of this program, not of a library. */
export function isFunctionOf(program: Program, value: Value): value is PyFunction {
  return value instanceof PyFunction && program.codes[value.code.index] === value.code;
}

/** Whether frames of that code can be the second tier's at all. */
export function isTranslatable(code: CodeObject): boolean {
  return !code.generator && !code.hasCells && code.kind !== 'class';
}

const hash = new TraceHash();

export class Unit {
  /** The text of the functions, by code object, of those that are compiled here. */
  readonly texts = new Map<CodeObject, string>();
  /** Functions that are compiled already, which these may call. */
  readonly others = new Set<CodeObject>();
  readonly len = builtinNames.get('len');
  readonly range: Value = rangeClass;
  readonly append = listClass.lookup('append');
  /** Those that cannot be compiled. */
  private readonly refused: Set<CodeObject>;
  private readonly waiting: CodeObject[] = [];

  /**
   * @param globals as they are now
   * @param compiled code objects whose functions there are
   */
  constructor(
    readonly program: Program,
    readonly globals: readonly (Value | undefined)[],
    readonly builtins: readonly (Value | undefined)[],
    readonly traced: boolean,
    private readonly compiled: ReadonlySet<CodeObject>,
    refused: Set<CodeObject>,
    /** Code objects in which more than ints and lists have been met. */
    readonly general: ReadonlySet<CodeObject>,
  ) {
    this.refused = refused;
  }

  /** The function of `code`, to be compiled unless it is. */
  require(code: CodeObject): void {
    if (this.compiled.has(code)) this.others.add(code);
    else if (!this.texts.has(code)) {
      this.texts.set(code, '');
      this.waiting.push(code);
    }
  }

  /** Translates what was asked for. @returns false when some of it cannot be */
  finish(): boolean {
    for (let code = this.waiting.pop(); code !== undefined; code = this.waiting.pop()) {
      const text = new Translation(this, code, this.traced).start();
      if (text === null) {
        this.refused.add(code);
        return false;
      }
      this.texts.set(code, text);
    }
    return true;
  }

  canCompile(code: CodeObject): boolean {
    return isTranslatable(code) && code.simple && !this.refused.has(code);
  }

  /** The code object that an operand is known to be a function of. */
  codeOf(is: unknown): CodeObject | null {
    return this.program.codes.find((code) => code === is) ?? null;
  }

  wordsOf(value: Value | undefined): readonly [number, number] {
    return hash.words(value);
  }

  /** A method of lists that the translation knows. */
  listMethod(name: string): { readonly text: string; readonly value: Value } | null {
    return name === 'append' && this.append !== undefined ? { text: 'APPEND', value: this.append } : null;
  }

  /** The journal entry of a frame that is left. */
  leaveWords(): Operand[] {
    return [known('', intWords(JOURNAL_WORDS.leave)), operand('F', 'int')];
  }
}
