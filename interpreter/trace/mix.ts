// The numbers the hash is made with, and how it mixes a small int: what the loop and compiled code need to know of it to
// write events into its lanes themselves. What is done with them is in `hash.ts`.

/**
 * What the lanes A and B do with words: multipliers of a lane, of a pc and of a value, and the shifts of a value and of
 * a turn. The multipliers are murmur3's and xxHash32's.
 */
export enum Mix {
  STEP_A = 0x85ebca6b,
  STEP_B = 0xc2b2ae35,
  // The multiplier of a lane for several words at once: its powers modulo 2³².
  STEP_A_2 = 0x6e7f08b9,
  STEP_B_2 = 0x0c4016f9,
  STEP_A_3 = 0x8acd9f53,
  STEP_B_3 = 0xc403ff8d,
  STEP_A_4 = 0xa3da15b1,
  STEP_B_4 = 0xd68fbe31,
  // The same value in two events, one after the other: the multiplier and 1.
  TWICE_A = 0x85ebca6c,
  TWICE_B = 0xc2b2ae36,
  PC_A = 0x9e3779b1,
  PC_B = 0x27d4eb2f,
  VALUE_A = 0xcc9e2d51,
  VALUE_B = 0x1b873593,
  SHIFT_A = 15,
  SHIFT_B = 17,
  TURN_A = 16,
  TURN_B = 13,
}

/** Words that keep values of different kinds apart, for each lane: digits of pi. */
export enum Tag {
  NONE_A = 0x243f6a88,
  NONE_B = 0x85a308d3,
  NULL_A = 0x13198a2e,
  NULL_B = 0x03707344,
  TRUE_A = 0xa4093822,
  TRUE_B = 0x299f31d0,
  FALSE_A = 0x082efa98,
  FALSE_B = 0xec4e6c89,
  BIG_A = 0x452821e6,
  BIG_B = 0x38d01377,
  FLOAT_A = 0xbe5466cf,
  FLOAT_B = 0x34e90c6c,
  STR_A = 0xc0ac29b7,
  STR_B = 0xc97c50dd,
  OBJECT_A = 0x3f84d5b5,
  OBJECT_B = 0xb5470917,
  SHARED_A = 0x9216d5d9,
  SHARED_B = 0x8979fb1b,
  LIST_A = 0xd1310ba6,
  LIST_B = 0x98dfb5ac,
}

/** The word that an entry of the journal begins with: its kind, or what kind of mutation it is. */
export enum Word {
  OBJECT = 1,
  ENTER = 2,
  ENTER_NATIVELY = 3,
  LEAVE = 4,
  SUSPEND = 5,
  RESUME = 6,
  RAISE = 7,
  UNWIND = 8,
  CATCH = 9,
  OUTPUT = 10,
  APPEND = 32,
  SET_ITEM = 33,
  DELETE_ITEM = 34,
  INSERT = 35,
  REPLACE = 36,
  ADD = 37,
  CLEAR = 38,
  SET_ATTR = 39,
  DELETE_ATTR = 40,
  SET_CELL = 41,
  ADVANCE = 42,
}

/**
 * The same as far as the hash is known beforehand, for the entries that are written by other code than `hash.ts`: the mixed
 * word, times the multiplier once for each word that follows.
 */
export enum Head {
  LEAVE_A = 0xf81f78a7,
  LEAVE_B = 0x10f97eaa,
  ENTER_A = 0x58cd958a,
  ENTER_B = 0x7ef96299,
  SET_ITEM_A = 0xe498ba02,
  SET_ITEM_B = 0x45d45481,
}

// The word of a small int, and of what is made of one: different for each, and no linear function of it.
export const intA = (word: number): number => {
  const x = Math.imul(word, Mix.VALUE_A);
  return x ^ (x >>> Mix.SHIFT_A);
};
export const intB = (word: number): number => {
  const x = Math.imul(word, Mix.VALUE_B);
  return x ^ (x >>> Mix.SHIFT_B);
};

// The word of a text of one character: its length, the character, and that it is a text.
export const characterA = (text: string): number => intA((intA(1) + text.charCodeAt(0)) | 0) + Tag.STR_A;
export const characterB = (text: string): number => intB((intB(1) + text.charCodeAt(0)) | 0) + Tag.STR_B;

/** Characters below are in the table. */
export const ASCII = 128;
/** The words of the texts of one such character, both lanes of each. */
export const CHARACTERS = new Int32Array(2 * ASCII);
for (let unit = 0; unit < ASCII; unit++) {
  const text = String.fromCharCode(unit);
  CHARACTERS[2 * unit] = characterA(text);
  CHARACTERS[2 * unit + 1] = characterB(text);
}
