// How a run is to be told. Data only.
import type { StyleName } from '../../verbalizer/styles/index.ts';

export interface Wording {
  readonly style: StyleName;
  /** Of the choice among phrasings. */
  readonly seed: number;
  /** The text is folded until it fits; null tells everything. */
  readonly maxTokens: number | null;
}
