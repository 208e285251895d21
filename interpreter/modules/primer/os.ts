// Module os: its names and os.path. What asks the operating system is refused by name. https://docs.python.org/3.11/library/os.html
import { primerModule } from './declare.ts';

export const os = primerModule(
  'os',
  String.raw`
import posixpath as path

__all__ = ['path', 'sep', 'linesep', 'name', 'curdir', 'pardir', 'extsep', 'pathsep', 'altsep', 'error', 'devnull']

name = 'posix'
linesep = '\n'
devnull = '/dev/null'
error = OSError
curdir = path.curdir
pardir = path.pardir
extsep = path.extsep
sep = path.sep
pathsep = path.pathsep
altsep = path.altsep
`,
);
