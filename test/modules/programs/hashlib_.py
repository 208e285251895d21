import hashlib
for n in ['md5','sha1','sha224','sha256','sha384','sha512','sha3_224','sha3_256','sha3_384','sha3_512','blake2b','blake2s']:
    h = getattr(hashlib, n)
    for d in (b'', b'abc', b'x'*63, b'y'*64, b'z'*200, 'héllo'.encode()):
        print(n, h(d).hexdigest())
    k = h(); k.update(b'ab'); c = k.copy(); k.update(b'c'); print(k.hexdigest() == h(b'abc').hexdigest(), c.hexdigest(), k.name, k.digest_size, k.block_size, k.digest()[:4])
print(hashlib.new('sha256', b'q').hexdigest(), hashlib.new('md5').hexdigest(), hashlib.md5(b'a', usedforsecurity=False).hexdigest())
for f in (lambda: hashlib.md5('abc'), lambda: hashlib.sha256(3), lambda: hashlib.new('nope'), lambda: hashlib.md5(b'a').update('x')):
    try: f()
    except Exception as e: print(type(e).__name__, e)
