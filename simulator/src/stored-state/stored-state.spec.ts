import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestClient } from '../testing/test-client';

describe('stored state of the rehearsal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const stateFile = join(folder, 'rehearsal', 'platform.json');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('Sign-ins and installed apps survive a restart, and new comments get new ids.', async () => {
    const before = await startTestClient({ stateFile });
    const token = await before.pageToken();
    await before.install('1000001', 'feed', token);
    const first = before.say('sold 101');
    // The first simulator is not closed, because a rehearsal must also survive a crash.
    const after = await startTestClient({ stateFile });
    expect((await after.get('/me', {}, token)).body.id).toBe('1000001');
    expect((await after.get('/1000001/subscribed_apps', {}, token)).body.data[0].subscribed_fields).toEqual([
      'feed',
    ]);
    const second = after.say('sold 101');
    expect(second.id).not.toBe(first.id);
    expect(after.control.broadcasts.comments('2000001')).toHaveLength(1);

    await after.delete('/me/permissions', {}, await after.userToken());
    await Promise.all([before.close(), after.close()]);
    const last = await startTestClient({ stateFile });
    expect(await last.errorOf('/me', {}, token)).toMatchObject({ code: 190, error_subcode: 458 });
    await last.close();
  });

  it('An invalid state file is ignored and replaced.', async () => {
    writeFileSync(stateFile, '{"runs":');
    const client = await startTestClient({ stateFile });
    await client.pageToken();
    await client.close();
    expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toMatchObject({ runs: 1, installed: [] });
  });

  it('Without a state file, nothing is stored.', async () => {
    const [first, second] = [await startTestClient({ seed: 1 }), await startTestClient({ seed: 2 })];
    expect((await second.errorOf('/me', {}, await first.pageToken())).code).toBe(190);
    await Promise.all([first.close(), second.close()]);
  });
});
