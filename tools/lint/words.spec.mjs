import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintPlanted } from './planted-files.mjs';

const brokenRules = async (text, filePath = 'backend/src/shows/planted.ts') =>
  (await lintPlanted(`${text}\n`, filePath)).map(({ ruleId }) => ruleId);

const FAULTS = {
  'words/standard-limits': [
    ['a limit named MOST_…', 'export const MOST_AT_ONCE = 10;'],
    ['a private limit named LEAST_…', 'const LEAST_STOP_MS = 10;\nexport const stop = LEAST_STOP_MS;'],
  ],
  'words/docstring-opening': [
    ['a docstring that opens with What', '/** What a turn came to. */\nexport const turn = 1;'],
    [
      'a multi-line docstring that opens with Where',
      '/**\n * Where comments go.\n * Resolves after COMMIT.\n */\nexport const sink = 1;',
    ],
    ['a docstring that opens with Whether', '/** Whether it is open. */\nexport const isOpen = true;'],
  ],
  'words/searchable-names': [
    ['an exported function named of', 'export const of = (id: string): string[] => [id];'],
    [
      'a private function named from',
      'function from(id: string): string[] {\n  return [id];\n}\nexport const ids = from;',
    ],
  ],
  'words/plain-words': [
    ['a British spelling in a name', 'export const colourOfChip = 1;'],
    ['a British spelling in a comment', '// The behaviour of a chip.\nexport const chip = 1;'],
    ['e-mail with a hyphen', '// The e-mail of a user.\nexport const key = 1;'],
    ['“somebody” in a comment', '// Somebody may have removed it.\nexport const gone = 1;'],
    ['“nobody” in a comment', '// A timer that nobody ends.\nexport const timer = 1;'],
    ['“whom” in a comment', '/** The buyer whom the line promotes. */\nexport const buyer = 1;'],
    ['“where” in a condition', '/** The row; null where there is none. */\nexport const row = 1;'],
  ],
};

const PRODUCT_FILES = [
  'backend/src/shows/planted.ts',
  'contracts/src/planted.ts',
  'frontend/src/app/planted.ts',
  'simulator/src/planted.ts',
];
/** Test data may have short names. */
const TEST_FILE = 'e2e/fixtures/planted.ts';

for (const [rule, faults] of Object.entries(FAULTS)) {
  const files = rule === 'words/searchable-names' ? PRODUCT_FILES : [...PRODUCT_FILES, TEST_FILE];
  for (const [fault, text] of faults) {
    test(`Lint rejects ${fault} in every project.`, async () => {
      assert.deepEqual(await brokenRules(text), [rule]);
      for (const file of files) {
        const broken = await brokenRules(text, file);
        assert.ok(broken.includes(rule), `${file}: ${JSON.stringify(broken)}`);
      }
    });
  }
}

test('A string may contain any word, because it may quote a viewer.', async () => {
  assert.deepEqual(await brokenRules("export const comment = 'love the colour, is somebody selling?';"), []);
});

test('A code comment may contain any word in quotation marks or backticks.', async () => {
  assert.deepEqual(
    await brokenRules('// "if nobody else wants it", and the user `nobody`\nexport const one = 1;'),
    [],
  );
});

test('Lint accepts standard limits, docstrings opening with a verb or noun, and other comments opening with What.', async () => {
  const text = [
    '/** Maximum number of comments in a batch. */',
    'export const MAX_BATCH_SIZE = 1_000;',
    '',
    '/** Returns the key of a reading. */',
    'export const readingKey = (showId: string, /* what is read */ liveId: string): string => `${showId} ${liveId}`;',
    '// What a line comment says is up to the author.',
    'export const WHATEVER = 1;',
  ].join('\n');
  assert.deepEqual(await brokenRules(text), []);
});
