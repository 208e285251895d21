// Recording a run that is wanted only when it is short: it ends with the first event too many. Knows nothing of how the
// run is made.
import type { Program } from '../code.ts';
import { CHUNK, Recorder } from './recorder.ts';
import { WINDOW_END } from './window.ts';

export class BoundedRecorder extends Recorder {
  private readonly most: number;

  /** @param most events that may be recorded */
  constructor(program: Program, most: number) {
    super(program);
    this.most = most;
    this.aim();
  }

  /** Lets the current chunk end with the first event that is too many. */
  private aim(): void {
    this.capacity = Math.min(CHUNK, this.most + 1 - this.length);
  }

  /** @throws WindowEnd when there is an event too many */
  override flush(): void {
    if (this.length > this.most) {
      this.release();
      throw WINDOW_END;
    }
    super.flush();
    this.aim();
  }
}
