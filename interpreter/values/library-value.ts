// Objects of library modules that never change and hold nothing that changes: matches, fractions, dates. In words and
// views they are shown by the repr of their class, which runs no code of the program.
import { HeapObject } from './objects.ts';

export abstract class PyLibraryValue extends HeapObject {}
