// A run as tasks see it: the program, how it ended, its story and its lines, each made once; and further runs of
// changed programs. Knows nothing of particular tasks.
import type { Module } from '../../grammar/index.ts';
import type { Limits } from '../../interpreter/index.ts';
import { storyOf, type Story } from '../../verbalizer/index.ts';
import { execute, type Ending, type Execution } from '../pipeline/execution.ts';
import { compileProgram, type Compiled, type ProgramText } from '../pipeline/program.ts';
import { Rejected } from '../pipeline/rejected.ts';
import { RunLines } from './lines.ts';

/** What a changed program may run beyond the original, so that an endless one is given up soon. */
const MORE_FUEL = { times: 4, plus: 20_000 } as const;

/** Events of a run that nobody follows line by line, or runs again and again. */
const LONG = 300_000;

/** How the run of a question ended: tasks ask nothing of a run that was stopped. */
export type Answered = Extract<Ending, { kind: 'returned' | 'raised' }>;

export class TracedRun {
  readonly execution: Execution;
  readonly ending: Answered;
  private readonly limits: Limits;
  private known: RunLines | null = null;
  private told: Story | null = null;

  /** @throws Error when the run was stopped or not traced: such a run has no answer */
  constructor(execution: Execution, limits: Limits) {
    const { ending, result } = execution;
    if (ending.kind !== 'returned' && ending.kind !== 'raised')
      throw new Error(`a run that ended by ${ending.kind} has no answer`);
    if (result.trace === null) throw new Error('a run is told from its trace, and this one has none');
    this.execution = execution;
    this.ending = ending;
    this.limits = limits;
  }

  get compiled(): Compiled {
    return this.execution.compiled;
  }

  get text(): ProgramText {
    return this.compiled.text;
  }

  get stdout(): string {
    return this.execution.result.output;
  }

  /** Executed instructions. */
  get events(): number {
    return this.execution.result.trace!.length;
  }

  /** Whether it is too long to be followed line by line. */
  get isLong(): boolean {
    return this.events > LONG;
  }

  /** What happened in it, as steps. Kept here and in no table of all runs: that would outlive the run for a while. */
  get story(): Story {
    return (this.told ??= storyOf(this.execution.result.trace!));
  }

  get lines(): RunLines {
    this.known ??= new RunLines(this.execution.result.trace!, this.module, this.compiled.source);
    return this.known;
  }

  get module(): Module {
    return this.compiled.module;
  }

  /**
   * Runs the program with changes; null when it cannot be run, or does not come to its end with the fuel of a run
   * that is not much longer than this one.
   */
  again(changes: Partial<Pick<ProgramText, 'source' | 'call'>>): TracedRun | null {
    const fuel = Math.min(this.limits.fuel, this.events * MORE_FUEL.times + MORE_FUEL.plus);
    try {
      const compiled = compileProgram({ ...this.text, ...changes });
      const execution = execute(compiled, { limits: { ...this.limits, fuel }, traced: true });
      const { kind } = execution.ending;
      return kind === 'returned' || kind === 'raised' ? new TracedRun(execution, this.limits) : null;
    } catch (error) {
      if (error instanceof Rejected) return null;
      throw error;
    }
  }
}
