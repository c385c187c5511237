import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eslint, lintPlanted } from './planted-files.mjs';

const DOMAIN_FILE = 'backend/src/claim-engine/domain/decide.ts';
const BACKEND_FILE = 'backend/src/shows/planted.ts';

const IMPURE = [
  ['reads the clock', 'export const at = (): number => Date.now();'],
  ['creates a date for the current time', 'export const at = (): Date => new Date();'],
  ['formats the current time', 'export const at = (): string => Date();'],
  ['uses random numbers', 'export const winner = (n: number): number => Math.floor(Math.random() * n);'],
  ['is an async function', 'export async function decide(): Promise<void> { return; }'],
  ['is an async arrow function', 'export const decide = async () => 1;'],
  ['creates a promise', 'export const decide = () => Promise.resolve(1);'],
  ['reads the environment', "export const words = (): string => process.env['WORDS'] ?? 'sold';"],
  ['makes a network request', "export const ask = () => fetch('https://example.org');"],
  ['creates an id', 'export const id = (): string => crypto.randomUUID();'],
  ['measures time', 'export const at = (): number => performance.now();'],
  ['waits', 'export const later = (f: () => void) => setTimeout(f, 10);'],
  ['prints to the console', 'export const say = (): void => console.log(1);'],
  ['loads a module while deciding', "export const load = () => import('./words');"],
  [
    'has a decorator',
    'export const Plain = (c: unknown): void => void c;\n@Plain\nexport class Decision { unit = 1; }',
  ],
];

for (const [impurity, text] of IMPURE) {
  test(`Lint rejects domain code that ${impurity}.`, async () => {
    const found = await lintPlanted(text, DOMAIN_FILE);
    assert.ok(
      found.some(({ message }) => message.includes('Domain code')),
      JSON.stringify(found),
    );
  });
}

test('Lint accepts pure domain code, even if it formats a claim time.', async () => {
  const text = [
    'export function secondOf(claimTime: number): string {',
    '  return new Date(claimTime).toISOString().slice(0, 19);',
    '}',
    'export const first = (times: readonly number[]): number => Math.min(...times);',
    '',
  ].join('\n');
  assert.deepEqual(await lintPlanted(text, DOMAIN_FILE), []);
});

test('Code outside the pure domain may read the clock.', async () => {
  assert.deepEqual(
    await lintPlanted('export const now = (): number => Date.now();\n', 'backend/src/kernel/clock.ts'),
    [],
  );
});

/** Code that `no-restricted-syntax` rejects. */
const RESTRICTED_SYNTAX = [
  ['a focused test', "it.only('claims', () => undefined);", 'backend/src/shows/planted.spec.ts'],
  ['a skipped suite', "describe.skip('claims', () => undefined);", 'backend/src/shows/planted.db-spec.ts'],
  ['a disabled test', "xit('claims', () => undefined);", 'frontend/src/app/planted.spec.ts'],
  ['a class in contracts', 'export class Claim { unit = 1; }', 'contracts/src/planted.ts'],
  [
    'a transaction begun outside the kernel',
    'export const run = (d: { createQueryRunner(): void }): void => d.createQueryRunner();',
  ],
  [
    'a constructor with seven parameters',
    'export class A { constructor(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1) { void [a, b, c, d, e, f, g]; } }',
  ],
  ['a spread object literal', 'export const a = (x: 1, y: 2) => ({ ...{ x, y } });'],
  ['work whose failure is not reported', 'export const go = (f: () => Promise<void>) => { void f(); };'],
  ['a setInterval call', 'export const t = setInterval(() => undefined, 5);'],
  [
    'a timer whose failure is not reported',
    'export const t = (f: () => Promise<void>) => setTimeout(() => void f(), 5);',
  ],
  ...['baskets', 'shows'].map((folder) => [
    `a button in ${folder}/ that closes a dialog with an empty string`,
    '<button type="button" mat-dialog-close i18n="@@x.cancel">Cancel</button>',
    `frontend/src/app/${folder}/planted.html`,
  ]),
];

const CODE_RULES = [
  ['the type any', '@typescript-eslint/no-explicit-any', 'export const x = (y: any): unknown => y;'],
  [
    'a silenced type error',
    '@typescript-eslint/ban-ts-comment',
    '// @ts-expect-error wrong on purpose\nexport const x: number = "1";',
  ],
  ['console.log in the backend', 'no-console', 'console.log(1);'],
  ['a file of more than 300 lines', 'max-lines', 'export {};\n'.repeat(301)],
  [
    'a click handler without a keyboard handler',
    '@angular-eslint/template/click-events-have-key-events',
    '<div (click)="go()">Go</div>',
    'frontend/src/app/planted.html',
  ],
  [
    'an image without a text alternative in an inline template',
    '@angular-eslint/template/alt-text',
    `import { Component } from '@angular/core';
@Component({ selector: 'x-y', template: '<img src="/logo.svg" />' })
export class Planted {}`,
    'frontend/src/app/planted.ts',
  ],
  [
    'an image without a text alternative',
    '@angular-eslint/template/alt-text',
    '<img src="/logo.svg" />',
    'frontend/src/app/planted.html',
  ],
  ...RESTRICTED_SYNTAX.map(([fault, text, filePath]) => [fault, 'no-restricted-syntax', text, filePath]),
];

for (const [fault, rule, text, filePath = BACKEND_FILE] of CODE_RULES) {
  test(`Lint rejects ${fault}.`, async () => {
    const found = await lintPlanted(text, filePath);
    assert.ok(
      found.some(({ ruleId, severity }) => ruleId === rule && severity === 2),
      JSON.stringify(found),
    );
  });
}

test('A comment cannot disable a lint rule.', async () => {
  const found = await lintPlanted('/* eslint-disable */\nconsole.log(1);\n', BACKEND_FILE);
  assert.ok(found.some(({ ruleId }) => ruleId === 'no-console'));
});

test('Every lint rule is an error, not a warning.', async () => {
  for (const path of [
    DOMAIN_FILE,
    'frontend/src/app/planted.ts',
    'frontend/src/app/planted.html',
    'contracts/src/planted.ts',
    'tools/planted.mjs',
  ]) {
    const { rules } = await eslint.calculateConfigForFile(path);
    const warnings = Object.entries(rules).filter(([, setting]) =>
      [1, 'warn'].includes(Array.isArray(setting) ? setting[0] : setting),
    );
    assert.deepEqual(warnings, [], path);
  }
});
