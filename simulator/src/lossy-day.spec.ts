import { startTestClient, type TestClient } from './testing/test-client';

const QUERY = {
  filter: 'stream',
  live_filter: 'no_filter',
  order: 'reverse_chronological',
  limit: '50',
  fields: 'id,message',
};
const COMMENT_COUNT = 1_500;
const MAX_TRIES = 400;

/** A client that does only what the documentation requires, which is to retry and to follow `next`. */
class PatientClient {
  readonly seen = new Map<string, string>();
  repeats = 0;
  failures = 0;

  constructor(
    private readonly testClient: TestClient,
    private readonly token: string,
  ) {}

  async scan(): Promise<void> {
    let next: string | null = '/v26.0/2000001/comments';
    for (let tries = 0; next !== null; tries += 1) {
      if (tries > MAX_TRIES) throw new Error('The list does not end.');
      next = await this.read(next);
    }
  }

  private async read(path: string): Promise<string | null> {
    try {
      const { status, body } = await this.testClient.request(path, path.startsWith('/') ? QUERY : {}, {
        token: this.token,
      });
      if (status === 200 && body !== null) {
        for (const { id, message } of body.data) {
          if (this.seen.has(id)) this.repeats += 1;
          this.seen.set(id, message);
        }
        return body.paging?.next ?? null;
      }
      this.failures += 1;
      // The comment that the cursor points at was deleted, so the scan starts again.
      return body?.error?.code === 100 ? '/v26.0/2000001/comments' : path;
    } catch {
      this.failures += 1;
      return path;
    }
  }
}

describe('many platform faults at once', () => {
  it('A client gets every comment if it retries, follows `next`, and scans again after the held comments are released.', async () => {
    const testClient = await startTestClient({ seed: 11 });
    const { control } = testClient;
    const token = await testClient.pageToken();
    const client = new PatientClient(testClient, token);
    control.switch({ shortPages: 0.3, emptyPages: 0.1, repeatedRows: 0.05 });
    for (const kind of ['reset', 'truncate', 'html', 'graph'] as const) {
      control.fault({ kind, share: 0.03, times: null, path: '/comments' });
    }
    control.fault({ kind: 'graph', code: 80001, share: 0.03, times: null, path: '/comments' });

    for (let index = 0; index < COMMENT_COUNT; index += 1) {
      const { id } = control.broadcasts.say({
        broadcastId: '2000001',
        text: `sold ${index}`,
        releaseAfterMs: index % 7 === 0 ? (index * 37) % 90_000 : 0,
      });
      if (index % 400 === 399) {
        control.broadcasts.delete(id);
        await client.scan();
      }
      control.advance(100);
    }
    const seenBeforeRelease = client.seen.size;
    control.advance(90_000);
    await client.scan();

    const expected = control.broadcasts.comments('2000001').filter(({ deletedAt }) => deletedAt === null);
    const texts = new Map(expected.map(({ id, text }) => [id, text]));
    expect(expected.filter(({ id }) => !client.seen.has(id))).toEqual([]);
    expect([...client.seen].filter(([id, text]) => texts.get(id) !== text)).toEqual([]);
    expect(client.failures).toBeGreaterThan(10);
    expect(client.repeats).toBeGreaterThan(100);
    expect(seenBeforeRelease).toBeLessThan(expected.length);
    await testClient.close();
  });
});
