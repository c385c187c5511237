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
    const { rows: columns } = await database.query<{ name: string; value: string }>(
      `SELECT column_name AS name,
         CASE data_type WHEN 'uuid' THEN 'gen_random_uuid()' WHEN 'text' THEN '''x''' ELSE 'now()' END AS value
       FROM information_schema.columns WHERE table_name = 'audit_log' AND column_name NOT IN ('before', 'after')`,
    );
    expect(columns.length).toBeGreaterThan(0);
    for (const { name, value } of columns) {
      const change = `UPDATE audit_log SET "${name}" = ${value}, before = NULL`;
      await expect(database.query(change)).rejects.toThrow(final);
    }
    await expect(database.query('DELETE FROM audit_log')).rejects.toThrow(final);
    expect(await entries()).toEqual(before);
    await database.query(`UPDATE audit_log SET before = '{}', after = '{}'`);
    expect(await entries()).toEqual(before.map((entry) => ({ ...entry, before: {}, after: {} })));
  });
});
