// Every special function by the name that the table gives it after `!`. Knows nothing of what they do.
import type { BuiltinCall } from '../call/builtins.ts';
import type { Inference } from '../inference.ts';
import type { Type } from '../type.ts';
import * as containers from './containers.ts';
import * as functions from './functions.ts';
import * as iteration from './iteration.ts';
import * as numbers from './numbers.ts';
import * as ordering from './ordering.ts';
import * as text from './text.ts';

/** Works out the result of a call, and reports what the signature cannot. */
export type Special = (cx: Inference, call: BuiltinCall) => Type;

export const SPECIALS: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['abs', numbers.absolute],
  ['accumulate', iteration.accumulate],
  ['attribute', functions.attributeGot],
  ['attrgetter', functions.attrgetter],
  ['bisect', ordering.bisect],
  ['cmp_to_key', functions.cmpToKey],
  ['compared', functions.compared],
  ['compile', text.compilePattern],
  ['count', numbers.countFrom],
  ['count_into', containers.counterUpdate],
  ['counter', containers.counter],
  ['defaultdict', containers.defaultdict],
  ['dict', containers.dict],
  ['divmod', numbers.quotientAndRemainder],
  ['dumps', text.dumps],
  ['elements', containers.counterElements],
  ['extreme', ordering.extreme],
  ['filter', iteration.filter],
  ['findall', text.findall],
  ['float', numbers.toFloat],
  ['format', text.format],
  ['format_value', text.formatValue],
  ['getattr', functions.getattr],
  ['group', text.group],
  ['heap', ordering.heap],
  ['int', numbers.toInt],
  ['isinstance', functions.isinstance],
  ['item', functions.item],
  ['itemgetter', functions.itemgetter],
  ['iter', iteration.iter],
  ['map', iteration.map],
  ['most_common', containers.mostCommon],
  ['next', iteration.next],
  ['operator', functions.operator],
  ['ordered', ordering.ordered],
  ['partial', functions.partial],
  ['picks', iteration.picks],
  ['pow', numbers.power],
  ['prod', numbers.product],
  ['product', iteration.product],
  ['range', numbers.range],
  ['reduce', iteration.reduce],
  ['reversed', iteration.reversed],
  ['round', numbers.rounded],
  ['slice', functions.slice],
  ['sort', ordering.sort],
  ['sorted', ordering.sorted],
  ['split', text.split],
  ['starmap', iteration.starmap],
  ['sum', numbers.sum],
  ['total', containers.total],
  ['tuple', containers.tuple],
  ['type', functions.typeOf],
  ['update', containers.update],
  ['wraps', functions.wraps],
  ['zip', iteration.zip],
  ['zip_longest', iteration.zipLongest],
]);
