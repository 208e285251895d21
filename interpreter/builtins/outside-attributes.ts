// Attributes that CPython's builtin classes have and ours have not: their use is refused by name, where an
// AttributeError would be a wrong answer.
import {
  builtinFunctionClass,
  bytesClass,
  classmethodClass,
  complexClass,
  exceptionClasses,
  floatClass,
  functionClass,
  generatorClass,
  intClass,
  moduleClass,
  objectClass,
  propertyClass,
  staticmethodClass,
  strClass,
  superClass,
  typeClass,
} from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import type { PyGenerator } from '../values/function.ts';
import type { Runtime } from '../runtime.ts';
import { classMethod, method, nativeProperty } from './declare.ts';

/** Has uses of `names` of the objects of `cls` refused. */
export function outsideAttributes(cls: PyClass, names: string): void {
  for (const name of names.split(' '))
    nativeProperty(cls, name, (rt) => rt.unsupported(`${cls.name}.${name}`));
}

for (const name of ['__name__', '__qualname__'] as const)
  nativeProperty(generatorClass, name, (_rt, self: PyGenerator) => {
    const { code } = self.func;
    return name === '__name__' ? code.name : code.qualname;
  });
// Methods that every object has may be looked at, as by who goes through `dir()`, but not called.
for (const name of ['__getstate__', '__reduce__', '__reduce_ex__', '__sizeof__'])
  method(objectClass, `${name}(*args, **kwargs)`, (rt: Runtime) => rt.unsupported(`object.${name}`));
classMethod(objectClass, '__subclasshook__(*args, **kwargs)', (rt: Runtime) =>
  rt.unsupported('object.__subclasshook__'),
);
outsideAttributes(
  typeClass,
  '__basicsize__ __dictoffset__ __flags__ __itemsize__ __text_signature__ __weakrefoffset__',
);
outsideAttributes(functionClass, '__builtins__ __globals__');
outsideAttributes(builtinFunctionClass, '__text_signature__');
for (const cls of [intClass, floatClass, complexClass, strClass, bytesClass])
  outsideAttributes(cls, '__getnewargs__');
outsideAttributes(exceptionClasses.BaseException, '__setstate__');
outsideAttributes(superClass, '__self__ __self_class__ __thisclass__');
outsideAttributes(moduleClass, '__all__ __file__ __loader__ __package__ __path__ __spec__');
outsideAttributes(classmethodClass, '__isabstractmethod__');
outsideAttributes(generatorClass, 'gi_code gi_frame gi_running gi_suspended gi_yieldfrom');
outsideAttributes(propertyClass, '__isabstractmethod__');
outsideAttributes(staticmethodClass, '__isabstractmethod__');
outsideAttributes(exceptionClasses.OSError, 'characters_written filename2');
outsideAttributes(exceptionClasses.ImportError, 'msg');
outsideAttributes(
  exceptionClasses.SyntaxError,
  'end_lineno end_offset filename lineno offset print_file_and_line text',
);
