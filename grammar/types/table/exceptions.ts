// The table of builtins: exceptions and what each derives from. Source: the Python 3.11 library reference,
// "Built-in Exceptions".

export const EXCEPTIONS = `
class BaseException
__new__: (*args: object) -> Self
args: tuple[Any, ...]
add_note: (note: str, /) -> None
with_traceback: (tb: object, /) -> Self
__cause__: BaseException | None
__context__: BaseException | None

class Exception < BaseException
class ArithmeticError < Exception
class FloatingPointError < ArithmeticError
class OverflowError < ArithmeticError
class ZeroDivisionError < ArithmeticError
class AssertionError < Exception
class AttributeError < Exception
__new__: (*args: object, name: str = '', obj: object = None) -> Self
name: Any
obj: Any
class BufferError < Exception
class EOFError < Exception
class ImportError < Exception
class ModuleNotFoundError < ImportError
class LookupError < Exception
class IndexError < LookupError
class KeyError < LookupError
class MemoryError < Exception
class NameError < Exception
__new__: (*args: object, name: str = '') -> Self
name: Any
class UnboundLocalError < NameError
class OSError < Exception
errno: Any
strerror: Any
filename: Any
class BlockingIOError < OSError
class ChildProcessError < OSError
class ConnectionError < OSError
class BrokenPipeError < ConnectionError
class ConnectionAbortedError < ConnectionError
class ConnectionRefusedError < ConnectionError
class ConnectionResetError < ConnectionError
class FileExistsError < OSError
class FileNotFoundError < OSError
class InterruptedError < OSError
class IsADirectoryError < OSError
class NotADirectoryError < OSError
class PermissionError < OSError
class ProcessLookupError < OSError
class TimeoutError < OSError
class ReferenceError < Exception
class RuntimeError < Exception
class NotImplementedError < RuntimeError
class RecursionError < RuntimeError
class StopAsyncIteration < Exception
class StopIteration < Exception
value: Any
class SyntaxError < Exception
msg: Any
class IndentationError < SyntaxError
class TabError < IndentationError
class SystemError < Exception
class TypeError < Exception
class ValueError < Exception
class UnicodeError < ValueError
class UnicodeDecodeError < UnicodeError
__new__: (encoding: str, object: bytes, start: int, end: int, reason: str, /) -> Self
class UnicodeEncodeError < UnicodeError
__new__: (encoding: str, object: str, start: int, end: int, reason: str, /) -> Self
class UnicodeTranslateError < UnicodeError
__new__: (object: str, start: int, end: int, reason: str, /) -> Self
class Warning < Exception
class BytesWarning < Warning
class DeprecationWarning < Warning
class EncodingWarning < Warning
class FutureWarning < Warning
class ImportWarning < Warning
class PendingDeprecationWarning < Warning
class ResourceWarning < Warning
class RuntimeWarning < Warning
class SyntaxWarning < Warning
class UnicodeWarning < Warning
class UserWarning < Warning
class GeneratorExit < BaseException
class KeyboardInterrupt < BaseException
class SystemExit < BaseException
code: Any
`;
