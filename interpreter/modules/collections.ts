// Module collections; each of its containers has a file of its own.
// https://docs.python.org/3.11/library/collections.html
import { dequeClass } from '../values/deque.ts';
import { collectionsAbc } from './abstract-classes.ts';
import { chainMapClass } from './chain-map.ts';
import { counterClass } from './counter.ts';
import { defaultdictClass } from './default-dict.ts';
import { defineModule } from './define.ts';
import './deque.ts';
import { namedtuple } from './named-tuple.ts';
import { orderedDictClass } from './ordered-dict.ts';

export const collections = defineModule('collections', (module) => {
  module.classes(chainMapClass, counterClass, defaultdictClass, dequeClass, orderedDictClass);
  module.function(
    'namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)',
    namedtuple,
    'python',
  );
  module.value('abc', collectionsAbc);
  module.primer('UserDict', '_lockstep_user');
  module.primer('UserList', '_lockstep_user');
  module.outside('UserString');
});
