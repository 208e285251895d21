// The public face of the trace: what a run leaves behind, and how to walk it.
export { Cursor, type CursorFrame, type Effect } from './cursor.ts';
export { Recorder } from './recorder.ts';
export { Trace } from './trace.ts';
export type { EnteredFrame, JournalEntry } from './journal.ts';
export type { Keyframe } from './keyframe.ts';
export { WindowEnd, WindowRecorder, type Window } from './window.ts';
