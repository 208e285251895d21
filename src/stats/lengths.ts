// How long texts are: counts in bins that grow with the length, four to a doubling. One pass; keeps no text.

/** Texts of `from` up to but not including `to` tokens. */
export interface LengthBin {
  readonly from: number;
  readonly to: number;
  readonly prompts: number;
  readonly reasonings: number;
}

/** Shorter texts share the first bin. */
const SHORTEST = 16;
const PER_DOUBLING = 4;

function edge(bin: number): number {
  return bin === 0 ? 0 : Math.round(SHORTEST * 2 ** ((bin - 1) / PER_DOUBLING));
}

function binOf(tokens: number): number {
  let bin = tokens < SHORTEST ? 0 : 1 + Math.floor(PER_DOUBLING * Math.log2(tokens / SHORTEST));
  // edges are rounded, logarithms are not
  while (tokens < edge(bin)) bin--;
  while (tokens >= edge(bin + 1)) bin++;
  return bin;
}

export class LengthMeter {
  private readonly counts: { prompts: number; reasonings: number }[] = [];

  /** Lengths in tokens. */
  take(prompt: number, reasoning: number): void {
    this.at(prompt).prompts++;
    this.at(reasoning).reasonings++;
  }

  private at(tokens: number): { prompts: number; reasonings: number } {
    const bin = binOf(tokens);
    while (this.counts.length <= bin) this.counts.push({ prompts: 0, reasonings: 0 });
    return this.counts[bin]!;
  }

  /** From the shortest to the longest text, the empty bins between them too. */
  bins(): LengthBin[] {
    const all = this.counts.map((counts, bin) => ({ from: edge(bin), to: edge(bin + 1), ...counts }));
    return all.slice(all.findIndex(({ prompts, reasonings }) => prompts + reasonings > 0));
  }
}
