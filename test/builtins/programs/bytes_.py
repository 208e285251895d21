for b in (b'', b'hello World', b'ABC', b'a\tb\tc', b'-42', b'Title Case', b'x=y=z', b'\xff\x00a'):
    print(b.capitalize(), b.title(), b.center(9), b.center(8, b'*'), b.ljust(6, b'.'), b.rjust(12), b.zfill(6), b.expandtabs(4), b.islower(), b.isupper(), b.istitle(), b.partition(b'='), b.rpartition(b'='), b.removeprefix(b'A'), b.removesuffix(b'd'), b.translate(None, b'ao'), b.translate(bytes.maketrans(b'abc', b'xyz')))
for f in (lambda: b'a'.center(5, b'ab'), lambda: b'a'.center(5, 'a'), lambda: b'a'.partition(''), lambda: b'a'.partition(b''), lambda: bytes.maketrans(b'a', b''), lambda: b'a'.translate(b'a'), lambda: (5).__abs__(), lambda: (-5).__abs__(), lambda: (-2.5).__abs__(), lambda: (7).__divmod__(2), lambda: (7).__divmod__(2.0), lambda: (7.5).__divmod__(2), lambda: (2).__rdivmod__(7), lambda: range(3).__bool__(), lambda: True.__abs__()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
