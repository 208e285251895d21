// Modules of CPython's library that Primer has not: they can be imported, as many programs do without need, and each
// use of what they hold is refused by name. A module that is neither here nor among ours is refused when imported.
import { constructor, method } from '../builtins/declare.ts';
import type { Runtime } from '../runtime.ts';
import { RICH_COMPARISON } from '../values/compare.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { PyModule } from '../values/module.ts';
import { registerClass } from '../values/type-of.ts';
import { libraryClass } from './define.ts';

const outsideClass = libraryClass('builtins', 'outside');

/** Something that Primer has not, taken from a module by name. */
export class PyOutside extends HeapObject {
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
}
registerClass(PyOutside, outsideClass);

constructor(outsideClass, 'outside(*args, **kwargs)', (rt: Runtime) => rt.unsupported('such a class'));

const refuse = (rt: Runtime, self: PyOutside): Value => rt.unsupported(self.name);
for (const name of [
  ...['__call__', '__getattr__', '__setattr__', '__getitem__', '__iter__', '__len__', '__bool__', '__hash__'],
  ...['__repr__', '__str__', '__format__', '__enter__', '__exit__', '__contains__', '__instancecheck__'],
  ...['__or__', '__ror__', '__and__', '__add__', '__radd__', '__sub__', '__mul__', '__truediv__', '__next__'],
  ...['__get__', '__set_name__', '__subclasscheck__'],
  ...Object.values(RICH_COMPARISON).map((comparison) => comparison.method),
])
  method(outsideClass, `${name}(*args, **kwargs)`, refuse);

const NAMES =
  '__future__ ast asyncio atexit bz2 cProfile cgi cmd code codecs concurrent concurrent.futures configparser copyreg ' +
  'csv ctypes curses dis email errno faulthandler fcntl fileinput filecmp ftplib gc getopt ' +
  'getpass gettext glob graphlib gzip hmac html html.parser http http.client http.server imaplib imp importlib ' +
  'ipaddress linecache locale lzma mailbox marshal mimetypes mmap multiprocessing netrc optparse pathlib ' +
  'pdb pickle pickletools pkgutil platform plistlib poplib profile pstats pty pwd readline reprlib resource rlcompleter ' +
  'sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat ' +
  'stringprep struct subprocess symtable syslog tarfile tempfile termios timeit tkinter token tokenize tomllib trace ' +
  'tracemalloc tty turtle unittest.mock urllib urllib.error urllib.parse urllib.request uuid ' +
  'venv wave weakref webbrowser xml xml.etree xml.etree.ElementTree xmlrpc zipfile zipimport zoneinfo';

const outside: ReadonlyMap<string, PyModule> = new Map(
  NAMES.split(' ').map((name) => [name, new PyModule(name, new Map([['__name__', name]]))]),
);

/** The module `name` of those that Primer has not, or undefined. */
export function outsideModule(name: string): PyModule | undefined {
  return outside.get(name);
}

/** Whether `module` is one of them. */
export function isOutside(module: PyModule): boolean {
  return outside.get(module.name) === module;
}
