// Class definitions: the body runs as a block of its own, and leaves its names in the class.
// Source: the Python 3.11 language reference, section 8.8, and the library reference on dataclasses and enum.
import type { ClassDef, Expr, Stmt } from '../../ast.ts';
import { annotationTerm } from '../annotations.ts';
import { callValue } from '../call/call.ts';
import type { Field, UserClass } from '../entities.ts';
import { freshEnv } from '../env.ts';
import type { Inference } from '../inference.ts';
import { makeFrame } from '../layout.ts';
import { NEVER, isNever, type Type } from '../type.ts';
import { expression } from '../walk/expressions.ts';
import { block } from '../walk/statements.ts';
import { heritageOf, knownUserClass, makeUserClass } from './make.ts';

/** Runs a class definition; gives the class as a value. */
export function defineClass(cx: Inference, node: ClassDef): Type {
  const bases = node.bases.map((base) => expression(cx, base));
  for (const keyword of node.keywords) {
    expression(cx, keyword.value);
    cx.loose(keyword, 'the checker does not know keywords of classes');
  }
  const decorators = readDecorators(cx, node);
  const known = knownUserClass(cx, node);
  const cls = known ?? newClass(cx, node, bases, decorators);
  runBody(cx, node, cls);
  let type = cls.object;
  for (const decorator of decorators.others)
    type = callValue(cx, expression(cx, decorator), [type], decorator);
  return type;
}

interface Decorators {
  /** Of a dataclass, whether it is frozen; null for a class that is none. */
  readonly dataclass: { frozen: boolean; keywordOnly: boolean } | null;
  readonly isTotallyOrdered: boolean;
  /** Decorators that are functions of the program, the last one first. */
  readonly others: readonly Expr[];
}

function readDecorators(cx: Inference, node: ClassDef): Decorators {
  let dataclass: Decorators['dataclass'] = null;
  let isTotallyOrdered = false;
  const others: Expr[] = [];
  for (const decorator of [...node.decorators].reverse()) {
    const called = decorator.kind === 'Call' ? decorator : null;
    const value = expression(cx, called?.func ?? decorator);
    const part = value.parts.length === 1 ? value.parts[0]! : null;
    const name = part?.kind === 'form' ? part.name : '';
    if (name === 'dataclasses.dataclass') {
      dataclass = {
        frozen: hasFlag(called, 'frozen'),
        keywordOnly: hasFlag(called, 'kw_only'),
      };
      const odd = called?.keywords.find(
        ({ name: key }) => !/^(frozen|kw_only|order|eq|repr|slots)$/.test(key ?? ''),
      );
      if (odd !== undefined || hasFlag(called, 'order'))
        cx.loose(decorator, 'a dataclass with options of its own');
    } else if (name === 'functools.total_ordering') isTotallyOrdered = true;
    else if (name !== 'enum.unique' && name !== 'typing.final') others.push(decorator);
  }
  return { dataclass, isTotallyOrdered, others };
}

function hasFlag(call: Extract<Expr, { kind: 'Call' }> | null, name: string): boolean {
  const value = call?.keywords.find((keyword) => keyword.name === name)?.value;
  return value?.kind === 'Constant' && value.value.type === 'bool' && value.value.value;
}

function newClass(cx: Inference, node: ClassDef, bases: readonly Type[], decorators: Decorators): UserClass {
  const heritage = heritageOf(cx, bases, node);
  const { dataclass } = decorators;
  const style = dataclass === null ? heritage.style : dataclass.frozen ? 'frozen-dataclass' : 'dataclass';
  return makeUserClass(cx, node.name, node, heritage, {
    style,
    isTotallyOrdered: decorators.isTotallyOrdered,
    abstractMethods: abstractMethods(node),
  });
}

function abstractMethods(node: ClassDef): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of node.body) {
    if (statement.kind !== 'FunctionDef') continue;
    const isAbstract = statement.decorators.some(
      (decorator) =>
        (decorator.kind === 'Name' && decorator.id === 'abstractmethod') ||
        (decorator.kind === 'Attribute' && decorator.attr === 'abstractmethod'),
    );
    if (isAbstract) names.add(statement.name);
  }
  return names;
}

function runBody(cx: Inference, node: ClassDef, cls: UserClass): void {
  const outer = cx.frame;
  const definingClass = cx.definingClass;
  let frame = cx.classFrames.get(cls);
  if (frame === undefined) {
    frame = makeFrame(cx.layouts.of(node), outer, outer.loops, true);
    cx.classFrames.set(cls, frame);
  }
  frame.env = freshEnv(frame.layout.size);
  frame.loops = null;
  cx.frame = frame;
  cx.definingClass = cls;
  block(cx, node.body);
  const env = frame.env as typeof frame.env | null;
  cx.frame = outer;
  cx.definingClass = definingClass;
  if (cls.style !== 'plain') cls.fields = fieldsOf(cx, node, cls, frame);
  if (env === null) return;
  for (const [name, slot] of frame.layout.index) {
    const type = env.vars[slot] ?? NEVER;
    if (!isNever(type)) leave(cx, cls, name, type);
  }
  frame.env = null;
}

/** Puts a name of the body into the class. */
function leave(cx: Inference, cls: UserClass, name: string, type: Type): void {
  if (cls.style === 'enum' && isEnumMember(name, type)) {
    cx.lattice.widen(cls.values, type);
    cls.isInstantiated = true;
    setMember(cx, cls, name, cls.instance);
  } else setMember(cx, cls, name, type);
}

export function setMember(cx: Inference, cls: UserClass, name: string, type: Type): void {
  const cell = cls.members.get(name);
  if (cell === undefined) cls.members.set(name, cx.lattice.cell(type));
  else cx.lattice.widen(cell, type);
}

function isEnumMember(name: string, type: Type): boolean {
  return (
    !name.startsWith('_') && !type.parts.some((part) => part.kind === 'function' || part.kind === 'wrapped')
  );
}

// ---- fields ----------------------------------------------------------------------------------------

function fieldsOf(
  cx: Inference,
  node: ClassDef,
  cls: UserClass,
  frame: Parameters<typeof annotationTerm>[2],
): Field[] {
  const fields = new Map<string, Field>();
  for (const base of [...cls.mro.slice(1)].reverse())
    for (const field of base.fields) fields.set(field.name, field);
  let keywordOnly = node.decorators.some(
    (decorator) => decorator.kind === 'Call' && hasFlag(decorator, 'kw_only'),
  );
  for (const statement of node.body) {
    const field = fieldOf(cx, statement, frame, keywordOnly);
    if (field === 'keyword-only') keywordOnly = true;
    else if (field !== null) fields.set(field.name, field);
  }
  return [...fields.values()];
}

function fieldOf(
  cx: Inference,
  node: Stmt,
  frame: Parameters<typeof annotationTerm>[2],
  keywordOnly: boolean,
): Field | 'keyword-only' | null {
  if (node.kind !== 'AnnAssign' || node.target.kind !== 'Name') return null;
  const { annotation } = node;
  const written = annotation.kind === 'Subscript' ? annotation.value : annotation;
  const word = written.kind === 'Attribute' ? written.attr : written.kind === 'Name' ? written.id : '';
  if (word === 'KW_ONLY') return 'keyword-only';
  if (word === 'ClassVar') return null;
  const call = node.value?.kind === 'Call' && isFieldCall(node.value) ? node.value : null;
  const given = (name: string): boolean =>
    call !== null && call.keywords.some((keyword) => keyword.name === name);
  return {
    name: node.target.id,
    declared: annotationTerm(cx, annotation, frame),
    hasDefault: call === null ? node.value !== null : given('default') || given('default_factory'),
    keywordOnly: keywordOnly || hasFlag(call, 'kw_only'),
    init: !(given('init') && !hasFlag(call, 'init')),
    annotation,
  };
}

function isFieldCall(node: Extract<Expr, { kind: 'Call' }>): boolean {
  const { func } = node;
  return (
    (func.kind === 'Name' && func.id === 'field') || (func.kind === 'Attribute' && func.attr === 'field')
  );
}
