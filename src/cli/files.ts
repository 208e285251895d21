// Reads what the user names on the command line. Every way in which a file can be unreadable gets its own sentence.
import { readSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { BadInput, errorCode } from '../bad-input.ts';

/** Larger texts are refused before they are read; a program a model could reason about is far below. */
const MAX_TEXT_BYTES = 64 * 2 ** 20;

const STDIN = '-';

/** The text of a file, or of standard input for `-`. @throws BadInput when it cannot be read as UTF-8 text */
export async function readText(path: string): Promise<{ name: string; text: string }> {
  if (path === STDIN) return { name: '<stdin>', text: decode(readStdin(), '<stdin>') };
  return { name: path, text: decode(await readBytes(path), path) };
}

/** Refuses, with the reason, a path that is not a readable file. */
export async function requireFile(path: string): Promise<void> {
  let info;
  try {
    info = await stat(path);
  } catch (error) {
    throw fileError(path, error);
  }
  if (info.isDirectory()) throw new BadInput('file', `${path} is a directory, not a file`);
}

async function readBytes(path: string): Promise<Uint8Array> {
  await requireFile(path);
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > MAX_TEXT_BYTES) throw tooLarge(path);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof BadInput ? error : fileError(path, error);
  }
}

function readStdin(): Uint8Array {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(65_536);
    const length = readStdinChunk(chunk);
    if (length === 0) return Buffer.concat(chunks);
    total += length;
    if (total > MAX_TEXT_BYTES) throw tooLarge('<stdin>');
    chunks.push(chunk.subarray(0, length));
  }
}

/** A terminal or a slow pipe answers EAGAIN while it has nothing yet; Windows says EOF instead of returning 0. */
function readStdinChunk(chunk: Buffer): number {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw fileError('<stdin>', error);
      Atomics.wait(pause, 0, 0, 10);
    }
  }
}

/** Bytes to text, as Python reads a source file: UTF-8, a byte order mark allowed. */
function decode(bytes: Uint8Array, name: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(
      'encoding',
      `${name} is not UTF-8 text (${badByte(bytes)})`,
      'Primer programs are UTF-8 text files',
    );
  }
  const zero = text.indexOf('\0');
  if (zero >= 0)
    throw new BadInput('encoding', `${name} is binary data, not text (a zero byte at offset ${zero})`);
  return text;
}

/** Where the first byte stands that UTF-8 does not allow: found by halving, as decoding a prefix fails only beyond it. */
function badByte(bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  const byte = bytes[good] ?? 0;
  return `byte 0x${byte.toString(16).padStart(2, '0')} at offset ${good}`;
}

function tooLarge(name: string): BadInput {
  return new BadInput('file', `${name} is larger than ${MAX_TEXT_BYTES / 2 ** 20} MB`);
}

function fileError(path: string, error: unknown): BadInput {
  const sentences: Readonly<Record<string, string>> = {
    ENOENT: `no such file: ${path}`,
    ENOTDIR: `no such file: ${path}`,
    EISDIR: `${path} is a directory, not a file`,
    EACCES: `no permission to read ${path}`,
    EPERM: `no permission to read ${path}`,
    ENAMETOOLONG: `the file name is too long: ${path.slice(0, 60)}…`,
  };
  const code = errorCode(error);
  return new BadInput('file', sentences[code] ?? `cannot read ${path} (${code || String(error)})`);
}
