# Closures and what hangs on functions and objects without being used much.
def outer(b, a):
    c = 3
    def inner():
        return a + b
    def late():
        return missing
    for step in range(2):
        if step:
            missing = 1
        else:
            try:
                late.__closure__[0].cell_contents
            except ValueError as error:
                print(error)
    print(late.__closure__[0].cell_contents)
    return inner
print([cell.cell_contents for cell in outer(1, 2).__closure__], outer.__closure__, (lambda: 0).__closure__)
class Bound:
    def __init__(self, func):
        self.func = func
    def __get__(self, instance, owner=None):
        return self.func.__get__(instance, owner)
class C:
    @Bound
    def name(self):
        return type(self).__name__
    def __sizeof__(self):
        return 5
    def __reduce__(self):
        return (C, ())
print(C().name(), C.name(C()), C().__sizeof__(), C().__reduce__()[1], len.__name__, [1].append.__self__)
print(all(hasattr(outer, name) for name in ('__closure__', '__get__')))
import copy
class D:
    def __init__(self): self.x = [1]
d = copy.deepcopy(D()); print(d.x, copy.copy(d).x)
print(super(C, C()).__init__ is not None)
