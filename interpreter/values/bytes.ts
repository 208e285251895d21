// Bytes: immutable, compared and hashed by content.
import { bytesClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { HeapObject } from './objects.ts';
import { registerClass } from './type-of.ts';

export class PyBytes extends HeapObject {
  declare readonly cls: PyClass;
  readonly data: Uint8Array;

  /** Takes `data` over: nobody may change it afterwards. */
  constructor(data: Uint8Array) {
    super();
    this.data = data;
  }
}
registerClass(PyBytes, bytesClass);

const ESCAPES: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' };

/** `repr(bytes)`. https://docs.python.org/3.11/library/stdtypes.html#bytes */
export function bytesRepr(data: Uint8Array): string {
  const quote = data.includes(39) && !data.includes(34) ? '"' : "'";
  let text = 'b' + quote;
  for (const byte of data) {
    if (ESCAPES[byte] !== undefined) text += ESCAPES[byte];
    else if (byte === quote.charCodeAt(0)) text += '\\' + quote;
    else if (byte < 32 || byte > 126) text += '\\x' + byte.toString(16).padStart(2, '0');
    else text += String.fromCharCode(byte);
  }
  return text + quote;
}

/** Bytes from a text of code units below 256. */
export function latin1Bytes(text: string): PyBytes {
  return new PyBytes(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}

/** The bytes as a text of code units below 256: lets searches and splits use the string's. */
export function bytesText(data: Uint8Array): string {
  let text = '';
  for (let i = 0; i < data.length; i += 4096) text += String.fromCharCode(...data.subarray(i, i + 4096));
  return text;
}
