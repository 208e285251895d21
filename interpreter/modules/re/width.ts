// How many characters a part of a pattern can match, at least and at most: what comes before a place that is looked
// back from must be of one width. https://docs.python.org/3.11/library/re.html (the entry on `(?<=…)`)
import { UNBOUNDED, type Regex, type RegexNode, type Sequence } from './syntax.ts';

export interface Width {
  readonly min: number;
  readonly max: number;
}

const NONE: Width = { min: 0, max: 0 };
const ONE: Width = { min: 1, max: 1 };

const sum = (a: Width, b: Width): Width => ({ min: a.min + b.min, max: a.max + b.max });
const either = (a: Width, b: Width): Width => ({
  min: Math.min(a.min, b.min),
  max: Math.max(a.max, b.max),
});

/** The width of parts that follow one another. */
export function widthOf(sequence: Sequence, regex: Pick<Regex, 'bodies'>): Width {
  return sequence.reduce((width, node) => sum(width, nodeWidth(node, regex)), NONE);
}

function nodeWidth(node: RegexNode, regex: Pick<Regex, 'bodies'>): Width {
  switch (node.kind) {
    case 'set':
    case 'any':
      return ONE;
    case 'anchor':
    case 'look':
      return NONE;
    case 'branch':
      return node.options.map((option) => widthOf(option, regex)).reduce(either);
    case 'group':
    case 'atomic':
      return widthOf(node.body, regex);
    case 'repeat': {
      const { min, max } = widthOf(node.body, regex);
      return { min: min * node.min, max: max === 0 ? 0 : max * Math.min(node.max, UNBOUNDED) };
    }
    case 'reference':
      // Only groups that are closed can be referred to.
      return widthOf(regex.bodies[node.group] as Sequence, regex);
    case 'conditional':
      return either(widthOf(node.yes, regex), node.no === null ? NONE : widthOf(node.no, regex));
  }
}
