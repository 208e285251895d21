// How values and names stand in the line styles: as they are displayed, abbreviated where that would fill the page,
// in backticks where their end could not be found again. The inverse reads them back.
import type { Value } from '../../interpreter/values/objects.ts';
import { shown } from '../steps/shown.ts';
import { endOfBackticks, endOfValue, stripBackticks } from '../text/scan.ts';

const BACKTICK = 96;
/** Characters of a value in a list of changes. */
const ROOM = 160;

/** The text of a value, safe to stand before a comma, a semicolon or the end of a line. */
export function valueText(value: Value, room = ROOM): string {
  return guarded(shown(value, room));
}

/** The text itself where a reader finds its end; else in backticks or, where quotes in it do not close, as a string. */
export function guarded(text: string): string {
  if (text.charCodeAt(0) !== BACKTICK && !text.includes('\n') && endOfValue(text + ', ', 0) === text.length)
    return text;
  const ticked = '`' + text + '`';
  return !text.includes('\n') && endOfBackticks(ticked, 0) === ticked.length
    ? ticked
    : `repr(${JSON.stringify(text)})`;
}

/** The text of a value without what may stand around it here. */
export function bareText(shownText: string): string {
  if (shownText.startsWith('repr("') && shownText.endsWith('")'))
    return JSON.parse(shownText.slice(5, -1)) as string;
  return stripBackticks(shownText);
}

/** The end of the value that begins at `at`, or -1. Backticks stay part of it. */
export function endOfShown(text: string, at: number): number {
  return text.charCodeAt(at) === BACKTICK ? endOfBackticks(text, at) : endOfValue(text, at);
}
