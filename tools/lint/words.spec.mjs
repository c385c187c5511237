import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintPlanted } from './planted-files.mjs';

const rulesBroken = async (text, filePath = 'backend/src/shows/planted.ts') =>
  (await lintPlanted(`${text}\n`, filePath)).map(({ ruleId }) => ruleId);

const FAULTS = [
  ['a limit named MOST_…', 'export const MOST_AT_ONCE = 10;', 'words/standard-limits'],
  [
    'a private limit named LEAST_…',
    'const LEAST_STOP_MS = 10;\nexport const stop = LEAST_STOP_MS;',
    'words/standard-limits',
  ],
  [
    'a docstring that opens with What',
    '/** What a turn came to. */\nexport const turn = 1;',
    'words/docstring-opening',
  ],
  [
    'a docstring of several lines that opens with Where',
    '/**\n * Where comments go.\n * Resolves after COMMIT.\n */\nexport const sink = 1;',
    'words/docstring-opening',
  ],
  [
    'a docstring that opens with Whether',
    '/** Whether it is open. */\nexport const isOpen = true;',
    'words/docstring-opening',
  ],
  [
    'an exported function named of',
    'export const of = (id: string): string[] => [id];',
    'words/searchable-names',
  ],
  [
    'a private function named from',
    'function from(id: string): string[] {\n  return [id];\n}\nexport const ids = from;',
    'words/searchable-names',
  ],
  ['a British spelling in a name', 'export const colourOfChip = 1;', 'words/plain-words'],
  [
    'a British spelling in a comment',
    '// The behaviour of a chip.\nexport const chip = 1;',
    'words/plain-words',
  ],
  ['e-mail with a hyphen', '// The e-mail of a user.\nexport const key = 1;', 'words/plain-words'],
  [
    'a comment about somebody',
    '// Somebody may have removed it.\nexport const gone = 1;',
    'words/plain-words',
  ],
  ['a comment about nobody', '// A timer that nobody ends.\nexport const timer = 1;', 'words/plain-words'],
  [
    'a comment with whom',
    '/** The buyer whom the line promotes. */\nexport const buyer = 1;',
    'words/plain-words',
  ],
  [
    'a condition with where',
    '/** The row; null where there is none. */\nexport const row = 1;',
    'words/plain-words',
  ],
];

const PLACES = [
  'backend/src/shows/planted.ts',
  'contracts/src/planted.ts',
  'frontend/src/app/planted.ts',
  'simulator/src/planted.ts',
];
/** Test data may have short names. */
const TEST_PLACE = 'e2e/fixtures/planted.ts';

for (const [fault, text, rule] of FAULTS) {
  test(`${fault} is refused in every project.`, async () => {
    assert.deepEqual(await rulesBroken(text), [rule]);
    for (const place of rule === 'words/searchable-names' ? PLACES : [...PLACES, TEST_PLACE]) {
      const broken = await rulesBroken(text, place);
      assert.ok(broken.includes(rule), `${place}: ${JSON.stringify(broken)}`);
    }
  });
}

test('A viewer may write any word in a text.', async () => {
  assert.deepEqual(await rulesBroken("export const comment = 'love the colour, is somebody selling?';"), []);
});

test('A comment may quote a viewer.', async () => {
  assert.deepEqual(
    await rulesBroken('// "if nobody else wants it", and the user `nobody`\nexport const one = 1;'),
    [],
  );
});

test('Standard limits, docstrings with a verb or a noun, and comments inside a line pass.', async () => {
  const text = [
    '/** Maximum number of comments in a batch. */',
    'export const MAX_BATCH_SIZE = 1_000;',
    '',
    '/** Returns the key of a reading. */',
    'export const readingKey = (showId: string, /* what is read */ liveId: string): string => `${showId} ${liveId}`;',
    '// What a line comment says is up to the author.',
    'export const WHATEVER = 1;',
  ].join('\n');
  assert.deepEqual(await rulesBroken(text), []);
});
