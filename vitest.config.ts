import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // the files of a worker share what they import: it is pure, and reading it anew took a fifth of all the time
    isolate: false,
  },
});
