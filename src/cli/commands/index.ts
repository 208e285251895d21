// The verbs of the command line, in the order of work. A new verb is one file here and one line in this list.
import type { Verb } from '../verb.ts';

/** How to load each verb; the key is its name. */
export const verbs = {
  run: async () => (await import('./run.ts')).run,
  trace: async () => (await import('./trace.ts')).trace,
  bench: async () => (await import('./bench.ts')).bench,
  explain: async () => (await import('./explain.ts')).explain,
  check: async () => (await import('./check.ts')).check,
  families: async () => (await import('./families.ts')).families,
  generate: async () => (await import('./generate.ts')).generate,
  import: async () => (await import('./import.ts')).importVerb,
  polish: async () => (await import('./polish.ts')).polish,
  verify: async () => (await import('./verify.ts')).verify,
  stats: async () => (await import('./stats.ts')).stats,
  export: async () => (await import('./export.ts')).exportVerb,
} as const satisfies Record<string, () => Promise<Verb>>;

export type VerbName = keyof typeof verbs;

export const verbNames = Object.keys(verbs) as readonly VerbName[];
