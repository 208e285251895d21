// Module hashlib. https://docs.python.org/3.11/library/hashlib.html
// The hash functions themselves are a library's; this is how programs see them.
import { blake2b, blake2s } from '@noble/hashes/blake2';
import { md5, sha1 } from '@noble/hashes/legacy';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3';
import type { Hash } from '@noble/hashes/utils';
import { makeFunction, method, nativeProperty } from '../builtins/declare.ts';
import type { Runtime } from '../runtime.ts';
import { PyBytes } from '../values/bytes.ts';
import { typeError, valueError } from '../values/errors.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { PySet } from '../values/set.ts';
import { registerClass, argumentName } from '../values/type-of.ts';
import { defineModule, libraryClass, type ModuleBuilder } from './define.ts';

interface Algorithm {
  create(): Hash<Hash<never>>;
  readonly outputLen: number;
  readonly blockLen: number;
}

/** By name; those that CPython guarantees everywhere, but the ones of variable length. */
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  blake2b: blake2b as unknown as Algorithm,
  blake2s: blake2s as unknown as Algorithm,
  md5: md5 as unknown as Algorithm,
  sha1: sha1 as unknown as Algorithm,
  sha224: sha224 as unknown as Algorithm,
  sha256: sha256 as unknown as Algorithm,
  sha384: sha384 as unknown as Algorithm,
  sha3_224: sha3_224 as unknown as Algorithm,
  sha3_256: sha3_256 as unknown as Algorithm,
  sha3_384: sha3_384 as unknown as Algorithm,
  sha3_512: sha3_512 as unknown as Algorithm,
  sha512: sha512 as unknown as Algorithm,
};

/** Known to `new` alone, where OpenSSL has them. */
const MORE: Readonly<Record<string, Algorithm>> = {
  sha512_224: sha512_224 as unknown as Algorithm,
  sha512_256: sha512_256 as unknown as Algorithm,
};

const hashClass = libraryClass('_hashlib', 'HASH');

/** A hash that is being fed. */
class PyHash extends HeapObject {
  readonly name: string;
  readonly algorithm: Algorithm;
  readonly state: Hash<Hash<never>>;

  constructor(name: string, algorithm: Algorithm, state: Hash<Hash<never>> = algorithm.create()) {
    super();
    this.name = name;
    this.algorithm = algorithm;
    this.state = state;
  }
}
registerClass(PyHash, hashClass);

function feed(rt: Runtime, hash: PyHash, data: Value): void {
  if (typeof data === 'string') return typeError('Strings must be encoded before hashing');
  if (!(data instanceof PyBytes)) return typeError('object supporting the buffer API required');
  rt.charge(data.data.length);
  hash.state.update(data.data);
}

/** The digest so far; the state goes on. */
const digest = (self: PyHash): Uint8Array => self.state.clone().digest();

method(hashClass, 'update(obj, /)', (rt: Runtime, self: PyHash, data: Value) => {
  feed(rt, self, data);
  return null;
});
method(hashClass, 'digest()', (_rt: Runtime, self: PyHash) => new PyBytes(digest(self)));
method(hashClass, 'hexdigest()', (_rt: Runtime, self: PyHash) =>
  Array.from(digest(self), (byte) => byte.toString(16).padStart(2, '0')).join(''),
);
method(
  hashClass,
  'copy()',
  (_rt: Runtime, self: PyHash) => new PyHash(self.name, self.algorithm, self.state.clone()),
);
nativeProperty(hashClass, 'name', (_rt, self: PyHash) => self.name);
nativeProperty(hashClass, 'digest_size', (_rt, self: PyHash) => self.algorithm.outputLen);
nativeProperty(hashClass, 'block_size', (_rt, self: PyHash) => self.algorithm.blockLen);

function make(rt: Runtime, name: string, algorithm: Algorithm, data: Value): PyHash {
  const hash = new PyHash(name, algorithm);
  if (data !== undefined) feed(rt, hash, data);
  return hash;
}

/** What CPython's blake2b and blake2s can be told, and ours not. */
const BLAKE2_OPTIONS = [
  'digest_size',
  'key',
  'salt',
  'person',
  'fanout',
  'depth',
  'leaf_size',
  'node_offset',
  'node_depth',
  'inner_size',
  'last_node',
  'usedforsecurity',
];

function declareAlgorithms(module: ModuleBuilder): void {
  for (const [name, algorithm] of Object.entries(ALGORITHMS)) {
    const code = (rt: Runtime, data: Value): PyHash => make(rt, name, algorithm, data);
    if (name.startsWith('blake2'))
      module.function(
        `${name}(data?, /, *, ${BLAKE2_OPTIONS.map((option) => `${option}?`).join(', ')})`,
        (rt: Runtime, data: Value, ...options: (Value | undefined)[]) => {
          const given = options.findIndex((option) => option !== undefined);
          return given < 0 ? code(rt, data) : rt.unsupported(`the ${BLAKE2_OPTIONS[given]} of ${name}`);
        },
        'keywords',
      );
    // CPython takes these from OpenSSL, under names that its errors and reprs give
    else {
      const signature = `openssl_${name}(string?, *, usedforsecurity=True)`;
      module.value(name, makeFunction('hashlib', signature, code, 'keywords'));
    }
  }
}

export const hashlib = defineModule('hashlib', (module) => {
  declareAlgorithms(module);
  module.function(
    'new(name, data?, **kwargs)',
    (rt: Runtime, name: Value, data: Value) => {
      if (typeof name !== 'string')
        return typeError(`new() argument 'name' must be str, not ${argumentName(name)}`);
      const known = name.toLowerCase().replace(/^sha-(?=\d)/, 'sha');
      const algorithm = ALGORITHMS[known] ?? MORE[known];
      return algorithm === undefined
        ? valueError(`unsupported hash type ${name}`)
        : make(rt, known, algorithm, data);
    },
    'keywords',
  );
  module.computed('algorithms_guaranteed', (rt) => {
    const names = new PySet();
    for (const name of [...Object.keys(ALGORITHMS), 'shake_128', 'shake_256']) names.add(rt, name);
    return names;
  });
  module.outside('pbkdf2_hmac', 'scrypt', 'shake_128', 'shake_256', 'file_digest', 'algorithms_available');
});
