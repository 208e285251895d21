// Which styles can tell the reasoning of which tasks: all of them, but for what a style cannot tell backwards.
import { lineStyle, styleNames, type StyleName } from '../../verbalizer/styles/index.ts';
import type { TaskName } from './names.ts';

/** Tasks whose reasoning goes from the result back to what it came from. */
const BACKWARDS: ReadonlySet<string> = new Set<TaskName>(['input']);

/** Whether a style can tell the reasoning of a task. */
export function isTellable(task: string, style: StyleName): boolean {
  return !BACKWARDS.has(task) || (lineStyle(style)?.tellsBackwards ?? true);
}

/**
 * Whether the reasoning of a task is folded, however long it is, in whichever of the styles it is told: of a way back
 * the prose styles fold rounds of loops, and nothing else.
 */
export function isFolded(task: string, styles: readonly StyleName[]): boolean {
  const able = styles.filter((style) => isTellable(task, style));
  return able.length > 0 && (!BACKWARDS.has(task) || able.every((style) => lineStyle(style) !== null));
}

/** Why none of the styles tells the reasoning of a task, and which styles do; null when one of them does. */
export function untellable(
  task: string,
  styles: readonly StyleName[],
): { readonly why: string; readonly instead: readonly StyleName[] } | null {
  if (styles.some((style) => isTellable(task, style))) return null;
  return {
    why:
      `the style ${styles.join(', ')} tells what the machine does in the order in which it is done, ` +
      `and the reasoning of the task ${task} goes backwards`,
    instead: styleNames.filter((style) => isTellable(task, style)),
  };
}
