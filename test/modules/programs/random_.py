import random
for s in [0, 1, 42, -7, 2**70+5, 3.14, 'hello', '', b'bytes', True]:
    random.seed(s)
    print(s, random.random(), random.randint(1, 100), random.randrange(0, 1000, 7), random.getrandbits(5), random.getrandbits(100), random.choice('abcdef'), random.uniform(1, 5))
    l = list(range(20)); random.shuffle(l); print(l)
    print(random.sample(range(100), 5), random.sample('abcdefgh', 8), random.sample(range(10000), 60)[:10], random.sample(['a','b'], counts=[3, 2], k=4))
    print(random.choices([1,2,3], k=5), random.choices('abc', weights=[1, 5, 2], k=5), random.choices('xyz', cum_weights=[1,2,10], k=3))
    print(random.triangular(0, 10, 3), random.triangular(), random.randbytes(5))
r = random.Random(5); st = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(st); print(a == [r.random() for _ in range(3)], a, st[1][:3], len(st[1]))
class R(random.Random):
    def pick(self, x): return self.choice(x)
print(R(3).pick([1,2,3]), R(3).random())
r1 = random.Random('s'); print(r1.randint(0, 9), r1.sample(range(1000), 3))
random.seed(10, version=1); print(random.random()); random.seed('abc', version=1); print(random.random()); random.seed(a=5); print(random.random())
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.sample([1], 2), lambda: random.choices([1], weights=[0]), lambda: random.sample({1,2}, 1), lambda: random.choices([1,2], 3), lambda: random.seed([1]), lambda: random.randrange(1, 5, 0), lambda: random.shuffle((1,2)), lambda: random.randint(1.5, 2), lambda: random.choice({1:2}), lambda: random.randint(1), lambda: random.uniform(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
total = 0
random.seed(123)
for _ in range(3000): total += random.random()
print(total, [random.randint(0, 5) for _ in range(10)])
