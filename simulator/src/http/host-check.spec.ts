import { get } from 'node:http';
import { WebhookReceiver } from '../testing/webhook-receiver';
import { startTestClient, useTestClient } from '../testing/test-client';

describe('access to the simulator', () => {
  const client = useTestClient();

  const statusFor = (headers: Record<string, string>, path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      get(`${client.simulator.url}${path}`, { headers }, (response) =>
        resolve(response.resume().statusCode),
      ).on('error', reject);
    });

  it.each([
    [{ host: 'evil.example' }, 403],
    [{ host: '127.0.0.1.evil.example' }, 403],
    [{ host: '10.0.0.1:80' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ host: 'localhost:1' }, 200],
    [{ host: '[::1]:80' }, 200],
    [{ origin: 'http://localhost:4200' }, 200],
    [{}, 200],
  ])('A request with %j gets status %d.', async (headers: Record<string, string>, status) => {
    expect(await statusFor(headers, '/_sim')).toBe(status);
    expect(await statusFor(headers, '/')).toBe(status);
  });

  it.each([
    'text/plain;application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
  ])('A body of type %s is rejected.', async (type) => {
    const answer = await fetch(`${client.simulator.url}/_sim/switches`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"shortPages":1}',
    });
    expect(answer.status).toBe(415);
    expect(client.control.switches().shortPages).toBe(0);
  });

  it.each(['deauthorize', 'data-deletion', 'subscriptions'])(
    'POST /_sim/%s sends nothing to a server that is not configured as a callback.',
    async (path) => {
      const receiver = new WebhookReceiver();
      await receiver.open();
      const body = { url: receiver.url, callbackUrl: receiver.url, subject: '7000001' };
      const { status } = await client.request(`/_sim/${path}`, {}, { method: 'POST', json: body });
      expect(status).toBe(403);
      expect(receiver.received).toEqual([]);
      client.control.subscribe('page', receiver.url);
      expect((await client.request(`/_sim/${path}`, {}, { method: 'POST', json: body })).status).toBe(200);
      await receiver.close();
    },
  );

  it('Two simulators have different secrets.', async () => {
    const other = await startTestClient();
    expect(other.simulator.appSecret).not.toBe(client.simulator.appSecret);
    await other.close();
  });
});
