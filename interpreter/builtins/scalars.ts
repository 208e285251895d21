// Loads the declarations of all methods of int, float, complex, bool, str and bytes.
import './bytes-methods.ts';
import './complex-methods.ts';
import './float-methods.ts';
import './int-methods.ts';
import './number-power.ts';
import './str-case.ts';
import './str-format.ts';
import './str-layout.ts';
import './str-search.ts';
import './str-split.ts';
import './str-translate.ts';
import './str-type.ts';
