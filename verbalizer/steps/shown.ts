// How values stand in our sentences: as they are displayed, or abbreviated where that would fill the page. An
// abbreviation gives the beginning, the end and how much is between, never half a value. The cost is bounded by what
// is shown, not by how large the value is.
import { bytesRepr, PyBytes } from '../../interpreter/values/bytes.ts';
import { PyException, PyInstance } from '../../interpreter/values/class.ts';
import { PyDeque } from '../../interpreter/values/deque.ts';
import { PyDict } from '../../interpreter/values/dict.ts';
import { display } from '../../interpreter/values/display.ts';
import { PyList } from '../../interpreter/values/list.ts';
import { PyFloat, type Value } from '../../interpreter/values/objects.ts';
import { PySet } from '../../interpreter/values/set.ts';
import { PyTuple } from '../../interpreter/values/tuple.ts';
import { shorten } from '../text/shorten.ts';
import { abbreviated } from './sightings.ts';
import { endsOf, firstOf, HEAD as HEAD_ROOM, lastOf, TAIL as TAIL_ROOM, type Ends } from './long-texts.ts';

/** Characters that a value takes at most before it is abbreviated. */
const ROOM = 240;
/** Elements shown at the beginning and at the end of an abbreviated container. */
const HEAD = 4;
const TAIL = 2;
/** Containers inside one another, beyond which only their kind is shown. */
const DEEPEST = 3;
/** Less room than this makes no sense for an element. */
const LEAST_ROOM = 24;
/** Ints of more digits than this are abbreviated; converting them costs more than linear time. */
const MOST_BITS = 2048n;

/** The text of a value if it has at most `limit` characters, else null. Cheap also for what is far too long. */
export function shortText(value: Value, limit: number): string | null {
  if (atLeast(value, limit) > limit) return null;
  const text = display(value);
  return text.length <= limit ? text : null;
}

/** A lower bound of the characters that a value takes; stops counting beyond `limit`. */
function atLeast(value: Value, limit: number): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'bigint') return BigInt.asIntN(Number(MOST_BITS), value) === value ? 17 : limit + 1;
  if (typeof value !== 'object' || value === null || value instanceof PyFloat) return 1;
  // every element takes one character and a separator of two
  const count = countOf(value);
  if (count === null) return 1;
  let total = 3 * count;
  if (total > limit) return total;
  const items = partsOf(value) ?? [];
  for (let i = 0; i < items.length && total <= limit; i++) total += atLeast(items[i]!, limit - total) - 1;
  return total;
}

/** How many values a container or an object holds; null for others. */
function countOf(value: object): number | null {
  if (value instanceof PyList || value instanceof PyTuple) return value.items.length;
  if (value instanceof PyDict) return 2 * value.size;
  if (value instanceof PySet) return value.size;
  if (value instanceof PyDeque) return value.length;
  if (value instanceof PyInstance) return value.attrs.size;
  return null;
}

/** What a container or an object holds, only the beginning where there is more than `limit`; null for other values. */
export function partsOf(value: object, limit = Infinity): readonly Value[] | null {
  if (value instanceof PyList || value instanceof PyTuple)
    return value.items.length > limit ? value.items.slice(0, limit) : value.items;
  if (value instanceof PyDict) return entriesOf(value, positions(value.size, limit)).flat();
  if (value instanceof PySet) return value.size > limit ? [] : value.contents();
  if (value instanceof PyDeque) return positions(value.length, limit).map((i) => value.at(i));
  if (value instanceof PyInstance) return [...value.attrs.values()];
  return null;
}

/** The entries of a dict at some positions, which rise; what is deleted in between counts only when it is passed. */
function entriesOf(dict: PyDict, at: readonly number[]): [Value, Value][] {
  const { keys, values, size } = dict;
  const found: [Value, Value][] = [];
  let slot = -1;
  let position = -1;
  for (const wanted of at) {
    if (wanted - position > size - wanted) {
      // nearer from the end
      slot = keys.length;
      for (position = size; position > wanted; position--) while (keys[--slot] === undefined);
    } else for (; position < wanted; position++) while (keys[++slot] === undefined);
    found.push([keys[slot]!, values[slot]!]);
  }
  return found;
}

/**
 * The text of a value in a sentence, abbreviated when it is long.
 * @param ends of a long string, when they are known without a look at it
 */
export function shown(value: Value, room = ROOM, ends?: Ends): string {
  const whole = shortText(value, room);
  if (whole !== null) return whole;
  const text = brief(value, room, 0, ends);
  return text.includes('...') ? abbreviated(text, value) : text;
}

/** The text of a value inside another. */
function inner(value: Value, room: number, depth: number): string {
  return shortText(value, room) ?? brief(value, room, depth);
}

/** The text of a value that is longer than the room. */
function brief(value: Value, room: number, depth: number, ends?: Ends): string {
  if (typeof value === 'string') return shownText(value, room, ends);
  if (typeof value === 'bigint') return shownInt(value);
  if (typeof value !== 'object' || value === null) return display(value);
  if (value instanceof PyBytes) return shownBytes(value.data, room);
  if (depth === DEEPEST && partsOf(value) !== null) return cut(value);
  const part = Math.max(LEAST_ROOM, Math.floor(room / (HEAD + TAIL)));
  if (value instanceof PyList && value.cls.builtin) return `[${elements(value.items, part, depth)}]`;
  if (value instanceof PyTuple && value.cls.builtin) return `(${elements(value.items, part, depth)})`;
  if (value instanceof PyDeque) {
    const at = positions(value.length);
    return `deque([${between(
      at.map((i) => inner(value.at(i), part, depth + 1)),
      value.length,
    )}])`;
  }
  if (value instanceof PySet && value.cls.name === 'set')
    return `{${elements(value.contents(), part, depth)}}`;
  if (value instanceof PyDict && value.cls.name === 'dict') return `{${entries(value, part, depth)}}`;
  if (value instanceof PyInstance && value.attrs.size > 0) {
    const attrs = [...value.attrs].map(([name, attr]) => `${name}=${inner(attr, part, depth + 1)}`);
    return `${value.cls.name}(${attrs.join(', ')})`;
  }
  if (value instanceof PyException) {
    const args = value.args.map((arg) => inner(arg, part, depth + 1));
    return `${value.cls.name}(${args.join(', ')})`;
  }
  // what has a form of its own, such as a Counter: by its text alone
  return shorten(display(value), room);
}

/** A container of which nothing more is shown. */
function cut(value: Value): string {
  if (value instanceof PyList) return '[...]';
  if (value instanceof PyTuple) return '(...)';
  if (value instanceof PyInstance) return `${value.cls.name}(...)`;
  return '{...}';
}

function between(texts: readonly string[], count: number): string {
  return count > texts.length
    ? [...texts.slice(0, HEAD), `... ${count - texts.length} more ...`, ...texts.slice(HEAD)].join(', ')
    : texts.join(', ');
}

/** Positions that are shown of `count`; with a limit, all up to it. */
function positions(count: number, limit?: number): number[] {
  if (limit !== undefined || count <= HEAD + TAIL)
    return Array.from({ length: Math.min(count, limit ?? count) }, (_, i) => i);
  return [0, 1, 2, 3, count - 2, count - 1];
}

function elements(items: readonly Value[], room: number, depth: number): string {
  const texts = positions(items.length).map((i) => inner(items[i]!, room, depth + 1));
  return between(texts, items.length);
}

function entries(dict: PyDict, room: number, depth: number): string {
  const texts = entriesOf(dict, positions(dict.size)).map(
    ([key, value]) => `${inner(key, room, depth + 1)}: ${inner(value, room, depth + 1)}`,
  );
  return between(texts, dict.size);
}

function shownText(text: string, room: number, known?: Ends): string {
  const { length, head, tail } = known ?? endsOf(text);
  // a string just over the room is better shown whole than with a gap of a few letters
  if (length <= room + LEAST_ROOM) return display(text);
  const first = Math.floor(room / 2);
  const last = Math.floor(room / 4);
  const begun =
    first === HEAD_ROOM ? (head.shown ??= display(head.text)) : display(firstOf(head.text, first));
  const ended = last === TAIL_ROOM ? (tail.shown ??= display(tail.text)) : display(lastOf(tail.text, last));
  return `str(${begun} ... ${length - first - last} more ... ${ended})`;
}

function shownBytes(data: Uint8Array, room: number): string {
  const first = Math.floor(room / 4);
  const last = Math.floor(room / 8);
  if (data.length <= room / 2) return bytesRepr(data);
  const ended = bytesRepr(data.subarray(data.length - last));
  return `bytes(${bytesRepr(data.subarray(0, first))} ... ${data.length - first - last} more ... ${ended})`;
}

function shownInt(value: bigint): string {
  const digits = value.toString();
  if (digits.length <= ROOM) return digits;
  return `int(${digits.slice(0, 20)} ... ${digits.length - 40} more ... ${digits.slice(-20)})`;
}
