// One entry a family: what it is, where it is found, an example with its answer. For the command line and the docs.
import { FAMILIES } from '../../corpus/families/index.ts';
import { Draw } from '../../corpus/draw.ts';
import type { Topic } from '../../corpus/family.ts';
import { levelsOf } from '../../corpus/generate.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileTree, execute } from '../pipeline/index.ts';

export interface GalleryEntry {
  readonly name: string;
  readonly title: string;
  readonly topics: readonly Topic[];
  /** The levels at which its exercises are found. */
  readonly levels: readonly number[];
  /** What each rung of its own ladder asks for. */
  readonly ladder: readonly (readonly [rung: number, asks: string])[];
  readonly example: {
    readonly code: string;
    readonly call: string;
    readonly answer: string;
    readonly output: string;
  };
}

/** All families, by name. */
export function gallery(): GalleryEntry[] {
  return FAMILIES.map((family) => {
    const { name, title, topics, ladder } = family;
    const { exercise } = family.example(Draw.of('gallery', name));
    const compiled = compileTree(name, exercise);
    const { ending, result } = execute(compiled, { limits: DEFAULT_LIMITS, traced: false });
    const answer = ending.kind === 'returned' ? ending.result : ending.message;
    const { source, call } = compiled.text;
    const example = { code: source, call: call ?? '', answer, output: result.output };
    return { name, title, topics, levels: levelsOf(family), ladder, example };
  });
}
