// `object.__dict__`: the attributes of an instance as a dict, kept in step with them both ways.
import type { Runtime } from '../runtime.ts';
import type { AttributeMirror, PyInstance } from './class.ts';
import { PyDict } from './dict.ts';
import type { Value } from './objects.ts';

export class PyAttributesDict extends PyDict implements AttributeMirror {
  private readonly owner: PyInstance;

  constructor(owner: PyInstance) {
    super();
    this.owner = owner;
    for (const [name, value] of owner.attrs) this.setString(name, value);
  }

  /** The one dict of an instance's attributes. */
  static of(owner: PyInstance): PyDict {
    if (owner.mirror instanceof PyAttributesDict) return owner.mirror;
    const dict = new PyAttributesDict(owner);
    owner.mirror = dict;
    return dict;
  }

  attrSet(name: string, value: Value): void {
    this.setString(name, value);
  }

  attrDeleted(name: string): void {
    this.deleteString(name);
  }

  override set(rt: Runtime, key: Value, value: Value): void {
    if (typeof key !== 'string') rt.unsupported('an attribute whose name is no string');
    this.owner.setAttr(key, value);
  }

  override delete(rt: Runtime, key: Value): Value | undefined {
    const value = this.get(rt, key);
    if (value !== undefined) this.owner.deleteAttr(key as string);
    return value;
  }

  override popItem(): [Value, Value] | undefined {
    const last = this.entries().at(-1);
    if (last !== undefined) this.owner.deleteAttr(last[0] as string);
    return last;
  }

  override clear(): void {
    for (const name of this.keyList()) this.owner.deleteAttr(name as string);
  }
}
