import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRehearsal } from './rehearsal-platform.mjs';

test('a product without a Meta app rehearses with a simulated one', () => {
  assert.equal(isRehearsal({}), true);
  // As a copied .env.example leaves them.
  assert.equal(isRehearsal({ META_APP_ID: '', META_APP_SECRET: '' }), true);
});

test('production never does, and neither does who has a platform of their own', () => {
  assert.equal(isRehearsal({ NODE_ENV: 'production' }), false);
  for (const name of ['META_APP_ID', 'META_APP_SECRET', 'META_INSTAGRAM_APP_ID', 'META_GRAPH_URL', 'META_DIALOG_URL']) {
    assert.equal(isRehearsal({ [name]: 'x' }), false, name);
  }
});
