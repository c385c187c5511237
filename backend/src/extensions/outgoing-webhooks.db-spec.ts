import type { JobList } from '@sellary/contracts';
import type { Client } from 'pg';
import outgoingWebhooks from '../../../extensions/outgoing-webhooks/src';
import { AllowedNetworks } from '../../../extensions/outgoing-webhooks/src/allowed-networks';
import { MAX_ENDPOINTS } from '../../../extensions/outgoing-webhooks/src/endpoints';
import { callEndpoint } from '../../../extensions/outgoing-webhooks/src/endpoint-call';
import { eventually, newCaller, useCallerPerTest, useTestApp } from '../../test';
import { allowLocalWebhooks, verify, WebhookReceiver } from '../../test/webhook-receiver';

const ENDPOINTS = '/api/x/outgoing-webhooks/endpoints';

interface Endpoint {
  id: string;
  secret: string;
}

describe('Outgoing webhooks', () => {
  allowLocalWebhooks();
  const app = useTestApp({ extensions: [outgoingWebhooks] });
  const owner = useCallerPerTest(app);
  let database: Client;
  let shop: WebhookReceiver;

  beforeAll(async () => (database = await app.connect()));
  beforeEach(async () => {
    shop = new WebhookReceiver();
    await shop.start();
  });
  afterEach(() => shop.stop());

  const add = async (url = shop.url(), eventTypes: string[] = []): Promise<Endpoint> =>
    (await owner.call<Endpoint>('POST', ENDPOINTS, { url, eventTypes })).body;
  const deliveries = async (endpoint: Endpoint, query = ''): Promise<JobList['jobs']> =>
    (await owner.call<JobList>('GET', `${ENDPOINTS}/${endpoint.id}/deliveries${query}`)).body.jobs;
  const sendTest = (endpoint: Endpoint): Promise<unknown> =>
    owner.call('POST', `${ENDPOINTS}/${endpoint.id}/test`);
  const waitForDeliveries = (endpoint: Endpoint, count = 1): Promise<JobList['jobs']> =>
    eventually(
      () => deliveries(endpoint),
      (jobs) => jobs.length >= count && jobs.every(({ state }) => state !== 'waiting'),
    );

  it('The endpoint receives each claim once, with a signature that a Standard Webhooks verifier accepts.', async () => {
    const endpoint = await add(shop.url(), ['claim.created']);
    const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 9 }]);
    for (const name of ['ann', 'bob', 'cat']) await owner.say(show.id, name, 'sold 1');
    await waitForDeliveries(endpoint, 3);
    const bodies = shop.received.map((webhook) => verify(webhook, endpoint.secret)) as {
      type: string;
      data: { showId: string; event: { claim: { buyer: { handle: string } } } };
    }[];
    expect(bodies.map(({ data }) => data.event.claim.buyer.handle)).toEqual(['ann', 'bob', 'cat']);
    expect(bodies[0]).toMatchObject({ type: 'claim.created', data: { showId: show.id } });
    const ids = shop.received.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    // In the signed text, a dot separates the id from the timestamp.
    expect(ids.join()).not.toContain('.');
  });

  it('Each endpoint receives the event types that it asks for, and endpoints never share secrets or webhook ids.', async () => {
    const all = await add(shop.url());
    const claims = await add(shop.url(), ['claim.created']);
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    await owner.say(show.id, 'ann', 'sold 1');
    await waitForDeliveries(claims);
    await waitForDeliveries(all, 2);
    expect(new Set(shop.received.map(({ id }) => id)).size).toBe(shop.received.length);
    const types = shop.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);
    expect(types.filter((type) => type === 'claim.created')).toHaveLength(2);
    expect(await deliveries(claims)).toHaveLength(1);
    expect(claims.secret).not.toBe(all.secret);
  });

  it('A failed webhook is retried with the same id, is listed, and can be resent.', async () => {
    const endpoint = await add();
    shop.status = 500;
    await sendTest(endpoint);
    await eventually(
      () => deliveries(endpoint),
      ([job]) => job?.error === 'The endpoint responded with HTTP 500.',
    );
    shop.status = 200;
    await database.query(
      "UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE state < 'active'",
    );
    const [job] = await waitForDeliveries(endpoint);
    expect(job).toMatchObject({ state: 'done', attempts: 2 });
    const resend = `${ENDPOINTS}/${endpoint.id}/deliveries/${job?.id}/resend`;
    const other = await add();
    const wrongEndpoint = `${ENDPOINTS}/${other.id}/deliveries/${job?.id}/resend`;
    expect((await owner.call('POST', wrongEndpoint)).status).toBe(404);
    expect((await owner.call('POST', resend)).status).toBe(204);
    await eventually(
      () => shop.received.length,
      (count) => count === 3,
    );
    expect(new Set(shop.received.map(({ id }) => id)).size).toBe(1);
    for (const webhook of shop.received) verify(webhook, endpoint.secret);
  });

  it('After a secret is rotated, webhooks verify with both the old and the new secret.', async () => {
    const endpoint = await add();
    const { body } = await owner.call<{ secret: string }>(
      'POST',
      `${ENDPOINTS}/${endpoint.id}/rotate-secret`,
    );
    await sendTest(endpoint);
    await waitForDeliveries(endpoint);
    for (const secret of [endpoint.secret, body.secret]) verify(shop.received[0], secret);
  });

  it('If a secret is rotated twice at the same time, webhooks verify with both new secrets.', async () => {
    const endpoint = await add();
    const watcher = await app.connect();
    await database.query('BEGIN');
    await database.query('SELECT 1 FROM x_outgoing_webhooks_endpoints WHERE id = $1 FOR UPDATE', [
      endpoint.id,
    ]);
    const rotations = [1, 2].map(() =>
      owner.call<{ secret: string }>('POST', `${ENDPOINTS}/${endpoint.id}/rotate-secret`),
    );
    await eventually(
      () =>
        watcher.query(
          'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0',
        ),
      ({ rowCount }) => rowCount === 2,
    );
    await database.query('COMMIT');
    const rotated = await Promise.all(rotations);
    await sendTest(endpoint);
    await waitForDeliveries(endpoint);
    for (const { body } of rotated) verify(shop.received[0], body.secret);
  });

  it('Secrets are stored encrypted, and are returned only when created.', async () => {
    const endpoint = await add();
    const { rows } = await database.query<{ secret: string }>(
      'SELECT secret FROM x_outgoing_webhooks_endpoints',
    );
    expect(JSON.stringify(rows)).not.toContain(endpoint.secret.slice(6));
    expect(JSON.stringify((await owner.call('GET', ENDPOINTS)).body)).not.toContain('whsec_');
  });

  it('A redirect is not followed.', async () => {
    const endpoint = await add();
    shop.status = 307;
    shop.headers = { location: shop.url() };
    await sendTest(endpoint);
    await eventually(
      () => deliveries(endpoint),
      ([job]) => job?.error === 'The endpoint responded with a redirect (HTTP 307), which was not followed.',
    );
    expect(shop.received).toHaveLength(1);
  });

  it('A 410 response switches the endpoint off, and a 429 response with Retry-After delays the next attempt.', async () => {
    const removed = await add();
    shop.status = 410;
    await sendTest(removed);
    expect((await waitForDeliveries(removed))[0]?.state).toBe('failed');
    const { body } = await owner.call<{ endpoints: { enabled: boolean }[] }>('GET', ENDPOINTS);
    expect(body.endpoints.map(({ enabled }) => enabled)).toEqual([false]);
    const busy = await add();
    shop.status = 429;
    shop.headers = { 'retry-after': '1800' };
    await sendTest(busy);
    const [job] = await eventually(
      () => deliveries(busy),
      ([first]) => first?.error === 'The endpoint responded with HTTP 429.',
    );
    expect(Date.parse(job?.nextAttemptAt ?? '') - Date.now()).toBeGreaterThan(1_700_000);
  });

  it('A 410 response from an old address does not switch the endpoint off. The new address is tried next.', async () => {
    const endpoint = await add();
    shop.respond = async () => {
      await owner.call('PATCH', `${ENDPOINTS}/${endpoint.id}`, { url: `${shop.url()}/new` });
      return 410;
    };
    await sendTest(endpoint);
    const [job] = await eventually(
      () => deliveries(endpoint),
      ([first]) => first?.error !== null,
    );
    expect(job).toMatchObject({ state: 'waiting', error: 'The endpoint responded with HTTP 410.' });
    const { body } = await owner.call<{ endpoints: { enabled: boolean }[] }>('GET', ENDPOINTS);
    expect(body.endpoints.map(({ enabled }) => enabled)).toEqual([true]);
  });

  it('A forbidden address is rejected when saved, and a host name that resolves to one is rejected on delivery.', async () => {
    expect((await owner.call('POST', ENDPOINTS, { url: 'https://169.254.169.254/latest' })).status).toBe(400);
    expect((await owner.call('POST', ENDPOINTS, { url: 'https://[::1]/' })).status).toBe(400);
    const call = { headers: {}, body: '{}', signal: AbortSignal.timeout(5_000) };
    const hostNameUrl = shop.url('localhost').replace('http:', 'https:');
    await expect(callEndpoint(hostNameUrl, call, new AllowedNetworks(''))).rejects.toThrow(
      /^localhost resolves to (127\.0\.0\.1|::1), an address that this server does not send webhooks to\./,
    );
    expect(shop.received).toEqual([]);
  });

  it('A field that is null is rejected.', async () => {
    const { id } = await add();
    expect((await owner.call('POST', ENDPOINTS, { url: shop.url(), eventTypes: null })).status).toBe(400);
    for (const change of [{ url: null }, { eventTypes: null }, { enabled: null }]) {
      expect((await owner.call('PATCH', `${ENDPOINTS}/${id}`, change)).status).toBe(400);
    }
  });

  it('Simultaneous calls cannot add more than the maximum number of endpoints.', async () => {
    for (let count = 0; count < MAX_ENDPOINTS - 3; count++) await add();
    const responses = await Promise.all(
      Array.from({ length: 8 }, () => owner.call('POST', ENDPOINTS, { url: shop.url() })),
    );
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(responses.filter(({ status }) => status === 409).map(({ body }) => body)).toEqual(
      Array(5).fill({
        error: {
          code: 'EXTENSION_REFUSED',
          message: 'A workspace can have at most 20 endpoints. Remove one first.',
        },
      }),
    );
  });

  it('Endpoints require sign-in, and another workspace cannot list, test, or remove them.', async () => {
    const endpoint = await add();
    const stranger = await newCaller(app.url);
    expect((await stranger.call('GET', `${ENDPOINTS}/${endpoint.id}/deliveries`)).status).toBe(404);
    expect((await stranger.call('POST', `${ENDPOINTS}/${endpoint.id}/test`)).status).toBe(404);
    expect((await stranger.call('DELETE', `${ENDPOINTS}/${endpoint.id}`)).status).toBe(404);
    expect((await stranger.call<{ endpoints: unknown[] }>('GET', ENDPOINTS)).body.endpoints).toEqual([]);
    expect((await fetch(`${app.url}${ENDPOINTS}`)).status).toBe(401);
  });

  it('A removed endpoint receives nothing more, and its waiting deliveries are discarded.', async () => {
    const endpoint = await add();
    shop.status = 500;
    await sendTest(endpoint);
    await eventually(
      () => deliveries(endpoint),
      ([job]) => job?.attempts === 1,
    );
    expect((await owner.call('DELETE', `${ENDPOINTS}/${endpoint.id}`)).status).toBe(204);
    const jobs = await owner.call<JobList>('GET', '/api/extensions/outgoing-webhooks/jobs');
    expect(jobs.body.jobs.map(({ state }) => state)).toEqual(['discarded']);
    shop.status = 200;
    const other = await add(shop.url(), ['claim.created']);
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    const count = shop.received.length;
    await owner.say(show.id, 'ann', 'sold 1');
    await waitForDeliveries(other);
    expect(shop.received).toHaveLength(count + 1);
  });
});
