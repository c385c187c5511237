import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Visitor } from '../testing/visitor';

describe('rehearsal memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const memoryFile = join(folder, 'rehearsal', 'platform.json');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('Sign-ins and installed apps survive a restart, and new comments get new ids.', async () => {
    const before = await Visitor.start({ memoryFile });
    const token = await before.pageToken();
    await before.request(
      '/v26.0/1000001/subscribed_apps',
      { subscribed_fields: 'feed' },
      { method: 'POST', token },
    );
    const first = before.control.broadcasts.say({ broadcastId: '2000001', text: 'sold 101' });
    // The first simulator is not closed, because a rehearsal must also survive a crash.
    const after = await Visitor.start({ memoryFile });
    expect((await after.request('/v26.0/me', {}, { token })).body.id).toBe('1000001');
    expect(
      (await after.request('/v26.0/1000001/subscribed_apps', {}, { token })).body.data[0].subscribed_fields,
    ).toEqual(['feed']);
    const second = after.control.broadcasts.say({ broadcastId: '2000001', text: 'sold 101' });
    expect(second.id).not.toBe(first.id);
    expect(after.control.broadcasts.comments('2000001')).toHaveLength(1);

    await after.request('/v26.0/me/permissions', {}, { method: 'DELETE', token: await after.userToken() });
    await Promise.all([before.simulator.close(), after.simulator.close()]);
    const last = await Visitor.start({ memoryFile });
    expect((await last.request('/v26.0/me', {}, { token })).body.error).toMatchObject({
      code: 190,
      error_subcode: 458,
    });
    await last.simulator.close();
  });

  it('An invalid memory file is ignored and replaced.', async () => {
    writeFileSync(memoryFile, '{"runs":');
    const visitor = await Visitor.start({ memoryFile });
    await visitor.pageToken();
    await visitor.simulator.close();
    expect(JSON.parse(readFileSync(memoryFile, 'utf8'))).toMatchObject({ runs: 1, installed: [] });
  });

  it('Without a memory file, nothing is stored.', async () => {
    const [first, second] = [await Visitor.start({ seed: 1 }), await Visitor.start({ seed: 2 })];
    expect((await second.request('/v26.0/me', {}, { token: await first.pageToken() })).body.error.code).toBe(
      190,
    );
    await Promise.all([first.simulator.close(), second.simulator.close()]);
  });
});
