import type { Session } from '@sellary/contracts';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel';
import { type Caller, newCaller, startTestApp, useSimulatedApp } from '../../../test';
import { call } from '../../../test/caller';
import { readConnections } from '../../../test/live-sources';
import { ConnectionUpkeepJob } from '../connections/connection-upkeep.job';

const DAY_MS = 24 * 3_600_000;

describe('Connection upkeep', () => {
  const key = randomBytes(32).toString('base64');
  const { platform, app } = useSimulatedApp({ env: { TOKEN_ENCRYPTION_KEY: key } });
  let owner: Caller;

  beforeAll(async () => {
    // Leaves only one page, because the test counts calls.
    platform.control.setPage('1000002', { hasRole: false });
    owner = await newCaller(app.url);
  });

  /**
   * Moves the server's and the platform's clocks forward. The owner signs in again, because a session ends
   * after 30 days.
   */
  const advanceClocks = async (ms: number): Promise<void> => {
    const at = Date.now() + ms;
    jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => at);
    platform.control.setTime(at);
    const { email } = owner.session.user;
    const { body: session } = await call<Session>(app.url, null, 'POST', '/api/auth/login', {
      email,
      password: 'correct horse',
    });
    owner = {
      ...owner,
      session,
      call: (method, path, body) => call(app.url, session.accessToken, method, path, body),
    };
  };
  const runJob = (): Promise<void> => app.nest.get(ConnectionUpkeepJob).run();
  const listConnections = () => readConnections(owner);
  const sealedToken = async (source: DataSource): Promise<string> =>
    (await source.query<{ encrypted_token: string }[]>('SELECT encrypted_token FROM social_connections'))[0]
      ?.encrypted_token ?? '';

  it('The job checks both tokens once a day, even if two runs overlap, and renews tokens that expire within 30 days.', async () => {
    await platform.connect(app.url, owner, 'facebook');
    platform.control.clearRequests();
    await runJob();
    expect(platform.control.requests()).toEqual([]);
    await advanceClocks(DAY_MS);
    await Promise.all([runJob(), runJob()]);
    // One of the two runs checked the Page token and the user token.
    expect(platform.callsTo(/debug_token/)).toHaveLength(2);
    expect(platform.callsTo(/oauth\/access_token$/)).toHaveLength(0);
    const before = await sealedToken(app.nest.get(DataSource));
    await advanceClocks(31 * DAY_MS);
    await runJob();
    expect(platform.callsTo(/oauth\/access_token$/)).toHaveLength(1);
    expect(await sealedToken(app.nest.get(DataSource))).not.toBe(before);
    // The new token is valid for 60 days, but the right to read the person's data ends 90 days after the sign-in.
    expect(await listConnections()).toMatchObject([{ status: 'active', daysLeft: 58 }]);
  });

  it('The job reports an expired sign-in.', async () => {
    await advanceClocks(40 * DAY_MS);
    platform.control.killTokens('1000001', 'password');
    await runJob();
    expect(await listConnections()).toMatchObject([
      { status: 'expired', problem: expect.stringContaining('Connect the account again') },
    ]);
    await platform.connect(app.url, owner, 'facebook');
  });

  it('When the server starts with a new first key, it encrypts the tokens with that key.', async () => {
    const fresh = randomBytes(32).toString('base64');
    const before = await sealedToken(app.nest.get(DataSource));
    const next = await startTestApp({
      databaseUrl: app.databaseUrl,
      env: { ...platform.env, TOKEN_ENCRYPTION_KEY: `${fresh},${key}` },
    });
    const after = await sealedToken(next.nest.get(DataSource));
    await next.close();
    expect(after.split(':')[0]).not.toBe(before.split(':')[0]);
  });

  it("When the server starts without a token's key, the connection expires with a problem that names the setting.", async () => {
    const withOtherKey = await startTestApp({
      databaseUrl: app.databaseUrl,
      env: { ...platform.env, TOKEN_ENCRYPTION_KEY: randomBytes(32).toString('base64') },
    });
    expect(await listConnections()).toMatchObject([
      { status: 'expired', problem: expect.stringContaining('TOKEN_ENCRYPTION_KEY') },
    ]);
    await withOtherKey.close();
  });
});
