import os, os.path, logging, threading, warnings, keyword, base64, binascii, zlib
from os.path import join, splitext
for p in ['/a/b/c.txt', 'a', '', '/', '//x', 'a/b/', '.bashrc', 'a.tar.gz', '../x/./y//z/..', '/a/../..', './.', '...', 'a/.b']:
    print(repr(p), os.path.split(p), os.path.splitext(p), os.path.basename(p), os.path.dirname(p), os.path.normpath(p), os.path.isabs(p), join(p, 'q'), join(p, '/q'), join('z', p, 'w'))
print(os.path.commonprefix(['/usr/lib', '/usr/local']), os.path.commonpath(['/usr/lib', '/usr/local/x']), os.sep, os.linesep, os.path.relpath('/a/b/c', '/a/d'), os.name)
log = logging.getLogger('a.b'); logging.basicConfig(level=logging.DEBUG, format='%(message)s'); log.info('x %s', 1); logging.warning('w'); print(log.isEnabledFor(10), log.getEffectiveLevel(), log, logging.getLevelName(20), logging.getLogger('a.b') is log, logging.getLogger()); log.setLevel('ERROR'); print(log.level, log.isEnabledFor(20), log.name)
l = threading.Lock()
with l: print(l.locked(), l.acquire(False))
print(l.locked(), l.acquire(), l.release())
try: l.release()
except RuntimeError as e: print(e)
r = threading.RLock()
with r:
    with r: print('re')
warnings.warn('careful'); warnings.simplefilter('ignore')
with warnings.catch_warnings(): warnings.warn('x', DeprecationWarning)
print(keyword.iskeyword('for'), keyword.iskeyword('x'), len(keyword.kwlist), keyword.kwlist[:3])
for d in (b'', b'a', b'ab', b'abc', b'hello world!?\xff\xfe', bytes(range(50))):
    e = base64.b64encode(d); print(e, base64.b64decode(e) == d, base64.urlsafe_b64encode(d), base64.b32encode(d), base64.b32decode(base64.b32encode(d)) == d, base64.b16encode(d), base64.b16decode(base64.b16encode(d)) == d, binascii.hexlify(d), zlib.crc32(d), binascii.crc32(d, 5), zlib.adler32(d), base64.encodebytes(d), base64.urlsafe_b64decode(base64.urlsafe_b64encode(d)) == d)
for f in (lambda: base64.b64decode('abc'), lambda: base64.b64decode('a'), lambda: base64.b64decode('YW Jj\n'), lambda: base64.b64decode('YWJj!', validate=True), lambda: base64.b64encode('abc'), lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: base64.b64decode(5), lambda: base64.b32decode('A'), lambda: base64.b16decode('ab'), lambda: binascii.unhexlify('ff00'), lambda: base64.b64decode('YWJjZA=='), lambda: base64.b64decode('YWJjZA')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
