import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClient } from '../testing/test-client';

describe('stored state of the rehearsal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const stateFile = join(folder, 'rehearsal', 'platform.json');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('Sign-ins and installed apps survive a restart, and new comments get new ids.', async () => {
    const before = await TestClient.start({ stateFile });
    const token = await before.pageToken();
    await before.request(
      '/v26.0/1000001/subscribed_apps',
      { subscribed_fields: 'feed' },
      { method: 'POST', token },
    );
    const first = before.control.broadcasts.say({ broadcastId: '2000001', text: 'sold 101' });
    // The first simulator is not closed, because a rehearsal must also survive a crash.
    const after = await TestClient.start({ stateFile });
    expect((await after.request('/v26.0/me', {}, { token })).body.id).toBe('1000001');
    expect(
      (await after.request('/v26.0/1000001/subscribed_apps', {}, { token })).body.data[0].subscribed_fields,
    ).toEqual(['feed']);
    const second = after.control.broadcasts.say({ broadcastId: '2000001', text: 'sold 101' });
    expect(second.id).not.toBe(first.id);
    expect(after.control.broadcasts.comments('2000001')).toHaveLength(1);

    await after.request('/v26.0/me/permissions', {}, { method: 'DELETE', token: await after.userToken() });
    await Promise.all([before.simulator.close(), after.simulator.close()]);
    const last = await TestClient.start({ stateFile });
    expect((await last.request('/v26.0/me', {}, { token })).body.error).toMatchObject({
      code: 190,
      error_subcode: 458,
    });
    await last.simulator.close();
  });

  it('An invalid state file is ignored and replaced.', async () => {
    writeFileSync(stateFile, '{"runs":');
    const testClient = await TestClient.start({ stateFile });
    await testClient.pageToken();
    await testClient.simulator.close();
    expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toMatchObject({ runs: 1, installed: [] });
  });

  it('Without a state file, nothing is stored.', async () => {
    const [first, second] = [await TestClient.start({ seed: 1 }), await TestClient.start({ seed: 2 })];
    expect((await second.request('/v26.0/me', {}, { token: await first.pageToken() })).body.error.code).toBe(
      190,
    );
    await Promise.all([first.simulator.close(), second.simulator.close()]);
  });
});
