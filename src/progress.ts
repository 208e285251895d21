// How long work tells how far it is. The command line draws a bar; a library's caller may do nothing.

export interface Progress {
  /** The work begins; `total` items are to be done. */
  start(total: number): Promise<void>;
  /** `done` items are finished; `note` says what else there is to say of them. */
  update(done: number, note?: string): void;
}

export const SILENT: Progress = { start: () => Promise.resolve(), update: () => {} };
