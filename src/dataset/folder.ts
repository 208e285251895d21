// The folder that a command is asked to write a dataset into: made when missing, refused when writing there would
// destroy something that the same command would not put back.
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { BadInput, errorCode } from '../bad-input.ts';
import { writeFileAtomic } from './atomic.ts';
import { MANIFEST, readManifest, type Manifest } from './manifest.ts';

/** Where finished rows stand, and where rows of an unfinished run do. */
export const DATA = 'data';
export const PARTIAL = '.partial';
export const PARTIAL_ROWS = join(PARTIAL, 'rows.jsonl');
const PARTIAL_MADE = join(PARTIAL, 'made.json');

/** What to do when the folder is not empty. */
export type Existing =
  /** Refuse, unless the same command with the same options made it. */
  | 'refuse'
  /** Go on where an unfinished run of the same command stopped. */
  | 'resume'
  /** Put the new dataset in the place of an old one; files that are not a dataset's stay. */
  | 'replace';

export type Made = Manifest['made'];

export type Opened =
  /** Empty, or emptied: start at row 0. */
  | { readonly state: 'new' }
  /** Rows of an unfinished run are there. */
  | { readonly state: 'unfinished' }
  /** The dataset is there already and whole. */
  | { readonly state: 'finished'; readonly manifest: Manifest };

/** Makes a folder ready for a dataset. @throws BadInput with code `directory` when it may not be used */
export async function openFolder(folder: string, made: Made, existing: Existing): Promise<Opened> {
  const names = await contents(folder);
  if (names.length === 0) return startAnew(folder, made);
  if (existing === 'replace') return startAnew(folder, made);

  const unfinished = await readMade(folder);
  if (unfinished !== null) {
    if (existing === 'refuse')
      throw refusal(folder, 'holds an unfinished dataset', '--resume goes on with it, --force starts over');
    if (!isDeepStrictEqual(unfinished, made))
      throw refusal(folder, `holds an unfinished dataset that other options began: ${describe(unfinished)}`);
    return { state: 'unfinished' };
  }
  const manifest = await readManifest(folder);
  if (manifest === null)
    throw refusal(
      folder,
      'is not empty and holds no Lockstep dataset',
      'name a folder that is empty or does not exist',
    );
  if (typeof manifest === 'string') throw refusal(folder, `holds a dataset whose ${MANIFEST} cannot be read`);
  if (!isDeepStrictEqual(manifest.made, made))
    throw refusal(folder, `holds a dataset that other options made: ${describe(manifest.made)}`);
  if (existing === 'resume') {
    // A kill between writing the manifest and tidying up leaves rows behind.
    await removePartial(folder);
    return { state: 'finished', manifest };
  }
  return startAnew(folder, made);
}

/** Removes what only an unfinished dataset has. */
export function removePartial(folder: string): Promise<void> {
  return rm(join(folder, PARTIAL), { recursive: true, force: true });
}

async function startAnew(folder: string, made: Made): Promise<Opened> {
  await removePartial(folder);
  await makeFolder(join(folder, PARTIAL), folder);
  await writeFileAtomic(join(folder, PARTIAL_MADE), JSON.stringify(made) + '\n');
  return { state: 'new' };
}

/** Makes a folder and those above it, each tried once: in places like `/proc` a recursive `mkdir` never comes back. */
async function makeFolder(path: string, named: string): Promise<void> {
  const cannot = (error: unknown): BadInput =>
    refusal(named, `cannot be written (${errorCode(error)})`, 'name another folder');
  try {
    await mkdir(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    const above = dirname(path);
    if (errorCode(error) !== 'ENOENT' || above === path) throw cannot(error);
    await makeFolder(above, named);
    try {
      await mkdir(path);
    } catch (again) {
      if (errorCode(again) !== 'EEXIST') throw cannot(again);
    }
  }
}

async function contents(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw refusal(folder, 'is a file, not a folder', 'name another folder');
    throw refusal(folder, `cannot be used (${code})`, 'name another folder');
  }
}

async function readMade(folder: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, PARTIAL_MADE), 'utf8'));
  } catch {
    // No such file, or a draft cut short: there is nothing to go on with.
    return null;
  }
}

function refusal(folder: string, why: string, hint = '--force puts the new one in its place'): BadInput {
  return new BadInput('directory', `${folder} ${why}`, hint);
}

function describe(made: unknown): string {
  return JSON.stringify(made);
}

/**
 * The manifest of the whole dataset that a folder must hold.
 * @throws BadInput when there is none, when it is unfinished or damaged
 */
export async function findManifest(folder: string): Promise<Manifest> {
  const names = await readdir(folder).catch((error: unknown) => {
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'no such folder',
      ENOTDIR: 'a file, not a folder',
    };
    throw new BadInput('directory', `${folder}: ${reasons[errorCode(error)] ?? errorCode(error)}`);
  });
  const manifest = await readManifest(folder);
  if (manifest === null) {
    if (names.includes(PARTIAL)) {
      throw new BadInput(
        'directory',
        `${folder} holds an unfinished dataset`,
        'the command that began it finishes it with --resume',
      );
    }
    throw new BadInput('directory', `${folder} holds no dataset: there is no ${MANIFEST}`);
  }
  if (typeof manifest === 'string')
    throw new BadInput('data', `${join(folder, MANIFEST)} is damaged: ${manifest}`);
  return manifest;
}
