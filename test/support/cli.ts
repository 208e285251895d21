// Runs the built `lockstep` as a process, as a user does. Builds it first when a source is newer than the build.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { filesBelow, productFolders, root } from '../house/sources.ts';

/** The built program. */
export const binary = join(root, 'dist/lockstep.js');

export interface Finished {
  /** Null when the process was ended by a signal. */
  code: number | null;
  stdout: string;
  stderr: string;
  milliseconds: number;
}

export interface RunOptions {
  /** Given on standard input; without it standard input is empty. */
  input?: string | Uint8Array;
  env?: Record<string, string>;
  /** Kills the process when it takes longer: a test then sees `code: null`. */
  timeout?: number;
  /** How it is ended when it takes longer; SIGKILL unless something else is said. */
  signal?: NodeJS.Signals;
}

/** Runs `lockstep` with these arguments to its end. */
export function lockstep(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  buildOnce();
  return runProcess(process.execPath, [binary, ...args], options);
}

/** Runs a shell command line in which `lockstep` stands for the built program. */
export function shell(line: string, options: RunOptions = {}): Promise<Finished> {
  buildOnce();
  const named = `lockstep() { "${process.execPath}" "${binary}" "$@"; }\n${line}`;
  return runProcess('bash', ['-c', named], options);
}

function runProcess(command: string, args: readonly string[], options: RunOptions): Promise<Finished> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...options.env } });
    const timer = setTimeout(() => child.kill(options.signal ?? 'SIGKILL'), options.timeout ?? 60_000);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr, milliseconds: performance.now() - started });
    });
    // The program may end without having read all of it.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** A folder of the test's own, removed when its file is done; `put` writes a file there and returns its path. */
export function scratch(): {
  path: (name: string) => string;
  put: (name: string, content: string | Uint8Array) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    put(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}

let built = false;

/** Several test files may build at the same time: a build puts its files in place one by one, whole. */
export function buildOnce(): void {
  if (built) return;
  built = true;
  const made = existsSync(binary) ? statSync(binary).mtimeMs : 0;
  const sources = productFolders.flatMap((folder) => filesBelow(folder)).map((file) => join(root, file.path));
  const newest = Math.max(
    ...[...sources, join(root, 'scripts/build.js')].map((path) => statSync(path).mtimeMs),
  );
  if (newest > made) execFileSync(process.execPath, [join(root, 'scripts/build.js')], { stdio: 'inherit' });
}
