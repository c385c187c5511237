import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { appSecretIn, isRehearsal } from './rehearsal-platform.mjs';

test('A product without a Meta app uses a simulated platform.', () => {
  assert.equal(isRehearsal({}), true);
  // Values from a copied .env.example.
  assert.equal(isRehearsal({ META_APP_ID: '', META_APP_SECRET: '' }), true);
});

test('No platform is simulated in production or if a Meta setting is set.', () => {
  assert.equal(isRehearsal({ NODE_ENV: 'production' }), false);
  for (const name of [
    'META_APP_ID',
    'META_APP_SECRET',
    'META_INSTAGRAM_APP_ID',
    'META_GRAPH_URL',
    'META_DIALOG_URL',
  ]) {
    assert.equal(isRehearsal({ [name]: 'x' }), false, name);
  }
});

test('The rehearsal app secret is random, stored in the data folder, and readable only by its owner.', () => {
  const folders = [1, 2].map(() => mkdtempSync(path.join(os.tmpdir(), 'rehearsal-')));
  const [first, second] = folders.map((folder) => appSecretIn(path.join(folder, 'rehearsal')));
  assert.match(first ?? '', /^[0-9a-f]{64}$/);
  assert.notEqual(first, second);
  assert.equal(appSecretIn(path.join(folders[0] ?? '', 'rehearsal')), first);
  assert.equal(statSync(path.join(folders[0] ?? '', 'rehearsal', 'app-secret')).mode & 0o777, 0o600);
  for (const folder of folders) rmSync(folder, { recursive: true });
});
