#!/usr/bin/env node
// The file behind the name `lockstep`: loads the bundled command line with the code cache that the build left beside
// it, because a third of a short command would otherwise be spent compiling. Knows nothing of what it loads.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** Name of the bundle beside this file, without ending. Put in by the build, with a digest: a cache fits one bundle. */
declare const BUNDLE: string;

type Load = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;

const file = fileURLToPath(new URL(`./${BUNDLE}.cjs`, import.meta.url));
const writing = process.env['LOCKSTEP_CODE_CACHE'] === 'write';
const cachedData = writing ? undefined : readCache();
// The bundler writes ASCII. V8 refuses a cache of another version of itself and compiles as usual.
const script = new Script(
  `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`,
  {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  },
);
const module = { exports: {} };
(script.runInThisContext() as Load)(module.exports, createRequire(file), module, file, dirname(file));
if (writing) await writeCache();

function readCache(): Buffer | undefined {
  try {
    return readFileSync(cacheFile());
  } catch {
    return undefined; // installed without a build step: slower, and no worse
  }
}

/** For the build: when the command has ended, what it compiled on the way is the cache. */
async function writeCache(): Promise<void> {
  const { writeFileSync } = await import('node:fs');
  process.on('exit', () => writeFileSync(cacheFile(), script.createCachedData()));
}

function cacheFile(): string {
  return file.replace(/\.cjs$/, '.cache');
}
