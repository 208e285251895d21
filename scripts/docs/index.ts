// The documents that are made from the code, one row each.
import { commandLineDoc } from './command-line.ts';
import { diagnosticsDoc } from './diagnostics.ts';
import { difficultyDoc } from './difficulty.ts';
import { galleryDoc } from './gallery.ts';
import { familiesDoc } from './families.ts';
import { primerDoc } from './primer.ts';

export interface GeneratedDoc {
  /** From the root of the project. */
  readonly path: string;
  render(): string;
}

export const GENERATED: readonly GeneratedDoc[] = [
  commandLineDoc,
  diagnosticsDoc,
  difficultyDoc,
  familiesDoc,
  galleryDoc,
  primerDoc,
];
