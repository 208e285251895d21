# A deque that a comparison of the program changes while it is searched.
from collections import deque
class Meddler:
    def __init__(self, act, r=False): self.act = act; self.r = r
    def __eq__(self, o): self.act(); return self.r
def tryit(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for r in (True, False):
    for k in ('count', 'index', 'remove', '__contains__'):
        for act in ('append', 'clear', 'rotate', 'pop'):
            d = deque([1, 2, 3])
            tryit(lambda: getattr(d, k)(Meddler(lambda: getattr(d, act)(*([7] if act == 'append' else [])), r)))
            print(k, act, r, d)
# A defaultdict inside itself.
from collections import defaultdict
d = defaultdict(list); d['a'] = d; d['b'].append(d); print(d)
d = defaultdict(dict); d['x']['y'] = d; print(d)
d = defaultdict(None); d[1] = [d]; print(d)
