// The package files: what a fresh clone installs, and that they name no place that only one machine knows.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, productFiles, root } from './sources.ts';

interface Manifest {
  bin: Record<string, string>;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  engines: { node: string };
}

interface Lock {
  packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
}

const manifest = JSON.parse(readFileSync(root + 'package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync(root + 'package-lock.json', 'utf8')) as Lock;

/** Declared for what is next in line: module hashlib. */
const AHEAD = ['@noble/hashes'];

describe('packages', () => {
  test('the lock file names no registry, and pins every package by its digest', () => {
    const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(installed.length).toBeGreaterThan(50);
    expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
  });

  test('no file of settings names a registry', () => {
    const npmrc = existsSync(root + '.npmrc') ? readFileSync(root + '.npmrc', 'utf8') : '';
    expect(npmrc).not.toMatch(/registry|_auth|https?:/);
  });

  test('every package that the product imports is a dependency, and every dependency is imported', () => {
    const named = new Set<string>();
    for (const file of productFiles()) {
      for (const specifier of importsOf(file)) {
        if (specifier.startsWith('.') || specifier.startsWith('node:')) continue;
        named.add(
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        );
      }
    }
    const declared = Object.keys(manifest.dependencies);
    expect([...named].filter((name) => !declared.includes(name))).toEqual([]);
    expect(declared.filter((name) => !named.has(name) && !AHEAD.includes(name))).toEqual([]);
  });

  test('a package used in development only is no dependency of the product', () => {
    const developed = [...filesBelow('test'), ...filesBelow('bench')].flatMap((file) => importsOf(file));
    expect(developed).toContain('vitest');
    expect(manifest.devDependencies).toHaveProperty('vitest');
    expect(manifest.dependencies).not.toHaveProperty('vitest');
  });

  test('the floor is Node 20.20', () => {
    expect(manifest.engines.node).toBe('>=20.20');
    expect(manifest.bin).toEqual({ lockstep: 'dist/lockstep.js' });
  });
});
