// Measuring ways of doing the same work by turns, so that what slows the machine down slows all of them. CPU time:
// the load of the machine changes it less than the clock. Knows nothing of what is measured.

/** Ways of doing something, each called once a turn. */
export class Turns<K extends string> {
  private readonly cases: readonly (readonly [K, () => void])[];
  private readonly taken = new Map<K, number[]>();
  /** Turns taken. */
  count = 0;

  constructor(cases: Readonly<Record<K, () => void>>) {
    this.cases = Object.entries(cases) as [K, () => void][];
    // The first turn compiles what is measured.
    this.take();
    this.taken.clear();
    this.count = 0;
  }

  /** Does each once, and then the first, unmeasured: what the last has left to be collected would count for it. */
  take(): void {
    this.count++;
    for (const [name, work] of this.cases) {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      const times = this.taken.get(name) ?? [];
      times.push((user + system) / 1e6);
      this.taken.set(name, times);
    }
    if (this.cases.length > 1) this.cases[0]![1]();
  }

  /** Takes turns for so many seconds, and at least so many. */
  takeFor(seconds: number, least: number): this {
    const end = performance.now() + seconds * 1000;
    for (let turn = 0; turn < least || performance.now() < end; turn++) this.take();
    return this;
  }

  /** The median CPU seconds of each, threads that compile and collect garbage included. */
  medians(): Record<K, number> {
    const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;
    return Object.fromEntries([...this.taken].map(([name, times]) => [name, median(times)])) as Record<
      K,
      number
    >;
  }
}
