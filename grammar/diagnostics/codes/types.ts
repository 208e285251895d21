// E05xx and W05xx: types. What the type checker has to say; none of it stops a program that CPython would run.
import type { CodeRow } from './row.ts';

export const TYPES = {} as const satisfies Record<string, CodeRow>;
