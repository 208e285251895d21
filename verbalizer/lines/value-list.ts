// The values that a variable takes one after another, as one text of bounded length.
import type { Value } from '../../interpreter/values/objects.ts';
import { valueText } from './shown.ts';

const HEAD = 6;
const TAIL = 2;
/** Characters of one value. */
const ROOM = 24;

export class ValueList {
  private count = 0;
  private readonly head: string[] = [];
  private readonly tail: string[] = [];

  add(value: Value): void {
    this.count++;
    const text = valueText(value, ROOM);
    if (this.head.length < HEAD) this.head.push(text);
    else {
      this.tail.push(text);
      if (this.tail.length > TAIL) this.tail.shift();
    }
  }

  /** As a list; what is between its beginning and its end is counted. */
  get text(): string {
    const left = this.count - this.head.length - this.tail.length;
    const items =
      left === 0 ? [...this.head, ...this.tail] : [...this.head, `... ${left} more ...`, ...this.tail];
    return `[${items.join(', ')}]`;
  }
}
