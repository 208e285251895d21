// Keeps requests within so many a minute and so many tokens a minute. Two buckets that fill with time; a request waits
// until both hold enough. Waiting requests are let through in their order.
export interface Rates {
  /** Requests a minute; null for no bound. */
  readonly requests: number | null;
  /** Tokens a minute, prompt and answer together; null for no bound. */
  readonly tokens: number | null;
}

export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

const MINUTE = 60_000;

/** A bucket starts with this share of a minute's amount, so that the first minute does not see twice its rate. */
const INITIAL_SHARE = 1 / 12;

class Bucket {
  private level: number;
  private at: number;
  private readonly perMinute: number;
  private readonly clock: Clock;

  constructor(perMinute: number, clock: Clock) {
    this.perMinute = perMinute;
    this.clock = clock;
    this.level = Math.max(1, perMinute * INITIAL_SHARE);
    this.at = clock.now();
  }

  /** Milliseconds until `amount` is there. More than the bucket can hold is let through when it is full. */
  wait(amount: number): number {
    const now = this.clock.now();
    this.level = Math.min(this.perMinute, this.level + ((now - this.at) * this.perMinute) / MINUTE);
    this.at = now;
    const missing = Math.min(amount, this.perMinute) - this.level;
    return missing <= 0 ? 0 : Math.ceil((missing * MINUTE) / this.perMinute);
  }

  take(amount: number): void {
    this.level -= amount;
  }
}

export class Pace {
  private readonly buckets: readonly (readonly [Bucket, 'requests' | 'tokens'])[];
  private readonly clock: Clock;
  private last: Promise<void> = Promise.resolve();
  private pausedUntil = 0;

  constructor({ requests, tokens }: Rates, clock: Clock = SYSTEM_CLOCK) {
    this.clock = clock;
    this.buckets = [
      ...(requests === null ? [] : [[new Bucket(requests, clock), 'requests'] as const]),
      ...(tokens === null ? [] : [[new Bucket(tokens, clock), 'tokens'] as const]),
    ];
  }

  /** Waits for the turn of a request that will take about `tokens`. */
  turn(tokens: number): Promise<void> {
    this.last = this.last.then(() => this.pass(tokens));
    return this.last;
  }

  /** A server asked to be left alone: nobody's turn comes before that time is over. */
  pause(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.clock.now() + milliseconds);
  }

  private async pass(tokens: number): Promise<void> {
    const amount = { requests: 1, tokens };
    for (;;) {
      const waits = this.buckets.map(([bucket, what]) => bucket.wait(amount[what]));
      const wait = Math.max(0, this.pausedUntil - this.clock.now(), ...waits);
      if (wait === 0) break;
      await this.clock.sleep(wait);
    }
    for (const [bucket, what] of this.buckets) bucket.take(amount[what]);
  }
}
