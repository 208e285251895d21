// The styles, by name. One entry a style; everything that offers styles derives from it.
import type { Style } from '../style.ts';
import { concise } from './concise/index.ts';
import { narrative } from './narrative/index.ts';
import { frames } from './frames.ts';
import { inline } from './inline.ts';
import { instructions } from './instructions.ts';
import { scratchpad } from './scratchpad.ts';
import type { LineStyle } from '../lines/style.ts';

/** Styles of prose: clauses joined into sentences. */
export const STYLES = { concise, narrative } as const satisfies Record<string, Style>;

/** Styles of lines: one thing a line, in a fixed form. */
export const LINE_STYLES = { frames, inline, instructions, scratchpad } as const satisfies Record<
  string,
  LineStyle
>;

export type ProseName = keyof typeof STYLES;
export type LineStyleName = keyof typeof LINE_STYLES;
export type StyleName = ProseName | LineStyleName;

/** All styles with their one-line descriptions, prose first. */
export const STYLE_TITLES: Readonly<Record<StyleName, string>> = Object.fromEntries(
  [...Object.values(STYLES), ...Object.values(LINE_STYLES)].map(({ name, title }) => [name, title]),
) as Record<StyleName, string>;

export const styleNames = Object.keys(STYLE_TITLES) as readonly StyleName[];

/** The line style of that name; null for a style of prose. */
export function lineStyle(name: StyleName): LineStyle | null {
  return name in LINE_STYLES ? LINE_STYLES[name as LineStyleName] : null;
}
