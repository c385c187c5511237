import type { AuditList, AuditRecord } from '@sellary/contracts';
import { type Caller, newCaller, startTestApp, type TestApp } from '../../../test';

describe('The audit log', () => {
  let app: TestApp;
  let owner: Caller;

  beforeAll(async () => {
    app = await startTestApp();
    owner = await newCaller(app.url);
    await owner.call('POST', '/api/shows', { name: 'Sunday sale' });
  });
  afterAll(() => app.close());

  const entries = async (): Promise<AuditRecord[]> =>
    (await owner.call<AuditList>('GET', `/api/workspaces/${owner.session.workspace.id}/audit?limit=200`)).body
      .entries;

  it('No statement can change or remove an audit entry, and redaction changes only `before` and `after`.', async () => {
    const before = await entries();
    const database = await app.connect();
    const final = /final/;
    await expect(database.query(`UPDATE audit_log SET user_name = 'somebody else'`)).rejects.toThrow(final);
    await expect(database.query(`UPDATE audit_log SET before = NULL`)).rejects.toThrow(final);
    await expect(database.query('DELETE FROM audit_log')).rejects.toThrow(final);
    await expect(database.query('TRUNCATE audit_log')).rejects.toThrow(final);
    await database.query(`SET sellary.redacting = 'on'`);
    await expect(database.query(`UPDATE audit_log SET action = 'nothing', before = NULL`)).rejects.toThrow(
      final,
    );
    await expect(database.query('DELETE FROM audit_log')).rejects.toThrow(final);
    expect(await entries()).toEqual(before);
  });
});
