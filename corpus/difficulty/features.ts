// The table of features: what is measured on a program and its run, one row each. Rows of a dataset carry them,
// levels are bands over them, docs/difficulty.md is made from it. Knows nothing of how they are measured.

/** Where a feature comes from: the text, the run, or the words about it. */
export type FeatureSource = 'program' | 'run' | 'words';

export interface Feature {
  readonly unit: string;
  readonly source: FeatureSource;
  /** What it measures. */
  readonly what: string;
  /** How, where the name leaves a choice. */
  readonly how: string;
}

export const FEATURES = {
  steps: {
    unit: 'instructions',
    source: 'run',
    what: 'how long the run is',
    how: 'every executed bytecode instruction of the program, its module body and the call included',
  },
  lines: {
    unit: 'lines',
    source: 'run',
    what: 'how many lines a person would step through',
    how: 'how often the run comes to a line, as the `line` events of `sys.settrace` have it',
  },
  depth: {
    unit: 'frames',
    source: 'run',
    what: 'how deep calls are nested',
    how: 'the most frames open at once, the one of the module or call included',
  },
  nesting: {
    unit: 'blocks',
    source: 'program',
    what: 'how deep blocks are nested',
    how: 'loops, conditions, `try`, `with`, `match`, clauses of comprehensions and conditional expressions around one place; an `elif` stands beside its `if`, functions and classes do not count',
  },
  constructs: {
    unit: 'constructs',
    source: 'program',
    what: 'how much of the language one must know',
    how: 'distinct kinds of syntax nodes, operators and names of called builtins and methods',
  },
  branches: {
    unit: 'decisions',
    source: 'run',
    what: 'how many conditions are decided',
    how: 'executed conditional jumps but those that only ask an iterator for more',
  },
  surprise: {
    unit: 'bits',
    source: 'run',
    what: 'how unpredictable the branches are',
    how: 'over the places of the program that decide something, n · H(p): n decisions of which the share p came out true, H the entropy; a condition that always comes out the same adds nothing',
  },
  iterations: {
    unit: 'rounds',
    source: 'run',
    what: 'how often loops go round',
    how: 'rounds of `for` loops and comprehensions begun, and times that a `while` loop went back to its condition',
  },
  live: {
    unit: 'variables',
    source: 'run',
    what: 'how much must be kept in mind at once',
    how: 'the most variables that hold a value which is still to be read, over all open frames; names of functions, classes and modules do not count, variables of closures count by name',
  },
  digits: {
    unit: 'decimal digits',
    source: 'run',
    what: 'the magnitude of the numbers',
    how: 'digits before the point of the largest number, by absolute value, that an instruction produced',
  },
  size: {
    unit: 'elements',
    source: 'run',
    what: 'the size of the state',
    how: 'the most elements that one list, tuple, dict, set or deque held',
  },
  text: {
    unit: 'characters',
    source: 'run',
    what: 'the length of the texts',
    how: 'characters of the longest string that an instruction produced',
  },
  chain: {
    unit: 'operations',
    source: 'run',
    what: 'how long one must calculate on from earlier results',
    how: 'the longest chain of operations (arithmetic, comparisons, subscripts, formatting, calls of builtins) of which each uses the result of the one before, through variables, arguments and containers; a container counts as one value, and conditions do not pass dependence on',
  },
  tokens: {
    unit: 'tokens',
    source: 'words',
    what: 'how long the reasoning is',
    how: 'of `reasoning`, in the encoding that `features.encoding` names',
  },
} as const satisfies Readonly<Record<string, Feature>>;

export type FeatureName = keyof typeof FEATURES;

/** The features of a program and its run; those of the words come later. */
export type RunFeatureName = Exclude<FeatureName, 'tokens'>;
export type RunFeatures = Readonly<Record<RunFeatureName, number>>;

export const FEATURE_NAMES = Object.keys(FEATURES) as readonly FeatureName[];

/** True for what can be measured before a run is put into words. */
export function isRunFeature(name: string): name is RunFeatureName {
  return Object.hasOwn(FEATURES, name) && FEATURES[name as FeatureName].source !== 'words';
}
