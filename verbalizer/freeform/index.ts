// The public face of the reader of free text: a view of a run, and the verdict on any text about it.
export { checkFree, readerOf, type FreeBound, type FreeVerdict, type FreeViolation } from './check.ts';
export { RunView, type Evaluate } from './run-view.ts';
