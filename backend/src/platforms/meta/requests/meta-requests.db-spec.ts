import { signedRequest } from '@sellary/simulator';
import { DataSource } from 'typeorm';
import { useCallerPerTest, useSimulatedApp } from '../../../../test';

const PERSON = '218471';
/** A request from Meta on behalf of the person, signed with the secret. */
const SIGNED_REQUEST =
  '9e0ccKai5J8366B0TeGmUoEIqt2E4yV2U7-A-K9R2ew.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImV4cGlyZXMiOjE3OTAwMDM2MDAsImlzc3VlZF9hdCI6MTc5MDAwMDAwMCwidXNlcl9pZCI6IjIxODQ3MSJ9';
/** `issued_at` of the signed request, in seconds. */
const SIGNED_AT = 1_790_000_000;

describe('Requests from Meta on behalf of a person', () => {
  const { platform: meta, app } = useSimulatedApp({ simulator: { appSecret: 'unit-test-app-secret' } });
  const owner = useCallerPerTest(app);

  const query = <T>(sql: string, parameters: unknown[]): Promise<T> =>
    app.nest.get(DataSource).query<T>(sql, parameters);
  const connectPerson = async (): Promise<string> => {
    const [connection] = await meta.connect(app.url, owner, 'facebook');
    await query('UPDATE social_connections SET grant_id = $2, created_at = to_timestamp($3) WHERE id = $1', [
      connection?.id,
      `facebook ${PERSON}`,
      SIGNED_AT,
    ]);
    return connection?.id ?? '';
  };
  const storedRows = (id: string | undefined) =>
    query('SELECT status FROM social_connections WHERE id = $1', [id]);
  const postForm = (path: string, signedRequest: string) =>
    fetch(`${app.url}/api/webhooks/meta/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ signed_request: signedRequest }),
    });

  it('When the person removes the app, the tokens are deleted.', async () => {
    const id = await connectPerson();
    expect((await postForm('deauthorize', `${SIGNED_REQUEST}x`)).status).toBe(403);
    expect((await postForm('deauthorize', SIGNED_REQUEST)).status).toBe(200);
    expect(await query('SELECT * FROM social_connections WHERE id = $1', [id])).toMatchObject([
      { status: 'revoked', encrypted_token: '', encrypted_user_token: null },
    ]);
  });

  it('A late request does not affect a connection that was made after it.', async () => {
    const id = await connectPerson();
    await query("UPDATE social_connections SET created_at = created_at + interval '1 minute' WHERE id = $1", [
      id,
    ]);
    expect((await postForm('deauthorize', SIGNED_REQUEST)).status).toBe(200);
    expect((await postForm('data-deletion', SIGNED_REQUEST)).status).toBe(200);
    expect(await storedRows(id)).toEqual([{ status: 'active' }]);
  });

  it('A late request does not affect a connection that was connected again after it.', async () => {
    const [connection] = await meta.connect(app.url, owner, 'facebook');
    const [[row]] = await query<[{ grant_id: string }[], number]>(
      "UPDATE social_connections SET created_at = created_at - interval '1 hour' WHERE id = $1 RETURNING grant_id",
      [connection?.id],
    );
    const issuedAt = Math.floor(Date.now() / 1_000) - 60;
    const request = signedRequest('unit-test-app-secret', {
      user_id: row?.grant_id.replace('facebook ', '') ?? '',
      issued_at: issuedAt,
      expires: issuedAt + 3_600,
    });
    await meta.connect(app.url, owner, 'facebook');
    expect((await postForm('deauthorize', request)).status).toBe(200);
    expect((await postForm('data-deletion', request)).status).toBe(200);
    expect(await storedRows(connection?.id)).toEqual([{ status: 'active' }]);
  });

  it('When the person requests deletion, the connections are deleted, and a status page confirms it.', async () => {
    const id = await connectPerson();
    expect((await postForm('data-deletion', 'x.y')).status).toBe(403);
    const answer = (await (await postForm('data-deletion', SIGNED_REQUEST)).json()) as {
      url: string;
      confirmation_code: string;
    };
    expect(answer.url).toBe(`${app.url}/api/webhooks/meta/deletion/${answer.confirmation_code}`);
    const page = await fetch(answer.url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('was completed');
    expect(await storedRows(id)).toEqual([]);
    expect((await fetch(`${app.url}/api/webhooks/meta/deletion/unknown`)).status).toBe(404);
  });
});
