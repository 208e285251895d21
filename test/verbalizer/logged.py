"""Runs programs under CPython and logs what happens, for comparison with our stories.

Reads a JSON list of [code, call]; writes, for each, a list of rows [kind, line, ...] or null when it raises.
The program is rewritten so that it logs its own doings: no debugger, and no code of ours, stands between.
"""
import ast
import contextlib
import io
import json
import re
import sys

LIMIT = 4000


class Logger(ast.NodeTransformer):
    """Puts a log call behind every assignment to names and around every condition and returned value."""

    def call(self, func, node, *args):
        made = ast.Call(ast.Name(func, ast.Load()), [ast.Constant(node.lineno), *args], [])
        return ast.copy_location(made, node)

    def log(self, kind, node, names):
        pairs = [e for n in names for e in (ast.Constant(n), ast.Name(n, ast.Load()))]
        return ast.copy_location(ast.Expr(self.call('__log__', node, ast.Constant(kind), *pairs)), node)

    @staticmethod
    def names(target):
        if isinstance(target, ast.Name):
            return [target.id]
        if isinstance(target, ast.Starred):
            return Logger.names(target.value)
        if isinstance(target, (ast.Tuple, ast.List)):
            parts = [Logger.names(e) for e in target.elts]
            return sum(parts, []) if all(parts) else []
        return []

    def visit_Assign(self, node):
        self.generic_visit(node)
        named = [names for target in node.targets if (names := self.names(target))]
        return [node, *(self.log('bind', node, names) for names in named)]

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        return [node, self.log('bind', node, [node.target.id])] if isinstance(node.target, ast.Name) else node

    def visit_AnnAssign(self, node):
        self.generic_visit(node)
        named = isinstance(node.target, ast.Name) and node.value is not None
        return [node, self.log('bind', node, [node.target.id])] if named else node

    def visit_For(self, node):
        self.generic_visit(node)
        names = self.names(node.target)
        if names:
            node.body.insert(0, self.log('round', node, names))
        return node

    def visit_If(self, node):
        self.generic_visit(node)
        node.test = self.call('__test__', node, node.test)
        return node

    def visit_While(self, node):
        self.generic_visit(node)
        if not isinstance(node.test, ast.Constant):
            node.test = self.call('__test__', node, node.test)
        return node

    def visit_Return(self, node):
        self.generic_visit(node)
        if node.value is not None:
            node.value = self.call('__return__', node, node.value)
        return node


def shown(value):
    text = re.sub(r' at 0x[0-9a-f]+', '', repr(value))
    # how functions and iterators look is ours to say
    return re.sub(r'<(?:itertools\.)?(\w+) object( \w+)?>', r'<\1>', re.sub(r'<function (?:[^ ]*\.)?(\w+|<lambda>)>', r'<function \1>', text))


def run(code, call):
    rows = []

    def log(line, kind, *pairs):
        if len(rows) < LIMIT:
            rows.append([kind, line, *(shown(p) if i % 2 else p for i, p in enumerate(pairs))])

    def test(line, value):
        if len(rows) < LIMIT:
            rows.append(['test', line, bool(value)])
        return value

    def returned(line, value):
        if len(rows) < LIMIT:
            rows.append(['return', line, shown(value)])
        return value

    space = {'__name__': '__main__', '__log__': log, '__test__': test, '__return__': returned}
    tree = ast.fix_missing_locations(Logger().visit(ast.parse(code)))
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(tree, '<program>', 'exec'), space)
            eval(call, space)
    except Exception:
        return None
    return rows


json.dump([run(code, call) for code, call in json.load(sys.stdin)], sys.stdout)
