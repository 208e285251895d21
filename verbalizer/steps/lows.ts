// How low the stack of frames has been since a step: tells whether a suspended generator's consumer did something of
// its own before it went on. Knows numbers alone.

/** Heights of the steps so far, of which only the minima of every ending stretch are kept. */
export class Lows {
  private readonly steps: number[] = [];
  private readonly heights: number[] = [];

  /** The step at index `step` happens at `height`. Steps come in order. */
  note(step: number, height: number): void {
    const { steps, heights } = this;
    let from = step;
    while (heights.length > 0 && heights[heights.length - 1]! >= height) {
      heights.pop();
      from = steps.pop()!;
    }
    steps.push(from);
    heights.push(height);
    this.last = step;
  }

  private last = -1;

  /** The least height of any step from `step` on; Infinity when there is none. */
  since(step: number): number {
    if (step > this.last) return Infinity;
    const { steps, heights } = this;
    let low = 0;
    let high = steps.length - 1;
    // the last stretch that begins at or before `step` holds the minimum from there on
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (steps[middle]! <= step) low = middle;
      else high = middle - 1;
    }
    return heights[low] ?? Infinity;
  }
}
