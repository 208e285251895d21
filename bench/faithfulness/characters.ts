// Corruptions that the eye passes over: characters that look alike, spaces that are none, letters of another case.
import { changeOne, type Corruption } from '../../verbalizer/corrupt/tools.ts';

const LOOK_ALIKES: Record<string, string> = {
  a: '\u0430',
  c: '\u0441',
  e: '\u0435',
  i: '\u0456',
  o: '\u043e',
  p: '\u0440',
  s: '\u0455',
  x: '\u0445',
  y: '\u0443',
};
const HYPHENS = ['\u2212', '\u2010', '\u2013'];
const SPACES = ['\u00a0', '\u2009', '\u3000', '\u200b'];
const INVISIBLE = ['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad'];
/** Zeros of other scripts. */
const ZEROS = [0x660, 0x966, 0xff10, 0x1d7d8];

export const CHARACTER_CORRUPTIONS: Record<string, Corruption> = {
  'digits of another script': ({ text }, c) =>
    changeOne(text, /\d/g, c, (d) => String.fromCodePoint(c.pick(ZEROS) + Number(d))),
  'a letter that looks alike': ({ text }, c) => changeOne(text, /[aceiopsxy]/g, c, (l) => LOOK_ALIKES[l]!),
  'a space that is none': ({ text }, c) => changeOne(text, / /g, c, () => c.pick(SPACES)),
  'an invisible character': ({ text }, c) =>
    changeOne(text, /(?<=[\w.,])(?=[\w ])/g, c, () => c.pick(INVISIBLE)),
  'another minus': ({ text }, c) => changeOne(text, /-/g, c, () => c.pick(HYPHENS)),
  'a letter of another case': ({ text }, c) =>
    changeOne(text, /(?<=[a-z ])[a-z]|True|False|None/g, c, (l) =>
      l.length > 1 ? l.toLowerCase() : l.toUpperCase(),
    ),
};
