# Statements over several lines, so that the order of executed lines is put to the test.
def twice(function):
    return lambda *args: function(*args) * 2

@twice
@twice
def add(
    a: int,
    b: int = 1,
) -> int:
    """Adds."""
    return (
        a +
        b
    )

print(
    add(1),
    add(
        2,
        3,
    ),
)
text = ('a'
        .upper()
        .lower()
        .center(
            5,
            '*'))
print(text)
values = [
    1,
    2 if text
    else 3,
    len([
        4,
        5,
    ]),
]
if (values and
        len(values) == 3 and
        values[0]):
    print('all')
table = {
    'a': 1,
    'b': [x
          for x in values
          if x > 1],
}
assert (table
        ['a'] == 1), 'no'

@twice
def doc():
    "only a docstring"
    return 1

def only_doc():
    """Nothing else."""

def only_pass():
    pass

class Late(
    object,
):
    """Doc."""

    a = 1
    b: int = (
        2
    )

    def m(self): return self.a

only_doc(); only_pass()
print(doc(), Late().m())
total = 0
for i, (j, k) in enumerate(
        [(1, 2),
         (3, 4)]):
    total += (i +
              j +
              k)
while (total >
       10):
    total -= 10
print(total, f'{total}'
      f'{total + 1}')
x = (yield_ := 3) if total else \
    4
try: x = 1 // 0
except ZeroDivisionError: x = 5
finally: x += 1
if x == 6: print('six')
elif x == 7: print('seven')
else: print('else')
lambda: (
    1)
print((lambda
       y: y +
       1)(2))
def generator():
    for n in (1, 2):
        if n == 2:
            return
        yield (
            n)
print(list(generator()))
global_name = [0
               for _ in range(2)]; del global_name
def early(n):
    if n:
        return
    while n < 2:
        n += 1
        if n == 1:
            continue
        for q in range(n):
            if q:
                break
        else:
            return 'x'
    return n
early(1); early(0)

# expect:
# 8 20
# **a**
# all
# 2 1
# 1 12
# six
# 3
# [1]
# lines 184 e35f5813
