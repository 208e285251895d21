// How many variables are live at once: each holds a value from where it is stored to where that value is last read.
// Knows events only by their place in the trace.

/** Variables of one scope by number. */
export class Scope {
  readonly since: number[] = [];
  readonly read: number[] = [];
}

export class Liveness {
  /** By event: variables that begin to be live there, less those that end after the event before. */
  private readonly change: number[] = [];

  store(scope: Scope, variable: number, event: number): void {
    this.end(scope, variable);
    scope.since[variable] = event;
    scope.read[variable] = -1;
  }

  load(scope: Scope, variable: number, event: number): void {
    scope.read[variable] = event;
  }

  /** The value of a variable is gone: it was live until it was last read. */
  end(scope: Scope, variable: number): void {
    const since = scope.since[variable];
    const read = scope.read[variable];
    if (since === undefined || read === undefined || since < 0 || read < since) return;
    this.change[since] = (this.change[since] ?? 0) + 1;
    this.change[read + 1] = (this.change[read + 1] ?? 0) - 1;
    scope.since[variable] = -1;
  }

  endAll(scope: Scope): void {
    for (let variable = 0; variable < scope.since.length; variable++) this.end(scope, variable);
  }

  /** The most that were live at once, once all scopes have ended. */
  most(): number {
    let most = 0;
    let live = 0;
    // Holes of the array are skipped: few events begin or end anything.
    this.change.forEach((delta) => {
      live += delta;
      if (live > most) most = live;
    });
    return most;
  }
}
