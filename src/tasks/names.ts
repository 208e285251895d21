// The names of the tasks with what each asks, in one line: for help, options and docs. Light, so that the command
// line can list tasks without loading what makes them.

export const TASK_SUMMARIES = {
  count: 'how often a line or a loop runs',
  difference: 'where two nearly equal programs first differ',
  exception: 'which exception is raised first and where, if any',
  fill: 'which operator or number stands in the blank of a program',
  input: 'arguments with which the call gives a result',
  'next-line': 'which line runs after a line on its n-th visit',
  output: 'what the call returns, or what the program prints',
  state: 'the value of a variable before or after a line on its n-th visit',
} as const;

export type TaskName = keyof typeof TASK_SUMMARIES;

export const taskNames = Object.keys(TASK_SUMMARIES) as readonly TaskName[];

export function isTaskName(name: string): name is TaskName {
  return name in TASK_SUMMARIES;
}
