import js from '@eslint/js';
import angular from 'angular-eslint';
import regexp from 'eslint-plugin-regexp';
import buyers from './tools/lint/buyer-names.mjs';
import { PURITY_GLOBALS, PURITY_PROPERTIES, PURITY_SYNTAX } from './tools/lint/purity.mjs';
import {
  DIALOG_RESULTS,
  NO_SILENCED_TESTS,
  PLAIN_FIELDS,
  REPORTED_BACKGROUND_WORK,
  SMALL_CONSTRUCTORS,
  TRANSACTIONS_BEGIN_IN_KERNEL,
} from './tools/lint/restricted-syntax.mjs';
import { translatedTexts } from './tools/lint/translated-texts.mjs';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import words from './tools/lint/words.mjs';

// There are no warnings here, because findings without consequences are noise. Every rule is an error or off.

const SPECS = [
  '**/*.spec.ts',
  '**/*.db-spec.ts',
  'e2e/**/*.ts',
  'backend/test/**/*.ts',
  'simulator/src/testing/**/*.ts',
  'frontend/testing/**/*.ts',
];

const NODE_GLOBALS = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'TextDecoder',
    'TextEncoder',
    'URL',
    'URLSearchParams',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
    'performance',
    'process',
    'queueMicrotask',
    'setImmediate',
    'setInterval',
    'setTimeout',
    'structuredClone',
  ].map((name) => [name, 'readonly']),
);

/**
 * The syntax that is rejected in all code, and `more`. A later entry replaces an earlier one, so every entry
 * repeats the shared syntax.
 */
const restrictedSyntax = (...more) => ({
  'no-restricted-syntax': ['error', ...NO_SILENCED_TESTS, ...SMALL_CONSTRUCTORS, ...PLAIN_FIELDS, ...more],
});

/** Rules for JavaScript and TypeScript. */
const SHARED_RULES = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  curly: ['error', 'multi-line'],
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  ...restrictedSyntax(),
  'object-shorthand': 'error',
  'prefer-const': 'error',
};

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    '**/dist/',
    '**/coverage/',
    '**/.angular/',
    '.nx/',
    'data/',
    '**/test-results/',
    '**/playwright-report/',
    '**/*.d.ts',
  ]),
  // A comment that disables a rule is easily missed in review. Exceptions are listed here, with their
  // reasons.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },

  {
    name: 'sellary/tools',
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [js.configs.recommended],
    languageOptions: { globals: NODE_GLOBALS },
    rules: { ...SHARED_RULES, 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    name: 'sellary/tools-commonjs',
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly', __filename: 'readonly' },
    },
  },

  {
    name: 'sellary/typescript',
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strict, tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...SHARED_RULES,
      'no-console': 'error',
      // @ts-expect-error is banned too, because a type error must be fixed in the types, not silenced.
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      // The build drops type imports, so every other import loads a module. The rule itself skips files with
      // dependency injection, because they need their constructor parameter types at run time.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // A new status, outcome, or ledger type must break the build at every `switch` that covers them all.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Angular's validators are static methods that are meant to be passed as values.
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      // `ErrorCode | string` documents the known values of a field that may also contain others.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Platform interfaces are async by contract, even if one implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    name: 'sellary/regular-expressions-end-quickly',
    files: ['{backend,contracts,extension-kit,extensions,simulator}/**/*.ts'],
    plugins: { regexp },
    // A pattern that backtracks for long lets a single request stop the process.
    rules: { 'regexp/no-super-linear-backtracking': 'error' },
  },
  {
    name: 'sellary/limits-have-standard-names',
    files: ['**/*.ts'],
    plugins: { words },
    rules: { 'words/standard-limits': 'error' },
  },
  {
    name: 'sellary/plain-words',
    files: ['**/*.ts', '**/*.mjs', '**/*.cjs'],
    plugins: { words },
    rules: {
      'words/docstring-opening': 'error',
      'words/searchable-names': 'error',
      'words/plain-words': 'error',
    },
  },
  {
    // A pack is named after its language code, and Italian's is `it`.
    name: 'sellary/language-packs',
    files: ['backend/src/claim-engine/domain/grammar/packs/*.ts'],
    rules: { 'words/searchable-names': 'off' },
  },
  {
    name: 'sellary/specs',
    files: SPECS,
    rules: {
      // Test data has short names: `at(5_000)`.
      'words/searchable-names': 'off',
      // HTTP response bodies are untyped until a spec asserts on them, and a spec may index a list that it
      // has just counted.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Playwright reads a fixture's dependencies from the shape of its first parameter, which is `{}` if there
    // are none.
    name: 'sellary/browser-tests',
    files: ['e2e/**/*.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    // Generated by `npm run db:generate` and reviewed as SQL. Their length depends on the schema and is not a
    // design choice.
    name: 'sellary/migrations',
    files: ['**/migrations/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    name: 'sellary/transactions-begin-in-the-kernel',
    files: ['backend/src/**/*.ts'],
    // Command-line programs use a bare connection, because they run without the application.
    ignores: [...SPECS, 'backend/src/kernel/database/**', 'backend/src/cli/**'],
    rules: restrictedSyntax(...TRANSACTIONS_BEGIN_IN_KERNEL, ...REPORTED_BACKGROUND_WORK),
  },
  {
    // The background folder defines inBackground(), runAfter(), and runEvery(), and `main.ts` prints its own
    // failure.
    name: 'sellary/background-work-is-reported-here',
    files: ['backend/src/kernel/background/**/*.ts', 'backend/src/main.ts'],
    rules: restrictedSyntax(...TRANSACTIONS_BEGIN_IN_KERNEL),
  },
  {
    // `node:test` itself awaits the promises that `describe`, `it`, and `test` return.
    name: 'sellary/tests-of-extensions',
    files: ['extensions/**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['describe', 'it', 'test'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  {
    name: 'sellary/domain-is-pure',
    files: ['backend/src/**/domain/**/*.ts', 'extension-kit/src/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      ...restrictedSyntax(...PURITY_SYNTAX),
      'no-restricted-properties': ['error', ...PURITY_PROPERTIES],
      'no-restricted-globals': ['error', ...PURITY_GLOBALS],
    },
  },
  {
    // The server and the console both compile this package, so a class could pull the runtime of one into the
    // other.
    name: 'sellary/contracts-are-shapes',
    files: ['contracts/src/**/*.ts'],
    // Variant lists are entered in the console and sent to the API, and both parse them with the same
    // function. Prices are entered and shown in the console and written to files by the server, so the digits
    // must match. Photo URLs are returned by the server and shown by the console.
    ignores: ['**/*.spec.ts', ...['variants', 'money', 'photos'].map((name) => `contracts/src/${name}.ts`)],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(ClassDeclaration, ClassExpression)',
          message: 'Contracts contain only types and constant lists.',
        },
        { selector: ':function', message: 'Contracts contain only types and constant lists.' },
      ],
    },
  },

  {
    name: 'sellary/console',
    files: ['frontend/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      // If the page itself cannot start, the browser's console is the only place left to report it.
      'no-console': ['error', { allow: ['error'] }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-output-emitter-ref': 'error',
      '@angular-eslint/prefer-host-metadata-property': 'error',
      '@angular-eslint/no-uncalled-signals': 'error',
      '@angular-eslint/use-lifecycle-interface': 'error',
    },
  },
  {
    name: 'sellary/console-templates',
    files: ['frontend/src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/no-any': 'error',
      'no-restricted-syntax': ['error', ...DIALOG_RESULTS],
      '@angular-eslint/template/no-duplicate-attributes': ['error', { allowStylePrecedenceDuplicates: true }],
    },
  },
  {
    // `api/` may read handles, because requests to the server identify a buyer by platform handle.
    name: 'sellary/buyers-are-printed-by-name',
    files: ['frontend/src/app/**/*.ts', 'frontend/src/app/**/*.html'],
    ignores: ['**/*.spec.ts', 'frontend/src/app/api/**', 'frontend/src/app/ui/buyer-name.ts'],
    plugins: { buyers },
    rules: { 'buyers/use-buyer-name': 'error' },
  },
  ...translatedTexts(SPECS, [...NO_SILENCED_TESTS, ...SMALL_CONSTRUCTORS, ...PLAIN_FIELDS]),
);
