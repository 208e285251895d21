# Answers questions about runs by CPython itself: sys.settrace for lines and exceptions, a counter put into loops.
# Reads jobs from standard input, writes one answer each. Knows nothing of how Lockstep finds its answers.
import ast, contextlib, io, json, re, sys

ENDS = (StopIteration, GeneratorExit)


def traced(code, call, on_event):
    """Runs the program and the call; on_event(frame, event, arg) sees the frames of the program."""
    space = {'__name__': '__main__'}

    def local(frame, event, arg):
        on_event(frame, event, arg)
        return local

    def trace(frame, event, arg):
        if frame.f_code.co_filename != '<program>':
            return None
        on_event(frame, event, arg)
        return local

    program = compile(code, '<program>', 'exec')
    asked = None if call is None else compile(call, '<call>', 'eval')
    with contextlib.redirect_stdout(io.StringIO()):
        sys.settrace(trace)
        try:
            exec(program, space)
            if asked is not None:
                return eval(asked, space)
        finally:
            sys.settrace(None)


def visits_of(job, visit):
    """Calls visit(frame, nth) at each visit of the line asked about, and returns what it first returns."""
    found = []
    waiting = []
    count = [0]

    def on_event(frame, event, arg):
        for ask in waiting[:]:
            if ask(frame, event, arg, found):
                waiting.remove(ask)
        if event == 'line' and frame.f_lineno == job['question']['line']:
            count[0] += 1
            ask = visit(frame, count[0], found)
            if ask:
                waiting.append(ask)

    try:
        traced(job['code'], job['call'], on_event)
    except Exception:
        pass
    return found, count[0]


def state(job):
    question = job['question']

    def visit(frame, nth, found):
        if nth != question['visit']:
            return None
        if question['when'] == 'before':
            found.append(repr(frame.f_locals[question['variable']]))
            return None

        def later(other, event, arg, found):
            if other is not frame or event != 'line':
                return False
            found.append(repr(other.f_locals[question['variable']]))
            return True

        return later

    return visits_of(job, visit)[0][0]


def next_line(job):
    def visit(frame, nth, found):
        if nth != job['question']['visit']:
            return None

        def later(other, event, arg, found):
            if event != 'line':
                return False
            found.append(str(other.f_lineno))
            return True

        return later

    return visits_of(job, visit)[0][0]


def count(job):
    if job['question']['what'] == 'line':
        return str(visits_of(job, lambda frame, nth, found: None)[1])
    tree = ast.parse(job['code'])
    for node in ast.walk(tree):
        if isinstance(node, (ast.For, ast.While)) and node.lineno == job['question']['line']:
            node.body.insert(0, ast.parse('__rounds.append(1)').body[0])
    rounds = []
    space = {'__name__': '__main__', '__rounds': rounds}
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            exec(compile(ast.fix_missing_locations(tree), '<program>', 'exec'), space)
            if job['call'] is not None:
                eval(job['call'], space)
        except Exception:
            pass
    return str(len(rounds))


def exception(job):
    found = []

    def on_event(frame, event, arg):
        if event == 'exception' and not issubclass(arg[0], ENDS):
            found.append(f'{arg[0].__name__} on line {frame.f_lineno}')

    try:
        traced(job['code'], job['call'], on_event)
    except Exception:
        pass
    return found[0] if found else 'none'


def show(value):
    return re.sub(r' at 0x[0-9a-f]+', '', repr(value))


def rows_of(code, call):
    rows = []
    numbers = {}
    alive = []

    def on_event(frame, event, arg):
        alive.append(frame)
        number = numbers.setdefault(id(frame), len(numbers))
        if event == 'line':
            shown = {name: show(value) for name, value in frame.f_locals.items()}
            rows.append(('line', number, frame.f_lineno, shown))
        elif event == 'return':
            rows.append(('return', number, frame.f_lineno, show(arg)))

    try:
        traced(code, call, on_event)
    except Exception:
        pass
    return rows


def difference(job):
    first, second = rows_of(job['code'], job['call']), rows_of(job['second'], job['call'])
    at = next(i for i, (a, b) in enumerate(zip(first, second)) if a != b)
    line = first[at - 1][2]
    nth = sum(1 for row in first[:at] if row[0] == 'line' and row[2] == line)
    a, b = first[at], second[at]
    place = f'line {line}, run {nth}: '
    if a[0] == 'return':
        return f'{place}returns {a[3]} vs {b[3]}'
    if a[2] != b[2]:
        return f'{place}next line {a[2]} vs {b[2]}'
    name = next(name for name in a[3] if a[3][name] != b[3].get(name))
    return f'{place}{name} = {a[3][name]} vs {b[3][name]}'


def result(job):
    return repr(traced(job['code'], job['call'], lambda frame, event, arg: None))


ANSWERS = {
    'count': count,
    'difference': difference,
    'exception': exception,
    'fill': result,
    'input': result,
    'next-line': next_line,
    'output': result,
    'state': state,
}

answers = []
for job in json.load(sys.stdin):
    try:
        answers.append(ANSWERS[job['task']](job))
    except Exception as error:
        answers.append(f'{type(error).__name__}: {error}')
json.dump(answers, sys.stdout)
