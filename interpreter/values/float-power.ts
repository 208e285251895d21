// `x ** y` for floats.
import type { Runtime } from '../runtime.ts';
import { raise } from './errors.ts';

export function floatPower(rt: Runtime, base: number, exponent: number): number {
  if (base === 0 && exponent < 0) raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  if (base < 0 && Number.isFinite(base) && Number.isFinite(exponent) && !Number.isInteger(exponent)) rt.unsupported('complex');
  return base ** exponent;
}
