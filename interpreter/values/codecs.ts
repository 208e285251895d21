// Text to bytes and back: UTF-8, ASCII and Latin-1 with CPython's error handlers and error texts.
// Other encodings are outside Primer. https://docs.python.org/3.11/library/codecs.html#error-handlers
import type { Runtime } from '../runtime.ts';
import { PyBytes } from './bytes.ts';
import { raise } from './errors.ts';

type Codec = 'utf-8' | 'ascii' | 'latin-1';

const NAMES: Readonly<Record<string, Codec>> = {
  utf_8: 'utf-8',
  utf8: 'utf-8',
  u8: 'utf-8',
  ascii: 'ascii',
  us_ascii: 'ascii',
  '646': 'ascii',
  latin_1: 'latin-1',
  latin1: 'latin-1',
  latin: 'latin-1',
  l1: 'latin-1',
  iso_8859_1: 'latin-1',
  iso8859_1: 'latin-1',
  '8859': 'latin-1',
};

/** Encodings CPython knows and Primer does not, by how their names begin. */
const FOREIGN =
  /^(utf|u16|u32|u7|cp|iso|koi|mac|big5|gb|euc|shift|sjis|windows|idna|punycode|hz|johab|ptcp|tis|raw|unicode|base64|hex|rot|zlib|bz2|quopri|uu|mbcs|oem|hp|kz|arabic|greek|hebrew|cyrillic|latin|l\d|\d)/;

function codecOf(rt: Runtime, encoding: string): Codec {
  const normal = encoding
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_|_$/g, '');
  const codec = NAMES[normal];
  if (codec !== undefined) return codec;
  if (FOREIGN.test(normal)) rt.unsupported(`encoding ${encoding}`);
  return raise('LookupError', `unknown encoding: ${encoding}`);
}

/** Code points, of which only UTF-8's own encoder needs none. */
const codePoints = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0) as number);

function replacement(rt: Runtime, point: number, errors: string): string {
  const hex = point.toString(16);
  switch (errors) {
    case 'ignore':
      return '';
    case 'replace':
      return '?';
    case 'xmlcharrefreplace':
      return `&#${point};`;
    case 'backslashreplace':
      if (point < 0x100) return `\\x${hex.padStart(2, '0')}`;
      return point < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
    case 'namereplace':
    case 'surrogateescape':
    case 'surrogatepass':
      return rt.unsupported(`error handler ${errors}`);
    default:
      return raise('LookupError', `unknown error handler name '${errors}'`);
  }
}

/** `text.encode(encoding, errors)`. @throws PyRaise UnicodeEncodeError, LookupError */
export function encode(rt: Runtime, text: string, encoding: string, errors: string): PyBytes {
  const codec = codecOf(rt, encoding);
  rt.charge(text.length);
  if (codec === 'utf-8') return new PyBytes(new TextEncoder().encode(text));
  const limit = codec === 'ascii' ? 128 : 256;
  const points = codePoints(text);
  const bytes: number[] = [];
  points.forEach((point, i) => {
    if (point < limit) {
      bytes.push(point);
      return;
    }
    if (errors === 'strict') {
      let end = i + 1;
      while (end < points.length && points[end] >= limit) end++;
      raise('UnicodeEncodeError', codec, text, i, end, `ordinal not in range(${limit})`);
    }
    for (const char of replacement(rt, point, errors)) bytes.push(char.charCodeAt(0));
  });
  return new PyBytes(Uint8Array.from(bytes));
}

interface Fault {
  start: number;
  end: number;
  reason: string;
}

/** The range of the second byte after a lead byte: narrower for some. */
function secondByteRange(lead: number): [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

/** Decodes one UTF-8 sequence at `at`: its code point and length, or what is wrong with it. */
function utf8At(data: Uint8Array, at: number): { point: number; length: number } | Fault {
  const lead = data[at];
  if (lead < 0x80) return { point: lead, length: 1 };
  if (lead < 0xc2 || lead > 0xf4) return { start: at, end: at + 1, reason: 'invalid start byte' };
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let point = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    if (at + i >= data.length) return { start: at, end: data.length, reason: 'unexpected end of data' };
    const [low, high] = i === 1 ? secondByteRange(lead) : [0x80, 0xbf];
    const byte = data[at + i];
    if (byte < low || byte > high) return { start: at, end: at + i, reason: 'invalid continuation byte' };
    point = (point << 6) | (byte & 0x3f);
  }
  return { point, length };
}

function decodeAt(codec: Codec, data: Uint8Array, at: number): { point: number; length: number } | Fault {
  if (codec === 'utf-8') return utf8At(data, at);
  if (codec === 'latin-1' || data[at] < 128) return { point: data[at], length: 1 };
  return { start: at, end: at + 1, reason: 'ordinal not in range(128)' };
}

/** `bytes.decode(encoding, errors)`. @throws PyRaise UnicodeDecodeError, LookupError */
export function decode(rt: Runtime, bytes: PyBytes, encoding: string, errors: string): string {
  const { data } = bytes;
  // nothing is decoded without asking how
  if (data.length === 0) return '';
  const codec = codecOf(rt, encoding);
  rt.charge(data.length);
  let text = '';
  for (let at = 0; at < data.length;) {
    const result = decodeAt(codec, data, at);
    if ('point' in result) {
      text += String.fromCodePoint(result.point);
      at += result.length;
      continue;
    }
    if (errors === 'strict')
      raise('UnicodeDecodeError', codec, bytes, result.start, result.end, result.reason);
    if (errors === 'replace') text += '\ufffd';
    else if (errors === 'backslashreplace')
      for (let i = result.start; i < result.end; i++) text += replacement(rt, data[i], errors);
    else if (errors === 'xmlcharrefreplace')
      raise('TypeError', "don't know how to handle UnicodeDecodeError in error callback");
    else text += replacement(rt, 0, errors);
    at = result.end;
  }
  return text;
}
