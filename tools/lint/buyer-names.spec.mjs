import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintPlanted } from './planted-files.mjs';

/** @param {string} text @param {string} filePath */
async function isRefused(text, filePath) {
  const findings = await lintPlanted(`${text}\n`, filePath);
  return findings.some(({ ruleId, severity }) => ruleId === 'buyers/use-buyer-name' && severity === 2);
}

const CODE = 'frontend/src/app/console/planted.ts';
const TEMPLATE = 'frontend/src/app/console/planted.html';
const component = (/** @type {string} */ template) =>
  `import { Component } from '@angular/core';\n@Component({ selector: 'x-y', template: '${template}' })\nexport class Planted {}`;

const FAULTS = [
  ['an interpolation in a template', '<b>{{ claim.buyer.handle }}</b>', TEMPLATE],
  ['an interpolation with optional chaining', '<b>{{ claim()?.buyer?.handle }}</b>', TEMPLATE],
  ['a template attribute', '<b [title]="row.handle"></b>', TEMPLATE],
  ['an inline template', component('<b>{{ buyer.handle }}</b>'), CODE],
  [
    'a translated text',
    'export const text = (buyer: { handle: string }) => $localize`:@@x:${buyer.handle}:buyer: won`;',
    CODE,
  ],
  [
    'a destructured claim',
    'export const text = (claim: Claim) => { const { handle } = claim.buyer; return handle; };',
    CODE,
  ],
  ['a destructured parameter', 'export const text = ({ handle }: Buyer): string => handle;', CODE],
];

for (const [fault, text, filePath] of FAULTS) {
  test(`Lint rejects a buyer's handle in ${fault}.`, async () => {
    assert.equal(await isRefused(text, filePath), true);
  });
}

test("Lint accepts a buyer's name, a form control called handle, and a handle in a request to the server.", async () => {
  const allowed =
    '<b>{{ nameOf(claim.buyer) }}</b><app-handle [of]="claim.buyer" /><input [formControl]="handle" />';
  assert.equal(await isRefused(allowed, TEMPLATE), false);
  assert.equal(
    await isRefused('export class Dialog { handle = 1; send(): number { return this.handle; } }', CODE),
    false,
  );
  const request = 'export const request = ({ handle }: Buyer) => ({ userHandle: handle });';
  assert.equal(await isRefused(request, 'frontend/src/app/api/planted.ts'), false);
});
