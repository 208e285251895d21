import json, datetime, copy
from collections import UserList, deque
from decimal import Decimal
def tried(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
tried(lambda: json.JSONDecodeError('a'))
e = json.JSONDecodeError('bad', 'a\nbc', 3)
print(e, e.msg, e.pos, e.lineno, e.colno, e.args)
e = json.JSONDecodeError('bad', 'a\nbc', 30)
print(e, e.msg, e.pos, e.lineno, e.colno)
class Mine(json.JSONDecodeError):
    def __init__(self, what): super().__init__(what, 'doc', 1)
print(Mine('x'), Mine('x').doc)
for t in ['{"a": }', '[1,\n 2,,]', '', '"\U0001f600" x', '"abc']:
    try: json.loads(t)
    except json.JSONDecodeError as e: print(e, e.pos, e.lineno, e.colno, e.doc == t)
print(-Decimal('NaN'), +Decimal('-NaN'), abs(Decimal('-NaN')))
print(datetime.time(1).dst(), copy.copy(UserList([1, 2])), type(reversed(deque([1]))).__name__, list(reversed(deque([1, 2]))))
try: raise json.JSONDecodeError('bad', 'a\nbc', 3)
except ValueError as e: print(repr(e))
