// `npm run grammar:score [-- file]`: counts, by language, how many comments with a known meaning the grammar
// understands correctly. Fails if the grammar would act, without an operator, on an item, a quantity, or a
// size that the viewer did not ask for, because no operator would notice that mistake in time.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beginProgram } from './workspace/begin-program.mjs';

beginProgram();
const { prepareWorkspace } = await import('./workspace/prepare.mjs');
const { inWorkspace } = await import('./workspace/root.mjs');
const { orExit } = await import('./workspace/run.mjs');

/** @typedef {{ act: string, item: string, qty?: number, variant?: string }} Action */
/**
 * @typedef {{ route: string, actions?: Action[], word?: string | string[], pass_word?: string | string[] }}
 * Expectation
 */
/** @typedef {{ text: string, lang: string, expect: Expectation, items?: string[] }} Row */
/** @typedef {'false claim' | 'wrong item' | 'wrong quantity or size'} Harm */

await orExit(prepareWorkspace());
const grammar = createRequire(import.meta.url)(
  inWorkspace('backend', 'dist', 'claim-engine', 'domain', 'grammar', 'index.js'),
);
const fixtures = inWorkspace('backend', 'src', 'claim-engine', 'domain', 'grammar', 'fixtures');
const requestedFiles = process.argv
  .slice(2)
  .map((file) => path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file));
/** The files with the highest numbers first. The adversarial comments have a test of their own. */
const defaultFiles = readdirSync(fixtures)
  .filter((name) => name.endsWith('.jsonl') && name !== 'comments.adversarial.jsonl')
  .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
const files =
  requestedFiles.length > 0 ? requestedFiles : defaultFiles.map((name) => path.join(fixtures, name));

/**
 * Returns the grammar's name for a variant, so that `medium` and `M` are treated as the same.
 * @param {string} variant
 * @param {Expectation} expect
 */
function variantOf(variant, expect) {
  const word = [expect.word ?? 'sold'].flat()[0];
  // A bare number could be another item.
  const words = variant.replaceAll(/(?<!\S)(?=\d|[SML]\/)/gu, 'size ');
  const claim = word === '+' ? `${PROBE_ITEM}+1 ${words}` : `${word} ${PROBE_ITEM} ${words}`;
  const { intents } = grammar.parseComment(claim, wordsOf(expect), new Set([PROBE_ITEM]));
  return intents[0]?.variant ?? variant;
}

/**
 * @param {Action[]} actions
 * @param {Expectation} expect
 * @param {Action[]} intents the intents that the grammar understood
 * @returns {Action[]}
 */
const withVariants = (actions, expect, intents) =>
  actions.map((action) =>
    action.variant === undefined || intents.some(({ variant }) => variant === action.variant)
      ? action
      : { ...action, variant: variantOf(action.variant, expect) },
  );

/** @param {Action} action */
const inWords = ({ act, item, qty, variant }) =>
  `${act} ${item}${act === 'claim' ? ` ×${qty ?? 1}` : ''}${variant === undefined ? '' : ` ${variant}`}`;

/** @param {Action[]} actions */
const allInWords = (actions) => actions.map(inWords).join(', ');

/**
 * The harm done by intents that differ from the viewer's intention, or null if there is none: an operator
 * sees the comment before anything happens, or the viewer intended every act.
 * @param {Action[]} acts the grammar's automatic acts
 * @param {Expectation} expect
 * @returns {Harm | null}
 */
function harmOf(acts, { route, actions = [] }) {
  if (acts.length === 0) return null;
  if (route !== 'auto') return 'false claim';
  const intended = actions.map(({ act, item }) => `${act} ${item}`);
  if (acts.some(({ act, item }) => !intended.includes(`${act} ${item}`))) return 'wrong item';
  return acts.some((act) => !actions.map(inWords).includes(inWords(act))) ? 'wrong quantity or size' : null;
}

/** An item that does not appear in any comment. `variantOf` uses it to query the grammar. */
const PROBE_ITEM = '99999';

/** @type {Map<string, unknown>} */
const compiledWords = new Map();

/** @param {Expectation} expect */
function wordsOf({ word = 'sold', pass_word = 'pass' }) {
  const settings = { claimWords: [word].flat(), passWords: [pass_word].flat() };
  const key = JSON.stringify(settings);
  if (!compiledWords.has(key)) compiledWords.set(key, grammar.compileWords(settings));
  return compiledWords.get(key);
}

class Score {
  rows = 0;
  right = 0;
  autoRows = 0;
  autoRight = 0;
  /** @type {Record<Harm, number>} */
  harms = { 'false claim': 0, 'wrong item': 0, 'wrong quantity or size': 0 };

  /**
   * @param {boolean} auto
   * @param {boolean} right
   * @param {Harm | null} harm
   */
  count(auto, right, harm) {
    this.rows += 1;
    if (right) this.right += 1;
    if (auto) this.autoRows += 1;
    if (auto && right) this.autoRight += 1;
    if (harm) this.harms[harm] += 1;
  }

  /** @param {string} name */
  tableRow(name) {
    const harms = Object.values(this.harms);
    return `| ${[name, this.rows, this.right, this.autoRows, this.autoRight, ...harms].join(' | ')} |`;
  }
}

const HEADINGS = [
  'rows',
  'right',
  'automatic',
  'automatic and right',
  'false claims',
  'wrong items',
  'wrong quantities or sizes',
];
let harmCount = 0;
for (const file of files) {
  /** @type {Row[]} */
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const total = new Score();
  /** @type {Map<string, Score>} */
  const languages = new Map();
  console.log(`\n${path.basename(file)}\n`);
  for (const { text, lang, expect, items = [] } of rows) {
    /** @type {{ route: string, intents: Action[] }} */
    const { route, intents } = grammar.parseComment(text, wordsOf(expect), new Set(items));
    const expected = expect.actions
      ? { ...expect, actions: withVariants(expect.actions, expect, intents) }
      : expect;
    const expectedActions = expected.actions ?? intents;
    const isRight = route === expected.route && allInWords(intents) === allInWords(expectedActions);
    const harm = isRight ? null : harmOf(route === 'auto' ? intents : [], expected);
    const language = languages.get(lang) ?? new Score();
    languages.set(lang, language);
    for (const score of [total, language]) score.count(expected.route === 'auto', isRight, harm);
    if (isRight) continue;
    const mark = harm ? `${harm.toUpperCase()} ` : '';
    console.log(
      `- ${mark}${JSON.stringify(text)}: expected ${expected.route} [${allInWords(expectedActions)}], read as ${route} [${allInWords(intents)}]`,
    );
  }
  console.log(`\n| language | ${HEADINGS.join(' | ')} |\n|${' --- |'.repeat(HEADINGS.length + 1)}`);
  for (const [lang, score] of [...languages].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(score.tableRow(lang));
  }
  console.log(total.tableRow('all'));
  harmCount += Object.values(total.harms).reduce((sum, count) => sum + count, 0);
}
process.exit(harmCount === 0 ? 0 : 1);
