import { useCaller, useTestApp } from '../../../test';

describe('The audit log', () => {
  const app = useTestApp();
  const owner = useCaller(app);

  beforeAll(async () => {
    await owner.call('POST', '/api/shows', { name: 'Sunday sale' });
  });

  const entries = () => owner.readAudit('limit=200');

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
