// The hash of a stretch of events as JavaScript text: what is known beforehand is one product and one sum, and each
// value that is not adds a term. Knows nothing of instructions; the rules of the hash are in `trace/hash.ts`.
import { intA, intB, Mix, Tag } from '../../trace/mix.ts';

/** A value as the generated code has it. */
export interface Operand {
  /** An expression without effects that is the value, wherever it is used. */
  readonly text: string;
  /** What is known of it. `object`: it has an id of its own. */
  kind: 'any' | 'int' | 'bool' | 'float' | 'object';
  /** Its words in the hash, when they are known. */
  words: readonly [a: number, b: number] | null;
  /** The variables `p…` and `q…` that hold them, once computed. */
  mixed: string | null;
  /** What it is known to be: a code object's function or a builtin, see `translate.ts`. */
  is: unknown;
}

export function operand(text: string, kind: Operand['kind'] = 'any', is: unknown = null): Operand {
  return { text, kind, words: null, mixed: null, is };
}

export function known(
  text: string,
  words: readonly [number, number],
  kind: Operand['kind'] = 'any',
  is: unknown = null,
): Operand {
  return { text, kind, words, mixed: null, is };
}

export const intWords = (value: number): readonly [number, number] => [intA(value), intB(value)];
export const NONE_WORDS = [Tag.NONE_A, Tag.NONE_B] as const;
export const BOOL_WORDS = { true: [Tag.TRUE_A, Tag.TRUE_B], false: [Tag.FALSE_A, Tag.FALSE_B] } as const;

/** One step of the polynomial: an event, or a word of a journal entry for pc -1. */
export interface Step {
  readonly pc: number;
  readonly value: Operand;
}

/** The text that computes an operand's words into `p…` and `q…`. */
export function mixText(value: Operand, name: string): string {
  const { text, kind } = value;
  const int =
    `p${name}=Math.imul(i${name},${Mix.VALUE_A});p${name}^=p${name}>>>${Mix.SHIFT_A};` +
    `q${name}=Math.imul(i${name},${Mix.VALUE_B});q${name}^=q${name}>>>${Mix.SHIFT_B};`;
  const large = `if(i${name}!==${text}){W(${text});p${name}=L[2];q${name}=L[3];}`;
  switch (kind) {
    case 'bool':
      return `const p${name}=${text}?${Tag.TRUE_A | 0}:${Tag.FALSE_A | 0},q${name}=${text}?${Tag.TRUE_B | 0}:${Tag.FALSE_B | 0};`;
    case 'int':
      return `const i${name}=${text}|0;let p${name},q${name};${int}${large}`;
    case 'float':
      return `let p${name},q${name};FLOAT(${text}.value);p${name}=L[2];q${name}=L[3];`;
    case 'object':
      return (
        `const i${name}=${text}.id;let p${name},q${name};${int}` +
        `p${name}=p${name}+${Tag.OBJECT_A | 0}|0;q${name}=q${name}+${Tag.OBJECT_B | 0}|0;`
      );
    case 'any':
      return (
        `let p${name},q${name};if(typeof ${text}==='number'){const i${name}=${text}|0;${int}${large}}` +
        `else if(${text}===true){p${name}=${Tag.TRUE_A | 0};q${name}=${Tag.TRUE_B | 0};}` +
        `else if(${text}===false){p${name}=${Tag.FALSE_A | 0};q${name}=${Tag.FALSE_B | 0};}` +
        `else{if(${text} instanceof PyFloat)FLOAT(${text}.value);else W(${text});p${name}=L[2];q${name}=L[3];}`
      );
  }
}

/**
 * The text that adds `steps` to the lanes, whose mixed values have variables, and turns them. The lanes are in the variables
 * `x` and `y` afterwards.
 * @param held whether they are there already, or still in `L`
 */
export function foldText(steps: readonly Step[], turn: boolean, held: boolean): string {
  const lane = (index: 0 | 1, step: number, pcFactor: number, letter: string, shift: number): string => {
    let factor = 1;
    let constant = 0;
    const terms = new Map<string, number>();
    for (let i = steps.length - 1; i >= 0; i--) {
      const { pc, value } = steps[i];
      if (pc >= 0) constant = (constant + Math.imul(factor, Math.imul(pc, pcFactor))) | 0;
      if (value.words !== null) constant = (constant + Math.imul(factor, value.words[index])) | 0;
      else terms.set(value.mixed!, ((terms.get(value.mixed!) ?? 0) + factor) | 0);
      factor = Math.imul(factor, step);
    }
    const variable = 'xy'[index];
    const before = held ? variable : `L[${index}]`;
    let sum = steps.length === 0 ? before : `Math.imul(${before},${factor})+${constant}`;
    for (const [name, times] of terms)
      sum += times === 1 ? `+${letter}${name}` : `+Math.imul(${letter}${name},${times})`;
    return `${variable}=${sum}|0;${turn ? `${variable}^=${variable}>>>${shift};` : ''}`;
  };
  return lane(0, Mix.STEP_A, Mix.PC_A, 'p', Mix.TURN_A) + lane(1, Mix.STEP_B, Mix.PC_B, 'q', Mix.TURN_B);
}
