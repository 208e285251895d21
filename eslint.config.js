// Lint rules. Type-aware ones are on because an unhandled node kind or a lost
// promise is exactly the sort of bug this project must not have.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '**/*.js', '**/*.d.ts'] },
  ...tseslint.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A switch names every case or has a `default:` that means all others: `typeof` has words that no Python value
      // gives, and a pass over the tree may care for few of its nodes.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `!= null` is the one short way to say "neither null nor undefined".
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // Values are told apart by `typeof`. The compiler knows which of its words a value can have and demands that each
    // returns; this rule would have the impossible ones named too.
    files: ['interpreter/values/**', 'interpreter/trace/hash.ts', 'interpreter/modules/json-encoder.ts'],
    rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off' },
  },
  {
    files: ['bench/**', 'test/**', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
);
