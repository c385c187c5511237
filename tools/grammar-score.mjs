// `npm run grammar:score [-- file]`: how the grammar reads a file of comments whose meaning is known. Fails when it would hand an item to
// somebody who did not ask for it, the one mistake that an operator cannot undo unnoticed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { refuseOldNode } from './workspace/node-version.mjs';

refuseOldNode();
const { prepareWorkspace } = await import('./workspace/prepare.mjs');
const { inWorkspace } = await import('./workspace/root.mjs');
const { orFail } = await import('./workspace/run.mjs');

/** @typedef {{ act: string, item: string, qty?: number, variant?: string }} Action */
/** @typedef {{ text: string, expect: { route: string, actions?: Action[], word?: string | string[], pass_word?: string | string[] } }} Row */

await orFail(prepareWorkspace());
const grammar = createRequire(import.meta.url)(inWorkspace('backend', 'dist', 'claim-engine', 'domain', 'grammar', 'index.js'));
const fixtures = inWorkspace('backend', 'src', 'claim-engine', 'domain', 'grammar', 'fixtures');
const asked = process.argv.slice(2).map((file) => path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file));
const files = asked.length > 0 ? asked : ['comments.dev.jsonl', 'comments.own.jsonl'].map((name) => path.join(fixtures, name));

/** @param {Action[]} actions */
const inWords = (actions) =>
  actions
    .map(
      ({ act, item, qty, variant }) =>
        `${act} ${item}${act === 'claim' ? ` ×${qty ?? 1}` : ''}${variant === undefined ? '' : ` ${variant}`}`,
    )
    .join(', ');

let harmful = 0;
for (const file of files) {
  /** @type {Row[]} */
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  let right = 0;
  let falseClaims = 0;
  let wrongItems = 0;
  for (const { text, expect } of rows) {
    const words = grammar.compileWords({ claimWords: [expect.word ?? 'sold'].flat(), passWords: [expect.pass_word ?? 'pass'].flat() });
    /** @type {{ route: string, intents: Action[] }} */
    const { route, intents } = grammar.parseComment(text, words, new Set());
    const wanted = expect.actions ?? intents;
    if (route === expect.route && inWords(intents) === inWords(wanted)) {
      right += 1;
      continue;
    }
    const claimed = route === 'auto' ? intents.filter(({ act }) => act === 'claim') : [];
    const isFalse = claimed.length > 0 && (expect.route !== 'auto' || !wanted.some(({ act }) => act === 'claim'));
    const isWrong = !isFalse && claimed.some(({ item }) => !wanted.some((action) => action.item === item));
    if (isFalse) falseClaims += 1;
    if (isWrong) wrongItems += 1;
    const mark = isFalse ? 'FALSE CLAIM ' : isWrong ? 'WRONG ITEM ' : '';
    console.log(`  ${mark}${JSON.stringify(text)}: expected ${expect.route} [${inWords(wanted)}], read as ${route} [${inWords(intents)}]`);
  }
  harmful += falseClaims + wrongItems;
  console.log(`${path.basename(file)}: ${right} of ${rows.length} right, ${wrongItems} wrong items, ${falseClaims} false claims`);
}
process.exit(harmful === 0 ? 0 : 1);
