// The same program under CPython, untraced and under tracers, in a process of its own: what a person would use who has
// no Lockstep. Times are CPU seconds of the run alone; the answer comes along, so that it can be compared.
import { spawn } from 'node:child_process';

/** What traces: nothing; `sys.settrace` with the repr of every changed variable; two packages of the PyPI. */
export type Tracer = 'none' | 'settrace' | 'snoop' | 'pysnooper';

export interface PeerRun {
  /** The median of its runs. */
  readonly seconds: number;
  /** `line` events of the program; 0 unless the tracer is `settrace`. */
  readonly lines: number;
  /** The repr of what the call came to. */
  readonly answer: string;
  readonly version: string;
}

export interface PeerJob {
  /** A file with the program: some tracers read the lines they show. */
  readonly file: string;
  readonly call: string | null;
  readonly input: string;
  readonly tracer: Tracer;
  /** Runs until so many seconds have gone by, at least one, at most nine. */
  readonly seconds: number;
}

/**
 * Runs the program under that interpreter.
 * @returns null when there is no such interpreter or it has no such tracer
 * @throws Error with what CPython printed when the run fails
 */
export function runUnder(python: string, job: PeerJob): Promise<PeerRun | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, ['-c', SCRIPT], { stdio: ['pipe', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(stdout) as PeerRun);
      else if (code === ABSENT) resolve(null);
      else reject(new Error(stderr.trim().split('\n').at(-1) ?? 'CPython failed'));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(job));
  });
}

/** What the script exits with when the tracer is not installed, or the interpreter not version 3.11 as ours is. */
const ABSENT = 9;

/**
 * The tracer is as quick as one that tells the whole truth can be in Python: an immutable object that is still the same
 * is not put into words again, nor looked up twice.
 */
const SCRIPT = `
import io, json, sys, time
job = json.load(sys.stdin)
if sys.version_info[:2] != (3, 11):
    sys.exit(${ABSENT})
name = job['file']
code = compile(open(name, encoding='utf8').read(), name, 'exec')
call = None if job['call'] is None else compile(job['call'], '<call>', 'eval')
ATOMS = {int, float, str, bool, bytes, type(None), type(len), type}

def once():
    names = {'__name__': '__main__'}
    exec(code, names)
    return None if call is None else eval(call, names)

class Nowhere(io.TextIOBase):
    def write(self, text):
        return len(text)

lines = 0
def settraced():
    global lines
    lines = 0
    told = []
    tell = told.append
    atoms = ATOMS
    def tracer(frame, event, arg):
        if frame.f_code.co_filename != name:
            return None
        known = {}
        def local(frame, event, arg):
            global lines
            changed = None
            for variable, value in frame.f_locals.items():
                before = known.get(variable)
                if before is not None and before[0] is value and type(value) in atoms:
                    continue
                text = repr(value)
                if before is None or before[1] != text:
                    if changed is None:
                        changed = {}
                    changed[variable] = text
                known[variable] = (value, text)
            if event == 'line':
                lines += 1
            tell((event, frame.f_lineno, changed, repr(arg) if event == 'return' else None))
            if len(told) > 100000:
                told.clear()
            return local
        return local(frame, event, arg)
    sys.settrace(tracer)
    try:
        return once()
    finally:
        sys.settrace(None)

def snooped():
    try:
        import snoop
    except ImportError:
        sys.exit(${ABSENT})
    tracer = snoop.Config(out=Nowhere(), color=False, columns='').snoop(depth=1000000)
    with tracer:
        return once()

def pysnooped():
    try:
        import pysnooper
    except ImportError:
        sys.exit(${ABSENT})
    with pysnooper.snoop(Nowhere(), depth=1000000, color=False):
        return once()

run = {'none': once, 'settrace': settraced, 'snoop': snooped, 'pysnooper': pysnooped}[job['tracer']]
stdout = sys.stdout
times = []
end = time.monotonic() + job['seconds']
while not times or (len(times) < 9 and time.monotonic() < end):
    sys.stdout, sys.stdin = io.StringIO(), io.StringIO(job['input'])
    before = time.process_time()
    answer = run()
    times.append(time.process_time() - before)
sys.stdout = stdout
times.sort()
version = '.'.join(map(str, sys.version_info[:3]))
print(json.dumps({'seconds': times[len(times) // 2], 'lines': lines, 'answer': repr(answer), 'version': version}))
`;
