import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const repository = new URL('../../', import.meta.url);
const map = readFileSync(new URL('docs/architecture.md', repository), 'utf8');

test('Every place in docs/architecture.md exists.', () => {
  const table = map.slice(map.indexOf('## Where does a change belong?'), map.indexOf('## Names'));
  const places = [
    ...table.matchAll(/`((?:backend|frontend|contracts|simulator|e2e|tools|docs)\/[^`]*|\.[\w.-]+\w)`/g),
  ].map(([, place]) => place);
  assert.ok(places.length > 20, `only ${places.length} places were read from the table`);
  assert.deepEqual(
    places.filter((place) => !existsSync(new URL(place, repository))),
    [],
  );
});

test('Every link to a decision leads to a file.', () => {
  const list = readFileSync(new URL('docs/adr/README.md', repository), 'utf8');
  for (const [, file] of list.matchAll(/\]\((\d{4}-[a-z0-9-]+\.md)\)/g)) {
    assert.ok(existsSync(new URL(`docs/adr/${file}`, repository)), file);
  }
  for (const [, file] of map.matchAll(/\]\((adr\/[^)]+)\)/g)) {
    assert.ok(existsSync(new URL(`docs/${file}`, repository)), file);
  }
});
