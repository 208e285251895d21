// Holds inferred types against values that CPython really has: runs programs under a trace function and asks of
// every variable at every line whether the type admits its value. Knows the types' shapes, not the inference.
import type { FunctionDef, Lambda, Module } from '../../../grammar/ast.ts';
import type { Cell } from '../../../grammar/types/entities.ts';
import { analyzeScopes, parse, parseExpression, Source, walk } from '../../../grammar/index.ts';
import { checkTypes, type TypeReport } from '../../../grammar/types/check.ts';
import { isAny, type Part, type Type } from '../../../grammar/types/type.ts';
import { runPython } from '../../support/python.ts';

export interface LiveProgram {
  readonly id: string;
  readonly code: string;
  readonly call: string | null;
}

/** A value that its type does not admit, or an error that a strict program must not raise. */
export interface Violation {
  readonly id: string;
  readonly what: string;
}

/** A type in a form that Python can read: a mask of scalars and a list of parts, or null for anything. */
type Plain = null | { mask: number; parts: unknown[] };

function plain(type: Type, depth: number): Plain {
  if (isAny(type) || depth > 6) return null;
  return { mask: type.mask, parts: type.parts.map((part) => plainPart(part, depth + 1)) };
}

function held(cell: Cell): Type {
  let root = cell;
  while (root.parent !== null) root = root.parent;
  return root.type;
}

function plainPart(part: Part, depth: number): unknown[] {
  switch (part.kind) {
    case 'container':
      return ['container', part.cls.name, ...part.cells.map((cell) => plain(held(cell), depth))];
    case 'generic':
      return ['generic', part.cls.name, ...part.args.map((arg) => plain(arg, depth))];
    case 'tuple':
      return ['tuple', ...part.elems.map((elem) => plain(elem, depth))];
    case 'instance':
    case 'class':
    case 'builtin-class':
      return [part.kind, part.cls.name];
    case 'function':
    case 'builtin':
    case 'bound':
    case 'callable':
    case 'wrapped':
    case 'form':
    case 'super':
    case 'module':
      return [part.kind];
  }
}

/** Whether a type holds Any anywhere. A strict program has no such type. */
export function holdsAny(type: Type, open: readonly Cell[] = []): boolean {
  const cell = (one: Cell): boolean => !open.includes(one) && holdsAny(held(one), [...open, one]);
  return (
    isAny(type) ||
    type.parts.some((part) => {
      if (part.kind === 'container') return part.cells.some(cell);
      if (part.kind === 'tuple') return part.elems.some((elem) => holdsAny(elem, open));
      return part.kind === 'generic' && part.args.some((arg) => holdsAny(arg, open));
    })
  );
}

/** The variables of a strict program that may hold anything, so that it has been called strict wrongly. */
export function looseVariables({ id, code, call }: LiveProgram): string[] {
  const checked = checkProgram(code, call);
  if (checked?.report.strict !== true) return [];
  const found: string[] = [];
  walk(checked.module, (node) => {
    if (node.kind !== 'FunctionDef' && node.kind !== 'Module') return;
    for (const [name, type] of checked.report.variables(node)) {
      if (holdsAny(type)) found.push(`${id}: ${name}: ${checked.report.show(type)}`);
    }
  });
  return found;
}

/** Reads and checks a program; null if it cannot be read. */
export function checkProgram(
  code: string,
  call: string | null = null,
): { report: TypeReport; module: Module; source: Source } | null {
  const source = new Source(code);
  const { module } = parse(source);
  const expr = call === null ? null : parseExpression(new Source(call)).expr;
  if (module === null || (call !== null && expr === null)) return null;
  return { report: checkTypes(module, analyzeScopes(module), expr), module, source };
}

/** What Python is told of a program: types of variables by function. Lambdas are left out, having no names. */
function job({ id, code, call }: LiveProgram, check: typeof checkProgram): unknown {
  const checked = check(code, call);
  if (checked === null) return null;
  const { report, module, source } = checked;
  const functions: Record<string, Record<string, Plain>> = {};
  const add = (key: string, node: Module | FunctionDef | Lambda): void => {
    functions[key] = Object.fromEntries(
      [...report.variables(node)].map(([name, type]) => [name, plain(type, 0)]),
    );
  };
  add('<module>', module);
  walk(module, (node) => {
    if (node.kind !== 'FunctionDef') return;
    const first = node.decorators[0]?.span.start ?? node.span.start;
    add(`${node.name}:${source.lineAt(first)}`, node);
  });
  return { id, code, call, functions, strict: report.strict };
}

/**
 * Runs programs under CPython and says where a value was not admitted by its type, and where a strict program
 * raised a TypeError or AttributeError that it did not raise itself. Programs that cannot be read are left out.
 * @param check what types a program; the tests of this file give another one, that errs
 */
export function findViolations(programs: readonly LiveProgram[], check = checkProgram): Violation[] {
  const jobs = programs.map((program) => job(program, check)).filter((one) => one !== null);
  return JSON.parse(runPython(SCRIPT, JSON.stringify(jobs))) as Violation[];
}

const SCRIPT = String.raw`
import sys, json, io, types, signal, resource

resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))

MAX_EVENTS = 3000
MAX_SECONDS = 1

def admits(t, v, depth=0):
    if t is None or depth > 6: return True
    m = t['mask']
    k = type(v)
    if v is None: 
        if m & 1: return True
    elif k is bool:
        if m & 2: return True
    elif k is int:
        if m & (4 if v >= 0 else 8): return True
    elif k is float:
        if m & 16: return True
    elif k is str:
        if m & 32: return True
    elif k is bytes:
        if m & 64: return True
    elif k is range:
        if m & 256 or (m & 128 and (len(v) == 0 or (v[0] >= 0 and v[-1] >= 0))): return True
    elif v is Ellipsis:
        if m & 512: return True
    elif v is NotImplemented:
        if m & 1024: return True
    elif k is slice:
        if m & 2048: return True
    # Objects of which nothing is known but that they are objects; an attribute of theirs makes a program gradual.
    elif k in (object, types.TracebackType):
        if m & 4096: return True
    return any(part_admits(p, v, depth + 1) for p in t['parts'])

def names(v): return [c.__name__ for c in type(v).__mro__]

def part_admits(p, v, depth):
    kind, *rest = p
    if kind == 'tuple':
        return type(v) is tuple and len(v) == len(rest) and all(admits(t, e, depth) for t, e in zip(rest, v))
    if kind in ('container', 'generic'):
        name, *args = rest
        if name == 'Iterator': return hasattr(v, '__next__')
        if name == 'Generator': return isinstance(v, types.GeneratorType)
        if name not in names(v): return False
        if name in ('dict', 'defaultdict', 'OrderedDict', 'Counter'):
            if type(v).__name__ != name: return False
            return all(admits(args[0], a, depth) and admits(args[1], b, depth) for a, b in list(v.items())[:60])
        if name in ('list', 'set', 'frozenset', 'deque', 'tuple', 'dict_keys', 'dict_values'):
            return type(v).__name__ == name and all(admits(args[0], e, depth) for e in list(v)[:60])
        if name == 'dict_items':
            return all(admits(args[0], a, depth) and admits(args[1], b, depth) for a, b in list(v)[:60])
        return True
    if kind == 'instance': return type(v).__name__ == rest[0]
    if kind == 'class': return isinstance(v, type) and v.__name__ == rest[0]
    # The class of an exception that was caught stands for all below it, as the exception does.
    if kind == 'builtin-class': return isinstance(v, type) and rest[0] in (
        [c.__name__ for c in v.__mro__] if issubclass(v, BaseException) else [v.__name__])
    if kind in ('function', 'builtin', 'bound', 'callable', 'wrapped'): return callable(v) or isinstance(v, (property, staticmethod, classmethod))
    if kind == 'module': return isinstance(v, types.ModuleType)
    return True

class Stop(BaseException): pass

def expire(signum, frame): raise Stop()
signal.signal(signal.SIGALRM, expire)

def shown(v):
    try: return repr(v)[:80]
    except Exception: return '?'

def run(job, violations):
    lines = job['code'].split('\n')
    functions = job['functions']
    found = set()
    events = 0
    def say(what):
        if what not in found and len(found) < 5:
            found.add(what)
            violations.append({'id': job['id'], 'what': what})
    def look(frame):
        code = frame.f_code
        key = '<module>' if code.co_name == '<module>' else f'{code.co_name}:{code.co_firstlineno}'
        if code.co_name.startswith('<') and key != '<module>': return
        types_ = functions.get(key)
        if types_ is None: return
        if key != '<module>' and not types_ and code.co_varnames:
            if job['strict']: say(f'{key} runs, but was not analysed')
            return
        for name, value in list(frame.f_locals.items()):
            if key == '<module>' and (name.startswith('__') or name not in types_): continue
            if name == '__class__' or name.startswith('.'): continue
            if name not in types_:
                if job['strict'] and name in code.co_varnames: say(f'{key}: {name} is not known')
                continue
            if not admits(types_[name], value):
                say(f'{key}: {name} = {shown(value)} ({type(value).__name__}) is not admitted by {json.dumps(types_[name])[:200]}')
    def trace(frame, event, arg):
        nonlocal events
        if frame.f_code.co_filename not in ('<prog>', '<call>'): return None
        events += 1
        if events > MAX_EVENTS: raise Stop()
        if event in ('line', 'return'): look(frame)
        elif event == 'exception' and job['strict']:
            kind, error, tb = arg
            if kind in (TypeError, AttributeError) and frame.f_code.co_filename == '<prog>' and tb.tb_next is None:
                text = lines[frame.f_lineno - 1]
                if 'raise' not in text: say(f'{kind.__name__}: {error} at: {text.strip()}')
            elif kind in (TypeError, AttributeError) and frame.f_code.co_filename == '<call>' and tb.tb_next is None:
                say(f'{kind.__name__}: {error} in the call')
        return trace
    space = {'__name__': 'prog'}
    sys.stdin = io.StringIO('')
    out, sys.stdout = sys.stdout, io.StringIO()
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(400)
    try:
        module = compile(job['code'], '<prog>', 'exec')
        call = compile(job['call'], '<call>', 'eval') if job['call'] else None
        signal.setitimer(signal.ITIMER_REAL, MAX_SECONDS)
        sys.settrace(trace)
        exec(module, space)
        if call: eval(call, space)
    except (Exception, Stop, SystemExit): pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.settrace(None)
        sys.stdout = out
        sys.setrecursionlimit(old)

violations = []
for job in json.load(sys.stdin): run(job, violations)
json.dump(violations, sys.stdout)
`;
