// Complex numbers in the format mini-language: both parts in the style asked for, then padded as one.
// https://docs.python.org/3.11/library/string.html#format-specification-mini-language
import type { Runtime } from '../runtime.ts';
import type { PyComplex } from './complex.ts';
import { complexRepr } from './complex.ts';
import { valueError } from './errors.ts';
import { floatStyle, INT_MAX, layOutFloat, unknownCode } from './format.ts';
import { pad, parseFormatSpec } from './format-spec.ts';

/** `format(z, spec)`. @throws PyRaise ValueError */
export function formatComplex(rt: Runtime, { real, imag }: PyComplex, spec: string): string {
  if (spec === '') return complexRepr(real, imag);
  const parsed = parseFormatSpec(spec, 'complex', '>', '');
  if (parsed.type !== '' && !'eEfFgGn'.includes(parsed.type)) unknownCode(parsed.type, 'complex');
  if (parsed.precision > INT_MAX) valueError('precision too big');
  if (parsed.fill === '0') valueError('Zero padding is not allowed in complex format specifier');
  if (parsed.align === '=') valueError("'=' alignment flag is not allowed in complex format specifier");
  rt.charge(Math.max(0, parsed.precision));
  const bare = { ...parsed, fill: ' ', align: '<', width: -1 } as const;
  const style = { ...floatStyle(parsed), addDotZero: false };
  // As in the repr: without a type, a real part of 0 is left out, and both parts stand in parentheses.
  const isLone = parsed.type === '' && Object.is(real, 0);
  const re = isLone ? '' : layOutFloat(rt, real, bare, style);
  const im = layOutFloat(rt, imag, isLone ? bare : { ...bare, sign: '+' }, style);
  const text = parsed.type === '' && !isLone ? `(${re}${im}j)` : `${re}${im}j`;
  return pad(rt, text, parsed);
}
