# Encoders and decoders of the program's own.
import json, io, sys
from datetime import date
from enum import Enum
class C(Enum): A = 1
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, (date, complex)): return str(o)
        if isinstance(o, Enum): return o.name
        if hasattr(o, '__dict__'): return vars(o)
        return super().default(o)
class P:
    def __init__(self, x): self.x = x
class S: __slots__ = ()
print(json.dumps({'a': {3, 1}, 'b': [1j, date(2024, 1, 2)], 'c': P(P([C.A]))}, cls=Enc, indent=1, sort_keys=True), Enc().encode([{2}]), json.JSONEncoder(sort_keys=True, separators=(',', ':')).encode({'b': 1, 'a': [2, 'é']}), Enc(ensure_ascii=False).encode('é'))
for f in (lambda: json.dumps(S(), cls=Enc), lambda: json.JSONEncoder().encode({1, 2}), lambda: json.dumps(1, cls=Enc, zork=1), lambda: json.JSONEncoder(5), lambda: json.JSONDecoder().decode(5), lambda: json.JSONDecoder().decode('[1'), lambda: json.load(io.StringIO('{x'))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
f = io.StringIO(); print(json.dump({'a': [1, 2]}, f, indent=2)); print(f.getvalue()); f.seek(0); print(json.load(f)); json.dump([1], sys.stdout); print()
class D(json.JSONDecoder):
    def __init__(self, *a, **k): super().__init__(object_hook=self.hook, *a, **k)
    def hook(self, d): return {k.upper(): v for k, v in d.items()}
print(json.loads('{"a": {"b": 1}}', cls=D), D().decode('{"q": 1.5}'), json.JSONDecoder(parse_float=str).decode('[1.5, 2]'), json.load(io.StringIO('[1, 2]'), parse_int=str))
class K(json.JSONEncoder):
    def encode(self, o): return '<' + super().encode(o) + '>'
print(json.dumps([1], cls=K), json.dumps([P(1)], default=lambda o: o.__dict__), K.__module__, json.JSONEncoder.__mro__)
class E2(json.JSONEncoder):
    def __init__(self, **kw): print(sorted(kw.items(), key=str)); super().__init__(**kw)
print(json.dumps('x', cls=E2, indent=4))
