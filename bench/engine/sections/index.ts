// The parts of `npm run bench`, in the order of a program's way through Lockstep.
import type { Section } from '../section.ts';
import { cursor } from './cursor.ts';
import { engine } from './engine.ts';
import { front } from './front.ts';
import { pipeline } from './pipeline.ts';
import { tiny } from './tiny.ts';
import { words } from './words.ts';

export const SECTIONS: readonly Section[] = [front, engine, tiny, cursor, words, pipeline];
