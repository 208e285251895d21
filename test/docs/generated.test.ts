// Documents that are made from the code say what the code says now.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GENERATED } from '../../scripts/docs/index.ts';
import { root } from '../house/sources.ts';

test.each(GENERATED.map((doc) => [doc.path, doc]))('%s is current (npm run docs)', (path, doc) => {
  expect(readFileSync(`${root}${path}`, 'utf8')).toBe(doc.render());
});
