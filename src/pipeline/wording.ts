// How a run is to be told. Data only.
import type { StyleName } from '../../verbalizer/styles/index.ts';

/** How the rows of a dataset are to be told: each in one of these styles. */
export interface RowWording {
  readonly styles: readonly StyleName[];
  /** The texts are folded until they fit; null tells everything. */
  readonly maxTokens: number | null;
}

export interface Wording {
  readonly style: StyleName;
  /** Of the choice among phrasings. */
  readonly seed: number;
  /** The text is folded until it fits; null tells everything. */
  readonly maxTokens: number | null;
}
