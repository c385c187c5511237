import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintPlanted } from './planted-files.mjs';

/** @param {string} text @param {string} filePath */
async function printsHandle(text, filePath) {
  const findings = await lintPlanted(`${text}\n`, filePath);
  return findings.some(({ ruleId, severity }) => ruleId === 'buyers/use-buyer-name' && severity === 2);
}

const CODE = 'frontend/src/app/console/planted.ts';
const TEMPLATE = 'frontend/src/app/console/planted.html';
const component = (/** @type {string} */ template) =>
  `import { Component } from '@angular/core';\n@Component({ selector: 'x-y', template: '${template}' })\nexport class Planted {}`;

const FAULTS = [
  ['an interpolation in a template', '<b>{{ claim.buyer.handle }}</b>', TEMPLATE],
  ['an interpolation with ?.', '<b>{{ claim()?.buyer?.handle }}</b>', TEMPLATE],
  ['an attribute of a template', '<b [title]="row.handle"></b>', TEMPLATE],
  ['an inline template', component('<b>{{ buyer.handle }}</b>'), CODE],
  [
    'a translated text',
    'export const said = (buyer: { handle: string }) => $localize`:@@x:${buyer.handle}:buyer: won`;',
    CODE,
  ],
  [
    'a handle taken out of a claim',
    'export const said = (claim: Claim) => { const { handle } = claim.buyer; return handle; };',
    CODE,
  ],
  ['a handle taken out of an argument', 'export const said = ({ handle }: Buyer): string => handle;', CODE],
];

for (const [fault, text, filePath] of FAULTS) {
  test(`The handle of a buyer is refused in ${fault}.`, async () => {
    assert.equal(await printsHandle(text, filePath), true);
  });
}

test('A buyer printed by name passes, as do a form control with the name handle and a request to the server.', async () => {
  const printed =
    '<b>{{ nameOf(claim.buyer) }}</b><app-handle [of]="claim.buyer" /><input [formControl]="handle" />';
  assert.equal(await printsHandle(printed, TEMPLATE), false);
  assert.equal(
    await printsHandle('export class Dialog { handle = 1; send(): number { return this.handle; } }', CODE),
    false,
  );
  const request = 'export const request = ({ handle }: Buyer) => ({ userHandle: handle });';
  assert.equal(await printsHandle(request, 'frontend/src/app/api/planted.ts'), false);
});
