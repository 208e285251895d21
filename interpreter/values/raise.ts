// Former name of `errors.ts`, while its importers move.
export { raise, typeError, valueError } from './errors.ts';
