import queue
from queue import PriorityQueue, Empty
class T:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
q = PriorityQueue()
for i in [3,1,2]: q.put(T(i))
while not q.empty(): print(q.get().n)
try:
    q.get_nowait()
except Empty as e:
    print(repr(e), type(e))
q = queue.Queue(2); q.put(1); q.put(2); print(q.full(), q.qsize(), list(q.queue))
try: q.put(3, block=False)
except queue.Full: print('full')
class S(queue.Queue):
    def _put(self, x): super()._put(x*2)
s=S(); s.put(4); print(s.get())
try: queue.Queue(1,2,3)
except TypeError as e: print(e)
print(queue.Queue, S.__mro__)
