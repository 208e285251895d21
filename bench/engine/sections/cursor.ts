// Walking a trace: stepping, seeking, rows by line, and a window of a run whose events are not kept. The cursor has to
// come out with what the run came to.
import { runProgram, runWindow } from '../../../interpreter/index.ts';
import { Cursor } from '../../../interpreter/trace/index.ts';
import { lineRows } from '../../../src/views/index.ts';
import { measure, type Section } from '../section.ts';
import { LIMITS, verify, WORKLOADS } from '../workloads.ts';

const NAMES = ['recursion', 'floats'];

/** Places that are sought one after the other, as shares of the run: forwards and backwards. */
const PLACES = [0.5, 0.9, 0.1, 0.6, 0.3];

export const cursor: Section = {
  name: 'cursor',
  about: 'cursor: M events/s stepped and told by line, ms a seek, M events/s up to a window',
  async run(results) {
    const table: Record<string, Record<string, string>> = {};
    for (const workload of WORKLOADS.filter(({ name }) => NAMES.includes(name))) {
      const { program } = verify(workload).compiled;
      const trace = runProgram(program, { limits: LIMITS, trace: true }).trace!;
      const { length } = trace;
      let rows = 0;
      const seconds = await measure(workload.name, {
        step: () => {
          const walk = new Cursor(trace);
          while (!walk.atEnd) walk.step();
          if (walk.frames.length > 0) throw new Error('a frame is left over');
        },
        seek: () => {
          const walk = new Cursor(trace);
          for (const share of PLACES) walk.seek(Math.floor(share * length));
        },
        lines: () => {
          rows = 0;
          for (const row of lineRows(trace)) if (row.line > 0) rows++;
        },
        window: () => {
          const { keyframe } = runWindow(
            program,
            { from: length - 10, to: length },
            { limits: LIMITS },
          ).trace;
          if (keyframe?.event !== length - 10) throw new Error('no window');
        },
      });
      const row: Record<string, string> = {};
      const rate = (what: string, value: number, unit: string): void => {
        results.add(`${workload.name}, ${what}`, value, unit);
        row[`${what} ${unit}`] = value.toFixed(2);
      };
      rate('stepping', length / seconds.step / 1e6, 'M events/s');
      rate('seeking', (seconds.seek / PLACES.length) * 1e3, 'ms');
      rate('told by line', length / seconds.lines / 1e6, 'M events/s');
      rate('up to a window', length / seconds.window / 1e6, 'M events/s');
      table[`${workload.name}, ${length} events, ${rows} rows`] = row;
    }
    console.table(table);
  },
};
