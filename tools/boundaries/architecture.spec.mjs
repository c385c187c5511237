import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const repository = new URL('../../', import.meta.url);
const guide = readFileSync(new URL('docs/architecture.md', repository), 'utf8');

test('Every path in the docs/architecture.md table exists.', () => {
  const table = guide.slice(guide.indexOf('## Where does a change belong?'), guide.indexOf('## Names'));
  const paths = [
    ...table.matchAll(/`((?:backend|frontend|contracts|simulator|e2e|tools|docs)\/[^`]*|\.[\w.-]+\w)`/g),
  ].map(([, path]) => path);
  assert.ok(paths.length > 20, `only ${paths.length} paths were read from the table`);
  assert.deepEqual(
    paths.filter((path) => !existsSync(new URL(path, repository))),
    [],
  );
});

test('Every link to an architecture decision points to an existing file.', () => {
  const index = readFileSync(new URL('docs/adr/README.md', repository), 'utf8');
  for (const [, file] of index.matchAll(/\]\((\d{4}-[a-z0-9-]+\.md)\)/g)) {
    assert.ok(existsSync(new URL(`docs/adr/${file}`, repository)), file);
  }
  for (const [, file] of guide.matchAll(/\]\((adr\/[^)]+)\)/g)) {
    assert.ok(existsSync(new URL(`docs/${file}`, repository)), file);
  }
});
