// The styles, by name. One entry a style; everything that offers styles derives from it.
import type { Style } from '../style.ts';
import { concise } from './concise/index.ts';
import { narrative } from './narrative/index.ts';

export const STYLES = { concise, narrative } as const satisfies Record<string, Style>;
export type StyleName = keyof typeof STYLES;
