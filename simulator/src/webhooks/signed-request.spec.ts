import { WebhookReceiver } from '../testing/webhook-receiver';
import { useTestClient } from '../testing/test-client';
import { signedRequest } from './signed-request';

describe('signed requests', () => {
  const client = useTestClient();

  it('Signed requests match the known test vector.', () => {
    expect(
      signedRequest('unit-test-app-secret', {
        expires: 1790003600,
        issued_at: 1790000000,
        user_id: '218471',
      }),
    ).toBe(
      '9e0ccKai5J8366B0TeGmUoEIqt2E4yV2U7-A-K9R2ew.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImV4cGlyZXMiOjE3OTAwMDM2MDAsImlzc3VlZF9hdCI6MTc5MDAwMDAwMCwidXNlcl9pZCI6IjIxODQ3MSJ9',
    );
  });

  it("Signed requests, including ones with an invalid signature, are sent as forms, and removing the app invalidates the person's tokens.", async () => {
    const receiver = new WebhookReceiver();
    await receiver.open();
    receiver.answer = () => ({ status: 200, body: '{"confirmation_code":"abc123"}' });
    client.token = await client.pageToken();

    expect(await client.control.requestDeletion(receiver.url, '7000001')).toEqual({
      status: 200,
      body: '{"confirmation_code":"abc123"}',
    });
    expect((await client.get('/me')).status).toBe(200);
    await client.control.deauthorize(receiver.url, '7000001');
    expect(await client.errorOf('/me')).toMatchObject({ code: 190, error_subcode: 458 });
    await client.control.deauthorize(receiver.url, '7000001', true);

    const signedRequests = receiver.received.map(
      ({ raw }) => new URLSearchParams(raw).get('signed_request') ?? '',
    );
    const now = Math.floor(client.control.now() / 1000);
    const expected = signedRequest(client.simulator.appSecret, {
      expires: now + 3600,
      issued_at: now,
      user_id: '7000001',
    });
    expect(signedRequests.map((request) => request === expected)).toEqual([true, true, false]);
    await receiver.close();
  });
});
