import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { inWorkspace } from '../workspace/root.mjs';

const require = createRequire(inWorkspace('package.json'));
/** @type {typeof import('@sellary/extension-kit/testing')} */
const { eventually, startTestApp } = require('@sellary/extension-kit/testing');

const folder = inWorkspace('extensions');
const extensions = readdirSync(folder)
  .filter((name) => existsSync(path.join(folder, name, 'package.json')))
  .map((name) => require(path.join(folder, name)).default);

test("All of the product's extensions run together.", async () => {
  const app = await startTestApp({ extensions });
  try {
    const names = extensions.map(({ name }) => name);
    for (const name of ['example-hello', 'vip-first', 'youtube']) assert.ok(names.includes(name), name);
    const { body: platforms } = await app.operator.call('GET', '/api/platforms');
    assert.deepEqual(
      platforms.platforms.map(({ id }) => id),
      ['facebook', 'instagram', 'youtube'],
    );
    const { body: choices } = await app.operator.call('GET', '/api/rule-choices');
    assert.deepEqual(
      choices.policies.map(({ id }) => id),
      ['first-come@3', 'operator-decides@1', 'vip-first@2'],
    );
    // Activating the show replaces version 1 of the policy with the newest version.
    const show = await app.show([{ number: '12' }], { policy: 'vip-first@1' });
    assert.equal(await show.comment('ann', 'sold 12'), 'winner');
    await eventually(
      () => app.sql('SELECT claim_id FROM x_example_hello_winners'),
      (rows) => rows.length === 1,
    );
    const { body: replay } = await app.operator.call('GET', `/api/shows/${show.id}/replay`);
    assert.equal(replay.equal, true);
  } finally {
    await app.close();
  }
});
