// A 128-bit hash of text, for deriving random streams and for recognising duplicates.
// MurmurHash3's x86 128-bit variant over the UTF-8 bytes: fast, well mixed, the same on every machine.
// Not cryptographic, and must not be used where someone could profit from a collision.

const encoder = new TextEncoder();

/** Where the text being hashed is written, with room for the padding of the last block. */
let bytes = new Uint8Array(4096);
let view = new DataView(bytes.buffer);

/** Writes the text's UTF-8 bytes to the beginning of `bytes`; returns how many they are. */
function written(text: string): number {
  // no character of UTF-16 takes more than three bytes
  if (text.length * 3 + 16 > bytes.length) {
    bytes = new Uint8Array(text.length * 6 + 16);
    view = new DataView(bytes.buffer);
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 127) return encoder.encodeInto(text, bytes).written;
    bytes[i] = c;
  }
  return text.length;
}

const rotl = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** The final avalanche of MurmurHash3: every input bit changes each output bit with probability one half. */
function avalanche(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

/**
 * Hashes text to four 32-bit words (as signed integers).
 * Source: Austin Appleby, MurmurHash3 (public domain), `MurmurHash3_x86_128`.
 */
export function hash128(text: string, seed = 0): [number, number, number, number] {
  const length = written(text);
  // The tail is padded with zeros: a zero block leaves its lane unchanged, as the reference's tail switch does.
  const whole = length & ~15;
  bytes.fill(0, length, whole + 16);

  let [h1, h2, h3, h4] = [seed, seed, seed, seed];
  for (let at = 0; at < whole; at += 16) {
    h1 ^= Math.imul(rotl(Math.imul(view.getInt32(at, true), C1), 15), C2);
    h1 = (Math.imul((rotl(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotl(Math.imul(view.getInt32(at + 4, true), C2), 16), C3);
    h2 = (Math.imul((rotl(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotl(Math.imul(view.getInt32(at + 8, true), C3), 17), C4);
    h3 = (Math.imul((rotl(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotl(Math.imul(view.getInt32(at + 12, true), C4), 18), C1);
    h4 = (Math.imul((rotl(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  h1 ^= Math.imul(rotl(Math.imul(view.getInt32(whole, true), C1), 15), C2);
  h2 ^= Math.imul(rotl(Math.imul(view.getInt32(whole + 4, true), C2), 16), C3);
  h3 ^= Math.imul(rotl(Math.imul(view.getInt32(whole + 8, true), C3), 17), C4);
  h4 ^= Math.imul(rotl(Math.imul(view.getInt32(whole + 12, true), C4), 18), C1);

  [h1, h2, h3, h4] = [h1 ^ length, h2 ^ length, h3 ^ length, h4 ^ length];
  h1 = (h1 + h2 + h3 + h4) | 0;
  [h2, h3, h4] = [(h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0];
  [h1, h2, h3, h4] = [avalanche(h1), avalanche(h2), avalanche(h3), avalanche(h4)];
  h1 = (h1 + h2 + h3 + h4) | 0;
  return [h1, (h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0];
}

/** The hash as 32 lower-case hexadecimal digits. */
export function hashHex(text: string): string {
  return hash128(text)
    .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
    .join('');
}
